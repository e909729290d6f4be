package dev.customsfeed.ledger;

import java.util.OptionalLong;

/**
 * Sums over rows of customs files. All arithmetic is exact: weights are held in grams and values in thousandths, since offices write
 * up to three decimals, and what does not fit a {@code long} is an error, never a wrong figure.
 *
 * @param rows how many rows
 * @param reportedNetWeightGrams the sum over the rows that have a net weight, in grams
 * @param rowsWithoutNetWeight how many rows have none: it is unknown, which is not zero
 * @param estimatedNetWeightGrams the part of {@code reportedNetWeightGrams} that the source itself estimated, in grams
 * @param valueThousandths the sum of statistical values, in thousandths of the currency's unit
 */
public record Totals(
        long rows,
        long reportedNetWeightGrams,
        long rowsWithoutNetWeight,
        long estimatedNetWeightGrams,
        long valueThousandths) {

    /** Grams to the kilogram, and thousandths to the unit of a currency. */
    public static final long THOUSAND = 1_000;

    /** The totals of no rows at all. */
    public static final Totals NONE = new Totals(0, 0, 0, 0, 0);

    /** The totals of one row. */
    public static Totals of(CustomsRecord row) {
        long grams = row.netWeightGrams().orElse(0);
        return new Totals(
                1,
                grams,
                row.netWeightGrams().isPresent() ? 0 : 1,
                row.netWeightEstimated() ? grams : 0,
                row.valueThousandths());
    }

    /** The totals of a number of rows that all report their net weight, in whole kilograms and whole units of the currency. */
    public static Totals ofWhole(long rows, long netWeightKg, long value) {
        return new Totals(rows, Math.multiplyExact(netWeightKg, THOUSAND), 0, 0, Math.multiplyExact(value, THOUSAND));
    }

    /** The net weight in grams; empty if a row does not report its own, for then the sum is not known. */
    public OptionalLong netWeightGrams() {
        return rowsWithoutNetWeight == 0 ? OptionalLong.of(reportedNetWeightGrams) : OptionalLong.empty();
    }

    /**
     * The totals of both.
     *
     * @throws ArithmeticException if a sum does not fit a {@code long}
     */
    public Totals plus(Totals other) {
        return new Totals(
                Math.addExact(rows, other.rows),
                Math.addExact(reportedNetWeightGrams, other.reportedNetWeightGrams),
                Math.addExact(rowsWithoutNetWeight, other.rowsWithoutNetWeight),
                Math.addExact(estimatedNetWeightGrams, other.estimatedNetWeightGrams),
                Math.addExact(valueThousandths, other.valueThousandths));
    }

    /**
     * The totals without those of {@code part}, which are in them.
     *
     * @throws ArithmeticException if a difference does not fit a {@code long}
     */
    public Totals minus(Totals part) {
        return new Totals(
                Math.subtractExact(rows, part.rows),
                Math.subtractExact(reportedNetWeightGrams, part.reportedNetWeightGrams),
                Math.subtractExact(rowsWithoutNetWeight, part.rowsWithoutNetWeight),
                Math.subtractExact(estimatedNetWeightGrams, part.estimatedNetWeightGrams),
                Math.subtractExact(valueThousandths, part.valueThousandths));
    }
}
