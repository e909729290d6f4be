package dev.customsfeed.publish.figures.report;

import dev.customsfeed.ledger.CommodityMonth.Said;
import dev.customsfeed.ledger.UnknownWeight;
import dev.customsfeed.publish.figures.report.ReportBasis.Counting;
import dev.customsfeed.publish.figures.trade.Span;
import dev.customsfeed.publish.figures.trade.WeightReason;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Why net weights of some commodities are not known, as the files say that lack them. */
final class WeightReasons {

    private final List<Counting> lacking;

    /** Of {@code commodities} in the months that a report is computed from. */
    WeightReasons(ReportBasis basis, Collection<String> commodities) {
        this.lacking = basis.counting().stream()
                .filter(one -> one.counts().totals().rowsWithoutNetWeight() > 0)
                .filter(one -> commodities.contains(one.commodity()))
                .toList();
    }

    /** Why those of one of {@code spans} are not known; empty where nobody knows. */
    SortedSet<WeightReason> in(Collection<Span> spans) {
        SortedSet<WeightReason> reasons = new TreeSet<>();
        lacking.stream()
                .filter(one -> spans.stream().anyMatch(span -> span.has(one.month())))
                .forEach(one -> one.counts().said().stream()
                        .filter(said -> said.totals().rowsWithoutNetWeight() > 0)
                        .flatMap(said -> unknownWeights(said).stream())
                        .filter(unknown -> unknown.concerns(one.commodity()))
                        .forEach(unknown -> reasons.add(new WeightReason(unknown.reason(), unknown.unit()))));
        return Collections.unmodifiableSortedSet(reasons);
    }

    /** The same of one span. */
    SortedSet<WeightReason> in(Span span) {
        return in(List.of(span));
    }

    private static List<UnknownWeight> unknownWeights(Said said) {
        return said.file().contents().unknownWeights();
    }
}
