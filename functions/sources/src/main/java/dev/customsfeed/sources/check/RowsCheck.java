package dev.customsfeed.sources.check;

import dev.customsfeed.ledger.Flow;
import dev.customsfeed.sources.file.CustomsFile;
import dev.customsfeed.sources.key.KeyDeclarations;
import dev.customsfeed.sources.layout.Layout;
import dev.customsfeed.sources.layout.Reading;
import dev.customsfeed.sources.layout.Row;
import dev.customsfeed.sources.layout.RowKind;
import dev.customsfeed.sources.layout.Rows;
import dev.customsfeed.sources.layout.Source;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.Problems;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The walk over the rows of a file: what becomes of each, and which rule is asked when. What a rule is, its own class says; no rule
 * knows of the walk.
 */
final class RowsCheck {

    private static final int ROWS_BETWEEN_LOOKS_AT_MEMORY = 1 << 10;

    private final Source source;
    private final Layout layout;
    private final CustomsFile file;
    private final Reading reading;
    private final KeyDeclarations key;
    private final Problems problems;
    private final Rows rows;

    /** The flow of all rows, where header or key say it. */
    private final Optional<Flow> flow;

    private final boolean hasEverything;
    private final Optional<KeptRows> keptRows;

    private final CommodityScope scope;
    private final MonthsNotBegun monthsNotBegun;
    private final KeyContradictions keyContradictions;
    private final CommodityLevel commodityLevel;
    private final DeclaredParts declaredParts;
    private final RowLimits limits;

    private final StatedTotals statedTotals;
    private final BreakDowns breakDowns;
    private final RepeatedRows repeatedRows;
    private final SeriesOfLine seriesOfLine = new SeriesOfLine();
    private final ExcludedRows excluded = new ExcludedRows();
    private final Coverage coverage = new Coverage();
    private final ZeroWeights zeroWeights;
    private final CountedRows counted;
    private final MonthSums sums;

    private long rowCount;

    /** How many rows count, or would if they were kept. */
    private long countedWithThoseNotKept;

    /** @param rows of the file, from their beginning */
    RowsCheck(Source source, Layout layout, CustomsFile file, Reading reading, Rows rows) {
        this.source = source;
        this.layout = layout;
        this.file = file;
        this.reading = reading;
        this.key = reading.key();
        this.problems = reading.problems();
        this.rows = rows;
        this.flow = rows.soleFlow().or(key::flow);
        this.hasEverything = layout.hasEverything();
        this.keptRows = key.kept().isEmpty() && !layout.keepsRows()
                ? Optional.empty()
                : Optional.of(KeptRows.beside(file.path(), layout.dimensions().size()));

        this.scope = new CommodityScope(key);
        this.monthsNotBegun = new MonthsNotBegun(reading.begun(), problems);
        this.keyContradictions = new KeyContradictions(key, scope, problems);
        this.commodityLevel = new CommodityLevel(scope, problems);
        this.declaredParts = new DeclaredParts(key, source, layout);
        this.limits = new RowLimits(reading.limits(), layout, problems);

        SumTooLarge tooLarge = new SumTooLarge(problems);
        this.statedTotals = new StatedTotals(layout, rows, key, tooLarge);
        this.breakDowns = new BreakDowns(layout, rows);
        this.repeatedRows = new RepeatedRows(source, layout, rows.hasPartners());
        this.zeroWeights = new ZeroWeights(layout);
        this.counted = new CountedRows(tooLarge);
        this.sums = new MonthSums(layout.dimensions());
    }

    /** Checks all rows; empty if anything is wrong, which the problems of the reading tell. */
    Optional<CheckedFile> run() throws IOException {
        boolean handedOver = false;
        try {
            keyContradictions.checkHeader(flow);
            // Under a key that is wrong for the layout, too many rows would be held against each other.
            if (problems.isEmpty()) {
                readAll();
                nameRepeatedRows();
            }
            if (problems.isEmpty() && statedTotals.hasUnforeseen()) {
                sumForUnforeseenTotals();
            }
            if (problems.isEmpty()) {
                checkWhole();
            }
            if (!problems.isEmpty()) {
                return Optional.empty();
            }
            if (keptRows.isPresent()) {
                keptRows.get().finish();
            }
            CheckedFile checked = checked();
            handedOver = true;
            return Optional.of(checked);
        } finally {
            if (!handedOver && keptRows.isPresent()) {
                keptRows.get().close();
            }
        }
    }

    private void readAll() throws IOException {
        Row row = rows.row();
        while (rows.next()) {
            rowCount++;
            boolean held =
                    switch (row.kind()) {
                        case COUNTED, TOTAL, BREAK_DOWN -> take(row);
                        case PASSED_OVER -> {
                            excluded.add(row.reason());
                            yield false;
                        }
                        case WRONG -> true;
                    };
            if (held && limits.isOneTooMany(row.line())) {
                return;
            }
            if (rowCount % ROWS_BETWEEN_LOOKS_AT_MEMORY == 0 && isTooMuchMemory(row.line())) {
                return;
            }
        }
    }

