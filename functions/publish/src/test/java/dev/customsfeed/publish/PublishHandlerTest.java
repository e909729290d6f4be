package dev.customsfeed.publish;

import static dev.customsfeed.publish.FeedSystem.months;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.publish.figures.report.Schemas;
import dev.customsfeed.publish.publication.ConcurrentPublicationException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

class PublishHandlerTest {

    private static final String INGOT = "81041100";
    private static final String ALLOY = "81041900";
    private static final String ALL_DONE = "{\"batchItemFailures\":[]}";

    private final FeedSystem system = new FeedSystem();

    private void publishTwoMonths() throws Exception {
        system.define("magnesium", "Magnesium", INGOT, ALLOY);
        system.upload("november", INGOT, months("2025-11", 1000));
        system.upload("december", INGOT, months("2025-12", 2000));
        assertThat(system.publish()).isEqualTo(ALL_DONE);
        assertThat(system.stableObjects().keySet()).contains("magnesium/feed.json");
        system.calls().take();
    }

    private List<String> writes() {
        return system.calls().take().stream()
                .filter(call -> call.startsWith("PutObject") || call.startsWith("DeleteObject"))
                .filter(call -> !call.startsWith("PutObject checkpoints/"))
                .toList();
    }

    private static boolean isOfNoFeed(String key) {
        return key.startsWith("schemas/") || !key.contains("/");
    }

    private static boolean isStable(String call) {
        return !call.contains("/archive/");
    }

    @Test
    void a_first_publication_has_the_feed_a_report_a_month_and_the_schemas() throws Exception {
        publishTwoMonths();

        assertThat(system.stableObjects().keySet())
                .contains(
                        "magnesium/feed.json",
                        "magnesium/reports/2025-11.json",
                        "magnesium/reports/2025-12.json",
                        "schemas/v1/feed-definition.schema.json",
                        "schemas/v1/feed-extension.schema.json",
                        "schemas/v1/month-report.schema.json");
        assertThat(system.logged()).contains("feed published").contains("\"months\":2");
    }

    @Test
    void whatever_somebody_may_cite_has_an_immutable_copy_and_the_feed_names_that_of_each_report() throws Exception {
        publishTwoMonths();

        SortedMap<String, String> objects = system.objects();
        List<String> citable = objects.keySet().stream()
                .filter(key -> key.startsWith("magnesium/archive/"))
                .map(key -> key.substring("magnesium/archive/".length()).replaceAll("\\.[0-9a-f]{16}\\.", "."))
                .toList();
        assertThat(citable).contains("feed.json", "reports/2025-11.json", "reports/2025-12.json");
        assertThat(citable)
                .as("what can be made again has none")
                .noneMatch(path -> path.startsWith("page/") || path.startsWith("series.") || path.equals("index.html"));
        assertThat(objects.entrySet().stream()
                        .filter(object -> object.getKey().startsWith("magnesium/archive/"))
                        .map(Map.Entry::getValue))
                .allSatisfy(content -> assertThat(system.stableObjects()).containsValue(content));
        assertThat(objects.keySet().stream().filter(key -> key.startsWith("magnesium/archive/reports/")))
                .hasSize(2)
                .allSatisfy(key ->
                        assertThat(objects.get("magnesium/feed.json")).contains(key.substring("magnesium/".length())));
    }

