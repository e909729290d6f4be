package dev.customsfeed.ledger.tables;

import dev.customsfeed.ledger.CustomsRecord;
import dev.customsfeed.ledger.Series;
import java.time.YearMonth;

/**
 * A row together with the file version that it stands in.
 *
 * @param versionId S3's version id of the file
 * @param row the row as reported
 */
public record StoredRecord(String versionId, CustomsRecord row) {

    /** The partition that a commodity's month has: {@code gacc/CN/export/USD/81041100/2025-12}. */
    public static String month(Series series, YearMonth period) {
        return series.key() + "/" + period;
    }

    /** The partition that the row lies in. */
    public String month() {
        return month(row.series(), row.period());
    }

    /** Where it lies there: {@code <version>#<line, nine digits>}. A retry of the same version overwrites itself. */
    public String entry() {
        String line = Long.toString(row.line());
        return versionId + "#" + "0".repeat(Math.max(0, 9 - line.length())) + line;
    }
}
