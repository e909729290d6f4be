package dev.customsfeed.publish.figures.price;

import dev.customsfeed.publish.figures.Finding;
import dev.customsfeed.publish.figures.Fraction;
import dev.customsfeed.publish.figures.Reason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;

/**
 * By how many months unit values have followed a price.
 *
 * <p>Pearson's correlation of the logarithms' changes from month to month, the price's so many months earlier, for none to four months.
 * All five are taken over the same months. The largest counts only beyond the bound that the largest of five passes by chance in one of
 * twenty cases: by Fisher's transformation with Šidák's correction, tanh(2.3187 / sqrt(n - 3)) for n pairs.
 *
 * @param months by how many months
 * @param correlation between -1 and 1
 * @param threshold what the largest of five passes by chance in one of twenty cases
 * @param pairs over how many months
 */
public record Lag(int months, double correlation, double threshold, int pairs) {

    private static final int LARGEST = 4;
    private static final int LEAST_PAIRS = 24;
    /** The quantile of the normal distribution at 0.95^(1/5). */
    private static final double QUANTILE = 2.3187;

    /**
     * The lag up to {@code period}.
     *
     * @param prices by month, above zero
     * @param unitValues by month, above zero
     * @return {@link Reason.TooShort} with fewer than 24 pairs, {@link Reason.Unchanged} where the prices or unit values never changed,
     *     {@link Reason.WithinChance} where no correlation passes the bound
     */
    public static Finding<Lag> of(
            SortedMap<YearMonth, Fraction> prices, SortedMap<YearMonth, Fraction> unitValues, YearMonth period) {
        List<double[]> pairs = new ArrayList<>();
        for (YearMonth month : unitValues.headMap(period.plusMonths(1)).keySet()) {
            if (isKnown(unitValues, month, 1) && isKnown(prices, month, LARGEST + 1)) {
                double[] pair = new double[LARGEST + 2];
                for (int lag = 0; lag <= LARGEST; lag++) {
                    pair[lag] = change(prices, month.minusMonths(lag));
                }
                pair[LARGEST + 1] = change(unitValues, month);
                pairs.add(pair);
            }
        }
        int count = pairs.size();
        if (count < LEAST_PAIRS) {
            return Finding.none(new Reason.TooShort(LEAST_PAIRS, count));
        }
        int best = -1;
        double largest = Double.NEGATIVE_INFINITY;
        for (int lag = 0; lag <= LARGEST; lag++) {
            double correlation = correlation(pairs, lag);
            if (correlation > largest) {
                largest = correlation;
                best = lag;
            }
        }
        if (best < 0) {
            return Finding.none(new Reason.Unchanged());
        }
        double threshold = threshold(count);
        return largest > threshold
                ? Finding.found(new Lag(best, largest, threshold, count))
                : Finding.none(new Reason.WithinChance());
    }

    /** The correlation as it is published: two decimals, rounded half up. */
    public BigDecimal correlationRounded() {
        return rounded(correlation);
    }

    /** The bound as it is published. */
    public BigDecimal thresholdRounded() {
        return rounded(threshold);
    }

    private static BigDecimal rounded(double exact) {
        return BigDecimal.valueOf(exact).setScale(2, RoundingMode.HALF_UP);
    }

    /** What the largest of five correlations over {@code pairs} passes by chance in one of twenty cases. */
    static double threshold(int pairs) {
        return StrictMath.tanh(QUANTILE / StrictMath.sqrt(pairs - 3.0));
    }

    private static boolean isKnown(SortedMap<YearMonth, Fraction> months, YearMonth last, int before) {
        for (int i = 0; i <= before; i++) {
            if (!months.containsKey(last.minusMonths(i))) {
                return false;
            }
        }
        return true;
    }

    private static double change(SortedMap<YearMonth, Fraction> months, YearMonth month) {
        return StrictMath.log(Objects.requireNonNull(months.get(month))
                .dividedBy(Objects.requireNonNull(months.get(month.minusMonths(1))))
                .toDouble());
    }

    /** Not a number where one of the two never changes. */
    private static double correlation(List<double[]> pairs, int lag) {
        double meanX = 0;
        double meanY = 0;
        for (double[] pair : pairs) {
            meanX += pair[lag] / pairs.size();
            meanY += pair[LARGEST + 1] / pairs.size();
        }
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (double[] pair : pairs) {
            double x = pair[lag] - meanX;
            double y = pair[LARGEST + 1] - meanY;
            xx += x * x;
            yy += y * y;
            xy += x * y;
        }
        return xy / StrictMath.sqrt(xx * yy);
    }
}
