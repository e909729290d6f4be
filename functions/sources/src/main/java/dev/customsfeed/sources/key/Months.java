package dev.customsfeed.sources.key;

import java.time.YearMonth;

/** Months in numbers. A year before the first is a slip of the pen; the last month is up to {@link BegunMonths}. */
public final class Months {

    /** The first year that files can be about. */
    public static final int FIRST_YEAR = 1995;

    private Months() {}

    /** Whether files can be about {@code year}. */
    public static boolean hasYear(int year) {
        return year >= FIRST_YEAR;
    }

    /** The month's number: 1 is January of the first year. */
    public static int number(int year, int month) {
        return (year - FIRST_YEAR) * 12 + month;
    }

    /** The month's number. */
    public static int number(YearMonth month) {
        return number(month.getYear(), month.getMonthValue());
    }

    /** The month that has this {@link #number}. */
    public static YearMonth of(int number) {
        return YearMonth.of(FIRST_YEAR + (number - 1) / 12, (number - 1) % 12 + 1);
    }
}
