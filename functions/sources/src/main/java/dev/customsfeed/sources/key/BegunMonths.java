package dev.customsfeed.sources.key;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * The months that had begun when a file was uploaded: it can be about no other. A month begins when its first day does in the
 * time zone that is ahead of all others, so that nobody's clock makes a file come too early. It hangs on the object version
 * alone and never on when it is read: each reading finds the same.
 *
 * @param uploaded S3's Last-Modified of the object version
 */
public record BegunMonths(Instant uploaded) {

    /** Where each day begins first: the Line Islands. */
    private static final ZoneOffset EARLIEST = ZoneOffset.ofHours(14);

    /** The last of them. */
    public YearMonth last() {
        return YearMonth.from(uploaded.atOffset(EARLIEST));
    }

    /** The day of the upload where it is latest. */
    public LocalDate lastDay() {
        return LocalDate.ofInstant(uploaded, EARLIEST);
    }

    /** Whether {@code month} is one of them. */
    public boolean has(YearMonth month) {
        return !month.isAfter(last());
    }

    /** One of them, as problems name what they expect. */
    public String expected() {
        return "a month that had begun when the file was uploaded on " + LocalDate.ofInstant(uploaded, ZoneOffset.UTC);
    }
}
