package dev.customsfeed.sources.check;

import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.Part;
import dev.customsfeed.ledger.Reported;
import dev.customsfeed.ledger.Residual;
import dev.customsfeed.ledger.Totals;
import dev.customsfeed.sources.codes.Code;
import dev.customsfeed.sources.codes.CodeTexts;
import dev.customsfeed.sources.file.CustomsFile;
import dev.customsfeed.sources.file.Encoding;
import dev.customsfeed.sources.file.FileProblemException;
import dev.customsfeed.sources.file.PackedFile;
import dev.customsfeed.sources.key.Declaration;
import dev.customsfeed.sources.key.KeyDeclarations;
import dev.customsfeed.sources.key.Months;
import dev.customsfeed.sources.layout.Dimension;
import dev.customsfeed.sources.layout.Field;
import dev.customsfeed.sources.layout.Layout;
import dev.customsfeed.sources.layout.Layout.DifferingTotal;
import dev.customsfeed.sources.layout.Reading;
import dev.customsfeed.sources.layout.Row;
import dev.customsfeed.sources.layout.RowKind;
import dev.customsfeed.sources.layout.Rows;
import dev.customsfeed.sources.layout.Source;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.Problems;
import dev.customsfeed.sources.rejection.RejectedFileException;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The first reading of a file: finds all that is wrong with it, and sums what is right. It is the same for all sources. */
final class FileCheck {

    private static final int NOT_IN_PARTS = -1;
    private static final int OUTSIDE = -2;

    private static final String FLOW_CONTRADICTION = "flow-contradiction";
    private static final String CORRECT_FLOW =
            "Correct the flow= in the path, or take it out: the file says itself which flow it is about.";

    private static final int ROWS_BETWEEN_LOOKS_AT_MEMORY = 1 << 10;
    private static final long BYTES_OF_A_MEGABYTE = 1_000_000;

    private final Source source;
    private final Layout layout;
    private final CustomsFile file;
    private final Reading reading;
    private final KeyDeclarations key;
    private final Problems problems;

    private final Fingerprint fingerprint = new Fingerprint();
    private final RowKeys rowKeys = RowKeys.ofEachRow();
    private final RowKeys wholes = RowKeys.distinct();
    private final RowKeys brokenDown = RowKeys.distinct();
    private final RowKeys statedTotals = RowKeys.ofEachRow();
    private final RowKeys wholeRows = RowKeys.ofEachRow();
    private final boolean keysAreWholes;
    private final CommodityScope scope;
    private final MonthSums sums;
    private final Map<Long, BitSet> reportedMonths = new HashMap<>();
    private final long[] lastReporter = new long[Flow.values().length];
    private final BitSet[] lastReportedMonths = new BitSet[Flow.values().length];
    private final Set<Residual> residuals = new LinkedHashSet<>();
    private final Map<String, Long> excluded = new TreeMap<>();
    private final CodeTexts texts = new CodeTexts();
    private final int lastMonth;
    private final int keyMonth;
    private final List<Part> parts;
    private final OptionalInt partDimension;

    /** What totals of the file can be over; beside each its groups. */
    private int[] totalsOver = {};

    private GroupTotals[] totals = {};

    /** Totals that the layout does not foresee, by what they are over: the file is read once more for their rows. */
    private final SortedMap<Integer, GroupTotals> unforeseenTotals = new TreeMap<>();

    private final UnknownWeights unknownWeights = new UnknownWeights();

    private boolean remembersWholes;

    /** The flow of all rows, where header or key say it. */
    private Optional<Flow> flow = Optional.empty();

    private Optional<KeptRows> keptRows = Optional.empty();
    private Optional<String> layoutName = Optional.empty();
    private long rowCount;
    private long heldRows;
    private long totalsCompared;
    private final SeriesOfLine seriesOfLine = new SeriesOfLine();
    private long countedRows;
    private long outsideKept;
    private long repeatedRows;
    private long wholeRowsRepeated;
    private long keptCount;
    private long netWeightGrams;
    private long netWeightNanograms;
    private long rowsWithoutNetWeight;
    private long estimatedGrams;
    private long valueThousandths;
    private boolean sumsFit = true;
    private int codeLength;
    private long codeLengthLine;
    private boolean oneLevel = true;
    private long lastCommodity = Code.INVALID;
    private long zeroWeights;
    private long zeroWeightValue;
    private boolean lacksPartners;

    private FileCheck(Source source, Layout layout, CustomsFile file, Reading reading) {
        this.source = source;
        this.layout = layout;
        this.file = file;
        this.reading = reading;
        this.key = reading.key();
        this.problems = reading.problems();
        this.sums = new MonthSums(layout.dimensions());
        this.scope = new CommodityScope(key);
        // Where nothing else tells rows apart, a row's key is what its break-downs have in common with it.
        this.keysAreWholes = layout.dimensions().stream().noneMatch(Dimension::inKey);
        this.lastMonth = Months.number(reading.begun().last());
        this.keyMonth = key.period().map(Months::number).orElse(0);
        this.parts = List.copyOf(key.parts());
        this.partDimension = dimensionOf(parts, layout);
    }

