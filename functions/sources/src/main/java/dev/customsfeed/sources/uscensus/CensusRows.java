package dev.customsfeed.sources.uscensus;

import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.Valuation;
import dev.customsfeed.sources.codes.Code;
import dev.customsfeed.sources.codes.PartnerGroup;
import dev.customsfeed.sources.codes.PartnerNames;
import dev.customsfeed.sources.csv.CsvLine;
import dev.customsfeed.sources.csv.DataLines;
import dev.customsfeed.sources.csv.Lines;
import dev.customsfeed.sources.csv.PartnerNameColumn;
import dev.customsfeed.sources.key.Months;
import dev.customsfeed.sources.layout.Field;
import dev.customsfeed.sources.layout.Row;
import dev.customsfeed.sources.layout.RowKind;
import dev.customsfeed.sources.layout.Rows;
import dev.customsfeed.sources.layout.TwoWeights;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.Problems;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The rows of an answer. */
final class CensusRows implements Rows {

    private static final long UNITED_STATES = Code.of("US");
    private static final long DOMESTIC = Code.of("DOMESTIC");
    private static final long RE_EXPORT = Code.of("RE-EXPORT");

    private static final String KEEP_AS_IT_IS =
            "Upload the answer of the API as it comes: spreadsheets change codes and numbers when they save.";

    private static final String GROUPS = "groups of countries";

    /** Stands for the sum over all. */
    private static final String ALL = "-";

    /** Quantities are given at this level alone. */
    private static final int LEVEL_OF_QUANTITIES = 10;

    /** What each level is called, by the digits of its codes. */
    private static final String[] LEVELS = new String[LEVEL_OF_QUANTITIES + 1];

    static {
        for (int level : new int[] {10, 6, 4, 2}) {
            LEVELS[level] = "HS" + level;
        }
    }

    /** More units than these are not named. */
    private static final int NAMED_UNITS = 20;

    private static final int NO_MONTH = -1;
    private static final int THOUSAND = 1_000;

    private static final int COUNTRY_DIGITS = 4;
    private static final int FIRST_COUNTRY = 1_000;
    private static final Pattern CONTINENT = Pattern.compile("[1-9]XXX");

    /** In thousandths: an amount of tonnes fits a {@code long} in grams. */
    private static final long LARGEST_AMOUNT = Long.MAX_VALUE / THOUSAND / THOUSAND * THOUSAND;

    private static final String WHOLE = "a whole number of at most " + CsvLine.LARGEST + " and not below zero";

    private static final PartnerNames NAMES = new PartnerNames(UsCensus.SOURCE.partners());

    private final CensusLayout layout;
    private final DataLines lines;
    private final CsvLine line;
    private final Header header;
    private final int[][] repeatedColumns;
    private final Problems problems;
    private final Row row;
    private final Valuation valuation;
    private final long basis;
    private final List<Column> breakDowns;
    private final PartnerNameColumn names;
    private final Amount first;
    private final Amount second;

    private String lastTime = "";
    private int lastMonth = NO_MONTH;
    private String vintage = "";
    private int codeLength;
    private final NavigableMap<String, Long> unknownUnits = new TreeMap<>();
    private final NavigableMap<String, Long> otherUnits = new TreeMap<>();
    private long rowsOfMoreUnits;
    private long zeroQuantities;
    private boolean hasDomestic;
    private boolean hasReExports;
    private boolean hasBothKinds;
    private long zeroQuantitiesValue;

    /** @param lines of which the header has been read */
    CensusRows(CensusLayout layout, Lines lines, Header header, Problems problems) {
        this.layout = layout;
        this.lines = new DataLines(lines, header.names(), KEEP_AS_IT_IS, problems)
                .endingWithNothing(header.nothingAtEnd(), header.mostAtEnd());
        if (layout.form() == CensusLayout.Form.CSV) {
            this.lines.takingBlankLines();
        }
        this.line = lines.line();
        // Quantities are whole.
        this.line.doubtPoints();
        this.header = header;
        this.repeatedColumns = header.repeated().toArray(int[][]::new);
        this.problems = problems;
        this.row = new Row(layout.dimensions().size());
        this.valuation = Objects.requireNonNull(UsCensus.VALUATIONS.get(header.flow()));
        this.basis = header.basis().map(of -> Code.of(of.name())).orElse(Code.NONE);
        this.breakDowns = Arrays.stream(Column.values())
                .filter(Column.BREAK_DOWNS::contains)
                .filter(header::has)
                .toList();
        this.names = new PartnerNameColumn(line, UsCensus.SOURCE.partners(), NAMES);
        this.first = new Amount(1, Column.UNIT_QY1);
        this.second = new Amount(2, Column.UNIT_QY2);
    }

