package dev.customsfeed.ledger;

import dev.customsfeed.ledger.UploadLogEntry.Committed;
import dev.customsfeed.ledger.UploadLogEntry.Quotations;
import dev.customsfeed.ledger.UploadLogEntry.Rejected;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which files of prices and rates count: of each month that of the newest upload that has it, wholly, as for customs files. */
public final class QuotationMonths {

    private QuotationMonths() {}

    /**
     * The file that counts of each month.
     *
     * @param history the log of prices, or what it says of some objects
     * @param name of what is quoted
     */
    public static NavigableMap<YearMonth, Quotations> counting(UploadHistory history, String name) {
        NavigableMap<YearMonth, Quotations> counting = new TreeMap<>();
        for (Quotations file : history.quotations()) {
            if (file.contents().quoted().name().equals(name)) {
                file.contents().months().keySet().forEach(month -> counting.put(month, file));
            }
        }
        return counting;
    }

    /**
     * When what counts of a month last came to say something else: the upload or deletion that did it. A file that says a month again
     * as it was changes nothing. Months that no file has any more are here too.
     *
     * @param history the log of prices, or what it says of some objects
     * @param name of what is quoted
     */
    public static NavigableMap<YearMonth, Instant> changes(UploadHistory history, String name) {
        Map<String, List<UploadLogEntry>> byObject = new LinkedHashMap<>();
        for (UploadLogEntry entry : history.entries()) {
            if (!(entry instanceof Rejected)) {
                byObject.computeIfAbsent(entry.object().object(), object -> new ArrayList<>())
                        .add(entry);
            }
        }
        Map<UploadLogEntry, Optional<Quotations>> after = new IdentityHashMap<>();
        byObject.values().forEach(entries -> {
            List<Optional<Committed>> standing = UploadHistory.standingAfterEach(entries);
            for (int i = 0; i < entries.size(); i++) {
                after.put(entries.get(i), standing.get(i).flatMap(file -> of(file, name)));
            }
        });
        return play(history.entries(), after);
    }

    private static Optional<Quotations> of(Committed file, String name) {
        return file instanceof Quotations quotations
                        && quotations.contents().quoted().name().equals(name)
                ? Optional.of(quotations)
                : Optional.empty();
    }

    private static NavigableMap<YearMonth, Instant> play(
            List<UploadLogEntry> events, Map<UploadLogEntry, Optional<Quotations>> after) {
        NavigableMap<YearMonth, Instant> changes = new TreeMap<>();
        Map<String, Quotations> now = new HashMap<>();
        Map<YearMonth, TreeMap<Upload, String>> said = new HashMap<>();
        for (UploadLogEntry event : events) {
            if (event instanceof Rejected) {
                continue;
            }
            Optional<Quotations> stands = Objects.requireNonNull(after.get(event));
            Quotations stood = stands.isPresent()
                    ? now.put(event.object().object(), stands.get())
                    : now.remove(event.object().object());
            SortedSet<YearMonth> touched = new TreeSet<>();
            if (stood != null) {
                touched.addAll(stood.contents().months().keySet());
            }
            stands.ifPresent(file -> touched.addAll(file.contents().months().keySet()));
            for (YearMonth month : touched) {
                TreeMap<Upload, String> files = said.computeIfAbsent(month, any -> new TreeMap<>());
                Optional<String> before = newest(files);
                if (stood != null) {
                    files.remove(stood.upload());
                }
                stands.filter(file -> file.contents().months().containsKey(month))
                        .ifPresent(file -> files.put(
                                file.upload(), file.contents().months().get(month)));
                if (!newest(files).equals(before)) {
                    changes.put(month, event.upload().order().lastModified());
                }
            }
        }
        return changes;
    }

    private static Optional<String> newest(TreeMap<Upload, String> files) {
        return Optional.ofNullable(files.lastEntry()).map(Map.Entry::getValue);
    }
}
