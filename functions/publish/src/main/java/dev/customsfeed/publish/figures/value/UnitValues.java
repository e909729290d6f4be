package dev.customsfeed.publish.figures.value;

import dev.customsfeed.publish.figures.Fraction;
import dev.customsfeed.publish.figures.trade.Amount;
import dev.customsfeed.publish.figures.trade.Span;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;

/**
 * The unit values of a partner, month by month: those of months that have a net weight and a value, neither of them zero. They are made
 * once and looked at by the reports of many months, nearly all of which need no more of each than a double.
 */
public final class UnitValues {

    private static final UnitValues NONE = new UnitValues(YearMonth.of(1970, 1), 0);

    private final YearMonth first;
    private final long[] grams;
    private final long[] thousandths;
    /** Units of the currency by kilogram, as far as a double goes; zero where there is none. */
    private final double[] approximate;

    private UnitValues(YearMonth first, int months) {
        this.first = first;
        this.grams = new long[months];
        this.thousandths = new long[months];
        this.approximate = new double[months];
    }

    /**
     * Those of some months.
     *
     * @param months oldest first; others have none
     * @param amounts how much was traded in each of them
     */
    public static UnitValues of(List<YearMonth> months, Function<YearMonth, Amount> amounts) {
        if (months.isEmpty()) {
            return NONE;
        }
        YearMonth first = months.get(0);
        UnitValues unitValues = new UnitValues(first, new Span(first, months.get(months.size() - 1)).length());
        for (YearMonth month : months) {
            unitValues.put(unitValues.index(month), amounts.apply(month));
        }
        return unitValues;
    }

    private void put(int index, Amount amount) {
        long weight = amount.netWeightGrams().orElse(0);
        long value = amount.valueThousandths().orElse(0);
        if (weight > 0 && value > 0) {
            grams[index] = weight;
            thousandths[index] = value;
            approximate[index] = (double) value / weight;
        }
    }

    /** Where {@code month} stands; it may lie before the first or after the last one. */
    int index(YearMonth month) {
        return Math.toIntExact(first.until(month, ChronoUnit.MONTHS));
    }

    /** Whether there is one. */
    boolean isKnown(int index) {
        return index >= 0 && index < grams.length && grams[index] > 0;
    }

    /** Units of the currency by kilogram: thousandths by gram. */
    Fraction exact(int index) {
        return Fraction.of(thousandths[index], grams[index]);
    }

    /** The nearest double, or zero where there is none. */
    double approximate(int index) {
        return approximate[index];
    }

    /** What the unit value is of: the net weight in grams. */
    long grams(int index) {
        return grams[index];
    }

    /** What the unit value is of: the value in thousandths of the currency's unit. */
    long thousandths(int index) {
        return thousandths[index];
    }
}
