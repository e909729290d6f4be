package dev.customsfeed.publish.documents.page;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.customsfeed.ledger.Totals;
import dev.customsfeed.publish.documents.json.Document;
import dev.customsfeed.publish.documents.json.FigureJson;
import dev.customsfeed.publish.figures.feed.TradeCube;
import dev.customsfeed.publish.figures.trade.Amount;
import dev.customsfeed.publish.figures.trade.Coverage;
import dev.customsfeed.publish.figures.trade.MonthlyTotals;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Writes documents of parts of the trade, as that with one partner or under one customs regime is: of each product and of all together the
 * amounts of every month, their sums of the year so far and of twelve months, and their shares in the product or in all together.
 */
final class PartDocuments {

    private static final int YEAR = 12;

    private final List<YearMonth> months;
    private final Map<String, Whole> wholes = new HashMap<>();

    /**
     * What parts are of.
     *
     * @param coverage of each month that is known, a number for each coverage; those of the same alone can be added up
     * @param amounts of each month, known where it is of everybody: of a part of the trade there are no shares
     * @param unpriced of each month, whether it has no unit value
     */
    private record Whole(List<Optional<Integer>> coverage, List<Amount> amounts, List<Boolean> unpriced) {}

    /** Those of the trade that {@code cube} has. */
    PartDocuments(TradeCube cube, Unpriced unpriced) {
        this.months = cube.months();
        cube.products()
                .forEach((product, trade) ->
                        wholes.put(product.id(), whole(trade.totals(), unpriced.of(product.id(), months))));
        wholes.put(Courses.ALL, whole(cube.total(), unpriced.of(Courses.ALL, months)));
    }

    private Whole whole(MonthlyTotals totals, List<Boolean> unpriced) {
        Map<Coverage, Integer> numbers = new HashMap<>();
        List<Optional<Integer>> coverage = months.stream()
                .map(month ->
                        totals.coverage(month).map(known -> numbers.computeIfAbsent(known, any -> numbers.size())))
                .toList();
        List<Amount> amounts = months.stream()
                .map(month -> Amount.of(
                        totals.coverage(month).filter(Coverage::isOfAllParts).flatMap(all -> totals.in(month))))
                .toList();
        return new Whole(coverage, amounts, unpriced);
    }

    /**
     * What is published of some parts.
     *
     * @param amounts of every month: what is drawn first
     * @param sums of the year so far and of twelve months, and shares: more than twice as much
     */
    record OfParts(Document amounts, Document sums) {}

    /**
     * The documents of some parts.
     *
     * @param kind what the parts are, e.g. {@code destinations}: the documents' folder, and what they call them
     * @param group which of them they have
     * @param parts by their ids; of each, by the product's id and of {@code all}, what was traded in each of the feed's months
     */
    OfParts documents(String kind, String group, Map<String, Map<String, List<Optional<Totals>>>> parts) {
        return new OfParts(
                document(kind, group, parts, (json, part, whole) -> new MonthLists(json)
                        .amounts(part, whole.unpriced())),
                document(kind, group + "-sums", parts, this::sums));
    }

    @FunctionalInterface
    private interface Content {
        void write(JsonGenerator json, List<Optional<Totals>> part, Whole whole) throws IOException;
    }

    private Document document(
            String kind, String name, Map<String, Map<String, List<Optional<Totals>>>> parts, Content content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
        try (JsonGenerator json = FigureJson.generator(out)) {
            json.writeStartObject();
            json.writeObjectFieldStart(kind);
            for (Map.Entry<String, Map<String, List<Optional<Totals>>>> part : parts.entrySet()) {
                json.writeObjectFieldStart(part.getKey());
                for (Map.Entry<String, List<Optional<Totals>>> of :
                        part.getValue().entrySet()) {
                    json.writeObjectFieldStart(of.getKey());
                    content.write(json, of.getValue(), Objects.requireNonNull(wholes.get(of.getKey())));
                    json.writeEndObject();
                }
                json.writeEndObject();
            }
            json.writeEndObject();
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Document.namedByContent("page/" + kind + "/" + name + ".json", "application/json", out.toByteArray());
    }

    private void sums(JsonGenerator json, List<Optional<Totals>> part, Whole whole) throws IOException {
        MonthLists lists = new MonthLists(json);
        sums(
                json,
                lists,
                "ytd",
                IntStream.range(0, months.size())
                        .mapToObj(at -> sum(part, whole, at - months.get(at).getMonthValue() + 1, at))
                        .toList());
        sums(
                json,
                lists,
                "twelveMonths",
                IntStream.range(0, months.size())
                        .mapToObj(at -> sum(part, whole, at - YEAR + 1, at))
                        .toList());
        List<Amount> amounts = part.stream().map(Amount::of).toList();
        List<Integer> places = IntStream.range(0, amounts.size()).boxed().toList();
        lists.percents("netWeightSharePct", places, at -> amounts.get(at)
                .sharePct(whole.amounts().get(at)));
        lists.percents("valueSharePct", places, at -> amounts.get(at)
                .valueSharePct(whole.amounts().get(at)));
    }

    private static void sums(JsonGenerator json, MonthLists lists, String field, List<Amount> sums) throws IOException {
        json.writeObjectFieldStart(field);
        lists.wholes("netWeightKg", sums.stream().map(Amount::netWeightKg));
        lists.wholes("value", sums.stream().map(Amount::value));
        lists.wholes("unitValuePerTonne", sums.stream().map(Amount::unitValuePerTonne));
        json.writeEndObject();
    }

    /**
     * The sum over months in a row; nothing is known of it where one is not known, or of another coverage than the last, or where what the
     * part is of has no total since its own parts are of unlike coverage.
     */
    private static Amount sum(List<Optional<Totals>> part, Whole whole, int from, int to) {
        if (from < 0 || whole.coverage().get(to).isEmpty()) {
            return Amount.UNKNOWN;
        }
        Totals sum = Totals.NONE;
        boolean imputed = false;
        for (int at = from; at <= to; at++) {
            Optional<Totals> month = part.get(at);
            if (month.isEmpty()
                    || !whole.coverage().get(at).equals(whole.coverage().get(to))) {
                return Amount.UNKNOWN;
            }
            sum = sum.plus(month.get());
            imputed |= whole.unpriced().get(at);
        }
        return Amount.of(sum).imputed(imputed);
    }
}
