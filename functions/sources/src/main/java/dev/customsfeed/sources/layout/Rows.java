package dev.customsfeed.sources.layout;

import dev.customsfeed.ledger.Flow;
import dev.customsfeed.sources.rejection.Problem;
import java.io.Closeable;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** The data rows of one file, one after the other. What is wrong with them goes to the problems of the {@link Reading}. */
public interface Rows extends Closeable {

    /**
     * Reads the next data row; whether there was one. A row that is wrong is given too, as {@link RowKind#WRONG}, so that all rows
     * are counted. A line may give several rows, one after the other, of which no two that count have the same reporter, flow,
     * commodity and month: records are found by these and the line.
     *
     * @throws IOException if the file cannot be read from disk
     */
    boolean next() throws IOException;

    /** The row that was read last; the same object each time. */
    Row row();

    /**
     * A problem of the row that was read last, in the place where {@code field} stands.
     *
     * @param code short name of the rule that it breaks
     * @param expected what should stand there
     * @param advice what to do about it
     */
    Problem problem(Field field, String code, String expected, String advice);

    /** The layout's name, by what the header has: {@code gacc-zh} for one in Chinese. */
    String layout();

    /** ISO 4217 code of the values. */
    String currency();

    /**
     * Whether the file can have totals over these, by its header; asked before the first row. What it cannot have costs nothing.
     *
     * @param over one of {@link Layout#totals}
     */
    default boolean hasTotalsOver(int over) {
        return true;
    }

    /** Whether the file can have break-downs, by its header; asked before the first row. What it cannot have costs nothing. */
    default boolean hasBreakDowns() {
        return true;
    }

    /** The flow of all rows, where the header says it; asked before the first row. */
    default Optional<Flow> soleFlow() {
        return Optional.empty();
    }

    /**
     * Whether the file tells partners, by its header; asked before the first row. Where it does not, rows of the same codes that have
     * other figures may be trade with other partners.
     */
    default boolean hasPartners() {
        return true;
    }

    /** When the source made these data, if the file says so; asked after the last row. */
    default Optional<String> vintage() {
        return Optional.empty();
    }

    /** What the file calls partners, by code, those that the source's code list has or not; asked after the last row. */
    default SortedMap<String, String> partnerNames() {
        return Collections.emptySortedMap();
    }

    /** What is not wrong but should be known, as sentences; asked after the last row. */
    default List<String> warnings() {
        return List.of();
    }
}
