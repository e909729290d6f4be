package dev.customsfeed.local;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Object keys as paths within a folder: only those that stay in it, on every system, whatever lies there. */
final class FolderKey {

    /** What file systems take, in bytes. */
    private static final int LONGEST_NAME = 255;

    private FolderKey() {}

    /**
     * Whether a key can be a file: names of text, parted by single slashes, none of them hidden, none of them a step up or out.
     */
    static boolean isPlain(String key) {
        for (String name : key.split("/", -1)) {
            if (name.isEmpty()
                    || name.startsWith(".")
                    || name.indexOf('\\') >= 0
                    || name.indexOf('\uFFFD') >= 0
                    || name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME
                    || !name.codePoints().allMatch(Printable::isText)) {
                return false;
            }
        }
        return true;
    }

    /** The keys of the folders that a plain key lies in, from the outermost. */
    static List<String> parents(String key) {
        List<String> parents = new ArrayList<>();
        for (int slash = key.indexOf('/'); slash >= 0; slash = key.indexOf('/', slash + 1)) {
            parents.add(key.substring(0, slash));
        }
        return parents;
    }

    /** Whether the file of a plain key is a file indeed, and none of the folders that it lies in is a link. */
    static boolean isFile(Path folder, String key) {
        return parents(key).stream()
                        .allMatch(parent -> Files.isDirectory(folder.resolve(parent), LinkOption.NOFOLLOW_LINKS))
                && Files.isRegularFile(folder.resolve(key), LinkOption.NOFOLLOW_LINKS);
    }
}
