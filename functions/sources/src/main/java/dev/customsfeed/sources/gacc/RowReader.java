package dev.customsfeed.sources.gacc;

import dev.customsfeed.ledger.CustomsRecord;
import dev.customsfeed.ledger.Quantity;
import dev.customsfeed.ledger.Series;
import dev.customsfeed.ledger.TradeFlow;
import dev.customsfeed.sources.key.BegunMonths;
import dev.customsfeed.sources.key.KeyDeclarations;
import dev.customsfeed.sources.key.Months;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.Problems;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;

/** Reads rows into numbers, says what is wrong with them, and holds the row that it read last. */
final class RowReader {

    /** Stands for a quantity or a code that the row does not have. */
    static final int NONE = -1;

    private static final int COMMODITY_DIGITS = 8;

    /** Units are few; more than these are no longer shared between records. */
    private static final int SHARED_UNITS = 64;

    private static final Set<String> KILOGRAM = Set.of("kilogram", "千克");

    private static final String NUMBER =
            "a whole number of up to 18 digits and not below zero, with or without thousands commas";
    private static final String KEEP_AS_IT_IS =
            "Upload the file as customs gave it: spreadsheets change codes and numbers when they save.";

    private final Layout layout;
    private final Problems problems;
    private final TradeFlow tradeFlow;
    private final int keyMonth;
    private final BegunMonths begun;
    private final int lastMonth;
    private final List<String> askedFor;
    private final int[] askedForFrom;
    private final int[] askedForTo;

    private final List<Unit> units = new ArrayList<>();
    private Series series;
    private int seriesCommodity = NONE;
    private YearMonth period;
    private int periodMonth = NONE;

    private Row row;
    private int month;
    private int commodity;
    private int partner;
    private int regime;
    private int province;
    private long quantity;
    private long supplementaryQuantity;
    private long netWeightKg;
    private long value;

    /**
     * @param key its declared period, if any, is the month of all rows; its declared codes, if any, hold all rows
     * @param begun the months that rows can be about
     * @param problems takes all that is wrong with the rows
     */
    RowReader(Layout layout, KeyDeclarations key, BegunMonths begun, Problems problems) {
        this.layout = layout;
        this.problems = problems;
        tradeFlow = key.tradeFlow();
        keyMonth = key.period().map(Months::number).orElse(NONE);
        this.begun = begun;
        lastMonth = Months.number(begun.last());
        askedFor = List.copyOf(key.askedFor());
        askedForFrom = askedFor.stream().mapToInt(code -> filledUp(code, '0')).toArray();
        askedForTo = askedFor.stream().mapToInt(code -> filledUp(code, '9')).toArray();
    }

    private static int filledUp(String code, char digit) {
        return Integer.parseInt(code + String.valueOf(digit).repeat(COMMODITY_DIGITS - code.length()));
    }

    /** Reads a row; whether it is right. */
    boolean read(Row next) {
        row = next;
        long before = problems.count();
        if (isHeaderAgain() || !hasRightFields() || hasNoCommodity()) {
            return false;
        }
        month = month();
        commodity = commodity();
        partner = code(Column.PARTNER, CodeList.PARTNERS);
        regime = code(Column.REGIME, CodeList.REGIMES);
        province = code(Column.PROVINCE, CodeList.PROVINCES);
        quantity = quantity(Column.QUANTITY, Column.UNIT);
        supplementaryQuantity = quantity(Column.SUPPLEMENTARY_QUANTITY, Column.SUPPLEMENTARY_UNIT);
        netWeightKg = isInKilograms(quantity, Column.UNIT)
                ? quantity
                : isInKilograms(supplementaryQuantity, Column.SUPPLEMENTARY_UNIT) ? supplementaryQuantity : NONE;
        value = number(layout.valueIndex());
        return problems.count() == before;
    }

