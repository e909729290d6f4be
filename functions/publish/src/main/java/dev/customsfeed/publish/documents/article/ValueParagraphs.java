package dev.customsfeed.publish.documents.article;

import dev.customsfeed.publish.figures.report.Analysis;
import dev.customsfeed.publish.figures.report.MonthReport;
import dev.customsfeed.publish.figures.report.ProductReport;
import dev.customsfeed.publish.figures.trade.Amount;
import dev.customsfeed.publish.figures.trade.Comparison;
import dev.customsfeed.publish.words.language.Phrases;
import java.util.ArrayList;
import java.util.List;

/** What an article says of the month's values: what their change is made of, those of products, and what is to be checked. */
final class ValueParagraphs {

    private final MonthReport report;
    private final Phrases phrases;
    private final List<ProductReport> products;

    /** @param products those that are told beside the total; none where the total is that of one product */
    ValueParagraphs(MonthReport report, Phrases phrases, List<ProductReport> products) {
        this.report = report;
        this.phrases = phrases;
        this.products = products;
    }

    List<String> paragraphs() {
        List<String> paragraphs = new ArrayList<>();
        if (hasUnitValues(report)) {
            paragraphs.add(String.join(phrases.sentenceSeparator(), parts()));
        }
        paragraphs.add(String.join(
                phrases.sentenceSeparator(),
                products.stream()
                        .filter(product -> hasWorth(product.figures().month().amount()))
                        .map(phrases.values()::product)
                        .toList()));
        boolean only = isOfOneProduct();
        report.products().forEach(product -> product.analysis()
                .imputed()
                .map(found -> phrases.values().imputed(product.product(), found, only))
                .ifPresent(paragraphs::add));
        report.products().forEach(product -> product.analysis()
                .toCheck()
                .forEach(check -> paragraphs.add(phrases.values().toCheck(product.product(), check))));
        return paragraphs;
    }

    /** Whether the total's unit value says anything: not where the source made quantities up from values. */
    static boolean hasUnitValues(MonthReport report) {
        return report.products().stream()
                .allMatch(product -> product.analysis().imputed().isEmpty());
    }

    private List<String> parts() {
        // Of one product there is no mix but that of its partners.
        Analysis analysis = isOfOneProduct() ? report.products().get(0).analysis() : report.analysis();
        List<String> sentences = new ArrayList<>();
        analysis.valueSinceMonthBefore()
                .value()
                .filter(change -> change.change().signum() != 0)
                .map(change -> phrases.values().parts(change, Comparison.MONTH_ON_MONTH, isOfOneProduct()))
                .ifPresent(sentences::add);
        analysis.valueSinceYearBefore()
                .value()
                .filter(change -> change.change().signum() != 0)
                .map(change -> phrases.values().parts(change, Comparison.YEAR_ON_YEAR, isOfOneProduct()))
                .ifPresent(sentences::add);
        return sentences;
    }

    private boolean isOfOneProduct() {
        return report.products().size() == 1;
    }

    private static boolean hasWorth(Amount month) {
        return month.netWeightGrams().orElse(0) > 0 && month.value().orElse(0) > 0;
    }
}
