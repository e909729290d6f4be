package dev.customsfeed.publish.figures.report;

import dev.customsfeed.publish.figures.report.Note.Code;
import dev.customsfeed.publish.figures.trade.Amount;
import dev.customsfeed.publish.figures.trade.Coverage;
import dev.customsfeed.publish.figures.trade.Partner;
import dev.customsfeed.publish.figures.trade.ProductTrade;
import dev.customsfeed.publish.figures.trade.Reading;
import dev.customsfeed.publish.figures.trade.Reporters;
import dev.customsfeed.publish.figures.trade.Span;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A trade, split over partners and over regions.
 *
 * @param partners largest first; empty if the month is not known
 * @param regions all regions of both schemes, always in the same order
 * @param notes what readers of the two must know
 * @param notesOfUntold why there are no partners, where files do not tell them
 */
record PartnerSplit(
        List<PartnerFigure> partners, List<RegionFigure> regions, List<Note> notes, List<Note> notesOfUntold) {

    /** A partner and what it is ranked by; what is not known is less than nothing. */
    private record Ranked(Partner partner, Reading reading, long netWeightGrams, long valueThousandths) {

        private static final Comparator<Ranked> LARGEST_FIRST = Comparator.comparingLong(Ranked::netWeightGrams)
                .thenComparingLong(Ranked::valueThousandths)
                .reversed()
                .thenComparing(ranked -> ranked.partner().id());

        private static Ranked of(Partner partner, Reading reading) {
            Amount amount = reading.amount();
            return new Ranked(
                    partner,
                    reading,
                    amount.netWeightGrams().orElse(-1),
                    amount.valueThousandths().orElse(-1));
        }
    }

    /**
     * The split of a trade in {@code period}.
     *
     * @param trade what can be held against the period
     * @param reporters whose trade it is
     * @param reasons why net weights are not known
     * @param imputed the months whose quantities the source made up
     */
    static PartnerSplit of(
            ProductTrade trade, YearMonth period, Reporters reporters, WeightReasons reasons, Set<YearMonth> imputed) {
        Reading whole = Reading.of(period, trade.totalsOfPartners()::in);
        boolean known = whole.month().isPresent();
        boolean ofAllParts =
                trade.totals().coverage(period).map(Coverage::isOfAllParts).orElse(true);
        Map<Partner, Reading> everyone = trade.partners(period);
        Map<Partner, Reading> shown = new LinkedHashMap<>();
        everyone.entrySet().stream()
                .filter(entry -> known && trade.isCurrent(entry.getKey(), period))
                .map(entry -> Ranked.of(entry.getKey(), entry.getValue()))
                .sorted(Ranked.LARGEST_FIRST)
                .forEach(ranked -> shown.put(ranked.partner(), ranked.reading()));
        RegionReadings regions = RegionReadings.of(everyone, trade.withNobody(period), reporters);
        NavigableSet<YearMonth> untold = untold(trade, period);
        return new PartnerSplit(
                partners(shown, whole, ofAllParts).stream()
                        .map(partner -> partner.imputed(period, imputed))
                        .toList(),
                (ofAllParts ? regions.figures(whole) : regions.unknown())
                        .stream().map(region -> region.imputed(period, imputed)).toList(),
                PartnerNotes.of(period, shown, ofAllParts ? regions.byId() : Map.of(), reasons.in(Span.of(period))),
                untold.isEmpty()
                        ? List.of()
                        : List.of(new Note(Code.PARTNERS_MISSING, "partners", new NoteDetail.PartnersMissing(untold))));
    }

    /** The months that the figures by partner need, and of which files do not tell any. */
    private static NavigableSet<YearMonth> untold(ProductTrade trade, YearMonth period) {
        NavigableSet<YearMonth> untold = new TreeSet<>();
        Span month = Span.of(period);
        Span ytd = Span.yearToDate(period);
        for (Span span : List.of(month, month.back(1), month.back(12), ytd, ytd.back(12))) {
            span.months().stream()
                    .filter(one -> trade.totals().in(one).isPresent() && !trade.tellsPartners(one))
                    .forEach(untold::add);
        }
        return untold;
    }

    private static List<PartnerFigure> partners(Map<Partner, Reading> shown, Reading whole, boolean ofAllParts) {
        if (shown.isEmpty()) {
            return List.of();
        }
        List<Partner> partners = new ArrayList<>(shown.keySet());
        List<Reading> readings = new ArrayList<>(shown.values());
        List<Contribution> contributions = Contribution.split(readings, whole);
        Amount all = whole.amount();
        List<PartnerFigure> figures = new ArrayList<>(partners.size());
        for (int i = 0; i < partners.size(); i++) {
            MonthFigure month = MonthFigure.of(readings.get(i));
            figures.add(new PartnerFigure(
                    partners.get(i),
                    month,
                    ofAllParts ? month.amount().sharePct(all) : Optional.empty(),
                    ofAllParts ? month.amount().valueSharePct(all) : Optional.empty(),
                    YearToDate.of(readings.get(i)),
                    contributions.get(i)));
        }
        return figures;
    }
}
