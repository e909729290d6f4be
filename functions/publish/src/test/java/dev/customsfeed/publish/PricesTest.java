package dev.customsfeed.publish;

import static dev.customsfeed.publish.FeedSystem.months;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.customsfeed.ledger.Quoted;
import dev.customsfeed.ledger.Quoted.License;
import dev.customsfeed.ledger.UploadLogEntry;
import dev.customsfeed.ledger.WeightUnit;
import dev.customsfeed.runtime.aws.FifoMessage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** Prices and exchange rates wake the feeds that they concern and no other, and come into their reports. */
class PricesTest {

    private static final String INGOT = "81041100";
    private static final String ALL_DONE = "{\"batchItemFailures\":[]}";
    private static final Quoted MG = price("mg-ingot", "CNY", License.OPEN);
    private static final Quoted USDCNY = new Quoted.Rate("USD", "CNY");

    private static Quoted price(String id, String currency, License license) {
        return new Quoted.Price(id, currency, WeightUnit.T, new BigDecimal("13"), Optional.empty(), license);
    }

    /** Two feeds, of which one names a price, and their trade, at 2,000 USD by the tonne. */
    private static FeedSystem two() throws Exception {
        FeedSystem system = new FeedSystem();
        system.definePriced("priced", "Priced", "mg-ingot", INGOT);
        system.define("plain", "Plain", INGOT);
        system.uploadOf("ingot", INGOT, months("2025-11", 1000, "2025-12", 2000));
        assertThat(system.publish()).isEqualTo(ALL_DONE);
        assertThat(system.changed("gacc/CN/export")).isEqualTo(ALL_DONE);
        assertThat(system.changed(UploadLogEntry.PRICES)).isEqualTo(ALL_DONE);
        system.calls().take();
        return system;
    }

    private static List<String> woken(FeedSystem system) throws Exception {
        system.queue().clear();
        system.handle("{\"changed\":\"prices\"}");
        return system.queue().stream().map(FifoMessage::group).toList();
    }

    private static JsonNode price(FeedSystem system) throws Exception {
        return new JsonMapper()
                .readTree(system.content("priced/reports/2025-12.json"))
                .at("/products/0/price");
    }

    private static void assertThatAllIsAsMadeFromTheBeginning(FeedSystem system) throws Exception {
        SortedMap<String, String> before = system.etags();
        system.restart();
        assertThat(system.check()).isEqualTo(ALL_DONE);
        assertThat(system.etags()).isEqualTo(before);
    }

    @Test
    void a_price_wakes_the_feeds_that_name_it_and_no_other() throws Exception {
        FeedSystem system = two();

        system.quote("other", price("zinc", "CNY", License.OPEN), Map.of("2025-12-01", "22000"));
        assertThat(woken(system)).as("no feed names it").isEmpty();

        system.quote("a", MG, Map.of("2025-12-01", "15820"));
        assertThat(woken(system)).containsExactly("feed/priced");
        assertThat(system.drain()).isEqualTo(ALL_DONE);
        assertThat(price(system).at("/comparison/none").asText()).isEqualTo("not-quoted");
        assertThat(price(system).at("/monthAverage/value").asInt()).isEqualTo(15820);

        system.quote("fx", USDCNY, Map.of("2025-12-01", "7"));
        system.quote("other", new Quoted.Rate("EUR", "CNY"), Map.of("2025-12-01", "8"));
        assertThat(woken(system)).containsExactly("feed/priced");
        assertThat(system.drain()).isEqualTo(ALL_DONE);
        assertThat(price(system).path("gapPct").decimalValue()).isEqualByComparingTo("0");
        assertThat(price(system).path("inFeedCurrency").asInt()).isEqualTo(2000);

        assertThat(woken(system)).as("nothing is new").isEmpty();

        system.quote("unneeded", new Quoted.Rate("EUR", "USD"), Map.of("2025-12-01", "1.1"));
        assertThat(woken(system)).as("no price is in EUR").isEmpty();
        system.quote("a", price("mg-ingot", "EUR", License.OPEN), Map.of("2025-12-01", "2260"));
        assertThat(woken(system)).containsExactly("feed/priced");
        assertThat(system.drain()).isEqualTo(ALL_DONE);
        assertThat(price(system).path("inFeedCurrency").asInt())
                .as("a rate that came before")
                .isEqualTo(2200);
        assertThatAllIsAsMadeFromTheBeginning(system);
    }

