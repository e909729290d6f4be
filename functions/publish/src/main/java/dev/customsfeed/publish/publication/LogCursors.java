package dev.customsfeed.publish.publication;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Up to which place of each upload log the feeds have been told of what is new. */
public final class LogCursors {

    private static final String HEAD = "told up to ";

    private final Checkpoints checkpoints;

    /** In {@code checkpoints}. */
    public LogCursors(Checkpoints checkpoints) {
        this.checkpoints = checkpoints;
    }

    /**
     * How far the feeds of a log have been told.
     *
     * @param place up to which
     * @param newest of each feed, the place of the newest entry up to there that may concern it
     */
    public record Cursor(long place, SortedMap<String, Long> newest) {

        /** Keeps a copy. */
        public Cursor {
            newest = Collections.unmodifiableSortedMap(new TreeMap<>(newest));
        }

        /** The place of the newest entry that may concern the feed {@code id}; of one that is new, any may. */
        public long newest(String id) {
            return newest.getOrDefault(id, place);
        }
    }

    /** That of a log; empty where it is not known, so that all feeds of the log must be told. */
    public Optional<Cursor> read(String log) {
        return checkpoints.read(name(log)).flatMap(LogCursors::parse);
    }

    private static Optional<Cursor> parse(List<String> lines) {
        if (lines.isEmpty() || !lines.get(0).startsWith(HEAD)) {
            return Optional.empty();
        }
        try {
            SortedMap<String, Long> newest = new TreeMap<>();
            for (String line : lines.subList(1, lines.size())) {
                int space = line.indexOf(' ');
                newest.put(line.substring(0, space), Long.parseLong(line.substring(space + 1)));
            }
            return Optional.of(new Cursor(Long.parseLong(lines.get(0).substring(HEAD.length())), newest));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** Moves it: whoever calls it has told all whom what is new concerns. */
    public void write(String log, Cursor cursor) {
        List<String> lines = new ArrayList<>();
        lines.add(HEAD + cursor.place());
        cursor.newest().forEach((id, place) -> lines.add(id + " " + place));
        checkpoints.write(name(log), lines);
    }

    private static String name(String log) {
        return "logs/" + log;
    }
}
