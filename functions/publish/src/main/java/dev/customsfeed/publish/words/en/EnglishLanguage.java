package dev.customsfeed.publish.words.en;

import dev.customsfeed.publish.figures.report.MonthReport;
import dev.customsfeed.publish.words.language.Language;
import dev.customsfeed.publish.words.language.MissingSentences;
import dev.customsfeed.publish.words.language.Names;
import dev.customsfeed.publish.words.language.NoteSentences;
import dev.customsfeed.publish.words.language.PageWords;
import dev.customsfeed.publish.words.language.Phrases;

/** English. */
public final class EnglishLanguage implements Language {

    @Override
    public String tag() {
        return "en";
    }

    @Override
    public String texts() {
        return "en";
    }

    @Override
    public Phrases phrases(MonthReport report) {
        return new EnglishPhrases(report);
    }

    @Override
    public NoteSentences notes() {
        return new EnglishNotes();
    }

    @Override
    public MissingSentences missing() {
        return new EnglishMissing();
    }

    @Override
    public Names names() {
        return new EnglishNames();
    }

    @Override
    public String page() {
        return PageWords.of(EnglishLanguage.class);
    }
}
