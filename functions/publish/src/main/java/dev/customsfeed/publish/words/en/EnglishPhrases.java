package dev.customsfeed.publish.words.en;

import dev.customsfeed.publish.figures.report.MonthReport;
import dev.customsfeed.publish.words.language.CoursePhrases;
import dev.customsfeed.publish.words.language.MovementPhrases;
import dev.customsfeed.publish.words.language.OutlookPhrases;
import dev.customsfeed.publish.words.language.PartnerPhrases;
import dev.customsfeed.publish.words.language.Phrases;
import dev.customsfeed.publish.words.language.PricePhrases;
import dev.customsfeed.publish.words.language.ProductPhrases;
import dev.customsfeed.publish.words.language.RemarkPhrases;
import dev.customsfeed.publish.words.language.SplitPhrases;
import dev.customsfeed.publish.words.language.TotalPhrases;
import dev.customsfeed.publish.words.language.TracePhrases;
import dev.customsfeed.publish.words.language.ValuePhrases;

/** English, in the words of market reports. Tonnes are metric tonnes, {@code mt}; percentage points are {@code pp}. */
final class EnglishPhrases implements Phrases {

    private final MonthReport report;

    EnglishPhrases(MonthReport report) {
        this.report = report;
    }

    @Override
    public String sentenceSeparator() {
        return " ";
    }

    @Override
    public TotalPhrases totals() {
        return new EnglishTotals(report);
    }

    @Override
    public MovementPhrases movements() {
        return new EnglishMovements(report);
    }

    @Override
    public ProductPhrases products() {
        return new EnglishProducts(report);
    }

    @Override
    public PricePhrases prices() {
        return new EnglishPrices(report);
    }

    @Override
    public PartnerPhrases partners() {
        return new EnglishPartners(report);
    }

    @Override
    public SplitPhrases splits() {
        return new EnglishSplits(report);
    }

    @Override
    public ValuePhrases values() {
        return new EnglishValues(report);
    }

    @Override
    public CoursePhrases course() {
        return new EnglishCourse(report);
    }

    @Override
    public TracePhrases traces() {
        return new EnglishTraces(report);
    }

    @Override
    public OutlookPhrases outlook() {
        return new EnglishOutlook(report);
    }

    @Override
    public RemarkPhrases remarks() {
        return new EnglishRemarks(report);
    }
}
