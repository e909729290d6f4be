package dev.customsfeed.sources.gacc;

import dev.customsfeed.ledger.Series;
import dev.customsfeed.ledger.Totals;
import java.io.IOException;
import java.time.YearMonth;
import java.util.SortedMap;

/** Takes what a customs file says of one commodity and month. */
@FunctionalInterface
public interface MonthFiguresSink {

    /**
     * @param series source, reporter, flow, currency and commodity
     * @param period the month
     * @param totals over all rows
     * @param partners totals by partner code
     * @param regimes totals by regime code; empty where the file has no regimes
     * @param provinces totals by province code; empty where the file has no provinces
     */
    void accept(
            Series series,
            YearMonth period,
            Totals totals,
            SortedMap<String, Totals> partners,
            SortedMap<String, Totals> regimes,
            SortedMap<String, Totals> provinces)
            throws IOException, InterruptedException;
}
