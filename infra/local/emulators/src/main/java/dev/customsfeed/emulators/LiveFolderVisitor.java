package dev.customsfeed.emulators;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import org.jspecify.annotations.Nullable;

/** Walks a folder in which others write and delete meanwhile: what goes while it is walked is passed over, as if it had gone before. */
public abstract class LiveFolderVisitor extends SimpleFileVisitor<Path> {

    /** One that visits nothing yet. */
    protected LiveFolderVisitor() {}

    /**
     * What is there and cannot be looked at.
     *
     * @throws IOException to end the walk; where it returns, the walk goes on
     */
    protected void failed(Path path, IOException failure) throws IOException {
        throw failure;
    }

    /** All that a folder holds has been visited. */
    protected void left(Path folder) throws IOException {
        // Most have nothing to do there.
    }

    @Override
    public final FileVisitResult visitFileFailed(Path path, IOException failure) throws IOException {
        failedUnlessGone(path, failure);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public final FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
        if (failure != null) {
            failedUnlessGone(folder, failure);
        }
        left(folder);
        return FileVisitResult.CONTINUE;
    }

    private void failedUnlessGone(Path path, IOException failure) throws IOException {
        if (!(failure instanceof NoSuchFileException)) {
            failed(path, failure);
        }
    }
}
