package dev.customsfeed.verify.file;

import dev.customsfeed.sources.csv.CsvLine;
import dev.customsfeed.sources.csv.CsvLines;
import dev.customsfeed.sources.csv.DataLines;
import dev.customsfeed.sources.file.CustomsFile;
import dev.customsfeed.sources.file.Encoding;
import dev.customsfeed.sources.file.FileLimits;
import dev.customsfeed.sources.file.FileProblemException;
import dev.customsfeed.sources.file.PackedFile;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.Problems;
import dev.customsfeed.sources.rejection.RejectedFileException;
import dev.customsfeed.verify.model.FileLine;
import dev.customsfeed.verify.model.Row;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** An uploaded file of which every row is right. */
public final class VerificationFile {

    /** As for customs files, with fewer rows. */
    public static final FileLimits LIMITS =
            new FileLimits(1L << 31, 200, 4096, 64, 2_000_000, FileLimits.DEFAULTS.maxMemory());

    private static final List<Encoding> ENCODINGS =
            List.of(Encoding.UTF_8_WITH_MARK, Encoding.GB18030_WITH_MARK, Encoding.UTF_8, Encoding.GB18030);

    private static final ZoneOffset EARLIEST = ZoneOffset.ofHours(14);

    private final Path path;
    private final UploadKey key;
    private final FileLine file;
    private final Instant uploaded;
    private final long rows;
    private final String encoding;
    private final List<String> warnings;

    private VerificationFile(
            Path path,
            UploadKey key,
            FileLine file,
            Instant uploaded,
            long rows,
            String encoding,
            List<String> warnings) {
        this.path = path;
        this.key = key;
        this.file = file;
        this.uploaded = uploaded;
        this.rows = rows;
        this.encoding = encoding;
        this.warnings = List.copyOf(warnings);
    }

    /**
     * Checks a file on disk.
     *
     * @param path where its bytes lie; they must stay there for as long as {@link #rows} is called
     * @param objectKey of the object, for the lines of findings
     * @param version of the object, for the same
     * @param uploaded when: no date of the file may be later
     * @throws RejectedFileException if anything is wrong with it; says all that is
     * @throws IOException if it cannot be read from disk
     */
    public static VerificationFile check(Path path, UploadKey key, String objectKey, String version, Instant uploaded)
            throws RejectedFileException, IOException {
        FileLine file = new FileLine(objectKey, version, 0);
        Outcome outcome = read(path, key, file, uploaded, row -> {});
        return new VerificationFile(path, key, file, uploaded, outcome.rows(), outcome.encoding(), outcome.warnings());
    }

    /** What its key says. */
    public UploadKey key() {
        return key;
    }

    /** How many rows it has, repeated ones among them. */
    public long rowCount() {
        return rows;
    }

    /** The name of the encoding that it is written in. */
    public String encoding() {
        return encoding;
    }

    /** What was assumed or passed over. */
    public List<String> warnings() {
        return warnings;
    }

    /**
     * Gives all of its rows, in their order, repeated ones once.
     *
     * @throws IOException if the file cannot be read from disk, or is not the one that was checked
     */
    public void rows(Consumer<Row> sink) throws IOException {
        try {
            read(path, key, file, uploaded, sink);
        } catch (RejectedFileException e) {
            throw new IOException("the file is not the one that was checked");
        }
    }

    private record Outcome(long rows, String encoding, List<String> warnings) {}

    private static Outcome read(Path path, UploadKey key, FileLine file, Instant uploaded, Consumer<Row> sink)
            throws RejectedFileException, IOException {
        PackedFile packed =
                PackedFile.inspect(path, key.packing(), "a CSV file", "the system of the office that it is of", LIMITS);
        try (CustomsFile text = packed.in(ENCODINGS)) {
            Problems problems = new Problems();
            Outcome outcome;
            try (CsvLines lines = CsvLines.of(text, packed.start().separator(), LIMITS, problems)) {
                outcome = read(lines, key, file, text.encodingLabel(), uploaded, sink, problems);
            } catch (FileProblemException e) {
                problems.add(e.problem());
                throw rejected(problems, key, text);
            }
            if (!problems.isEmpty()) {
                throw rejected(problems, key, text);
            }
            return outcome;
        }
    }

    private static RejectedFileException rejected(Problems problems, UploadKey key, CustomsFile text) {
        return new RejectedFileException(problems, Optional.of(key.kind().folder()), Optional.of(text.encodingLabel()));
    }

