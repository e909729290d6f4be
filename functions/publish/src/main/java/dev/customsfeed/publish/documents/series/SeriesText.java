package dev.customsfeed.publish.documents.series;

import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.ledger.feed.LocalizedText;
import dev.customsfeed.publish.figures.feed.TradeCube;
import dev.customsfeed.publish.figures.feed.Valuations;
import dev.customsfeed.publish.words.Languages;
import dev.customsfeed.publish.words.SourceNames;
import dev.customsfeed.publish.words.en.English;
import dev.customsfeed.publish.words.language.Names;
import java.util.ArrayList;
import java.util.List;

/** What all formats say of the figures in them. */
final class SeriesText {

    private SeriesText() {}

    /** Where the figures come from, and that they are samples where they are. */
    static String source(FeedDefinition feed) {
        String name = SourceNames.of(feed.tradeFlow().source()).in("en");
        return feed.sample() ? "Sample data in the layout of " + name : name;
    }

    /** What a reader must know. */
    static List<String> notes(TradeCube cube) {
        FeedDefinition feed = cube.feed();
        List<String> notes = new ArrayList<>();
        if (feed.sample()) {
            notes.add("These are samples, not customs data.");
        }
        notes.add("Net weight is in kilograms, value in " + feed.currency() + ", both whole and as reported.");
        notes.add(
                "Within a month that is known, a partner without trade has zero. A month of a product that no file has is"
                        + " missing, which is not zero.");
        if (Valuations.areWorthSaying(feed.tradeFlow().flow(), cube.valuations())) {
            notes.add(English.valuation(cube.valuations()) + ".");
        }
        if (feed.isOfGroup()) {
            notes.add("The reporter is " + English.reporter(feed.tradeFlow().reporter())
                    + ": trade with partners outside of it; trade among its members is left out.");
        }
        return notes;
    }

    static LocalizedText allPartners() {
        return Languages.PUBLISHED.name(Names::allPartners);
    }
}
