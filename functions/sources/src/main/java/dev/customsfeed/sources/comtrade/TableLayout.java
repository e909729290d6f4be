package dev.customsfeed.sources.comtrade;

import dev.customsfeed.sources.csv.CsvHeader;
import dev.customsfeed.sources.csv.CsvLine;
import dev.customsfeed.sources.csv.CsvLines;
import dev.customsfeed.sources.csv.DataLines;
import dev.customsfeed.sources.csv.TableForm;
import dev.customsfeed.sources.file.CustomsFile;
import dev.customsfeed.sources.file.Encoding;
import dev.customsfeed.sources.file.FileStart;
import dev.customsfeed.sources.key.Declaration;
import dev.customsfeed.sources.layout.Reading;
import dev.customsfeed.sources.layout.Rows;
import dev.customsfeed.sources.rejection.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A table with a header: the CSV of comtradeplus.un.org, whose rows end with a comma and whose header does not, or the bulk files,
 * with tabs and without names of what the codes stand for.
 */
final class TableLayout extends ComtradeLayout {

    private static final String DOWNLOAD = "comtradeplus.un.org";
    private static final String KEEP_AS_IT_IS =
            "Upload the file as UN Comtrade gave it: spreadsheets change codes and numbers when they save.";

    /** Columns of the site that is closed. */
    private static final Set<String> OF_OLD = Set.of("Classification", "Trade Flow Code");

    private final TableForm form;
    private final boolean bulk;

    private TableLayout(String name, String separators, boolean bulk) {
        super(name);
        this.form =
                new TableForm(separators, false, column -> Optional.of(column).filter(TableLayout::isTelling));
        this.bulk = bulk;
    }

    @Override
    public String fileKind() {
        return bulk ? "a bulk file (text with tabs)" : "a CSV file";
    }

    /** What the web site gives. */
    static TableLayout csv() {
        return new TableLayout("comtrade-csv", ",;|", false);
    }

    /** What the bulk service gives: all that a reporter said of a month, in all levels of the Harmonized System. */
    static TableLayout bulk() {
        return new TableLayout("comtrade-bulk", "\t", true);
    }

    /** By the separator and the names of the first line; the CSV of the site of old, too, so that it is rejected by name. */
    @Override
    public boolean recognises(FileStart start) {
        return start.hasHeader(
                form.separators(),
                names -> names.stream().filter(Column::isKnown).count() > 1 || !bulk && isOfOld(names));
    }

    private static boolean isTelling(String column) {
        return Column.isKnown(column) || OF_OLD.contains(column);
    }

    private static boolean isOfOld(List<String> names) {
        return names.containsAll(OF_OLD);
    }

    @Override
    public List<Encoding> encodings() {
        return List.of(Encoding.UTF_8_WITH_MARK, Encoding.UTF_8, Encoding.WINDOWS_1252);
    }

    @Override
    public Set<Declaration> mayNotDeclare() {
        return Set.of(bulk ? Declaration.HS : Declaration.KEEP);
    }

    @Override
    public boolean hasEverything() {
        return bulk;
    }

    @Override
    public boolean capped() {
        return !bulk;
    }

    @Override
    public Optional<Rows> open(CustomsFile file, Reading reading) throws IOException {
        return form.open(
                file,
                reading,
                lines -> lines.next()
                        ? header(lines.line(), reading).map(header -> new TableRows(lines, header, reading))
                        : Optional.empty());
    }

    /** Reads the header; empty if it is wrong, which the problems tell. */
    private static Optional<CsvHeader> header(CsvLine header, Reading reading) {
        List<String> names =
                IntStream.range(0, header.fieldCount()).mapToObj(header::text).toList();
        if (isOfOld(names)) {
            reading.problems()
                    .add(Problem.ofLine(
                            "layout-of-old",
                            header.line(),
                            "the layout of the old UN Comtrade (" + names.size() + " columns from "
                                    + Problem.quote(names.get(0)) + " on)",
                            "the layout of comtradeplus.un.org, which begins with typeCode, freqCode",
                            "Download the same data again from comtradeplus.un.org: the old site is closed, and figures have been"
                                    + " revised since."));
            return Optional.empty();
        }
        return CsvHeader.of(header, Column.required(), Column.others(), DOWNLOAD, reading);
    }

    /** The rows of one file. */
    private final class TableRows extends ComtradeRows {

        private final DataLines lines;
        private final Columns columns;

        TableRows(CsvLines lines, CsvHeader header, Reading reading) {
            this(lines, header, new Columns(header.names()), reading);
        }

        private TableRows(CsvLines lines, CsvHeader header, Columns columns, Reading reading) {
            super(new RecordReader(lines.line(), columns, reading, bulk), name());
            // Where the header has no comma at its end, rows of the site have one.
            this.lines = new DataLines(lines, columns.names(), KEEP_AS_IT_IS, reading.problems())
                    .takingBlankLines()
                    .endingWithNothing(header.nothingAtEnd(), Math.max(1, header.nothingAtEnd()))
                    .allAlike();
            this.columns = columns;
            for (int i = 0; i < columns.names().size(); i++) {
                if (Column.of(columns.names().get(i)).isEmpty()) {
                    this.lines.line().passOver(i);
                }
            }
        }

        @Override
        public boolean next() throws IOException {
            if (!lines.next()) {
                if (Column.of(columns.names().get(columns.count() - 1)).isPresent()) {
                    lines.checkLastLineEnds();
                }
                return false;
            }
            if (lines.isHeaderAgain(columns.index(Column.COMMODITY))) {
                record.unreadable();
            } else if (lines.hasRightFields()) {
                record.read();
            } else {
                record.unreadable();
            }
            return true;
        }

        @Override
        public List<String> warnings() {
            List<String> warnings = new ArrayList<>(lines.warnings());
            warnings.addAll(super.warnings());
            return warnings;
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
