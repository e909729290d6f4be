package dev.customsfeed.publish.documents.article;

import static dev.customsfeed.publish.documents.article.Articles.paragraph;
import static dev.customsfeed.publish.documents.article.Articles.under;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.customsfeed.ledger.UnknownWeight.Reason;
import dev.customsfeed.publish.documents.report.ReportJson;
import dev.customsfeed.publish.figures.report.Feeds;
import dev.customsfeed.publish.figures.report.MonthReport;
import dev.customsfeed.publish.figures.report.Note;
import dev.customsfeed.publish.figures.report.Schemas;
import dev.customsfeed.publish.figures.report.TradeFiles;
import dev.customsfeed.publish.words.Languages;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What report and article say of weights that are not known, partners that no list names, and files that look like parts. */
class UncertainFiguresTest {

    private static final String ALL = "incoming/gacc/flow=export/hs=1000+2000/";

    private final TradeFiles metals = new TradeFiles(Feeds.metals());

    private Article english(String period) {
        return ArticleWriter.write(metals.report(period), Languages.ENGLISH);
    }

    private Article chinese(String period) {
        return ArticleWriter.write(metals.report(period), Languages.CHINESE);
    }

    private static String note(List<Note> notes, Note.Code code, String language) {
        return notes.stream()
                .filter(note -> note.code() == code)
                .map(note -> Languages.PUBLISHED.of(note).in(language))
                .findFirst()
                .orElse("");
    }

    private List<Note> bar(String period) {
        return metals.report(period).products().get(0).notes();
    }

    @AfterEach
    void every_report_fits_its_schema() {
        metals.data()
                .periods()
                .forEach(period ->
                        Schemas.check(ReportJson.document(metals.report(period.toString()), Languages.PUBLISHED)));
    }

    @Test
    void a_unit_that_is_not_known_is_named_and_nobody_says_that_customs_reports_no_weight() {
        metals.because(Reason.UNIT_UNKNOWN, "bushel")
                .put(ALL + "a.csv", "10000001 2025-01 111 - 700", "20000001 2025-01 111 5000 10");
        assertThat(note(bar("2025-01"), Note.Code.NET_WEIGHT_MISSING, "en"))
                .isEqualTo(
                        "Net weight of the month not available: some quantities are in a unit that is not known (“bushel”).");
        assertThat(note(bar("2025-01"), Note.Code.NET_WEIGHT_MISSING, "zh"))
                .isEqualTo("当月净重无法给出：部分数量的单位无法识别（“bushel”）。");
        Article english = english("2025-01");
        assertThat(english.title())
                .isEqualTo("Metals, January 2025: incomplete, the net weight of bar not known in full");
        assertThat(under(english, "Missing and revised"))
                .isEqualTo(
                        "The net weight of exports of bar in January 2025 is not known in full: some quantities are in a unit"
                                + " that is not known (“bushel”).");
        assertThat(english.text() + bar("2025-01")).doesNotContain("report a net weight", "not reported");
        assertThat(under(chinese("2025-01"), "缺失与修订")).isEqualTo("2025年1月Bar出口的净重不详：部分数量的单位无法识别（“bushel”）。");
    }

    @Test
    void each_reason_of_an_unknown_weight_has_its_own_words() {
        metals.because(Reason.NO_QUANTITY_COLUMN, "")
                .put(ALL + "1.csv", "10000001 2025-01 111 - 700")
                .because(Reason.UNIT_NOT_GIVEN, "")
                .put(ALL + "2.csv", "10000001 2025-02 111 - 700")
                .because(Reason.UNIT_NOT_OF_WEIGHT, "台")
                .put(ALL + "3.csv", "10000001 2025-03 111 - 700");
        assertThat(note(bar("2025-01"), Note.Code.NET_WEIGHT_MISSING, "en"))
                .isEqualTo("Net weight of the month not available: files have no column of quantities.");
        assertThat(note(bar("2025-02"), Note.Code.NET_WEIGHT_MISSING, "en"))
                .isEqualTo("Net weight of the month not available: the unit of some quantities is not given.");
        assertThat(note(bar("2025-03"), Note.Code.NET_WEIGHT_MISSING, "en"))
                .isEqualTo("Net weight of the month not available: some quantities are in no unit of weight (“台”).");
        assertThat(bar("2025-03").stream()
                        .filter(note -> note.subject().equals("ytd"))
                        .map(note -> Languages.PUBLISHED.of(note).in("en")))
                .containsExactly(
                        "Cumulative figures not available: files have no column of quantities, the unit of some"
                                + " quantities is not given and some quantities are in no unit of weight (“台”).");
    }

