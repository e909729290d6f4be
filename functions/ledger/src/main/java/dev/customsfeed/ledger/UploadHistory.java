package dev.customsfeed.ledger;

import dev.customsfeed.ledger.UploadLogEntry.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What counts, folded from an upload log: a function of what lies in the upload bucket, whatever the order in which that became
 * known.
 *
 * <p>Of one object, the newest version decides: a committed one stands, a delete marker withdraws all before it. Rejected
 * versions and those removed for good are as if they had never been uploaded.
 */
public final class UploadHistory {

    private final List<UploadLogEntry> entries;
    private final Map<String, UploadLogEntry> standing = new HashMap<>();
    private final List<UploadLogEntry> retired = new ArrayList<>();
    private final List<UploadLogEntry> refused = new ArrayList<>();
    private final Map<ObjectVersion, Fate> fates = new HashMap<>();

    /** What has become of an object version. */
    public enum Fate {
        /** It counts. */
        STANDS,
        /** A newer version of the same object counts in its place. */
        SUPERSEDED,
        /** The object was deleted, or this version of it removed for good. */
        WITHDRAWN,
        /** It was refused. */
        REJECTED
    }

    private UploadHistory(Collection<UploadLogEntry> entries) {
        this.entries = entries.stream()
                .sorted(Comparator.comparing(UploadLogEntry::order).thenComparing(UploadLogEntry::outcome))
                .toList();
        Set<ObjectVersion> removed = new HashSet<>();
        Map<String, List<UploadLogEntry>> byObject = new TreeMap<>();
        for (UploadLogEntry entry : entries) {
            if (entry.outcome() == Outcome.REMOVED) {
                removed.add(entry.object());
            } else {
                byObject.computeIfAbsent(entry.object().object(), object -> new ArrayList<>())
                        .add(entry);
            }
        }
        byObject.values().forEach(versions -> foldObject(versions, removed));
        retired.sort(Comparator.comparing(UploadLogEntry::order));
        refused.sort(Comparator.comparing(UploadLogEntry::order));
    }

    private void foldObject(List<UploadLogEntry> versions, Set<ObjectVersion> removed) {
        versions.sort(Comparator.comparing(UploadLogEntry::order).reversed());
        Optional<Outcome> decided = Optional.empty();
        for (UploadLogEntry version : versions) {
            boolean gone = removed.contains(version.object());
            switch (version.outcome()) {
                case COMMITTED -> {
                    if (gone) {
                        retire(version, Fate.WITHDRAWN);
                    } else if (decided.isEmpty()) {
                        decided = Optional.of(Outcome.COMMITTED);
                        standing.put(version.object().object(), version);
                        fates.put(version.object(), Fate.STANDS);
                    } else {
                        retire(version, decided.get() == Outcome.COMMITTED ? Fate.SUPERSEDED : Fate.WITHDRAWN);
                    }
                }
                case REJECTED -> {
                    fates.put(version.object(), gone ? Fate.WITHDRAWN : Fate.REJECTED);
                    if (!gone && decided.isEmpty()) {
                        refused.add(version);
                    }
                }
                case DELETED -> {
                    if (!gone && decided.isEmpty()) {
                        decided = Optional.of(Outcome.DELETED);
                    }
                }
                case REMOVED -> throw new IllegalStateException("removals were taken out before: " + version);
            }
        }
    }

    private void retire(UploadLogEntry version, Fate fate) {
        retired.add(version);
        fates.put(version.object(), fate);
    }

    /** Folds the entries of one log, or of one object; their order does not matter, nor do duplicates. */
    public static UploadHistory of(Collection<UploadLogEntry> entries) {
        return new UploadHistory(new HashSet<>(entries));
    }

    /** All that became known, oldest first. The history of the first entries is what was known when the last of them was made. */
    public List<UploadLogEntry> entries() {
        return entries;
    }

    /** The committed versions that count, oldest upload first. */
    public List<UploadLogEntry> standing() {
        return standing.values().stream()
                .sorted(Comparator.comparing(UploadLogEntry::order))
                .toList();
    }

    /** The version that counts of the object named {@code object} ({@link ObjectVersion#object()}). */
    public Optional<UploadLogEntry> standing(String object) {
        return Optional.ofNullable(standing.get(object));
    }

    /** The committed versions that no longer count, oldest upload first. */
    public List<UploadLogEntry> retired() {
        return Collections.unmodifiableList(retired);
    }

    /** The rejected versions that are newer than what stands of their object, oldest upload first: the uploads to mend. */
    public List<UploadLogEntry> refused() {
        return Collections.unmodifiableList(refused);
    }

    /** What has become of {@code version}; empty if the log has neither committed nor rejected it. */
    public Optional<Fate> fate(ObjectVersion version) {
        return Optional.ofNullable(fates.get(version));
    }

    /** Equal logs have equal histories. */
    @Override
    public boolean equals(Object other) {
        return other instanceof UploadHistory history && entries.equals(history.entries);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }
}
