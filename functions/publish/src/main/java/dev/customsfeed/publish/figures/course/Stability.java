package dev.customsfeed.publish.figures.course;

import dev.customsfeed.publish.figures.Finding;
import dev.customsfeed.publish.figures.Fraction;
import dev.customsfeed.publish.figures.MonthSeries;
import dev.customsfeed.publish.figures.Reason;
import dev.customsfeed.publish.figures.trade.Span;
import java.time.YearMonth;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether the headline would have been the same a while ago: the change of twelve months, as of now and of three and six months ago. It
 * is stable where the two earlier ones have its sign and lie within five percentage points of it, else mixed. It takes 30 months.
 *
 * <p>A rule of this project's own: a headline that was another one a quarter ago says as much about the month in which it is read as about
 * the trade. Five points are the bound by which {@link Shape} tells up from flat.
 *
 * @param now the relative change of the twelve months that end with the month
 * @param threeMonthsAgo the same as of three months before
 * @param sixMonthsAgo the same as of six months before
 */
public record Stability(Fraction now, Fraction threeMonthsAgo, Fraction sixMonthsAgo) {

    private static final int NEEDED = 30;
    private static final int THREE = 3;
    private static final int SIX = 6;
    private static final Fraction FIVE_POINTS = Fraction.of(5, 100);

    /** The stability of the headline of {@code period}; nothing where one of 30 months is missing or a base is zero. */
    public static Finding<Stability> of(MonthSeries series, YearMonth period) {
        Optional<Reason> lacking = series.lacking(Span.endingAt(period, NEEDED));
        if (lacking.isPresent()) {
            return Finding.none(lacking.get());
        }
        return TwelveMonths.change(series, period).flatMap(now -> TwelveMonths.change(series, period.minusMonths(THREE))
                .flatMap(three -> TwelveMonths.change(series, period.minusMonths(SIX))
                        .map(six -> new Stability(now, three, six))));
    }

    /** Whether all three say the same. */
    public boolean isStable() {
        return Stream.of(threeMonthsAgo, sixMonthsAgo)
                .allMatch(ago ->
                        ago.signum() == now.signum() && !ago.minus(now).abs().isAbove(FIVE_POINTS));
    }
}