    private static Outcome read(
            CsvLines lines,
            UploadKey key,
            FileLine file,
            String encoding,
            Instant uploaded,
            Consumer<Row> sink,
            Problems problems)
            throws IOException {
        List<String> titles = new ArrayList<>();
        Optional<Map<Column, Integer>> columns =
                lines.next() ? header(lines.line(), key.kind(), titles, problems) : Optional.empty();
        if (columns.isEmpty()) {
            if (problems.isEmpty()) {
                problems.add(Problem.ofFile("header-missing", "no line", "the names of the columns", Cells.AS_IT_IS));
            }
            return new Outcome(0, encoding, List.of());
        }
        LocalDate lastDay = LocalDate.ofInstant(uploaded, EARLIEST);
        // One field more than the header has may be a name whose comma no quotes hold, before an empty last column.
        int atEnd = lines.line().fieldCount() - titles.size();
        DataLines data = new DataLines(lines, titles, Cells.AS_IT_IS, problems)
                .takingBlankLines()
                .endingWithNothing(atEnd, atEnd)
                .wholeIfSplit();
        Cells cells = new Cells(data, columns.get(), lastDay, problems);
        RowReader reader = new RowReader(key, file, cells, sink);
        while (data.next()) {
            if (reader.rows() == LIMITS.maxRows()) {
                problems.add(Problem.ofLine(
                        "too-many-rows",
                        cells.line(),
                        "more than " + LIMITS.maxRows() + " rows",
                        "at most " + LIMITS.maxRows() + " rows in a file",
                        "Split the file by month or declaration."));
                break;
            }
            if (!data.isHeaderAgain(0) && data.hasRightFields()) {
                reader.take();
            }
        }
        List<String> warnings = new ArrayList<>(data.warnings());
        reader.warning().ifPresent(warnings::add);
        return new Outcome(reader.rows(), encoding, warnings);
    }

    private static Optional<Map<Column, Integer>> header(
            CsvLine line, FileKind kind, List<String> titles, Problems problems) {
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        Collection<Column> known = kind.columns();
        int fields = Math.min(line.fieldCount(), LIMITS.maxColumns() + 1);
        // A comma after the last column makes one more, empty, field.
        int named = fields > 1 && line.isEmpty(fields - 1) ? fields - 1 : fields;
        if (named > LIMITS.maxColumns()) {
            problems.add(Problem.ofLine(
                    "too-many-columns",
                    line.line(),
                    line.fieldCount() + " columns",
                    "at most " + LIMITS.maxColumns(),
                    Cells.AS_IT_IS));
        }
        for (int i = 0; i < Math.min(named, LIMITS.maxColumns()); i++) {
            String title = line.text(i);
            titles.add(title);
            Optional<Column> column = Column.of(title, known);
            if (column.isEmpty()) {
                problems.add(new Problem(
                        "header-unknown-column",
                        line.line(),
                        i + 1,
                        "",
                        Problem.quote(title),
                        "one of " + Column.labels(known),
                        "Rename the column, or take it out: a column that is not known is never ignored."));
            } else if (columns.putIfAbsent(column.get(), i) != null) {
                problems.add(new Problem(
                        "header-repeated-column",
                        line.line(),
                        i + 1,
                        title,
                        "the column " + column.get().label() + " a second time",
                        "each column at most once",
                        Cells.AS_IT_IS));
            }
        }
        if (problems.isEmpty()) {
            checkComplete(line.line(), kind, columns, problems);
        }
        return problems.isEmpty() ? Optional.of(columns) : Optional.empty();
    }

    private static void checkComplete(long line, FileKind kind, Map<Column, Integer> columns, Problems problems) {
        List<Column> missing = new ArrayList<>(kind.required());
        missing.removeAll(columns.keySet());
        boolean inOne = columns.containsKey(Column.DECLARATION_ITEM);
        boolean inTwo = columns.containsKey(Column.DECLARATION_NO) && columns.containsKey(Column.ITEM_NO);
        if (kind.namesItem() && !inOne && !inTwo) {
            missing.add(Column.DECLARATION_NO);
            missing.add(Column.ITEM_NO);
            missing.removeAll(columns.keySet());
        }
        if (!missing.isEmpty()) {
            problems.add(Problem.ofLine(
                    "header-missing-column",
                    line,
                    "only " + Column.labels(columns.keySet()),
                    "the columns " + Column.labels(missing) + " as well",
                    "Ask for them where the file comes from; " + Column.DECLARATION_ITEM.label()
                            + " may stand for declaration_no and item_no."));
        }
        if (kind.namesItem()
                && inOne
                && (columns.containsKey(Column.DECLARATION_NO) || columns.containsKey(Column.ITEM_NO))) {
            problems.add(Problem.ofLine(
                    "header-item-twice",
                    line,
                    "declaration_item beside declaration_no or item_no",
                    "one of the two ways to name an item",
                    "Take one of them out."));
        }
    }
}