    /** The dimension of the layout that the declared parts are values of; empty for partners, pages and the whole. */
    private static OptionalInt dimensionOf(List<Part> parts, Layout layout) {
        for (int i = 0; i < layout.dimensions().size() && !parts.isEmpty(); i++) {
            if (layout.dimensions()
                    .get(i)
                    .name()
                    .equals(parts.get(0).dimension().id())) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** Recognises the layout of a file and reads all of it. */
    static CheckedFile run(PackedFile packed, Source source, Reading reading)
            throws RejectedFileException, IOException {
        Layout layout = recognise(packed, source);
        CustomsFile file = packed.in(layout.encodings());
        boolean handedOver = false;
        try {
            CheckedFile checked = new FileCheck(source, layout, file, reading).run();
            handedOver = true;
            return checked;
        } finally {
            if (!handedOver) {
                file.close();
            }
        }
    }

    private static Layout recognise(PackedFile packed, Source source) throws RejectedFileException, IOException {
        var start = packed.start();
        Optional<Layout> layout = source.layouts().stream()
                .filter(candidate -> candidate.recognises(start))
                .findFirst();
        if (layout.isPresent()) {
            return layout.get();
        }
        Problem unknown = Problem.ofLine(
                "layout-unknown",
                1,
                "a file that begins with " + Problem.quote(Encoding.UTF_8.text(start.firstLine())),
                "one of the layouts of " + source.names().get("en") + ": "
                        + String.join(
                                ", ",
                                source.layouts().stream().map(Layout::name).toList()),
                "Download the file again from " + source.download() + ", or upload it under the source that it is of.");
        throw new RejectedFileException(Problems.of(start.json(Encoding.UTF_8, source.fileKinds(), source.download())
                .orElse(unknown)));
    }

    private CheckedFile run() throws RejectedFileException, IOException {
        boolean handedOver = false;
        try {
            checkDeclared();
            Optional<Rows> opened = layout.open(file, reading);
            if (opened.isPresent()) {
                try (Rows rows = opened.get()) {
                    layoutName = Optional.of(rows.layout());
                    totalsOver = layout.totals().stream()
                            .filter(rows::hasTotalsOver)
                            .mapToInt(Integer::intValue)
                            .toArray();
                    totals = IntStream.of(totalsOver)
                            .mapToObj(over -> new GroupTotals())
                            .toArray(GroupTotals[]::new);
                    remembersWholes = layout.breaksDown() && rows.hasBreakDowns() && !keysAreWholes;
                    flow = rows.soleFlow().or(key::flow);
                    lacksPartners = !rows.hasPartners();
                    checkFlow(rows);
                    // Under a key that is wrong for the layout, too many rows would be held against each other.
                    if (problems.isEmpty()) {
                        readAll(rows);
                        findRepeatedRows();
                    }
                    if (problems.isEmpty() && !unforeseenTotals.isEmpty()) {
                        sumForUnforeseenTotals();
                    }
                    if (problems.isEmpty()) {
                        checkWhole(rows.currency());
                    }
                    if (problems.isEmpty()) {
                        if (keptRows.isPresent()) {
                            keptRows.get().finish();
                        }
                        CheckedFile checked = checked(rows);
                        handedOver = true;
                        return checked;
                    }
                }
            }
        } catch (FileProblemException e) {
            problems.add(e.problem());
        } finally {
            if (!handedOver && keptRows.isPresent()) {
                keptRows.get().close();
            }
        }
        throw new RejectedFileException(problems, layoutName, Optional.of(file.encodingLabel()));
    }

    /** A header that contradicts the key is one problem, rather than one a row. */
    private void checkFlow(Rows rows) {
        if (key.flow().isPresent() && !flow.equals(key.flow())) {
            String declared = key.flow().get().id();
            problems.add(Problem.ofLine(
                    FLOW_CONTRADICTION,
                    1,
                    "the columns of a file of " + flow.orElseThrow().id() + "s",
                    declared + "s, for the key declares flow=" + declared,
                    CORRECT_FLOW));
        }
    }

    /** Holds what the key declares against what files of the layout are read by. */
    private void checkDeclared() {
        if (layout.mustKeep() && !key.declares(Declaration.KEEP)) {
            problems.add(KeyDeclarations.keepMissing());
        }
        for (Declaration declaration : Declaration.values()) {
            if (layout.mayNotDeclare().contains(declaration) && key.declares(declaration)) {
                problems.add(Problem.ofFile(
                        "key-" + declaration.id(),
                        declaration.id() + "= in the path of a file in the layout " + layout.name(),
                        "no " + declaration.id() + "= for files of this layout",
                        layout.mustKeep() && declaration == Declaration.HS
                                ? "Write keep= in place of hs=: the file has everything, and keep= says what to store of it."
                                : "Take " + declaration.id() + "= out of the path."));
            }
        }
    }

    private void readAll(Rows rows) throws IOException {
        if (!key.kept().isEmpty() || layout.keepsRows()) {
            keptRows =
                    Optional.of(KeptRows.beside(file.path(), layout.dimensions().size()));
        }
        Row row = rows.row();
        while (rows.next()) {
            rowCount++;
            boolean held =
                    switch (row.kind()) {
                        case COUNTED, TOTAL, BREAK_DOWN -> take(rows, row);
                        case PASSED_OVER -> {
                            exclude(row.reason());
                            yield false;
                        }
                        case WRONG -> true;
                    };
            if (held && ++heldRows > reading.limits().maxRows()) {
                tooManyRows(row.line());
                return;
            }
            if (rowCount % ROWS_BETWEEN_LOOKS_AT_MEMORY == 0 && takesTooMuchMemory(row.line())) {
                return;
            }
        }
    }

    /** Holds the keys of all rows against each other; rows that come twice where they may not are problems. */
    private void findRepeatedRows() throws IOException {
        long[] sameKey = rowKeys.repeated();
        long[] sameFigures = sameKey.length == 0 ? sameKey : wholeRows.repeated();
        wholeRowsRepeated = sameFigures.length;
        if (layout.takesRepeatedRows()) {
            repeatedRows = sameKey.length;
            return;
        }
        // Rows without partners may be of several.
        long[] rejected = lacksPartners ? sameFigures : sameKey;
        repeatedRows = sameKey.length - rejected.length;
        nameRepeatedRows(LongStream.concat(LongStream.of(rejected), LongStream.of(statedTotals.repeated()))
                .sorted()
                .toArray());
    }

    /**
     * Reads the file once more for the rows that come a second time, up to the last of them: few files have such.
     *
     * @param lines see {@link RowKeys#repeated}
     */
    private void nameRepeatedRows(long[] lines) throws IOException {
        if (lines.length == 0) {
            return;
        }
        Reading again = new Reading(key, reading.begun(), reading.limits(), new Problems());
        Optional<Rows> opened = layout.open(file, again);
        if (opened.isEmpty()) {
            throw new IOException(file.path() + " changed while it was checked: " + again.problems());
        }
        try (Rows rows = opened.get()) {
            Row row = rows.row();
            for (int left = lines.length; left > 0 && rows.next(); ) {
                int at = Arrays.binarySearch(lines, row.line() << Integer.SIZE);
                // Lines are from 1 on: what is searched for is in no place, and would be right before its line.
                int place = -at - 1;
                if (place < lines.length && lines[place] >>> Integer.SIZE == row.line()) {
                    repeated(row, (int) lines[place]);
                    left--;
                }
            }
        }
    }

    /** Few files have such totals, so that the others need not be summed for what they might be over. */
    private void sumForUnforeseenTotals() throws IOException {
        Optional<Rows> opened = layout.open(file, reading);
        if (opened.isEmpty()) {
            return;
        }
        try (Rows rows = opened.get()) {
            Row row = rows.row();
            while (rows.next()) {
                if (row.kind() == RowKind.COUNTED) {
                    boolean kept = isKept(row);
                    unforeseenTotals.forEach((over, groups) -> addTo(groups, over, row, kept));
                }
                if (row.line() % ROWS_BETWEEN_LOOKS_AT_MEMORY == 0 && takesTooMuchMemory(row.line())) {
                    return;
                }
            }
        }
    }

    private void addTo(GroupTotals groups, int over, Row row, boolean kept) {
        try {
            if (isCompared(over, kept)) {
                groups.addRow(groupOf(row, over), row);
            }
        } catch (ArithmeticException e) {
            tooLarge(Math.toIntExact(row.line()));
        }
    }

    private void exclude(String reason) {
        excluded.merge(reason, 1L, Long::sum);
    }

    /** Takes a row; whether it is one of those that are looked at together, which takes memory. */
    private boolean take(Rows rows, Row row) throws IOException {
        if (!isRight(rows, row)) {
            return true;
        }
        boolean kept = isKept(row);
        int line = Math.toIntExact(row.line());
        if ((kept || layout.hasEverything()) && (row.totalOver() & Row.OVER_MONTHS) == 0) {
            noteReported(row);
        }
        switch (row.kind()) {
            case TOTAL -> {
                exclude("totals");
                if (isCompared(row.totalOver(), kept)) {
                    state(row, line);
                }
                if (kept && remembersWholes) {
                    wholes.add(base(row), line);
                }
            }
            case BREAK_DOWN -> {
                exclude("break-downs by " + row.reason());
                if (kept) {
                    brokenDown.add(keysAreWholes ? keyOf(row) : base(row), line);
                }
            }
            default -> count(row, line, kept, rows);
        }
        return kept;
    }

    /** Totals over commodities are the sum of rows outside keep= as well; others stand beside rows of the same commodity. */
    private static boolean isCompared(int over, boolean kept) {
        return kept || (over & Row.OVER_COMMODITIES) != 0;
    }

    private void state(Row row, int line) {
        statedTotals.add(keyOf(row), line);
        totalsCompared++;
        try {
            totalsOver(row.totalOver()).state(groupOf(row, row.totalOver()), row);
        } catch (ArithmeticException e) {
            tooLarge(line);
        }
    }

    private GroupTotals totalsOver(int over) {
        for (int i = 0; i < totals.length; i++) {
            if (totalsOver[i] == over) {
                return totals[i];
            }
        }
        return unforeseenTotals.computeIfAbsent(over, any -> new GroupTotals());
    }

    private void count(Row row, int line, boolean kept, Rows rows) throws IOException {
        countedRows++;
        for (int i = 0; i < totals.length; i++) {
            addTo(totals[i], totalsOver[i], row, kept);
        }
        if (!kept) {
            outsideKept++;
            return;
        }
        int part = partOf(row);
        if (part == OUTSIDE) {
            contradictsParts(rows, row);
            return;
        }
        seriesOfLine.add(row, layout);
        rowKeys.add(keyOf(row), line);
        if (layout.takesRepeatedRows() || lacksPartners) {
            wholeRows.add(withFigures(row), line);
        }
        if (remembersWholes) {
            wholes.add(base(row), line);
        }
        keptCount++;
        if (row.netWeightGrams() == 0 && row.valueThousandths() > 0) {
            zeroWeights++;
            zeroWeightValue += row.valueThousandths();
        }
        if (row.isResidual()) {
            residuals.add(
                    new Residual(texts.text(row.reporter()), row.flow(), Months.of(row.month()), row.residualPrefix()));
        }
        sum(row, line);
        sums.add(row, part);
        if (keptRows.isPresent()) {
            keptRows.get().add(row);
        }
    }

    private void sum(Row row, int line) {
        try {
            valueThousandths = Math.addExact(valueThousandths, row.valueThousandths());
            if (row.netWeightGrams() == Row.UNKNOWN) {
                rowsWithoutNetWeight++;
                unknownWeights.add(row);
            } else {
                netWeightGrams = Math.addExact(netWeightGrams, row.netWeightGrams());
                if (row.netWeightNanograms() > 0) {
                    netWeightNanograms += row.netWeightNanograms();
                    // What it will be rounded to must fit as well.
                    Weights.rounded(netWeightGrams, netWeightNanograms);
                }
                estimatedGrams += row.netWeightEstimated() ? row.netWeightGrams() : 0;
            }
        } catch (ArithmeticException e) {
            tooLarge(line);
        }
    }

    private void tooLarge(int line) {
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

    private void noteReported(Row row) {
        int flow = row.flow().ordinal();
        if (lastReportedMonths[flow] == null || lastReporter[flow] != row.reporter()) {
            // One long for reporter and flow: no code of eleven signs uses the highest bit.
            long who = row.reporter() * 2 + flow;
            lastReporter[flow] = row.reporter();
            lastReportedMonths[flow] = reportedMonths.computeIfAbsent(who, any -> new BitSet());
        }
        lastReportedMonths[flow].set(row.month());
    }

    /** Whether what the key declares and the day of the upload allow the row. */
    private boolean isRight(Rows rows, Row row) {
        boolean right = true;
        if ((row.totalOver() & Row.OVER_MONTHS) != 0) {
            right = true;
        } else if (row.month() > lastMonth) {
            problems.add(rows.problem(
                    Field.MONTH,
                    "date-not-begun",
                    reading.begun().expected(),
                    "Download the file again; if customs dates it so, upload it once the month has begun."));
            right = false;
        } else if (keyMonth != 0 && row.month() != keyMonth) {
            YearMonth declared = Months.of(keyMonth);
            problems.add(rows.problem(
                    Field.MONTH,
                    "period-contradiction",
                    declared.toString().replace("-", "") + ", for the key declares period=" + declared,
                    "Correct the period= in the path, or take it out: the file has its own dates."));
            right = false;
        }
        if (key.flow().isPresent() && row.flow() != key.flow().get()) {
            problems.add(rows.problem(
                    Field.FLOW,
                    FLOW_CONTRADICTION,
                    key.flow().get().id() + ", for the key declares flow="
                            + key.flow().get().id(),
                    CORRECT_FLOW));
            right = false;
        }
        if ((row.totalOver() & Row.OVER_COMMODITIES) == 0) {
            right &= isLevel(row) & isAskedFor(rows, row);
        }
        return right;
    }

    private boolean isLevel(Row row) {
        if (row.commodity() == lastCommodity) {
            return oneLevel;
        }
        lastCommodity = row.commodity();
        int length = scope.length(row);
        if (codeLength == 0) {
            codeLength = length;
            codeLengthLine = row.line();
        }
        if (length != codeLength && oneLevel) {
            oneLevel = false;
            problems.add(Problem.ofLine(
                    "levels-mixed",
                    row.line(),
                    "the commodity code " + texts.text(row.commodity()) + " of " + length + " digits, and codes of "
                            + codeLength + " digits from line " + codeLengthLine + " on",
                    "codes of one length: a longer one is part of a shorter one, and would be counted twice",
                    "Download each level by itself."));
        }
        return oneLevel;
    }

    private boolean isAskedFor(Rows rows, Row row) {
        boolean askedFor = scope.isAskedFor(row);
        if (!askedFor) {
            problems.add(rows.problem(
                    Field.COMMODITY,
                    "hs-contradiction",
                    "a code that begins with " + String.join(" or ", key.askedFor()) + ", for the key declares hs="
                            + String.join("+", key.askedFor()),
                    "Add the code to hs= in the path if the file was asked for it."));
        }
        return askedFor;
    }

    private boolean isKept(Row row) {
        return key.kept().isEmpty() || (row.totalOver() & Row.OVER_COMMODITIES) == 0 && scope.isKept(row);
    }

    private int partOf(Row row) {
        if (parts.isEmpty()) {
            return NOT_IN_PARTS;
        }
        Part first = parts.get(0);
        if (first.dimension() == Part.Dimension.PAGE) {
            return 0;
        }
        long code = partDimension.isPresent()
                ? row.dimension(partDimension.getAsInt())
                : first.dimension() == Part.Dimension.PARTNER ? row.partner() : Code.NONE;
        if (code == Code.NONE) {
            // A file without the column is about the one value that it was limited to.
            return parts.size() == 1 ? 0 : OUTSIDE;
        }
        String text = texts.text(code);
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).value().equals(text)) {
                return i;
            }
        }
        return OUTSIDE;
    }

