package dev.customsfeed.publish.report;

import dev.customsfeed.ledger.Scope;
import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.publish.report.Note.Code;
import dev.customsfeed.publish.report.ReportBasis.Counting;
import dev.customsfeed.publish.statistics.PartnerCodes;
import dev.customsfeed.publish.statistics.ProductTrade;
import dev.customsfeed.publish.statistics.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Says whose trade figures are where that is not all that customs reported, and which members of a group lack. */
final class ScopeNotes {

    private ScopeNotes() {}

    /**
     * The notes on a month.
     *
     * @param prefix goes before each subject: where the figures stand
     * @param trade what the figures were computed from
     * @param known whether each part of it is known
     */
    static List<Note> of(String prefix, ReportBasis basis, Figures figures, ProductTrade trade, boolean known) {
        List<Note> notes = new ArrayList<>();
        FeedDefinition feed = basis.feed();
        String subject = prefix + "month";
        boolean apart = !trade.totals().apart(Span.of(basis.period())).isEmpty();
        if (apart && known && figures.month().amount().value().isEmpty()) {
            boolean scopes = basis.ofPeriod().stream()
                            .map(Counting::counts)
                            .map(counts -> counts.scope())
                            .distinct()
                            .count()
                    > 1;
            notes.add(new Note(
                    Code.SCOPE_DIFFERS,
                    subject,
                    scopes ? NoteText.scopesDiffer(subject) : NoteText.groupWithoutPartners(subject)));
        }
        if (figures.coverage().scope() instanceof Scope.PartOf part) {
            notes.add(new Note(
                    Code.SCOPE_PARTIAL,
                    subject,
                    NoteText.scopePartial(
                            subject,
                            part,
                            feed.tradeFlow(),
                            PartnerCodes.of(feed.tradeFlow().source()),
                            basis.period())));
        }
        if (feed.isOfGroup() && !prefix.isEmpty()) {
            SortedSet<String> missing = new TreeSet<>(feed.reporters());
            missing.removeAll(basis.reporting());
            if (!missing.isEmpty()) {
                notes.add(new Note(
                        Code.REPORTERS_MISSING,
                        subject,
                        NoteText.reportersMissing(missing, basis.reporting().size(), basis.period())));
            }
        }
        return notes;
    }
}
