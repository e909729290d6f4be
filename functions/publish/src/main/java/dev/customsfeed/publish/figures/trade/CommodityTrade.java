package dev.customsfeed.publish.figures.trade;

import dev.customsfeed.ledger.CommodityMonth;
import dev.customsfeed.ledger.CommodityMonth.Counted;
import dev.customsfeed.ledger.Scope;
import dev.customsfeed.ledger.Totals;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Adds up what counts of one commodity: of one reporter as it is, of a group what its members trade with others. */
final class CommodityTrade {

    private final Reporters reporters;
    private final Map<String, SortedMap<YearMonth, CommodityMonth>> byReporter;
    private final PartnerCodes codes;
    private final MonthlyTotals.Builder totals = new MonthlyTotals.Builder();
    private final MonthlyTotals.Builder inside = new MonthlyTotals.Builder();
    private final SortedSet<YearMonth> told = new TreeSet<>();
    private final SortedMap<YearMonth, SortedMap<String, Totals>> byCode = new TreeMap<>();

    private CommodityTrade(
            Reporters reporters, Map<String, SortedMap<YearMonth, CommodityMonth>> byReporter, PartnerCodes codes) {
        this.reporters = reporters;
        this.byReporter = byReporter;
        this.codes = codes;
    }

    /**
     * The trade in a commodity.
     *
     * @param byReporter the months that count, by reporter
     */
    static ProductTrade of(
            Reporters reporters, Map<String, SortedMap<YearMonth, CommodityMonth>> byReporter, PartnerCodes codes) {
        CommodityTrade trade = new CommodityTrade(reporters, byReporter, codes);
        NavigableSet<YearMonth> months = new TreeSet<>();
        byReporter.values().forEach(known -> months.addAll(known.keySet()));
        months.forEach(reporters.isGroup() ? trade::addGroup : trade::addSingle);
        return new ProductTrade(
                trade.totals.build(),
                trade.told,
                months.isEmpty() ? Map.of() : trade.partners(new Span(months.first(), months.last())),
                trade.inside.build());
    }

    private void addSingle(YearMonth month) {
        Counted counts = Objects.requireNonNull(
                        Objects.requireNonNull(byReporter.get(reporters.all().first()))
                                .get(month))
                .counts();
        totals.add(month, counts.totals(), new Coverage(counts.scope(), Collections.emptySortedSet()));
        if (tellsPartners(counts)) {
            told.add(month);
            byCode.put(month, counts.partners());
        }
    }

    /** A month is known of a group if it is known of each member that reported it, whatever it reported. */
    private void addGroup(YearMonth month) {
        List<Counted> members = new ArrayList<>();
        SortedSet<String> unreported = new TreeSet<>();
        for (String reporter : reporters.all()) {
            Optional<Counted> counts = Optional.ofNullable(byReporter.get(reporter))
                    .flatMap(months -> Optional.ofNullable(months.get(month)))
                    .map(CommodityMonth::counts);
            if (counts.isPresent()) {
                members.add(counts.get());
            } else if (reporters.hasReported(reporter, month)) {
                return;
            } else {
                unreported.add(reporter);
            }
        }
        Scope scope = members.get(0).scope();
        // Without partners nobody can tell trade within the group from trade with others.
        if (members.stream().anyMatch(counts -> !counts.scope().equals(scope) || !tellsPartners(counts))) {
            totals.addApart(month);
            inside.addApart(month);
            return;
        }
        Coverage coverage = new Coverage(scope, Collections.unmodifiableSortedSet(unreported));
        SortedMap<String, Totals> outside = new TreeMap<>();
        Totals withOthers = Totals.NONE;
        Totals withMembers = Totals.NONE;
        for (Counted counts : members) {
            for (Map.Entry<String, Totals> traded : counts.partners().entrySet()) {
                if (reporters.isMember(codes.partner(traded.getKey()))) {
                    withMembers = withMembers.plus(traded.getValue());
                } else {
                    withOthers = withOthers.plus(traded.getValue());
                    outside.merge(traded.getKey(), traded.getValue(), Totals::plus);
                }
            }
        }
        totals.add(month, withOthers, coverage);
        inside.add(month, withMembers, coverage);
        told.add(month);
        byCode.put(month, outside);
    }

    private static boolean tellsPartners(Counted counts) {
        return counts.totals().rows() == 0 || !counts.partners().isEmpty();
    }

    private Map<Partner, PartnerMonths> partners(Span all) {
        Map<String, Totals[]> months = new HashMap<>();
        byCode.forEach((month, traded) -> traded.forEach((code, amount) ->
                months.computeIfAbsent(code, any -> new Totals[all.length()])[all.index(month)] = amount));
        Map<Partner, PartnerMonths> partners = new LinkedHashMap<>();
        new TreeMap<>(months)
                .forEach((code, traded) -> partners.merge(
                        codes.partner(code), new PartnerMonths(all.first(), traded), PartnerMonths::plus));
        return partners;
    }
}
