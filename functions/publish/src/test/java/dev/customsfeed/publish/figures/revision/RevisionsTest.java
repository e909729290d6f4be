package dev.customsfeed.publish.figures.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.customsfeed.ledger.CommodityMonth;
import dev.customsfeed.ledger.CommodityMonth.Counted;
import dev.customsfeed.ledger.CommodityMonth.Said;
import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.Totals;
import dev.customsfeed.ledger.UploadLogEntry;
import dev.customsfeed.ledger.UploadLogEntry.CustomsFile;
import dev.customsfeed.publish.documents.article.Article;
import dev.customsfeed.publish.documents.article.ArticleWriter;
import dev.customsfeed.publish.documents.json.Document;
import dev.customsfeed.publish.documents.report.ReportJson;
import dev.customsfeed.publish.figures.feed.FeedData;
import dev.customsfeed.publish.figures.report.Feeds;
import dev.customsfeed.publish.figures.report.MonthReport;
import dev.customsfeed.publish.figures.report.Note;
import dev.customsfeed.publish.figures.report.Reports;
import dev.customsfeed.publish.figures.report.Schemas;
import dev.customsfeed.publish.figures.report.TradeFiles;
import dev.customsfeed.publish.figures.report.TradeFiles.Row;
import dev.customsfeed.publish.figures.trade.Amount;
import dev.customsfeed.publish.words.Languages;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

class RevisionsTest {

    private static final String A = "incoming/gacc/flow=export/a.csv";
    private static final String B = "incoming/gacc/flow=export/b.csv";

    private static final String BAR = "10000001";
    private static final YearMonth JANUARY = YearMonth.of(2025, 1);

    private static final String ALL = "incoming/gacc/flow=export/hs=1000+2000/a.csv";
    private static final String B_OF_ALL = "incoming/gacc/flow=export/hs=1000+2000/b.csv";

    private final TradeFiles files = new TradeFiles(Feeds.metals());

    /** As "period kind from to by event", newest first. */
    private static List<String> revisions(TradeFiles files) {
        return Reports.revisions(files.data()).stream().map(RevisionsTest::told).toList();
    }

    private static String told(Revision revision) {
        return told(revision.period(), revision.kind(), revision.from(), revision.to(), revision.by());
    }

    private static String told(
            YearMonth period, Revision.Kind kind, Optional<Amount> from, Optional<Amount> to, UploadLogEntry by) {
        return String.join(
                " ",
                period.toString(),
                kind.id(),
                kilograms(from),
                kilograms(to),
                by.object().versionId(),
                by.getClass().getSimpleName().toLowerCase(Locale.ROOT).replace("customsfile", "committed"));
    }