    @Test
    void where_nothing_is_new_a_feed_with_a_price_costs_one_request_too() throws Exception {
        FeedSystem system = two();
        system.quote("a", MG, Map.of("2025-12-01", "15820"));
        system.quote("fx", USDCNY, Map.of("2025-12-01", "7"));
        assertThat(system.changed(UploadLogEntry.PRICES)).isEqualTo(ALL_DONE);
        system.restart();
        system.handle("{\"recompute\":\"schedule\"}");
        system.queue().removeIf(message -> !message.group().startsWith("feed/"));
        assertThat(system.queue()).hasSize(2);
        system.calls().take();

        assertThat(system.drain()).isEqualTo(ALL_DONE);

        assertThat(system.calls().take()).containsExactly("HeadObject", "HeadObject");
    }

    @Test
    void the_newest_price_of_a_month_counts_and_a_withdrawn_one_no_more() throws Exception {
        FeedSystem system = two();
        system.quote("fx", USDCNY, Map.of("2025-12-01", "7"));
        system.quote("a", MG, Map.of("2025-12-01", "15820"));
        system.quote("b", MG, Map.of("2025-12-05", "16611"));
        assertThat(system.changed(UploadLogEntry.PRICES)).isEqualTo(ALL_DONE);
        assertThat(price(system).path("inFeedCurrency").asInt()).isEqualTo(2100);
        String withBoth = system.content("priced/reports/2025-11.json");

        system.withdraw("b", MG);
        assertThat(system.changed(UploadLogEntry.PRICES)).isEqualTo(ALL_DONE);
        assertThat(price(system).path("inFeedCurrency").asInt()).isEqualTo(2000);
        assertThat(system.content("priced/reports/2025-11.json"))
                .as("a month that the price is not of")
                .isEqualTo(withBoth);

        system.withdraw("a", MG);
        assertThat(system.changed(UploadLogEntry.PRICES)).isEqualTo(ALL_DONE);
        assertThat(price(system).has("inFeedCurrency")).isFalse();
        assertThat(price(system).path("license").asText()).isEqualTo("private");
        assertThatAllIsAsMadeFromTheBeginning(system);
    }

    @Test
    void an_item_has_changed_when_its_price_has_and_not_when_a_price_came_again() throws Exception {
        FeedSystem system = two();
        String before = modified(system);
        system.quote("a", MG, Map.of("2025-12-01", "15820"));
        system.changed(UploadLogEntry.PRICES);
        String priced = modified(system);
        assertThat(priced).isGreaterThan(before);

        system.quote("a", MG, Map.of("2025-12-01", "15820"));
        system.changed(UploadLogEntry.PRICES);
        assertThat(modified(system)).isEqualTo(priced);

        system.withdraw("a", MG);
        system.changed(UploadLogEntry.PRICES);
        assertThat(modified(system)).isGreaterThan(priced);
        assertThatAllIsAsMadeFromTheBeginning(system);
    }

    private static String modified(FeedSystem system) throws Exception {
        return new JsonMapper()
                .readTree(system.content("priced/feed.json"))
                .at("/items/0/date_modified")
                .asText();
    }

    @Test
    void lost_checkpoints_change_nothing() throws Exception {
        FeedSystem system = two();
        system.quote("fx", USDCNY, Map.of("2025-12-01", "7"));
        system.quote("a", MG, Map.of("2025-12-01", "15820"));
        assertThat(system.changed(UploadLogEntry.PRICES)).isEqualTo(ALL_DONE);
        for (Optional<String> spoilt : List.of(Optional.<String>empty(), Optional.of("spoilt"))) {
            SortedMap<String, String> before = system.etags();
            system.spoilCheckpoints(spoilt);
            system.restart();
            assertThat(system.changed(UploadLogEntry.PRICES)).isEqualTo(ALL_DONE);
            assertThat(system.publish()).isEqualTo(ALL_DONE);
            assertThat(system.etags()).isEqualTo(before);
        }
    }
}
