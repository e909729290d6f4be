package dev.customsfeed.publish;

import static dev.customsfeed.publish.FeedSystem.months;
import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.ledger.Quoted;
import dev.customsfeed.ledger.UploadLogEntry;
import dev.customsfeed.ledger.WeightUnit;
import dev.customsfeed.runtime.aws.FifoMessage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each feed is woken, computed, and fails for itself; whatever is lost, doubled, late or cut short, all end right. */
class ManyFeedsTest {

    private static final String INGOT = "81041100";
    private static final String ALLOY = "81041900";
    private static final String SCRAP = "81042000";
    private static final String EXPORTS = "gacc/CN/export";
    private static final String ALL_DONE = "{\"batchItemFailures\":[]}";

    private static final Quoted USDCNY = new Quoted.Rate("USD", "CNY");
    private static final Quoted PRICE =
            new Quoted.Price("mg", "CNY", WeightUnit.T, new BigDecimal("13"), Optional.empty(), Quoted.License.OPEN);

    private static FeedSystem three() throws Exception {
        FeedSystem system = FeedSystem.inMemory();
        system.define("ingot", "Ingot", INGOT);
        system.define("both", "Both", INGOT, ALLOY);
        system.define("scrap", "Scrap", SCRAP);
        system.uploadOf("ingot", INGOT, months("2025-11", 1000, "2025-12", 2000));
        system.uploadOf("alloy", ALLOY, months("2025-11", 300));
        system.uploadOf("scrap", SCRAP, months("2025-11", 70));
        assertThat(system.publish()).isEqualTo(ALL_DONE);
        // From now on the log has a cursor.
        assertThat(system.changed(EXPORTS)).isEqualTo(ALL_DONE);
        system.calls().take();
        return system;
    }

    /** A month of two feeds is revised, and the one file of another goes and comes back with another month. */
    private static void change(FeedSystem system) {
        system.uploadOf("ingot", INGOT, months("2025-11", 1111, "2025-12", 2000));
        system.withdraw("alloy");
        system.uploadOf("scrap", SCRAP, months("2025-11", 70, "2025-12", 80));
    }

    private static SortedMap<String, String> stable(FeedSystem system) {
        SortedMap<String, String> etags = system.etags();
        etags.keySet().removeIf(key -> key.contains("/archive/"));
        return etags;
    }

    private static void assertThatAllIsAsMadeFromTheBeginning(FeedSystem system) throws Exception {
        system.restart();
        system.calls().take();
        assertThat(system.check()).isEqualTo(ALL_DONE);
        assertThat(system.calls().take())
                .filteredOn(call -> !call.startsWith("PutObject checkpoints/"))
                .noneMatch(call -> call.startsWith("Put") || call.startsWith("Delete"));
    }

    private static List<String> groups(FeedSystem system) {
        return system.queue().stream().map(FifoMessage::group).toList();
    }

    @Test
    void those_feeds_alone_are_woken_that_something_new_concerns() throws Exception {
        FeedSystem system = three();

        system.uploadOf("more", ALLOY, months("2025-12", 5));
        system.handle("{\"changed\":\"gacc/CN/export\"}");
        assertThat(groups(system)).containsExactly("feed/both");
        system.drain();

        system.withdraw("scrap");
        system.handle("{\"changed\":\"gacc/CN/export\"}");
        assertThat(groups(system)).as("whom a deleted file concerned").containsExactly("feed/scrap");
        system.drain();

        system.define("scrap", "Scrap of metal", SCRAP);
        system.handle("{\"changed\":\"feeds\"}");
        assertThat(groups(system)).containsExactly("feed/scrap");
        system.drain();

        system.handle("{\"changed\":\"gacc/CN/export\"}", "{\"changed\":\"feeds\"}", "{\"changed\":\"comext\"}");
        assertThat(groups(system)).as("nothing is new").isEmpty();
    }

    @Test
    void a_feed_that_is_published_before_any_schedule_finds_the_schemas_that_it_names() throws Exception {
        FeedSystem system = FeedSystem.inMemory();
        system.define("ingot", "Ingot", INGOT);
        system.uploadOf("ingot", INGOT, months("2025-12", 2000));

        assertThat(system.changed(UploadLogEntry.FEEDS)).isEqualTo(ALL_DONE);

        assertThat(system.etags()).containsKeys("ingot/feed.json", "schemas/v1/month-report.schema.json");
    }

    @Test
    void where_nothing_is_new_a_function_that_just_started_asks_once_for_each_feed_and_writes_nothing()
            throws Exception {
        FeedSystem system = three();
        system.restart();
        system.handle("{\"recompute\":\"schedule\"}");
        assertThat(groups(system)).containsExactly("feed/both", "feed/ingot", "feed/scrap", "list");
        system.queue().remove(3);
        system.calls().take();

        assertThat(system.drain()).isEqualTo(ALL_DONE);

        assertThat(system.calls().take()).containsExactly("HeadObject", "HeadObject", "HeadObject");
        assertThat(system.logged()).contains("feed unchanged");
    }

