package dev.customsfeed.ledger;

import java.time.YearMonth;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * What one file says of one commodity and month; of a file that holds several declared parts, what it says of one of them.
 *
 * @param series source, reporter, flow, currency and commodity
 * @param period the month
 * @param upload the file version that says it
 * @param part the declared part that it is about; empty for the whole
 * @param totals over all rows
 * @param partners totals by the source's partner code; empty where the file does not tell partners
 * @param splits totals by dimension ({@code regime}, {@code province}, {@code procedure} ...) and the source's code in it; without
 *     the dimensions that the file does not have
 * @param valuations what the values include, all kinds that the rows have; empty where it is not known
 * @param rowKeys of a page, the {@linkplain CustomsRecord#key() keys} of its rows, by which pages that overlap are told; else empty
 */
public record MonthFigures(
        Series series,
        YearMonth period,
        Upload upload,
        Optional<Part> part,
        Totals totals,
        SortedMap<String, Totals> partners,
        SortedMap<String, SortedMap<String, Totals>> splits,
        SortedSet<Valuation> valuations,
        SortedSet<String> rowKeys) {}
