package dev.customsfeed.ingest.answer;

import dev.customsfeed.ledger.FileContents;
import dev.customsfeed.ledger.Totals;
import dev.customsfeed.sources.check.CheckedFile;
import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a customs file says as a whole.
 *
 * @param source the source's short name
 * @param layout the layout that it was read by
 * @param encoding the encoding that it was read by
 * @param contents what it has and what it answers for
 * @param commodities the commodity codes that it has rows of
 * @param months totals over all commodities by month, of the months that it has rows of
 * @param totals over all rows that count
 * @param excluded how many rows do not count, by the reason
 * @param warnings what is not wrong but should be known
 */
public record FileSummary(
        String source,
        String layout,
        String encoding,
        FileContents contents,
        SortedSet<String> commodities,
        NavigableMap<YearMonth, Totals> months,
        Totals totals,
        SortedMap<String, Long> excluded,
        List<String> warnings) {

    /**
     * Sums a checked file up.
     *
     * @param source the source's short name
     * @param sha256 of the uploaded bytes, as hexadecimal text
     */
    public static FileSummary of(String source, CheckedFile file, String sha256)
            throws IOException, InterruptedException {
        SortedSet<String> commodities = new TreeSet<>();
        NavigableMap<YearMonth, Totals> months = new TreeMap<>();
        file.months((series, period, part, totals, partners, splits, valuations) -> {
            commodities.add(series.commodity());
            months.merge(period, totals, Totals::plus);
        });
        return new FileSummary(
                source,
                file.layout(),
                file.encoding(),
                file.contents(sha256),
                commodities,
                months,
                file.totals(),
                file.excluded(),
                file.warnings());
    }
}
