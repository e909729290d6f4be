package dev.customsfeed.local;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Files that editors, browsers and operating systems leave in folders, and that nobody means to upload. */
final class SystemFiles {

    private static final Set<String> NAMES = Set.of("thumbs.db", "ehthumbs.db", "desktop.ini", "__macosx");

    /** Locks of office programs, backups and autosaves of editors, downloads under way. */
    private static final Pattern SHAPE = Pattern.compile(
            "\\..*|~\\$.*|.*~|#.*#|.*\\.(part|partial|crdownload|opdownload|download|swp|swo|tmp)", Pattern.DOTALL);

    private SystemFiles() {}

    /** Whether a file or folder of this name is one. */
    static boolean isOne(String name) {
        String lowerCase = name.toLowerCase(Locale.ROOT);
        return NAMES.contains(lowerCase) || SHAPE.matcher(lowerCase).matches();
    }
}
