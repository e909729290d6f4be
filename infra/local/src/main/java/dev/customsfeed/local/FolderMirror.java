package dev.customsfeed.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Keeps a folder the same as what lies in a bucket. It deletes nothing that it did not write itself: a list of its files lies beside
 * them.
 */
final class FolderMirror {

    private static final String LIST = ".customs-feed-files";

    private final Path folder;

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

    FolderMirror(Path folder) {
        this.folder = folder;
    }

    /** Makes the folder the same as {@code source}; the number of files written or deleted. */
    int update(Source source) throws IOException {
        SortedSet<String> before = list();
        SortedSet<String> now = new TreeSet<>();
        int changes = 0;
        // What points to others comes after them, as it does in the bucket.
        List<String> keys = source.keys().stream()
                .sorted(java.util.Comparator.comparing((String key) -> key.endsWith("/feed.json"))
                        .thenComparing(key -> key))
                .toList();
        for (String key : keys) {
            Path file = folder.resolve(key).normalize();
            if (!file.startsWith(folder)) {
                throw new IOException("found the key '" + key + "', expected one that lies within " + folder);
            }
            boolean unchanging = source.isImmutable(key) && Files.exists(file);
            Optional<byte[]> content = unchanging ? Optional.empty() : source.read(key);
            if (unchanging || content.isPresent()) {
                now.add(key);
            }
            if (content.isPresent()
                    && !(Files.exists(file) && Arrays.equals(Files.readAllBytes(file), content.get()))) {
                write(file, content.get());
                changes++;
            }
        }
        before.removeAll(now);
        for (String gone : before) {
            if (Files.deleteIfExists(folder.resolve(gone))) {
                changes++;
                deleteEmptied(folder.resolve(gone).getParent());
            }
        }
        if (now.isEmpty() && before.isEmpty()) {
            return changes;
        }
        write(folder.resolve(LIST), (String.join("\n", now) + "\n").getBytes(StandardCharsets.UTF_8));
        return changes;
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
        deleteEmptied(emptied.getParent());
    }

    private SortedSet<String> list() throws IOException {
        Path list = folder.resolve(LIST);
        SortedSet<String> files = new TreeSet<>();
        if (Files.exists(list)) {
            Files.readAllLines(list).stream().filter(line -> !line.isBlank()).forEach(files::add);
        }
        return files;
    }

    private void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        Path part = Files.createTempFile(file.getParent(), ".", ".part");
        Files.write(part, content);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
