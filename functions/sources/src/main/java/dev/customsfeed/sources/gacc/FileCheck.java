package dev.customsfeed.sources.gacc;

import de.siegmar.fastcsv.reader.CsvParseException;
import dev.customsfeed.ledger.Totals;
import dev.customsfeed.sources.file.FileLimits;
import dev.customsfeed.sources.file.SpooledFile;
import dev.customsfeed.sources.key.BegunMonths;
import dev.customsfeed.sources.key.KeyDeclarations;
import dev.customsfeed.sources.key.Months;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.Problems;
import dev.customsfeed.sources.rejection.RejectedFileException;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The first reading of a file: finds all that is wrong with it, and sums what is right. */
final class FileCheck {

    /** The portal gives no more rows than these. */
    private static final int PORTAL_ROWS = 10_000;

    private final SpooledFile file;
    private final KeyDeclarations key;
    private final BegunMonths begun;
    private final FileLimits limits;

    private final Problems problems = new Problems();
    private final RowKeys rowKeys = new RowKeys();
    private final MonthSums sums = new MonthSums();
    private final BitSet months = new BitSet();
    private final Map<CodeList, BitSet> unknownCodes = new EnumMap<>(CodeList.class);
    private Optional<Layout> layout = Optional.empty();
    private long rowCount;
    private long rowsWithoutNetWeight;
    private long netWeightKg;
    private long value;
    private boolean sumsFit = true;

    FileCheck(SpooledFile file, KeyDeclarations key, BegunMonths begun, FileLimits limits) {
        this.file = file;
        this.key = key;
        this.begun = begun;
        this.limits = limits;
        for (CodeList list : CodeList.values()) {
            unknownCodes.put(list, new BitSet());
        }
    }

    CheckedFile run() throws RejectedFileException, IOException {
        try (Rows rows = Rows.of(file, limits)) {
            readAll(rows);
        }
        if (!problems.isEmpty()) {
            throw new RejectedFileException(
                    problems,
                    layout.map(Layout::name),
                    Optional.of(file.encoding().label()));
        }
        return new CheckedFile(
                file,
                key,
                begun,
                limits,
                layout.orElseThrow(),
                new Totals(rowCount, netWeightKg, rowsWithoutNetWeight, value),
                periods(),
                sums,
                warnings());
    }

    private void readAll(Rows rows) throws IOException {
        try {
            Optional<Layout> recognised = readHeader(rows);
            if (recognised.isEmpty()) {
                return;
            }
            rows.passOverNames(recognised.get());
            RowReader reader = new RowReader(recognised.get(), key, begun, problems);
            long firstBlankLine = 0;
            while (rows.next()) {
                Row row = rows.row();
                long line = row.line();
                if (row.isBlank()) {
                    firstBlankLine = firstBlankLine == 0 ? line : firstBlankLine;
                    continue;
                }
                if (firstBlankLine > 0) {
                    blankLine(firstBlankLine);
                    firstBlankLine = 0;
                }
                if (rowCount == limits.maxRows()) {
                    tooManyRows(line);
                    return;
                }
                rowCount++;
                if (reader.read(row)) {
                    take(reader, Math.toIntExact(line));
                }
            }
            checkRowCount();
        } catch (CsvParseException e) {
            notCsv(rows.line());
        }
    }

    private Optional<Layout> readHeader(Rows rows) throws IOException {
        if (!rows.next() || rows.row().isBlank()) {
            problems.add(Problem.ofLine(
                    "header-missing",
                    rows.line(),
                    "a blank line",
                    "the names of the columns in the first line",
                    "Take blank lines before the header out, or upload the file as customs gave it."));
            return Optional.empty();
        }
        layout = Layout.of(rows.row(), limits.maxColumns(), problems);
        if (layout.isPresent() && !layout.get().has(Column.DATE) && key.period().isEmpty()) {
            problems.add(
                    Problem.ofLine(
                            "period-missing",
                            rows.line(),
                            "no column " + Column.DATE.label() + " and no period= in the path",
                            "the month, in the file or in its path",
                            "Add period=YYYY-MM/ to the path if the file is of one month; a sum over several months cannot be taken."));
            return Optional.empty();
        }
        return layout;
    }

