package dev.customsfeed.publish.words.language;

import dev.customsfeed.ledger.feed.PolicyEvent;
import dev.customsfeed.publish.figures.report.EventTrace;
import java.util.List;

/** What one language says in an article on traces of events. None of it says why. */
public interface TracePhrases {

    /** What event a trace is of, where nothing else in the article names it. */
    String event(PolicyEvent event);

    /** What a trace shows, as whole sentences; none where nothing is over yet that it could show. */
    List<String> trace(EventTrace trace);
}
