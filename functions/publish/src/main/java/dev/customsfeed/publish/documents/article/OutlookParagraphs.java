package dev.customsfeed.publish.documents.article;

import dev.customsfeed.ledger.feed.StudyPlan;
import dev.customsfeed.publish.figures.event.EventWindows;
import dev.customsfeed.publish.figures.outlook.Outlook;
import dev.customsfeed.publish.figures.report.EventTrace;
import dev.customsfeed.publish.figures.report.MonthReport;
import dev.customsfeed.publish.figures.report.ProductReport;
import dev.customsfeed.publish.figures.trade.Span;
import dev.customsfeed.publish.words.language.CoursePhrases.Of;
import dev.customsfeed.publish.words.language.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What an article says of the months ahead, and of how the last range did. */
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
            return List.of();
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
        report.traces().stream()
                .map(EventTrace::plan)
                .filter(plan -> touches(plan, total.get().basis()))
                .flatMap(plan -> report.feed().events().stream()
                        .filter(event -> event.plan().filter(plan::equals).isPresent()))
                .map(phrases.outlook()::eventInBasis)
                .forEach(sentences::add);
        if (report.feed().sample()) {
            sentences.add(phrases.outlook().ofSamples());
        }
        return List.of(String.join(phrases.sentenceSeparator(), sentences));
    }

    /** Whether months that an event is judged by are among those of {@code basis}. */
    private static boolean touches(StudyPlan plan, Span basis) {
        EventWindows windows = EventWindows.of(plan.announced(), plan.inForce());
        return Stream.of(windows.anticipation(), windows.after())
                .flatMap(Optional::stream)
                .flatMap(span -> span.months().stream())
                .anyMatch(basis::has);
    }
}
