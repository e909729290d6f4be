package dev.customsfeed.ledger.tables;

import dev.customsfeed.ledger.MonthFigures;
import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.Series;
import dev.customsfeed.ledger.TradeFlow;
import dev.customsfeed.ledger.UploadHistory;
import dev.customsfeed.ledger.UploadLogEntry;
import dev.customsfeed.ledger.UploadLogEntry.CustomsFile;
import dev.customsfeed.runtime.cache.LruCache;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the table of months and keeps what committed files say, since they never say anything else: of a series
 * only the months of files that its upload log did not have the last time are read. For several threads at once.
 *
 * <p>What is the same as the last time is the very same object, which makes comparing it cheap.
 */
public final class KnownFigures {

    /** Somebody may have mended the table by hand, which nothing else would tell. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final MonthsTable table;
    private final Clock clock;
    private final LruCache<Series, Known> bySeries;

    /** All that some files say of a series; those that say nothing are here too. */
    private record Known(Instant since, Map<ObjectVersion, List<MonthFigures>> byFile) {

        long totals() {
            return byFile.values().stream()
                    .flatMap(List::stream)
                    .mapToLong(month -> 1L
                            + month.partners().size()
                            + month.rowKeys().size()
                            + month.splits().values().stream()
                                    .mapToLong(Map::size)
                                    .sum())
                    .sum();
        }
    }

    /**
     * Of {@code table}.
     *
     * @param totals how many totals it may keep; one takes some 150 bytes
     * @param clock says when what it keeps must be read again
     */
    public KnownFigures(MonthsTable table, long totals, Clock clock) {
        this.table = table;
        this.clock = clock;
        this.bySeries = new LruCache<>(totals, Known::totals);
    }

    /**
     * All that committed files ever said of a series, in no order.
     *
     * @param uploads the upload log of its trade flow, read before this: what it says is committed has its figures stored
     */
    public List<MonthFigures> of(Series series, UploadHistory uploads) {
        List<UploadLogEntry.Committed> committed = Stream.of(uploads.standing(), uploads.retired())
                .flatMap(List::stream)
                .toList();
        Instant now = clock.instant();
        Known kept = bySeries.get(series).orElseGet(() -> new Known(now, Map.of()));
        boolean all = kept.byFile().isEmpty() || !kept.since().plus(LONGEST).isAfter(now);
        Map<ObjectVersion, List<MonthFigures>> read = (all ? table.figures(series) : news(series, kept, committed))
                .stream().collect(Collectors.groupingBy(month -> month.upload().object()));
        Map<ObjectVersion, List<MonthFigures>> byFile = new HashMap<>();
        for (UploadLogEntry.Committed entry : committed) {
            ObjectVersion file = entry.object();
            List<MonthFigures> before = kept.byFile().getOrDefault(file, List.of());
            List<MonthFigures> said =
                    all || !kept.byFile().containsKey(file) ? read.getOrDefault(file, List.of()) : before;
            byFile.put(file, said.equals(before) ? before : said);
        }
        bySeries.put(series, new Known(all ? now : kept.since(), byFile));
        return byFile.values().stream().flatMap(List::stream).toList();
    }

    /** What the table says of the months of files that are not known yet, and of those between. */
    private List<MonthFigures> news(Series series, Known kept, List<UploadLogEntry.Committed> committed) {
        TradeFlow flow = series.tradeFlow();
        TreeSet<YearMonth> periods = new TreeSet<>();
        committed.stream()
                .filter(entry -> !kept.byFile().containsKey(entry.object()))
                .flatMap(entry -> entry instanceof CustomsFile file ? Stream.of(file.contents()) : Stream.empty())
                .filter(contents -> contents.currency().equals(series.currency()))
                .flatMap(contents -> contents.reported().stream())
                .filter(some -> some.flow() == flow.flow() && some.reporters().contains(flow.reporter()))
                .forEach(some -> periods.addAll(some.months()));
        return periods.isEmpty() ? List.of() : table.figures(series, periods.first(), periods.last());
    }
}
