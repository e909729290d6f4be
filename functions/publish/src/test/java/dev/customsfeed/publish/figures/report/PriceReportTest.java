package dev.customsfeed.publish.figures.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.QuotationContents;
import dev.customsfeed.ledger.Quoted;
import dev.customsfeed.ledger.Quoted.License;
import dev.customsfeed.ledger.Upload;
import dev.customsfeed.ledger.UploadHistory;
import dev.customsfeed.ledger.UploadLogEntry.Quotations;
import dev.customsfeed.ledger.UploadOrder;
import dev.customsfeed.ledger.WeightUnit;
import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.publish.documents.FeedDocuments;
import dev.customsfeed.publish.documents.KnownDocuments;
import dev.customsfeed.publish.documents.json.Document;
import dev.customsfeed.publish.documents.json.RowAccess;
import dev.customsfeed.publish.figures.feed.FeedData;
import dev.customsfeed.publish.figures.price.FeedPrices;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A product's unit value beside a price, as it is published; numbers by hand. */
class PriceReportTest {

    private static final FeedDefinition FEED = Feeds.read("metals", """
            {"id": "metals", "title": {"en": "Metals"}, "source": "gacc", "reporter": "CN", "flow": "export", "currency": "USD",
             "products": [
               {"id": "bar", "hs": ["10000001"], "name": {"en": "Bar", "zh": "棒"}},
               {"id": "rod", "hs": ["20000001"], "name": {"en": "Rod"}}],
             "prices": [{"id": "bar-spot", "product": "bar", "name": {"en": "the spot price of bars", "zh": "棒现货价"}}]}
            """);

    private final List<Quotations> log = new ArrayList<>();
    private final Map<Quotations, NavigableMap<LocalDate, BigDecimal>> observations = new HashMap<>();
    private TradeFiles files = new TradeFiles(FEED)
            .put("incoming/gacc/flow=export/a.csv", "10000001 2025-12 111 1000 2100", "20000001 2025-12 111 1000 900");

    private static Quoted price(String tax, WeightUnit unit, License license) {
        return new Quoted.Price("bar-spot", "CNY", unit, new BigDecimal(tax), Optional.of("exw"), license);
    }

    private PriceReportTest quote(Quoted quoted, String... daysAndValues) {
        NavigableMap<LocalDate, BigDecimal> days = new TreeMap<>();
        for (int i = 0; i < daysAndValues.length; i += 2) {
            days.put(LocalDate.parse(daysAndValues[i]), new BigDecimal(daysAndValues[i + 1]));
        }
        SortedMap<YearMonth, String> months = new TreeMap<>();
        days.forEach((day, value) -> months.merge(YearMonth.from(day), quoted + " " + value, String::concat));
        Instant then = Instant.parse("2026-01-02T00:00:00Z").plusSeconds(log.size());
        Quotations file = new Quotations(
                new Upload(new ObjectVersion("b", "f" + log.size(), "v"), new UploadOrder(then, "", then)),
                new QuotationContents(quoted, days.size(), months, "00"));
        log.add(file);
        observations.put(file, days);
        return this;
    }

    private FeedData data() {
        return files.data().with(FeedPrices.of(FEED, UploadHistory.of(log), observations::get));
    }

    private Map<String, Document> documents() {
        Map<String, Document> documents = new TreeMap<>();
        FeedDocuments.of(data(), Optional.of("https://example.org"), KnownDocuments.none(), RowAccess.none())
                .forEach(document -> documents.put(document.path(), document));
        documents.values().stream()
                .filter(document -> document.path().startsWith("reports/"))
                .forEach(Schemas::check);
        return documents;
    }

    private JsonNode report() throws Exception {
        return new JsonMapper()
                .readTree(documents().get("reports/2025-12.json").text())
                .at("/products/0");
    }

    private String article(String language) throws Exception {
        return new JsonMapper()
                .readTree(documents()
                        .get("feed" + (language.equals("en") ? "" : "." + language) + ".json")
                        .text())
                .at("/items/0/content_html")
                .asText();
    }

    private static List<String> notes(JsonNode report) {
        return report.path("notes").findValuesAsText("code").stream()
                .filter(code -> code.contains("price") || code.contains("rate-") || code.contains("quot"))
                .toList();
    }

