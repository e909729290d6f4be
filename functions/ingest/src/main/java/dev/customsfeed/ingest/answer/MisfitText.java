package dev.customsfeed.ingest.answer;

import dev.customsfeed.ledger.feed.FeedFit;
import dev.customsfeed.ledger.feed.FeedFit.Misfit;
import dev.customsfeed.ledger.feed.FeedFit.OtherCodeLength;
import dev.customsfeed.ledger.feed.FeedFit.OtherCurrency;
import dev.customsfeed.ledger.feed.FeedFit.OtherFlow;
import dev.customsfeed.ledger.feed.FeedFit.OtherGoods;
import dev.customsfeed.ledger.feed.FeedFit.OtherLevel;
import dev.customsfeed.ledger.feed.FeedFit.OtherReporters;
import dev.customsfeed.ledger.feed.FeedFit.OtherSource;
import java.util.List;

/** Says in what a file does not fit a feed, as in {@code values in CNY where USD is asked for}. */
final class MisfitText {

    private MisfitText() {}

    /** All of them in one; there must be one. */
    static String of(FeedFit fit) {
        List<String> texts = fit.misfits().stream().map(MisfitText::of).toList();
        return Words.list(texts);
    }

    private static String of(Misfit misfit) {
        if (misfit instanceof OtherSource other) {
            return "figures of the source " + other.found() + " where " + other.asked() + " is asked for";
        }
        if (misfit instanceof OtherReporters other) {
            return "trade of " + Words.list(other.found()) + " where that of " + other.asked() + " is asked for";
        }
        if (misfit instanceof OtherFlow other) {
            return Words.list(other.found().stream().map(Words::flow).sorted().toList()) + " where "
                    + Words.flow(other.asked()) + " are asked for";
        }
        if (misfit instanceof OtherCurrency other) {
            return "values in " + other.found() + " where " + other.asked() + " is asked for";
        }
        if (misfit instanceof OtherLevel other) {
            return "codes " + Words.list(other.found()) + " where " + Words.list(other.asked()) + " is asked for";
        }
        if (misfit instanceof OtherCodeLength other) {
            return "codes of " + other.found() + " characters where " + Words.list(other.asked()) + " is asked for";
        }
        OtherGoods other = (OtherGoods) misfit;
        return (other.found().isEmpty() ? "no commodity" : "codes " + Words.list(other.found())) + " where "
                + Words.list(other.asked()) + " is asked for";
    }
}