    private void contradictsParts(Rows rows, Row row) {
        Part.Dimension dimension = parts.get(0).dimension();
        String declared = dimension.id() + "="
                + String.join("+", parts.stream().map(Part::value).toList());
        problems.add(rows.problem(
                switch (dimension) {
                    case PARTNER -> Field.PARTNER;
                    case PROVINCE -> Field.PROVINCE;
                    case REGIME -> Field.REGIME;
                    case PAGE -> Field.MONTH;
                },
                "part-contradiction",
                "one of the codes that the key declares with " + declared,
                "Add the code to the path if the file was limited to it too, or take " + dimension.id()
                        + "= out if the file is about all."));
    }

    /** The key of a row: what no other row of the file may have. */
    private Fingerprint keyOf(Row row) {
        base(row);
        List<Dimension> dimensions = layout.dimensions();
        for (int i = 0; i < dimensions.size(); i++) {
            if (dimensions.get(i).inKey()) {
                fingerprint.with(row.dimension(i));
            }
        }
        return fingerprint.with(row.distinction());
    }

    /**
     * All that a row says, whose key was made last: where rows may repeat a key, whole rows that come twice tell that the file holds
     * itself twice.
     */
    private Fingerprint withFigures(Row row) {
        return fingerprint
                .with(row.valueThousandths())
                .with(row.netWeightGrams())
                .with(row.quantityThousandths())
                .with(row.supplementaryThousandths());
    }

