package dev.customsfeed.publish.report;

import dev.customsfeed.ledger.CommodityMonth;
import dev.customsfeed.ledger.CommodityMonth.Said;
import dev.customsfeed.ledger.CommodityMonths;
import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.UploadHistory;
import dev.customsfeed.ledger.feed.FeedDefinition;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * All that a feed is computed from.
 *
 * @param definition what the feed is
 * @param definitionFile where that was read
 * @param uploads the upload log of the feed's trade flow
 * @param months the months that count, by commodity code; a code that is not here has none
 */
public record FeedData(
        FeedDefinition definition,
        ObjectVersion definitionFile,
        UploadHistory uploads,
        Map<String, CommodityMonths> months) {

    /** The months that a commodity of the feed has: those that there are reports of. */
    public NavigableSet<YearMonth> periods() {
        NavigableSet<YearMonth> periods = new TreeSet<>();
        definition
                .commodities()
                .forEach(commodity -> periods.addAll(monthsOf(commodity).keySet()));
        return periods;
    }

    /** The months that count of one commodity, oldest first. */
    public NavigableMap<YearMonth, CommodityMonth> monthsOf(String commodity) {
        return Optional.ofNullable(months.get(commodity))
                .map(CommodityMonths::months)
                .orElse(Collections.emptyNavigableMap());
    }

    /** All that files ever said of one commodity, oldest month and oldest upload first, of months that no longer count too. */
    public NavigableMap<YearMonth, List<Said>> saidOf(String commodity) {
        return Optional.ofNullable(months.get(commodity))
                .map(CommodityMonths::said)
                .orElse(Collections.emptyNavigableMap());
    }
}