    @Test
    void the_page_has_its_types_and_what_is_named_by_its_content_never_expires() throws Exception {
        publishTwoMonths();

        Map<String, String> types = Map.of(
                "index.html", "text/html; charset=utf-8",
                "series.json", "application/json",
                "series.csv", "text/csv; charset=utf-8",
                "datapackage.json", "application/json",
                "feed.json", "application/json");
        types.forEach((path, type) -> {
            HeadObjectResponse head = head("magnesium/" + path);
            assertThat(type(head)).as(path).isEqualTo(type);
            assertThat(head.cacheControl()).as(path).isEqualTo("public, max-age=60");
            assertThat(head.contentEncoding()).as(path).isNull();
        });
        assertThat(system.objects().keySet().stream().filter(key -> key.matches("magnesium/page/.*[0-9a-f]{16}.*")))
                .hasSizeGreaterThan(10)
                .allSatisfy(
                        key -> assertThat(head(key).cacheControl()).isEqualTo("public, max-age=31536000, immutable"));
        assertThat(type(head(key("magnesium/page/.*/main.js")))).isEqualTo("text/javascript; charset=utf-8");
        assertThat(type(head(key("magnesium/page/.*/page.css")))).isEqualTo("text/css; charset=utf-8");
        assertThat(type(head(key("magnesium/page/articles/2025-12.*")))).isEqualTo("application/json");
    }

    /** S3Mock writes types without the space that is usual in them. */
    private static String type(HeadObjectResponse head) {
        return head.contentType().replaceAll("; *", "; ");
    }

    private HeadObjectResponse head(String key) {
        return system.s3().headObject(head -> head.bucket(system.bucket()).key(key));
    }

    private String key(String pattern) {
        return system.objects().keySet().stream()
                .filter(key -> key.matches(pattern))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everything_that_the_page_names_is_there() throws Exception {
        publishTwoMonths();

        SortedMap<String, String> objects = system.objects();
        Matcher names = Pattern.compile("(?:src|href)=\"([^\"]+)\"").matcher(objects.get("magnesium/index.html"));
        assertThat(names.results().map(name -> "magnesium/" + name.group(1)))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(objects).containsKey(key));
        names = Pattern.compile(
                        "\"(?:report|archive|article|partners|course)\":\"([^\"]+)\"|\"(page/(?:destinations|regimes|provinces|states)/[^\"]+)\"")
                .matcher(objects.get("magnesium/page/overview.json"));
        assertThat(names.results()
                        .map(name -> "magnesium/"
                                + Optional.ofNullable(name.group(1)).orElse(name.group(2))))
                .as("four of each month, a course of each product and of all, partners and regions")
                .hasSizeGreaterThanOrEqualTo(8 + 2 + 2)
                .allSatisfy(key -> assertThat(objects).containsKey(key));
    }

    @Test
    void the_top_of_the_bucket_lists_the_feeds_that_are_published() throws Exception {
        publishTwoMonths();
        system.define("scrap", "Scrap & <more>", ALLOY);
        system.upload("alloy", ALLOY, months("2025-10", 5));
        system.publish();

        JsonNode feeds = new JsonMapper().readTree(system.content("feeds.json")).path("feeds");
        assertThat(feeds).hasSize(2);
        assertThat(feeds.get(0).path("id").asText()).isEqualTo("magnesium");
        assertThat(feeds.get(0).path("newest").asText()).isEqualTo("2025-12");
        assertThat(feeds.get(1).path("title").path("en").asText()).isEqualTo("Scrap & <more>");
        assertThat(feeds).allSatisfy(feed -> assertThat(system.objects())
                .containsKeys(feed.path("page").asText(), feed.path("feed").asText()));
        assertThat(Schemas.problems("feeds", system.content("feeds.json"))).isEmpty();
        assertThat(system.content("index.html"))
                .contains("magnesium/index.html", "scrap/index.html", "Scrap &amp; &lt;more&gt;")
                .doesNotContain("<more>");
        assertThat(type(head("index.html"))).isEqualTo("text/html; charset=utf-8");
    }