    /** What a break-down has in common with the row that says the whole. */
    private Fingerprint base(Row row) {
        return fingerprint
                .begin(row.flow().ordinal())
                .with(row.reporter())
                .with(row.month())
                .with(row.commodity())
                .with(row.partner());
    }

    /** The group that a total over some fields is the sum of. */
    private Fingerprint groupOf(Row row, int over) {
        fingerprint
                .begin(over << 1 | row.flow().ordinal())
                .with(row.reporter())
                .with((over & Row.OVER_MONTHS) == 0 ? row.month() : 0)
                .with((over & Row.OVER_COMMODITIES) == 0 ? row.commodity() : Code.NONE)
                .with((over & Row.OVER_PARTNERS) == 0 ? row.partner() : Code.NONE);
        for (int i = 0; i < layout.dimensions().size(); i++) {
            boolean telling = layout.dimensions().get(i).inKey() && (over & Row.overDimension(i)) == 0;
            fingerprint.with(telling ? row.dimension(i) : Code.NONE);
        }
        return fingerprint;
    }

    /**
     * Where no row names its partner, province or regime, the key alone says it: a code that nobody knows would be one more of them, and the
     * code of all of them would count them twice.
     */
    private void checkPartCodes() {
        if (rowCount == 0 || parts.isEmpty() || parts.get(0).dimension() == Part.Dimension.PAGE) {
            return;
        }
        Part.Dimension dimension = parts.get(0).dimension();
        int place = partDimension.orElse(NOT_IN_PARTS);
        if (dimension != Part.Dimension.PARTNER && partDimension.isEmpty()
                || !sums.codes(place).isEmpty()) {
            return;
        }
        List<String> unknown = parts.stream()
                .map(Part::value)
                .filter(code -> dimension == Part.Dimension.PARTNER
                        ? source.partners().find(code).isEmpty()
                        : !layout.knows(layout.dimensions().get(place), code))
                .toList();
        if (!unknown.isEmpty()) {
            problems.add(Problem.ofFile(
                    "key-" + dimension.id(),
                    Problem.quote(dimension.id() + "=" + String.join("+", unknown))
                            + " in the path of a file whose rows do not say their " + dimension.id(),
                    "codes of the list that " + source.names().get("en") + " writes them by",
                    "Correct the code in the path, or upload the file with its column of codes. Without "
                            + dimension.id() + "= the file is about all."));
        }
    }

