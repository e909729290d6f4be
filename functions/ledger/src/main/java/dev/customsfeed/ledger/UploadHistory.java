package dev.customsfeed.ledger;

import dev.customsfeed.ledger.UploadLogEntry.Committed;
import dev.customsfeed.ledger.UploadLogEntry.CustomsFile;
import dev.customsfeed.ledger.UploadLogEntry.Definition;
import dev.customsfeed.ledger.UploadLogEntry.Deleted;
import dev.customsfeed.ledger.UploadLogEntry.Quotations;
import dev.customsfeed.ledger.UploadLogEntry.Rejected;
import dev.customsfeed.ledger.UploadLogEntry.Removed;
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

    /** Of one version, what it is comes before what became of it. */
    private static final Comparator<UploadLogEntry> ORDER =
            Comparator.comparing(UploadLogEntry::upload).thenComparing(UploadHistory::rank);

    private final List<UploadLogEntry> entries;
    private final Map<String, Committed> standing = new HashMap<>();
    private final List<Committed> inOrder;
    private final List<Committed> retired = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>();
    private final Map<ObjectVersion, Fate> fates = new HashMap<>();

    /** What has become of an object version. */
    public enum Fate {
        /** It counts. */
        STANDS,
        /** A newer version of the same object counts in its place. */
        SUPERSEDED,
        /** The object was deleted, or this version of it removed for good. */
        WITHDRAWN,
        /** It was rejected. */
        REJECTED
    }

    private UploadHistory(Collection<UploadLogEntry> entries) {
        this.entries = entries.stream().sorted(ORDER).toList();
        Set<ObjectVersion> removed = new HashSet<>();
        Map<String, List<UploadLogEntry>> byObject = new TreeMap<>();
        for (UploadLogEntry entry : this.entries) {
            if (entry instanceof Removed) {
                removed.add(entry.object());
            } else {
                byObject.computeIfAbsent(entry.object().object(), object -> new ArrayList<>())
                        .add(entry);
            }
        }
        byObject.values().forEach(versions -> foldObject(versions, removed));
        retired.sort(ORDER);
        rejected.sort(ORDER);
        inOrder = standing.values().stream().sorted(ORDER).toList();
    }

    private static int rank(UploadLogEntry entry) {
        if (entry instanceof Committed) {
            return 0;
        }
        return entry instanceof Rejected ? 1 : entry instanceof Deleted ? 2 : 3;
    }

    /** Nothing decides until the newest entry that is not removed and not a rejected version has been seen. */
    private enum Newest {
        UNKNOWN,
        COMMITTED,
        DELETED
    }

    private void foldObject(List<UploadLogEntry> versions, Set<ObjectVersion> removed) {
        Newest newest = Newest.UNKNOWN;
        for (int i = versions.size() - 1; i >= 0; i--) {
            UploadLogEntry entry = versions.get(i);
            boolean gone = removed.contains(entry.object());
            if (entry instanceof Committed version) {
                if (gone) {
                    retire(version, Fate.WITHDRAWN);
                } else if (newest == Newest.UNKNOWN) {
                    newest = Newest.COMMITTED;
                    standing.put(version.object().object(), version);
                    fates.put(version.object(), Fate.STANDS);
                } else {
                    retire(version, newest == Newest.COMMITTED ? Fate.SUPERSEDED : Fate.WITHDRAWN);
                }
            } else if (entry instanceof Rejected version) {
                fates.put(version.object(), gone ? Fate.WITHDRAWN : Fate.REJECTED);
                if (!gone && newest == Newest.UNKNOWN) {
                    rejected.add(version);
                }
            } else if (!gone && newest == Newest.UNKNOWN) {
                newest = Newest.DELETED;
            }
        }
    }

    private void retire(Committed version, Fate fate) {
        retired.add(version);
        fates.put(version.object(), fate);
    }

    /** Folds the entries of one log, or of one object; their order does not matter, nor do duplicates. */
    public static UploadHistory of(Collection<? extends UploadLogEntry> entries) {
        return new UploadHistory(new HashSet<>(entries));
    }

    /**
     * Which version of an object stood after each of its entries, when no more was known: the same as folding the first one, two, three
     * of them, at the cost of folding once.
     *
     * @param entries of one object, oldest first as {@link #entries()} has them
     * @return as many as there are entries
     */
    public static List<Optional<Committed>> standingAfterEach(List<UploadLogEntry> entries) {
        Set<ObjectVersion> removed = new HashSet<>();
        // What decides as long as nothing newer does: versions and delete markers that are still there.
        TreeMap<Integer, UploadLogEntry> there = new TreeMap<>();
        Map<ObjectVersion, List<Integer>> indexes = new HashMap<>();
        List<Optional<Committed>> after = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            UploadLogEntry entry = entries.get(i);
            if (entry instanceof Removed) {
                removed.add(entry.object());
                indexes.getOrDefault(entry.object(), List.of()).forEach(there::remove);
            } else if (!(entry instanceof Rejected) && !removed.contains(entry.object())) {
                there.put(i, entry);
                indexes.computeIfAbsent(entry.object(), version -> new ArrayList<>())
                        .add(i);
            }
            Map.Entry<Integer, UploadLogEntry> newest = there.lastEntry();
            after.add(
                    newest != null && newest.getValue() instanceof Committed stands
                            ? Optional.of(stands)
                            : Optional.empty());
        }
        return after;
    }

    /** All that became known, oldest first. The history of the first entries is what was known when the last of them was made. */
    public List<UploadLogEntry> entries() {
        return entries;
    }

    /** The committed versions that count, oldest upload first. */
    public List<Committed> standing() {
        return inOrder;
    }

    /** The version that counts of the object named {@code object} ({@link ObjectVersion#object()}). */
    public Optional<Committed> standing(String object) {
        return Optional.ofNullable(standing.get(object));
    }

    /** The committed versions that no longer count, oldest upload first. */
    public List<Committed> retired() {
        return Collections.unmodifiableList(retired);
    }

    /** The rejected versions that are newer than what stands of their object, oldest upload first: the uploads to mend. */
    public List<Rejected> rejected() {
        return Collections.unmodifiableList(rejected);
    }

    /** The customs files that count, oldest upload first. */
    public List<CustomsFile> customsFiles() {
        return only(CustomsFile.class);
    }

    /** The feed definitions that count, oldest upload first. */
    public List<Definition> definitions() {
        return only(Definition.class);
    }

    /** The files of prices and rates that count, oldest upload first. */
    public List<Quotations> quotations() {
        return only(Quotations.class);
    }

    private <T extends Committed> List<T> only(Class<T> kind) {
        return inOrder.stream().filter(kind::isInstance).map(kind::cast).toList();
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
