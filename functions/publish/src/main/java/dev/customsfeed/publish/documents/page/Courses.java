package dev.customsfeed.publish.documents.page;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.customsfeed.ledger.Totals;
import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.documents.json.Document;
import dev.customsfeed.publish.documents.json.FigureJson;
import dev.customsfeed.publish.figures.feed.TradeCube;
import dev.customsfeed.publish.figures.trade.Amount;
import dev.customsfeed.publish.figures.trade.MonthlyTotals;
import dev.customsfeed.publish.figures.trade.Partner;
import dev.customsfeed.publish.figures.trade.Span;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Writes {@code page/courses/<product>.json}, and {@code all} for all products together: by each measure, the changes, sums of the year
 * so far and of twelve months of every month, the largest partners with their shares, and as {@code none} the sums and shares of parts without
 * trade. What is held against each other is of one coverage, as in the reports.
 */
final class Courses {

    /** The name of all products together. */
    static final String ALL = "all";

    /** How many partners are drawn over time; more bands than this nobody can tell apart. */
    private static final int PARTNERS = 8;

    private static final int YEAR = 12;

    private final TradeCube cube;
    private final PartnerMonths partners;
    private final Unpriced unpriced;

    private Courses(TradeCube cube, PartnerMonths partners, Unpriced unpriced) {
        this.cube = cube;
        this.partners = partners;
        this.unpriced = unpriced;
    }

    /** One measure: how much an amount has of it, and how it changed since another, in percent. */
    private record Measured(
            String field,
            Function<Amount, OptionalLong> of,
            BiFunction<Amount, Amount, Optional<BigDecimal>> changePct,
            boolean needsPrices) {}

    private static final List<Measured> MEASURES = List.of(
            new Measured("netWeightKg", Amount::netWeightKg, Amount::changePct, false),
            new Measured("value", Amount::value, Amount::valueChangePct, false),
            new Measured("unitValuePerTonne", Amount::unitValuePerTonne, Amount::unitValueChangePct, true));

    /** The documents, by the product's id, that of all products together last. */
    static Map<String, Document> documents(TradeCube cube, PartnerMonths partners, Unpriced unpriced) {
        Courses courses = new Courses(cube, partners, unpriced);
        Map<String, Document> documents = new LinkedHashMap<>();
        for (Product product : cube.products().keySet()) {
            documents.put(
                    product.id(),
                    courses.document(product.id(), cube.products().get(product).totals(), partners.of(product)));
        }
        documents.put(ALL, courses.document(ALL, cube.total(), partners.total()));
        return documents;
    }

    private Document document(String product, MonthlyTotals totals, Map<Partner, List<Optional<Totals>>> withPartners) {
        Whole whole = Whole.of(cube.months(), totals, unpriced.of(product, cube.months()));
        return Document.namedByContent(
                "page/courses/" + product + ".json", "application/json", FigureJson.object(json -> {
                    json.writeStringField("product", product);
                    MonthLists lists = new MonthLists(json);
                    Map<Span, Amount> amounts = new HashMap<>();
                    for (Measured measure : MEASURES) {
                        course(json, lists, product, totals, amounts, measure);
                    }
                    partners(json, lists, totals, whole, withPartners);
                    json.writeObjectFieldStart("none");
                    new PartSums(whole.none(), whole).write(json, 0);
                    json.writeEndObject();
                }));
    }

    private void course(
            JsonGenerator json,
            MonthLists lists,
            String product,
            MonthlyTotals totals,
            Map<Span, Amount> amounts,
            Measured measure)
            throws IOException {
        List<YearMonth> months = cube.months();
        Function<Span, Amount> amount = span -> measure.needsPrices() && unpriced.in(product, span)
                ? Amount.UNKNOWN
                : amounts.computeIfAbsent(span, any -> Amount.of(totals.in(any)));
        BiFunction<Span, Integer, Optional<BigDecimal>> change = (span, back) -> {
            Span base = span.back(back);
            // Nothing where the two are of different coverage: that is no change.
            return totals.coverage(span.last()).equals(totals.coverage(base.last()))
                    ? measure.changePct().apply(amount.apply(span), amount.apply(base))
                    : Optional.empty();
        };
        json.writeObjectFieldStart(measure.field());
        lists.percents("momPct", months, month -> change.apply(Span.of(month), 1));
        lists.percents("yoyPct", months, month -> change.apply(Span.of(month), YEAR));
        lists.wholes("ytd", months.stream().map(month -> measure.of().apply(amount.apply(Span.yearToDate(month)))));
        lists.percents("ytdYoyPct", months, month -> change.apply(Span.yearToDate(month), YEAR));
        lists.wholes("twelveMonths", months.stream().map(month -> measure.of()
                .apply(amount.apply(Span.endingAt(month, YEAR)))));
        json.writeEndObject();
    }

    private void partners(
            JsonGenerator json,
            MonthLists lists,
            MonthlyTotals totals,
            Whole whole,
            Map<Partner, List<Optional<Totals>>> withPartners)
            throws IOException {
        List<Partner> largest = PartnerMonths.largest(withPartners, PARTNERS);
        json.writeArrayFieldStart("partners");
        for (Partner partner : largest) {
            json.writeStartObject();
            json.writeStringField("id", partner.id());
            new FigureJson(json).text("name", partner.name());
            List<Optional<Totals>> months = Objects.requireNonNull(withPartners.get(partner));
            lists.amounts(months, whole.unpriced());
            shares(lists, months, whole.amounts());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectFieldStart("others");
        List<List<Optional<Totals>>> others = withPartners.entrySet().stream()
                .filter(entry -> !largest.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        shares(lists, partners.together(others, totals::coverage), whole.amounts());
        json.writeEndObject();
    }

    private static void shares(MonthLists lists, List<Optional<Totals>> part, List<Amount> whole) throws IOException {
        List<Integer> months = IntStream.range(0, whole.size()).boxed().toList();
        lists.percents(
                "netWeightSharePct", months, month -> Amount.of(part.get(month)).sharePct(whole.get(month)));
        lists.percents(
                "valueSharePct", months, month -> Amount.of(part.get(month)).valueSharePct(whole.get(month)));
    }
}
