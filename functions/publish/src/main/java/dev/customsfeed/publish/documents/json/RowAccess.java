package dev.customsfeed.publish.documents.json;

import dev.customsfeed.publish.figures.rows.RowReader;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Callable;

/**
 * Where the rows of files are read, and what is known of those that were written down before.
 *
 * @param reader reads them
 * @param known what is published of months now
 * @param together does several things at once
 */
public record RowAccess(RowReader reader, Map<YearMonth, Written> known, Together together) {

    /**
     * The rows of a month, written down.
     *
     * @param madeOf says what they were made of: of the same, the same are made again
     * @param digest of the document
     * @param rounding by product, by how many grams the figure is more than the sum of its rows' weights, each of which was rounded to
     *     the gram; without products of which the two are the same
     */
    public record Written(String madeOf, Document.Digest digest, SortedMap<String, Long> rounding) {}

    /** Does several things at once and gives what they gave, in their order. */
    @FunctionalInterface
    public interface Together {

        /** Does {@code tasks}. */
        <T> List<T> all(List<Callable<T>> tasks);
    }

    /** That of rows which {@code reader} gives, one after the other, of which nothing is known. */
    public static RowAccess of(RowReader reader) {
        return new RowAccess(reader, Map.of(), RowAccess::oneByOne);
    }

    /** Without any row. */
    public static RowAccess none() {
        return of(RowReader.none());
    }

    private static <T> List<T> oneByOne(List<Callable<T>> tasks) {
        List<T> done = new ArrayList<>();
        for (Callable<T> task : tasks) {
            try {
                done.add(task.call());
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        return done;
    }

    /** What was written of {@code month}, if it was made of the same. */
    public Optional<Written> known(YearMonth month, String madeOf) {
        return Optional.ofNullable(known.get(month))
                .filter(written -> written.madeOf().equals(madeOf));
    }
}
