package dev.customsfeed.publish.figures.report;

import dev.customsfeed.ledger.Scope;
import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.publish.figures.report.Note.Code;
import dev.customsfeed.publish.figures.report.ReportBasis.Counting;
import dev.customsfeed.publish.figures.trade.ProductTrade;
import dev.customsfeed.publish.figures.trade.Span;
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
                    scopes ? new NoteDetail.ScopesDiffer() : new NoteDetail.GroupWithoutPartners()));
        }
        if (figures.coverage().scope() instanceof Scope.PartOf part) {
            notes.add(new Note(
                    Code.SCOPE_PARTIAL,
                    subject,
                    new NoteDetail.ScopePartial(part, feed.tradeFlow(), basis.partnerCodes(), basis.period())));
        }
        if (feed.isOfGroup() && !prefix.isEmpty()) {
            SortedSet<String> missing = new TreeSet<>(feed.reporters());
            missing.removeAll(basis.reporting());
            if (!missing.isEmpty()) {
                notes.add(new Note(
                        Code.REPORTERS_MISSING,
                        subject,
                        new NoteDetail.ReportersMissing(
                                missing, basis.reporting().size(), basis.period())));
            }
        }
        return notes;
    }
}
