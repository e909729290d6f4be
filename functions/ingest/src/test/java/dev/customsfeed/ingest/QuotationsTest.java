package dev.customsfeed.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.QuotationMonths;
import dev.customsfeed.ledger.UploadHistory;
import dev.customsfeed.ledger.UploadLogEntry;
import dev.customsfeed.ledger.UploadLogEntry.Quotations;
import dev.customsfeed.ledger.tables.TrackedUpload.Status;
import dev.customsfeed.uploads.UploadBucket;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Prices and exchange rates, which are uploaded like customs files. */
class QuotationsTest {

    private static final String PRICE = "incoming/price/id=mg-ingot/currency=CNY/unit=t/tax=13/";
    private static final String RATE = "incoming/rate/pair=USDCNY/";

    private final Workbench bench = new Workbench();

    private static byte[] csv(String... lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] definition(String prices) {
        return """
                {"id": "magnesium", "title": {"en": "Magnesium"}, "source": "gacc", "reporter": "CN", "flow": "export",
                 "currency": "USD", "products": [{"id": "ingot", "hs": ["81041100"], "name": {"en": "Ingot"}}]PRICES}
                """.replace("PRICES", prices).getBytes(StandardCharsets.UTF_8);
    }

    private JsonNode taken(ObjectVersion object) throws IOException {
        JsonNode answer = bench.taken(object).orElseThrow();
        try (InputStream in = UploadBucket.class.getResourceAsStream("/schemas/v1/upload-answer.schema.json")) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            assertThat(schema.validate(answer.toString(), InputFormat.JSON)).isEmpty();
        }
        return answer;
    }

    /** What counts: by month and day. */
    private Map<YearMonth, Map<LocalDate, BigDecimal>> counting(String name) {
        Map<YearMonth, Map<LocalDate, BigDecimal>> counting = new TreeMap<>();
        QuotationMonths.counting(UploadHistory.of(bench.months.uploads(UploadLogEntry.PRICES)), name)
                .forEach((month, file) -> {
                    Map<LocalDate, BigDecimal> days =
                            new TreeMap<>(bench.months.quotations(file).observations());
                    days.keySet().removeIf(day -> !YearMonth.from(day).equals(month));
                    counting.put(month, days);
                });
        return counting;
    }

    @Test
    void a_price_is_told_what_was_read_and_who_uses_it() throws IOException {
        bench.upload(
                "feeds/magnesium.json",
                definition(
                        ", \"prices\": [{\"id\": \"mg-ingot\", \"product\": \"ingot\", \"name\": {\"en\": \"Ingot, ex works\"}}]"));
        JsonNode answer = taken(bench.upload(
                PRICE + "basis=exw/smm.csv",
                csv("date,low,high", "2025-11-28,15700,15800", "2025-12-01,15800,15840", "2025-12-02,15900,15900")));

        assertThat(answer.get("kind").asText()).isEqualTo("quotation-file");
        assertThat(answer.get("declared"))
                .hasToString(
                        "{\"id\":\"mg-ingot\",\"currency\":\"CNY\",\"unit\":\"t\",\"taxPct\":13,\"basis\":\"exw\",\"license\":\"private\"}");
        assertThat(answer.get("observations").asInt()).isEqualTo(3);
        assertThat(answer.get("first")).hasToString("{\"day\":\"2025-11-28\",\"value\":15750}");
        assertThat(answer.get("last")).hasToString("{\"day\":\"2025-12-02\",\"value\":15900}");
        assertThat(answer.get("lowest").get("value").asInt()).isEqualTo(15750);
        assertThat(answer.get("highest").get("value").asInt()).isEqualTo(15900);
        assertThat(answer.get("months")).hasToString("[\"2025-11\",\"2025-12\"]");
        assertThat(answer.get("feeds")).hasToString("[{\"feed\":\"magnesium\",\"products\":[\"ingot\"]}]");
        assertThat(answer.get("noFeed").isNull()).isTrue();
        assertThat(answer.get("warnings")).hasToString("[\"The middle of low and high is taken.\"]");
        assertThat(answer.get("missingRates"))
                .hasToString(
                        "[{\"pair\":\"USDCNY\",\"months\":[\"2025-11\",\"2025-12\"],\"why\":\"Without an exchange rate"
                                + " the price is not compared with values in USD: upload one under incoming/rate/pair=USDCNY/.\"}]");
        assertThat(bench.recomputed).last().asString().startsWith("{\"changed\":\"prices\"");

        JsonNode rate = taken(bench.upload(RATE + "fx.csv", csv("date,rate", "2025-12-01,7.0432")));
        assertThat(rate.get("declared")).hasToString("{\"pair\":\"USDCNY\"}");
        assertThat(rate.get("feeds")).hasToString("[{\"feed\":\"magnesium\",\"products\":[\"ingot\"]}]");
    }

    @Test
    void what_nobody_uses_is_told_why() throws IOException {
        bench.upload("feeds/magnesium.json", definition(""));

        assertThat(taken(bench.upload(PRICE + "a.csv", csv("date,price", "2025-12-01,15820")))
                        .get("noFeed")
                        .asText())
                .startsWith("No feed uses it: no feed definition names the price mg-ingot.");
        assertThat(taken(bench.upload(RATE + "a.csv", csv("date,rate", "2025-12-01,7.04")))
                        .get("noFeed")
                        .asText())
                .isEqualTo(
                        "No feed uses it: there is no price in CNY for a feed in USD, and none in USD for a feed in CNY.");
    }

    @Test
    void a_definition_is_told_of_prices_that_no_file_has_and_of_rates_that_lack() throws IOException {
        String named = ", \"prices\": [{\"id\": \"mg-ingot\", \"product\": \"ingot\", \"name\": {\"en\": \"Ingot\"}}]";
        JsonNode typo = taken(bench.upload("feeds/magnesium.json", definition(named)));
        assertThat(typo.at("/prices/0/id").asText()).isEqualTo("mg-ingot");
        assertThat(typo.at("/prices/0/product").asText()).isEqualTo("ingot");
        assertThat(typo.at("/prices/0/months")).isEmpty();
        assertThat(typo.at("/prices/0/missing").asText())
                .isEqualTo("No file has the price mg-ingot: upload one under"
                        + " incoming/price/id=mg-ingot/currency=<code>/unit=<t, kg or lb>/tax=<percent>/.");
        assertThat(typo.at("/prices/0/missingRates")).isEmpty();

        bench.upload(PRICE.replace("mg-ingot", "mg-ignot") + "a.csv", csv("date,price", "2025-12-01,15820"));
        assertThat(taken(bench.upload("feeds/magnesium.json", definition(named)))
                        .at("/prices/0/missing")
                        .asText())
                .endsWith("/tax=<percent>/, or name one that exists (mg-ignot).");

        bench.upload(PRICE + "a.csv", csv("date,price", "2025-11-03,15800", "2025-12-01,15820"));
        bench.upload("incoming/rate/pair=CNYUSD/fx.csv", csv("date,rate", "2025-11-03,0.14"));
        JsonNode there = taken(bench.upload("feeds/magnesium.json", definition(named)));
        assertThat(there.at("/prices/0/months")).hasToString("[\"2025-11\",\"2025-12\"]");
        assertThat(there.at("/prices/0/missing").isNull()).isTrue();
        assertThat(there.at("/prices/0/missingRates/0/pair").asText()).isEqualTo("USDCNY");
        assertThat(there.at("/prices/0/missingRates/0/months")).hasToString("[\"2025-12\"]");

        assertThat(taken(bench.upload("feeds/magnesium.json", definition(""))).has("prices"))
                .as("of a definition that names none")
                .isFalse();
    }

    @Test
    void a_file_counts_in_full_or_not_at_all() throws IOException {
        ObjectVersion good = bench.upload(PRICE + "a.csv", csv("date,price", "2025-12-01,15820"));
        ObjectVersion bad = bench.upload(PRICE + "a.csv", csv("date,price", "2025-12-01,15900", "01/02/2026,15900"));

        assertThat(bench.status(bad)).contains(Status.REJECTED);
        JsonNode report = bench.report(bad).orElseThrow();
        assertThat(report.at("/problems/0/code").asText()).isEqualTo("bad-date");
        assertThat(report.at("/problems/0/found").asText()).contains("1 February 2026 or 2 January 2026");
        assertThat(counting("price/mg-ingot"))
                .isEqualTo(Map.of(YearMonth.of(2025, 12), Map.of(LocalDate.of(2025, 12, 1), new BigDecimal("15820"))));
        assertThat(bench.taken(good)).isPresent();
    }

    @Test
    void a_key_that_does_not_declare_the_tax_is_rejected_with_what_to_write() throws IOException {
        ObjectVersion untold =
                bench.upload("incoming/price/id=a/currency=CNY/unit=t/a.csv", csv("date,price", "2025-12-01,15820"));

        assertThat(bench.report(untold).orElseThrow().at("/problems/0/advice").asText())
                .contains("tax=13/", "tax=0/");
        assertThat(bench.months.uploads(UploadLogEntry.PRICES)).isEmpty();
    }

    @Test
    void the_newest_file_replaces_a_month_and_says_so_and_deletion_brings_back_the_one_before() throws IOException {
        bench.upload(PRICE + "a.csv", csv("date,price", "2025-11-03,15000", "2025-12-01,15820"));
        // The order of uploads of one second is that of their keys.
        JsonNode answer =
                taken(bench.upload(PRICE + "b.csv", csv("date,price", "2025-12-01,15820", "2025-12-02,15900")));

        assertThat(answer.get("replaced")).hasToString("{\"changed\":[\"2025-12\"],\"same\":[],\"dropped\":[]}");
        assertThat(counting("price/mg-ingot").get(YearMonth.of(2025, 12))).hasSize(2);

        bench.mustTake(bench.delete(PRICE + "b.csv"));

        assertThat(counting("price/mg-ingot").get(YearMonth.of(2025, 12))).hasSize(1);
        bench.mustTake(bench.delete(PRICE + "a.csv"));
        assertThat(counting("price/mg-ingot")).isEmpty();
    }

    @Test
    void in_whatever_order_and_however_often_events_come_the_same_counts() throws IOException {
        List<String> events = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            events.add(bench.created(
                    bench.put(PRICE + "f" + i % 2 + ".csv", csv("date,price", "2025-1" + i % 3 + "-01,1500" + i))));
        }
        events.add(bench.delete(PRICE + "f1.csv"));
        events.addAll(List.copyOf(events));
        Collections.shuffle(events, new Random(3));

        for (String event : events) {
            bench.mustTake(event);
        }

        assertThat(counting("price/mg-ingot"))
                .isEqualTo(Map.of(YearMonth.of(2025, 11), Map.of(LocalDate.of(2025, 11, 1), new BigDecimal("15004"))));
        assertThat(bench.months.uploads(UploadLogEntry.PRICES))
                .filteredOn(Quotations.class::isInstance)
                .hasSize(6);
    }
}
