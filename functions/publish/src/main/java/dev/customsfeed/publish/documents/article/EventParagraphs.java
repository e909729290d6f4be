package dev.customsfeed.publish.documents.article;

import dev.customsfeed.ledger.feed.PolicyEvent;
import dev.customsfeed.publish.figures.report.EventTrace;
import dev.customsfeed.publish.figures.report.MonthReport;
import dev.customsfeed.publish.words.language.Phrases;
import java.util.ArrayList;
import java.util.List;

/** Policy events, and the traces that they left. */
final class EventParagraphs {

    private final Told told;
    private final MonthReport report;
    private final Phrases phrases;

    EventParagraphs(Told told) {
        this.told = told;
        this.report = told.report();
        this.phrases = told.phrases();
    }

    /** What happened, with the traces that it left; then traces of what happened earlier. */
    List<String> paragraphs() {
        List<String> paragraphs = new ArrayList<>();
        for (PolicyEvent event : report.events()) {
            List<String> sentences = new ArrayList<>();
            sentences.add(phrases.remarks().event(event, isLater(event)));
            traces(event).forEach(trace -> sentences.addAll(phrases.traces().trace(trace)));
            paragraphs.add(told.joined(sentences));
        }
        for (PolicyEvent event : report.feed().events()) {
            if (!report.events().contains(event)) {
                List<String> sentences = new ArrayList<>();
                traces(event).forEach(trace -> sentences.addAll(phrases.traces().trace(trace)));
                if (!sentences.isEmpty()) {
                    sentences.add(0, phrases.traces().event(event));
                    paragraphs.add(told.joined(sentences));
                }
            }
        }
        return paragraphs;
    }

    /** Whether an event came after the month, and nothing says that the month was only released after it. */
    private boolean isLater(PolicyEvent event) {
        return event.date().isAfter(report.period().atEndOfMonth())
                && report.feed().release(report.period()).isEmpty();
    }

    private List<EventTrace> traces(PolicyEvent event) {
        return report.traces().stream()
                .filter(trace -> event.plan().filter(trace.plan()::equals).isPresent())
                .toList();
    }
}
