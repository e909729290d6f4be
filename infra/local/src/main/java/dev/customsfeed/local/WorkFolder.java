package dev.customsfeed.local;

import dev.customsfeed.emulators.LiveFolderVisitor;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Where one run keeps what nobody needs after it: among the folders of other runs, in a folder that is theirs alone. What runs that
 * were killed have left there, the next one removes.
 */
final class WorkFolder implements AutoCloseable {

    private static final String PREFIX = "run-";
    private static final String LOCK = ".alive";

    private static final int DELETION_TRIES = 100;
    private static final long DELETION_PAUSE_NANOS = 50_000_000;

    private final Path ofAll;
    private Optional<Path> own = Optional.empty();
    private Optional<FolderLock> lock = Optional.empty();
    private boolean closed;

    /** A folder that {@link #create} will make in {@code ofAll}. */
    WorkFolder(Path ofAll) {
        this.ofAll = ofAll;
    }

    /**
     * Makes it, and removes what runs have left that are no more.
     *
     * @throws IOException if it cannot be written, or was closed already
     */
    synchronized Path create() throws IOException {
        if (closed) {
            throw new IOException("found this program ending, expected to begin");
        }
        Files.createDirectories(ofAll);
        // One run at a time comes and looks who else is there.
        synchronized (WorkFolder.class) {
            try (FileChannel channel =
                            FileChannel.open(ofAll.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock alone = channel.lock()) {
                boolean others = removeDead();
                if (!others && alone.isValid()) {
                    removeStray();
                }
                Path made = Files.createTempDirectory(ofAll, PREFIX);
                own = Optional.of(made);
                lock = FolderLock.of(made, LOCK);
                return made;
            }
        }
    }

    /** Whether runs are left that live. */
    private boolean removeDead() throws IOException {
        boolean alive = false;
        for (Path folder : entries()) {
            if (folder.getFileName().toString().startsWith(PREFIX)
                    && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                if (FolderLock.isHeld(folder, LOCK)) {
                    alive = true;
                } else {
                    delete(folder);
                }
            }
        }
        return alive;
    }

    /** Removes the files that functions of dead runs were reading, which lie beside their folders. */
    private void removeStray() throws IOException {
        for (Path file : entries()) {
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && !file.getFileName().toString().equals(LOCK)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> entries = Files.list(ofAll)) {
            return entries.toList();
        }
    }

    /** Deletes it with all that is in it; from then on it cannot be made any more. */
    @Override
    public synchronized void close() {
        closed = true;
        try {
            if (lock.isPresent()) {
                lock.get().close();
            }
            if (own.isPresent()) {
                delete(own.get());
            }
        } catch (IOException e) {
            // The next run removes it.
        }
    }

    private static void delete(Path folder) throws IOException {
        for (int tries = 0; ; tries++) {
            try {
                deleteOnce(folder);
                return;
            } catch (IOException e) {
                // A process that was just killed may have written into it a moment ago.
                if (tries == DELETION_TRIES) {
                    throw e;
                }
                LockSupport.parkNanos(DELETION_PAUSE_NANOS);
            }
        }
    }

    private static void deleteOnce(Path folder) throws IOException {
        Files.walkFileTree(folder, new LiveFolderVisitor() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            protected void left(Path directory) throws IOException {
                Files.deleteIfExists(directory);
            }
        });
    }
}