    private boolean isHeaderAgain() {
        int index = layout.index(Column.COMMODITY);
        boolean again = index < row.fieldCount()
                && row.code(index, COMMODITY_DIGITS) < 0
                && Column.of(row.text(index)).equals(Optional.of(Column.COMMODITY));
        if (again) {
            problems.add(Problem.ofLine(
                    "header-again",
                    row.line(),
                    "the names of the columns once more",
                    "them in the first line and nowhere else",
                    "Several downloads seem to be joined in the file: upload each of them by itself."));
        }
        return again;
    }

    private boolean hasNoCommodity() {
        int index = layout.index(Column.COMMODITY);
        if (!row.isEmpty(index)) {
            return false;
        }
        String first = IntStream.range(0, layout.columnCount())
                .filter(field -> !row.isEmpty(field))
                .mapToObj(this::found)
                .findFirst()
                .orElse("a name");
        wrong(
                "commodity-missing",
                index,
                "nothing, in a row that begins with " + first,
                "a commodity code of " + COMMODITY_DIGITS + " digits",
                "Take the row out if it is a total or a note, for totals are computed from the other rows. If it is neither,"
                        + " download the file again.");
        return true;
    }

    private boolean hasRightFields() {
        int fields = row.fieldCount();
        int columns = layout.columnCount();
        boolean endsWithComma = fields == columns + 1 && row.isEmpty(columns);
        if (fields != columns && !endsWithComma) {
            problems.add(
                    Problem.ofLine(
                            "row-length",
                            row.line(),
                            fields + " fields",
                            columns + " fields, as the header has",
                            fields > columns
                                    ? "Put names that have a comma in quotes, or upload the file as customs gave it."
                                    : "The line may be cut: download the file again. A total or a note does not belong into the file: take it out."));
            return false;
        }
        if (row.longField() >= 0) {
            int field = Math.min(row.longField(), columns - 1);
            wrong(
                    "field-too-long",
                    field,
                    row.longFieldLength() + " characters",
                    "at most " + row.maxFieldLength() + " characters",
                    KEEP_AS_IT_IS);
            return false;
        }
        return true;
    }

    private int month() {
        int index = layout.index(Column.DATE);
        if (index < 0) {
            return keyMonth;
        }
        int date = row.code(index, 6);
        int monthOfYear = date % 100;
        if (date < 0 || !Months.hasYear(date / 100) || monthOfYear < 1 || monthOfYear > 12) {
            wrong(
                    "bad-date",
                    index,
                    found(index),
                    "year and month as YYYYMM, from " + Months.FIRST_YEAR + " on",
                    KEEP_AS_IT_IS);
            return NONE;
        }
        int dated = Months.number(date / 100, monthOfYear);
        if (dated > lastMonth) {
            wrong(
                    "date-not-begun",
                    index,
                    found(index),
                    begun.expected(),
                    "Download the file again; if customs dates it so, upload it once the month has begun.");
            return NONE;
        }
        if (keyMonth != NONE && dated != keyMonth) {
            wrong(
                    "period-contradiction",
                    index,
                    found(index),
                    Months.of(keyMonth).toString().replace("-", "") + ", for the key declares period="
                            + Months.of(keyMonth),
                    "Correct the period= in the path, or take it out: the file has its own dates.");
        }
        return dated;
    }

    private int commodity() {
        int index = layout.index(Column.COMMODITY);
        int code = row.code(index, COMMODITY_DIGITS);
        if (code < 0) {
            wrong(
                    "bad-commodity",
                    index,
                    found(index),
                    "a commodity code of " + COMMODITY_DIGITS + " digits",
                    "Download by eight-digit codes. A spreadsheet may have dropped a leading zero: upload the file as"
                            + " customs gave it.");
        } else if (!isAskedFor(code)) {
            wrong(
                    "hs-contradiction",
                    index,
                    found(index),
                    "a code that begins with " + String.join(" or ", askedFor) + ", for the key declares hs="
                            + String.join("+", askedFor),
                    "Add the code to hs= in the path if the file was asked for it.");
        }
        return code;
    }

