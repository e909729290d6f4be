package dev.customsfeed.publish;

import static dev.customsfeed.publish.FeedSystem.months;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A function that ends before each of its calls in turn, and then runs again. */
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
        FeedSystem whole = new FeedSystem();
        before(whole);
        whole.publish();
        SortedMap<String, String> expected = whole.objects();

        int calls = 0;
        boolean cut = true;
        while (cut) {
            FeedSystem system = new FeedSystem();
            before(system);
            cut = isCutAfter(calls, system);
            if (cut) {
                assertThat(system.objects()).as("cut after %d calls", calls).isNotEqualTo(expected);
            }
            system.publish();
            assertThat(system.objects()).as("cut after %d calls", calls).isEqualTo(expected);
            // The static files of the page are many and alike.
            calls += 3;
        }
        assertThat(calls).isGreaterThan(expected.size());
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
        FeedSystem whole = new FeedSystem();
        before(whole);
        whole.publish();
        change(whole);
        whole.publish();
        SortedMap<String, String> changed = ofTheFeed(whole);
        after.accept(whole);
        whole.publish();
        SortedMap<String, String> expected = whole.stableObjects();

        int calls = 0;
        boolean cut = true;
        while (cut) {
            FeedSystem system = new FeedSystem();
            before(system);
            system.publish();
            String live = system.content("magnesium/feed.json");
            change(system);
            cut = isCutAfter(calls, system);
            if (cut && !system.content("magnesium/feed.json").equals(live)) {
                assertThat(ofTheFeed(system))
                        .as("all of the feed, since its feed.json is new, cut after %d calls", calls)
                        .isEqualTo(changed);
            }
            assertThatEveryCopyIsThere(system);
            after.accept(system);
            system.publish();
            assertThat(system.stableObjects()).as("cut after %d calls", calls).isEqualTo(expected);
            assertThatEveryCopyIsThere(system);
            system.publish();
            assertThat(system.calls().take()).as("cut after %d calls", calls).noneMatch(call -> call.startsWith("Put"));
            // Each document is written twice, as a copy and under its name: every second call meets every kind.
            calls += 2;
        }
        assertThat(calls).isGreaterThan(10);
    }

    private static SortedMap<String, String> ofTheFeed(FeedSystem system) {
        return system.stableObjects().subMap("magnesium/", "magnesium0");
    }

    /** Whatever the live feed names, in either language, is there. */
    private static void assertThatEveryCopyIsThere(FeedSystem system) {
        SortedMap<String, String> objects = system.objects();
        String feeds = objects.get("magnesium/feed.json") + objects.get("magnesium/feed.zh.json");
        List<String> named = java.util.regex.Pattern.compile("archive/[^\"]+")
                .matcher(feeds)
                .results()
                .map(match -> "magnesium/" + match.group())
                .toList();
        assertThat(named).isNotEmpty().allSatisfy(key -> assertThat(objects).containsKey(key));
    }

    private static boolean isCutAfter(int calls, FeedSystem system) throws Exception {
        system.calls().stopAfter(calls);
        try {
            system.publish();
            return false;
        } catch (RuntimeException cut) {
            assertThatThrownBy(() -> {
                        throw cut;
                    })
                    .isInstanceOfAny(FailedPublicationException.class, Calls.NotSent.class);
            return true;
        } finally {
            system.calls().stopAfter(Integer.MAX_VALUE);
            system.calls().take();
        }
    }
}
