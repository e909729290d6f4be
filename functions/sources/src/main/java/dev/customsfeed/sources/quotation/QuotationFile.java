package dev.customsfeed.sources.quotation;

import dev.customsfeed.ledger.QuotationContents;
import dev.customsfeed.ledger.Quoted;
import dev.customsfeed.sources.csv.CsvLine;
import dev.customsfeed.sources.csv.CsvLines;
import dev.customsfeed.sources.csv.DataLines;
import dev.customsfeed.sources.file.CustomsFile;
import dev.customsfeed.sources.file.Encoding;
import dev.customsfeed.sources.file.FileLimits;
import dev.customsfeed.sources.file.FileProblemException;
import dev.customsfeed.sources.file.PackedFile;
import dev.customsfeed.sources.key.BegunMonths;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.Problems;
import dev.customsfeed.sources.rejection.RejectedFileException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A file of prices or rates of which every line is right.
 *
 * @param observations above zero, by day; of low and high the middle
 * @param encoding the name of the encoding that it is written in
 * @param warnings what was assumed or passed over
 */
public record QuotationFile(NavigableMap<LocalDate, BigDecimal> observations, String encoding, List<String> warnings) {

    /** A quotation a day for 27 years. */
    public static final FileLimits LIMITS = new FileLimits(
            1L << 24, 200, 4096, 64, QuotationContents.MOST_OBSERVATIONS, FileLimits.DEFAULTS.maxMemory());

    private static final List<Encoding> ENCODINGS =
            List.of(Encoding.UTF_8_WITH_MARK, Encoding.GB18030_WITH_MARK, Encoding.UTF_8, Encoding.GB18030);

    private static final String ADVICE =
            "Correct the table and upload it again; what is not understood is never passed over.";

    /** Keeps copies. */
    public QuotationFile {
        observations = Collections.unmodifiableNavigableMap(new TreeMap<>(observations));
        warnings = List.copyOf(warnings);
    }

    /**
     * Checks a file on disk as a whole.
     *
     * @param path the object's bytes as they were uploaded
     * @param key what its key declares
     * @param begun says until when its days can be
     * @throws RejectedFileException if anything is wrong with it; says all that is
     * @throws IOException if it cannot be read from disk
     */
    public static QuotationFile check(Path path, QuotationKey key, BegunMonths begun)
            throws RejectedFileException, IOException {
        PackedFile packed = PackedFile.inspect(
                path, key.packing(), "a CSV file of days and quotations", "whoever publishes the quotations", LIMITS);
        try (CustomsFile text = packed.in(ENCODINGS)) {
            Problems problems = new Problems();
            Optional<QuotationFile> file = Optional.empty();
            try (CsvLines lines = CsvLines.of(text, text.packed().start().separator(), LIMITS, problems)) {
                file = read(lines, key.quoted(), text.encodingLabel(), begun, problems);
            } catch (FileProblemException e) {
                problems.add(e.problem());
            }
            if (!problems.isEmpty() || file.isEmpty()) {
                throw new RejectedFileException(
                        problems, Optional.of(layout(key.quoted())), Optional.of(text.encodingLabel()));
            }
            return file.get();
        }
    }

    /** What files of it are called: {@code price} or {@code rate}. */
    public static String layout(Quoted quoted) {
        return quoted instanceof Quoted.Price ? "price" : "rate";
    }

    private static Optional<QuotationFile> read(
            CsvLines lines, Quoted quoted, String encoding, BegunMonths begun, Problems problems) throws IOException {
        List<String> titles = new ArrayList<>();
        Optional<Map<Column, Integer>> columns =
                lines.next() ? header(lines.line(), quoted, titles, problems) : Optional.empty();
        if (columns.isEmpty()) {
            if (problems.isEmpty()) {
                problems.add(Problem.ofFile("header-missing", "no line", "the names of the columns", ADVICE));
            }
            return Optional.empty();
        }
        DataLines data = new DataLines(lines, titles, ADVICE, problems)
                .takingBlankLines()
                .endingWithNothing(0, 1)
                .wholeIfSplit();
        QuotationLines quotations = new QuotationLines(data, columns.get(), begun, problems);
        long rows = 0;
        while (data.next()) {
            if (++rows > LIMITS.maxRows()) {
                problems.add(Problem.ofLine(
                        "too-many-rows",
                        lines.line().line(),
                        "more than " + LIMITS.maxRows() + " rows",
                        "at most " + LIMITS.maxRows() + " rows in a file",
                        "Split the file by years."));
                break;
            }
            if (!data.isHeaderAgain(0) && data.hasRightFields()) {
                quotations.take();
            }
        }
        NavigableMap<LocalDate, BigDecimal> observations = quotations.all();
        if (observations.isEmpty() && problems.isEmpty()) {
            problems.add(Problem.ofFile(
                    "no-rows", "no row below the names of the columns", "at least one day with its quotation", ADVICE));
        }
        List<String> warnings = new ArrayList<>();
        warnings.addAll(data.warnings());
        if (columns.get().containsKey(Column.LOW)) {
            warnings.add("The middle of low and high is taken.");
        }
        return Optional.of(new QuotationFile(observations, encoding, warnings));
    }

    private static Optional<Map<Column, Integer>> header(
            CsvLine line, Quoted quoted, List<String> titles, Problems problems) {
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        List<List<Column>> forms = Column.forms(quoted);
        int fields = Math.min(line.fieldCount(), LIMITS.maxColumns());
        // A comma after the last column makes one more, empty, field.
        int named = fields > 1 && line.isEmpty(fields - 1) ? fields - 1 : fields;
        for (int i = 0; i < named; i++) {
            String title = line.text(i);
            titles.add(title);
            Optional<Column> column =
                    Column.of(title).filter(known -> forms.stream().anyMatch(form -> form.contains(known)));
            if (column.isEmpty()) {
                problems.add(
                        new Problem(
                                "header-unknown-column",
                                line.line(),
                                i + 1,
                                "",
                                Problem.quote(title),
                                "one of the columns of " + Column.text(forms),
                                "The first line names the columns, without currency and unit, which the path declares: rename the column or take it out."));
            } else if (columns.putIfAbsent(column.get(), i) != null) {
                problems.add(new Problem(
                        "header-repeated-column",
                        line.line(),
                        i + 1,
                        title,
                        "the column " + column.get().id() + " a second time",
                        "each column once",
                        ADVICE));
            }
        }
        if (problems.isEmpty()
                && forms.stream().noneMatch(form -> columns.keySet().equals(Column.set(form)))) {
            problems.add(Problem.ofLine(
                    "header-columns",
                    line.line(),
                    "the columns " + String.join(", ", titles),
                    Column.text(forms) + ", in any order",
                    ADVICE));
        }
        return problems.isEmpty() ? Optional.of(columns) : Optional.empty();
    }
}
