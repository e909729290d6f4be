package dev.customsfeed.publish.words;

import dev.customsfeed.ledger.feed.LocalizedText;
import dev.customsfeed.publish.figures.missing.MissingFigures;
import dev.customsfeed.publish.figures.report.Note;
import dev.customsfeed.publish.words.en.EnglishLanguage;
import dev.customsfeed.publish.words.language.Language;
import dev.customsfeed.publish.words.language.Names;
import dev.customsfeed.publish.words.zh.ChineseLanguage;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Languages that documents are written in, English first.
 *
 * @param all each once
 */
public record Languages(List<Language> all) {

    /** English, which every feed has and whose feed makes a publication visible. */
    public static final Language ENGLISH = new EnglishLanguage();

    /** Chinese. */
    public static final Language CHINESE = new ChineseLanguage();

    /** Those that are published: a new language is one line here and one folder beside this one. */
    public static final Languages PUBLISHED = new Languages(List.of(ENGLISH, CHINESE));

    /** What each of them says. */
    public LocalizedText text(Function<Language, String> said) {
        TreeMap<String, String> texts = new TreeMap<>();
        all.forEach(language -> texts.put(language.texts(), said.apply(language)));
        return new LocalizedText(texts);
    }

    /** What each of them calls something. */
    public LocalizedText name(Function<Names, String> called) {
        return text(language -> called.apply(language.names()));
    }

    /** What {@code note} says. */
    public LocalizedText of(Note note) {
        return text(language -> language.notes().of(note));
    }

    /** What {@code reason} says. */
    public LocalizedText of(MissingFigures.Reason reason) {
        return text(language -> language.missing().of(reason));
    }

    /** Which files are needed. */
    public LocalizedText of(MissingFigures.Needed needed) {
        return text(language -> language.missing().needed(needed));
    }
}
