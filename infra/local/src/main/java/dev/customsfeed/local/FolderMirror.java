package dev.customsfeed.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Keeps a folder the same as what lies in a bucket, for one process at a time. It writes over nothing and deletes nothing that it
 * did not write itself: a list of its files lies beside them. Whatever the list, the keys and links in the folder say, nothing
 * outside of the folder is touched.
 *
 * <p>It may be ended at any moment: each file is whole, what refers to others is written after them and deleted before them, and
 * the next update completes what was begun.
 */
final class FolderMirror {

    private static final String LIST = ".customs-feed-files";

    /** What is being written, until it is whole. */
    private static final String PART = ".customs-feed-part";

    /** They name the other documents of a feed. */
    private static final Pattern FEED = Pattern.compile("[^/]+/feed(\\.[a-z]+)?\\.json");

    private final Path folder;
    private final boolean wholly;
    private volatile Set<String> mirrored = Set.of();

    /** What is mirrored. */
    interface Source {
        /** All keys, some of which may be gone. */
        List<String> keys();

        /** What lies under a key; empty if nothing does. */
        Optional<byte[]> read(String key);

        /** Whether what lies under a key never changes, and need not be read twice. */
        default boolean isImmutable(String key) {
            return false;
        }
    }

    /**
     * What an update did.
     *
     * @param changed the keys of the files that it wrote or deleted
     * @param passedOver sentences that name what it could not write
     */
    record Update(SortedSet<String> changed, List<String> passedOver) {}

    private FolderMirror(Path folder, boolean wholly) {
        this.folder = folder;
        this.wholly = wholly;
    }

    /** A mirror that writes nothing at all where somebody else's file is in the way: its files belong together. */
    static FolderMirror wholly(Path folder) {
        return new FolderMirror(folder, true);
    }

    /** A mirror that passes over what somebody else's file is in the way of. */
    static FolderMirror each(Path folder) {
        return new FolderMirror(folder, false);
    }

    /** Whether a file of the folder is one of those that the last update mirrored. */
    boolean has(String key) {
        return mirrored.contains(key);
    }

    /** The keys of the files that are there and that this or an earlier process mirrored. */
    SortedSet<String> written() throws IOException {
        SortedSet<String> there = list();
        there.removeIf(key -> !FolderKey.isFile(folder, key));
        return there;
    }

    /** The content of a file that {@link #written} names. */
    byte[] content(String key) throws IOException {
        return Files.readAllBytes(folder.resolve(key));
    }

    /** What is in the way of {@code keys}: the first file that somebody else wrote under one of them. */
    Optional<Path> foreign(List<String> keys) throws IOException {
        SortedSet<String> ours = list();
        return keys.stream()
                .filter(key -> FolderKey.isPlain(key) && !ours.contains(key))
                .map(folder::resolve)
                .filter(FolderMirror::isThere)
                .findFirst();
    }

    /**
     * Makes the folder the same as {@code source}.
     *
     * @throws IOException if a file cannot be written, or if one that somebody else wrote is in the way of a mirror that writes all
     *     or nothing
     */
    Update update(Source source) throws IOException {
        List<String> passedOver = new ArrayList<>();
        SortedSet<String> before = list();
        List<String> keys = plain(source.keys(), passedOver);
        SortedSet<String> foreign = new TreeSet<>();
        for (String key : List.copyOf(keys)) {
            Optional<Path> inTheWay = inTheWay(key, before, keys);
            if (inTheWay.isEmpty()) {
                continue;
            }
            Optional<byte[]> content = source.read(key);
            if (content.isEmpty()) {
                keys.remove(key);
                continue;
            }
            if (inTheWay.get().equals(folder.resolve(key)) && isSame(key, content.get())) {
                foreign.add(key);
                continue;
            }
            String sentence = "found " + inTheWay.get() + ", which this command did not write, expected room for " + key
                    + ": move it away, or name another folder by --output";
            if (wholly) {
                throw new IOException(sentence);
            }
            passedOver.add(sentence);
            keys.remove(key);
        }
        return new Update(mirror(source, keys, before, foreign), List.copyOf(passedOver));
    }

    private SortedSet<String> mirror(
            Source source, List<String> keys, SortedSet<String> before, SortedSet<String> foreign) throws IOException {
        SortedSet<String> begun = new TreeSet<>(before);
        begun.addAll(keys);
        begun.removeAll(foreign);
        SortedSet<String> changed = makeRoom(before, keys);
        SortedSet<String> now = new TreeSet<>();
        boolean listed = false;
        for (String key : keys) {
            Path file = folder.resolve(key);
            boolean unchanging = source.isImmutable(key) && Files.exists(file);
            Optional<byte[]> content = unchanging ? Optional.empty() : source.read(key);
            if (unchanging || content.isPresent()) {
                now.add(key);
            }
            if (content.isPresent()
                    && !(Files.exists(file) && Arrays.equals(Files.readAllBytes(file), content.get()))) {
                if (!listed) {
                    // Before any of them is there: whatever ends this process, the next one knows whose they are.
                    writeList(begun);
                    listed = true;
                }
                write(file, content.get());
                changed.add(key);
            }
        }
        mirrored = Set.copyOf(now);
        SortedSet<String> gone = new TreeSet<>(
                Comparator.comparingInt((String key) -> -rank(key)).thenComparing(Comparator.naturalOrder()));
        gone.addAll(before);
        gone.removeAll(now);
        for (String key : gone) {
            if (delete(key)) {
                changed.add(key);
            }
        }
        now.removeAll(foreign);
        if (!now.isEmpty() || !before.isEmpty()) {
            writeList(now);
        }
        Files.deleteIfExists(folder.resolve(PART));
        return changed;
    }

