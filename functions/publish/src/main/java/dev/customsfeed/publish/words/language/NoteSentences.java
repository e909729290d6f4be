package dev.customsfeed.publish.words.language;

import dev.customsfeed.publish.figures.report.Note;
import dev.customsfeed.publish.figures.report.NoteDetail;
import java.util.SortedSet;

/** The sentences of one language on notes: each names the figure that it is about. A language that lacks one does not compile. */
public abstract class NoteSentences implements NoteDetail.Visitor<String> {

    /** What {@code note} says, as one or more whole sentences. */
    public final String of(Note note) {
        return note.detail().accept(note, this);
    }

    /** What the path of a file would declare to have been asked for {@code commodity}, by its heading. */
    protected static String declaration(String commodity) {
        return "hs=" + commodity.substring(0, Math.min(4, commodity.length())) + "/";
    }

    /** What the path of a file would declare to hold the trade of {@code reporters}, without any. */
    protected static String declaration(SortedSet<String> reporters) {
        return "reporters=" + String.join("+", reporters) + "/";
    }
}
