package dev.customsfeed.ledger;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One month of one commodity.
 *
 * @param counts what counts
 * @param others what else files said of the month and does not count (superseded, withdrawn, or replaced by a newer file),
 *     newest upload first
 */
public record CommodityMonth(Said counts, List<Said> others) {

    /**
     * What one committed file says of the month.
     *
     * @param upload the file
     * @param totals over all rows; {@link Totals#NONE} where the file was asked for the commodity and has no row of it
     * @param partners totals by partner code
     * @param regimes totals by regime code
     * @param provinces totals by province code
     */
    public record Said(
            UploadLogEntry upload,
            Totals totals,
            SortedMap<String, Totals> partners,
            SortedMap<String, Totals> regimes,
            SortedMap<String, Totals> provinces) {

        /** Nothing was traded: the file was asked for the commodity and does not list it. */
        static Said none(UploadLogEntry upload) {
            SortedMap<String, Totals> nobody = Collections.unmodifiableSortedMap(new TreeMap<>());
            return new Said(upload, Totals.NONE, nobody, nobody, nobody);
        }
    }
}