    @Test
    void a_feed_that_only_others_have_news_of_reads_what_is_new_and_no_figures() throws Exception {
        FeedSystem system = three();
        system.uploadOf("ingot", INGOT, months("2025-11", 1111, "2025-12", 2000));
        system.changed(EXPORTS);
        system.handle("{\"recompute\":\"schedule\"}");
        FifoMessage scrap = system.queue().get(2);
        assertThat(scrap.group()).isEqualTo("feed/scrap");
        system.restart();
        system.calls().take();

        // Whoever sends it does not know which entries concern the feed.
        assertThat(system.handle(scrap.body().replaceFirst("\"place\":\\d+", "\"place\":4")))
                .isEqualTo(ALL_DONE);

        assertThat(system.calls().take())
                .as("what is live; of definitions and of the log the checkpoint and what came after")
                .containsExactly("HeadObject", "GetObject", "Query", "GetObject", "Query");
    }

    @Test
    void a_feed_that_fails_holds_no_other_and_is_right_as_soon_as_it_can_be() throws Exception {
        FeedSystem system = three();
        change(system);
        system.calls().before(call -> !call.startsWith("PutObject both/"));

        assertThat(system.changed(EXPORTS)).contains("itemIdentifier");

        assertThat(system.failed()).singleElement().satisfies(message -> assertThat(message.group())
                .isEqualTo("feed/both"));
        assertThat(system.content("ingot/reports/2025-11.json")).contains("1111");
        assertThat(system.content("scrap/feed.json")).contains("2025-12");
        system.calls().before(call -> true);
        assertThat(system.redeliver()).isEqualTo(ALL_DONE);
        assertThatAllIsAsMadeFromTheBeginning(system);
    }

    /** The three, of which one is held against a price, and another price of one of its months. */
    private static FeedSystem threeWithANewPrice() throws Exception {
        FeedSystem system = three();
        system.definePriced("both", "Both", "mg", INGOT, ALLOY);
        system.quote("fx", USDCNY, Map.of("2025-11-03", "7", "2025-12-03", "7.1"));
        system.quote("mg", PRICE, Map.of("2025-11-03", "15820", "2025-12-03", "16000"));
        assertThat(system.changed(UploadLogEntry.FEEDS)).isEqualTo(ALL_DONE);
        assertThat(system.changed(UploadLogEntry.PRICES)).isEqualTo(ALL_DONE);
        system.quote("mg", PRICE, Map.of("2025-11-03", "15820", "2025-12-03", "19000"));
        return system;
    }

    private static FeedSystem threeChanged() throws Exception {
        FeedSystem system = three();
        change(system);
        return system;
    }

    @Tag("any-jdk")
    @ParameterizedTest
    @ValueSource(strings = {EXPORTS, UploadLogEntry.PRICES})
    void wherever_a_function_ends_what_is_delivered_again_ends_right(String log) throws Exception {
        boolean prices = log.equals(UploadLogEntry.PRICES);
        FeedSystem whole = prices ? threeWithANewPrice() : threeChanged();
        whole.calls().take();
        whole.changed(log);
        int calls = whole.calls().take().size();
        SortedMap<String, String> expected = stable(whole);
        assertThat(calls).isGreaterThan(prices ? 20 : 40);

        each(calls, 8, cutAfter -> {
            FeedSystem system = prices ? threeWithANewPrice() : threeChanged();
            system.calls().stopAfter(cutAfter);
            assertThat(system.changed(log)).contains("itemIdentifier");
            system.calls().stopAfter(Integer.MAX_VALUE);
            system.restart();
            assertThat(system.redeliver()).isEqualTo(ALL_DONE);
            assertThat(stable(system)).isEqualTo(expected);
            system.calls().take();
            system.publish();
            assertThat(system.calls().take())
                    .noneMatch(call -> call.startsWith("Put") && !call.contains("checkpoints/"));
        });
    }

    @Tag("any-jdk")
    @ParameterizedTest
    @ValueSource(strings = {"", "spoilt"})
    void whenever_checkpoints_are_lost_or_spoilt_all_feeds_end_right(String spoilt) throws Exception {
        Optional<String> content = Optional.of(spoilt).filter(text -> !text.isEmpty());
        FeedSystem whole = three();
        change(whole);
        whole.calls().take();
        whole.changed(EXPORTS);
        int calls = whole.calls().take().size();
        SortedMap<String, String> expected = stable(whole);

        each(calls, 16, lostBefore -> {
            FeedSystem system = three();
            change(system);
            system.restart();
            AtomicInteger left = new AtomicInteger(lostBefore);
            system.calls().before(call -> {
                if (left.getAndDecrement() == 0) {
                    system.spoilCheckpoints(content);
                }
                return true;
            });
            assertThat(system.changed(EXPORTS)).isEqualTo(ALL_DONE);
            assertThat(stable(system)).isEqualTo(expected);
            system.restart();
            system.uploadOf("alloy", ALLOY, months("2025-11", 300));
            assertThat(system.changed(EXPORTS)).isEqualTo(ALL_DONE);
            assertThat(system.content("both/feed.json")).contains("\"netWeightKg\":300");
        });
    }

    /** The first calls find out who is concerned, and the first feed whether there is anything to do. */
    private static final int FIRST_CALLS = 12;