    @Override
    public boolean next() throws IOException {
        if (!lines.next()) {
            if (!header.endsWithCode()) {
                lines.checkLastLineEnds();
            }
            return false;
        }
        row.begin(line.line());
        long before = problems.count();
        if (!lines.isHeaderAgain(header.index(Column.CTY_CODE)) && lines.hasRightFields() && isSameAgain()) {
            read();
        }
        if (problems.count() > before) {
            row.wrong();
        }
        return true;
    }

    private void read() {
        row.reporter(UNITED_STATES)
                .flow(header.flow())
                .month(month())
                .commodity(commodity())
                .value(value())
                .valuation(valuation)
                .dimension(CensusLayout.BASIS, basis);
        tellKind();
        quantities();
        noteVintage();
    }

    /** What the API repeats must say the same twice. */
    private boolean isSameAgain() {
        boolean same = true;
        for (int[] pair : repeatedColumns) {
            if (!line.isSame(pair[0], pair[1])) {
                lines.wrong(
                        "repeated-column-differs",
                        pair[1],
                        lines.found(pair[1]),
                        lines.found(pair[0]) + ", as in column " + (pair[0] + 1) + " of the same name",
                        Header.askAgain());
                same = false;
            }
        }
        return same;
    }

    private int month() {
        int month = header.has(Column.TIME) ? monthOfTime() : NO_MONTH;
        if (header.has(Column.YEAR)) {
            month = yearAndMonth(month);
        }
        return Math.max(1, month);
    }

    private int monthOfTime() {
        int index = header.index(Column.TIME);
        if (!lastTime.isEmpty() && line.is(index, lastTime)) {
            return lastMonth;
        }
        String time = line.raw(index);
        if (time.matches("\\d{4}-(0[1-9]|1[0-2])") && Months.hasYear(Integer.parseInt(time.substring(0, 4)))) {
            lastTime = time;
            lastMonth = Months.number(Integer.parseInt(time.substring(0, 4)), Integer.parseInt(time.substring(5)));
            return lastMonth;
        }
        wrongMonth(
                index,
                time.matches("\\d{4}") ? "annual-row" : "bad-date",
                "a month as YYYY-MM, from " + Months.FIRST_YEAR + " on");
        return NO_MONTH;
    }

    /** The month of two columns; where a third says the month as well, it must be the same. */
    private int yearAndMonth(int known) {
        int yearIndex = header.index(Column.YEAR);
        int monthIndex = header.index(Column.MONTH);
        int year = line.code(yearIndex, 4);
        if (!Months.hasYear(year)) {
            lines.wrong("bad-date", yearIndex, "a year of 4 digits, from " + Months.FIRST_YEAR + " on");
            return NO_MONTH;
        }
        int month = monthIndex < 0 ? (known - 1) % 12 + 1 : line.code(monthIndex, 2);
        if (month < 1 || month > 12) {
            if (monthIndex >= 0) {
                lines.wrong("bad-date", monthIndex, "a month, from 01 to 12");
            }
            return NO_MONTH;
        }
        int number = Months.number(year, month);
        if (known != NO_MONTH && number != known) {
            lines.wrong(
                    "time-contradiction",
                    header.index(Column.TIME),
                    lines.found(header.index(Column.TIME)),
                    Months.of(number) + ", as YEAR and MONTH say",
                    Header.askAgain());
        }
        return number;
    }

    private void wrongMonth(int index, String code, String expected) {
        lines.wrong(
                code,
                index,
                lines.found(index),
                expected,
                "Ask the API for months: figures of years cannot be told from sums of some months.");
    }

