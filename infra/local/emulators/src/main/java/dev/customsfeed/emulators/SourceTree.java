package dev.customsfeed.emulators;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The files of the project that somebody wrote. What builds, runs and package managers put between them is left out: emulators of a test
 * that runs beside this one write and delete there by the thousand.
 */
public final class SourceTree {

    private static final Pattern MADE = Pattern.compile("target|node_modules|\\.venv|\\.state|\\.git|output.*");

    private SourceTree() {}

    /** The regular files under a folder, sorted. */
    public static List<Path> files(Path root) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(root, new LiveFolderVisitor() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                Path name = folder.getFileName();
                boolean made = name != null && MADE.matcher(name.toString()).matches();
                return made && !folder.equals(root) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        files.sort(null);
        return files;
    }
}
