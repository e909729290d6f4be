package dev.customsfeed.ledger;

import java.time.YearMonth;
import java.util.SortedSet;

/**
 * Who reported what in a file: each of the reporters has rows of this flow in each of the months, or its key says so.
 *
 * @param flow exports or imports
 * @param reporters ISO 3166-1 alpha-2 codes, or the source's own where there is none
 * @param months the months
 */
public record Reported(Flow flow, SortedSet<String> reporters, SortedSet<YearMonth> months) {

    /** Whether {@code reporter} reported {@code flow} in {@code month}. */
    public boolean has(String reporter, Flow of, YearMonth month) {
        return flow == of && reporters.contains(reporter) && months.contains(month);
    }
}