    /** What refers to others has the higher rank: it is written after them and deleted before them. */
    private static int rank(String key) {
        if (key.indexOf('/') < 0) {
            return 3;
        }
        if (FEED.matcher(key).matches()) {
            return 2;
        }
        return key.contains("/archive/") ? 0 : 1;
    }

    /** The keys that can be files of one folder, lowest rank first. */
    private List<String> plain(List<String> keys, List<String> passedOver) {
        SortedMap<String, String> plain = new TreeMap<>();
        for (String key : keys) {
            if (FolderKey.isPlain(key)) {
                plain.put(key, key);
            } else {
                passedOver.add("found the key '" + key + "', expected one that can be the name of a file in " + folder);
            }
        }
        for (String key : List.copyOf(plain.keySet())) {
            FolderKey.parents(key).stream()
                    .filter(plain::containsKey)
                    .findFirst()
                    .ifPresent(file -> {
                        passedOver.add("found the keys '" + file + "' and '" + key
                                + "', expected no file to be a folder too; not in " + folder + ": the second");
                        plain.remove(key);
                    });
        }
        return new ArrayList<>(plain.keySet().stream()
                .sorted(Comparator.comparingInt(FolderMirror::rank).thenComparing(Comparator.naturalOrder()))
                .toList());
    }

    /** Somebody else's file, folder or link where {@code key} is to be written. */
    private Optional<Path> inTheWay(String key, Set<String> before, List<String> keys) {
        for (String parent : FolderKey.parents(key)) {
            Path path = folder.resolve(parent);
            if (isThere(path) && !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                // A file of ours that gives way to a folder.
                return before.contains(parent) && !keys.contains(parent) && FolderKey.isFile(folder, parent)
                        ? Optional.empty()
                        : Optional.of(path);
            }
        }
        Path file = folder.resolve(key);
        if (!isThere(file)) {
            return Optional.empty();
        }
        boolean ours = before.contains(key) && FolderKey.isFile(folder, key);
        return ours || isEmptied(file, before, keys) ? Optional.empty() : Optional.of(file);
    }

    /** Whether a folder holds nothing but files of ours that are to be deleted. */
    private boolean isEmptied(Path path, Set<String> before, List<String> keys) {
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .allMatch(key -> before.contains(key) && !keys.contains(key));
        } catch (IOException | java.io.UncheckedIOException e) {
            return false;
        }
    }

    private boolean isSame(String key, byte[] content) throws IOException {
        return FolderKey.isFile(folder, key) && Arrays.equals(Files.readAllBytes(folder.resolve(key)), content);
    }

    /** Deletes files of ours that are folders now, and those in folders of ours that are files now. */
    private SortedSet<String> makeRoom(Set<String> before, List<String> keys) throws IOException {
        Set<String> files = Set.copyOf(keys);
        Set<String> folders = new TreeSet<>();
        keys.forEach(key -> folders.addAll(FolderKey.parents(key)));
        SortedSet<String> deleted = new TreeSet<>();
        for (String key : before) {
            boolean hinders =
                    folders.contains(key) || FolderKey.parents(key).stream().anyMatch(files::contains);
            if (hinders && delete(key)) {
                deleted.add(key);
            }
        }
        return deleted;
    }

    private boolean delete(String key) throws IOException {
        if (!FolderKey.isFile(folder, key)) {
            return false;
        }
        Files.delete(folder.resolve(key));
        deleteEmptied(Objects.requireNonNull(folder.resolve(key).getParent()));
        return true;
    }

    private void deleteEmptied(Path emptied) throws IOException {
        if (emptied.equals(folder)) {
            return;
        }
        try (Stream<Path> left = Files.list(emptied)) {
            if (left.findAny().isPresent()) {
                return;
            }
        }
        Files.delete(emptied);
        deleteEmptied(Objects.requireNonNull(emptied.getParent()));
    }

    private SortedSet<String> list() throws IOException {
        Path list = folder.resolve(LIST);
        SortedSet<String> files = new TreeSet<>();
        if (Files.isRegularFile(list, LinkOption.NOFOLLOW_LINKS)) {
            // Anybody may have written into it.
            new String(Files.readAllBytes(list), StandardCharsets.UTF_8)
                    .lines()
                    .filter(FolderKey::isPlain)
                    .forEach(files::add);
        }
        return files;
    }

    private void writeList(SortedSet<String> files) throws IOException {
        Path list = folder.resolve(LIST);
        byte[] content = (String.join("\n", files) + "\n").getBytes(StandardCharsets.UTF_8);
        if (!Files.isRegularFile(list, LinkOption.NOFOLLOW_LINKS)
                || !Arrays.equals(Files.readAllBytes(list), content)) {
            write(list, content);
        }
    }

    private void write(Path file, byte[] content) throws IOException {
        Path part = folder.resolve(PART);
        try {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(part);
            Files.write(part, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.deleteIfExists(part);
            throw FullDisk.named(e, folder);
        }
    }

    private static boolean isThere(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }
}
