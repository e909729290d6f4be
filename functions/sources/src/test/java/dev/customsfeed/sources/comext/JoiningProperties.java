package dev.customsfeed.sources.comext;

import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.ledger.CustomsRecord;
import dev.customsfeed.sources.SampleFiles;
import dev.customsfeed.sources.Sources;
import dev.customsfeed.sources.check.CheckedFile;
import dev.customsfeed.sources.file.FileLimits;
import dev.customsfeed.sources.layout.Source;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.RejectedFileException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** SDMX-CSV of more keys than are held: that of a key comes together, or the file is rejected. */
class JoiningProperties {

    private static final String HEADER =
            "DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE\n";

    private static final String[] PARTNERS = {"CN", "NO", "JP", "US", "TW", "NA", "TR", "CA"};

    /** Rows as Eurostat sorts them: of each series the months of one indicator after those of the other. */
    private static List<String> rows(int series, int months) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < series; i++) {
            for (String indicator : List.of("QUANTITY_IN_100KG", "VALUE_IN_EUROS")) {
                for (int month = 1; month <= months; month++) {
                    rows.add("ESTAT:DS-045409(1.0),15/01/26 11:00:00,M,DE," + PARTNERS[i % PARTNERS.length] + ","
                            + (81_041_100 + i / PARTNERS.length) + ",1," + indicator + ",2025-"
                            + (month < 10 ? "0" : "") + month + "," + (i * 100 + month));
                }
            }
        }
        return rows;
    }

    @Property(tries = 60)
    void sorted_rows_are_joined_however_few_keys_are_held(
            @ForAll @IntRange(min = 1, max = 30) int series,
            @ForAll @IntRange(min = 1, max = 12) int months,
            @ForAll @IntRange(min = 1, max = 40) int held)
            throws Exception {
        // The months of one series are held whatever the limit: there are never more of them than of all time.
        List<CustomsRecord> records =
                read(rows(series, months), Math.max(held, months + 1)).orElseThrow();

        assertThat(records).hasSize(series * months);
        assertThat(records).allSatisfy(row -> assertThat(row.netWeightGrams())
                .isEqualTo(OptionalLong.of(row.valueThousandths() * 100)));
    }

    @Property(tries = 60)
    void rows_in_any_other_order_are_joined_or_the_file_is_rejected(
            @ForAll @IntRange(min = 1, max = 12) int series,
            @ForAll @IntRange(min = 1, max = 40) int held,
            @ForAll long seed)
            throws Exception {
        List<String> shuffled = new ArrayList<>(rows(series, 3));
        Collections.shuffle(shuffled, new Random(seed));

        Optional<List<CustomsRecord>> records = read(shuffled, held);

        if (held > series * 3) {
            assertThat(records).isPresent();
        }
        records.ifPresent(taken -> {
            assertThat(taken).hasSize(series * 3);
            assertThat(taken).allSatisfy(row -> assertThat(row.netWeightGrams())
                    .isEqualTo(OptionalLong.of(row.valueThousandths() * 100)));
        });
    }

    @Example
    void rows_out_of_order_beyond_the_limit_are_rejected_with_the_limit() throws Exception {
        List<String> rows = rows(4, 1);
        // All weights first, and then all values: no key is whole when the table is full.
        rows.sort((one, other) -> Boolean.compare(one.contains("VALUE"), other.contains("VALUE")));

        List<Problem> problems = problems(rows, 2);

        assertThat(problems).extracting(Problem::code).contains("value-missing");
        assertThat(problems.get(0).expected()).contains("sorted by reporter, partner, product and flow");
    }

    private static Optional<List<CustomsRecord>> read(List<String> rows, int held) throws Exception {
        Path file = Files.createTempFile("joining", ".csv");
        try {
            Files.writeString(file, HEADER + String.join("\n", rows) + "\n");
            try (CheckedFile checked = check(file, held)) {
                List<CustomsRecord> records = new ArrayList<>();
                checked.records(records::add);
                return Optional.of(records);
            }
        } catch (RejectedFileException e) {
            return Optional.empty();
        } finally {
            Files.delete(file);
        }
    }

    private static List<Problem> problems(List<String> rows, int held) throws Exception {
        Path file = Files.createTempFile("joining", ".csv");
        try {
            Files.writeString(file, HEADER + String.join("\n", rows) + "\n");
            check(file, held).close();
            return List.of();
        } catch (RejectedFileException e) {
            return e.problems().first();
        } finally {
            Files.delete(file);
        }
    }

    private static CheckedFile check(Path file, int held) throws Exception {
        Source comext = Comext.SOURCE;
        Source holding = new Source(
                comext.id(),
                comext.names(),
                comext.keys(),
                List.of(new SdmxCsvLayout(held)),
                comext.partners(),
                comext.codeLengths(),
                comext.soleReporter(),
                comext.currencies(),
                comext.valuations(),
                comext.rowCaps(),
                comext.download(),
                comext.rowsMayBePublished());
        return CheckedFile.check(
                file, holding, Sources.key("incoming/comext/f.csv"), SampleFiles.BEGUN, FileLimits.DEFAULTS);
    }
}
