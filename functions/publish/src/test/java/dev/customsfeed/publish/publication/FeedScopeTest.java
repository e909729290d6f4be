package dev.customsfeed.publish.publication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.ledger.CommodityMonths;
import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.UploadHistory;
import dev.customsfeed.ledger.UploadLogEntry;
import dev.customsfeed.publish.documents.FeedDocuments;
import dev.customsfeed.publish.documents.KnownDocuments;
import dev.customsfeed.publish.documents.json.Document;
import dev.customsfeed.publish.documents.json.RowAccess;
import dev.customsfeed.publish.figures.feed.FeedData;
import dev.customsfeed.publish.figures.report.Feeds;
import dev.customsfeed.publish.figures.report.TradeFiles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FeedScopeTest {

    private static final String FOLDER = "incoming/gacc/flow=export/";
    private static final FeedScope MAGNESIUM = FeedScope.of(Feeds.magnesium());

    private static boolean concerns(FeedScope scope, TradeFiles files) {
        return scope.concerns(files.data().uploads().entries());
    }

    private static TradeFiles files() {
        return new TradeFiles(Feeds.magnesium());
    }

    @Test
    void a_file_that_may_have_a_commodity_concerns_the_feed() {
        assertThat(concerns(MAGNESIUM, files().put(FOLDER + "a.csv", "81041100 2025-12 111 1 1")))
                .isTrue();
        assertThat(concerns(MAGNESIUM, files().put(FOLDER + "a.csv", "99999999 2025-12 111 1 1")))
                .as("nobody said that it has no other")
                .isTrue();
        assertThat(concerns(MAGNESIUM, files().put(FOLDER + "hs=8104/a.csv", "81041100 2025-12 111 1 1")))
                .isTrue();
        assertThat(concerns(MAGNESIUM, files().put(FOLDER + "hs=9999/a.csv", "99999999 2025-12 111 1 1")))
                .isFalse();
        assertThat(concerns(MAGNESIUM, files().put(FOLDER + "hs=9999/page=1of2/a.csv", "99999999 2025-12 111 1 1")))
                .as("pages count when all are there")
                .isTrue();
    }

    @Test
    void a_file_of_its_goods_concerns_it_also_in_another_flow_or_at_another_level_of_the_code() {
        assertThat(concerns(
                        MAGNESIUM, files().of(Flow.IMPORT).put(FOLDER + "hs=8104/a.csv", "81041100 2025-12 111 1 1")))
                .isTrue();
        assertThat(concerns(MAGNESIUM, files().put(FOLDER + "hs=810411/a.csv", "810411 2025-12 111 1 1")))
                .isTrue();
        assertThat(concerns(MAGNESIUM, files().put(FOLDER + "hs=8104110010/a.csv", "8104110010 2025-12 111 1 1")))
                .isTrue();
    }

    @Test
    void for_a_group_files_of_all_goods_count_since_they_say_who_has_reported() {
        FeedScope group = new FeedScope("any", true, MAGNESIUM.commodities(), Optional.empty());

        assertThat(concerns(group, files().put(FOLDER + "hs=9999/a.csv", "99999999 2025-12 111 1 1")))
                .isTrue();
    }

    @Test
    void a_rejected_upload_concerns_whom_it_may_have_had_goods_of() {
        assertThat(concerns(MAGNESIUM, files().reject(FOLDER + "a.csv", "why"))).isTrue();
        assertThat(concerns(MAGNESIUM, files().reject(FOLDER + "hs=8104/a.csv", "why")))
                .isTrue();
        assertThat(concerns(MAGNESIUM, files().reject(FOLDER + "hs=9999/a.csv", "why")))
                .isFalse();
        assertThat(concerns(MAGNESIUM, files().delete(FOLDER + "a.csv"))).isFalse();
    }

    @Test
    void it_is_read_as_it_was_written() throws Exception {
        assertThat(FeedScope.read(MAGNESIUM.json())).isEqualTo(MAGNESIUM);
    }

    @Test
    void what_does_not_concern_a_feed_changes_nothing_of_it() {
        FeedData all = files().put(FOLDER + "hs=8104/a.csv", rows("2025-11", 1))
                .put(FOLDER + "hs=8104/province=44/b.csv", rows("2025-12", 7))
                .put(FOLDER + "hs=9999/c.csv", "99999999 2025-12 111 1 1")
                .put(FOLDER + "hs=9999/c.csv", "99999999 2025-12 111 2 2")
                .reject(FOLDER + "hs=9999/d.csv", "not ours")
                .reject(FOLDER + "hs=8104/e.csv", "ours")
                .put(FOLDER + "hs=8104/a.csv", rows("2025-11", 5))
                .delete(FOLDER + "hs=9999/c.csv")
                .data();
        Map<String, List<UploadLogEntry>> byObject = all.uploads().entries().stream()
                .collect(Collectors.groupingBy(entry -> entry.object().object()));
        List<UploadLogEntry> concerned = byObject.values().stream()
                .filter(MAGNESIUM::concerns)
                .flatMap(List::stream)
                .toList();

        UploadHistory history = UploadHistory.of(concerned);
        FeedData less = new FeedData(all.definition(), all.definitionFile(), history, all.months());

        assertThat(concerned).hasSize(4);
        assertThat(all.months().values()).anyMatch(months -> !months.equals(none(all)));
        assertThat(contents(less)).isEqualTo(contents(all));
    }

    private static String[] rows(String month, int kilograms) {
        return Feeds.magnesium().commodities().stream()
                .map(commodity -> commodity + " " + month + " 111 " + kilograms + " 9")
                .toArray(String[]::new);
    }

    private static CommodityMonths none(FeedData data) {
        return CommodityMonths.fold(
                data.series().get(0), data.definition().source(), UploadHistory.of(List.of()), List.of());
    }

    private static SortedMap<String, String> contents(FeedData data) {
        SortedMap<String, String> contents = new TreeMap<>();
        for (Document document : FeedDocuments.of(data, Optional.empty(), KnownDocuments.none(), RowAccess.none())) {
            contents.put(document.path(), document.text());
        }
        return contents;
    }
}