    @Test
    void by_hand_the_unit_value_lies_five_percent_above_the_price_without_tax() throws Exception {
        quote(price("13", WeightUnit.T, License.OPEN), "2025-12-01", "15820")
                .quote(new Quoted.Rate("USD", "CNY"), "2025-12-01", "7.00");

        JsonNode price = report().path("price");

        assertThat(price)
                .hasToString("{\"id\":\"bar-spot\",\"name\":{\"en\":\"the spot price of bars\",\"zh\":\"棒现货价\"},"
                        + "\"license\":\"open\",\"comparison\":{\"direction\":\"above\",\"gapClass\":\"from-5-to-15\"},"
                        + "\"lag\":{\"none\":\"too-short\",\"needed\":24,\"there\":0},\"basis\":\"exw\",\"observations\":1,"
                        + "\"monthAverage\":{\"value\":15820,\"currency\":\"CNY\",\"unit\":\"t\",\"taxPct\":13},\"exTax\":14000,"
                        + "\"rate\":7,\"inFeedCurrency\":2000,\"unitValuePerTonne\":2100,\"gapPct\":5.0}");
        assertThat(notes(report())).isEmpty();
    }

    @Test
    void a_price_stands_beside_its_own_product_alone_and_changes_the_date_of_the_report() throws Exception {
        assertThat(files.report("2025-12").lastChanged()).isEqualTo("2026-01-01T00:00:01Z");
        quote(price("13", WeightUnit.T, License.OPEN), "2025-12-01", "15820")
                .quote(new Quoted.Rate("USD", "CNY"), "2025-12-01", "7.00");

        MonthReport report = Reports.of(data()).get(0);
        assertThat(report.lastChanged()).isEqualTo("2026-01-02T00:00:01Z");
        assertThat(report.products().get(0).price()).isPresent();
        assertThat(report.products().get(1).price()).isEmpty();
        assertThat(Reports.of(files.put("incoming/gacc/flow=export/b.csv", "10000001 2025-12 111 1000 2100")
                                .data()
                                .with(FeedPrices.of(FEED, UploadHistory.of(List.copyOf(log)), observations::get)))
                        .get(0)
                        .lastChanged())
                .isEqualTo("2026-01-02T00:00:01Z");
    }

    @Test
    void tax_that_is_left_in_turns_the_sign() throws Exception {
        quote(price("0", WeightUnit.T, License.OPEN), "2025-12-01", "15820")
                .quote(new Quoted.Rate("USD", "CNY"), "2025-12-01", "7.00");

        assertThat(report().at("/price/gapPct").decimalValue()).isEqualByComparingTo("-7.08");
        assertThat(report().at("/price/comparison/direction").asText()).isEqualTo("below");
    }

    @Test
    void kilograms_and_pounds_are_made_tonnes_and_a_rate_may_be_the_other_way_round() throws Exception {
        quote(price("13", WeightUnit.KG, License.OPEN), "2025-12-01", "15.82")
                .quote(new Quoted.Rate("CNY", "USD"), "2025-12-01", "0.125");
        assertThat(report().at("/price/inFeedCurrency").decimalValue()).isEqualByComparingTo("1750");

        log.clear();
        quote(price("0", WeightUnit.LB, License.OPEN), "2025-12-01", "4.5359237")
                .quote(new Quoted.Rate("USD", "CNY"), "2025-12-01", "5");
        assertThat(report().at("/price/inFeedCurrency").decimalValue()).isEqualByComparingTo("2000");
    }

