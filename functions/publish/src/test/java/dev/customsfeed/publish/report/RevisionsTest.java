package dev.customsfeed.publish.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.publish.article.ArticleWriter;
import dev.customsfeed.publish.article.Language;
import dev.customsfeed.publish.report.TradeFiles.Row;
import dev.customsfeed.trade.Totals;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RevisionsTest {

    private static final String A = "incoming/gacc/flow=export/a.csv";
    private static final String B = "incoming/gacc/flow=export/b.csv";

    private final TradeFiles files = new TradeFiles(Feeds.metals());

    /** As "period kind from to by event", newest first. */
    private static List<String> revisions(TradeFiles files) {
        return MonthReports.revisions(files.data()).stream()
                .map(revision -> String.join(
                        " ",
                        revision.period().toString(),
                        revision.kind().id(),
                        kilograms(revision.from()),
                        kilograms(revision.to()),
                        revision.by().object().versionId(),
                        revision.by().outcome().name().toLowerCase(java.util.Locale.ROOT)))
                .toList();
    }

    private static String kilograms(java.util.Optional<dev.customsfeed.publish.statistics.Amount> amount) {
        return amount.map(known -> known.netWeightKg().stream()
                        .mapToObj(Long::toString)
                        .findFirst()
                        .orElse("?"))
                .orElse("-");
    }

    @Test
    void a_first_arrival_is_no_revision_and_neither_is_the_same_again() {
        files.put(A, "10000001 2025-01 111 1000 10").put(B, "10000001 2025-01 111 1000 10");
        assertThat(revisions(files)).isEmpty();
    }

    @Test
    void a_newer_file_revises() {
        files.put(A, "10000001 2025-01 111 1000 10").put(B, "10000001 2025-01 111 1200 11");
        assertThat(revisions(files)).containsExactly("2025-01 revised 1000 1200 v002 committed");
        Revision revision = files.report("2025-01").revisions().get(0);
        assertThat(revision.product().id()).isEqualTo("bar");
        assertThat(revision.commodity()).isEqualTo("10000001");
        assertThat(revision.from().orElseThrow().value()).isEqualTo(OptionalLong.of(10));
        assertThat(revision.to().orElseThrow().value()).isEqualTo(OptionalLong.of(11));
        assertThat(revision.by().object().key()).isEqualTo(B);
        assertThat(revision.at()).isEqualTo(Instant.parse("2026-01-01T00:00:02Z"));
    }

    @Test
    void an_overwritten_file_revises_what_it_had_and_withdraws_what_it_has_no_more() {
        files.put(A, "10000001 2025-01 111 1000 10", "10000001 2025-02 111 7 10")
                .put(A, "10000001 2025-01 111 1200 10");
        assertThat(revisions(files))
                .containsExactly("2025-02 withdrawn 7 - v002 committed", "2025-01 revised 1000 1200 v002 committed");
    }

    @Test
    void a_deleted_file_lets_the_older_one_count_again() {
        files.put(A, "10000001 2025-01 111 1000 10")
                .put(B, "10000001 2025-01 111 1200 10")
                .delete(B);
        assertThat(revisions(files))
                .containsExactly(
                        "2025-01 withdrawn 1200 1000 v003 deleted", "2025-01 revised 1000 1200 v002 committed");
        assertThat(files.report("2025-01")
                        .products()
                        .get(0)
                        .notes()
                        .get(0)
                        .text()
                        .in("en"))
                .isEqualTo("10000001 was withdrawn on 1 January 2026 with the file in " + B
                        + ": from 1,200 kg / 10 USD to 1,000 kg / 10 USD.");
    }

    @Test
    void a_month_that_nobody_has_any_more_and_one_that_comes_again_are_told() {
        files.put(A, "10000001 2025-01 111 1000 10", "20000001 2025-01 111 5 5", "20000002 2025-01 111 5 5")
                .put(A, "20000001 2025-01 111 5 5", "20000002 2025-01 111 5 5");
        assertThat(files.report("2025-01").products().get(0).notes().stream()
                        .map(note -> note.code().id()))
                .contains("absence-undeclared", "withdrawn");
        files.put(B, "10000001 2025-01 111 900 10");
        assertThat(revisions(files))
                .containsExactly("2025-01 restored - 900 v003 committed", "2025-01 withdrawn 1000 - v002 committed");
        assertThat(files.report("2025-01")
                        .products()
                        .get(0)
                        .notes()
                        .get(0)
                        .text()
                        .in("zh"))
                .isEqualTo("10000001于2026年1月1日随" + B + "恢复：900千克（10美元）。");
    }

    @Test
    void a_deletion_that_is_undone_restores() {
        files.put(A, "10000001 2025-01 111 1000 10")
                .put(B, "10000001 2025-01 111 1200 10")
                .delete(B)
                .remove(B, "v003");
        assertThat(revisions(files))
                .containsExactly(
                        "2025-01 restored 1000 1200 v003 removed",
                        "2025-01 withdrawn 1200 1000 v003 deleted",
                        "2025-01 revised 1000 1200 v002 committed");
        assertThat(files.report("2025-01").lastChanged()).isEqualTo(Instant.parse("2026-01-01T00:00:04Z"));
    }

    @Test
    void a_version_that_is_removed_for_good_withdraws() {
        files.put(A, "10000001 2025-01 111 1000 10")
                .put(A, "10000001 2025-01 111 1200 10")
                .remove(A, "v002");
        assertThat(revisions(files)).startsWith("2025-01 withdrawn 1200 1000 v002 removed");
    }

    @Test
    void a_split_over_partners_that_changed_is_a_revision() {
        files.put(A, "10000001 2025-01 111 1000 10").put(A, "10000001 2025-01 116 1000 10");
        assertThat(revisions(files)).containsExactly("2025-01 revised 1000 1000 v002 committed");
        files.remove(A, "v002");
        assertThat(files.report("2025-01")
                        .products()
                        .get(0)
                        .notes()
                        .get(0)
                        .text()
                        .in("en"))
                .endsWith("the total stayed, its split over partners changed.");
    }

    @Test
    void a_refused_upload_changes_nothing() {
        files.put(A, "10000001 2025-01 111 1000 10").refuse(A, "bad");
        assertThat(revisions(files)).isEmpty();
        assertThat(files.report("2025-01").lastChanged()).isEqualTo(Instant.parse("2026-01-01T00:00:01Z"));
    }

    @Test
    void a_deleted_file_never_lowers_the_date_of_the_months_that_were_held_against_it() {
        files.put(A, "10000001 2025-01 111 1000 10")
                .put(B, "10000001 2025-02 111 1200 10")
                .delete(A);
        assertThat(files.report("2025-02").lastChanged()).isEqualTo(Instant.parse("2026-01-01T00:00:03Z"));
    }

    @Test
    void the_article_tells_what_changed_from_what_to_what_by_which_file_and_when() {
        files.put(
                        "incoming/gacc/flow=export/hs=1000+2000/a.csv",
                        "10000001 2025-01 111 1000000 10",
                        "10000001 2025-02 111 1000000 10")
                .put(B, "10000001 2025-01 111 1200000 11");
        assertThat(ArticleWriter.write(files.report("2025-01"), Language.ENGLISH)
                        .text())
                .contains("Bar: 10000001 was revised by " + B
                        + " on 1 January 2026: from 1,000,000 kg / 10 USD to 1,200,000 kg / 11 USD.");
        assertThat(ArticleWriter.write(files.report("2025-01"), Language.CHINESE)
                        .text())
                .contains("Bar：10000001于2026年1月1日由" + B + "修订：由1000000千克（10美元）改为1200000千克（11美元）。");
        assertThat(ArticleWriter.write(files.report("2025-02"), Language.ENGLISH)
                        .text())
                .as("the cumulative figures have changed too, where they are known")
                .contains("and the cumulative figures with them: January 2025.");
    }

    /** What is done to the upload bucket: to which key, and which months and kilograms a file has; a deletion where none. */
    record Step(String key, List<Row> rows) {}

    @Property(tries = 150)
    void dates_never_go_back_and_revisions_are_never_taken_back(@ForAll("steps") List<Step> steps) {
        TradeFiles growing = new TradeFiles(Feeds.metals());
        Map<YearMonth, Instant> dates = new HashMap<>();
        List<Revision> before = List.of();
        for (Step step : steps) {
            if (step.rows().isEmpty()) {
                growing.delete(step.key());
            } else {
                growing.put(step.key(), step.rows());
            }
            for (MonthReport report : MonthReports.of(growing.data())) {
                Instant date = dates.getOrDefault(report.period(), Instant.MIN);
                assertThat(report.lastChanged()).isAfterOrEqualTo(date);
                dates.put(report.period(), report.lastChanged());
                assertThat(report.lastChanged()).isAfterOrEqualTo(report.firstUploaded());
            }
            List<Revision> now = MonthReports.revisions(growing.data());
            assertThat(now).endsWith(before.toArray(Revision[]::new));
            before = now;
        }
    }

    @Property(tries = 100)
    void the_newest_revision_of_a_month_says_what_counts_now(@ForAll("steps") List<Step> steps) {
        TradeFiles all = new TradeFiles(Feeds.metals());
        steps.forEach(step -> {
            if (step.rows().isEmpty()) {
                all.delete(step.key());
            } else {
                all.put(step.key(), step.rows());
            }
        });
        FeedData data = all.data();
        List<String> seen = new ArrayList<>();
        for (Revision revision : MonthReports.revisions(data)) {
            String month = revision.commodity() + revision.period();
            if (!seen.contains(month)) {
                seen.add(month);
                var counts = java.util.Optional.ofNullable(
                                data.monthsOf(revision.commodity()).get(revision.period()))
                        .map(known -> known.counts().totals());
                assertThat(revision.to().map(amount -> amount.netWeightKg().orElse(-1)))
                        .isEqualTo(counts.map(Totals::reportedNetWeightKg));
            }
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Row> row = Combinators.combine(
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.of("111", "304"),
                        Arbitraries.longs().between(0, 3))
                .as((month, partner, kilograms) ->
                        new Row("10000001", YearMonth.of(2025, month), partner, kilograms, kilograms));
        return Combinators.combine(Arbitraries.of(A, B), row.list().ofMaxSize(2))
                .as(Step::new)
                .list()
                .ofMaxSize(8);
    }
}
