package dev.customsfeed.sources.check;

import dev.customsfeed.ledger.Part;
import dev.customsfeed.ledger.Series;
import dev.customsfeed.ledger.Totals;
import dev.customsfeed.ledger.Valuation;
import java.io.IOException;
import java.time.YearMonth;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/** Takes what a customs file says of one commodity and month, or of one declared part of it. */
@FunctionalInterface
public interface MonthFiguresSink {

    /**
     * @param series source, reporter, flow, currency and commodity
     * @param period the month
     * @param part the declared part that it is about; empty for the whole
     * @param totals over all rows
     * @param partners totals by partner code; empty where the file does not tell partners
     * @param splits totals by dimension and code; without the dimensions that the file does not have
     * @param valuations what the values include; empty where it is not known
     */
    void accept(
            Series series,
            YearMonth period,
            Optional<Part> part,
            Totals totals,
            SortedMap<String, Totals> partners,
            SortedMap<String, SortedMap<String, Totals>> splits,
            SortedSet<Valuation> valuations)
            throws IOException, InterruptedException;
}
