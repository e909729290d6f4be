package dev.customsfeed.sources.gacc;

import dev.customsfeed.ledger.UnknownWeight.Reason;
import dev.customsfeed.sources.csv.CsvLine;
import dev.customsfeed.sources.csv.DataLines;
import dev.customsfeed.sources.layout.Row;
import dev.customsfeed.sources.layout.TwoWeights;
import dev.customsfeed.sources.rejection.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The quantities of rows, and the net weight that they tell: the first quantity, or else the second, if it is in a unit of weight. Where
 * both are, they must say the same. What a row does not give is not known, whatever stands in its place: nothing, a hyphen, one zero byte, or {@code ?}.
 */
final class Quantities {

    /** Units are few; more than these are no longer shared between records. */
    private static final int SHARED_UNITS = 64;

    /** More units than these are counted in warnings and not named. */
    private static final int NAMED_UNITS = 10;

    private static final long NOT_GIVEN = -1;
    private static final long WRONG = -2;

    /** Stands for "no unit" in the portal's own files. */
    private static final String NONE = "?";

    private static final int THOUSAND = 1_000;

    private final DataLines lines;
    private final CsvLine line;
    private final Numbers numbers;
    private final TitleUnits titleUnits;
    private final int first;
    private final int firstUnit;
    private final int second;
    private final int secondUnit;
    private final List<Unit> units = new ArrayList<>();
    private final SortedMap<String, Long> unknownUnits = new TreeMap<>();
    private final SortedMap<String, Long> otherUnits = new TreeMap<>();
    private long notGiven;
    private long unitNotGiven;
    private long secondUnitNotGiven;

    Quantities(DataLines lines, Header header, Numbers numbers, TitleUnits titleUnits) {
        this.lines = lines;
        this.line = lines.line();
        this.numbers = numbers;
        this.titleUnits = titleUnits;
        this.first = header.index(Column.QUANTITY);
        this.firstUnit = header.index(Column.UNIT);
        this.second = header.index(Column.SUPPLEMENTARY_QUANTITY);
        this.secondUnit = header.index(Column.SUPPLEMENTARY_UNIT);
    }

    /**
     * A unit that rows have.
     *
     * @param raw as it stands in the file, one character for each byte
     * @param name as text
     * @param given whether it is one, rather than what stands in place of one
     * @param weight what it weighs; empty if it is none of weight
     * @param known whether it is known
     */
    private record Unit(String raw, String name, boolean given, Optional<UnitOfWeight> weight, boolean known) {

        private static final Unit NO_COLUMN = new Unit("", "", false, Optional.empty(), false);
    }

    /** Reads the quantities of the line into the row; what is wrong with them goes to the problems. */
    void read(Row row) {
        Unit unit = unit(firstUnit);
        long quantity = amount(first, unit);
        Unit otherUnit = unit(secondUnit);
        long supplementary = amount(second, otherUnit);
        boolean weighed = false;
        if (quantity >= 0 && unit.given()) {
            row.quantity(quantity, unit.name());
            weighed = weigh(row, quantity, unit, first);
        }
        if (supplementary >= 0 && otherUnit.given()) {
            row.supplementaryQuantity(supplementary, otherUnit.name());
            if (weighed) {
                checkSameWeight(row, unit, supplementary, otherUnit);
            } else {
                weighed = weigh(row, supplementary, otherUnit, second);
            }
        } else if (supplementary > 0 && secondUnit >= 0) {
            secondUnitNotGiven++;
        }
        if (weighed) {
            checkTitle(unit, otherUnit);
        } else {
            row.netWeightUnknown(reason(quantity, unit), quantity >= 0 && unit.given() ? unit.name() : "");
        }
    }

    private Reason reason(long quantity, Unit unit) {
        if (first < 0) {
            return Reason.NO_QUANTITY_COLUMN;
        }
        if (quantity >= 0 && unit.given()) {
            return unit.known() ? Reason.UNIT_NOT_OF_WEIGHT : Reason.UNIT_UNKNOWN;
        }
        return quantity == NOT_GIVEN || quantity == 0 && firstUnit >= 0 ? Reason.NOT_GIVEN : Reason.UNIT_NOT_GIVEN;
    }

    /** People convert quantities, say so in a title and leave the column of units as it was. */
    private void checkTitle(Unit unit, Unit otherUnit) {
        if (titleUnits.contradict(unit.weight()) && titleUnits.contradict(otherUnit.weight())) {
            int index = unit.weight().isPresent() ? firstUnit : secondUnit;
            lines.wrong(
                    "title-unit",
                    index,
                    lines.found(index) + " under the title " + titleUnits.quoted(),
                    "the unit that the title says quantities are in",
                    "Find out in which of the two units the quantities are: correct the column, or take the title out.");
        }
    }

    /** Where both quantities are weights, nothing says which of them is right. */
    private void checkSameWeight(Row row, Unit unit, long supplementary, Unit otherUnit) {
        if (otherUnit.weight().isEmpty()) {
            return;
        }
        UnitOfWeight other = otherUnit.weight().get();
        boolean contradiction;
        try {
            contradiction = TwoWeights.contradict(
                    row.netWeightGrams(),
                    unit.weight().orElseThrow().grams(),
                    other.gramsOf(supplementary / THOUSAND),
                    other.grams());
        } catch (ArithmeticException e) {
            contradiction = true;
        }
        if (contradiction) {
            lines.wrong(
                    "weights-contradict",
                    second,
                    "a weight of " + withUnit(second, otherUnit) + " beside one of " + withUnit(first, unit),
                    "the same weight in both, to one of the larger unit",
                    "Find out which of the two is the net weight, and leave the other quantity and its unit empty.");
        }
    }

