package dev.customsfeed.publish.figures.rows;

import dev.customsfeed.ledger.CommodityMonth;
import dev.customsfeed.ledger.CommodityMonth.Said;
import dev.customsfeed.ledger.CustomsRecord;
import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.Part;
import dev.customsfeed.ledger.Series;
import dev.customsfeed.ledger.Totals;
import dev.customsfeed.ledger.Valuation;
import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.figures.feed.FeedData;
import dev.customsfeed.publish.figures.feed.TradeCube;
import dev.customsfeed.publish.figures.feed.Valuations;
import dev.customsfeed.publish.figures.trade.PartnerCodes;
import dev.customsfeed.publish.figures.trade.Reporters;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which rows of which files the figures of a feed's month add up from: of each product whose month is known, those of the files that
 * count; of a group of reporters, without what its members traded with each other.
 */
public final class MonthRows {

    private final YearMonth month;
    private final List<OfFile> files;
    private final Map<Product, Totals> figures;
    private final Reporters reporters;
    private final PartnerCodes codes;
    private final Optional<Valuation> usual;

    /** The rows of one commodity in one file, all of them or those of one part. */
    private record OfFile(Product product, Series series, Said said) {

        /** The row with the code that its file is limited to, where the file has no column of it: it counts under that code. */
        CustomsRecord told(CustomsRecord row) {
            return said.part().map(part -> told(row, part)).orElse(row);
        }

        private static CustomsRecord told(CustomsRecord row, Part part) {
            return switch (part.dimension()) {
                case PARTNER -> row.partner().isEmpty() ? row.withPartner(part.value()) : row;
                case PROVINCE, REGIME -> {
                    SortedMap<String, String> dimensions = new TreeMap<>(row.dimensions());
                    yield dimensions.putIfAbsent(part.dimension().id(), part.value()) == null
                            ? row.withDimensions(dimensions)
                            : row;
                }
                case PAGE -> row;
            };
        }

        /** Of a file that was limited to one part, all rows are of it; of one of several, those that carry its code. */
        boolean has(CustomsRecord row) {
            if (said.part().isEmpty() || said.file().contents().parts().size() == 1) {
                return true;
            }
            Part part = said.part().get();
            String code =
                    switch (part.dimension()) {
                        case PARTNER -> row.partner();
                        case PROVINCE -> row.dimensions().get(CustomsRecord.PROVINCE);
                        case REGIME -> row.dimensions().get(CustomsRecord.REGIME);
                        case PAGE -> part.value();
                    };
            return part.value().equals(code);
        }
    }

    private MonthRows(
            YearMonth month,
            List<OfFile> files,
            Map<Product, Totals> figures,
            Reporters reporters,
            PartnerCodes codes,
            Optional<Valuation> usual) {
        this.month = month;
        this.files = files;
        this.figures = figures;
        this.reporters = reporters;
        this.codes = codes;
        this.usual = usual;
    }

    /**
     * Those of each month of a feed, newest first.
     *
     * @param cube what {@code data} add up to
     */
    public static List<MonthRows> of(FeedData data, TradeCube cube) {
        Reporters reporters = data.reporters();
        PartnerCodes codes = data.partnerCodes();
        Optional<Valuation> usual = Valuations.usual(data.definition());
        List<MonthRows> months = new ArrayList<>();
        for (YearMonth month : data.periods().descendingSet()) {
            List<OfFile> files = new ArrayList<>();
            Map<Product, Totals> figures = new LinkedHashMap<>();
            cube.products().forEach((product, trade) -> trade.totals().in(month).ifPresent(totals -> {
                figures.put(product, totals);
                for (String commodity : product.hs()) {
                    for (String reporter : reporters.all()) {
                        Series series = data.definition().series(reporter, commodity);
                        CommodityMonth known = data.monthsOf(series).get(month);
                        if (known != null) {
                            known.counts().said().stream()
                                    .filter(said -> said.totals().rows() > 0)
                                    .forEach(said -> files.add(new OfFile(product, series, said)));
                        }
                    }
                }
            }));
            months.add(new MonthRows(month, files, Collections.unmodifiableMap(figures), reporters, codes, usual));
        }
        return months;
    }

    /** The month. */
    public YearMonth month() {
        return month;
    }

    /** What the rows of each product add up to, of the products whose month is known, in the order of the feed's definition. */
    public Map<Product, Totals> figures() {
        return figures;
    }

    /** How many rows there are; of a group of reporters, without those among its members. */
    public long rows() {
        return figures.values().stream().mapToLong(Totals::rows).sum();
    }

    /** What the value of one of the rows includes: what it says itself, or else, as for figures, what values of the source do. */
    public Optional<Valuation> valuation(CustomsRecord row) {
        return row.valuation().or(() -> usual);
    }

    /**
     * The rows, one after the other as they are asked for: by product, commodity, reporter and file, oldest upload first, in the order of
     * their lines.
     */
    public Iterator<RowBehind> read(RowReader reader) {
        Iterator<OfFile> left = files.iterator();
        // A stream of streams that is read by an iterator holds all rows of a file.
        return new Iterator<>() {
            private Iterator<RowBehind> rows = Collections.emptyIterator();

            @Override
            public boolean hasNext() {
                while (!rows.hasNext() && left.hasNext()) {
                    rows = read(reader, left.next()).iterator();
                }
                return rows.hasNext();
            }

            @Override
            public RowBehind next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return rows.next();
            }
        };
    }

    private Stream<RowBehind> read(RowReader reader, OfFile of) {
        return reader.rows(of.series(), month, of.said().object())
                .filter(of::has)
                .map(of::told)
                .map(row -> new RowBehind(of.product(), of.said().object(), row, codes.partner(row.partner())))
                .filter(row -> !reporters.isMember(row.partner()));
    }

    /** The names that the rows' codes of a dimension have, in English: see {@link PartnerCodes#name}. */
    public String name(String dimension, String code) {
        return codes.name(dimension, code, "en");
    }

    /**
     * All that the rows depend on, in lines: the files that they stand in, which never change, and what their codes are called. Months
     * of which it is the same have the same rows.
     */
    public List<String> basis() {
        List<String> lines = new ArrayList<>();
        SortedSet<String> partners = new TreeSet<>();
        SortedMap<String, SortedSet<String>> others = new TreeMap<>();
        for (OfFile of : files) {
            ObjectVersion file = of.said().object();
            lines.add(String.join(
                    "\t",
                    of.product().id(),
                    of.series().key(),
                    file.object(),
                    file.versionId(),
                    of.said().part().map(Part::id).orElse("")));
            partners.addAll(of.said().partners().keySet());
            of.said().splits().forEach((dimension, split) -> others.computeIfAbsent(dimension, any -> new TreeSet<>())
                    .addAll(split.keySet()));
        }
        for (String code : partners) {
            lines.add(String.join(
                    "\t",
                    code,
                    codes.partner(code).id(),
                    codes.partner(code).name().in("en"),
                    Boolean.toString(reporters.isMember(codes.partner(code)))));
        }
        others.forEach((dimension, all) ->
                all.forEach(code -> lines.add(String.join("\t", dimension, code, name(dimension, code)))));
        return lines;
    }

    /** The files that the rows stand in, each once. */
    public List<ObjectVersion> objects() {
        return files.stream().map(of -> of.said().object()).distinct().toList();
    }

    /** The figures of all products together; empty if there is none. */
    public Optional<Totals> total() {
        return figures.values().stream().reduce(Totals::plus);
    }
}
