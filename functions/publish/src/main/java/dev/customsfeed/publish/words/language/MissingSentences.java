package dev.customsfeed.publish.words.language;

import dev.customsfeed.ledger.Flow;
import dev.customsfeed.publish.figures.missing.MissingFigures;
import dev.customsfeed.publish.figures.missing.MissingFigures.Needed;
import dev.customsfeed.publish.figures.missing.MissingFigures.Reason;
import java.util.Collection;
import java.util.List;

/** The sentences of one language that say why months of a product are missing. */
public abstract class MissingSentences implements MissingFigures.Why.Visitor<String> {

    /** Of many codes, as many are named as somebody reads. */
    private static final int NAMED = 10;

    /** What {@code reason} says, as one or more whole sentences. */
    public final String of(Reason reason) {
        return reason.why().accept(this);
    }

    /** Which files a product without any month needs. */
    public abstract String needed(Needed needed);

    /** The flow that a file has which was to have {@code flow}. */
    protected static Flow opposite(Flow flow) {
        return flow == Flow.EXPORT ? Flow.IMPORT : Flow.EXPORT;
    }

    /** As many of {@code codes} as are named. */
    protected static List<String> some(Collection<String> codes) {
        return codes.stream().limit(NAMED).toList();
    }
}
