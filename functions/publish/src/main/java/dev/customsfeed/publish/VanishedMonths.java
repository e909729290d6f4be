package dev.customsfeed.publish;

import dev.customsfeed.ledger.MonthFigures;
import dev.customsfeed.ledger.UploadLogEntry.Committed;
import dev.customsfeed.ledger.UploadLogEntry.CustomsFile;
import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.publish.figures.feed.FeedData;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Months that are published and would no longer be. Somebody may have wanted that: by withdrawing or overwriting a file that had
 * the month, or by changing what the feed is about. If nobody did, data were lost, and readers must not lose them too.
 */
final class VanishedMonths {

    private VanishedMonths() {}

    /**
     * The months of {@code live} that {@code next} lacks and that nothing accounts for.
     *
     * @param figures all that files ever said of the feed's commodities
     * @param liveDefinition what {@code live} was made by; empty where that is not known
     */
    static SortedSet<YearMonth> unaccounted(
            SortedSet<YearMonth> live,
            SortedSet<YearMonth> next,
            FeedData data,
            Collection<MonthFigures> figures,
            Optional<FeedDefinition> liveDefinition) {
        SortedSet<YearMonth> vanished = new TreeSet<>(live);
        vanished.removeAll(next);
        if (liveDefinition.isPresent() && isAboutOther(data.definition(), liveDefinition.get())) {
            vanished.clear();
        }
        vanished.removeIf(
                period -> data.uploads().retired().stream().anyMatch(upload -> had(upload, period, data, figures)));
        return vanished;
    }

    /** Whether a month of {@code before} may rightly be missing now. */
    private static boolean isAboutOther(FeedDefinition now, FeedDefinition before) {
        return !now.tradeFlow().equals(before.tradeFlow())
                || !now.currency().equals(before.currency())
                || !now.commodities().containsAll(before.commodities());
    }

    private static boolean had(Committed upload, YearMonth period, FeedData data, Collection<MonthFigures> figures) {
        return upload instanceof CustomsFile file
                && data.concerns(file.contents())
                && (data.series().stream().anyMatch(series -> file.contents().answersFor(series, period))
                        || figures.stream()
                                .anyMatch(said -> said.period().equals(period)
                                        && said.upload().object().equals(file.object())));
    }
}