    @Test
    void changes_of_value_that_an_article_tells_are_in_the_report_where_a_partner_has_weights_too() throws IOException {
        for (String period : List.of("2024-01", "2025-01")) {
            String value = period.startsWith("2024") ? "200" : "500";
            metals.put(
                    ALL + period + ".csv",
                    "10000001 " + period + " 111 - 1000",
                    "10000001 " + period + " 304 1 " + value);
        }
        JsonNode total = new ObjectMapper()
                .readTree(ReportJson.document(metals.report("2025-01"), Languages.PUBLISHED)
                        .content())
                .path("total");
        assertThat(english("2025-01").text()).contains("(500 USD, +150.00% YoY)");
        for (JsonNode some : List.of(only(total, "partners", "iso2", "DE"), only(total, "regions", "id", "europe"))) {
            assertThat(some.path("netWeightKg").asLong()).as(some.toString()).isEqualTo(1);
            assertThat(some.path("valueYoyPct").asDouble()).as(some.toString()).isEqualTo(150);
            assertThat(some.at("/ytd/valueYoyPct").asDouble())
                    .as(some.toString())
                    .isEqualTo(150);
        }
    }

    private static JsonNode only(JsonNode total, String field, String name, String value) {
        List<JsonNode> found = new ArrayList<>();
        total.path(field).forEach(one -> {
            if (one.path(name).asText().equals(value)) {
                found.add(one);
            }
        });
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    @Test
    void products_without_weights_are_told_by_value() {
        metals.because(Reason.NO_QUANTITY_COLUMN, "");
        for (int month = 1; month <= 2; month++) {
            for (int year = 2024; year <= 2025; year++) {
                String of = year + "-0" + month;
                metals.put(
                        ALL + of + ".csv",
                        "10000001 " + of + " 111 - " + (year == 2024 ? 1_000_000 : 1_200_000 + 300_000 * month),
                        "10000001 " + of + " 304 - 500000",
                        "20000001 " + of + " 304 - 2000000");
            }
        }
        MonthReport report = metals.report("2025-02");
        assertThat(report.total().month().valueMomPct()).contains(new BigDecimal("7.50"));
        assertThat(report.total().month().valueYoyPct()).contains(new BigDecimal("22.86"));
        assertThat(report.total().month().momPct()).isEmpty();
        Article english = english("2025-02");
        assertThat(english.title())
                .isEqualTo(
                        "Metals, February 2025: 4.3 million USD, up 7.50% MoM; January to February 8.3 million USD, up 18.57% YoY");
        assertThat(english.summary())
                .isEqualTo(
                        "Metals: total exports in February 2025 amounted to 4.3 million USD, up 7.50% MoM and 22.86% YoY."
                                + " Net weights are not known (files have no column of quantities): the figures are of the value.");
        assertThat(under(english, "January to February 2025"))
                .startsWith("Exports totaled 8.3 million USD, up 18.57% YoY.");
        assertThat(paragraph(english, "By product", "Bar"))
                .isEqualTo("Bar: 2.3 million USD (53.49% of the total value), up 15.00% MoM and 53.33% YoY.");
        assertThat(paragraph(english, "January to February 2025", "Bar"))
                .startsWith("Bar: 4.3 million USD, up 43.33% YoY.");
        assertThat(under(english, "By destination"))
                .contains("58.14% of exports went to Europe (2.5 million USD, unchanged YoY) and 41.86% to Asia"
                        + " (1.8 million USD, +80.00% YoY)");
        assertThat(under(english, "January to February 2025"))
                .contains("Largest destinations: Germany (5.0 million USD) and India" + " (3.3 million USD).");
        assertThat(under(english, "Missing and revised")).isEmpty();
        Article chinese = chinese("2025-02");
        assertThat(chinese.summary())
                .startsWith("Metals：2025年2月出口总额为430万美元，环比增长7.50%，同比增长22.86%。净重不详（文件没有数量列），以下按金额计。");
    }

    @Test
    void a_comparison_of_values_that_cannot_be_made_has_its_reason() {
        metals.because(Reason.NO_QUANTITY_COLUMN, "").put(ALL + "a.csv", "10000001 2025-02 111 - 700");
        assertThat(english("2025-02").text())
                .contains("There is no comparison with January 2025: its figures are missing.")
                .doesNotContain("net weights were");
    }

    @Test
    void a_partner_that_no_list_names_is_called_what_the_files_call_it() {
        metals.naming("987", "Atlantis").put(ALL + "a.csv", "10000001 2025-01 987 1000 700");
        assertThat(metals.report("2025-01").partners().get(0).partner().name().in("en"))
                .isEqualTo("Atlantis");
        assertThat(note(bar("2025-01"), Note.Code.UNKNOWN_PARTNER, "en"))
                .endsWith("in no region: 987 (the files call it “Atlantis”).");
        assertThat(note(bar("2025-01"), Note.Code.UNKNOWN_PARTNER, "zh")).endsWith("987（文件中称“Atlantis”）。");
        Article english = english("2025-01");
        assertThat(under(english, "By destination")).contains("Only destination: Atlantis");
        assertThat(under(english, "Missing and revised"))
                .isEqualTo(
                        "No code list names the partner code 987 (the files call it “Atlantis”) of the customs files;"
                                + " what it stands for counts in the totals and in no region.");
    }

    @Test
    void a_name_that_files_give_to_a_listed_partner_changes_nothing_and_the_newest_name_counts() {
        metals.naming("111", "Hindustan")
                .naming("987", "Atlantis")
                .put(ALL + "a.csv", "10000001 2025-01 987 1000 700", "10000001 2025-01 111 1000 700")
                .naming("987", "Avalon")
                .put(ALL + "b.csv", "10000001 2025-02 987 1000 700");
        assertThat(metals.report("2025-01").partners().stream()
                        .map(partner -> partner.partner().name().in("en")))
                .containsExactlyInAnyOrder("India", "Avalon");
    }

    @Test
    void a_file_that_looks_like_a_part_is_told_loudly_in_notes_and_article() {
        metals.put(
                        ALL + "a.csv",
                        "10000001 2025-03 111 100000 700",
                        "10000001 2025-03 116 400000 700",
                        "10000001 2025-03 309 400000 700",
                        "20000001 2025-03 111 1000 7")
                .put("incoming/gacc/flow=export/b.csv", "10000001 2025-03 111 100000 700");
        assertThat(note(bar("2025-03"), Note.Code.SUSPECTED_PART, "en"))
                .isEqualTo(
                        "10000001, incoming/gacc/flow=export/b.csv: 900,000 kg / 2,100 USD was replaced by 100,000 kg /"
                                + " 700 USD; 2 of 3 partners are gone (Japan and the Netherlands). If the file holds a part of the"
                                + " month, say so in its key: partner=111/.");
        assertThat(note(bar("2025-03"), Note.Code.SUSPECTED_PART, "zh"))
                .isEqualTo("10000001，incoming/gacc/flow=export/b.csv：900000千克（2100美元）被100000千克（700美元）取代；3个贸易伙伴中有2个不再出现"
                        + "（日本、荷兰）。如该文件只含当月的一部分，请在其键中声明：partner=111/。");
        Article english = english("2025-03");
        assertThat(english.summary())
                .contains("A file behind these figures looks like a part of the month: see the last section.");
        assertThat(under(english, "Missing and revised"))
                .contains(
                        "The file with the exports of March 2025 of bar looks like a part of the month: it replaced 900 mt by"
                                + " 100 mt and 2 of 3 destinations are gone (Japan and the Netherlands). If it holds a part, its key"
                                + " should say so.");
        assertThat(under(chinese("2025-03"), "缺失与修订"))
                .contains("2025年3月Bar出口所据文件疑似只含当月的一部分：900吨被100吨取代，3个目的地中有2个不再出现（日本、荷兰）。如确为一部分，应在文件的键中声明。");
    }

    @Test
    void files_of_one_download_that_share_no_partner_are_told() {
        metals.put("incoming/gacc/flow=export/a.csv", "10000001 2025-03 111 100000 700")
                .put("incoming/gacc/flow=export/b.csv", "10000001 2025-03 116 100000 700");
        assertThat(note(bar("2025-03"), Note.Code.SUSPECTED_PART, "en"))
                .contains(
                        "it was uploaded within ten minutes of incoming/gacc/flow=export/a.csv, which has the month too and"
                                + " other partners");
        assertThat(under(english("2025-03"), "Missing and revised"))
                .contains("files of the same month with other destinations were uploaded within ten minutes of it");
    }

    @Test
    void a_month_with_few_partners_beside_those_around_it_is_told_with_their_median() {
        String[] codes = {"111", "116", "142", "207", "304", "309"};
        for (int month = 1; month <= 5; month++) {
            String of = "2025-0" + month;
            String[] rows = new String[month == 3 ? 1 : codes.length];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = "10000001 " + of + " " + codes[i] + " 1000 10";
            }
            metals.put(ALL + of + ".csv", rows);
        }
        assertThat(note(bar("2025-03"), Note.Code.SUSPECTED_PART, "en"))
                .contains("it has 1 partner where the months around it have 6 (median)");
        assertThat(under(english("2025-03"), "Missing and revised"))
                .contains("it has 1 destination where the months around it have 6");
        assertThat(note(bar("2025-02"), Note.Code.SUSPECTED_PART, "en")).isEmpty();
    }

