package dev.customsfeed.publish.figures.report;

import dev.customsfeed.publish.figures.trade.Amount;
import dev.customsfeed.publish.figures.trade.Coverage;
import dev.customsfeed.publish.figures.trade.Cycle;
import dev.customsfeed.publish.figures.trade.MonthlyTotals;
import dev.customsfeed.publish.figures.trade.ProductTrade;
import dev.customsfeed.publish.figures.trade.Reading;
import dev.customsfeed.publish.figures.trade.Span;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is computed of the total and of each product alike.
 *
 * @param month the month
 * @param ytd from January to the month
 * @param halfYears the last four that are over, newest first
 * @param quarters the last four that are over, newest first
 * @param peak the highest of the last twelve months; empty if one of them is not known
 * @param trough the lowest of the last twelve months; empty if one of them is not known
 * @param coverage whose trade it is
 * @param inside of a group of reporters, what its members trade with each other, which is in none of the other figures
 */
public record Figures(
        MonthFigure month,
        YearToDate ytd,
        List<CycleFigure> halfYears,
        List<CycleFigure> quarters,
        Optional<Extreme> peak,
        Optional<Extreme> trough,
        Coverage coverage,
        Optional<Inside> inside) {

    /** How many months figures are computed from: those of the oldest half-year's base, and what an outlook is held against. */
    private static final int MONTHS = 48;

    /** How many half-years and quarters are shown. */
    private static final int CYCLES = 4;

    /**
     * What the members of a group trade with each other.
     *
     * @param month the month
     * @param ytd from January to the month
     */
    public record Inside(MonthFigure month, YearToDate ytd) {

        private static Optional<Inside> of(MonthlyTotals totals, YearMonth period) {
            Reading reading = Reading.of(period, totals::in);
            return reading.month().map(known -> new Inside(MonthFigure.of(reading), YearToDate.of(reading)));
        }
    }

    /** The figures of {@code period}: {@code trade} that can be held against it. */
    static Figures of(ProductTrade trade, YearMonth period) {
        MonthlyTotals totals = trade.totals();
        Reading reading = Reading.of(period, totals::in);
        return new Figures(
                MonthFigure.of(reading),
                YearToDate.of(reading),
                cycles(Cycle.HALF_YEAR, totals, period),
                cycles(Cycle.QUARTER, totals, period),
                extreme(totals, period, Comparator.naturalOrder()),
                extreme(totals, period, Comparator.reverseOrder()),
                totals.coverage(period).orElse(Coverage.WHOLE),
                Inside.of(trade.inside(), period));
    }

    private static List<CycleFigure> cycles(Cycle cycle, MonthlyTotals totals, YearMonth period) {
        return cycle.lastComplete(period, CYCLES).stream()
                .map(span -> CycleFigure.of(cycle, span, totals))
                .toList();
    }

    private static Optional<Extreme> extreme(MonthlyTotals totals, YearMonth period, Comparator<Long> order) {
        Optional<YearMonth> found = Optional.empty();
        long weight = 0;
        long now = 0;
        for (YearMonth month : Span.endingAt(period, 12).months()) {
            OptionalLong known = Amount.of(totals.in(month)).netWeightGrams();
            if (known.isEmpty()) {
                return Optional.empty();
            }
            now = known.getAsLong();
            if (found.isEmpty() || order.compare(now, weight) >= 0) {
                found = Optional.of(month);
                weight = now;
            }
        }
        Amount then = new Amount(OptionalLong.of(weight), OptionalLong.empty());
        Amount last = new Amount(OptionalLong.of(now), OptionalLong.empty());
        return Optional.of(
                new Extreme(found.orElseThrow(), weight, last.changePct(then), Extreme.Direction.of(weight, now)));
    }

    /** The months that figures of {@code period} are computed from, bases of comparison included. */
    static Span sources(YearMonth period) {
        return Span.endingAt(period, MONTHS);
    }

    /** The same without net weights of month and year; half-years, quarters, peak and trough are those of net weights. */
    Figures byValue() {
        return new Figures(
                month.byValue(),
                ytd.byValue(),
                halfYears,
                quarters,
                peak,
                trough,
                coverage,
                inside.map(
                        known -> new Inside(known.month().byValue(), known.ytd().byValue())));
    }

    /** Whether net weight and value of the month and of the year so far are known. */
    boolean isComplete() {
        return month.amount().netWeightKg().isPresent()
                && month.amount().value().isPresent()
                && ytd.amount().netWeightKg().isPresent()
                && ytd.amount().value().isPresent();
    }
}