    @Test
    void a_feed_that_is_put_back_by_hand_is_listed_as_it_is_live_and_no_feed_is_recomputed() throws Exception {
        system.define("antimony", "Antimony", ALLOY);
        system.upload("of-antimony", ALLOY, months("2025-10", 500));
        system.define("magnesium", "Magnesium", INGOT);
        system.upload("november", INGOT, months("2025-11", 1000));
        system.publish();
        SortedMap<String, String> november = system.stableObjects();
        assertThat(november.get("feeds.json")).contains("\"newest\" : \"2025-11\"");
        system.upload("december", INGOT, months("2025-12", 2000));
        system.publish();
        assertThat(system.content("feeds.json")).contains("\"newest\" : \"2025-12\"");
        november.forEach((key, content) -> {
            if (key.startsWith("magnesium/")) {
                system.put(key, content);
            }
        });

        assertThat(system.handle("{\"list\":\"rolled back\"}")).isEqualTo(ALL_DONE);

        assertThat(writes()).allMatch(call -> call.contains("feeds.json") || call.contains("index.html"));
        for (String key : List.of("feeds.json", "index.html", "magnesium/feed.json")) {
            assertThat(system.content(key)).as(key).isEqualTo(november.get(key));
        }
    }

    @Test
    void a_feed_put_back_that_had_been_taken_down_is_listed_and_one_taken_off_by_hand_is_not() throws Exception {
        system.define("antimony", "Antimony", ALLOY);
        system.upload("of-antimony", ALLOY, months("2025-10", 500));
        publishTwoMonths();
        SortedMap<String, String> both = system.stableObjects();
        system.undefine("magnesium");
        system.publish();
        assertThat(system.content("feeds.json")).doesNotContain("magnesium");
        both.forEach((key, content) -> {
            if (key.startsWith("magnesium/")) {
                system.put(key, content);
            }
        });
        system.handle("{\"list\":\"rolled back\"}");
        assertThat(system.content("feeds.json")).isEqualTo(both.get("feeds.json"));

        system.s3().deleteObject(delete -> delete.bucket(system.bucket()).key("magnesium/feed.json"));
        system.handle("{\"list\":\"rolled back\"}");
        assertThat(system.content("feeds.json")).contains("antimony").doesNotContain("magnesium");
    }

    @Test
    void a_wish_to_recompute_among_others_is_granted_and_lists_too() throws Exception {
        system.define("magnesium", "Magnesium", INGOT);
        system.upload("november", INGOT, months("2025-11", 1000));

        assertThat(system.handle("{\"list\":\"a\"}", "{\"recompute\":\"b\"}")).isEqualTo(ALL_DONE);
        assertThat(system.drain()).isEqualTo(ALL_DONE);

        assertThat(system.stableObjects()).containsKey("magnesium/feed.json");
        assertThat(system.content("feeds.json")).contains("magnesium");
    }

    @Test
    void a_feed_that_is_taken_down_vanishes_from_the_list() throws Exception {
        publishTwoMonths();

        system.undefine("magnesium");
        system.publish();

        assertThat(system.content("feeds.json")).doesNotContain("magnesium");
        assertThat(system.content("index.html")).doesNotContain("magnesium").contains("No feed is published");
    }

    @Test
    void a_feed_whose_new_definition_is_withheld_stays_in_the_list() throws Exception {
        publishTwoMonths();

        system.define("magnesium", "Magnesium", "99999999");
        system.publish();

        assertThat(system.logged()).contains("publication withheld");
        assertThat(system.content("feeds.json")).contains("magnesium/feed.json");
    }

    @Test
    void a_run_in_which_nothing_changed_writes_nothing() throws Exception {
        publishTwoMonths();

        system.publish();

        assertThat(writes()).isEmpty();
        assertThat(system.logged()).contains("feed unchanged");
    }

    @Test
    void only_what_changed_is_written_and_feed_json_is_the_last() throws Exception {
        publishTwoMonths();
        SortedMap<String, String> before = system.objects();

        system.upload("december", INGOT, months("2025-12", 3000));
        system.publish();

        List<String> written = writes();
        assertThat(written).contains("PutObject magnesium/reports/2025-12.json");
        assertThat(written).noneMatch(call -> call.contains("2025-11"));
        assertThat(written)
                .as("the list of feeds, which has the newest month of each, follows by a message of its own")
                .filteredOn(call -> call.contains(" magnesium/"))
                .last()
                .isEqualTo("PutObject magnesium/feed.json");
        assertThat(system.objects())
                .as("immutable copies of before")
                .containsKeys(before.keySet().stream()
                        .filter(key -> key.contains("/archive/"))
                        .toArray(String[]::new));
        assertThat(system.content("magnesium/reports/2025-12.json")).contains("3000");
    }

