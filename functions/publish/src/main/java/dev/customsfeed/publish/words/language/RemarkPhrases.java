package dev.customsfeed.publish.words.language;

import dev.customsfeed.ledger.feed.PolicyEvent;
import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.figures.revision.NetRevision;
import dev.customsfeed.publish.figures.revision.Suspicion;
import dev.customsfeed.publish.figures.trade.WeightReason;
import java.time.YearMonth;
import java.util.List;
import java.util.NavigableSet;
import java.util.SortedSet;

/** What one language says in an article on events, and what is missing, uncertain or revised. */
public interface RemarkPhrases {

    /**
     * That amounts of the month were revised, in short.
     *
     * @param more whether there are others
     * @param only whether the feed has no other product
     */
    String revised(List<NetRevision> revisions, boolean more, boolean only);

    /** A policy event; one that came {@code later} than the month's figures may have been out is marked. */
    String event(PolicyEvent event, boolean later);

    /** That files of the month do not list these products, so that it is not known whether there was trade. */
    String notListed(List<Product> products);

    /** That not all net weights of these products are known, and why; for no reason where nobody knows. */
    String weightless(List<Product> products, SortedSet<WeightReason> why);

    /** That a file behind the figures looks like a part of the month. */
    String mayBePart();

    /** What was noticed of a file that looks like a part of the month, or lost something that was known; without the product if it is the {@code only} one. */
    String suspected(Suspicion suspicion, boolean only);

    /** What was revised, from what to what, when and how; without the product if it is the {@code only} one. */
    String revision(NetRevision revision, boolean only);

    /** That earlier months of the year were revised, and the cumulative figures with them. */
    String revisedBefore(NavigableSet<YearMonth> months);

    /** That a file of the month was not taken. */
    String rejected();

    /** That the figures are made of samples. */
    String sample();

    /** The heading over that. */
    String sampleHeading();

    /** The heading over the policy events. */
    String eventsHeading();

    /** The heading over what is missing or revised. */
    String notesHeading();
}
