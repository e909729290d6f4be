package dev.customsfeed.publish.article;

import dev.customsfeed.publish.report.MonthReport;
import java.util.function.Function;

/** A language that articles are written in. */
public enum Language {
    ENGLISH("en", "en", EnglishPhrases::new),
    CHINESE("zh-CN", "zh", ChinesePhrases::new);

    private final String tag;
    private final String texts;
    private final Function<MonthReport, Phrases> phrases;

    Language(String tag, String texts, Function<MonthReport, Phrases> phrases) {
        this.tag = tag;
        this.texts = texts;
        this.phrases = phrases;
    }

    /** Its BCP 47 tag. */
    public String tag() {
        return tag;
    }

    /** The tag that names, titles and notes have in it. */
    public String texts() {
        return texts;
    }

    Phrases phrases(MonthReport report) {
        return phrases.apply(report);
    }
}
