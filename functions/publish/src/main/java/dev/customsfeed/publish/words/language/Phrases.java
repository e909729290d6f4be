package dev.customsfeed.publish.words.language;

/**
 * The words of one language on one report. Which sentences an article has is decided by who writes the article, who asks only for
 * those whose figures are known. Where a net weight is not, it is the value that is told.
 */
public interface Phrases {

    /** What stands between two sentences. */
    String sentenceSeparator();

    /** On the total of all products and what it is of. */
    TotalPhrases totals();

    /** On what drove a change. */
    MovementPhrases movements();

    /** On products. */
    ProductPhrases products();

    /** On prices that were uploaded. */
    PricePhrases prices();

    /** On partners and regions. */
    PartnerPhrases partners();

    /** On customs regimes, provinces and states. */
    SplitPhrases splits();

    /** On value, unit value and what a change of value is made of. */
    ValuePhrases values();

    /** On the course of months: twelve together, half-years and quarters, peak and trough, shape, runs and records. */
    CoursePhrases course();

    /** On what trace an event left. */
    TracePhrases traces();

    /** On what the coming months come to if things run on as they did. */
    OutlookPhrases outlook();

    /** On events, and what is missing, uncertain or revised. */
    RemarkPhrases remarks();
}
