package dev.customsfeed.publish.words.en;

import dev.customsfeed.publish.figures.report.MonthReport;
import dev.customsfeed.publish.words.language.MovementPhrases;
import dev.customsfeed.publish.words.language.PartnerPhrases;
import dev.customsfeed.publish.words.language.Phrases;
import dev.customsfeed.publish.words.language.ProductPhrases;
import dev.customsfeed.publish.words.language.RemarkPhrases;
import dev.customsfeed.publish.words.language.TotalPhrases;

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
    public PartnerPhrases partners() {
        return new EnglishPartners(report);
    }

    @Override
    public RemarkPhrases remarks() {
        return new EnglishRemarks(report);
    }
}
