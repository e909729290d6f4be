package dev.customsfeed.publish.figures.revision;

import dev.customsfeed.ledger.CommodityMonth;
import dev.customsfeed.ledger.CommodityMonth.Said;
import dev.customsfeed.ledger.CommodityMonths;
import dev.customsfeed.ledger.Series;
import dev.customsfeed.ledger.SuspectMonth;
import dev.customsfeed.ledger.Upload;
import dev.customsfeed.ledger.UploadHistory;
import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.figures.feed.FeedData;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Finds the months of a feed that look like parts of themselves, by the ledger's rules. */
public final class Suspicions {

    private final FeedData data;
    private final MonthHistory history;

    public Suspicions(FeedData data, MonthHistory history) {
        this.data = data;
        this.history = history;
    }

    /** Those of {@code period}, in the order of the feed's commodities and reporters. */
    public List<Suspicion> of(YearMonth period) {
        FeedDefinition feed = data.definition();
        List<Suspicion> found = new ArrayList<>();
        for (Product product : feed.products()) {
            for (String commodity : product.hs()) {
                for (String reporter : feed.reporters()) {
                    find(feed.series(reporter, commodity), period)
                            .ifPresent(part -> found.add(new Suspicion(
                                    product,
                                    commodity,
                                    feed.isOfGroup() ? Optional.of(reporter) : Optional.empty(),
                                    part)));
                }
            }
        }
        return found;
    }

    private Optional<SuspectMonth> find(Series series, YearMonth period) {
        CommodityMonths now = data.months().get(series);
        if (now == null) {
            return Optional.empty();
        }
        CommodityMonth month = now.months().get(period);
        if (month == null) {
            return Optional.empty();
        }
        return SuspectMonth.find(period, before(series, period, month, now), now, data.uploads());
    }

    /** What counted of the month before the file that counts was uploaded; no more than that is looked at. */
    private CommodityMonths before(Series series, YearMonth period, CommodityMonth month, CommodityMonths now) {
        if (month.others().isEmpty()) {
            return now;
        }
        List<Said> said = Objects.requireNonNull(data.saidOf(series).get(period));
        Upload newest = month.counts().newest().upload();
        UploadHistory then = UploadHistory.of(history.concerned(said).stream()
                .filter(entry -> entry.upload().compareTo(newest) < 0)
                .toList());
        return MonthHistory.fold(series, data.definition(), period, said, then);
    }
}
