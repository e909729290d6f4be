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
    private final ShortNames shortNames;

    EnglishPhrases(MonthReport report) {
        this.report = report;
        this.shortNames = new ShortNames(report.feed().products());
    }

    @Override
    public String sentenceSeparator() {
        return " ";
    }

    @Override
    public TotalPhrases totals() {
        return new EnglishTotals(report, shortNames);
    }

    @Override
    public MovementPhrases movements() {
        return new EnglishMovements(report, shortNames);
    }

    @Override
    public ProductPhrases products() {
        return new EnglishProducts(report, shortNames);
    }

    @Override
    public PricePhrases prices() {
        return new EnglishPrices(report, shortNames);
    }

    @Override
    public PartnerPhrases partners() {
        return new EnglishPartners(report, shortNames);
    }

    @Override
    public SplitPhrases splits() {
        return new EnglishSplits(report, shortNames);
    }

    @Override
    public ValuePhrases values() {
        return new EnglishValues(report, shortNames);
    }

    @Override
    public CoursePhrases course() {
        return new EnglishCourse(report, shortNames);
    }

    @Override
    public TracePhrases traces() {
        return new EnglishTraces(report, shortNames);
    }

    @Override
    public OutlookPhrases outlook() {
        return new EnglishOutlook(report, shortNames);
    }

    @Override
    public RemarkPhrases remarks() {
        return new EnglishRemarks(report, shortNames);
    }
}
