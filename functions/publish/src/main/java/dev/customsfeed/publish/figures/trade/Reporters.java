package dev.customsfeed.publish.figures.trade;

import java.time.YearMonth;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/**
 * Whose trade a feed is about.
 *
 * @param all the one reporter, or the members of the group, as the source's codes: ISO 3166-1 alpha-2 where there is one
 * @param isGroup whether it is a group: then trade with partners that are members is told apart
 * @param unnamedMembers partner codes that stand for members of the group without saying which
 * @param reported who reported each month, be it other commodities
 */
public record Reporters(
        SortedSet<String> all,
        boolean isGroup,
        SortedSet<String> unnamedMembers,
        Map<YearMonth, SortedSet<String>> reported) {

    /** Whether some file says anything of what {@code reporter} traded in {@code month}. */
    public boolean hasReported(String reporter, YearMonth month) {
        return reported(month).contains(reporter);
    }

    /** Who reported {@code month}. */
    public Set<String> reported(YearMonth month) {
        return reported.getOrDefault(month, Collections.emptySortedSet());
    }

    /** Whether {@code partner} is one of the group. */
    public boolean isMember(Partner partner) {
        return isGroup
                && (partner.iso2().filter(all::contains).isPresent()
                        || partner.codes().stream().anyMatch(unnamedMembers::contains));
    }

    /** Whether {@code partner} is the one reporter itself: goods that came back. */
    public boolean isItself(Partner partner) {
        return !isGroup && partner.iso2().filter(all::contains).isPresent();
    }
}
