package dev.customsfeed.ledger;

import java.time.YearMonth;
import java.util.SortedMap;

/**
 * What one file says of one commodity and month.
 *
 * @param series source, reporter, flow, currency and commodity
 * @param period the month
 * @param file the file version that says it
 * @param order when that version was uploaded
 * @param totals over all rows
 * @param partners totals by the customs office's partner code
 * @param regimes totals by its regime code; empty where the file has no regimes
 * @param provinces totals by its province code; empty where the file has no provinces
 */
public record MonthFigures(
        Series series,
        YearMonth period,
        ObjectVersion file,
        UploadOrder order,
        Totals totals,
        SortedMap<String, Totals> partners,
        SortedMap<String, Totals> regimes,
        SortedMap<String, Totals> provinces) {}
