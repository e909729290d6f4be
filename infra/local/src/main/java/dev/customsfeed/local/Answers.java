package dev.customsfeed.local;

import dev.customsfeed.local.InputFolder.Change;
import dev.customsfeed.sources.rejection.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** What the command says of each upload and of each feed once they are settled. */
final class Answers {

    /** As many names as a line has room for. */
    private static final int NAMED = 6;

    /** Of so many files all that fits a terminal is told, of the others what is wrong first. */
    private static final int TOLD_WHOLLY = 20;

    private final Terminal terminal;
    private final Path taken;
    private final Path rejected;

    /**
     * Said on {@code terminal}.
     *
     * @param taken the folder that the answers to what is taken are mirrored into
     * @param rejected the folder that the reports on rejected files are mirrored into
     */
    Answers(Terminal terminal, Path taken, Path rejected) {
        this.terminal = terminal;
        this.taken = taken;
        this.rejected = rejected;
    }

    /**
     * All files of the folder were uploaded and the feeds recomputed.
     *
     * @param files in the order in which they were uploaded
     * @param now all uploads that are taken
     */
    void ofTaken(List<Change> files, List<Taken> now) {
        SortedMap<String, Taken> byKey = byKey(now);
        terminal.say(TakenLines.of(
                files.stream()
                        .filter(file -> byKey.containsKey(file.key()))
                        .map(file -> byKey.get(file.key()))
                        .toList(),
                now,
                taken));
    }

    private static <T extends Answered> SortedMap<String, T> byKey(List<T> uploads) {
        SortedMap<String, T> byKey = new TreeMap<>();
        uploads.forEach(upload -> byKey.put(upload.key(), upload));
        return byKey;
    }

    /** Each file with what is wrong with it; those with which the same is wrong, together. */
    void ofRejected(List<Rejection> rejections) {
        Map<List<Problem>, List<Rejection>> alike = new LinkedHashMap<>();
        rejections.forEach(rejection -> alike.computeIfAbsent(rejection.problems(), any -> new ArrayList<>())
                .add(rejection));
        int told = 0;
        for (List<Rejection> some : alike.values()) {
            Rejection first = some.get(0);
            terminal.say(told++ < TOLD_WHOLLY ? first.told(rejected) : first.told(rejected, 1));
            if (some.size() > 1) {
                terminal.say("rejected for the same: "
                        + named(some.stream().skip(1).map(Rejection::key).toList()));
            }
        }
    }

    private static String named(List<String> keys) {
        return String.join(", ", keys.subList(0, Math.min(NAMED, keys.size())))
                + (keys.size() > NAMED ? " and " + (keys.size() - NAMED) + " more" : "");
    }

    /**
     * Some files changed and the feeds were recomputed.
     *
     * @param changes in the order in which they were uploaded
     * @param now all uploads that are taken
     * @param rejections all uploads that are rejected
     */
    void ofChanges(List<Change> changes, List<Taken> now, List<Rejection> rejections) {
        SortedMap<String, Rejection> others = byKey(rejections);
        List<Rejection> changed = new ArrayList<>();
        List<Change> uploaded = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        for (Change change : changes) {
            Rejection rejection = others.remove(change.key());
            if (rejection != null) {
                changed.add(rejection);
            } else if (change.removed()) {
                removed.add(change.key());
            } else {
                uploaded.add(change);
            }
        }
        ofTaken(uploaded, now);
        if (!removed.isEmpty()) {
            terminal.say("removed: " + named(removed));
        }
        ofRejected(changed);
        if (!others.isEmpty()) {
            terminal.say("still rejected: " + named(List.copyOf(others.keySet())));
        }
    }

    /** The feeds were recomputed, and the output folder is the same as the feed bucket. */
    void published(List<String> lines) {
        terminal.say(lines);
    }

    /** An upload that could be neither taken nor rejected. */
    void notTaken(String key, String reason) {
        terminal.say("not taken: " + key + ": " + reason);
    }

    /**
     * Feeds that were not published.
     *
     * @param reasons by the feed's name
     * @param standing those of which an earlier publication stays
     */
    void notPublished(SortedMap<String, String> reasons, SortedSet<String> standing) {
        SortedMap<String, String> all = new TreeMap<>(reasons);
        standing.forEach(feed -> all.putIfAbsent(feed, "its definition feeds/" + feed + ".json was not taken"));
        all.forEach((feed, reason) -> terminal.say("not published: " + feed + ": " + reason
                + (standing.contains(feed) ? "; what an earlier run published stays" : "")));
    }
}