    @Test
    void a_newer_file_that_takes_known_weights_or_partners_away_is_told_without_suspecting_a_part() {
        metals.put(ALL + "a.csv", "10000001 2025-03 111 900000 700")
                .because(Reason.NO_QUANTITY_COLUMN, "")
                .put(ALL + "b.csv", "10000001 2025-03 - - 700");
        assertThat(note(bar("2025-03"), Note.Code.SUSPECTED_PART, "en")).isEmpty();
        assertThat(note(bar("2025-03"), Note.Code.FIGURES_LOST, "en"))
                .isEqualTo(
                        "10000001, incoming/gacc/flow=export/hs=1000+2000/b.csv: 900,000 kg / 700 USD was replaced by a net"
                                + " weight not known / 700 USD; the net weight was known until then and is not any more; the file does not"
                                + " tell partners, of which 1 was known until then. Upload a file that has them if this was not intended.");
        assertThat(under(english("2025-03"), "Missing and revised"))
                .contains(
                        "The newest file with the exports of March 2025 of bar lacks what was known before: it replaced 900 mt"
                                + " by 700 USD, the net weight is not known any more and it does not tell destinations, which were known"
                                + " before.");
        assertThat(english("2025-03").summary()).doesNotContain("looks like a part");
    }

    @Test
    void a_file_that_may_not_be_what_its_key_says_is_told_in_note_and_article() {
        metals.put("incoming/gacc/flow=export/period=2025-01/a.csv", "10000001 2025-01 111 100000 7000")
                .put("incoming/gacc/flow=export/period=2025-02/a.csv", "10000001 2025-02 111 100000 7000")
                .put("incoming/gacc/flow=export/period=2025-03/a.csv", "10000001 2025-03 111 100000 8000")
                .put("incoming/gacc/flow=export/period=2025-04/a.csv", "10000001 2025-04 - 300000 22000");
        assertThat(note(bar("2025-02"), Note.Code.SUSPECTED_MISTAKE, "en"))
                .isEqualTo(
                        "10000001, incoming/gacc/flow=export/period=2025-02/a.csv: its figures are those of January 2025 to the last"
                                + " digit. If the file is not what its key says, correct the key or upload the right file.");
        assertThat(note(bar("2025-04"), Note.Code.SUSPECTED_MISTAKE, "en"))
                .isEqualTo(
                        "10000001, incoming/gacc/flow=export/period=2025-04/a.csv: it has as much as January 2025 and the months after"
                                + " it together, or more: it may be the sum since January. If the file is not what its key says, correct the key"
                                + " or upload the right file.");
        assertThat(note(bar("2025-02"), Note.Code.SUSPECTED_MISTAKE, "zh"))
                .isEqualTo(
                        "10000001，incoming/gacc/flow=export/period=2025-02/a.csv：该文件的数字与2025年1月完全相同。如该文件与其键所声明的不符，请更正键或上传正确的文件。");
        assertThat(under(english("2025-02"), "Missing and revised"))
                .contains(
                        "The file with the exports of February 2025 of bar may not be what its key says: its figures are those of January"
                                + " 2025 to the last digit.");
        assertThat(under(chinese("2025-02"), "缺失与修订")).contains("2025年2月Bar出口所据文件可能与其键所声明的不符：该文件的数字与2025年1月完全相同。");
        assertThat(english("2025-02").summary()).doesNotContain("looks like a part");
    }

