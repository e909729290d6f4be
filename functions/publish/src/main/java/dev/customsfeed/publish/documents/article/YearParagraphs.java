package dev.customsfeed.publish.documents.article;

import dev.customsfeed.publish.figures.report.Figures;
import dev.customsfeed.publish.figures.report.MonthReport;
import dev.customsfeed.publish.figures.report.ProductReport;
import dev.customsfeed.publish.figures.trade.Amount;
import dev.customsfeed.publish.words.language.Phrases;
import java.util.ArrayList;
import java.util.List;

/** What an article tells of the months since January. */
final class YearParagraphs {

    private final Told told;
    private final MonthReport report;
    private final Phrases phrases;
    private final DriverParagraphs drivers;
    private final PartnerParagraphs partners;

    YearParagraphs(Told told, DriverParagraphs drivers, PartnerParagraphs partners) {
        this.told = told;
        this.report = told.report();
        this.phrases = told.phrases();
        this.drivers = drivers;
        this.partners = partners;
    }

    /** What is told of the months since January; in January that is the month. */
    List<String> paragraphs() {
        if (report.period().getMonthValue() == 1) {
            return List.of();
        }
        List<String> paragraphs = new ArrayList<>();
        List<String> total = new ArrayList<>();
        if (told.hasYearToDate(report.total())) {
            Amount ytd = report.total().ytd().amount();
            total.add(phrases.totals().totalYearToDate());
            if (!told.byValue() && Told.isKnown(ytd) && ytd.value().orElse(0) > 0) {
                total.add(phrases.totals().valueYearToDate(ValueParagraphs.hasUnitValues(report)));
            }
        }
        paragraphs.add(told.joined(total));
        paragraphs.add(told.withPointsExplained(
                told.byValue() ? "" : drivers.cumulative().orElse("")));
        paragraphs.add(partners.largest(report.partners(), report.total(), told.byValue(), true)
                .orElse(""));
        if (!told.isOfOneProduct()) {
            told.larger().forEach(product -> paragraphs.add(year(product)));
            paragraphs.add(told.joined(smallerYear()));
        }
        return paragraphs;
    }

    private String year(ProductReport product) {
        Figures figures = product.figures();
        if (figures.month().amount().value().isEmpty()
                || !Told.isTraded(figures.ytd().amount())
                || !told.hasYearToDate(figures)) {
            return "";
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(phrases.products()
                .productYearToDate(product, product.analysis().imputed().isEmpty()));
        partners.largest(product.partners(), figures, product.isOfValueAlone(), true)
                .ifPresent(sentences::add);
        if (!Told.isPartial(figures)) {
            partners.movers(product, true).ifPresent(sentences::add);
        }
        return told.joined(sentences);
    }

    private List<String> smallerYear() {
        List<String> sentences = new ArrayList<>();
        if (!told.smaller().isEmpty()
                && told.smaller().stream().allMatch(product -> told.hasYearToDate(product.figures()))) {
            sentences.add(phrases.products().smallerProductsYearToDate(told.smaller()));
            partners.smaller(true).ifPresent(sentences::add);
        }
        return sentences;
    }
}
