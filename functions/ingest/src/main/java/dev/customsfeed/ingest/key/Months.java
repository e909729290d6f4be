package dev.customsfeed.ingest.key;

import java.time.YearMonth;

/** The months that customs files can be about, numbered: a year out of the range is a slip of the pen. */
public final class Months {

    public static final int FIRST_YEAR = 1995;
    public static final int LAST_YEAR = 2100;

    private Months() {}

    /** Whether files can be about {@code year}. */
    public static boolean hasYear(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    /** The month's number: 1 is January of the first year. */
    public static int number(int year, int month) {
        return (year - FIRST_YEAR) * 12 + month;
    }

    /** The month that has this {@link #number}. */
    public static YearMonth of(int number) {
        return YearMonth.of(FIRST_YEAR + (number - 1) / 12, (number - 1) % 12 + 1);
    }
}