    private long commodity() {
        int index = header.index(header.commodity());
        int length = line.length(index);
        long code = length <= LEVEL_OF_QUANTITIES && LEVELS[length] != null ? line.codeOfDigits(index) : Code.INVALID;
        if (code != Code.INVALID) {
            codeLength = length;
            checkLevel(length);
            return code;
        }
        lines.wrong(
                "bad-commodity",
                index,
                lines.found(index),
                "a commodity code of 10 digits, or of 6, 4 or 2 throughout the file",
                "Ask for one level, e.g. COMM_LVL=HS10. Where a code has an odd number of digits, a program dropped its leading"
                        + " zero.");
        return Code.NONE;
    }

    private void checkLevel(int level) {
        int index = header.index(Column.COMM_LVL);
        if (index >= 0 && !line.is(index, LEVELS[level])) {
            lines.wrong(
                    "level-contradiction",
                    index,
                    lines.found(index),
                    LEVELS[level] + ", for the commodity code has " + level + " digits",
                    Header.askAgain());
        }
    }

    private long value() {
        int index = header.index(header.value());
        long value = line.whole(index);
        if (value < 0) {
            lines.wrong("bad-number", index, WHOLE);
        }
        return value;
    }

    /** Whether the row counts, or is the sum of others, a part of one, or of a group of countries. */
    private void tellKind() {
        int partner = header.index(Column.CTY_CODE);
        boolean allPartners = line.is(partner, ALL);
        boolean group = !allPartners && isGroup(partner);
        int over = allPartners ? Row.OVER_PARTNERS : 0;
        row.partner(line.code(partner));
        if (!allPartners && !group) {
            seeName(line.code(partner, COUNTRY_DIGITS));
        }
        if (header.has(Column.DF)) {
            over |= trade();
        }
        Optional<Column> breakDown = breakDown();
        if (group) {
            row.passOver(GROUPS);
        } else if (breakDown.isPresent()) {
            row.breakDown(breakDown.get().word());
        } else if (over != 0) {
            row.total(over);
        }
    }

    private void seeName(int code) {
        int index = header.index(Column.CTY_NAME);
        if (code >= 0 && names.isNew(code, index)) {
            String name = line.text(index);
            names.note(line.text(header.index(Column.CTY_CODE)), name);
            if (PartnerGroup.of(name).isPresent()) {
                lines.wrong(
                        "partner-is-a-group",
                        index,
                        lines.found(index) + " beside the code of a country",
                        "the name of a country: the trade with a group is that with its members, and would count twice",
                        Header.askAgain());
            }
        }
    }

    /** All countries are numbered from 1010 on: 00nn stands for a group of them, nXXX for a continent. */
    private boolean isGroup(int index) {
        if (line.isDigits(index, 4)) {
            return line.code(index, 4) < FIRST_COUNTRY || isSummary();
        }
        if (CONTINENT.matcher(line.raw(index)).matches()) {
            return true;
        }
        lines.wrong("bad-code", index, "a country's code of 4 digits, or - for all");
        return false;
    }

    /** Whether the row says of itself that it is a group of countries. */
    private boolean isSummary() {
        int index = header.index(Column.SUMMARY_LVL);
        if (index < 0 || line.is(index, "DET")) {
            return false;
        }
        if (!line.is(index, "CGP")) {
            lines.wrong(
                    "bad-code",
                    index,
                    lines.found(index),
                    "DET for a country or CGP for a group of countries",
                    Header.askAgain());
        }
        return true;
    }

    /** The bit of a total over both kinds of exports; 0 where the row is of one kind. */
    private int trade() {
        int index = header.index(Column.DF);
        if (line.is(index, ALL)) {
            hasBothKinds = true;
            return Row.overDimension(CensusLayout.TRADE);
        }
        if (line.is(index, "1")) {
            hasDomestic = true;
            row.dimension(CensusLayout.TRADE, DOMESTIC);
        } else if (line.is(index, "2")) {
            hasReExports = true;
            row.dimension(CensusLayout.TRADE, RE_EXPORT);
        } else {
            lines.wrong(
                    "bad-code",
                    index,
                    lines.found(index),
                    "1 for domestic exports, 2 for foreign ones, or - for both",
                    Header.askAgain());
        }
        return 0;
    }

