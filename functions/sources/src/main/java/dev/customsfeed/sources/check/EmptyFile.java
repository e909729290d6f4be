package dev.customsfeed.sources.check;

import dev.customsfeed.ledger.Flow;
import dev.customsfeed.sources.key.Declaration;
import dev.customsfeed.sources.key.KeyDeclarations;
import dev.customsfeed.sources.layout.Source;
import dev.customsfeed.sources.rejection.Problem;
import java.util.Optional;

/** A file without a row that counts is taken where its key says what had no trade. */
final class EmptyFile {

    private final Source source;
    private final KeyDeclarations key;
    private final Optional<Flow> flow;

    /** @param flow of all rows, where header or key say it */
    EmptyFile(Source source, KeyDeclarations key, Optional<Flow> flow) {
        this.source = source;
        this.key = key;
        this.flow = flow;
    }

    /**
     * What is wrong with a file of which no row counts.
     *
     * @param rows how many it has
     * @param excluded why they do not count
     * @param totals that it states: what they say is compared with the rows that are not there: it is nothing, or the file is rejected
     */
    Optional<Problem> problem(long rows, ExcludedRows excluded, StatedTotals totals) {
        // Rows that are there and passed over are no sign that nothing was traded.
        if (saysWhatHadNoTrade() && rows == 0 || totals.wouldTellOfMissingRows()) {
            return Optional.empty();
        }
        return Optional.of(Problem.ofFile(
                "rows-none",
                rows == 0 ? "a header and no rows" : "no row that counts, for " + excluded.reasons(rows),
                "at least one row",
                advice(rows)));
    }

    private String advice(long rows) {
        if (rows > 0) {
            return "Rows of these kinds never count: where the file is made, choose others as well.";
        }
        return "Download the file again."
                + (couldSayWhatHadNoTrade()
                        ? " If nothing was traded, declare period=YYYY-MM/ and hs= in the path to say so."
                        : "");
    }

    private boolean saysWhatHadNoTrade() {
        return !key.askedFor().isEmpty()
                && key.period().isPresent()
                && (source.soleReporter().isPresent() || !key.reporters().isEmpty())
                && flow.isPresent();
    }

    private boolean couldSayWhatHadNoTrade() {
        return key.rules().takes(Declaration.PERIOD)
                && key.rules().takes(Declaration.HS)
                && (flow.isPresent() || key.rules().takes(Declaration.FLOW))
                && (source.soleReporter().isPresent() || key.rules().takes(Declaration.REPORTERS));
    }
}