    private void checkWhole(String currency) {
        checkPartCodes();
        long capped = rowCount;
        if (layout.capped() && source.rowCaps().contains(capped) && !key.rowsComplete()) {
            problems.add(Problem.ofFile(
                    "rows-cut",
                    "exactly " + String.format(Locale.ROOT, "%,d", capped) + " rows",
                    "fewer rows, for " + source.download() + " cuts its answers after "
                            + String.format(Locale.ROOT, "%,d", capped),
                    "Split the download by commodity or month."
                            + (key.rules().takes(Declaration.ROWS)
                                    ? " If the file is known to be whole, add rows=complete/ to its path."
                                    : "")));
        }
        checkBreakDowns();
        if (countedRows == 0 && problems.isEmpty()) {
            checkEmpty();
        }
        if (wholeRowsRepeated > 0 && 2 * wholeRowsRepeated >= keptCount) {
            problems.add(Problem.ofFile(
                    "rows-doubled",
                    wholeRowsRepeated + " of " + keptCount
                            + " rows that come a second time, with the same codes and figures",
                    "each row once",
                    "The file seems to hold a download twice: download it again."));
        }
        if (layout.differingTotal() == DifferingTotal.REJECT) {
            GroupTotals.Rounding rounding = GroupTotals.Rounding.of(layout);
            forEachStated((over, stated) -> {
                if (stated.valueDiffers(rounding)) {
                    totalDiffers(over, stated, stated.value(), stated.sumOfValues(), currency);
                } else if (stated.netWeightDiffers(rounding)) {
                    totalDiffers(over, stated, stated.netWeight(), stated.sumOfNetWeights(), "kg");
                }
            });
        }
    }

