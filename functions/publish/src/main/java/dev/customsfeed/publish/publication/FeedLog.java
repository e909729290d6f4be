package dev.customsfeed.publish.publication;

import dev.customsfeed.ledger.UploadHistory;
import dev.customsfeed.ledger.tables.PlacedEntry;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What an upload log says that a feed may depend on, as of some place: all entries of the objects that concern it.
 *
 * @param scope what concerns the feed
 * @param place up to which the log was read
 * @param byName the entries, by their names within the log
 */
public record FeedLog(LogScope scope, long place, Map<String, PlacedEntry> byName) {

    /** The entries, in no order. */
    public Collection<PlacedEntry> entries() {
        return Collections.unmodifiableCollection(byName.values());
    }

    /**
     * The place of the newest of them that the feed depends on by now; {@link PlacedEntry#NONE} where none has one. Rates that none of its
     * prices needs are among the entries, and wake nobody.
     */
    public long newest() {
        Collection<PlacedEntry> needed = scope instanceof PriceScope prices ? needed(prices) : byName.values();
        return needed.stream()
                .map(PlacedEntry::place)
                .max(Comparator.naturalOrder())
                .orElse(PlacedEntry.NONE);
    }

    private Collection<PlacedEntry> needed(PriceScope prices) {
        PriceScope needing =
                prices.needing(byName.values().stream().map(PlacedEntry::entry).toList());
        Map<String, List<PlacedEntry>> byObject = byName.values().stream()
                .collect(Collectors.groupingBy(placed -> placed.entry().object().object()));
        return byObject.values().stream()
                .filter(placed ->
                        needing.concerns(placed.stream().map(PlacedEntry::entry).toList()))
                .flatMap(List::stream)
                .toList();
    }

    /** What they add up to. */
    public UploadHistory history() {
        return UploadHistory.of(byName.values().stream().map(PlacedEntry::entry).toList());
    }
}
