package dev.customsfeed.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A folder that one process at a time has for itself. However the process ends, the lock ends with it. */
final class FolderLock implements AutoCloseable {

    private final FileChannel channel;
    private final FileLock lock;

    private FolderLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Locks a folder.
     *
     * @param name of the file in it that is locked; it is made if it is not there, and stays
     * @return empty if another process has it
     * @throws IOException if the file cannot be written
     */
    static Optional<FolderLock> of(Path folder, String name) throws IOException {
        FileChannel channel = FileChannel.open(
                folder.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(new FolderLock(channel, lock));
            }
        } catch (OverlappingFileLockException heldByThisProcess) {
            // As good as by another.
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        return Optional.empty();
    }

    /** Whether the lock of this name in a folder is held; false if there is no such file. */
    static boolean isHeld(Path folder, String name) throws IOException {
        if (!Files.isRegularFile(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        Optional<FolderLock> own = of(folder, name);
        if (own.isPresent()) {
            own.get().close();
        }
        return own.isEmpty();
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }
}