    @Test
    void a_name_of_another_month_and_a_february_that_may_hold_january_too_are_told() {
        metals.put(
                        "incoming/gacc/flow=export/2024.csv",
                        "10000001 2024-01 111 60000 7000",
                        "10000001 2024-02 111 50000 6000",
                        "10000001 2024-10 111 60000 7000",
                        "10000001 2024-11 111 60000 7000",
                        "10000001 2024-12 111 60000 7000")
                .put("incoming/gacc/flow=export/2025年1月.csv", "10000001 2025-02 111 110000 13000");
        assertThat(note(bar("2025-02"), Note.Code.SUSPECTED_MISTAKE, "en"))
                .isEqualTo(
                        "10000001, incoming/gacc/flow=export/2025年1月.csv: no file has January 2025, and it has about as much as"
                                + " January 2024 and the month after it together, and at least half as much again as each month before it: it may be"
                                + " of both months; its name says January 2025, and its figures count for February 2025. If the file is not what"
                                + " its key says, correct the key or upload the right file.");
        assertThat(note(bar("2025-02"), Note.Code.SUSPECTED_MISTAKE, "zh"))
                .isEqualTo("10000001，incoming/gacc/flow=export/2025年1月.csv：没有文件含2025年1月，而该文件的数字约等于2024年1月与次月之和，"
                        + "且为此前各月的1.5倍以上，可能是两个月的合计；文件名写的是2025年1月，其数字却计入2025年2月。如该文件与其键所声明的不符，请更正键或上传正确的文件。");
        assertThat(under(english("2025-02"), "Missing and revised"))
                .contains("its name says January 2025, and its figures count for February 2025");
    }

