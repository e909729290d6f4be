package dev.customsfeed.local;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A folder that looks like the upload bucket. Each look at it tells what has changed since the one before; a file that is still
 * being written is told of once two looks in a row found it the same.
 */
final class InputFolder {

    private static final List<String> TAKEN = List.of("feeds/", "incoming/");

    private final Path folder;
    private SortedMap<String, Stamp> seen = new TreeMap<>();
    private final SortedMap<String, Stamp> taken = new TreeMap<>();

    private record Stamp(long size, FileTime modified) {}

    /** Something that happened to a file, named by its object key. */
    record Change(String key, boolean removed) {}

    InputFolder(Path folder) {
        this.folder = folder;
    }

    /** The file of an object key. */
    Path file(String key) {
        return folder.resolve(key);
    }

    /** All files there are now, in the order of their keys; they count as told. */
    List<Change> takeAll() throws IOException {
        seen = look();
        return settled();
    }

    /** What has changed and settled since the last look, in the order of the keys. */
    List<Change> takeChanges() throws IOException {
        SortedMap<String, Stamp> before = seen;
        seen = look();
        // What changed since the last look is looked at once more before it is told.
        return settled(before);
    }

    private List<Change> settled() {
        return settled(seen);
    }

    private List<Change> settled(SortedMap<String, Stamp> before) {
        List<Change> changes = new ArrayList<>();
        for (String key : List.copyOf(taken.keySet())) {
            if (!seen.containsKey(key)) {
                taken.remove(key);
                changes.add(new Change(key, true));
            }
        }
        seen.forEach((key, stamp) -> {
            if (stamp.equals(before.get(key)) && !stamp.equals(taken.get(key))) {
                taken.put(key, stamp);
                changes.add(new Change(key, false));
            }
        });
        return changes;
    }

    /** Forgets that a file was told of: the next look tells of it again. */
    void takeAgain(Change change) {
        if (change.removed()) {
            taken.put(change.key(), new Stamp(-1, FileTime.fromMillis(0)));
        } else {
            taken.remove(change.key());
        }
    }

    private SortedMap<String, Stamp> look() throws IOException {
        SortedMap<String, Stamp> found = new TreeMap<>();
        for (String prefix : TAKEN) {
            Path top = folder.resolve(prefix);
            if (Files.isDirectory(top)) {
                try (Stream<Path> files = Files.walk(top, FileVisitOption.FOLLOW_LINKS)) {
                    for (Path file : (Iterable<Path>) files::iterator) {
                        add(file, found);
                    }
                }
            }
        }
        return found;
    }

    private void add(Path file, SortedMap<String, Stamp> found) throws IOException {
        // Desktops leave files of their own that nobody means to upload.
        if (file.getFileName().toString().startsWith(".")) {
            return;
        }
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (attributes.isRegularFile()) {
                String key = folder.relativize(file)
                        .toString()
                        .replace(file.getFileSystem().getSeparator(), "/");
                found.put(key, new Stamp(attributes.size(), attributes.lastModifiedTime()));
            }
        } catch (NoSuchFileException gone) {
            // It went while the folder was looked at: the next look tells.
        }
    }
}