    /**
     * A life for each of the first calls and for one in so many of the others, which {@link CutShortPublicationTest} cuts one by one; some
     * side by side.
     */
    private static void each(int calls, int step, Life life) {
        IntStream.range(0, calls)
                .filter(number -> number < FIRST_CALLS || number % step == 0)
                .parallel()
                .forEach(number -> {
                    try {
                        life.with(number);
                    } catch (Exception | AssertionError e) {
                        throw new AssertionError("at call " + number + " of " + calls, e);
                    }
                });
    }

    /** What happens at one of the calls. */
    @FunctionalInterface
    private interface Life {
        void with(int number) throws Exception;
    }

    @Test
    void entries_from_before_there_were_places_count_like_all_others() throws Exception {
        FeedSystem system = three();
        SortedMap<String, String> expected = stable(system);
        system.forgetPlaces();
        system.spoilCheckpoints(Optional.empty());
        system.restart();

        assertThat(system.check()).isEqualTo(ALL_DONE);
        assertThat(stable(system)).isEqualTo(expected);

        system.uploadOf("ingot", INGOT, months("2025-12", 2222));
        assertThat(system.changed(EXPORTS)).isEqualTo(ALL_DONE);
        assertThat(system.content("ingot/feed.json")).contains("2222").doesNotContain("\"2025-11\"");
        assertThatAllIsAsMadeFromTheBeginning(system);
    }

    @Test
    void where_a_table_is_put_back_to_what_it_was_places_are_taken_once_more_and_nothing_is_passed_over()
            throws Exception {
        FeedSystem system = three();
        system.forgetPlaces();
        system.uploadOf("ingot", INGOT, months("2025-12", 2222));
        assertThat(system.publish()).isEqualTo(ALL_DONE);
        assertThat(system.content("ingot/feed.json")).contains("2222");
        assertThat(system.logged()).contains("a log is shorter than it was");

        system.uploadOf("ingot", INGOT, months("2025-12", 3333));
        assertThat(system.changed(EXPORTS)).isEqualTo(ALL_DONE);
        assertThat(system.content("ingot/feed.json")).contains("3333");
        system.forgetPlaces();
        system.uploadOf("scrap", SCRAP, months("2025-12", 4444));
        assertThat(system.changed(EXPORTS)).isEqualTo(ALL_DONE);
        assertThat(system.content("scrap/feed.json")).contains("4444");
        assertThatAllIsAsMadeFromTheBeginning(system);
    }

    @Tag("any-jdk")
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void messages_in_any_order_and_twice_end_in_what_is_made_from_the_beginning(long seed) throws Exception {
        Random random = new Random(seed);
        FeedSystem system = three();
        List<FeedSystem.Function> functions = new ArrayList<>(List.of(system.function()));
        system.restart();
        functions.add(system.function());
        List<String> commodities = List.of(INGOT, ALLOY, SCRAP);
        for (int round = 0; round < 8; round++) {
            String log = EXPORTS;
            switch (random.nextInt(9)) {
                case 0 -> system.withdraw(List.of("ingot", "alloy", "scrap").get(random.nextInt(3)));
                case 1 -> {
                    system.define("scrap", "Scrap " + round, commodities.get(random.nextInt(3)), "81049000");
                    log = UploadLogEntry.FEEDS;
                }
                case 2 -> {
                    system.undefine("both");
                    log = UploadLogEntry.FEEDS;
                }
                case 3 -> {
                    system.definePriced("both", "Both", "mg", INGOT, ALLOY);
                    log = UploadLogEntry.FEEDS;
                }
                case 4, 5 -> {
                    String day = "2025-1" + random.nextInt(3) + "-05";
                    system.quote("mg" + random.nextInt(2), PRICE, Map.of(day, "1" + random.nextInt(9) + "000"));
                    log = UploadLogEntry.PRICES;
                }
                case 6 -> {
                    system.withdraw("mg" + random.nextInt(2), PRICE);
                    system.quote("fx", USDCNY, Map.of("2025-1" + random.nextInt(3) + "-05", "7"));
                    log = UploadLogEntry.PRICES;
                }
                default ->
                    system.uploadOf(
                            List.of("ingot", "alloy", "scrap").get(random.nextInt(3)),
                            commodities.get(random.nextInt(3)),
                            months("2025-1" + random.nextInt(3), 100 + random.nextInt(3)));
            }
            String changed = "{\"changed\":\"" + log + "\"}";
            system.queue().add(new FifoMessage("log/" + log, "changed", changed));
            // One message that waits goes to one of two functions, and perhaps to both.
            while (system.queue().size() > random.nextInt(4)) {
                Collections.shuffle(system.queue(), random);
                FifoMessage message = system.queue().remove(0);
                for (int times = random.nextInt(2); times >= 0; times--) {
                    system.resume(functions.get(random.nextInt(2)));
                    assertThat(system.handle(message.body())).isEqualTo(ALL_DONE);
                }
            }
        }
        assertThat(system.drain()).isEqualTo(ALL_DONE);
        assertThatAllIsAsMadeFromTheBeginning(system);
    }
}
