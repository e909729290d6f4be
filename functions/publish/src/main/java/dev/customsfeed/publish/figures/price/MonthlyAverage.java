package dev.customsfeed.publish.figures.price;

import dev.customsfeed.publish.figures.Finding;
import dev.customsfeed.publish.figures.Fraction;
import dev.customsfeed.publish.figures.Reason;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.NavigableMap;

/**
 * The mean of a month's observations of a price or a rate.
 *
 * @param value the mean, in the unit of the observations
 * @param observations how many there were
 * @param frequency how often they are made
 */
public record MonthlyAverage(Fraction value, int observations, Frequency frequency) {

    /**
     * How often observations are made: by the median of the days between one and the next, up to the end of the month.
     *
     * <p>A rule of this project's own: half of a month's twenty or so trading days, or three of its four or five weeks, leave room for
     * holidays and none for a mean of a few days that stands for a month.
     */
    public enum Frequency {
        /** Up to four days between. Ten in a month are enough. */
        DAILY(4, 10),
        /** Up to ten days between. Three in a month are enough. */
        WEEKLY(10, 3),
        /** More than that. One in a month is enough. */
        MONTHLY(Integer.MAX_VALUE, 1);

        private final int mostDaysBetween;
        private final int enough;

        Frequency(int mostDaysBetween, int enough) {
            this.mostDaysBetween = mostDaysBetween;
            this.enough = enough;
        }

        private static Frequency of(Collection<LocalDate> ascending) {
            if (ascending.size() < 2) {
                return MONTHLY;
            }
            long[] between = new long[ascending.size() - 1];
            Iterator<LocalDate> days = ascending.iterator();
            LocalDate before = days.next();
            for (int i = 0; i < between.length; i++) {
                LocalDate day = days.next();
                between[i] = before.until(day, ChronoUnit.DAYS);
                before = day;
            }
            Arrays.sort(between);
            long median = between[between.length / 2];
            return median <= DAILY.mostDaysBetween ? DAILY : median <= WEEKLY.mostDaysBetween ? WEEKLY : MONTHLY;
        }
    }

    /**
     * The mean of {@code month}.
     *
     * @param observations by day
     * @return {@link Reason.TooShort} where there are too few in the month for how often they are made
     */
    public static Finding<MonthlyAverage> of(NavigableMap<LocalDate, Fraction> observations, YearMonth month) {
        NavigableMap<LocalDate, Fraction> known = observations.headMap(month.atEndOfMonth(), true);
        Frequency frequency = Frequency.of(known.keySet());
        Collection<Fraction> inMonth = known.tailMap(month.atDay(1), true).values();
        if (inMonth.size() < frequency.enough) {
            return Finding.none(new Reason.TooShort(frequency.enough, inMonth.size()));
        }
        Fraction sum = inMonth.stream().reduce(Fraction.ZERO, Fraction::plus);
        return Finding.found(new MonthlyAverage(sum.times(Fraction.of(1, inMonth.size())), inMonth.size(), frequency));
    }
}