    @Test
    void a_withdrawn_month_goes_and_its_immutable_copy_stays() throws Exception {
        publishTwoMonths();

        system.withdraw("december");
        system.publish();

        assertThat(system.stableObjects())
                .containsKey("magnesium/reports/2025-11.json")
                .doesNotContainKey("magnesium/reports/2025-12.json");
        assertThat(system.content("magnesium/feed.json")).doesNotContain("\"2025-12\"");
        assertThat(system.objects().keySet()).anyMatch(key -> key.startsWith("magnesium/archive/reports/2025-12."));
    }

    @Test
    void a_month_that_an_overwritten_file_had_goes() throws Exception {
        publishTwoMonths();

        system.upload("december", INGOT, months("2025-10", 3000));
        system.publish();

        assertThat(system.stableObjects())
                .containsKeys("magnesium/reports/2025-10.json", "magnesium/reports/2025-11.json")
                .doesNotContainKey("magnesium/reports/2025-12.json");
    }

    @Test
    void a_month_that_was_lost_keeps_the_live_feed_as_it_is() throws Exception {
        publishTwoMonths();
        ObjectVersion lost = system.upload("january", INGOT, months("2026-01", 10));
        system.publish();
        SortedMap<String, String> before = system.objects();

        system.lose(lost);
        system.upload("february", INGOT, months("2026-02", 20));

        assertThat(system.check()).as("trying again cannot help").isEqualTo(ALL_DONE);
        assertThat(system.objects()).isEqualTo(before);
        assertThat(system.logged()).contains("\"level\":\"ERROR\"").contains("[2026-01]");
    }

    @Test
    void a_withdrawn_file_of_another_commodity_does_not_account_for_a_lost_month() throws Exception {
        publishTwoMonths();
        ObjectVersion lost = system.upload("january", INGOT, months("2026-01", 10));
        system.upload("graphite", "25041010", months("2026-01", 10));
        system.publish();
        SortedMap<String, String> before = system.objects();

        system.lose(lost);
        system.withdraw("graphite");
        system.check();

        assertThat(system.objects()).isEqualTo(before);
    }

    @Test
    void deleting_the_live_feed_json_lets_a_feed_without_the_lost_month_out() throws Exception {
        publishTwoMonths();
        system.lose(system.upload("january", INGOT, months("2026-01", 10)));
        ObjectVersion lost = system.upload("january", INGOT, months("2026-01", 10));
        system.publish();
        system.lose(lost);

        system.s3().deleteObject(delete -> delete.bucket(system.bucket()).key("magnesium/feed.json"));
        system.check();

        assertThat(system.stableObjects())
                .containsKey("magnesium/feed.json")
                .doesNotContainKey("magnesium/reports/2026-01.json");
    }

    @Test
    void a_feed_that_would_have_no_month_left_stays_as_it_is() throws Exception {
        publishTwoMonths();
        SortedMap<String, String> before = system.objects();

        system.withdraw("november");
        system.withdraw("december");

        assertThat(system.publish()).isEqualTo(ALL_DONE);
        assertThat(system.objects()).isEqualTo(before);
        assertThat(system.logged()).contains("delete its definition feeds/magnesium.json");
    }

    @Test
    void a_feed_without_data_is_published_without_items_and_says_what_it_needs() throws Exception {
        system.define("magnesium", "Magnesium", INGOT);

        assertThat(system.publish()).isEqualTo(ALL_DONE);

        assertThat(system.logged()).contains("feed has no data yet");
        SortedMap<String, String> published = system.stableObjects();
        assertThat(published.get("magnesium/feed.json")).contains("\"items\":[]");
        assertThat(published.get("magnesium/availability.json"))
                .contains("\"newestMonth\":null")
                .contains(
                        "Needed are files of the source gacc with exports of China in USD that have rows of " + INGOT);
        assertThat(published.get("feeds.json")).contains("\"newest\" : null");
        assertThat(published.get("index.html")).contains("No month yet");
        assertThat(published).containsKey("magnesium/index.html");
    }

