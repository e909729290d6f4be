package dev.customsfeed.verify.comparison;

import dev.customsfeed.verify.file.FileKind;
import dev.customsfeed.verify.rules.AsOf;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The files that stand, which is all that a report is a function of; and those that once stood, whose rows are still there.
 */
public final class Standing {

    private final List<KnownFile> files;
    private final Map<String, Integer> ranks = new HashMap<>();
    private final Map<String, KnownFile> known = new HashMap<>();
    private final int retentionDays;

    /**
     * @param files that stand
     * @param retired files that stood before
     * @param retentionDays for how many days files are kept
     */
    public Standing(Collection<KnownFile> files, Collection<KnownFile> retired, int retentionDays) {
        this.files =
                files.stream().sorted(Comparator.comparing(KnownFile::upload)).toList();
        this.retentionDays = retentionDays;
        retired.forEach(file -> known.put(file.id(), file));
        for (KnownFile file : this.files) {
            known.put(file.id(), file);
            ranks.put(file.id(), ranks.size());
        }
    }

    /** The files that stand, oldest upload first. */
    public List<KnownFile> files() {
        return files;
    }

    /** Their ids. */
    public SortedSet<String> ids() {
        return new TreeSet<>(ranks.keySet());
    }

    /** The place of a file in the order of uploads, from 0; -1 if it does not stand. */
    int rank(String id) {
        return ranks.getOrDefault(id, -1);
    }

    /** A file, whether it stands or stood once. */
    public Optional<KnownFile> known(String id) {
        return Optional.ofNullable(known.get(id));
    }

    /** The days of the newest files. */
    public AsOf asOf() {
        return new AsOf(
                newest(FileKind.DECLARATIONS::equals),
                newest(FileKind.REFUNDS::equals),
                newest(FileKind.CERTIFICATES::equals),
                newest(FileKind.USES::equals),
                newest(kind -> true),
                retentionDays);
    }

    private Optional<LocalDate> newest(Predicate<FileKind> which) {
        return files.stream()
                .filter(file -> which.test(file.kind()))
                .map(KnownFile::day)
                .max(Comparator.naturalOrder());
    }
}
