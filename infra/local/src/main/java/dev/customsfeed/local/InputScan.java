package dev.customsfeed.local;

import dev.customsfeed.emulators.LiveFolderVisitor;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one look at an input folder found. Names are paths within the folder, with slashes.
 *
 * @param uploads the files to be uploaded, by their object keys
 * @param files where those are, by the same keys
 * @param unusable files and folders that should be uploaded and cannot be, with the reason
 * @param ofSystems what editors and systems left there
 * @param misplaced files that lie in neither of the folders that are uploaded
 */
record InputScan(
        SortedMap<String, Stamp> uploads,
        SortedMap<String, Path> files,
        SortedMap<String, String> unusable,
        SortedSet<String> ofSystems,
        SortedSet<String> misplaced) {

    private static final List<String> UPLOADED = List.of("feeds", "incoming");

    /** Whoever names a whole disk as the input is not made to wait until all of it was looked at. */
    private static final int DEEPEST_MISPLACED = 4;

    private static final int MOST_MISPLACED = 2000;

    private static final boolean UTF_8 = "UTF-8".equals(System.getProperty("sun.jnu.encoding"));
    private static final String UNDECODABLE = UTF_8
            ? "its name is no UTF-8 text; rename it"
            : "its name cannot be read in this locale; set LC_ALL to one with UTF-8, such as C.UTF-8";

    /** By which a change of a file shows. */
    record Stamp(long size, FileTime modified) {}

    private InputScan() {
        this(
                new TreeMap<>(NaturalOrder.OF_NAMES),
                new TreeMap<>(NaturalOrder.OF_NAMES),
                new TreeMap<>(NaturalOrder.OF_NAMES),
                new TreeSet<>(NaturalOrder.OF_NAMES),
                new TreeSet<>(NaturalOrder.OF_NAMES));
    }

    /**
     * Looks at folders. What cannot be looked at is told by {@link #unusable}; a folder itself is named {@code .} there.
     *
     * @param folders some that look like the upload bucket
     */
    static InputScan of(List<Path> folders) {
        InputScan scan = new InputScan();
        folders.forEach(folder -> look(scan, folder));
        return scan;
    }

    private static void look(InputScan scan, Path folder) {
        try {
            Path real = folder.toRealPath();
            for (String top : UPLOADED) {
                Path uploaded = folder.resolve(top);
                if (Files.exists(uploaded, LinkOption.NOFOLLOW_LINKS)) {
                    Files.walkFileTree(
                            uploaded,
                            EnumSet.of(FileVisitOption.FOLLOW_LINKS),
                            Integer.MAX_VALUE,
                            scan.new Uploads(folder, real));
                }
            }
            Files.walkFileTree(
                    folder, EnumSet.noneOf(FileVisitOption.class), DEEPEST_MISPLACED, scan.new Misplaced(folder));
        } catch (IOException e) {
            scan.unusable.put(".", reason(e));
        }
    }

    /** Whether nothing can be said of {@code key}: it, or a folder above it, cannot be looked at now. */
    boolean isUnknown(String key) {
        return unusable.keySet().stream()
                .anyMatch(path -> path.equals(".") || path.equals(key) || key.startsWith(path + "/"));
    }

    private static String reason(IOException e) {
        if (e instanceof FileSystemLoopException) {
            return "a link that leads back to a folder that it lies in";
        }
        return e instanceof AccessDeniedException
                ? "it cannot be read; give whoever runs this the right to"
                : "it cannot be read: " + e.getClass().getSimpleName() + " " + e.getMessage();
    }

    private static String name(Path folder, Path file) {
        StringJoiner name = new StringJoiner("/");
        folder.relativize(file).forEach(part -> name.add(part.toString()));
        return name.toString();
    }

    private static boolean isDecodable(Path file) {
        // What the file system's bytes could not be read as.
        return file.getFileName().toString().indexOf('\uFFFD') < 0;
    }

    /** Collects what lies in a folder that is uploaded; goes on whatever one file is like. */
    private final class Uploads extends LiveFolderVisitor {

        private final Path folder;
        private final Path real;

        Uploads(Path folder, Path real) {
            this.folder = folder;
            this.real = real;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
            String name = name(folder, directory);
            if (SystemFiles.isOne(directory.getFileName().toString())) {
                ofSystems.add(name + "/");
                return FileVisitResult.SKIP_SUBTREE;
            }
            if (isUsable(name, directory)) {
                return FileVisitResult.CONTINUE;
            }
            return FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            String name = name(folder, file);
            if (UPLOADED.contains(name) && attributes.isRegularFile()) {
                unusable.put(name, "a file, expected a folder");
            } else if (SystemFiles.isOne(file.getFileName().toString())) {
                ofSystems.add(name);
            } else if (attributes.isSymbolicLink()) {
                unusable.put(name, "a link that leads nowhere");
            } else if (isUsable(name, file)) {
                if (!attributes.isRegularFile()) {
                    unusable.put(name, "neither a file nor a folder");
                } else if (!Files.isReadable(file)) {
                    unusable.put(name, reason(new AccessDeniedException(name)));
                } else if (files.containsKey(name)) {
                    unusable.put(
                            name,
                            "it lies in two of the input folders, as " + files.get(name) + " and as " + file
                                    + ": the first counts; take one away");
                } else {
                    uploads.put(name, new Stamp(attributes.size(), attributes.lastModifiedTime()));
                    files.put(name, file);
                }
            }
            return FileVisitResult.CONTINUE;
        }

        private boolean isUsable(String name, Path file) throws IOException {
            if (!isDecodable(file)) {
                unusable.put(name, UNDECODABLE);
                return false;
            }
            if (Files.isSymbolicLink(file) && !file.toRealPath().startsWith(real)) {
                unusable.put(name, "a link that leads out of the input folder; put the file itself there");
                return false;
            }
            return true;
        }

        /** What went while the folder was looked at, the next look tells. */
        @Override
        protected void failed(Path path, IOException failure) {
            unusable.put(name(folder, path), reason(failure));
        }
    }

    /** Collects what lies elsewhere. */
    private final class Misplaced extends LiveFolderVisitor {

        private static final Set<String> DOCUMENTATION = Set.of("readme", "license", "notice");

        private final Path folder;
        private int looked;

        Misplaced(Path folder) {
            this.folder = folder;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            boolean inside = !directory.equals(folder);
            return inside && (UPLOADED.contains(name(folder, directory)) || isSkipped(directory))
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String fileName = file.getFileName().toString().toLowerCase(Locale.ROOT);
            boolean documents = fileName.endsWith(".md") || DOCUMENTATION.contains(fileName);
            if (attributes.isRegularFile() && !documents && !isSkipped(file)) {
                String name = name(folder, file);
                if (!UPLOADED.contains(name)) {
                    misplaced.add(name);
                }
            }
            return ++looked < MOST_MISPLACED ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }

        private boolean isSkipped(Path file) {
            return SystemFiles.isOne(file.getFileName().toString());
        }

        @Override
        protected void failed(Path path, IOException failure) {
            // It is not to be uploaded.
        }
    }
}
