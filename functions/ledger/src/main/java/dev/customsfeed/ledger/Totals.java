package dev.customsfeed.ledger;

import java.util.OptionalLong;

/**
 * Sums over rows of customs files. All arithmetic is exact: what does not fit a {@code long} is an error, never a wrong figure.
 *
 * @param rows how many rows
 * @param reportedNetWeightKg the sum over the rows that report a net weight, in kilograms
 * @param rowsWithoutNetWeight how many rows do not report one
 * @param value the sum of statistical values, in whole units of the currency
 */
public record Totals(long rows, long reportedNetWeightKg, long rowsWithoutNetWeight, long value) {

    /** The totals of no rows at all. */
    public static final Totals NONE = new Totals(0, 0, 0, 0);

    /** The totals of one row. */
    public static Totals of(CustomsRecord row) {
        return new Totals(1, row.netWeightKg().orElse(0), row.netWeightKg().isPresent() ? 0 : 1, row.value());
    }

    /** The totals of a number of rows that all report their net weight. */
    public static Totals of(long rows, long netWeightKg, long value) {
        return new Totals(rows, netWeightKg, 0, value);
    }

    /** The net weight in kilograms; empty if a row does not report its own, for then the sum is not known. */
    public OptionalLong netWeightKg() {
        return rowsWithoutNetWeight == 0 ? OptionalLong.of(reportedNetWeightKg) : OptionalLong.empty();
    }

    /**
     * The totals of both.
     *
     * @throws ArithmeticException if a sum does not fit a {@code long}
     */
    public Totals plus(Totals other) {
        return new Totals(
                Math.addExact(rows, other.rows),
                Math.addExact(reportedNetWeightKg, other.reportedNetWeightKg),
                Math.addExact(rowsWithoutNetWeight, other.rowsWithoutNetWeight),
                Math.addExact(value, other.value));
    }
}
