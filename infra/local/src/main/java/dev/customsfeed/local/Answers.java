package dev.customsfeed.local;

import dev.customsfeed.local.InputFolder.Change;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** What the command says of each upload and of each feed once they are settled. */
final class Answers {

    private final Terminal terminal;
    private final Path reports;

    /**
     * Said on {@code terminal}.
     *
     * @param reports the folder that the reports on rejected files are mirrored into
     */
    Answers(Terminal terminal, Path reports) {
        this.terminal = terminal;
        this.reports = reports;
    }

    /** All files of the folder were uploaded and the feeds recomputed: whatever is rejected is new. */
    void ofFirstUploads(List<Rejection> rejected) {
        rejected.forEach(this::rejected);
    }

    /**
     * Some files changed and the feeds were recomputed.
     *
     * @param changes in the order in which they were uploaded
     * @param rejected all uploads that are rejected now
     */
    void ofChanges(List<Change> changes, List<Rejection> rejected) {
        SortedMap<String, Rejection> others = new TreeMap<>();
        rejected.forEach(rejection -> others.put(rejection.key(), rejection));
        for (Change change : changes) {
            Rejection rejection = others.remove(change.key());
            if (rejection != null) {
                rejected(rejection);
            } else if (change.removed()) {
                terminal.say("removed: " + change.key());
            } else {
                terminal.say("took: " + change.key());
            }
        }
        others.keySet().forEach(key -> terminal.say("still rejected: " + key));
    }

    private void rejected(Rejection rejection) {
        terminal.say(rejection.told(reports));
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
