package dev.customsfeed.publish.figures.report;

import dev.customsfeed.publish.figures.report.TradeFiles.Row;
import java.time.YearMonth;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Any customs files of {@link Feeds#metals()}: full of gaps, with an overwritten one among them, some of them parts of months. */
public final class AnyTradeFiles {

    private AnyTradeFiles() {}

    /** One to four files of at most {@code rows} rows each, over {@code months} months. */
    public static Arbitrary<TradeFiles> of(int months, int rows) {
        Arbitrary<String> folder = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.just("incoming/gacc/flow=export/hs=1000+2000/")),
                Tuple.of(4, Arbitraries.just("incoming/gacc/flow=export/")),
                Tuple.of(1, Arbitraries.just("incoming/gacc/flow=export/hs=1000+2000/province=44/")),
                Tuple.of(1, Arbitraries.just("incoming/gacc/flow=export/province=31/")),
                Tuple.of(1, Arbitraries.just("incoming/gacc/flow=export/hs=1000/regime=10/")));
        return Combinators.combine(folder, rows(months, rows))
                .as(File::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(AnyTradeFiles::uploaded);
    }

    /** At most {@code rows} rows of a file, over {@code months} months. */
    public static Arbitrary<List<Row>> rows(int months, int rows) {
        return Combinators.combine(
                        Arbitraries.of("10000001", "20000001", "20000002"),
                        Arbitraries.integers().between(0, months - 1).map(i -> YearMonth.of(2023, 6)
                                .plusMonths(i)),
                        Arbitraries.of("111", "116", "142", "207", "304", "312", "502", "701", "987"),
                        Arbitraries.frequencyOf(
                                Tuple.of(20, Arbitraries.longs().between(0, 5_000_000)),
                                Tuple.of(1, Arbitraries.just(-1L))),
                        Arbitraries.longs().between(0, 9_000_000))
                .as(Row::new)
                .list()
                .ofMaxSize(rows);
    }

    private record File(String folder, List<Row> rows) {}

    private static TradeFiles uploaded(List<File> files) {
        TradeFiles uploaded = new TradeFiles(Feeds.metals());
        for (int i = 0; i < files.size(); i++) {
            // The second file takes the key of the first: an overwrite.
            String key = files.get(i).folder() + Math.max(i, 1) + ".csv";
            uploaded.put(key, files.get(i).rows());
        }
        return uploaded;
    }
}
