package dev.customsfeed.ingest.answer;

import dev.customsfeed.ledger.UploadLogEntry;
import dev.customsfeed.ledger.tables.MonthsTable;
import dev.customsfeed.ledger.tables.PlacedEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The upload log of feed definitions. What was read of it is kept as long as the function lives: of each upload, only what was entered
 * since the one before is read. A log of more text than can be kept is read from its beginning each time.
 */
final class DefinitionsLog {

    private static final long MOST_CHARACTERS = 20_000_000;

    private final MonthsTable months;
    private final long mostCharacters;
    private final Map<String, PlacedEntry> known = new HashMap<>();
    private boolean isKnown;
    private long place = PlacedEntry.NONE;
    private long characters;

    DefinitionsLog(MonthsTable months) {
        this(months, MOST_CHARACTERS);
    }

    /** Of which so much text is kept at most. */
    DefinitionsLog(MonthsTable months, long mostCharacters) {
        this.months = months;
        this.mostCharacters = mostCharacters;
    }

    /** All its entries, as of now. */
    List<UploadLogEntry> entries() {
        if (isKnown) {
            months.placedAfter(UploadLogEntry.FEEDS, place).forEach(this::take);
        } else {
            // Whatever is entered while the log is read has a higher place, and is read again next time.
            place = months.newestPlace(UploadLogEntry.FEEDS);
            long before = place;
            months.forEachPlaced(UploadLogEntry.FEEDS, this::take);
            place = before;
            isKnown = true;
        }
        List<UploadLogEntry> entries =
                known.values().stream().map(PlacedEntry::entry).toList();
        if (characters > mostCharacters) {
            known.clear();
            characters = 0;
            isKnown = false;
        }
        return entries;
    }

    private void take(PlacedEntry entry) {
        PlacedEntry before = known.get(entry.name());
        if (before == null || before.place() <= entry.place()) {
            known.put(entry.name(), entry);
            characters += length(entry) - (before == null ? 0 : length(before));
        }
        place = Math.max(place, entry.place());
    }

    private static long length(PlacedEntry entry) {
        return entry.entry() instanceof UploadLogEntry.Definition definition
                ? definition.text().length()
                : 0;
    }
}
