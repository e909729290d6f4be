package dev.customsfeed.publish.figures.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.customsfeed.ledger.Flow;
import dev.customsfeed.publish.documents.article.Article;
import dev.customsfeed.publish.documents.article.ArticleWriter;
import dev.customsfeed.publish.documents.json.Document;
import dev.customsfeed.publish.documents.report.ReportJson;
import dev.customsfeed.publish.words.Languages;
import dev.customsfeed.publish.words.language.Language;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The feed of a group of reporters: what its members trade with others, and who of them has reported. */
class GroupReportsTest {

    private static final String EVERYBODY =
            "AT+BE+BG+CY+CZ+DE+DK+EE+ES+FI+FR+GR+HR+HU+IE+IT+LT+LU+LV+MT+NL+PL+PT+RO+SE+SI+SK";
    private static final String ALL = "incoming/comext/hs=8104/reporters=" + EVERYBODY + "/";
    private static final String ALL_BUT_TWO =
            "incoming/comext/hs=8104/reporters=" + EVERYBODY.replace("+CY", "").replace("+MT", "") + "/";

    private final TradeFiles files = new TradeFiles(Feeds.union());

    private static List<String> notes(List<Note> notes, Note.Code code, String language) {
        return notes.stream()
                .filter(note -> note.code() == code)
                .map(note -> Languages.PUBLISHED.of(note).in(language))
                .toList();
    }

    private Article article(String period, Language language) {
        return ArticleWriter.write(files.report(period), language);
    }

    @Test
    void trade_with_others_is_added_up_over_members_and_trade_among_them_is_told_apart() throws Exception {
        files.put(
                ALL + "a.csv",
                "DE/81041100 2025-01 CN 1000.4 2500",
                "FR/81041100 2025-01 CN 500.4 1300.5",
                "FR/81041100 2025-01 DE 70 1",
                "NL/81042000 2025-01 NO 30 60",
                "DE/81042000 2025-01 NL 8 9");
        MonthReport report = files.report("2025-01");
        assertThat(report.total().month().amount().netWeightGrams()).hasValue(1_530_800);
        assertThat(report.total().month().amount().netWeightKg())
                .as("rounded once")
                .hasValue(1531);
        assertThat(report.total().month().amount().value()).hasValue(3861);
        assertThat(report.total().inside().orElseThrow().month().amount().netWeightKg())
                .hasValue(78);
        assertThat(report.partners().stream().map(partner -> partner.partner().id()))
                .containsExactly("CN", "NO");
        ProductReport ingot = report.products().get(0);
        assertThat(ingot.figures().inside().orElseThrow().month().amount().value())
                .hasValue(1);
        assertThat(ingot.hhi()).as("China alone").hasValue(10_000);
        assertThat(report.regions().stream()
                        .filter(region -> region.id().equals("reporter-itself"))
                        .map(region -> region.month().amount().netWeightKg().orElseThrow()))
                .containsExactly(0L);
        Document document = ReportJson.document(report, Languages.PUBLISHED);
        Schemas.check(document);
        JsonNode json = new JsonMapper().readTree(document.content());
        assertThat(json.path("reporter").asText()).isEqualTo("EU27");
        assertThat(json.path("members").path("reported")).hasSize(27);
        assertThat(json.path("members").path("missing")).isEmpty();
        assertThat(json.at("/total/amongMembers/month/netWeightKg").asLong()).isEqualTo(78);
    }

    @Test
    void secret_and_unspecified_trade_within_the_group_is_trade_among_members() {
        files.put(
                ALL + "a.csv",
                "DE/81041100 2025-01 CN 1000 2500",
                "DE/81041100 2025-01 QY 70 1",
                "FR/81041100 2025-01 QV 8 1",
                "FR/81041100 2025-01 QR 5 1",
                "FR/81041100 2025-01 QZ 40 1");
        MonthReport report = files.report("2025-01");
        assertThat(report.partners().stream().map(partner -> partner.partner().id()))
                .containsExactly("CN", "QZ");
        assertThat(report.total().month().amount().netWeightKg()).hasValue(1040);
        assertThat(report.total().inside().orElseThrow().month().amount().netWeightKg())
                .hasValue(83);
    }

    @Test
    void members_that_have_not_reported_are_named_and_the_sum_is_that_of_the_others() {
        files.put(ALL_BUT_TWO + "a.csv", "DE/81041100 2025-01 CN 1000000 2500", "FR/81041100 2025-01 DE 70000 1");
        MonthReport report = files.report("2025-01");
        assertThat(report.total().coverage().unreported()).containsExactly("CY", "MT");
        assertThat(notes(report.notes(), Note.Code.REPORTERS_MISSING, "en"))
                .containsExactly("Cyprus and Malta have not reported January 2025: the figures are the sum of the 25"
                        + " members that have. If there was nothing to report, say so in the path of the file:"
                        + " reporters=CY+MT/");
        Article english = article("2025-01", Languages.ENGLISH);
        assertThat(english.title()).isEqualTo("EU magnesium imports, January 2025 (25 of 27 members): 1,000 mt");
        assertThat(english.summary())
                .startsWith(
                        "EU magnesium imports: imports of the 25 reporting members in January 2025 amounted to 1,000 mt."
                                + " Cyprus and Malta have not reported the month.")
                .contains("Trade among the members, which is not counted, came to 70 mt.")
                .doesNotContain("EU magnesium imports in");
        assertThat(english.text())
                .contains("Ingot: imports of the 25 reporting members of 1,000 mt")
                .contains("Scrap: there were no imports of the 25 reporting members.");
        Article chinese = article("2025-01", Languages.CHINESE);
        assertThat(chinese.title()).isEqualTo("欧盟镁进口：2025年1月（27个成员中的25个）1000吨");
        assertThat(chinese.summary())
                .startsWith("欧盟镁进口：2025年1月已报告的25个成员的进口总量为1000吨。塞浦路斯、马耳他尚未报告当月数据。")
                .contains("成员之间的贸易不计入，为70吨。");
    }

