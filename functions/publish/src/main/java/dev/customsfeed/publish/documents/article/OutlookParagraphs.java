package dev.customsfeed.publish.documents.article;

import dev.customsfeed.publish.figures.outlook.Outlook;
import dev.customsfeed.publish.figures.report.MonthReport;
import dev.customsfeed.publish.figures.report.ProductReport;
import dev.customsfeed.publish.words.language.CoursePhrases.Of;
import dev.customsfeed.publish.words.language.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an article says of the months ahead, or why it says nothing of them, and of how the last range did. */
final class OutlookParagraphs {

    private final MonthReport report;
    private final Phrases phrases;
    private final List<ProductReport> products;

    /** @param products those that are told beside the total; none where the total is that of one product */
    OutlookParagraphs(MonthReport report, Phrases phrases, List<ProductReport> products) {
        this.report = report;
        this.phrases = phrases;
        this.products = products;
    }

    List<String> paragraphs() {
        Optional<Outlook> total = report.analysis().outlook().value();
        if (total.isEmpty()) {
            return report.analysis().outlook().reason().filter(any -> isMonthKnown()).stream()
                    .map(phrases.outlook()::none)
                    .toList();
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(phrases.outlook().ranges(total.get().ranges()));
        List<Of<Outlook.Range>> ofProducts = products.stream()
                .flatMap(product -> product
                        .analysis()
                        .outlook()
                        .value()
                        .map(outlook -> new Of<>(
                                Optional.of(product.product()), outlook.ranges().get(0)))
                        .stream())
                .toList();
        if (!ofProducts.isEmpty()) {
            sentences.add(phrases.outlook().products(ofProducts));
        }
        total.get().last().map(phrases.outlook()::last).ifPresent(sentences::add);
        report.eventsInOutlook().stream().map(phrases.outlook()::eventInBasis).forEach(sentences::add);
        if (report.feed().sample()) {
            sentences.add(phrases.outlook().ofSamples());
        }
        return List.of(String.join(phrases.sentenceSeparator(), sentences));
    }

    /** Not where the month itself is not known, of which the article tells already. */
    private boolean isMonthKnown() {
        return report.total().month().amount().netWeightGrams().isPresent();
    }
}