    /** Gives each total with what it is over. */
    private void forEachStated(BiConsumer<Integer, GroupTotals.Stated> sink) {
        for (int i = 0; i < totals.length; i++) {
            int over = totalsOver[i];
            totals[i].forEachStated(stated -> sink.accept(over, stated));
        }
        unforeseenTotals.forEach((over, groups) -> groups.forEachStated(stated -> sink.accept(over, stated)));
    }

    private void checkEmpty() {
        boolean saysNothing = key.askedFor().isEmpty()
                || key.period().isEmpty()
                || source.soleReporter().isEmpty() && key.reporters().isEmpty()
                || flow.isEmpty();
        // What the totals say is compared with the rows that are not there: it is nothing, or the file is rejected.
        boolean totalsSayNothing = totalsCompared > 0 && layout.differingTotal() == DifferingTotal.REJECT;
        // Rows that are there and passed over are no sign that nothing was traded.
        if ((saysNothing || rowCount > 0) && !totalsSayNothing) {
            boolean mayDeclare = rowCount == 0
                    && key.rules().takes(Declaration.PERIOD)
                    && key.rules().takes(Declaration.HS)
                    && (flow.isPresent() || key.rules().takes(Declaration.FLOW))
                    && (source.soleReporter().isPresent() || key.rules().takes(Declaration.REPORTERS));
            problems.add(Problem.ofFile(
                    "rows-none",
                    rowCount == 0 ? "a header and no rows" : "no row that counts, for " + reasons(),
                    "at least one row",
                    "Download the file again."
                            + (mayDeclare
                                    ? " If nothing was traded, declare period=YYYY-MM/ and hs= in the path to say so."
                                    : "")));
        }
    }

    /** Why rows do not count, e.g. {@code 3 of 3 are of another level}. */
    private String reasons() {
        return excluded.entrySet().stream()
                .map(reason -> reason.getValue() + " of " + rowCount + " are " + reason.getKey())
                .collect(Collectors.joining(", "));
    }

    private void checkBreakDowns() {
        int line = keysAreWholes
                ? brokenDown.firstLineMissingIn(rowKeys, statedTotals)
                : brokenDown.firstLineMissingIn(wholes);
        if (line > 0) {
            problems.add(
                    Problem.ofLine(
                            "break-down-alone",
                            line,
                            "a row that is a part of a figure, and no row of the whole figure",
                            "the row of the whole beside its parts",
                            "Download again with the totals of all break-downs; parts cannot be added up safely, for they overlap."));
        }
    }

    private void totalDiffers(int over, GroupTotals.Stated stated, long found, long sum, String unit) {
        boolean overPartners = (over & Row.OVER_PARTNERS) != 0;
        String rows = stated.rows() == 1 ? "1 row adds" : stated.rows() + " rows add";
        problems.add(Problem.ofLine(
                "total-differs",
                stated.line(),
                "a total of " + decimal(found) + " " + unit + ", where its " + rows + " up to " + decimal(sum) + " "
                        + unit,
                "a total that is the sum of its rows",
                stated.rows() == 0
                        ? "The file has only the total: download it with the rows that the total adds up."
                        : "Rows may be missing: download the file again, with all " + whatIsSummed(over) + "."
                                + (overPartners && key.rules().takes(Declaration.PARTNER)
                                        ? " If it was limited to some, say so by partner= in the path."
                                        : "")));
    }

    private static String whatIsSummed(int over) {
        if ((over & Row.OVER_PARTNERS) != 0) {
            return "partners";
        }
        return (over & Row.OVER_COMMODITIES) != 0
                ? "commodities"
                : (over & Row.OVER_MONTHS) != 0 ? "months" : "rows that it is the total of";
    }

    private static String decimal(long thousandths) {
        return new java.math.BigDecimal(java.math.BigInteger.valueOf(thousandths), 3)
                .stripTrailingZeros()
                .toPlainString();
    }

