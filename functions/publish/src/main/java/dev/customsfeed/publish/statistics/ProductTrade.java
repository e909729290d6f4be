package dev.customsfeed.publish.statistics;

import dev.customsfeed.ledger.CommodityMonth;
import dev.customsfeed.ledger.Totals;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The trade in some commodities, those of a product or of a feed: over all and by partner. A month is known where it is known of every one of them; a
 * partner that is absent from a known month had no trade in it.
 */
public final class ProductTrade {

    private final MonthlyTotals totals;
    private final Map<Partner, PartnerMonths> partners;

    private ProductTrade(MonthlyTotals totals, Map<Partner, PartnerMonths> partners) {
        this.totals = totals;
        this.partners = partners;
    }

    /**
     * Adds up the months of a product's commodities.
     *
     * @param commodities the months that count, of each commodity
     * @param codes says who a partner code stands for
     */
    public static ProductTrade of(List<SortedMap<YearMonth, CommodityMonth>> commodities, PartnerCodes codes) {
        return sum(commodities.stream().map(months -> of(months, codes)).toList());
    }

    private static ProductTrade of(SortedMap<YearMonth, CommodityMonth> months, PartnerCodes codes) {
        if (months.isEmpty()) {
            return new ProductTrade(MonthlyTotals.of(new TreeMap<>()), Map.of());
        }
        Span all = new Span(months.firstKey(), months.lastKey());
        SortedMap<YearMonth, Totals> known = new TreeMap<>();
        Map<String, Totals[]> byCode = new HashMap<>();
        months.forEach((month, said) -> {
            known.put(month, said.counts().totals());
            int number = (int) all.first().until(month, ChronoUnit.MONTHS);
            said.counts()
                    .partners()
                    .forEach((code, traded) ->
                            byCode.computeIfAbsent(code, any -> new Totals[all.length()])[number] = traded);
        });
        Map<Partner, PartnerMonths> partners = new LinkedHashMap<>();
        new TreeMap<>(byCode)
                .forEach((code, traded) -> partners.merge(
                        codes.partner(code), new PartnerMonths(all.first(), traded), PartnerMonths::plus));
        return new ProductTrade(MonthlyTotals.of(known), partners);
    }

    /** The trade in all of {@code parts} together. */
    public static ProductTrade sum(Collection<ProductTrade> parts) {
        if (parts.size() == 1) {
            return parts.iterator().next();
        }
        Map<Partner, PartnerMonths> partners = new LinkedHashMap<>();
        parts.forEach(part ->
                part.partners.forEach((partner, months) -> partners.merge(partner, months, PartnerMonths::plus)));
        return new ProductTrade(
                MonthlyTotals.sum(parts.stream().map(ProductTrade::totals).toList()), partners);
    }

    /** The same without what lies outside of {@code window}: no month there is known, and who traded only there is not here. */
    public ProductTrade within(Span window) {
        Map<Partner, PartnerMonths> traded = new LinkedHashMap<>();
        partners.forEach((partner, months) -> months.within(window).ifPresent(left -> traded.put(partner, left)));
        return new ProductTrade(totals.within(window), traded);
    }

    /** Over all partners. */
    public MonthlyTotals totals() {
        return totals;
    }

    /** Everyone who ever had trade in it. */
    public Set<Partner> everyone() {
        return Collections.unmodifiableSet(partners.keySet());
    }

    /**
     * What {@code partner} traded in {@code month}: nothing, if it was absent from a month that is known.
     *
     * @return empty if the month is not known
     */
    public Optional<Totals> of(Partner partner, YearMonth month) {
        if (totals.in(month).isEmpty()) {
            return Optional.empty();
        }
        PartnerMonths months = partners.get(partner);
        return Optional.of(months == null ? Totals.NONE : months.in(month));
    }

    /** By partner, everyone who ever had trade in it. */
    public Map<Partner, Reading> partners(YearMonth period) {
        Map<Span, Boolean> known = new HashMap<>();
        Map<Partner, Reading> readings = new LinkedHashMap<>();
        partners.forEach((partner, months) -> readings.put(
                partner,
                Reading.of(
                        period,
                        span -> known.computeIfAbsent(span, totals::knows)
                                ? Optional.of(months.in(span))
                                : Optional.empty())));
        return readings;
    }

    /** What a partner that never had trade in it would show: zero, where the product is known. */
    public Reading withNobody(YearMonth period) {
        return Reading.of(period, span -> totals.knows(span) ? Optional.of(Totals.NONE) : Optional.empty());
    }

    /** Whether {@code partner} had trade in the year so far, in the month before, or in the same months a year before. */
    public boolean isCurrent(Partner partner, YearMonth period) {
        PartnerMonths months = partners.get(partner);
        Span ytd = Span.yearToDate(period);
        return months.hasTradeIn(ytd) || months.hasTradeIn(Span.of(period).back(1)) || months.hasTradeIn(ytd.back(12));
    }
}
