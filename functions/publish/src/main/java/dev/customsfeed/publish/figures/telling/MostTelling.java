package dev.customsfeed.publish.figures.telling;

import dev.customsfeed.publish.figures.Finding;
import dev.customsfeed.publish.figures.Fraction;
import dev.customsfeed.publish.figures.MonthSeries;
import dev.customsfeed.publish.figures.Reason;
import dev.customsfeed.publish.figures.trade.Span;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/**
 * The order of statements by how telling they are: by the size of a change against what is ordinary for its own series. What moves by
 * half every month says less with a half than what never moves by more than a tenth says with a fifth.
 *
 * <p>A rule of this project's own. Its measure of what is ordinary, a median of absolute changes, is the scale that robust statistics
 * take (Hampel 1974), of changes about zero rather than about their median; fewer than half of the changes cannot carry it away.
 */
public final class MostTelling {

    private static final int LEAST_EARLIER = 12;

    private MostTelling() {}

    /**
     * How many times as large a change is as the median of the earlier ones, all without their signs.
     *
     * @param change the change that a statement tells
     * @param earlier the same of earlier months
     * @return {@link Reason.TooShort} with fewer than twelve earlier ones, {@link Reason.NoBase} where most of them were none
     */
    public static Finding<Fraction> size(Fraction change, List<Fraction> earlier) {
        if (earlier.size() < LEAST_EARLIER) {
            return Finding.none(new Reason.TooShort(LEAST_EARLIER, earlier.size()));
        }
        Fraction ordinary = Fraction.median(earlier.stream().map(Fraction::abs).toList());
        return ordinary.signum() == 0
                ? Finding.none(new Reason.NoBase())
                : Finding.found(change.abs().dividedBy(ordinary));
    }

    /**
     * The size of the change of {@code period} since {@code lag} months before, against the same of all earlier months that were
     * measured, since months that were.
     *
     * @param lag 1 for the month before, 12 for the year before
     * @param imputed the months whose quantities the source made up: what they do is ordinary for nothing
     * @return {@link Reason.QuantityImputed} where the period or what it is held against is one of them
     */
    public static Finding<Fraction> size(MonthSeries series, YearMonth period, int lag, Set<YearMonth> imputed) {
        return size(series, period, lag, imputed, month -> change(series, month, month.minusMonths(lag)));
    }

    private static Finding<Fraction> change(MonthSeries series, YearMonth month, YearMonth base) {
        OptionalLong now = series.in(month);
        long before = series.in(base).orElse(0);
        return now.isPresent() && before != 0
                ? Finding.found(Fraction.of(Math.subtractExact(now.getAsLong(), before), before))
                : series.change(Span.of(month), Span.of(base));
    }

    /**
     * The same of a unit value: of {@code values} by {@code netWeights}.
     *
     * @param lag 1 for the month before, 12 for the year before
     * @param imputed the months whose quantities the source made up
     */
    public static Finding<Fraction> size(
            MonthSeries values, MonthSeries netWeights, YearMonth period, int lag, Set<YearMonth> imputed) {
        return size(values, period, lag, imputed, month -> unitValue(values, netWeights, month)
                .flatMap(now -> unitValue(values, netWeights, month.minusMonths(lag))
                        .flatMap(base -> base.signum() == 0
                                ? Finding.none(new Reason.NoBase())
                                : Finding.found(now.dividedBy(base).minus(Fraction.ONE)))));
    }

    private static Finding<Fraction> size(
            MonthSeries series,
            YearMonth period,
            int lag,
            Set<YearMonth> imputed,
            Function<YearMonth, Finding<Fraction>> change) {
        if (isOf(imputed, period, lag)) {
            return Finding.none(new Reason.QuantityImputed());
        }
        return change.apply(period).flatMap(now -> {
            List<Fraction> earlier = new ArrayList<>();
            for (YearMonth month = series.span().first(); month.isBefore(period); month = month.plusMonths(1)) {
                if (!isOf(imputed, month, lag)) {
                    change.apply(month).value().ifPresent(earlier::add);
                }
            }
            return size(now, earlier);
        });
    }

    private static boolean isOf(Set<YearMonth> imputed, YearMonth month, int lag) {
        return imputed.contains(month) || imputed.contains(month.minusMonths(lag));
    }

    private static Finding<Fraction> unitValue(MonthSeries values, MonthSeries netWeights, YearMonth month) {
        Span span = Span.of(month);
        return netWeights
                .sum(span)
                .flatMap(grams -> grams == 0
                        ? Finding.none(new Reason.NoBase())
                        : values.sum(span).map(value -> Fraction.of(value, grams)));
    }

    /**
     * The ids of the statements whose size is known, the most telling first; those of equal size in the order of their ids.
     *
     * @param sizes by the statement's id
     */
    public static List<String> ranked(Map<String, Finding<Fraction>> sizes) {
        return sizes.entrySet().stream()
                .filter(statement -> statement.getValue().value().isPresent())
                .sorted(Comparator.comparing((Map.Entry<String, Finding<Fraction>> statement) ->
                                statement.getValue().value().orElseThrow())
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .toList();
    }
}