    @Test
    void a_name_of_another_month_is_told_once_however_much_its_file_holds() {
        metals.put(
                "incoming/gacc/flow=export/2025-01.csv",
                "10000001 2025-02 111 50000 6000",
                "20000001 2025-02 111 60000 7000");
        assertThat(under(english("2025-02"), "Missing and revised"))
                .containsOnlyOnce("its name says January 2025, and its figures count for February 2025");
    }

    @Test
    void a_month_in_another_unit_than_the_one_before_is_told() {
        metals.put("incoming/gacc/flow=export/1.csv", "10000001 2025-02 111 900 210000")
                .put("incoming/gacc/flow=export/2.csv", "10000001 2025-03 111 900000 210000");
        assertThat(note(bar("2025-03"), Note.Code.SUSPECTED_MISTAKE, "en"))
                .contains(
                        "a kilogram is worth at most a hundredth of what it is in February 2025, so that quantities or values of one of"
                                + " both may be in another unit");
        assertThat(note(bar("2025-02"), Note.Code.SUSPECTED_MISTAKE, "en"))
                .contains("a kilogram is worth at least a hundred times what it is in March 2025");
        assertThat(note(bar("2025-03"), Note.Code.SUSPECTED_MISTAKE, "zh"))
                .contains("每千克的金额为2025年2月的百分之一以下，两个月中有一个月的数量或金额单位可能有误");
    }

    @Test
    void a_revision_in_another_unit_is_told() {
        metals.put("incoming/gacc/flow=export/a.csv", "10000001 2025-03 111 900 2100")
                .put("incoming/gacc/flow=export/b.csv", "10000001 2025-03 111 900000 2100");
        assertThat(note(bar("2025-03"), Note.Code.SUSPECTED_MISTAKE, "en"))
                .contains(
                        "a kilogram is worth at most a fifth of what it was before, so that quantities or values may be in another unit");
        assertThat(note(bar("2025-03"), Note.Code.SUSPECTED_MISTAKE, "zh")).contains("每千克的金额变为五分之一以下，数量或金额的单位可能有误");
    }
}
