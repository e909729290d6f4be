package dev.customsfeed.sources.gacc;

import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.Valuation;
import dev.customsfeed.sources.codes.Code;
import dev.customsfeed.sources.csv.CsvLine;
import dev.customsfeed.sources.csv.CsvLines;
import dev.customsfeed.sources.csv.DataLines;
import dev.customsfeed.sources.key.Months;
import dev.customsfeed.sources.layout.Field;
import dev.customsfeed.sources.layout.Reading;
import dev.customsfeed.sources.layout.Row;
import dev.customsfeed.sources.layout.Rows;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.Problems;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The rows of a China Customs file. */
final class GaccRows implements Rows {

    /** Stands for a quantity that the row does not have. */
    private static final long NONE = -1;

    private static final int PARTNER_DIGITS = 3;
    private static final int REGIME_DIGITS = 2;
    private static final int PROVINCE_DIGITS = 2;

    /** Units are few; more than these are no longer shared between records. */
    private static final int SHARED_UNITS = 64;

    private static final Set<String> KILOGRAM = Set.of("kilogram", "千克");

    private static final String NUMBER =
            "a whole number of at most " + CsvLine.LARGEST + " and not below zero, with or without thousands commas";
    private static final String KEEP_AS_IT_IS =
            "Upload the file as customs gave it: spreadsheets change codes and numbers when they save.";

    private static final String COMMODITY = "a commodity code of 8 digits, or of 6, 4 or 2 throughout the file";

    private static final long CHINA = Code.of("CN");

    private final DataLines lines;
    private final CsvLine line;
    private final Header header;
    private final Problems problems;
    private final Row row = new Row(GaccLayout.DIMENSIONS.size());
    private final Flow flow;
    private final Valuation valuation;
    private final int keyMonth;
    private final List<Unit> units = new ArrayList<>();

    /**
     * @param lines of which the header has been read
     * @param reading its declared period, if any, is the month of all rows where the file has no dates
     */
    GaccRows(CsvLines lines, Header header, Reading reading) {
        this.lines = new DataLines(lines, header.headers(), KEEP_AS_IT_IS, reading.problems());
        this.line = lines.line();
        this.header = header;
        this.problems = reading.problems();
        this.flow = reading.key().flow().orElseThrow();
        this.valuation = Gacc.VALUATIONS.get(flow);
        this.keyMonth = reading.key().period().map(Months::number).orElse(0);
    }

    @Override
    public boolean next() throws IOException {
        if (!lines.next()) {
            return false;
        }
        read();
        return true;
    }

    private void read() {
        row.begin(line.line());
        long before = problems.count();
        if (!isHeaderAgain() && lines.hasRightFields() && !hasNoCommodity()) {
            row.reporter(CHINA)
                    .flow(flow)
                    .month(month())
                    .commodity(commodity())
                    .partner(code(Column.PARTNER, PARTNER_DIGITS))
                    .dimension(GaccLayout.REGIME, code(Column.REGIME, REGIME_DIGITS))
                    .dimension(GaccLayout.PROVINCE, code(Column.PROVINCE, PROVINCE_DIGITS))
                    .valuation(valuation);
            quantities();
            row.value(number(header.valueIndex()));
        }
        if (problems.count() > before) {
            row.wrong();
        }
    }

    @Override
    public Row row() {
        return row;
    }

    @Override
    public String layout() {
        return header.name();
    }

    @Override
    public String currency() {
        return header.currency();
    }