    /** Takes a row; whether it is one of those that are looked at together, which takes memory. */
    private boolean take(Row row) throws IOException {
        if (!isRight(row)) {
            return true;
        }
        boolean kept = scope.isKept(row);
        int line = Math.toIntExact(row.line());
        if ((kept || hasEverything) && (row.totalOver() & Row.OVER_MONTHS) == 0) {
            coverage.note(row);
        }
        switch (row.kind()) {
            case TOTAL -> {
                excluded.add("totals");
                if (StatedTotals.areCompared(row.totalOver(), kept)) {
                    repeatedRows.addTotal(row, line);
                    statedTotals.state(row);
                }
                if (kept) {
                    breakDowns.addWhole(row, line);
                }
            }
            case BREAK_DOWN -> {
                excluded.add("break-downs by " + row.reason());
                if (kept) {
                    breakDowns.addPart(row, line);
                }
            }
            default -> count(row, line, kept);
        }
        return kept;
    }

    /** Whether what the key declares and the day of the upload allow the row. */
    private boolean isRight(Row row) {
        boolean right = (row.totalOver() & Row.OVER_MONTHS) != 0
                || monthsNotBegun.allow(rows, row) && keyContradictions.allowsMonth(rows, row);
        right &= keyContradictions.allowsFlow(rows, row);
        if ((row.totalOver() & Row.OVER_COMMODITIES) == 0) {
            right &= commodityLevel.isOneUpTo(row) & keyContradictions.allowsCommodity(rows, row);
        }
        return right;
    }

    private void count(Row row, int line, boolean kept) throws IOException {
        countedWithThoseNotKept++;
        statedTotals.addRow(row, kept);
        if (!kept) {
            excluded.addOutsideKept();
            return;
        }
        int part = declaredParts.partOf(row);
        if (part == DeclaredParts.OUTSIDE) {
            problems.add(declaredParts.contradiction(rows));
            return;
        }
        seriesOfLine.add(row, layout);
        repeatedRows.addRow(row, line);
        breakDowns.addWhole(row, line);
        coverage.noteResidual(row);
        zeroWeights.add(row);
        counted.add(row);
        sums.add(row, part);
        if (keptRows.isPresent()) {
            keptRows.get().add(row);
        }
    }

    private boolean isTooMuchMemory(long line) {
        long bytes = sums.bytes() + repeatedRows.bytes() + breakDowns.bytes() + statedTotals.bytes();
        return limits.isTooMuchMemory(bytes, sums.size(), rowCount, line);
    }

    /** Reads the file once more where rows come a second time that may not: few files have such. */
    private void nameRepeatedRows() throws IOException {
        long[] lines = repeatedRows.find();
        if (lines.length == 0) {
            return;
        }
        Reading again = new Reading(key, reading.begun(), reading.limits(), new Problems());
        Optional<Rows> opened = layout.open(file, again);
        if (opened.isEmpty()) {
            throw new IOException(file.path() + " changed while it was checked: " + again.problems());
        }
        try (Rows fromTheBeginning = opened.get()) {
            repeatedRows.name(fromTheBeginning, lines, problems);
        }
    }

    /** Few files have such totals, so that the others need not be summed for what they might be over. */
    private void sumForUnforeseenTotals() throws IOException {
        Optional<Rows> opened = layout.open(file, reading);
        if (opened.isEmpty()) {
            return;
        }
        try (Rows fromTheBeginning = opened.get()) {
            Row row = fromTheBeginning.row();
            while (fromTheBeginning.next()) {
                if (row.kind() == RowKind.COUNTED) {
                    statedTotals.addRowToUnforeseen(row, scope.isKept(row));
                }
                if (row.line() % ROWS_BETWEEN_LOOKS_AT_MEMORY == 0 && isTooMuchMemory(row.line())) {
                    return;
                }
            }
        }
    }

    private void checkWhole() {
        if (rowCount > 0) {
            tell(declaredParts.unknownCodes(sums));
        }
        tell(RowCaps.check(rowCount, source, layout, key));
        tell(breakDowns.withoutWhole(repeatedRows.keysOfRows(), repeatedRows.keysOfTotals()));
        if (countedWithThoseNotKept == 0 && problems.isEmpty()) {
            tell(new EmptyFile(source, key, flow).problem(rowCount, excluded, statedTotals));
        }
        tell(repeatedRows.ofWholeFile(counted.count()));
        statedTotals.reject(rows.currency(), problems);
    }

    private void tell(Optional<Problem> problem) {
        problem.ifPresent(problems::add);
    }

    private CheckedFile checked() {
        UnlistedCodes unlisted = new UnlistedCodes(source, layout, sums, rows.partnerNames());
        return new CheckedFile(
                file,
                source,
                layout,
                rows.layout(),
                reading,
                rows.currency(),
                counted.totals(),
                counted.count(),
                sums,
                keptRows,
                coverage.reported(source, key, flow),
                commodityLevel.length(),
                coverage.residuals(),
                rows.vintage().or(() -> key.vintage().map(Object::toString)),
                excluded.byReason(),
                warnings(unlisted),
                layout.answersWithoutTotals() || !statedTotals.areMissing(),
                unlisted.partnerNames(),
                counted.unknownWeights());
    }

    private List<String> warnings(UnlistedCodes unlisted) {
        List<String> warnings = new ArrayList<>(unlisted.warnings());
        warnings.addAll(rows.warnings());
        repeatedRows.warning().ifPresent(warnings::add);
        scope.warningOfNoneKept(countedWithThoseNotKept, counted.count()).ifPresent(warnings::add);
        statedTotals.warningOfMissing().ifPresent(warnings::add);
        zeroWeights.warning(rows.currency()).ifPresent(warnings::add);
        statedTotals.warningOfDiffering(rows.currency()).ifPresent(warnings::add);
        return List.copyOf(warnings);
    }
}
