package dev.customsfeed.publish.figures.report;

import dev.customsfeed.publish.figures.trade.Amount;
import dev.customsfeed.publish.figures.trade.Coverage;
import dev.customsfeed.publish.figures.trade.Cycle;
import dev.customsfeed.publish.figures.trade.MonthlyTotals;
import dev.customsfeed.publish.figures.trade.ProductTrade;
import dev.customsfeed.publish.figures.trade.Reading;
import dev.customsfeed.publish.figures.trade.Span;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

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
 * @param imputed the months among those of month, year so far, half-years and quarters whose quantities the source made up: figures that
 *     have one of them have no unit value
 * @param worth how value and unit value moved
 */
public record Figures(
        MonthFigure month,
        YearToDate ytd,
        List<CycleFigure> halfYears,
        List<CycleFigure> quarters,
        Optional<Extreme> peak,
        Optional<Extreme> trough,
        Coverage coverage,
        Optional<Inside> inside,
        SortedSet<YearMonth> imputed,
        Worth worth) {

    /** How many months figures are computed from: those of the oldest half-year's base, and what an outlook is held against. */
    private static final int MONTHS = 48;

    /** How many months an outlook looks back at. As many has the one of a month before, in February two, that is held against what came. */
    static final int MONTHS_OF_OUTLOOK = MONTHS - 2;

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

    /**
     * The figures of {@code period}.
     *
     * @param trade what can be held against it
     * @param imputed the months whose quantities the source made up
     */
    static Figures of(ProductTrade trade, YearMonth period, Set<YearMonth> imputed) {
        MonthlyTotals totals = trade.totals();
        Reading reading = Reading.of(period, totals::in);
        List<CycleFigure> halfYears = cycles(Cycle.HALF_YEAR, totals, period, imputed);
        List<CycleFigure> quarters = cycles(Cycle.QUARTER, totals, period, imputed);
        Span ytd = Span.yearToDate(period);
        SortedSet<YearMonth> among = new TreeSet<>(imputed);
        among.removeIf(month -> !ytd.has(month)
                && Stream.concat(halfYears.stream(), quarters.stream())
                        .noneMatch(cycle -> cycle.span().has(month)));
        return new Figures(
                MonthFigure.of(reading).imputed(period, imputed),
                YearToDate.of(reading).imputed(imputed.stream().anyMatch(ytd::has)),
                halfYears,
                quarters,
                extreme(totals, period, Comparator.naturalOrder()),
                extreme(totals, period, Comparator.reverseOrder()),
                totals.coverage(period).orElse(Coverage.WHOLE),
                Inside.of(trade.inside(), period),
                Collections.unmodifiableSortedSet(among),
                Worth.of(reading, period, imputed));
    }

    private static List<CycleFigure> cycles(
            Cycle cycle, MonthlyTotals totals, YearMonth period, Set<YearMonth> imputed) {
        return cycle.lastComplete(period, CYCLES).stream()
                .map(span -> CycleFigure.of(cycle, span, totals).imputed(imputed))
                .toList();
    }

    private static Optional<Extreme> extreme(MonthlyTotals totals, YearMonth period, Comparator<Long> order) {
        Optional<YearMonth> found = Optional.empty();
        long weight = 0;
        long now = 0;
        int alike = 0;
        for (YearMonth month : Span.endingAt(period, 12).months()) {
            OptionalLong known = Amount.of(totals.in(month)).netWeightGrams();
            if (known.isEmpty()) {
                return Optional.empty();
            }
            now = known.getAsLong();
            if (found.isEmpty() || order.compare(now, weight) >= 0) {
                alike = found.isPresent() && now == weight ? alike + 1 : 1;
                found = Optional.of(month);
                weight = now;
            }
        }
        Amount then = new Amount(OptionalLong.of(weight), OptionalLong.empty());
        Amount last = new Amount(OptionalLong.of(now), OptionalLong.empty());
        return Optional.of(new Extreme(
                found.orElseThrow(), weight, last.changePct(then), Extreme.Direction.of(weight, now), alike));
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
                        known -> new Inside(known.month().byValue(), known.ytd().byValue())),
                imputed,
                worth.byValue());
    }

    /** Whether net weight and value of the month and of the year so far are known. */
    boolean isComplete() {
        return month.amount().netWeightKg().isPresent()
                && month.amount().value().isPresent()
                && ytd.amount().netWeightKg().isPresent()
                && ytd.amount().value().isPresent();
    }
}
