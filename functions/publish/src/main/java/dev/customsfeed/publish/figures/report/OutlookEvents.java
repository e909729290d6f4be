package dev.customsfeed.publish.figures.report;

import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.ledger.feed.PolicyEvent;
import dev.customsfeed.ledger.feed.StudyPlan;
import dev.customsfeed.publish.figures.event.EventWindows;
import dev.customsfeed.publish.figures.outlook.Outlook;
import dev.customsfeed.publish.figures.trade.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The events around which the months lie that an outlook is the mean of: such months may say little of those to come. */
final class OutlookEvents {

    private OutlookEvents() {}

    /**
     * Those of {@code traces}, in the order of the definition; none where there is no outlook, be it of the total or of a product.
     *
     * @param analysis of the total
     * @param products of the same month
     */
    static List<PolicyEvent> of(
            FeedDefinition feed, List<EventTrace> traces, Analysis analysis, List<ProductReport> products) {
        Optional<Span> basis = Stream.concat(
                        Stream.of(analysis), products.stream().map(ProductReport::analysis))
                .flatMap(one -> one.outlook().value().stream())
                .map(Outlook::basis)
                .findFirst();
        return basis.isEmpty()
                ? List.of()
                : feed.events().stream()
                        .filter(event -> event.plan()
                                .filter(plan -> traces.stream()
                                        .anyMatch(trace -> trace.plan().equals(plan)))
                                .filter(plan -> touches(plan, basis.get()))
                                .isPresent())
                        .toList();
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