    /** Counts a row that is right in itself. */
    private void take(RowReader row, int line) {
        int firstLine = rowKeys.put(row, line);
        if (firstLine > 0) {
            problems.add(Problem.ofLine(
                    "repeated-row",
                    line,
                    "the same month, commodity, partner, regime and province as in line " + firstLine,
                    "each of them once",
                    "Find out which of the two rows is right, or download the file again."));
            return;
        }
        months.set(row.monthNumber());
        checkKnown(CodeList.PARTNERS, row.partnerCode());
        checkKnown(CodeList.REGIMES, row.regimeCode());
        checkKnown(CodeList.PROVINCES, row.provinceCode());
        if (row.netWeightKg() == RowReader.NONE) {
            rowsWithoutNetWeight++;
        }
        try {
            netWeightKg = Math.addExact(netWeightKg, Math.max(0, row.netWeightKg()));
            value = Math.addExact(value, row.value());
        } catch (ArithmeticException e) {
            sumTooLarge(line);
        }
        sums.add(row);
    }

    private void checkKnown(CodeList list, int code) {
        if (code != RowReader.NONE && !list.has(code)) {
            unknownCodes.get(list).set(code);
        }
    }

    private void checkRowCount() {
        if (rowCount == PORTAL_ROWS && !key.rowsComplete()) {
            problems.add(Problem.ofFile(
                    "rows-cut",
                    "exactly 10,000 rows",
                    "fewer rows, for the customs portal cuts its files after 10,000",
                    "Split the download by commodity or month. If the file is known to be whole, add rows=complete/ to its"
                            + " path."));
        }
        if (rowCount == 0 && (key.period().isEmpty() || key.askedFor().isEmpty())) {
            problems.add(
                    Problem.ofFile(
                            "rows-none",
                            "a header and no rows",
                            "at least one row",
                            "Download the file again. If nothing was traded, declare period=YYYY-MM/ and hs= in the path to say so."));
        }
    }

    private void blankLine(long line) {
        problems.add(Problem.ofLine(
                "blank-line",
                line,
                "a blank line between rows",
                "blank lines at the end at most",
                "The file may have lost a row: upload it as customs gave it."));
    }

    private void tooManyRows(long line) {
        problems.add(Problem.ofLine(
                "rows-too-many",
                line,
                "more than " + limits.maxRows() + " rows",
                "at most " + limits.maxRows() + " rows",
                "Split the file by commodity or month."));
    }

    private void sumTooLarge(long line) {
        if (sumsFit) {
            problems.add(Problem.ofLine(
                    "sum-too-large",
                    line,
                    "figures whose sum is too large",
                    "figures of real trade",
                    "Check the figures up to this line: some have too many digits."));
        }
        sumsFit = false;
    }

    private void notCsv(long line) {
        problems.add(Problem.ofLine(
                "not-csv",
                line,
                "a row that cannot be parted into fields: a quote is missing or misplaced, or a field does not end",
                "quotes that are closed before the next comma or the end of the line, and doubled within a field",
                "Repair the quotes, and put commas between the columns; or upload the file as customs gave it."));
    }

    /** The months that the file has, and the one that its key declares even if nothing was traded in it. */
    private SortedSet<YearMonth> periods() {
        SortedSet<YearMonth> periods = new TreeSet<>();
        months.stream().mapToObj(Months::of).forEach(periods::add);
        key.period().ifPresent(periods::add);
        return Collections.unmodifiableSortedSet(periods);
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        unknownCodes.forEach(
                (list, codes) -> codes.stream().mapToObj(list::unknown).forEach(warnings::add));
        withoutUnit(Column.QUANTITY, Column.UNIT).ifPresent(warnings::add);
        withoutUnit(Column.SUPPLEMENTARY_QUANTITY, Column.SUPPLEMENTARY_UNIT).ifPresent(warnings::add);
        return List.copyOf(warnings);
    }

    private Optional<String> withoutUnit(Column quantity, Column unit) {
        return layout.filter(columns -> columns.has(quantity) && !columns.has(unit))
                .map(columns -> "The column " + quantity.label() + " has no column " + unit.label()
                        + " beside it; its quantities count as not reported.");
    }
}
