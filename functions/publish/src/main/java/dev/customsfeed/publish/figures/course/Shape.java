package dev.customsfeed.publish.figures.course;

import dev.customsfeed.publish.figures.Finding;
import dev.customsfeed.publish.figures.Fraction;
import dev.customsfeed.publish.figures.MonthSeries;
import dev.customsfeed.publish.figures.Reason;
import dev.customsfeed.publish.figures.trade.Span;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The shape of a series over the last twelve months, in a vocabulary of six.
 *
 * <p>Each month has the relative change, since a year before, of the three months that end with it. It is <em>up</em> above +5%,
 * <em>down</em> below -5% and <em>flat</em> between. So that a series at a bound does not flutter, one that is up stays up until it is
 * at +4% or below, and one that is down stays down until it is at -4% or above. The shape is the first of these that the twelve are;
 * the month before them says what they begin with. It takes 27 months.
 *
 * <p>A rule of this project's own: a percentage of one month does not tell a turn from a wobble. Three months against the same of a year
 * before leave out the season and make little of single shipments; six in a row are half a year. Bounds of entry and exit that lie apart are the
 * hysteresis of a thermostat.
 */
public enum Shape {
    /** The last six are up. */
    RISING("U{6}$"),
    /** The last six are down. */
    FALLING("D{6}$"),
    /** At least three up, then at least three not up. */
    PEAKED("U{3}[FD]{3,}$"),
    /** At least three down, then at least three not down. */
    RECOVERING("D{3}[FU]{3,}$"),
    /** At least three up, at least two down, the last two up. */
    DIP_AND_RECOVERY("U{3}.*D{2}.*U{2}$"),
    /** None of the others. */
    NO_DIRECTION("$");

    private static final int STATES = 12;
    private static final int QUARTER = 3;
    private static final int YEAR = 12;
    private static final int NEEDED = STATES + YEAR + QUARTER;
    private static final Fraction BOUND = Fraction.of(5, 100);
    private static final Fraction BOUND_TO_LEAVE = Fraction.of(4, 100);

    private final Pattern states;

    Shape(String states) {
        this.states = Pattern.compile(states);
    }

    /** The name in reports, e.g. {@code dip-and-recovery}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The shape of the twelve months that end with {@code period}; nothing where one of 27 months is missing or a base is zero. */
    public static Finding<Shape> of(MonthSeries series, YearMonth period) {
        Optional<Reason> lacking = series.lacking(Span.endingAt(period, NEEDED));
        if (lacking.isPresent()) {
            return Finding.none(lacking.get());
        }
        StringBuilder states = new StringBuilder();
        char state = 'F';
        for (YearMonth month : Span.endingAt(period, STATES + 1).months()) {
            Span quarter = Span.endingAt(month, QUARTER);
            Finding<Fraction> change = series.change(quarter, quarter.back(YEAR));
            if (change.value().isEmpty()) {
                return Finding.none(change.reason().orElseThrow());
            }
            state = next(state, change.value().get());
            states.append(state);
        }
        String last = states.substring(1);
        for (Shape shape : values()) {
            if (shape.states.matcher(last).find()) {
                return Finding.found(shape);
            }
        }
        throw new IllegalStateException("found no shape for " + last + ", expected no direction at least");
    }

    private static char next(char before, Fraction change) {
        if (change.isAbove(before == 'U' ? BOUND_TO_LEAVE : BOUND)) {
            return 'U';
        }
        return change.isBelow((before == 'D' ? BOUND_TO_LEAVE : BOUND).negated()) ? 'D' : 'F';
    }
}