    private void repeated(Row row, long firstLine) {
        List<String> names = new ArrayList<>(List.of("month", "commodity"));
        if (source.soleReporter().isEmpty()) {
            names.addAll(0, List.of("reporter", "flow"));
        }
        boolean partnerTold = row.partner() != Code.NONE || (row.totalOver() & Row.OVER_PARTNERS) != 0;
        if (partnerTold) {
            names.add("partner");
        }
        for (int i = 0; i < layout.dimensions().size(); i++) {
            boolean told = row.dimension(i) != Code.NONE || (row.totalOver() & Row.overDimension(i)) != 0;
            if (layout.dimensions().get(i).inKey() && told) {
                names.add(layout.dimensions().get(i).name());
            }
        }
        String fields = String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.get(names.size() - 1);
        problems.add(Problem.ofLine(
                "repeated-row",
                row.line(),
                "the same " + fields + " as in line " + firstLine,
                "each of them once",
                "Find out which of the two rows is right, or download the file again."
                        + (partnerTold
                                ? ""
                                : " If rows differ in a column that was taken out of the file, such as the partner, upload it with"
                                        + " that column.")));
    }

    private void tooManyRows(long line) {
        problems.add(Problem.ofLine(
                "rows-too-many",
                line,
                "more than " + reading.limits().maxRows() + " rows",
                "at most " + reading.limits().maxRows() + " rows",
                "Split the file by commodity or month."));
    }

    private boolean takesTooMuchMemory(long line) {
        long bytes = sums.bytes();
        for (RowKeys keys : List.of(rowKeys, wholes, brokenDown, statedTotals, wholeRows)) {
            bytes += keys.bytes();
        }
        for (GroupTotals groups : totals) {
            bytes += groups.bytes();
        }
        for (GroupTotals groups : unforeseenTotals.values()) {
            bytes += groups.bytes();
        }
        if (bytes <= reading.limits().maxMemory()) {
            return false;
        }
        problems.add(Problem.ofLine(
                "sums-too-many",
                line,
                sums.size() + " sums of a commodity's month by partner" + ofOtherDimensions() + " in " + rowCount
                        + " rows, which with all that is compared take more than "
                        + reading.limits().maxMemory() / BYTES_OF_A_MEGABYTE + " MB of memory",
                "at most " + reading.limits().maxMemory() / BYTES_OF_A_MEGABYTE
                        + " MB: 16 to 32 bytes for each row, some 80 for each sum and each commodity's month",
                "Split the file by commodity or month."));
        return true;
    }

    private String ofOtherDimensions() {
        return layout.dimensions().stream()
                .filter(Dimension::split)
                .map(dimension -> " or " + dimension.name())
                .collect(Collectors.joining());
    }

    private CheckedFile checked(Rows rows) {
        return new CheckedFile(
                file,
                source,
                layout,
                rows.layout(),
                reading,
                rows.currency(),
                new Totals(
                        keptCount,
                        Weights.rounded(netWeightGrams, netWeightNanograms),
                        rowsWithoutNetWeight,
                        estimatedGrams,
                        valueThousandths),
                keptCount,
                sums,
                keptRows,
                reported(),
                codeLength == 0 ? OptionalInt.empty() : OptionalInt.of(codeLength),
                List.copyOf(residuals),
                rows.vintage().or(() -> key.vintage().map(Object::toString)),
                excluded(),
                warnings(rows, rows.currency()),
                layout.answersWithoutTotals() || !lacksTotals(),
                namesOfUnlistedPartners(rows),
                unknownWeights.reasons());
    }

    private SortedMap<String, String> namesOfUnlistedPartners(Rows rows) {
        SortedMap<String, String> names = new TreeMap<>(rows.partnerNames());
        names.keySet().retainAll(sums.codes(-1));
        names.keySet().removeAll(source.partners().entries().keySet());
        return Collections.unmodifiableSortedMap(names);
    }

    private List<Reported> reported() {
        SortedMap<String, Reported> grouped = new TreeMap<>();
        Map<Flow, Map<SortedSet<YearMonth>, SortedSet<String>>> byMonths = new TreeMap<>();
        reportedMonths.forEach((who, months) -> {
            Flow flow = Flow.values()[(int) (who % 2)];
            SortedSet<YearMonth> periods = new TreeSet<>();
            months.stream().mapToObj(Months::of).forEach(periods::add);
            key.period().ifPresent(periods::add);
            byMonths.computeIfAbsent(flow, any -> new HashMap<>())
                    .computeIfAbsent(periods, any -> new TreeSet<>())
                    .add(Code.text(who / 2));
        });
        SortedSet<String> declared = new TreeSet<>(key.reporters());
        if (reportedMonths.isEmpty()) {
            source.soleReporter().ifPresent(declared::add);
        }
        SortedSet<YearMonth> months = new TreeSet<>();
        reportedMonths
                .values()
                .forEach(some -> some.stream().mapToObj(Months::of).forEach(months::add));
        key.period().ifPresent(months::add);
        if (!declared.isEmpty() && !months.isEmpty()) {
            Set<Flow> flows = new TreeSet<>(byMonths.keySet());
            flow.ifPresent(flows::add);
            flows.forEach(flow -> byMonths.computeIfAbsent(flow, any -> new HashMap<>())
                    .computeIfAbsent(months, any -> new TreeSet<>())
                    .addAll(declared));
        }
        byMonths.forEach((flow, some) -> some.forEach((periods, reporters) -> grouped.put(
                flow.id() + periods + reporters,
                new Reported(
                        flow,
                        Collections.unmodifiableSortedSet(reporters),
                        Collections.unmodifiableSortedSet(periods)))));
        return List.copyOf(grouped.values());
    }

