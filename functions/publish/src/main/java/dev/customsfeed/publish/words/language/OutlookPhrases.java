package dev.customsfeed.publish.words.language;

import dev.customsfeed.ledger.feed.PolicyEvent;
import dev.customsfeed.publish.figures.Reason;
import dev.customsfeed.publish.figures.outlook.Outlook;
import dev.customsfeed.publish.words.language.CoursePhrases.Of;
import java.util.List;

/** What one language says in an article on what the coming months come to if things run on as they did. Nothing is foretold. */
public interface OutlookPhrases {

    /** The heading over the outlook. */
    String outlookHeading();

    /** That there is no outlook, and why. */
    String none(Reason why);

    /** What each target of the total comes to, its range, and how often such ranges held; at least one. */
    String ranges(List<Outlook.Range> ranges);

    /** What the first target of products comes to, with its range. */
    String products(List<Of<Outlook.Range>> products);

    /** How the range did that was given for the month. */
    String last(Outlook.Outcome last);

    /** That the months that it is computed from lie in those around an event. */
    String eventInBasis(PolicyEvent event);

    /** That it is computed from samples. */
    String ofSamples();
}