    private static String kilograms(Optional<Amount> amount) {
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
        assertThat(Languages.PUBLISHED
                        .of(files.report("2025-01").products().get(0).notes().get(0))
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
        assertThat(Languages.PUBLISHED
                        .of(files.report("2025-01").products().get(0).notes().get(0))
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

    /** What the report says of its first revision whose amount stayed. */
    private String changed(String period) throws IOException {
        Document report = ReportJson.document(files.report(period), Languages.PUBLISHED);
        Schemas.check(report);
        return new JsonMapper()
                .readTree(report.content())
                .at("/revisions/0/changed")
                .asText();
    }

    @Test
    void a_split_over_partners_that_changed_is_a_revision() throws IOException {
        files.put(A, "10000001 2025-01 111 1000 10").put(A, "10000001 2025-01 116 1000 10");
        assertThat(revisions(files)).containsExactly("2025-01 revised 1000 1000 v002 committed");
        assertThat(changed("2025-01")).isEqualTo("split");
        files.remove(A, "v002");
        assertThat(Languages.PUBLISHED
                        .of(files.report("2025-01").products().get(0).notes().get(0))
                        .in("en"))
                .endsWith("the total stayed, its split over partners changed.");
    }

    @Test
    void a_split_over_the_same_partners_in_other_amounts_is_a_revision() throws IOException {
        files.put(A, "10000001 2025-01 111 600 4", "10000001 2025-01 116 400 6")
                .put(A, "10000001 2025-01 111 400 6", "10000001 2025-01 116 600 4");
        assertThat(revisions(files)).containsExactly("2025-01 revised 1000 1000 v002 committed");
        assertThat(changed("2025-01")).isEqualTo("split");
    }

    @Test
    void the_same_figures_in_another_number_of_rows_are_no_revision() {
        files.put(A, "10000001 2025-01 111 1000 10", "10000001 2025-01 116 5 1")
                .put(A, "10000001 2025-01 111 600 4", "10000001 2025-01 111 400 6", "10000001 2025-01 116 5 1");
        assertThat(revisions(files)).isEmpty();
        String part = "incoming/gacc/flow=export/hs=2000/partner=111/a.csv";
        files.put(part, "20000001 2025-01 111 1000 10")
                .put(part, "20000001 2025-01 111 600 4", "20000001 2025-01 111 400 6");
        assertThat(revisions(files)).isEmpty();
    }

    @Test
    void a_total_that_stayed_says_what_else_changed() throws IOException {
        files.put(ALL, "10000001 2025-01 111 1000000 10").put(B_OF_ALL, "10000001 2025-01 111 ~1000000 10");
        assertThat(changed("2025-01")).isEqualTo("estimate");
        assertThat(note("2025-01", "en")).endsWith("the total stayed, how much of it is estimated changed.");
        assertThat(note("2025-01", "zh")).endsWith("总数不变，其中估算部分有变。");
        assertThat(article("2025-01").text())
                .contains("stayed at 1,000 mt, but how much of that is estimated was revised by the file of");
        assertThat(chinese("2025-01").text()).contains("1月Bar出口的估算部分有修订，总量仍为1000吨。");
    }

    @Test
    void a_part_that_becomes_the_whole_with_the_same_total_is_told_as_that() throws IOException {
        files.put("incoming/gacc/flow=export/hs=1000+2000/partner=111/a.csv", "10000001 2025-01 111 1000000 10")
                .put(ALL, "10000001 2025-01 111 1000000 10");
        assertThat(changed("2025-01")).isEqualTo("scope");
        assertThat(note("2025-01", "en")).endsWith("the total stayed, which part of the trade it is of changed.");
        assertThat(article("2025-01").text())
                .contains("stayed at 1,000 mt, but which part of them is known was revised by the file of");
        assertThat(chinese("2025-01").text()).contains("1月Bar出口的已知范围有修订，总量仍为1000吨。");
    }

    @Test
    void a_rejected_upload_changes_nothing() {
        files.put(A, "10000001 2025-01 111 1000 10").reject(A, "bad");
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
    void a_note_tells_what_changed_from_what_to_what_by_which_file_and_when() {
        files.put(
                        "incoming/gacc/flow=export/hs=1000+2000/a.csv",
                        "10000001 2025-01 111 1000000 10",
                        "10000001 2025-02 111 1000000 10")
                .put(B, "10000001 2025-01 111 1200000 11");
        assertThat(note("2025-01", "en"))
                .isEqualTo("10000001 was revised by " + B
                        + " on 1 January 2026: from 1,000,000 kg / 10 USD to 1,200,000 kg / 11 USD.");
        assertThat(note("2025-01", "zh"))
                .isEqualTo("10000001于2026年1月1日由" + B + "修订：由1000000千克（10美元）改为1200000千克（11美元）。");
        assertThat(article("2025-02").text())
                .as("the cumulative figures have changed too, where they are known")
                .contains("The figures of January 2025 were revised after they were first published, and the cumulative"
                        + " figures with them.");
    }

    private String note(String period, String language) {
        return Languages.PUBLISHED
                .of(files.report(period).products().get(0).notes().stream()
                        .filter(note -> note.code() == Note.Code.REVISED)
                        .findFirst()
                        .orElseThrow())
                .in(language);
    }

    private Article article(String period) {
        return ArticleWriter.write(files.report(period), Languages.ENGLISH);
    }

    private Article chinese(String period) {
        return ArticleWriter.write(files.report(period), Languages.CHINESE);
    }

    @Test
    void an_article_tells_a_revision_as_the_trade_rounds_it_without_keys_and_codes() {
        files.put(ALL, "10000001 2025-01 111 22218000 47130535")
                .put(B_OF_ALL, "10000001 2025-01 111 22000000 47000000");
        assertThat(article("2025-01").title()).isEqualTo("Metals, January 2025 (revised): 22,000 mt");
        assertThat(article("2025-01").summary())
                .contains("Revised since first published: bar from 22,200 mt to 22,000 mt (−0.98%).");
        assertThat(article("2025-01").text())
                .contains("January exports of bar were revised from 22,200 mt to 22,000 mt (−0.98%)"
                        + " by the file of 1 January 2026.")
                .doesNotContain("incoming/", ".csv", "10000001", " kg", "2026-01-01");
        assertThat(chinese("2025-01").title()).isEqualTo("Metals：2025年1月（修订）2.20万吨");
        assertThat(chinese("2025-01").summary()).contains("首次公布后有修订：Bar由2.22万吨修订为2.20万吨（−0.98%）。");
        assertThat(chinese("2025-01").text())
                .contains("据2026年1月1日的文件，1月Bar出口由2.22万吨修订为2.20万吨（−0.98%）。")
                .doesNotContain("incoming/", ".csv", "10000001", " kg", "USD", "2026-01-01");
    }

    @Test
    void a_revision_that_rounding_would_hide_is_told_by_its_size() {
        files.put(ALL, "10000001 2025-01 111 22218000 10").put(B_OF_ALL, "10000001 2025-01 111 22219000 10");
        assertThat(article("2025-01").summary()).contains("bar by +1 mt to 22,200 mt.");
        assertThat(chinese("2025-01").summary()).contains("Bar修订+1吨至2.22万吨。");
    }

    @Test
    void a_revision_of_the_value_alone_is_called_one_of_the_value() {
        files.put(ALL, "10000001 2025-01 111 1000 47130535").put(B_OF_ALL, "10000001 2025-01 111 1000 46000000");
        assertThat(article("2025-01").summary()).contains("bar in value from 47.1 million USD to 46.0 million USD.");
        assertThat(chinese("2025-01").summary()).contains("Bar金额由4713万美元修订为4600万美元。");
    }

    @Test
    void a_revised_split_changes_neither_title_nor_summary() {
        files.put(ALL, "10000001 2025-01 111 1000000 10").put(B_OF_ALL, "10000001 2025-01 116 1000000 10");
        assertThat(article("2025-01").title()).isEqualTo("Metals, January 2025: 1,000 mt");
        assertThat(article("2025-01").summary()).doesNotContain("evised");
        assertThat(article("2025-01").text())
                .contains("January exports of bar stayed at 1,000 mt, but their split by destination was revised"
                        + " by the file of 1 January 2026.");
        assertThat(chinese("2025-01").text()).contains("据2026年1月1日的文件，1月Bar出口的目的地分布有修订，总量仍为1000吨。");
    }

    @Test
    void what_came_again_unchanged_is_no_news_in_its_month_and_in_those_after_it() {
        files.put(ALL, "10000001 2025-01 111 1000000 10")
                .put(B_OF_ALL, "10000001 2025-02 111 1000000 10")
                .delete(ALL)
                .put(ALL, "10000001 2025-01 111 1000000 10");
        assertThat(Reports.revisions(files.data()))
                .as("three commodities, each withdrawn and restored")
                .hasSize(6);
        assertThat(article("2025-01").title()).isEqualTo("Metals, January 2025: 1,000 mt");
        assertThat(article("2025-01").text()).doesNotContain("evised", "withdrawn", "again");
        assertThat(article("2025-02").text()).doesNotContain("evised");
        files.delete(ALL).put(ALL, "10000001 2025-01 111 900000 10");
        assertThat(article("2025-01").summary()).as("not unchanged").contains("bar from 1,000 mt to 900 mt (−10.00%).");
    }

    @Test
    void an_article_tells_a_withdrawal_and_a_restoration() {
        files.put(ALL, "10000001 2025-01 111 1000000 10")
                .put(B_OF_ALL, "10000001 2025-01 111 1200000 10")
                .delete(B_OF_ALL);
        assertThat(article("2025-01").text())
                .contains("January exports of bar were revised from 1,200 mt to 1,000 mt (−16.67%)"
                        + " on 1 January 2026, when a newer file was withdrawn.");
        assertThat(chinese("2025-01").text()).contains("2026年1月1日一份较新的文件撤回后，1月Bar出口由1200吨修订为1000吨（−16.67%）。");
        files.remove(B_OF_ALL, "v003");
        assertThat(article("2025-01").text()).contains("when a withdrawn file was restored.");
        assertThat(chinese("2025-01").text()).contains("一份已撤回的文件恢复后，1月Bar出口由1000吨修订为1200吨（+20.00%）。");
    }

    @Test
    void what_was_withdrawn_and_counts_no_more_makes_the_month_incomplete_and_not_revised() {
        files.put(A, "10000001 2025-01 111 1000000 10", "20000001 2025-01 111 5 5", "20000002 2025-01 111 5 5")
                .put(A, "20000001 2025-01 111 5 5", "20000002 2025-01 111 5 5");
        assertThat(article("2025-01").title()).isEqualTo("Metals, January 2025: incomplete, bar not reported");
        assertThat(article("2025-01").text())
                .contains("January exports of bar (1,000 mt) were withdrawn on 1 January 2026.");
        assertThat(chinese("2025-01").text()).contains("1月Bar出口（1000吨）已于2026年1月1日撤回。");
    }

    @Test
    void a_commodity_among_several_of_its_product_is_named_by_its_code() {
        files.put(ALL, "20000001 2025-01 111 1000000 10").put(B_OF_ALL, "20000001 2025-01 111 1200000 10");
        assertThat(article("2025-01").summary()).contains("rod (HS 20000001) from 1,000 mt to 1,200 mt (+20.00%).");
        assertThat(chinese("2025-01").summary()).contains("Rod（HS 20000001）由1000吨修订为1200吨（+20.00%）。");
    }

    @Test
    void a_summary_names_three_revisions_and_says_that_there_are_others() {
        TradeFiles four = new TradeFiles(Feeds.read("four", """
                {"id": "four", "title": {"en": "Tin exports"}, "source": "gacc", "reporter": "CN", "flow": "export", "currency": "USD",
                 "products": [
                   {"id": "a", "hs": ["10000001"], "name": {"en": "Tin bar"}},
                   {"id": "b", "hs": ["10000002"], "name": {"en": "Tin foil"}},
                   {"id": "c", "hs": ["10000003"], "name": {"en": "Tin ash"}},
                   {"id": "d", "hs": ["10000004"], "name": {"en": "Tin rod"}}]}
                """));
        for (long kilograms : new long[] {1000, 2000}) {
            four.put(
                    "incoming/gacc/flow=export/hs=1000/" + kilograms + ".csv",
                    List.of("10000004", "10000003", "10000002", "10000001").stream()
                            .map(commodity -> new Row(commodity, YearMonth.of(2025, 1), "111", kilograms, 1))
                            .toList());
        }
        assertThat(ArticleWriter.write(four.report("2025-01"), Languages.ENGLISH)
                        .summary())
                .contains(
                        "bar from 1 mt to 2 mt (+100.00%), foil from 1 mt to 2 mt (+100.00%) and ash from 1 mt to 2 mt"
                                + " (+100.00%), among others.");
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
            for (MonthReport report : Reports.of(growing.data())) {
                Instant date = dates.getOrDefault(report.period(), Instant.MIN);
                assertThat(report.lastChanged()).isAfterOrEqualTo(date);
                dates.put(report.period(), report.lastChanged());
                assertThat(report.lastChanged()).isAfterOrEqualTo(report.firstUploaded());
            }
            List<Revision> now = Reports.revisions(growing.data());
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
        for (Revision revision : Reports.revisions(data)) {
            String month = revision.commodity() + revision.period();
            if (!seen.contains(month)) {
                seen.add(month);
                var counts = java.util.Optional.ofNullable(
                                data.monthsOf(data.definition().series(revision.commodity()))
                                        .get(revision.period()))
                        .map(known -> known.counts().totals());
                assertThat(revision.to().map(amount -> amount.netWeightGrams().orElse(-1)))
                        .isEqualTo(counts.map(Totals::reportedNetWeightGrams));
            }
        }
    }

    /** What somebody does to the upload bucket. */
    enum Doing {
        PUT,
        DELETE,
        /** The newest version of a key goes for good, be it a file or a deletion. */
        REMOVE
    }

    /** It is done to which key; what rows a file has. */
    record Act(Doing doing, String key, List<Row> rows) {}

    /** The rule said once more, naively: all is folded anew after each event, and what counts is held against what counted before it. */
    @Property(tries = 600)
    void revisions_of_parts_and_pages_are_what_each_event_changed(@ForAll("actsOnParts") List<Act> acts) {
        TradeFiles growing = new TradeFiles(Feeds.metals());
        Map<String, Deque<String>> versions = new HashMap<>();
        List<String> expected = new ArrayList<>();
        Optional<Counted> before = Optional.empty();
        boolean arrived = false;
        int done = 0;
        for (Act act : acts) {
            Deque<String> ofKey = versions.computeIfAbsent(act.key(), any -> new ArrayDeque<>());
            if (act.doing() == Doing.REMOVE && ofKey.isEmpty()) {
                continue;
            }
            done++;
            switch (act.doing()) {
                case PUT -> growing.put(act.key(), act.rows());
                case DELETE -> growing.delete(act.key());
                case REMOVE -> growing.remove(act.key(), ofKey.pop());
            }
            if (act.doing() != Doing.REMOVE) {
                ofKey.push(String.format(Locale.ROOT, "v%03d", done));
            }
            FeedData data = growing.data();
            Optional<Counted> now = Optional.ofNullable(
                            data.monthsOf(data.definition().series(BAR)).get(JANUARY))
                    .map(CommodityMonth::counts);
            if (arrived && !said(before).equals(said(now))) {
                UploadLogEntry event =
                        Collections.max(data.uploads().entries(), Comparator.comparing(UploadLogEntry::upload));
                expected.add(
                        0,
                        told(
                                JANUARY,
                                kind(before, now, event, data),
                                before.map(counts -> Amount.of(counts.totals())),
                                now.map(counts -> Amount.of(counts.totals())),
                                event));
            }
            arrived |= now.isPresent();
            before = now;
        }
        assertThat(Reports.revisions(growing.data()).stream()
                        .filter(revision -> revision.commodity().equals(BAR))
                        .map(RevisionsTest::told))
                .containsExactlyElementsOf(expected);
    }

    /** The rule of kinds, by what lies in the bucket after the event. */
    private static Revision.Kind kind(
            Optional<Counted> before, Optional<Counted> now, UploadLogEntry event, FeedData data) {
        boolean countsNow = event instanceof CustomsFile && objects(now).contains(event.object());
        boolean allStand = data.uploads().standing().stream()
                .map(UploadLogEntry::object)
                .collect(Collectors.toSet())
                .containsAll(objects(before));
        return before.isPresent() && countsNow
                ? Revision.Kind.REVISED
                : allStand ? Revision.Kind.RESTORED : Revision.Kind.WITHDRAWN;
    }

    private static Set<ObjectVersion> objects(Optional<Counted> counts) {
        return counts.stream()
                .flatMap(of -> of.said().stream())
                .map(Said::object)
                .collect(Collectors.toSet());
    }

    /** How much, what it is about and whom it was traded with. */
    private static String said(Optional<Counted> counts) {
        return counts.map(of -> figures(of.totals()) + " " + of.scope() + " "
                        + of.partners().entrySet().stream()
                                .map(partner -> partner.getKey() + " " + figures(partner.getValue()))
                                .toList())
                .orElse("-");
    }

    /** All but in how many rows that is said. */
    private static String figures(Totals totals) {
        return totals.netWeightGrams() + " " + totals.valueThousandths() + " " + totals.estimatedNetWeightGrams();
    }

    @Test
    void two_thousand_parts_or_pages_of_a_month_are_played_again_within_a_minute() {
        for (int i = 1000; i < 3000; i++) {
            files.put("incoming/gacc/flow=export/partner=" + i + "/a.csv", "10000001 2025-01 " + i + " 1 1");
        }
        for (int i = 1; i <= 2000; i++) {
            files.put("incoming/gacc/flow=export/page=" + i + "of2000/a.csv", "20000001 2025-02 " + i + " 1 1");
        }
        FeedData data = files.data();
        List<Revision> revisions = assertTimeout(Duration.ofSeconds(60), () -> Reports.revisions(data));
        assertThat(revisions).hasSize(1999);
    }

    @Provide
    Arbitrary<List<Act>> actsOnParts() {
        // A file that answers for the product without a row of it says of its parts that there was nothing.
        Arbitrary<Act> ofPartners = acts(
                Arbitraries.of("partner=111/a", "partner=111/b", "partner=304/a", "partner=111+304/a")
                        .flatMap(parts -> Arbitraries.of(parts, "hs=1000/" + parts)),
                key -> Stream.of("111", "304").filter(key::contains).toList());
        Arbitrary<Act> ofPages = acts(
                Arbitraries.of("page=1of2/a", "page=2of2/a", "page=2of2/b", "page=1of1/a", "hs=1000/page=2of2/a"),
                key -> List.of("111", "304"));
        Arbitrary<Act> ofProvinces = Arbitraries.frequencyOf(
                Tuple.of(
                        3,
                        acts(
                                // No list of provinces has 99: with it or without, all others are the whole month.
                                Arbitraries.of(
                                        "province=44/a",
                                        "province=44/b",
                                        "hs=1000/province=31/a",
                                        "hs=1000/province=99/a"),
                                key -> List.of("111", "304", ""))),
                Tuple.of(
                        1,
                        // Nothing in all other provinces, or in all: with them the parts are the whole month.
                        acts(
                                Arbitraries.of(provincesBeside("44"), provincesBeside("44", "31"), provincesBeside())
                                        .map(provinces -> "hs=1000/province=" + provinces + "/a"),
                                key -> List.of())));
        return Arbitraries.oneOf(
                ofPartners.list().ofMaxSize(12),
                ofPages.list().ofMaxSize(12),
                ofProvinces.list().ofMaxSize(14),
                Arbitraries.oneOf(ofPartners, ofPages, ofProvinces).list().ofMaxSize(12));
    }

    private static String provincesBeside(String... without) {
        return Feeds.metals().source().provinces().stream()
                .filter(province -> !List.of(without).contains(province))
                .collect(Collectors.joining("+"));
    }

    /** With a row of the product for one of the partners that a file of the key may have, or with one of another product alone. */
    private static Arbitrary<Act> acts(Arbitrary<String> keys, Function<String, List<String>> partners) {
        Arbitrary<Doing> doings =
                Arbitraries.frequency(Tuple.of(8, Doing.PUT), Tuple.of(2, Doing.DELETE), Tuple.of(2, Doing.REMOVE));
        Row ofAnother = new Row("20000001", JANUARY, "111", 1, 1);
        return keys.flatMap(key -> {
            Arbitrary<Row> rows = partners.apply(key).isEmpty()
                    ? Arbitraries.just(ofAnother)
                    : Arbitraries.frequencyOf(
                            Tuple.of(
                                    4,
                                    Combinators.combine(
                                                    Arbitraries.of(partners.apply(key)),
                                                    Arbitraries.longs().between(0, 3))
                                            .as((partner, kilograms) ->
                                                    new Row(BAR, JANUARY, partner, kilograms, kilograms))),
                            Tuple.of(1, Arbitraries.just(ofAnother)));
            return Combinators.combine(doings, rows)
                    .as((doing, row) -> new Act(doing, "incoming/gacc/flow=export/" + key + ".csv", List.of(row)));
        });
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
