package dev.customsfeed.publish.figures.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.customsfeed.publish.documents.article.Article;
import dev.customsfeed.publish.documents.article.ArticleWriter;
import dev.customsfeed.publish.documents.json.Document;
import dev.customsfeed.publish.documents.report.ReportJson;
import dev.customsfeed.publish.words.Languages;
import dev.customsfeed.publish.words.language.Language;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Months that files have in part, and files that do not tell partners: nothing of it is taken for the country's total. */
class PartReportsTest {

    private static final String ALL = "incoming/gacc/flow=export/hs=1000+2000/";

    private final TradeFiles files = new TradeFiles(Feeds.metals());

    private static List<String> texts(List<Note> notes, Note.Code code, String language) {
        return notes.stream()
                .filter(note -> note.code() == code)
                .map(note -> Languages.PUBLISHED.of(note).in(language))
                .toList();
    }

    private Article article(String period, Language language) {
        return ArticleWriter.write(files.report(period), language);
    }

    private void twoPartnersInFebruary() {
        files.put(ALL + "a.csv", "10000001 2025-01 116 900000 10", "20000001 2025-01 111 200000 10")
                .put(
                        ALL + "partner=116+309/b.csv",
                        "10000001 2025-02 116 100000 10",
                        "10000001 2025-02 309 50000 10",
                        "20000001 2025-02 309 50000 10");
    }

    @Test
    void a_part_of_a_month_says_what_it_is_and_has_neither_shares_nor_regions_nor_concentration() throws Exception {
        twoPartnersInFebruary();
        MonthReport report = files.report("2025-02");
        ProductReport bar = report.products().get(0);
        assertThat(bar.figures().month().amount().netWeightKg()).hasValue(150_000);
        assertThat(bar.hhi()).isEmpty();
        assertThat(bar.partners()).hasSize(2).allSatisfy(partner -> assertThat(partner.sharePct())
                .isEmpty());
        assertThat(bar.regions()).hasSize(8).allSatisfy(region -> {
            assertThat(region.month().amount().value()).isEmpty();
            assertThat(region.sharePct()).isEmpty();
        });
        assertThat(texts(report.notes(), Note.Code.SCOPE_PARTIAL, "en"))
                .containsExactly(
                        "The total is that of exports to Japan and the Netherlands alone: no file has the whole of"
                                + " February 2025. Shares of partners, regions and concentration are not available.");
        assertThat(texts(bar.notes(), Note.Code.SCOPE_PARTIAL, "zh"))
                .containsExactly("数据仅为对日本、荷兰的出口：没有2025年2月的完整文件。贸易伙伴份额、地区和集中度无法给出。");
        Document document = ReportJson.document(report, Languages.PUBLISHED);
        Schemas.check(document);
        JsonNode scope = new JsonMapper().readTree(document.content()).at("/total/scope");
        assertThat(scope.path("dimension").asText()).isEqualTo("partner");
        assertThat(scope.path("text").path("en").asText()).isEqualTo("exports to Japan and the Netherlands alone");
    }

    @Test
    void a_part_is_held_against_months_of_the_same_scope_alone() {
        twoPartnersInFebruary();
        MonthReport february = files.report("2025-02");
        assertThat(february.total().month().momPct()).isEmpty();
        assertThat(february.total().ytd().amount().value()).isEmpty();
        assertThat(texts(february.notes(), Note.Code.SCOPE_DIFFERS, "en"))
                .contains("MoM of the total not available: the figures for January 2025 are of another scope.");
        files.put(ALL + "partner=116+309/c.csv", "10000001 2025-03 116 50000 10", "20000001 2025-03 309 150000 10");
        MonthReport march = files.report("2025-03");
        assertThat(march.total().month().momPct()).contains(new BigDecimal("0.00"));
        assertThat(march.products().stream()
                        .map(product -> product.contribution().momPp().orElseThrow()))
                .containsExactly(new BigDecimal("-50.00"), new BigDecimal("50.00"));
        assertThat(march.partners().stream()
                        .map(partner -> partner.partner().id() + " "
                                + partner.contribution().momPp().orElseThrow()))
                .containsExactly("NL 25.00", "JP -25.00");
    }

