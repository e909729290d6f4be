package dev.customsfeed.publish.documents.page;

import dev.customsfeed.ledger.Totals;
import dev.customsfeed.publish.documents.json.Document;
import dev.customsfeed.publish.documents.json.FigureJson;
import dev.customsfeed.publish.documents.json.Kept;
import dev.customsfeed.publish.figures.feed.TradeCube;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes documents of parts of the trade, as that with one partner or under one customs regime is: of each product and of all together the
 * amounts of every month, and by calendar year their sums and shares, {@link PartSums}, so that a new month changes those of one year.
 */
final class PartDocuments {

    /** How many months a sum reaches back from its last. */
    private static final int REACH = 11;

    private final List<YearMonth> months;
    private final Map<String, Whole> wholes;
    private final Kept kept;
    private final List<OfYear> years = new ArrayList<>();

    /**
     * A calendar year of the feed, and what its sums are made of.
     *
     * @param months its own
     * @param from the place of the oldest month that its sums reach back to
     * @param to that of the month after its last
     * @param wholes from the month at {@code from} on, by the product's id, and {@code all}
     * @param none what a part has of each without trade in any of these months
     */
    private record OfYear(
            List<YearMonth> months, int from, int to, Map<String, Whole> wholes, Map<String, PlainMonths> none) {

        int year() {
            return months.get(0).getYear();
        }

        /** How many months there are before its own. */
        int before() {
            return to - from - months.size();
        }
    }

    /** Those of the trade that {@code cube} has. */
    PartDocuments(TradeCube cube, Unpriced unpriced, Kept kept) {
        this(cube.months(), wholes(cube, unpriced), kept);
    }

    /** Those of parts of {@code wholes}, by the product's id, and {@code all}. */
    PartDocuments(List<YearMonth> months, Map<String, Whole> wholes, Kept kept) {
        this.months = months;
        this.wholes = wholes;
        this.kept = kept;
        int first = 0;
        for (int to = 1; to <= months.size(); to++) {
            if (to == months.size()
                    || months.get(to).getYear() != months.get(first).getYear()) {
                years.add(ofYear(first, to));
                first = to;
            }
        }
    }

    private OfYear ofYear(int first, int to) {
        int from = Math.max(0, first - REACH);
        Map<String, Whole> within = new LinkedHashMap<>();
        Map<String, PlainMonths> none = new LinkedHashMap<>();
        wholes.forEach((product, whole) -> {
            Whole some = whole.within(from, first, to);
            within.put(product, some);
            none.put(product, some.none());
        });
        return new OfYear(months.subList(first, to), from, to, within, none);
    }

    private static Map<String, Whole> wholes(TradeCube cube, Unpriced unpriced) {
        Map<String, Whole> wholes = new LinkedHashMap<>();
        cube.products()
                .forEach((product, trade) -> wholes.put(
                        product.id(),
                        Whole.of(cube.months(), trade.totals(), unpriced.of(product.id(), cube.months()))));
        wholes.put(Courses.ALL, Whole.of(cube.months(), cube.total(), unpriced.of(Courses.ALL, cube.months())));
        return wholes;
    }

    /**
     * What is published of some parts.
     *
     * @param amounts of every month: what is drawn first
     * @param sums of the year so far and of twelve months, and shares, by calendar year: together more than twice as much. A year in which
     *     none of the parts had trade, nor in the eleven months before, has no document; a part or product without it is not in that of the
     *     year. What the sums then are stands in the courses
     */
    record OfParts(Document amounts, SortedMap<Integer, Document> sums) {

        /** All of them. */
        List<Document> documents() {
            List<Document> all = new ArrayList<>();
            all.add(amounts);
            all.addAll(sums.values());
            return all;
        }
    }