    /** The first column that parts the row's figures further. */
    private Optional<Column> breakDown() {
        for (Column column : breakDowns) {
            int index = header.index(column);
            if (!line.is(index, ALL) && !line.isEmpty(index)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    private void quantities() {
        if (codeLength != LEVEL_OF_QUANTITIES) {
            return;
        }
        long amount = first.read();
        if (amount != Row.UNKNOWN) {
            row.quantity(amount, first.unit.code());
            weigh(first, amount);
        }
        long secondAmount = second.read();
        if (secondAmount != Row.UNKNOWN) {
            row.supplementaryQuantity(secondAmount, second.unit.code());
            if (row.netWeightGrams() == Row.UNKNOWN) {
                weigh(second, secondAmount);
            } else {
                checkSameWeight(secondAmount);
            }
        }
        if (row.netWeightGrams() == Row.UNKNOWN && (amount != Row.UNKNOWN || secondAmount != Row.UNKNOWN)) {
            noWeight(amount != Row.UNKNOWN ? first.unit : second.unit);
        }
        if (row.kind() == RowKind.COUNTED && (first.isDoubtfulZero || second.isDoubtfulZero)) {
            zeroQuantities++;
            // It does not overflow unnoticed: the sum over all rows would, for which the file is rejected.
            zeroQuantitiesValue += row.valueThousandths();
        }
    }

    private void noWeight(Unit unit) {
        row.netWeightUnknown(unit.whyNoWeight(), unit.code());
        if (row.kind() == RowKind.COUNTED) {
            NavigableMap<String, Long> units = unit.isKnown() ? otherUnits : unknownUnits;
            units.merge(unit.code(), 1L, Long::sum);
            if (units.size() > NAMED_UNITS) {
                // The last by the alphabet, so that the same are named in whatever order the rows stand.
                rowsOfMoreUnits += Objects.requireNonNull(units.pollLastEntry()).getValue();
            }
        }
    }

    private void weigh(Amount of, long amount) {
        if (of.unit.isOfWeight()) {
            row.netWeight(of.unit.gramsOf(amount), false).netWeightRemainder(of.unit.nanogramsOf(amount));
        }
    }

    /** Where both quantities are weights, nothing says which of them is right. */
    private void checkSameWeight(long secondAmount) {
        if (second.unit.isOfWeight()
                && TwoWeights.contradict(
                        row.netWeightGrams(),
                        first.unit.grams(),
                        second.unit.gramsOf(secondAmount),
                        second.unit.grams())) {
            lines.wrong(
                    "weights-contradict",
                    second.index,
                    "a weight of " + lines.found(second.index) + " " + second.unit.code() + " beside one of "
                            + lines.found(first.index) + " " + first.unit.code(),
                    "the same weight in both, to one of the larger unit",
                    "Find out which of the two is the net weight, and ask without the other.");
        }
    }

    private void noteVintage() {
        int index = header.index(Column.LAST_UPDATE);
        if (index >= 0 && !line.isEmpty(index) && !line.is(index, vintage)) {
            String other = line.text(index);
            vintage = other.compareTo(vintage) > 0 ? other : vintage;
        }
    }

    @Override
    public Row row() {
        return row;
    }

    @Override
    public Problem problem(Field field, String code, String expected, String advice) {
        Column column =
                switch (field) {
                    case MONTH -> header.has(Column.TIME) ? Column.TIME : Column.MONTH;
                    case COMMODITY -> header.commodity();
                    case PARTNER -> Column.CTY_CODE;
                    case NET_WEIGHT -> header.quantity(1);
                    case REPORTER, FLOW, PROVINCE, REGIME, VALUE -> header.value();
                };
        if (column == Column.MONTH) {
            String found = line.text(header.index(Column.YEAR)) + "-" + line.text(header.index(Column.MONTH));
            return Problem.ofLine(code, line.line(), found, expected, advice);
        }
        return lines.problem(header.index(column), column.label(), code, expected, advice);
    }

    @Override
    public String layout() {
        return layout.name() + (header.flow() == Flow.EXPORT ? "-exports" : "-imports");
    }

    @Override
    public boolean hasBreakDowns() {
        return !breakDowns.isEmpty();
    }

    @Override
    public String currency() {
        return "USD";
    }

    @Override
    public boolean hasTotalsOver(int over) {
        return (over & Row.overDimension(CensusLayout.TRADE)) == 0 || header.has(Column.DF);
    }

    @Override
    public Optional<Flow> soleFlow() {
        return Optional.of(header.flow());
    }

    @Override
    public Optional<String> vintage() {
        return Optional.of(vintage).filter(text -> !text.isEmpty());
    }

    @Override
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>(lines.warnings());
        warnings.addAll(names.warnings());
        if (codeLength != 0 && codeLength != LEVEL_OF_QUANTITIES) {
            warnings.add("The file has commodity codes of " + codeLength
                    + " digits; the Census Bureau gives quantities only at 10"
                    + " digits, so no net weight is known.");
        } else if (codeLength != 0 && !first.isThere() && !second.isThere()) {
            warnings.add("The file has no quantity beside its unit ("
                    + header.quantity(1).label() + " and UNIT_QY1), so that no net weight is known.");
        }
        unknownUnits.forEach((unit, rows) -> warnings.add(unitWithoutWeight(unit, rows, "is not known")));
        otherUnits.forEach((unit, rows) -> warnings.add(unitWithoutWeight(unit, rows, "is not a unit of net weight")));
        if (rowsOfMoreUnits > 0) {
            warnings.add("The same holds for " + rowsOfMoreUnits + (rowsOfMoreUnits == 1 ? " row" : " rows")
                    + " in more units.");
        }
        if (header.hasShippingWeights()) {
            warnings.add(
                    "Shipping weights (AIR_WGT_MO, VES_WGT_MO, CNT_WGT_MO) are of a part of the goods and with packing;"
                            + " they are not taken for net weights.");
        }
        if (hasDomestic != hasReExports && !hasBothKinds) {
            warnings.add("All rows are of DF " + (hasDomestic ? "1, domestic exports" : "2, re-exports")
                    + ", and no row is of both together (DF -): they count as all exports. If there were "
                    + (hasDomestic ? "re-exports" : "domestic exports")
                    + ", too, ask for them as well, or leave DF out of the question.");
        }
        if (zeroQuantities > 0) {
            warnings.add((zeroQuantities == 1 ? "1 row has" : zeroQuantities + " rows have")
                    + " a quantity of 0 beside a value, "
                    + BigDecimal.valueOf(zeroQuantitiesValue / THOUSAND).toPlainString()
                    + " USD together, which no flag marks as a true zero: the quantity counts as not reported.");
        }
        return warnings;
    }

    private static String unitWithoutWeight(String unit, long rows, String what) {
        return "The unit " + Problem.quote(unit) + " of " + (rows == 1 ? "1 row " : rows + " rows ") + what
                + ": the net weight of " + (rows == 1 ? "that row" : "those rows")
                + " counts as unknown, and the quantity is kept in that unit.";
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    /** One of the two quantities of a row. */
    private final class Amount {

        private final int index;
        private final int unitIndex;
        private final int flagIndex;
        private Unit unit = Unit.NONE;
        private boolean isDoubtfulZero;

        Amount(int which, Column unitColumn) {
            index = header.index(header.quantity(which));
            unitIndex = header.index(unitColumn);
            flagIndex = header.index(header.flag(which));
        }

        boolean isThere() {
            return index >= 0 && unitIndex >= 0;
        }

        /** Thousandths of {@link #unit}; {@link Row#UNKNOWN} where none is reported. */
        long read() {
            isDoubtfulZero = false;
            if (!isThere() || line.isEmpty(unitIndex) || line.is(unitIndex, ALL) || line.is(unitIndex, "X")) {
                return Row.UNKNOWN;
            }
            if (line.isEmpty(index)) {
                return Row.UNKNOWN;
            }
            if (!line.is(unitIndex, unit.code())) {
                unit = Unit.of(line.text(unitIndex));
            }
            long amount = line.thousandths(index);
            if (amount < 0) {
                // With commas between thousands, as values have them where a spreadsheet has written the table.
                amount = line.whole(index);
            }
            if (amount < 0 || amount > LARGEST_AMOUNT) {
                lines.wrong(
                        "bad-number",
                        index,
                        "a number of at most " + LARGEST_AMOUNT / THOUSAND + " and not below zero");
                return Row.UNKNOWN;
            }
            isDoubtfulZero = amount == 0 && row.valueThousandths() > 0 && !isMarkedZero();
            return isDoubtfulZero ? Row.UNKNOWN : amount;
        }

        private boolean isMarkedZero() {
            return flagIndex >= 0 && !line.isEmpty(flagIndex) && !line.is(flagIndex, ALL);
        }
    }
}
