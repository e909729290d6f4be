package dev.customsfeed.publish.publication;

import dev.customsfeed.ledger.UploadHistory;
import dev.customsfeed.ledger.tables.PlacedEntry;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;

/**
 * What an upload log says that a feed may depend on, as of some place: all entries of the objects that concern it.
 *
 * @param scope what concerns the feed
 * @param place up to which the log was read
 * @param byName the entries, by their names within the log
 */
public record FeedLog(FeedScope scope, long place, Map<String, PlacedEntry> byName) {

    /** The entries, in no order. */
    public Collection<PlacedEntry> entries() {
        return Collections.unmodifiableCollection(byName.values());
    }

    /** The place of the newest of them; {@link PlacedEntry#NONE} where none has one. */
    public long newest() {
        return byName.values().stream()
                .map(PlacedEntry::place)
                .max(Comparator.naturalOrder())
                .orElse(PlacedEntry.NONE);
    }

    /** What they add up to. */
    public UploadHistory history() {
        return UploadHistory.of(byName.values().stream().map(PlacedEntry::entry).toList());
    }
}
