package dev.customsfeed.publish;

import static dev.customsfeed.publish.FeedSystem.months;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A function that ends before each of its calls in turn, and then runs again. */
@Tag("any-jdk")
class CutShortPublicationTest {

    private static final String INGOT = "81041100";
    private static final String ALLOY = "81041900";

    private static void before(FeedSystem system) {
        system.define("magnesium", "Magnesium", INGOT, ALLOY);
        system.upload("october", ALLOY, months("2025-10", 500));
        system.upload("november", INGOT, months("2025-11", 1000));
        system.upload("december", INGOT, months("2025-12", 2000));
    }

    /** One report changes, one goes, one comes. */
    private static void change(FeedSystem system) {
        system.upload("november", INGOT, months("2025-11", 1111));
        system.withdraw("october");
        system.upload("january", INGOT, months("2026-01", 3000));
    }

    @Test
    void a_first_publication_that_was_cut_short_is_completed() throws Exception {
        FeedSystem whole = FeedSystem.inMemory();
        before(whole);
        int calls = callsOf(whole);
        SortedMap<String, String> expected = whole.etags();

        assertThat(calls).isGreaterThan(expected.size());
        each(calls, cutAfter -> {
            FeedSystem system = FeedSystem.inMemory();
            before(system);
            cut(cutAfter, system);
            system.publish();
            assertThat(system.etags()).isEqualTo(expected);
        });
    }

    @Test
    void a_publication_over_another_that_was_cut_short_is_completed() throws Exception {
        sweep(system -> {});
    }

    @Test
    void a_publication_that_was_cut_short_leaves_no_trace_when_its_data_are_gone_by_then() throws Exception {
        sweep(system -> {
            system.upload("november", INGOT, months("2025-11", 1000));
            system.withdraw("january");
            system.upload("october", ALLOY, months("2025-10", 500));
        });
    }

    /** Cuts the publication of the change after each call; then the data become {@code after}, and it runs again. */
    private static void sweep(Consumer<FeedSystem> after) throws Exception {
        FeedSystem whole = FeedSystem.inMemory();
        before(whole);
        whole.publish();
        change(whole);
        int calls = callsOf(whole);
        SortedMap<String, String> changed = ofTheFeed(whole);
        after.accept(whole);
        whole.publish();
        SortedMap<String, String> expected = stable(whole);

        assertThat(calls).isGreaterThan(10);
        each(calls, cutAfter -> {
            FeedSystem system = FeedSystem.inMemory();
            before(system);
            system.publish();
            String live = system.content("magnesium/feed.json");
            change(system);
            cut(cutAfter, system);
            if (!system.content("magnesium/feed.json").equals(live)) {
                assertThat(ofTheFeed(system))
                        .as("all of the feed, since its feed.json is new")
                        .isEqualTo(changed);
            }
            assertThatEveryCopyIsThere(system);
            after.accept(system);
            system.publish();
            assertThat(stable(system)).isEqualTo(expected);
            assertThatEveryCopyIsThere(system);
            system.calls().take();
            system.publish();
            assertThat(system.calls().take()).noneMatch(call -> call.startsWith("Put"));
        });
    }

    /** A life for each number of calls from none to one less than all, some side by side. */
    private static void each(int calls, Life life) {
        IntStream.range(0, calls).parallel().forEach(cutAfter -> {
            try {
                life.with(cutAfter);
            } catch (Exception | AssertionError e) {
                throw new AssertionError("cut after " + cutAfter + " calls of " + calls, e);
            }
        });
    }

    /** What happens when a publication is cut after so many calls. */
    @FunctionalInterface
    private interface Life {
        void with(int cutAfter) throws Exception;
    }

    /** Publishes; how many calls that took. */
    private static int callsOf(FeedSystem system) throws Exception {
        system.calls().take();
        system.publish();
        return system.calls().take().size();
    }

    private static SortedMap<String, String> stable(FeedSystem system) {
        SortedMap<String, String> etags = system.etags();
        etags.keySet().removeIf(key -> key.contains("/archive/"));
        return etags;
    }

    private static SortedMap<String, String> ofTheFeed(FeedSystem system) {
        return stable(system).subMap("magnesium/", "magnesium0");
    }

    /** Whatever the live feed names, in either language, is there. */
    private static void assertThatEveryCopyIsThere(FeedSystem system) {
        SortedMap<String, String> objects = system.etags();
        String feeds = system.content("magnesium/feed.json") + system.content("magnesium/feed.zh.json");
        List<String> named = java.util.regex.Pattern.compile("archive/[^\"]+")
                .matcher(feeds)
                .results()
                .map(match -> "magnesium/" + match.group())
                .toList();
        assertThat(named).isNotEmpty().allSatisfy(key -> assertThat(objects).containsKey(key));
    }

    private static void cut(int calls, FeedSystem system) throws Exception {
        system.calls().stopAfter(calls);
        try {
            assertThat(system.publish()).contains("itemIdentifier");
        } finally {
            system.calls().stopAfter(Integer.MAX_VALUE);
            system.calls().take();
        }
    }
}
