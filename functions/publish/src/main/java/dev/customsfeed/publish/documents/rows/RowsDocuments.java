package dev.customsfeed.publish.documents.rows;

import dev.customsfeed.ledger.Totals;
import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.documents.json.Document;
import dev.customsfeed.publish.documents.json.Document.Digest;
import dev.customsfeed.publish.documents.json.FeedContent;
import dev.customsfeed.publish.documents.json.Output;
import dev.customsfeed.publish.documents.json.RowAccess;
import dev.customsfeed.publish.documents.json.RowAccess.Written;
import dev.customsfeed.publish.figures.feed.FeedData;
import dev.customsfeed.publish.figures.feed.TradeCube;
import dev.customsfeed.publish.figures.rows.MonthRows;
import dev.customsfeed.sources.Sources;
import dev.customsfeed.sources.layout.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/**
 * The rows behind each month, {@code rows/2025-12.csv}, and {@code rows/index.json}, which says what they add up to. No rows are
 * published of a source whose terms forbid it, and where the feed's definition keeps them back: the index says so.
 */
public final class RowsDocuments implements Output {

    /**
     * How many rows there are of the months that have some, newest first; a definition of very many rows must not keep its feed from being
     * published in the time that the function has.
     */
    static final long MOST_ROWS = 1_000_000;

    /** To be another one whenever the same rows are written in another way. */
    private static final String LAYOUT = "1";

    private static final String FOLDER = "rows/";

    private final long mostRows;

    /** As feeds have them. */
    public RowsDocuments() {
        this(MOST_ROWS);
    }

    RowsDocuments(long mostRows) {
        this.mostRows = mostRows;
    }

    /** Why rows are not published. */
    enum Withheld {
        /** The source's terms forbid it. */
        TERMS("terms"),
        /** The feed's definition says {@code "rows": false}. */
        DEFINITION("definition"),
        /** Newer months have as many rows as are published. */
        TOO_MANY("too-many-rows"),
        /** The table of records does not have the rows that the figures were computed from. */
        NOT_THERE("rows-missing");

        private final String id;

        Withheld(String id) {
            this.id = id;
        }

        String id() {
            return id;
        }
    }

    /**
     * What becomes of a month's rows.
     *
     * @param rows which they are
     * @param written how they are written; empty where they are not
     * @param why they are not; empty where they are
     */
    record OfMonth(MonthRows rows, Optional<Written> written, Optional<Withheld> why) {

        /** Where the rows are, within the feed. */
        String path() {
            return FOLDER + rows.month() + ".csv";
        }
    }

    /** Why no rows of the feed are published at all; empty if they are. */
    static Optional<Withheld> withheld(FeedData data) {
        boolean allowed = Sources.find(data.definition().tradeFlow().source())
                .filter(Source::rowsMayBePublished)
                .isPresent();
        return !allowed
                ? Optional.of(Withheld.TERMS)
                : data.definition().rows() ? Optional.empty() : Optional.of(Withheld.DEFINITION);
    }

    @Override
    public List<Document> of(FeedContent content, List<Document> before) {
        return of(content.data(), content.cube(), content.root(), content.rows(), before);
    }

    /** The same of a feed that is made of {@code data}, which add up to {@code cube}. */
    List<Document> of(FeedData data, TradeCube cube, Optional<String> root, RowAccess access, List<Document> before) {
        List<MonthRows> months = MonthRows.of(data, cube);
        Optional<Withheld> all = withheld(data);
        List<Callable<OfMonth>> tasks = new ArrayList<>();
        long rows = 0;
        for (MonthRows month : months) {
            rows = Math.addExact(rows, month.rows());
            Optional<Withheld> why =
                    all.isPresent() ? all : rows > mostRows ? Optional.of(Withheld.TOO_MANY) : Optional.empty();
            tasks.add(() -> why.isPresent()
                    ? new OfMonth(month, Optional.empty(), why)
                    : written(month, access)
                            .map(found -> new OfMonth(month, Optional.of(found), Optional.empty()))
                            .orElseGet(() -> new OfMonth(month, Optional.empty(), Optional.of(Withheld.NOT_THERE))));
        }
        List<OfMonth> done = access.together().all(tasks);
        List<Document> documents = new ArrayList<>();
        for (OfMonth month : done) {
            month.written()
                    .ifPresent(written -> documents.add(Document.streamed(
                            month.path(),
                            "text/csv; charset=utf-8",
                            written.digest(),
                            () -> RowsCsv.open(month.rows(), access.reader(), row -> {}))));
        }
        documents.add(RowsIndex.document(data.definition(), root, all, done, before));
        return documents;
    }

    /** What is written of a month: known, or found out by reading it; empty where the rows are not those of the figures. */
    private static Optional<Written> written(MonthRows month, RowAccess access) {
        String madeOf = madeOf(month);
        Optional<Written> known = access.known(month.month(), madeOf);
        return known.isPresent() ? known : read(month, access, madeOf);
    }

    private static String madeOf(MonthRows month) {
        String basis = LAYOUT + "\n" + String.join("\n", month.basis());
        return Document.hash16(basis.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<Written> read(MonthRows month, RowAccess access, String madeOf) {
        Map<String, Totals> sums = new HashMap<>();
        MessageDigest sha256 = digest("SHA-256");
        MessageDigest md5 = digest("MD5");
        long length = 0;
        try (InputStream csv = RowsCsv.open(
                month, access.reader(), row -> sums.merge(row.product().id(), Totals.of(row.row()), Totals::plus))) {
            byte[] some = new byte[1 << 16];
            for (int read = csv.read(some); read >= 0; read = csv.read(some)) {
                sha256.update(some, 0, read);
                md5.update(some, 0, read);
                length += read;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Digest digest = new Digest(
                length,
                HexFormat.of().formatHex(sha256.digest()),
                HexFormat.of().formatHex(md5.digest()));
        return rounding(month, sums).map(rounding -> new Written(madeOf, digest, rounding));
    }

    /** By how much the figures are more than {@code sums}, by product; empty if that is not what is rounded in each row. */
    private static Optional<SortedMap<String, Long>> rounding(MonthRows month, Map<String, Totals> sums) {
        SortedMap<String, Long> rounding = new TreeMap<>();
        for (Map.Entry<Product, Totals> figure : month.figures().entrySet()) {
            String product = figure.getKey().id();
            Totals shown = figure.getValue();
            Totals sum = sums.getOrDefault(product, Totals.NONE);
            long grams = shown.reportedNetWeightGrams() - sum.reportedNetWeightGrams();
            boolean same = shown.rows() == sum.rows()
                    && shown.rowsWithoutNetWeight() == sum.rowsWithoutNetWeight()
                    && shown.valueThousandths() == sum.valueThousandths();
            if (!same || Math.abs(grams) > shown.rows()) {
                return Optional.empty();
            }
            if (grams != 0) {
                rounding.put(product, grams);
            }
        }
        return Optional.of(Collections.unmodifiableSortedMap(rounding));
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
