package dev.customsfeed.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.customsfeed.ledger.UploadHistory.Fate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class UploadHistoryTest {

    private static final String KEY = "incoming/gacc/flow=export/2025-12.csv";
    private static final YearMonth DECEMBER = YearMonth.of(2025, 12);

    private final UploadBucket bucket = new UploadBucket();

    @Test
    void a_newer_version_supersedes_the_one_before() {
        putDecember(1);
        putDecember(2);

        UploadHistory history = history();

        assertThat(fates()).containsExactly(Fate.SUPERSEDED, Fate.STANDS);
        assertThat(history.standing("uploads/" + KEY).map(UploadLogEntry.class::cast))
                .contains(bucket.announced().get(1));
        assertThat(List.<UploadLogEntry>copyOf(history.retired()))
                .containsExactly(bucket.announced().get(0));
    }

    @Test
    void a_rejected_version_is_as_if_never_uploaded_and_is_told() {
        putDecember(1);
        bucket.putBad(KEY);

        assertThat(fates()).containsExactly(Fate.STANDS, Fate.REJECTED);
        assertThat(List.<UploadLogEntry>copyOf(history().rejected()))
                .containsExactly(bucket.announced().get(1));
    }

    @Test
    void a_rejected_version_is_no_longer_told_once_a_good_one_follows() {
        bucket.putBad(KEY);
        putDecember(1);

        assertThat(history().rejected()).isEmpty();
    }

    @Test
    void a_deleted_object_withdraws_all_its_versions() {
        putDecember(1);
        bucket.delete(KEY);

        assertThat(history().standing()).isEmpty();
        assertThat(history().fate(bucket.announced().get(0).object())).contains(Fate.WITHDRAWN);
    }

    @Test
    void a_rejected_version_over_a_delete_marker_brings_nothing_back() {
        putDecember(1);
        bucket.delete(KEY);
        bucket.putBad(KEY);

        assertThat(history().standing()).isEmpty();
        assertThat(history().rejected()).hasSize(1);
    }

    @Test
    void a_removed_delete_marker_brings_the_file_back() {
        putDecember(1);
        bucket.delete(KEY);
        bucket.remove(KEY, 1);

        assertThat(history().standing()).hasSize(1);
    }

    @Test
    void a_removed_version_lets_the_one_before_count_again() {
        putDecember(1);
        putDecember(2);
        bucket.remove(KEY, 1);

        assertThat(List.<UploadLogEntry>copyOf(history().standing()))
                .containsExactly(bucket.announced().get(0));
        assertThat(history().fate(bucket.announced().get(1).object())).contains(Fate.WITHDRAWN);
    }

    @Test
    void a_removed_rejected_version_is_no_longer_told() {
        bucket.putBad(KEY);
        bucket.remove(KEY, 0);

        assertThat(history().rejected()).isEmpty();
        assertThat(history().fate(bucket.announced().get(0).object())).contains(Fate.WITHDRAWN);
    }

    @Test
    void each_list_is_in_the_order_of_the_uploads_whatever_the_objects_are_called() {
        // Downwards: the order of the names would be the wrong one.
        for (int name = 30; name > 0; name--) {
            String key = "incoming/gacc/flow=export/" + (char) ('@' + name);
            switch (name % 3) {
                case 0 -> bucket.putBad(key);
                case 1 -> bucket.put(key, new TreeSet<>(), List.of());
                default -> {
                    bucket.put(key, new TreeSet<>(), List.of());
                    bucket.delete(key);
                }
            }
        }

        UploadHistory history = history();

        for (List<? extends UploadLogEntry> list : List.of(history.standing(), history.retired(), history.rejected())) {
            assertThat(List.<UploadLogEntry>copyOf(list))
                    .hasSize(10)
                    .isSortedAccordingTo(Comparator.comparing(UploadLogEntry::upload));
        }
    }

    @Test
    void histories_are_equal_where_logs_are_in_whatever_order() {
        putDecember(1);
        bucket.putBad("incoming/b.csv");
        bucket.delete(KEY);
        List<UploadLogEntry> backwards = new ArrayList<>(bucket.announced());
        Collections.reverse(backwards);

        assertThat(UploadHistory.of(backwards)).isEqualTo(history()).hasSameHashCodeAs(history());
        assertThat(history().customsFiles()).isEmpty();

        putDecember(2);

        assertThat(UploadHistory.of(backwards)).isNotEqualTo(history());
        assertThat(history().hashCode())
                .isNotEqualTo(UploadHistory.of(backwards).hashCode());
        assertThat(history().customsFiles()).hasSize(1);
    }

    @Test
    void what_a_newer_file_replaced_stays_visible() {
        bucket.put("incoming/a.csv", new TreeSet<>(), List.of(new UploadBucket.Said("81041100", DECEMBER, 10)));
        bucket.put("incoming/b.csv", new TreeSet<>(), List.of(new UploadBucket.Said("81041100", DECEMBER, 11)));

        CommodityMonths months = fold("81041100");

        CommodityMonth december = months.months().get(DECEMBER);
        assertThat(december.counts().totals().reportedNetWeightGrams()).isEqualTo(11_000);
        assertThat(december.others()).singleElement().satisfies(other -> assertThat(
                        other.totals().reportedNetWeightGrams())
                .isEqualTo(10_000));
        assertThat(months.files()).containsExactly(december.counts().newest().object());
    }

    @Test
    void what_files_said_of_a_month_that_nobody_has_any_more_stays_known_and_so_do_all_events() {
        bucket.put("incoming/a.csv", new TreeSet<>(), List.of(new UploadBucket.Said("81041100", DECEMBER, 10)));
        bucket.put("incoming/b.csv", new TreeSet<>(), List.of(new UploadBucket.Said("81041100", DECEMBER, 11)));
        bucket.delete("incoming/a.csv");
        bucket.delete("incoming/b.csv");

        CommodityMonths months = fold("81041100");

        assertThat(months.months()).isEmpty();
        assertThat(months.said().get(DECEMBER))
                .extracting(said -> said.totals().reportedNetWeightGrams())
                .containsExactly(10_000L, 11_000L);
        assertThat(history().entries())
                .containsExactlyInAnyOrderElementsOf(bucket.announced())
                .isSortedAccordingTo(Comparator.comparing(UploadLogEntry::upload));
    }

    @Test
    void absent_is_missing_unless_the_file_was_asked_for_it() {
        bucket.put("incoming/a.csv", new TreeSet<>(), List.of(new UploadBucket.Said("81041100", DECEMBER, 10)));

        assertThat(fold("81041900").months()).isEmpty();

        bucket.put(
                "incoming/a.csv",
                new TreeSet<>(List.of("8104")),
                List.of(new UploadBucket.Said("81041100", DECEMBER, 10)));

        assertThat(fold("81041900").months().get(DECEMBER).counts().totals()).isEqualTo(Totals.NONE);
    }

    @Test
    void figures_in_another_currency_do_not_count() {
        putDecember(1);

        Series yuan = new Series(UploadBucket.TRADE_FLOW, "CNY", "81041100");
        assertThat(CommodityMonths.fold(yuan, UploadBucket.RULES, history(), List.of())
                        .months())
                .isEmpty();
    }

    @Test
    void a_feed_definition_has_no_months() {
        ObjectVersion object = new ObjectVersion("uploads", "feeds/magnesium.json", "v1");
        putDecember(1);
        UploadOrder order = bucket.announced().get(0).upload().order();
        UploadHistory definitions =
                UploadHistory.of(List.of(new UploadLogEntry.Definition(new Upload(object, order), "{}")));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CommodityMonths.fold(
                        new Series(UploadBucket.TRADE_FLOW, "USD", "81041100"),
                        UploadBucket.RULES,
                        definitions,
                        List.of()));
        assertThat(definitions.definitions()).hasSize(1);
        assertThat(definitions.customsFiles()).isEmpty();
    }

    private void putDecember(long netWeightKg) {
        bucket.put(KEY, new TreeSet<>(), List.of(new UploadBucket.Said("81041100", DECEMBER, netWeightKg)));
    }

    private UploadHistory history() {
        return UploadHistory.of(bucket.announced());
    }

    private List<Fate> fates() {
        UploadHistory history = history();
        return bucket.announced().stream()
                .map(entry -> history.fate(entry.object()).orElseThrow())
                .toList();
    }

    private CommodityMonths fold(String commodity) {
        return CommodityMonths.fold(
                new Series(UploadBucket.TRADE_FLOW, "USD", commodity),
                UploadBucket.RULES,
                history(),
                bucket.figures(commodity));
    }
}
