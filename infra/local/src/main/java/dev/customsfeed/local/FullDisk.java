package dev.customsfeed.local;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Tells a full disk from other failures. Systems say it in the user's language, so their words are no help. */
final class FullDisk {

    /** Below it, anything that is written may fail, whatever its own size. */
    private static final long NEXT_TO_NOTHING = 1 << 20;

    private FullDisk() {}

    /** {@code failure}, saying so if it comes from a full disk under {@code folder}. */
    static IOException named(IOException failure, Path folder) {
        return sentence(List.of(folder))
                .map(sentence -> new IOException(sentence, failure))
                .orElse(failure);
    }

    /** The sentence that names the first of the folders whose disk is full; empty if none is. */
    static Optional<String> sentence(List<Path> folders) {
        return sentence(folders, FullDisk::usable);
    }

    /** The same, with the bytes that can still be written given for each folder. */
    static Optional<String> sentence(List<Path> folders, ToLongFunction<Path> usable) {
        return folders.stream()
                .filter(folder -> usable.applyAsLong(folder) < NEXT_TO_NOTHING)
                .findFirst()
                .map(folder ->
                        "found the disk of " + folder + " full, expected room to write: make some and run again");
    }

    private static long usable(Path folder) {
        Path there = folder;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        try {
            FileStore disk = Files.getFileStore(there);
            // Those without any space at all are no disks.
            return disk.getTotalSpace() == 0 ? Long.MAX_VALUE : disk.getUsableSpace();
        } catch (IOException unknown) {
            return Long.MAX_VALUE;
        }
    }
}
