package dev.customsfeed.publish.words.language;

import dev.customsfeed.publish.figures.report.MonthReport;

/** All that one language says; {@code words.Languages} lists those that are published. */
public interface Language {

    /** Its BCP 47 tag. */
    String tag();

    /** The tag that names, titles and notes have in it. */
    String texts();

    /** What it says of one report, in an article. */
    Phrases phrases(MonthReport report);

    /** What it says in notes. */
    NoteSentences notes();

    /** What it says of months that are missing. */
    MissingSentences missing();

    /** What it calls things. */
    Names names();

    /**
     * What the page says by itself: a JSON object of texts, with {@code {0}}, {@code {1}} for what a text tells of. It has the language's
     * own {@code name}, and the {@code locale} that figures and months are written by.
     */
    String page();
}