    @Test
    void what_lacks_is_said_in_a_note_and_nothing_is_compared() throws Exception {
        assertThat(notes(report())).containsExactly("price-missing");
        quote(price("13", WeightUnit.T, License.OPEN), "2025-12-01", "15820");
        assertThat(notes(report())).containsExactly("rate-missing");
        assertThat(report().at("/price/comparison/none").asText()).isEqualTo("not-quoted");
        assertThat(report().at("/price").has("gapPct")).isFalse();
        quote(new Quoted.Rate("USD", "CNY"), "2025-12-01", "7");
        assertThat(notes(report())).isEmpty();

        quote(price("13", WeightUnit.KG, License.OPEN), "2025-12-01", "15820");
        assertThat(notes(report()))
                .as("by the kilogram it is a thousand times as dear")
                .containsExactly("price-not-comparable");
        assertThat(report().at("/price/comparison/none").asText()).isEqualTo("other-magnitude");

        quote(price("13", WeightUnit.T, License.OPEN), days(9));
        assertThat(notes(report())).as("nine days are no month of daily prices").containsExactly("quotations-too-few");
        quote(price("13", WeightUnit.T, License.OPEN), days(10));
        assertThat(notes(report())).isEmpty();
        assertThat(report().at("/price/observations").asInt()).isEqualTo(10);
    }

    private static String[] days(int count) {
        List<String> days = new ArrayList<>();
        for (int day = 1; day <= count; day++) {
            days.add(String.format(Locale.ROOT, "2025-12-%02d", day));
            days.add("15820");
        }
        return days.toArray(String[]::new);
    }

    @Test
    void a_unit_value_of_made_up_quantities_is_held_against_nothing() throws Exception {
        List<String> rows = new ArrayList<>();
        for (String partner : List.of("111", "116", "133", "143", "304")) {
            rows.add("10000001 2025-12 " + partner + " 10000 21000");
        }
        files = new TradeFiles(FEED).put("incoming/gacc/flow=export/a.csv", rows.toArray(String[]::new));
        quote(price("13", WeightUnit.T, License.OPEN), "2025-12-01", "15820")
                .quote(new Quoted.Rate("USD", "CNY"), "2025-12-01", "7.00");

        assertThat(report().at("/price/comparison/none").asText()).isEqualTo("quantity-imputed");
        assertThat(notes(report())).containsExactly("price-not-comparable");
    }

    /** The numbers of this test, and all that they can be computed from: mean, without tax, in dollars, gap and rate. */
    @Test
    void nothing_that_is_published_gives_a_private_price_away() throws Exception {
        // Mean 16,103; without 13% tax 14,250.44; at 7.3 CNY 1,952.11 USD; the unit value of 2,100 lies 7.58% above.
        quote(price("13", WeightUnit.T, License.PRIVATE), "2025-12-01", "16103")
                .quote(new Quoted.Rate("USD", "CNY"), "2025-12-01", "7.3");
        assertThat(report().path("price"))
                .hasToString("{\"id\":\"bar-spot\",\"name\":{\"en\":\"the spot price of bars\",\"zh\":\"棒现货价\"},"
                        + "\"license\":\"private\",\"comparison\":{\"direction\":\"above\",\"gapClass\":\"from-5-to-15\"},"
                        + "\"lag\":{\"none\":\"too-short\",\"needed\":24,\"there\":0}}");
        Map<String, Document> closed = documents();

        log.clear();
        quote(price("13", WeightUnit.T, License.OPEN), "2025-12-01", "16103")
                .quote(new Quoted.Rate("USD", "CNY"), "2025-12-01", "7.3");
        String open = documents().get("reports/2025-12.json").text();

        for (String number : List.of("16103", "16,103", "14250", "14,250", "1952.1", "1,952", "7.58", "7.3")) {
            assertThat(closed.values())
                    .filteredOn(document -> !document.path().matches(".*\\.(js|css|svg)"))
                    .hasSizeGreaterThan(8)
                    .allSatisfy(document ->
                            assertThat(document.text()).as(document.path()).doesNotContain(number));
        }
        assertThat(open).as("the same looked for where it is").contains("16103", "14250", "1952.1", "7.58", "7.3");
    }

    @Test
    void two_private_prices_of_one_class_are_told_in_the_same_bytes() throws Exception {
        quote(price("13", WeightUnit.T, License.PRIVATE), "2025-12-01", "15820")
                .quote(new Quoted.Rate("USD", "CNY"), "2025-12-01", "7");
        Map<String, String> one = texts();
        log.clear();
        quote(price("13", WeightUnit.T, License.PRIVATE), "2025-12-01", "14800")
                .quote(new Quoted.Rate("USD", "CNY"), "2025-12-01", "7.1");

        assertThat(texts()).isEqualTo(one);
    }

