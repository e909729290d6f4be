package dev.customsfeed.publish.words.language;

import dev.customsfeed.publish.figures.report.Note;
import java.util.Comparator;
import java.util.Map;

/** Finds what the figure is called that a note is about. */
public final class Subjects {

    private Subjects() {}

    /** Of {@code labels}, by how a subject ends, the one of {@code note}; of two that fit, the longer one. */
    public static String label(Note note, Map<String, String> labels) {
        return labels.entrySet().stream()
                .filter(label -> note.subject().endsWith(label.getKey()))
                .max(Comparator.comparing(label -> label.getKey().length()))
                .map(Map.Entry::getValue)
                .orElseThrow();
    }
}
