package dev.customsfeed.sources.csv;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.customsfeed.sources.csv.CsvSplitter.NotCsvException;
import dev.customsfeed.sources.file.Encoding;
import java.io.FilterReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** FastCSV states the same rules a second time. */
class CsvSplitterProperties {

    private static final int KEPT = 4;
    private static final String BROKEN = "broken";

    /** The signs next to which something changes. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of('a', 'b', ' ', ',', ',', '"', '"', '\n', '\r', '\0', '\u00E9', ';')
                .list()
                .ofMaxSize(40)
                .map(signs -> {
                    StringBuilder text = new StringBuilder();
                    signs.forEach(text::append);
                    return text.toString();
                });
    }

    /** Quotes stand where they may, so that more than the first lines are read. */
    @Provide
    Arbitrary<String> tables() {
        Arbitrary<String> field =
                Arbitraries.of("", "a", "bcd", " e ", "\"\"", "\"f\"", "\"g,\"\"h\"\"\"", "\"i\r\nj\"", "\"k\n\n\rl\"");
        Arbitrary<String> lineEnd = Arbitraries.of("\n", "\r\n", "\r");
        Arbitrary<String> row = field.list().ofMinSize(1).ofMaxSize(6).map(fields -> String.join(",", fields));
        return row.flatMap(line -> lineEnd.map(end -> line + end))
                .list()
                .ofMaxSize(12)
                .map(rows -> String.join("", rows));
    }

    @Property(tries = 5_000)
    void text_is_parted_as_fastcsv_parts_it(
            @ForAll("texts") String text,
            @ForAll @IntRange(min = 1, max = 9) int atOnce,
            @ForAll @IntRange(min = 1, max = 50) int length)
            throws Exception {
        assertThat(parted(text, atOnce, length)).isEqualTo(partedByFastCsv(text));
    }

    @Property
    void a_table_is_parted_as_fastcsv_parts_it(
            @ForAll("tables") String text,
            @ForAll @IntRange(min = 1, max = 9) int atOnce,
            @ForAll @IntRange(min = 1, max = 50) int length)
            throws Exception {
        List<String> parted = parted(text, atOnce, length);

        assertThat(parted).isEqualTo(partedByFastCsv(text)).doesNotContain(BROKEN);
    }

    @Example
    void a_field_that_does_not_end_is_told_before_all_of_the_text_is_read() throws Exception {
        assertThat(parted("a,b\n\"" + "c".repeat(3_000), 64, 64)).containsExactly("1: [a, b]", BROKEN);
    }

    private static List<String> parted(String text, int atOnce, int length) throws IOException {
        List<String> lines = new ArrayList<>();
        CsvLine line = new CsvLine(Encoding.UTF_8, 1_000, KEPT);
        FilterReader few = new FilterReader(new StringReader(text)) {
            @Override
            public int read(char[] signs, int from, int most) throws IOException {
                return in.read(signs, from, Math.min(most, atOnce));
            }
        };
        try (CsvSplitter splitter = new CsvSplitter(few, ',', line, length, 2_000)) {
            while (splitter.next()) {
                List<String> fields = new ArrayList<>();
                for (int i = 0; i < Math.min(KEPT, line.fieldCount()); i++) {
                    fields.add(line.raw(i));
                }
                lines.add(line.line() + ": " + fields + (line.fieldCount() > KEPT ? " of " + line.fieldCount() : ""));
            }
            assertThat(splitter.endsWithLineEnd()).isEqualTo(text.endsWith("\n") || text.endsWith("\r"));
        } catch (NotCsvException e) {
            lines.add(BROKEN);
        }
        return lines;
    }

    private static List<String> partedByFastCsv(String text) throws IOException {
        List<String> lines = new ArrayList<>();
        try (CloseableIterator<CsvRecord> records = CsvReader.builder()
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text)
                .iterator()) {
            while (records.hasNext()) {
                CsvRecord record = records.next();
                List<String> fields = record.getFields().stream()
                        .limit(KEPT)
                        .map(String::trim)
                        .toList();
                lines.add(record.getStartingLineNumber() + ": " + fields
                        + (record.getFieldCount() > KEPT ? " of " + record.getFieldCount() : ""));
            }
        } catch (CsvParseException e) {
            lines.add(BROKEN);
        }
        return lines;
    }
}
