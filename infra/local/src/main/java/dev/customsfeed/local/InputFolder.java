package dev.customsfeed.local;

import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Folders that look like the upload bucket, together. Each look at them tells what has changed since the one before; a file that is still
 * being written is told of once two looks in a row found it the same. What is passed over is named, each once.
 */
final class InputFolder {

    private static final String FEEDS = "feeds/";
    private static final String JSON = ".json";

    /** As many names as a line has room for. */
    private static final int NAMED = 6;

    private final List<Path> folders;
    private InputScan seen;
    private final SortedMap<String, InputScan.Stamp> taken = new TreeMap<>(NaturalOrder.OF_NAMES);
    private final Set<String> named = new HashSet<>();

    /** Something that happened to a file, named by its object key. */
    record Change(String key, boolean removed) {}

    /** Of one folder. */
    InputFolder(Path folder) {
        this(List.of(folder));
    }

    /** Of several: a file that two of them have under one key counts in the first, and is named. */
    InputFolder(List<Path> folders) {
        this.folders = List.copyOf(folders);
        this.seen = InputScan.of(folders);
    }

    /** The file of an object key. */
    Path file(String key) {
        return seen.files().getOrDefault(key, folders.get(0).resolve(key));
    }

    /** All files there are now, in the order of their names, digits as numbers; they count as told. */
    List<Change> takeAll() {
        seen = InputScan.of(folders);
        return settled(seen);
    }

    /** What has changed and settled since the last look, in the same order. */
    List<Change> takeChanges() {
        InputScan before = seen;
        seen = InputScan.of(folders);
        // What changed since the last look is looked at once more before it is told.
        return settled(before);
    }

    private List<Change> settled(InputScan before) {
        List<Change> changes = new ArrayList<>();
        for (String key : List.copyOf(taken.keySet())) {
            if (!seen.uploads().containsKey(key) && !seen.isUnknown(key)) {
                taken.remove(key);
                changes.add(new Change(key, true));
            }
        }
        seen.uploads().forEach((key, stamp) -> {
            if (stamp.equals(before.uploads().get(key)) && !stamp.equals(taken.get(key))) {
                taken.put(key, stamp);
                changes.add(new Change(key, false));
            }
        });
        return changes;
    }

    /** Forgets that a file was told of: the next look tells of it again. */
    void takeAgain(Change change) {
        if (change.removed()) {
            taken.put(change.key(), new InputScan.Stamp(-1, FileTime.fromMillis(0)));
        } else {
            taken.remove(change.key());
        }
    }

    /** Whether the last look found nothing to upload. */
    boolean isEmpty() {
        return seen.uploads().isEmpty();
    }

    /** Whether the last look found something that should be uploaded and cannot be. */
    boolean hasUnusable() {
        return !seen.unusable().isEmpty();
    }

    /** The names of the feeds that the last look found a definition of, whatever is in it. */
    SortedSet<String> feeds() {
        SortedSet<String> ids = new TreeSet<>();
        for (Collection<String> keys :
                List.of(seen.uploads().keySet(), seen.unusable().keySet())) {
            keys.stream()
                    .filter(key -> key.startsWith(FEEDS) && key.endsWith(JSON))
                    .map(key -> key.substring(FEEDS.length(), key.length() - JSON.length()))
                    .forEach(ids::add);
        }
        return ids;
    }

    /** The lines that say what the last look passed over, those left out that were said before. */
    List<String> passedOver() {
        List<String> lines = new ArrayList<>();
        seen.unusable().forEach((path, reason) -> {
            if (named.add(path)) {
                lines.add("passed over: " + (path.equals(".") ? named() : path) + ": " + reason);
            }
        });
        line("passed over, files of editors and systems: ", seen.ofSystems(), path -> true, "", lines);
        line(
                "passed over, outside of incoming/ and feeds/: ",
                seen.misplaced(),
                path -> path.endsWith(JSON),
                "; feed definitions belong in feeds/",
                lines);
        line(
                "passed over, outside of incoming/ and feeds/: ",
                seen.misplaced(),
                path -> !path.endsWith(JSON),
                "; customs files belong in incoming/<source>/<declarations>/, as in incoming/gacc/flow=export/",
                lines);
        named.retainAll(nowPassedOver());
        return lines;
    }

    private String named() {
        return folders.stream().map(Path::toString).collect(Collectors.joining(" and "));
    }

    private void line(String what, Collection<String> paths, Predicate<String> some, String where, List<String> lines) {
        List<String> unsaid = paths.stream().filter(some).filter(named::add).toList();
        if (!unsaid.isEmpty()) {
            String more = unsaid.size() > NAMED ? " and " + (unsaid.size() - NAMED) + " more" : "";
            lines.add(what + String.join(", ", unsaid.subList(0, Math.min(NAMED, unsaid.size()))) + more + where);
        }
    }

    /** What was mended and breaks again is to be named again. */
    private Set<String> nowPassedOver() {
        Set<String> now = new HashSet<>(seen.unusable().keySet());
        now.addAll(seen.ofSystems());
        now.addAll(seen.misplaced());
        return now;
    }
}
