package dev.customsfeed.publish.words.zh;

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

/** Chinese, in the words of market reports: weights from 10,000 tonnes on in 万吨, numbers without separators of thousands. */
final class ChinesePhrases implements Phrases {

    private final MonthReport report;

    ChinesePhrases(MonthReport report) {
        this.report = report;
    }

    @Override
    public String sentenceSeparator() {
        return "";
    }

    @Override
    public TotalPhrases totals() {
        return new ChineseTotals(report);
    }

    @Override
    public MovementPhrases movements() {
        return new ChineseMovements(report);
    }

    @Override
    public ProductPhrases products() {
        return new ChineseProducts(report);
    }

    @Override
    public PricePhrases prices() {
        return new ChinesePrices(report);
    }

    @Override
    public PartnerPhrases partners() {
        return new ChinesePartners(report);
    }

    @Override
    public SplitPhrases splits() {
        return new ChineseSplits(report);
    }

    @Override
    public ValuePhrases values() {
        return new ChineseValues(report);
    }

    @Override
    public CoursePhrases course() {
        return new ChineseCourse(report);
    }

    @Override
    public TracePhrases traces() {
        return new ChineseTraces(report);
    }

    @Override
    public OutlookPhrases outlook() {
        return new ChineseOutlook(report);
    }

    @Override
    public RemarkPhrases remarks() {
        return new ChineseRemarks(report);
    }
}
