package dev.customsfeed.publish.figures.rows;

import dev.customsfeed.ledger.CustomsRecord;
import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.Series;
import java.time.YearMonth;
import java.util.stream.Stream;

/** Reads rows of customs files. */
@FunctionalInterface
public interface RowReader {

    /**
     * The rows of one commodity's month in one file version, in the order of their lines, read as they are asked for. May be called by
     * several threads at once.
     */
    Stream<CustomsRecord> rows(Series series, YearMonth month, ObjectVersion file);

    /** Has no row of any file. */
    static RowReader none() {
        return (series, month, file) -> Stream.empty();
    }
}
