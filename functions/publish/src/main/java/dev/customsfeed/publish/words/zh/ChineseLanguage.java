package dev.customsfeed.publish.words.zh;

import dev.customsfeed.publish.figures.report.MonthReport;
import dev.customsfeed.publish.words.language.Language;
import dev.customsfeed.publish.words.language.MissingSentences;
import dev.customsfeed.publish.words.language.Names;
import dev.customsfeed.publish.words.language.NoteSentences;
import dev.customsfeed.publish.words.language.PageWords;
import dev.customsfeed.publish.words.language.Phrases;

/** Chinese. */
public final class ChineseLanguage implements Language {

    @Override
    public String tag() {
        return "zh-CN";
    }

    @Override
    public String texts() {
        return "zh";
    }

    @Override
    public Phrases phrases(MonthReport report) {
        return new ChinesePhrases(report);
    }

    @Override
    public NoteSentences notes() {
        return new ChineseNotes();
    }

    @Override
    public MissingSentences missing() {
        return new ChineseMissing();
    }

    @Override
    public Names names() {
        return new ChineseNames();
    }

    @Override
    public String page() {
        return PageWords.of(ChineseLanguage.class);
    }
}