    private SortedMap<String, Long> excluded() {
        SortedMap<String, Long> all = new TreeMap<>(excluded);
        if (outsideKept > 0) {
            all.put("rows outside keep=", outsideKept);
        }
        return Collections.unmodifiableSortedMap(all);
    }

    private List<String> warnings(Rows rows, String currency) {
        List<String> warnings = new ArrayList<>();
        sums.codes(-1).stream()
                .filter(code -> source.partners().find(code).isEmpty())
                .forEach(code -> warnings.add(unlistedPartner(code, rows.partnerNames())));
        for (int i = 0; i < layout.dimensions().size(); i++) {
            Dimension dimension = layout.dimensions().get(i);
            String name = dimension.name().substring(0, 1).toUpperCase(Locale.ROOT)
                    + dimension.name().substring(1);
            sums.codes(i).stream()
                    .filter(code -> !layout.knows(dimension, code))
                    .forEach(code -> warnings.add(unknown(name, code)));
        }
        warnings.addAll(rows.warnings());
        if (repeatedRows > 0 && lacksPartners) {
            warnings.add(repeatedRows
                    + (repeatedRows == 1 ? " row has the codes of another row" : " rows have the codes of another row")
                    + " and other figures: taken for trade with other partners, which the file does not tell, and added up. If they"
                    + " correct each other, upload the file with its partners.");
        } else if (repeatedRows > 0) {
            warnings.add(repeatedRows + (repeatedRows == 1 ? " row has" : " rows have")
                    + " the key of another row; they are added up.");
        }
        if (keptCount == 0 && countedRows > 0) {
            warnings.add("No row of " + countedRows + " has a commodity of keep=" + String.join("+", key.kept())
                    + ": the file says that there was no trade in it.");
        }
        if (lacksTotals()) {
            warnings.add(withoutTotals(countUnstated()));
        }
        if (zeroWeights > 0 && layout.roundsWeights()) {
            warnings.add(
                    (zeroWeights == 1 ? "1 row has" : zeroWeights + " rows have") + " a weight of 0 kg beside a value, "
                            + decimal(zeroWeightValue) + " " + currency
                            + " together: taken as reported, for the office rounds its weights.");
        }
        if (layout.differingTotal() == DifferingTotal.WARN) {
            differingTotals(currency).ifPresent(warnings::add);
        }
        return List.copyOf(warnings);
    }

    private static String unlistedPartner(String code, SortedMap<String, String> names) {
        return names.containsKey(code)
                ? "Partner code " + code
                        + " is not in the code list; its rows are kept under the code and the name that the file"
                        + " gives it, " + Problem.quote(names.get(code)) + "."
                : unknown("Partner", code);
    }

    private static String unknown(String what, String code) {
        return what + " code " + code + " is not in the code list; its rows are kept under the code.";
    }

    /** Whether rows have no total beside them that should, unless the key says that they are a part. */
    private boolean lacksTotals() {
        return layout.expectsTotals() && parts.isEmpty() && countUnstated() > 0;
    }

    /**
     * How many sums over partners have no total. Where a file has totals over partners and something else at once, those over
     * partners alone may be left out, and the other way round.
     */
    private long countUnstated() {
        return IntStream.range(0, totals.length)
                .filter(i -> (totalsOver[i] & Row.OVER_PARTNERS) != 0)
                .mapToLong(i -> totals[i].countUnstated())
                .min()
                .orElse(0);
    }

    private String withoutTotals(long count) {
        return (count == 1 ? "1 sum over partners has" : count + " sums over partners have")
                + " no total beside the rows: whether all partners are in the file cannot be told"
                + (layout.answersWithoutTotals()
                        ? "."
                        : ". Partners may be missing; their months are taken as if all were there, and nothing that is absent"
                                + " counts as zero.");
    }

    private Optional<String> differingTotals(String currency) {
        long[] counts = new long[2];
        long[] differences = new long[2];
        GroupTotals.Rounding rounding = GroupTotals.Rounding.of(layout);
        forEachStated((over, stated) -> {
            counts[0]++;
            if (stated.valueDiffers(rounding) || stated.netWeightDiffers(rounding)) {
                counts[1]++;
                differences[0] += Math.abs(stated.value() - stated.sumOfValues());
                differences[1] +=
                        stated.netWeight() == Row.UNKNOWN ? 0 : Math.abs(stated.netWeight() - stated.sumOfNetWeights());
            }
        });
        return counts[1] == 0
                ? Optional.empty()
                : Optional.of(
                        counts[1] + " of " + counts[0] + " totals in the file differ from the sum of their rows, by "
                                + decimal(differences[0]) + " " + currency + " and " + decimal(differences[1])
                                + " kg together; the rows count.");
    }
}
