package dev.customsfeed.publish.figures.trade;

import dev.customsfeed.ledger.CommodityMonth;
import dev.customsfeed.ledger.Totals;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The trade in some commodities, those of a product or of a feed: over all and by partner. A month is known where it is known of every one of them; a
 * partner that is absent from a known month had no trade in it, unless files do not tell partners.
 */
public final class ProductTrade {

    private final MonthlyTotals totals;
    /** None that is not known. */
    private final SortedSet<YearMonth> told;

    private final Map<Partner, PartnerMonths> partners;
    private final MonthlyTotals inside;

    /**
     * @param told the months of which partners are told
     * @param inside of a group of reporters, what its members trade with each other, which is in none of the others
     */
    ProductTrade(
            MonthlyTotals totals,
            SortedSet<YearMonth> told,
            Map<Partner, PartnerMonths> partners,
            MonthlyTotals inside) {
        this.totals = totals;
        this.told = told;
        this.partners = partners;
        this.inside = inside;
    }

    /**
     * Adds up the months of a product's commodities.
     *
     * @param commodities the months that count, of each commodity, by reporter
     * @param reporters whose trade it is
     * @param codes says who a partner code stands for
     */
    public static ProductTrade of(
            List<Map<String, SortedMap<YearMonth, CommodityMonth>>> commodities,
            Reporters reporters,
            PartnerCodes codes) {
        return sum(commodities.stream()
                .map(months -> CommodityTrade.of(reporters, months, codes))
                .toList());
    }

    /** The trade in all of {@code parts} together. */
    public static ProductTrade sum(Collection<ProductTrade> parts) {
        if (parts.size() == 1) {
            return parts.iterator().next();
        }
        Map<Partner, PartnerMonths> partners = new LinkedHashMap<>();
        parts.forEach(part ->
                part.partners.forEach((partner, months) -> partners.merge(partner, months, PartnerMonths::plus)));
        MonthlyTotals totals =
                MonthlyTotals.sum(parts.stream().map(ProductTrade::totals).toList());
        SortedSet<YearMonth> told = new TreeSet<>(totals.known());
        parts.forEach(part -> told.retainAll(part.told));
        return new ProductTrade(
                totals,
                told,
                partners,
                MonthlyTotals.sum(parts.stream().map(part -> part.inside).toList()));
    }

    /** The same without what lies outside of {@code window}: no month there is known, and who traded only there is not here. */
    public ProductTrade within(Span window) {
        Map<Partner, PartnerMonths> traded = new LinkedHashMap<>();
        partners.forEach((partner, months) -> months.within(window).ifPresent(left -> traded.put(partner, left)));
        return new ProductTrade(
                totals.within(window),
                told.subSet(window.first(), window.last().plusMonths(1)),
                traded,
                inside.within(window));
    }

    /**
     * The same as far as it can be held against {@code period}: months of another coverage are not known, and who traded only in these is not
     * here. Where the period itself is not known, those of the whole. What becomes of a month follows from that month and the period alone.
     */
    public ProductTrade comparableWith(YearMonth period) {
        MonthlyTotals alike = totals.of(totals.coverage(period).orElse(Coverage.WHOLE));
        if (!alike.hasApart()) {
            return this;
        }
        Map<Partner, PartnerMonths> traded = new LinkedHashMap<>();
        partners.forEach((partner, months) ->
                months.only(month -> !alike.isApart(month)).ifPresent(left -> traded.put(partner, left)));
        SortedSet<YearMonth> toldOfThese = new TreeSet<>(told);
        toldOfThese.retainAll(alike.known());
        return new ProductTrade(alike, toldOfThese, traded, inside.only(alike.known()));
    }

    /** Over all partners. */
    public MonthlyTotals totals() {
        return totals;
    }

    /** The same in those months alone of which partners are told: what partners add up to. */
    public MonthlyTotals totalsOfPartners() {
        return totals.only(told);
    }

    /** Of a group of reporters, what its members trade with each other; nothing is known of it where there is no group. */
    public MonthlyTotals inside() {
        return inside;
    }

    /** Whether {@code month} is known and files tell whom it was traded with. */
    public boolean tellsPartners(YearMonth month) {
        return told.contains(month);
    }

    /** Everyone who ever had trade in it. */
    public Set<Partner> everyone() {
        return Collections.unmodifiableSet(partners.keySet());
    }

    /**
     * What {@code partner} traded in {@code month}: nothing, if it was absent from a month that is known.
     *
     * @return empty if the month is not known, or not by partner
     */
    public Optional<Totals> of(Partner partner, YearMonth month) {
        if (!told.contains(month)) {
            return Optional.empty();
        }
        PartnerMonths months = partners.get(partner);
        return Optional.of(months == null ? Totals.NONE : months.in(month));
    }

    /**
     * What {@code partner} traded in each of the months that files tell partners of: for who asks for many of them.
     *
     * @return to be asked for such months alone
     */
    public Function<YearMonth, Totals> of(Partner partner) {
        PartnerMonths months = partners.get(partner);
        return months == null ? any -> Totals.NONE : months::in;
    }

    /** The months that files tell partners of, oldest first. */
    public SortedSet<YearMonth> monthsOfPartners() {
        return Collections.unmodifiableSortedSet(told);
    }

    /** By partner, everyone who ever had trade in it. */
    public Map<Partner, Reading> partners(YearMonth period) {
        // What is known of one is known of all.
        Reading nobody = withNobody(period);
        Span month = Span.of(period);
        Span monthBefore = month.back(1);
        Span yearBefore = month.back(12);
        Span ytd = Span.yearToDate(period);
        Span ytdYearBefore = ytd.back(12);
        Map<Partner, Reading> readings = new LinkedHashMap<>();
        partners.forEach((partner, months) -> readings.put(
                partner,
                new Reading(
                        nobody.month().map(none -> months.in(month)),
                        nobody.monthBefore().map(none -> months.in(monthBefore)),
                        nobody.yearBefore().map(none -> months.in(yearBefore)),
                        nobody.ytd().map(none -> months.in(ytd)),
                        nobody.ytdYearBefore().map(none -> months.in(ytdYearBefore)))));
        return readings;
    }

    /** What a partner that never had trade in it would show: zero, where the product is known by partner. */
    public Reading withNobody(YearMonth period) {
        MonthlyTotals known = totalsOfPartners();
        return Reading.of(period, span -> known.knows(span) ? Optional.of(Totals.NONE) : Optional.empty());
    }

    /** Whether {@code partner} had trade in the year so far, in the month before, or in the same months a year before. */
    public boolean isCurrent(Partner partner, YearMonth period) {
        PartnerMonths months = Objects.requireNonNull(partners.get(partner));
        Span ytd = Span.yearToDate(period);
        return months.hasTradeIn(ytd) || months.hasTradeIn(Span.of(period).back(1)) || months.hasTradeIn(ytd.back(12));
    }
}