    @Override
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        withoutUnit(Column.QUANTITY, Column.UNIT).ifPresent(warnings::add);
        withoutUnit(Column.SUPPLEMENTARY_QUANTITY, Column.SUPPLEMENTARY_UNIT).ifPresent(warnings::add);
        return warnings;
    }

    private Optional<String> withoutUnit(Column quantity, Column unit) {
        return header.has(quantity) && !header.has(unit)
                ? Optional.of("The column " + quantity.label() + " has no column " + unit.label()
                        + " beside it; its quantities count as not reported.")
                : Optional.empty();
    }

    @Override
    public Problem problem(Field field, String code, String expected, String advice) {
        Column column =
                switch (field) {
                    case MONTH -> Column.DATE;
                    case COMMODITY -> Column.COMMODITY;
                    case PARTNER -> Column.PARTNER;
                    case REGIME -> Column.REGIME;
                    case PROVINCE -> Column.PROVINCE;
                    case NET_WEIGHT -> Column.QUANTITY;
                    case VALUE, REPORTER, FLOW -> header.has(Column.USD) ? Column.USD : Column.CNY;
                };
        int index = header.index(column);
        return index < 0
                ? Problem.ofLine(code, line.line(), "no column " + column.label(), expected, advice)
                : new Problem(code, line.line(), index + 1, header.header(index), found(index), expected, advice);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private boolean isHeaderAgain() {
        int index = header.index(Column.COMMODITY);
        boolean again = index < line.fieldCount()
                && !isCommodity(index)
                && Column.of(line.text(index)).equals(Optional.of(Column.COMMODITY));
        if (again) {
            lines.headerAgain();
        }
        return again;
    }

    private boolean hasNoCommodity() {
        int index = header.index(Column.COMMODITY);
        if (!line.isEmpty(index)) {
            return false;
        }
        String first = IntStream.range(0, header.columnCount())
                .filter(field -> !line.isEmpty(field))
                .mapToObj(this::found)
                .findFirst()
                .orElse("a name");
        wrong(
                "commodity-missing",
                index,
                "nothing, in a row that begins with " + first,
                COMMODITY,
                "Take the row out if it is a total or a note, for totals are computed from the other rows. If it is neither,"
                        + " download the file again.");
        return true;
    }

    private int month() {
        int index = header.index(Column.DATE);
        if (index < 0) {
            return keyMonth;
        }
        int date = line.code(index, 6);
        int monthOfYear = date % 100;
        if (date < 0 || !Months.hasYear(date / 100) || monthOfYear < 1 || monthOfYear > 12) {
            wrong(
                    "bad-date",
                    index,
                    found(index),
                    "year and month as YYYYMM, from " + Months.FIRST_YEAR + " on",
                    KEEP_AS_IT_IS);
            return keyMonth;
        }
        return Months.number(date / 100, monthOfYear);
    }

    private boolean isCommodity(int index) {
        return line.isDigits(index, 8) || line.isDigits(index, 6) || line.isDigits(index, 4) || line.isDigits(index, 2);
    }

    private long commodity() {
        int index = header.index(Column.COMMODITY);
        if (isCommodity(index)) {
            return line.code(index);
        }
        wrong(
                "bad-commodity",
                index,
                found(index),
                COMMODITY,
                "A spreadsheet may have dropped a leading zero: upload the file as customs gave it.");
        return Code.NONE;
    }

    private long code(Column column, int digits) {
        int index = header.index(column);
        if (index < 0) {
            return Code.NONE;
        }
        if (line.isDigits(index, digits)) {
            return line.code(index);
        }
        wrong("bad-code", index, found(index), "a code of " + digits + " digits", KEEP_AS_IT_IS);
        return Code.NONE;
    }

    private void quantities() {
        long quantity = quantity(Column.QUANTITY, Column.UNIT);
        if (quantity != NONE) {
            Unit unit = unit(header.index(Column.UNIT));
            row.quantity(quantity, unit.name());
            if (unit.kilogram()) {
                row.netWeight(quantity, false);
            }
        }
        long supplementary = quantity(Column.SUPPLEMENTARY_QUANTITY, Column.SUPPLEMENTARY_UNIT);
        if (supplementary != NONE) {
            Unit unit = unit(header.index(Column.SUPPLEMENTARY_UNIT));
            row.supplementaryQuantity(supplementary, unit.name());
            if (unit.kilogram() && row.netWeightGrams() == Row.UNKNOWN) {
                row.netWeight(supplementary, false);
            }
        }
    }

    private long quantity(Column amountColumn, Column unitColumn) {
        int amountIndex = header.index(amountColumn);
        int unitIndex = header.index(unitColumn);
        if (amountIndex < 0) {
            return NONE;
        }
        long amount = number(amountIndex);
        if (unitIndex < 0) {
            return NONE;
        }
        if (line.isEmpty(unitIndex)) {
            wrong("unit-missing", unitIndex, found(unitIndex), "a unit, or ? for none", KEEP_AS_IT_IS);
            return NONE;
        }
        if (!line.is(unitIndex, "?")) {
            return amount;
        }
        if (amount > 0) {
            wrong(
                    "quantity-without-unit",
                    amountIndex,
                    found(amountIndex),
                    "0, for the unit is ? (none)",
                    "Download the file again, and ask customs if it says the same.");
        }
        return NONE;
    }

    private long number(int index) {
        long number = line.whole(index);
        if (number < 0) {
            wrong("bad-number", index, found(index), NUMBER, KEEP_AS_IT_IS);
        }
        return number;
    }

    private String found(int index) {
        return lines.found(index);
    }

    private void wrong(String code, int index, String found, String expected, String advice) {
        lines.wrong(code, index, found, expected, advice);
    }

    private Unit unit(int index) {
        for (int i = 0; i < units.size(); i++) {
            if (line.is(index, units.get(i).raw())) {
                return units.get(i);
            }
        }
        String name = line.text(index);
        Unit unit = new Unit(line.raw(index), name, KILOGRAM.contains(name.toLowerCase(Locale.ROOT)));
        if (units.size() < SHARED_UNITS) {
            units.add(unit);
        }
        return unit;
    }

    /**
     * A unit that rows have.
     *
     * @param raw as it stands in the file, one character for each byte
     * @param name as text
     * @param kilogram whether it is the kilogram
     */
    private record Unit(String raw, String name, boolean kilogram) {}
}
