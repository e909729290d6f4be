package dev.customsfeed.publish.figures.report;

import dev.customsfeed.ledger.Totals;
import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.ledger.feed.PolicyEvent;
import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.ledger.feed.StudyPlan;
import dev.customsfeed.publish.figures.Finding;
import dev.customsfeed.publish.figures.MonthSeries;
import dev.customsfeed.publish.figures.event.Deflection;
import dev.customsfeed.publish.figures.event.EventStudy;
import dev.customsfeed.publish.figures.event.EventWindows;
import dev.customsfeed.publish.figures.trade.Partner;
import dev.customsfeed.publish.figures.trade.ProductTrade;
import dev.customsfeed.publish.figures.trade.Span;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * What trace an event left in net weight, by the end of a month.
 *
 * @param plan where it was said beforehand that traces are looked for
 * @param study the months around it; or why there is none
 * @param deflection whether the third countries took more; empty where the plan names none
 */
public record EventTrace(StudyPlan plan, Finding<EventStudy> study, Optional<Finding<Deflection>> deflection) {

    /** How long after its last window an event is told of. */
    private static final int MONTHS_TOLD = 12;

    /** How far back other dates are taken from: seven years. */
    private static final int MONTHS_OF_OTHER_DATES = 84;

    /** The plans that a report of {@code period} tells of: from the announcement to a year after the last window. */
    static List<StudyPlan> plans(FeedDefinition feed, YearMonth period) {
        return feed.events().stream()
                .map(PolicyEvent::plan)
                .flatMap(Optional::stream)
                .filter(plan -> !YearMonth.from(plan.announced()).isAfter(period)
                        && !windows(plan)
                                .after()
                                .orElseThrow()
                                .last()
                                .plusMonths(MONTHS_TOLD)
                                .isBefore(period))
                .toList();
    }

    /** The months that traces in a report of {@code period} are computed from; empty where it tells of no event. */
    static Optional<Span> sources(FeedDefinition feed, YearMonth period) {
        return plans(feed, period).isEmpty()
                ? Optional.empty()
                : Optional.of(Span.endingAt(period, MONTHS_OF_OTHER_DATES));
    }

    /**
     * The traces that a report of {@code period} tells of.
     *
     * @param products the trade in each product, as far as it can be held against the period
     */
    static List<EventTrace> of(FeedDefinition feed, YearMonth period, Map<String, ProductTrade> products) {
        Span span = Span.endingAt(period, MONTHS_OF_OTHER_DATES);
        return plans(feed, period).stream()
                .map(plan -> of(feed, plan, period, new Scope(products, span)))
                .toList();
    }

    private static EventTrace of(FeedDefinition feed, StudyPlan plan, YearMonth period, Scope scope) {
        List<String> concerned =
                feed.products().stream().map(Product::id).filter(plan::concerns).toList();
        Map<String, MonthSeries> comparisons = new LinkedHashMap<>();
        plan.comparisons().forEach(product -> comparisons.put(product, scope.of(List.of(product), plan.partners())));
        MonthSeries series = scope.of(concerned, plan.partners());
        EventWindows windows = windows(plan);
        Map<String, MonthSeries> third = new LinkedHashMap<>();
        plan.thirdCountries().forEach(country -> third.put(country, scope.of(concerned, List.of(country))));
        return new EventTrace(
                plan,
                EventStudy.of(series, windows, period, comparisons),
                third.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Deflection.of(series, third, scope.of(concerned, List.of()), windows, period)));
    }

    private static EventWindows windows(StudyPlan plan) {
        return EventWindows.of(plan.announced(), plan.inForce());
    }

    /** What was traded in some products with some partners. */
    private record Scope(Map<String, ProductTrade> products, Span span) {

        /** Of all partners where none is named. */
        MonthSeries of(List<String> ids, List<String> partners) {
            List<MonthSeries> parts = new ArrayList<>();
            for (String id : ids) {
                ProductTrade trade = Objects.requireNonNull(products.get(id));
                if (partners.isEmpty()) {
                    parts.add(MonthSeries.netWeights(trade.totals(), span));
                }
                for (String partner : partners) {
                    parts.add(MonthSeries.of(span, ofPartner(trade, partner)));
                }
            }
            return MonthSeries.sum(parts);
        }

        /** A partner that is absent from a month that is known by partner had no trade in it. */
        private static Function<YearMonth, OptionalLong> ofPartner(ProductTrade trade, String iso2) {
            Optional<Partner> partner = trade.everyone().stream()
                    .filter(one -> one.iso2().filter(iso2::equals).isPresent())
                    .findFirst();
            return month -> trade.tellsPartners(month)
                    ? partner.map(known -> trade.of(known, month))
                            .orElse(Optional.of(Totals.NONE))
                            .map(Totals::netWeightGrams)
                            .orElse(OptionalLong.empty())
                    : OptionalLong.empty();
        }
    }
}
