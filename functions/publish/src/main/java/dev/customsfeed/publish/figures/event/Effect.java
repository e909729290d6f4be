package dev.customsfeed.publish.figures.event;

import dev.customsfeed.publish.figures.Finding;
import dev.customsfeed.publish.figures.Fraction;
import dev.customsfeed.publish.figures.MonthSeries;
import dev.customsfeed.publish.figures.Reason;
import dev.customsfeed.publish.figures.trade.Span;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the windows of one date show.
 *
 * @param anticipation the relative change of its monthly mean since the norm; empty where there is no such window
 * @param after the same of the months after
 */
record Effect(Optional<Fraction> anticipation, Optional<Fraction> after) {

    static Finding<Effect> of(MonthSeries series, EventWindows windows) {
        Finding<Long> norm = series.sum(windows.norm());
        if (norm.value().isEmpty()) {
            return Finding.none(norm.reason().orElseThrow());
        }
        if (norm.value().get() == 0) {
            return Finding.none(new Reason.NoBase());
        }
        long base = norm.value().get();
        return change(series, windows.anticipation(), windows, base)
                .flatMap(anticipation ->
                        change(series, windows.after(), windows, base).map(after -> new Effect(anticipation, after)));
    }

    private static Finding<Optional<Fraction>> change(
            MonthSeries series, Optional<Span> window, EventWindows windows, long norm) {
        return window.map(span -> series.sum(span)
                        .map(sum -> Optional.of(Fraction.of(sum, span.length())
                                .dividedBy(Fraction.of(norm, windows.norm().length()))
                                .minus(Fraction.ONE))))
                .orElse(Finding.found(Optional.empty()));
    }

    /** Every month at which the same windows are clear of those of the event and over by {@code period}. */
    static List<EventWindows> otherDates(MonthSeries series, EventWindows event, YearMonth period) {
        List<EventWindows> dates = new ArrayList<>();
        if (series.isEmpty()) {
            return dates;
        }
        for (YearMonth month = series.span().first(); !month.isAfter(period); month = month.plusMonths(1)) {
            EventWindows other = event.at(month);
            if (other.isClearOf(event) && !other.window().last().isAfter(period)) {
                dates.add(other);
            }
        }
        return dates;
    }
}