    private String withUnit(int index, Unit unit) {
        return lines.found(index) + " " + Problem.quote(unit.name());
    }

    private boolean weigh(Row row, long thousandths, Unit unit, int index) {
        if (unit.weight().isEmpty()) {
            return false;
        }
        UnitOfWeight weight = unit.weight().get();
        // The portal's quantities are whole.
        long number = thousandths / THOUSAND;
        try {
            row.netWeight(weight.gramsOf(number), false).netWeightRemainder(weight.nanogramsOf(number));
        } catch (ArithmeticException e) {
            lines.wrong(
                    "bad-number",
                    index,
                    lines.found(index) + " " + Problem.quote(unit.name()),
                    "a weight that is less than " + Long.MAX_VALUE + " g",
                    "Check the number and its unit.");
        }
        return true;
    }

    /** Thousandths, {@link #NOT_GIVEN} or {@link #WRONG}. */
    private long amount(int index, Unit unit) {
        if (index < 0) {
            return NOT_GIVEN;
        }
        long amount = line.whole(index);
        if (amount < 0) {
            if (isNotGiven(index)) {
                return NOT_GIVEN;
            }
            numbers.wrong(index);
            return WRONG;
        }
        if (amount > 0 && unit.name().equals(NONE)) {
            lines.wrong(
                    "quantity-without-unit",
                    index,
                    lines.found(index),
                    "0, for the unit is ? (none)",
                    "Download the file again, and ask customs if it says the same.");
            return WRONG;
        }
        return amount;
    }

    private boolean isNotGiven(int index) {
        return line.isEmpty(index) || line.is(index, "-") || line.is(index, "--");
    }

    /** Counts why the row has no net weight, if it counts and has none. */
    void count(Row row) {
        if (row.netWeightGrams() != Row.UNKNOWN) {
            return;
        }
        switch (row.unknownWeight()) {
            case NOT_GIVEN -> notGiven++;
            case UNIT_NOT_GIVEN -> unitNotGiven++;
            case UNIT_UNKNOWN -> unknownUnits.merge(row.unknownWeightUnit(), 1L, Long::sum);
            case UNIT_NOT_OF_WEIGHT -> otherUnits.merge(row.unknownWeightUnit(), 1L, Long::sum);
            case NO_QUANTITY_COLUMN -> {
                // The header says it once for all.
            }
        }
    }

    /** What should be known of the quantities of all rows that were read. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (first < 0) {
            warnings.add("The file has no column " + Column.QUANTITY.label()
                    + ": values are taken, net weights are unknown.");
        } else if (firstUnit < 0) {
            warnings.add(withoutUnitColumn(Column.QUANTITY, Column.UNIT));
        } else if (unitNotGiven > 0) {
            warnings.add(Count.rows(unitNotGiven, "gives a quantity and no unit", "give a quantity and no unit")
                    + ": the value is taken, the net weight is unknown.");
        }
        if (notGiven > 0) {
            warnings.add(Count.rows(notGiven, "gives no quantity", "give no quantity")
                    + ": the value is taken, the net weight is unknown.");
        }
        name(unknownUnits, warnings, "is not known");
        name(otherUnits, warnings, "is no unit of weight");
        if (second >= 0 && secondUnit < 0) {
            warnings.add(withoutUnitColumn(Column.SUPPLEMENTARY_QUANTITY, Column.SUPPLEMENTARY_UNIT));
        } else if (secondUnitNotGiven > 0) {
            warnings.add(Count.rows(secondUnitNotGiven, "gives a second quantity", "give a second quantity")
                    + " and no unit for it: it counts as not given.");
        }
        return warnings;
    }

    private static void name(SortedMap<String, Long> some, List<String> warnings, String what) {
        some.entrySet().stream().limit(NAMED_UNITS).forEach(unit -> {
            boolean one = unit.getValue() == 1;
            warnings.add(
                    "The unit " + Problem.quote(unit.getKey()) + " of " + Count.of(unit.getValue(), "row", "rows") + " "
                            + what + ": the net weight of " + (one ? "that row" : "those rows")
                            + " counts as unknown, and the quantity is kept in that unit.");
        });
        if (some.size() > NAMED_UNITS) {
            warnings.add("The same holds for " + Count.of(some.size() - NAMED_UNITS, "more unit", "more units") + ".");
        }
    }

    private static String withoutUnitColumn(Column quantity, Column unit) {
        return "The column " + quantity.label() + " has no column " + unit.label()
                + " beside it; its quantities count as not reported.";
    }

    private Unit unit(int index) {
        if (index < 0) {
            return Unit.NO_COLUMN;
        }
        for (int i = 0; i < units.size(); i++) {
            if (line.is(index, units.get(i).raw())) {
                return units.get(i);
            }
        }
        String name = line.text(index);
        boolean given = !isNotGiven(index) && !name.equals(NONE);
        Optional<UnitOfWeight> weight = given ? UnitOfWeight.find(name) : Optional.empty();
        boolean known = weight.isPresent() || UnitOfWeight.isKnownOther(name);
        Unit unit = new Unit(line.raw(index), name, given, weight, known);
        if (units.size() < SHARED_UNITS) {
            units.add(unit);
        }
        return unit;
    }

    /** Says which fields may be one zero byte, which customs writes for "none". */
    static void takeZeroBytes(CsvLine line, Header header) {
        for (Column column :
                List.of(Column.QUANTITY, Column.UNIT, Column.SUPPLEMENTARY_QUANTITY, Column.SUPPLEMENTARY_UNIT)) {
            if (header.has(column)) {
                line.mayBeZeroByte(header.index(column));
            }
        }
    }
}