    private boolean isAskedFor(int code) {
        for (int i = 0; i < askedForFrom.length; i++) {
            if (code >= askedForFrom[i] && code <= askedForTo[i]) {
                return true;
            }
        }
        return askedForFrom.length == 0;
    }

    private int code(Column column, CodeList list) {
        int index = layout.index(column);
        if (index < 0) {
            return NONE;
        }
        int code = row.code(index, list.digits());
        if (code < 0) {
            wrong("bad-code", index, found(index), "a code of " + list.digits() + " digits", KEEP_AS_IT_IS);
        }
        return code;
    }

    private long quantity(Column amountColumn, Column unitColumn) {
        int amountIndex = layout.index(amountColumn);
        int unitIndex = layout.index(unitColumn);
        if (amountIndex < 0) {
            return NONE;
        }
        long amount = number(amountIndex);
        if (unitIndex < 0) {
            return NONE;
        }
        if (row.isEmpty(unitIndex)) {
            wrong("unit-missing", unitIndex, found(unitIndex), "a unit, or ? for none", KEEP_AS_IT_IS);
            return NONE;
        }
        if (!row.is(unitIndex, "?")) {
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

    private boolean isInKilograms(long amount, Column unitColumn) {
        if (amount == NONE) {
            return false;
        }
        return unit(layout.index(unitColumn)).kilogram();
    }

    private long number(int index) {
        long number = row.number(index);
        if (number < 0) {
            wrong("bad-number", index, found(index), NUMBER, KEEP_AS_IT_IS);
        }
        return number;
    }

    private String found(int index) {
        return Problem.quote(row.text(index));
    }

    private void wrong(String code, int index, String found, String expected, String advice) {
        problems.add(new Problem(code, row.line(), index + 1, layout.header(index), found, expected, advice));
    }

    /** The row that was read last, which was right, as a record. */
    CustomsRecord customsRecord() {
        if (commodity != seriesCommodity) {
            seriesCommodity = commodity;
            series = new Series(tradeFlow, layout.currency(), row.raw(layout.index(Column.COMMODITY)));
        }
        if (month != periodMonth) {
            periodMonth = month;
            period = Months.of(month);
        }
        return new CustomsRecord(
                series,
                period,
                row.line(),
                CodeList.PARTNERS.text(partner),
                codeText(regime, CodeList.REGIMES),
                codeText(province, CodeList.PROVINCES),
                quantityIn(quantity, Column.UNIT),
                quantityIn(supplementaryQuantity, Column.SUPPLEMENTARY_UNIT),
                netWeightKg == NONE ? OptionalLong.empty() : OptionalLong.of(netWeightKg),
                value);
    }

    private static Optional<String> codeText(int code, CodeList list) {
        return code == NONE ? Optional.empty() : Optional.of(list.text(code));
    }

    private Optional<Quantity> quantityIn(long amount, Column unitColumn) {
        return amount == NONE
                ? Optional.empty()
                : Optional.of(
                        new Quantity(amount, unit(layout.index(unitColumn)).name()));
    }

    private Unit unit(int index) {
        for (int i = 0; i < units.size(); i++) {
            if (row.is(index, units.get(i).raw())) {
                return units.get(i);
            }
        }
        String name = row.text(index);
        Unit unit = new Unit(row.raw(index), name, KILOGRAM.contains(name.toLowerCase(Locale.ROOT)));
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

    /** Its number, see {@link Months}. */
    int monthNumber() {
        return month;
    }

    int commodityCode() {
        return commodity;
    }

    int partnerCode() {
        return partner;
    }

    /** {@link #NONE} where the file has no regimes. */
    int regimeCode() {
        return regime;
    }

    /** {@link #NONE} where the file has no provinces. */
    int provinceCode() {
        return province;
    }

    /** {@link #NONE} where the row reports none. */
    long netWeightKg() {
        return netWeightKg;
    }

    long value() {
        return value;
    }
}