    @Test
    void the_first_month_of_a_feed_without_data_is_published_like_any_other() throws Exception {
        system.define("magnesium", "Magnesium", INGOT);
        system.publish();
        system.upload("november", INGOT, months("2025-11", 10));

        assertThat(system.publish()).isEqualTo(ALL_DONE);

        assertThat(system.stableObjects()).containsKey("magnesium/reports/2025-11.json");
        assertThat(system.stableObjects().get("magnesium/availability.json")).contains("\"needed\":null");
    }

    @Test
    void months_go_with_the_commodity_that_the_definition_no_longer_has() throws Exception {
        publishTwoMonths();
        system.upload("alloy", ALLOY, months("2026-01", 10));
        system.publish();

        system.define("magnesium", "Magnesium", INGOT);
        system.publish();

        assertThat(system.stableObjects())
                .containsKey("magnesium/reports/2025-12.json")
                .doesNotContainKey("magnesium/reports/2026-01.json");
    }

    @Test
    void a_new_title_does_not_account_for_a_lost_month() throws Exception {
        publishTwoMonths();
        ObjectVersion lost = system.upload("january", INGOT, months("2026-01", 10));
        system.publish();
        SortedMap<String, String> before = system.objects();

        system.lose(lost);
        system.define("magnesium", "Another title", INGOT, ALLOY);
        system.check();

        assertThat(system.objects()).isEqualTo(before);
    }

    @Test
    void a_new_title_is_published() throws Exception {
        publishTwoMonths();

        system.define("magnesium", "Another title", INGOT, ALLOY);
        system.publish();

        assertThat(system.content("magnesium/feed.json")).contains("Another title");
    }

    @Test
    void a_feed_whose_definition_is_deleted_is_taken_down_feed_json_first() throws Exception {
        publishTwoMonths();
        SortedMap<String, String> before = system.objects();

        system.undefine("magnesium");
        system.publish();

        assertThat(writes()).first().isEqualTo("DeleteObjects magnesium/feed.json");
        assertThat(system.stableObjects().keySet()).allMatch(PublishHandlerTest::isOfNoFeed);
        assertThat(system.objects().keySet()).anyMatch(key -> key.startsWith("magnesium/archive/"));
        system.publish();
        assertThat(writes()).isEmpty();

        system.define("magnesium", "Magnesium", INGOT, ALLOY);
        system.publish();
        assertThat(system.stableObjects())
                .hasSameSizeAs(before.keySet().stream()
                        .filter(PublishHandlerTest::isStable)
                        .toList());
    }

    @Test
    void a_definition_that_cannot_be_read_keeps_the_live_feed_and_no_other_from_being_published() throws Exception {
        publishTwoMonths();
        String before = system.content("magnesium/feed.json");

        system.defineAs("magnesium", "{\"id\":\"magnesium\"}");
        system.define("ingot", "Ingot", INGOT);

        assertThat(system.publish()).isEqualTo(ALL_DONE);
        assertThat(system.content("magnesium/feed.json")).isEqualTo(before);
        assertThat(system.stableObjects()).containsKey("ingot/feed.json");
        assertThat(system.logged()).contains("feeds/magnesium.json cannot be read");
    }

    @Test
    void a_live_feed_json_that_is_not_ours_is_left_alone() throws Exception {
        publishTwoMonths();
        for (String foreign : List.of("no JSON", "{}", "{\"items\":[{}]}")) {
            system.put("magnesium/feed.json", foreign);

            assertThat(system.publish()).isEqualTo(ALL_DONE);

            assertThat(system.content("magnesium/feed.json")).isEqualTo(foreign);
        }
    }