    @Test
    void a_private_price_that_is_the_very_unit_value_is_not_told_by_that() throws Exception {
        // 2,100 times 7, with 13% tax.
        quote(price("13", WeightUnit.T, License.PRIVATE), "2025-12-01", "16611")
                .quote(new Quoted.Rate("USD", "CNY"), "2025-12-01", "7");
        Map<String, String> equal = texts();
        log.clear();
        quote(price("13", WeightUnit.T, License.PRIVATE), "2025-12-01", "16700")
                .quote(new Quoted.Rate("USD", "CNY"), "2025-12-01", "7");
        assertThat(texts()).isEqualTo(equal);
        log.clear();
        quote(price("13", WeightUnit.T, License.OPEN), "2025-12-01", "16611")
                .quote(new Quoted.Rate("USD", "CNY"), "2025-12-01", "7");
        assertThat(report().at("/price/comparison/direction").asText()).isEqualTo("equal");
    }

    private Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        documents().forEach((path, document) -> texts.put(path, document.text()));
        return texts;
    }

    @Test
    void an_article_says_it_in_both_languages() throws Exception {
        quote(price("13", WeightUnit.T, License.OPEN), "2025-12-01", "15820")
                .quote(new Quoted.Rate("USD", "CNY"), "2025-12-01", "7.00");
        assertThat(article("en"))
                .contains("The December unit value of bar, 2,100 USD per mt, lay 5.00% above the spot price of bars"
                        + " (15,820 CNY per mt with 13% tax, or 2,000 USD per mt without).");
        assertThat(article("zh")).contains("12月棒出口均价2100美元/吨，高于棒现货价（15820元人民币/吨，含税13%，不含税合2000美元/吨）5.00%。");

        log.clear();
        quote(price("13", WeightUnit.T, License.PRIVATE), "2025-12-01", "15820")
                .quote(new Quoted.Rate("USD", "CNY"), "2025-12-01", "7.00");
        assertThat(article("en"))
                .contains(
                        "The December unit value of bar lay 5% to 15% above the spot price of bars, leaving tax out.");
        assertThat(article("zh")).contains("12月棒出口均价高于棒现货价（不含税）5%至15%。");
    }

    @Test
    void a_lag_is_found_in_five_years_and_told() throws Exception {
        List<String> rows = new ArrayList<>();
        List<String> prices = new ArrayList<>();
        List<String> rates = new ArrayList<>();
        // A price that wanders; unit values follow it by two months at a third of it.
        long[] wander = new long[70];
        long level = 15000;
        for (int i = 0; i < wander.length; i++) {
            level += (i * i * 37L + i * 101L) % 1201 - 600;
            wander[i] = level;
        }
        YearMonth first = YearMonth.of(2025, 12).minusMonths(59);
        for (int i = 0; i < 60; i++) {
            YearMonth month = first.plusMonths(i);
            rows.add("10000001 " + month + " 111 1000000 " + wander[i + 8] * 1000 / 7);
        }
        for (int i = 0; i < 70; i++) {
            YearMonth month = first.minusMonths(10).plusMonths(i);
            prices.addAll(List.of(month + "-15", Long.toString(wander[i])));
            rates.addAll(List.of(month + "-15", "7"));
        }
        files = new TradeFiles(FEED).put("incoming/gacc/flow=export/a.csv", rows.toArray(String[]::new));
        quote(price("0", WeightUnit.T, License.PRIVATE), prices.toArray(String[]::new))
                .quote(new Quoted.Rate("USD", "CNY"), rates.toArray(String[]::new));

        JsonNode lag = report().at("/price/lag");

        assertThat(lag.path("months").asInt()).isEqualTo(2);
        assertThat(lag.path("correlation").asDouble()).isEqualTo(1);
        assertThat(lag.path("pairs").asInt()).isEqualTo(59);
        assertThat(lag.path("threshold").asDouble()).isEqualTo(0.30);
        assertThat(article("en"))
                .contains("Unit values have followed that price by two months (correlation 1.00 over 59 months).");
        assertThat(article("zh")).contains("均价滞后该价格2个月（59个月的相关系数为1.00）。");
    }
}