    @Test
    void an_article_names_the_part_in_title_and_sentences() {
        twoPartnersInFebruary();
        Article english = article("2025-02", Languages.ENGLISH);
        assertThat(english.title())
                .isEqualTo("Metals, February 2025 (exports to Japan and the Netherlands alone): 200 mt");
        assertThat(english.summary())
                .startsWith("Metals: exports to Japan and the Netherlands alone in February 2025 amounted to 200 mt."
                        + " No file has the whole of the month.");
        assertThat(english.text())
                .contains("There is no comparison with January 2025: its figures are of another scope.")
                .contains("Bar: to Japan (100 mt) and the Netherlands (50 mt).")
                .doesNotContain("largest", "region", "down", "up ");
        Article chinese = article("2025-02", Languages.CHINESE);
        assertThat(chinese.title()).isEqualTo("Metals：2025年2月（仅对日本、荷兰）200吨");
        assertThat(chinese.summary()).startsWith("Metals：2025年2月仅对日本、荷兰的出口总量为200吨。没有当月的完整文件。");
        assertThat(chinese.text()).contains("无法与2025年1月比较：该月数据口径不同。").contains("Bar：日本（100吨）、荷兰（50吨）。");
    }

    @Test
    void products_of_different_scope_have_no_total() {
        files.put("incoming/gacc/flow=export/hs=1000/partner=116/a.csv", "10000001 2025-03 116 100000 10")
                .put("incoming/gacc/flow=export/hs=2000/b.csv", "20000001 2025-03 116 200000 10");
        MonthReport report = files.report("2025-03");
        assertThat(report.total().month().amount().value()).isEmpty();
        assertThat(report.products().get(0).figures().month().amount().netWeightKg())
                .hasValue(100_000);
        assertThat(texts(report.notes(), Note.Code.SCOPE_DIFFERS, "en"))
                .contains(
                        "The total is not available: its products are not of one scope, for files of some of them were"
                                + " limited to a part of the trade.");
        assertThat(article("2025-03", Languages.ENGLISH).title())
                .isEqualTo("Metals, March 2025: incomplete, not all products of one scope");
        assertThat(article("2025-03", Languages.CHINESE).title()).isEqualTo("Metals：2025年3月数据不完整，各产品口径不一");
    }

    @Test
    void a_part_that_lists_nothing_says_of_whom_nothing_was_traded() {
        files.put(ALL + "province=44/a.csv", "20000001 2025-04 116 100000 10");
        assertThat(article("2025-04", Languages.ENGLISH).text())
                .contains("Bar: there were no exports of Guangdong.")
                .contains("Rod: exports of Guangdong alone of 100 mt");
        assertThat(article("2025-04", Languages.CHINESE).text()).contains("Bar：广东省无出口。");
    }

    @Test
    void a_part_that_is_replaced_is_a_revision_and_one_that_comes_beside_it_too() {
        String partner = "incoming/gacc/flow=export/hs=1000/partner=116/";
        files.put(partner + "a.csv", "10000001 2025-01 116 1000 10")
                .put(partner + "b.csv", "10000001 2025-01 116 1200 10")
                .put("incoming/gacc/flow=export/hs=1000/partner=111/c.csv", "10000001 2025-01 111 500 10");
        assertThat(Reports.revisions(files.data()).stream()
                        .filter(revision -> revision.commodity().equals("10000001"))
                        .map(revision -> revision.kind().id() + " "
                                + revision.from().orElseThrow().netWeightKg().orElseThrow() + " "
                                + revision.to().orElseThrow().netWeightKg().orElseThrow()))
                .containsExactly("revised 1200 1700", "revised 1000 1200");
    }

    @Test
    void files_that_do_not_tell_partners_leave_them_unknown_and_not_zero() {
        files.put(ALL + "a.csv", "10000001 2025-01 - 900000 10").put(ALL + "b.csv", "10000001 2025-02 111 900000 10");
        MonthReport january = files.report("2025-01");
        ProductReport bar = january.products().get(0);
        assertThat(bar.figures().month().amount().netWeightKg()).hasValue(900_000);
        assertThat(bar.partners()).isEmpty();
        assertThat(bar.hhi()).isEmpty();
        assertThat(bar.regions())
                .allSatisfy(
                        region -> assertThat(region.month().amount().value()).isEmpty());
        assertThat(texts(bar.notes(), Note.Code.PARTNERS_MISSING, "en"))
                .contains("Concentration not available: the files do not tell partners.");
        MonthReport february = files.report("2025-02");
        assertThat(february.total().month().momPct()).contains(new BigDecimal("0.00"));
        assertThat(february.partners()).hasSize(1).allSatisfy(partner -> assertThat(
                        partner.contribution().momPp())
                .isEmpty());
        assertThat(article("2025-02", Languages.ENGLISH).text())
                .contains("The customs files of January 2025 do not tell destinations.")
                .contains("Only destination: India (900 mt).");
        assertThat(article("2025-01", Languages.CHINESE).text()).contains("2025年1月的海关文件未列目的地。");
        Reports.of(files.data()).forEach(report -> Schemas.check(ReportJson.document(report, Languages.PUBLISHED)));
    }
}