    @Test
    void one_feed_that_fails_does_not_keep_the_others_from_being_published() throws Exception {
        publishTwoMonths();
        system.define("alloy", "Alloy", INGOT);
        system.define("ingot", "Ingot", INGOT);
        system.calls().before(call -> !call.startsWith("PutObject alloy/reports/"));

        assertThat(system.publish()).contains("itemIdentifier");
        assertThat(system.failed()).singleElement().satisfies(message -> assertThat(message.group())
                .isEqualTo("feed/alloy"));

        assertThat(system.stableObjects()).containsKey("ingot/feed.json").doesNotContainKey("alloy/feed.json");
        system.calls().before(call -> true);
        system.publish();
        assertThat(system.stableObjects()).containsKey("alloy/feed.json");
    }

    @Test
    void somebody_who_publishes_at_the_same_time_is_not_overwritten() throws Exception {
        publishTwoMonths();
        system.upload("december", INGOT, months("2025-12", 3000));
        AtomicBoolean other = new AtomicBoolean();
        system.calls().before(call -> {
            if (call.equals("PutObject magnesium/feed.json") && other.compareAndSet(false, true)) {
                system.put("magnesium/feed.json", "{\"items\":[]}");
            }
            return true;
        });

        assertThat(system.publish()).contains("itemIdentifier");
        assertThat(system.logged()).contains(ConcurrentPublicationException.class.getSimpleName());

        assertThat(system.content("magnesium/feed.json")).isEqualTo("{\"items\":[]}");
        system.publish();
        assertThat(system.content("magnesium/feed.json")).contains("2025-12");
    }

    @Test
    void a_message_that_is_not_understood_fails_and_keeps_no_other_from_being_done() throws Exception {
        system.define("magnesium", "Magnesium", INGOT);
        system.upload("november", INGOT, months("2025-11", 1000));

        String answer = system.handle("{\"list\":\"a\"}", "{\"reload\":1}", "{\"recompute\":\"b\"}");

        assertThat(answer).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m1\"}]}");
        system.drain();
        assertThat(system.stableObjects()).containsKey("magnesium/feed.json");
        assertThat(system.logged()).contains("message not understood");
    }

    @Test
    void nothing_is_published_for_a_message_that_is_no_json() throws Exception {
        publishTwoMonths();

        assertThat(system.handle("recompute!")).contains("m0");

        assertThat(system.calls().take()).isEmpty();
    }

    @Test
    void an_event_that_is_no_batch_of_messages_is_an_error() {
        assertThatIOException().isThrownBy(() -> system.handleEvent("{}")).withMessageContaining("Records");
    }

    @Test
    void settings_come_from_the_environment() {
        assertThat(PublishSettings.of(Map.of(
                        "MONTHS_TABLE",
                        "months",
                        "FILES_TABLE",
                        "files",
                        "RECORDS_TABLE",
                        "records",
                        "FEED_BUCKET",
                        "feed",
                        "CHECKPOINT_BUCKET",
                        "upload",
                        "FEED_BASE_URL",
                        "https://example.org/feeds/")))
                .isEqualTo(new PublishSettings(
                        "months",
                        "files",
                        "records",
                        "feed",
                        "upload",
                        java.util.Optional.of("https://example.org/feeds")));
        assertThat(PublishSettings.of(Map.of(
                                "MONTHS_TABLE",
                                "months",
                                "FILES_TABLE",
                                "files",
                                "RECORDS_TABLE",
                                "records",
                                "FEED_BUCKET",
                                "feed",
                                "CHECKPOINT_BUCKET",
                                "upload",
                                "FEED_BASE_URL",
                                ""))
                        .feedBaseUrl())
                .isEmpty();
        assertThatIllegalStateException()
                .isThrownBy(() -> PublishSettings.of(Map.of("MONTHS_TABLE", "months")))
                .withMessageContaining("FILES_TABLE");
    }
}