    /**
     * The documents of some parts.
     *
     * @param kind what the parts are, e.g. {@code destinations}: the documents' folder, and what they call them
     * @param group which of them they have
     * @param parts by their ids; of each, by the product's id and of {@code all}, what was traded in each of the feed's months
     */
    OfParts documents(String kind, String group, Map<String, Map<String, List<Optional<Totals>>>> parts) {
        SortedMap<Integer, Document> sums = new TreeMap<>();
        for (OfYear year : years) {
            List<Part> traded = traded(year, parts);
            if (!traded.isEmpty()) {
                String path = "page/" + kind + "/" + group + "-sums/" + year.year() + ".json";
                MadeOf madeOf = new MadeOf(year.before(), year.wholes(), traded);
                sums.put(
                        year.year(), kept.document(path, madeOf, madeOf.bytes(), () -> sums(kind, path, year, traded)));
            }
        }
        return new OfParts(amounts(kind, group, parts), Collections.unmodifiableSortedMap(sums));
    }

    /** A part, and what was traded of each product. */
    private record Part(String id, List<OfProduct> products) {}

    private record OfProduct(String product, PlainMonths months) {}

    /**
     * All that the sums of a year are made of.
     *
     * @param before how many months there are before the year's own
     */
    private record MadeOf(int before, Map<String, Whole> wholes, List<Part> parts) {

        /** Of the parts alone: others that are about the year have the wholes too. */
        long bytes() {
            return parts.stream()
                    .flatMap(part -> part.products().stream())
                    .mapToLong(product -> product.months().bytes())
                    .sum();
        }
    }

    /** The parts and products with trade in the months of {@code year} and those that its sums reach back to, or of which that is not known. */
    private static List<Part> traded(OfYear year, Map<String, Map<String, List<Optional<Totals>>>> parts) {
        List<Part> traded = new ArrayList<>();
        parts.forEach((part, byProduct) -> {
            List<OfProduct> products = new ArrayList<>();
            byProduct.forEach((product, all) -> {
                PlainMonths months = PlainMonths.of(all.subList(year.from(), year.to()));
                if (!months.equals(Objects.requireNonNull(year.none().get(product)))) {
                    products.add(new OfProduct(product, months));
                }
            });
            if (!products.isEmpty()) {
                traded.add(new Part(part, products));
            }
        });
        return traded;
    }

    private static Document sums(String kind, String path, OfYear year, List<Part> parts) {
        return Document.namedByContent(path, "application/json", FigureJson.object(json -> {
            json.writeArrayFieldStart("months");
            for (YearMonth month : year.months()) {
                json.writeString(month.toString());
            }
            json.writeEndArray();
            json.writeObjectFieldStart(kind);
            for (Part part : parts) {
                json.writeObjectFieldStart(part.id());
                for (OfProduct of : part.products()) {
                    json.writeObjectFieldStart(of.product());
                    new PartSums(
                                    of.months(),
                                    Objects.requireNonNull(year.wholes().get(of.product())))
                            .write(json, year.before());
                    json.writeEndObject();
                }
                json.writeEndObject();
            }
            json.writeEndObject();
        }));
    }

    private Document amounts(String kind, String group, Map<String, Map<String, List<Optional<Totals>>>> parts) {
        return Document.namedByContent(
                "page/" + kind + "/" + group + ".json", "application/json", FigureJson.object(json -> {
                    MonthLists lists = new MonthLists(json);
                    json.writeObjectFieldStart(kind);
                    for (Map.Entry<String, Map<String, List<Optional<Totals>>>> part : parts.entrySet()) {
                        json.writeObjectFieldStart(part.getKey());
                        for (Map.Entry<String, List<Optional<Totals>>> of :
                                part.getValue().entrySet()) {
                            json.writeObjectFieldStart(of.getKey());
                            lists.amounts(
                                    of.getValue(),
                                    Objects.requireNonNull(wholes.get(of.getKey()))
                                            .unpriced());
                            json.writeEndObject();
                        }
                        json.writeEndObject();
                    }
                    json.writeEndObject();
                }));
    }
}