    @Test
    void where_few_have_reported_those_are_named() {
        files.put("incoming/comext/hs=8104/a.csv", "DE/81041100 2025-01 CN 1000000 2500");
        assertThat(article("2025-01", Languages.ENGLISH).summary()).contains("Only Germany has reported the month.");
        assertThat(article("2025-01", Languages.CHINESE).summary()).contains("仅德国报告了当月数据。");
    }

    @Test
    void months_that_lack_other_members_are_not_held_against_each_other() {
        files.put(ALL + "a.csv", "DE/81041100 2025-01 CN 1000000 2500")
                .put(ALL_BUT_TWO + "b.csv", "DE/81041100 2025-02 CN 500000 2500");
        MonthReport report = files.report("2025-02");
        assertThat(report.total().month().momPct()).isEmpty();
        assertThat(report.total().ytd().amount().value()).isEmpty();
        assertThat(notes(report.notes(), Note.Code.SCOPE_DIFFERS, "en"))
                .contains("MoM of the total not available: the figures for January 2025 are of another scope.");
        files.put(ALL + "b.csv", "DE/81041100 2025-02 CN 500000 2500");
        assertThat(files.report("2025-02").total().month().momPct()).contains(new BigDecimal("-50.00"));
    }

    @Test
    void a_month_is_not_known_where_a_member_reported_it_and_nobody_says_whether_it_traded_the_commodity() {
        files.put(ALL + "a.csv", "DE/81041100 2025-01 CN 1000 2500")
                .put("incoming/comext/b.csv", "FR/99999999 2025-02 CN 1 1", "DE/81041100 2025-02 CN 1000 2500");
        ProductReport ingot = files.report("2025-02").products().get(0);
        assertThat(ingot.figures().month().amount().value()).isEmpty();
        assertThat(notes(ingot.notes(), Note.Code.ABSENCE_UNDECLARED, "en"))
                .hasSize(1)
                .allSatisfy(note -> assertThat(note)
                        .startsWith("The files of February 2025 have other trade of France, but neither list 81041100")
                        .contains("hs=8104/"));
    }

    @Test
    void a_revision_says_whose_trade_was_revised() throws Exception {
        files.put(ALL + "a.csv", "DE/81041100 2025-01 CN 1000000 2500", "FR/81041100 2025-01 CN 1000000 2500")
                .put("incoming/comext/hs=8104/b.csv", "DE/81041100 2025-01 CN 1200000 2500");
        MonthReport report = files.report("2025-01");
        assertThat(report.revisions()).hasSize(1);
        assertThat(report.revisions().get(0).reporter()).contains("DE");
        assertThat(report.total().month().amount().netWeightKg()).hasValue(2_200_000);
        assertThat(article("2025-01", Languages.ENGLISH).text())
                .contains("January imports of ingot by Germany were revised from 1,000 mt to 1,200 mt (+20.00%)");
        assertThat(article("2025-01", Languages.CHINESE).text()).contains("德国的1月镁锭进口由1000吨修订为1200吨（+20.00%）。");
        Schemas.check(ReportJson.document(report, Languages.PUBLISHED));
    }

    @Test
    void files_of_other_reporters_and_flows_in_the_same_log_are_none_of_the_feeds() {
        TradeFiles germany = new TradeFiles(Feeds.comtrade());
        germany.put("incoming/comtrade/hs=8104/a.csv", "DE/810411 2025-01 156 1000 2500")
                .put("incoming/comtrade/hs=8104/fr.csv", "FR/810411 2025-02 156 7 7")
                .of(Flow.EXPORT)
                .put("incoming/comtrade/hs=8104/exports.csv", "DE/810411 2025-03 156 9 9")
                .reject("incoming/comtrade/hs=8104/fr.csv", "line 3 is wrong")
                .reject("incoming/comtrade/hs=8104/exports.csv", "line 4 is wrong")
                .reject("incoming/comtrade/hs=2504/b.csv", "line 5 is wrong");
        assertThat(Reports.of(germany.data())).hasSize(1);
        MonthReport report = germany.report("2025-01");
        assertThat(report.files()).hasSize(1);
        assertThat(report.lastChanged()).isEqualTo(report.firstUploaded());
        assertThat(report.notes().stream().filter(note -> note.code() == Note.Code.UPLOAD_REJECTED))
                .isEmpty();
        germany.reject("incoming/comtrade/hs=8104/a.csv", "line 6 is wrong");
        assertThat(notes(germany.report("2025-01").notes(), Note.Code.UPLOAD_REJECTED, "en"))
                .containsExactly("incoming/comtrade/hs=8104/a.csv was rejected (line 6 is wrong)."
                        + " The version before it goes on counting.");
    }
}
