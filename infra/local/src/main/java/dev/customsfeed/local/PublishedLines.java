package dev.customsfeed.local;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What is said of a publication: which feeds changed, and how far they reach now. */
final class PublishedLines {

    private static final String FEED = "/feed.json";
    private static final String REPORTS = "/reports/";
    private static final String JSON = ".json";

    private PublishedLines() {}

    /**
     * The lines; one that nothing changed where nothing did.
     *
     * @param folder what was published into
     * @param changed the keys of the files that were written or deleted there
     */
    static List<String> of(FolderMirror folder, SortedSet<String> changed) throws IOException {
        SortedSet<String> feeds = new TreeSet<>();
        changed.stream()
                .filter(key -> key.indexOf('/') > 0)
                .forEach(key -> feeds.add(key.substring(0, key.indexOf('/'))));
        SortedSet<String> there = folder.written();
        List<String> lines = new ArrayList<>();
        for (String feed : feeds) {
            if (there.contains(feed + FEED)) {
                lines.add("published: " + feed + ": " + reach(reports(feed, there), reports(feed, changed)));
            } else if (changed.contains(feed + FEED)) {
                lines.add("no longer published: " + feed + ": it has no definition any more");
            }
        }
        return lines.isEmpty() ? List.of("published: nothing has changed") : lines;
    }

    private static String reach(List<String> all, List<String> changed) {
        if (all.isEmpty()) {
            return "no month yet";
        }
        String newest = all.get(all.size() - 1);
        return "newest month " + newest + ", of " + all.size() + (all.size() == 1 ? " month; " : " months; ")
                + changed.size() + (changed.size() == 1 ? " report changed" : " reports changed");
    }

    /** The months that there are reports on, oldest first. */
    private static List<String> reports(String feed, SortedSet<String> keys) {
        String start = feed + REPORTS;
        return keys.stream()
                .filter(key -> key.startsWith(start) && key.endsWith(JSON))
                .map(key -> key.substring(start.length(), key.length() - JSON.length()))
                .toList();
    }
}
