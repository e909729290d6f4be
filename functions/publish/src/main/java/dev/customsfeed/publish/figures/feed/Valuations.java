package dev.customsfeed.publish.figures.feed;

import dev.customsfeed.ledger.CommodityMonth;
import dev.customsfeed.ledger.CommodityMonth.Counted;
import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.Valuation;
import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.sources.Sources;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the values of a feed include. */
public final class Valuations {

    private Valuations() {}

    /** What those of {@code counting} include; of figures that do not say it themselves, and where there are none, what the source's do. */
    public static SortedSet<Valuation> of(FeedDefinition feed, Collection<Counted> counting) {
        SortedSet<Valuation> valuations = new TreeSet<>();
        boolean silent = false;
        for (Counted one : counting) {
            valuations.addAll(one.valuations());
            silent |= one.totals().rows() > 0 && one.valuations().isEmpty();
        }
        if (silent || valuations.isEmpty()) {
            usual(feed).ifPresent(valuations::add);
        }
        return Collections.unmodifiableSortedSet(valuations);
    }

    /** What those of all months that count include. */
    public static SortedSet<Valuation> of(FeedData data) {
        return of(
                data.definition(),
                data.series().stream()
                        .flatMap(series -> data.monthsOf(series).values().stream())
                        .map(CommodityMonth::counts)
                        .toList());
    }

    /** Whether readers have to be told: exports that are free on board go without saying (IMTS 2010). */
    public static boolean areWorthSaying(Flow flow, SortedSet<Valuation> valuations) {
        boolean usual = flow == Flow.EXPORT && valuations.equals(Set.of(Valuation.FOB));
        return !usual && !valuations.isEmpty();
    }

    /** What those of the source include, where neither figures nor rows say it; those that were stored before rows did are such. */
    public static Optional<Valuation> usual(FeedDefinition feed) {
        return Sources.find(feed.tradeFlow().source())
                .flatMap(source -> Optional.ofNullable(
                        source.valuations().get(feed.tradeFlow().flow())));
    }
}
