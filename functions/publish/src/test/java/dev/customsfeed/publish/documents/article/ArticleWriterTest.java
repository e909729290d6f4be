package dev.customsfeed.publish.documents.article;

import static dev.customsfeed.publish.documents.article.Articles.paragraph;
import static dev.customsfeed.publish.documents.article.Articles.under;
import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.publish.figures.report.Feeds;
import dev.customsfeed.publish.figures.report.TradeFiles;
import dev.customsfeed.publish.figures.report.TradeFiles.Row;
import dev.customsfeed.publish.words.Languages;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArticleWriterTest {

    private static final String ALL = "incoming/gacc/flow=export/hs=1000+2000/";
    private static final String IMPORTS = "incoming/gacc/flow=import/hs=2603/";

    private final TradeFiles metals = new TradeFiles(Feeds.metals());
    private final TradeFiles ore = new TradeFiles(Feeds.read("ore", """
                    {"id": "ore", "title": {"en": "China's copper ore imports", "zh": "中国铜矿进口"},
                     "source": "gacc", "reporter": "CN", "flow": "import", "currency": "CNY",
                     "products": [{"id": "ore", "hs": ["26030000"], "name": {"en": "Copper ore", "zh": "铜矿"}}]}
                    """));

    private static Article english(TradeFiles files, String period) {
        return ArticleWriter.write(files.report(period), Languages.ENGLISH);
    }

    private static Article chinese(TradeFiles files, String period) {
        return ArticleWriter.write(files.report(period), Languages.CHINESE);
    }

    /** One row a month of one commodity and partner. */
    private static List<Row> rows(String commodity, String from, String partner, long... tonnes) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < tonnes.length; i++) {
            rows.add(new Row(commodity, YearMonth.parse(from).plusMonths(i), partner, tonnes[i] * 1000, tonnes[i]));
        }
        return rows;
    }

    @Test
    void imports_in_renminbi_come_from_origins() {
        List<Row> rows = rows("26030000", "2024-01", "412", 1000, 1200, 1100);
        rows.addAll(rows("26030000", "2025-01", "412", 1500, 1000, 2000));
        rows.addAll(rows("26030000", "2025-01", "434", 500, 600, 400));
        ore.put(IMPORTS + "a.csv", rows);

        Article english = english(ore, "2025-03");
        assertThat(english.title())
                .isEqualTo(
                        "China's copper ore imports, March 2025: 2,400 mt, up 50.00% MoM; January to March 6,000 mt, up 81.82% YoY");
        assertThat(english.summary())
                .contains(
                        "China's copper ore imports in March 2025 amounted to 2,400 mt, up 50.00% MoM and 118.18% YoY, from 1,100 mt.")
                .contains(
                        "They were worth 2,400 CNY, up 50.00% MoM and 118.18% YoY, or 1 CNY per mt, unchanged MoM and YoY.");
        assertThat(under(english, "January to March 2025")).contains("Chile").contains("Peru");
        assertThat(under(english, "By origin"))
                .contains("100.00% of imports came from the Americas (2,400 mt, +118.18% YoY).")
                .doesNotContain("Largest");
        assertThat(under(english, "January to March 2025"))
                .contains("Largest origins: Chile (4,500 mt) and Peru (1,500 mt).");
        assertThat(under(english, "By product")).as("one product is the total").isEmpty();

        Article chinese = chinese(ore, "2025-03");
        assertThat(chinese.summary())
                .contains("中国铜矿进口总量为2400吨")
                .contains("进口额2400元人民币，环比增长50.00%，同比增长118.18%；均价1元人民币/吨，环比持平，同比持平。");
        assertThat(under(chinese, "2025年1-3月")).contains("主要来源地依次为智利（4500吨）、秘鲁（1500吨）。");
    }

    @Test
    void a_single_partner_is_named_as_the_only_one_and_drives_nothing() {
        metals.put(ALL + "a.csv", rows("10000001", "2025-01", "111", 100, 200));
        Article english = english(metals, "2025-02");
        assertThat(under(english, "January to February 2025")).contains("Only destination: India (300 mt).");
        assertThat(under(english, "What drove the change"))
                .isEqualTo("The 100.00% rise from January came from bar (+100.00 pp)."
                        + " Figures in pp are percentage points of the change of the whole.");
        assertThat(under(chinese(metals, "2025-02"), "2025年1-2月")).contains("唯一目的地为印度（300吨）。");
    }

    @Test
    void a_partner_beside_one_with_less_than_a_kilogram_is_not_the_only_one() {
        metals.put(ALL + "a.csv", "10000001 2025-01 111 4000 10", "10000001 2025-01 304 0 5");
        assertThat(under(english(metals, "2025-01"), "By destination"))
                .contains("Largest destination: India (4 mt).")
                .doesNotContain("Only");
        assertThat(under(chinese(metals, "2025-01"), "分目的地"))
                .contains("最大目的地为印度（4吨）。")
                .doesNotContain("唯一");
    }

    @Test
    void trade_of_less_than_a_kilogram_is_trade() {
        metals.put(
                ALL + "a.csv",
                "10000001 2024-01 111 0 5",
                "20000001 2024-01 304 4000 10",
                "20000001 2024-01 111 0 5",
                "10000001 2025-01 111 0 5",
                "20000001 2025-01 304 5000 10",
                "20000001 2025-01 111 4000 5");
        Article english = english(metals, "2025-01");
        assertThat(under(english, "By product"))
                .contains("Bar: 0 mt (0.00% of the total).")
                .doesNotContain("no exports");
        assertThat(under(english, "By destination")).contains("India (next to nothing a year earlier, +100.00 pp)");
        Article chinese = chinese(metals, "2025-01");
        assertThat(under(chinese, "分产品")).contains("Bar：0吨（占总量0.00%）。").doesNotContain("无出口");
        assertThat(under(chinese, "分目的地")).contains("印度（上年同期极少，+100.00个百分点）");
    }

    @Test
    void a_year_before_of_less_than_a_kilogram_is_not_called_one_without_trade() {
        metals.put(ALL + "a.csv", "10000001 2024-01 111 0 5", "10000001 2025-01 111 4000 10");
        assertThat(under(english(metals, "2025-01"), ""))
                .contains("There is no comparison with January 2024: the net weight was zero then.");
        assertThat(under(chinese(metals, "2025-01"), "")).contains("无法与2024年1月比较：当时净重为零。");
    }

    @Test
    void nobody_is_called_a_mover_of_a_product_that_is_not_named() {
        metals.put(
                ALL + "a.csv",
                "10000001 2024-02 111 4000 10",
                "10000001 2024-02 304 4000 10",
                "20000001 2024-02 111 4000 10",
                "20000001 2025-02 111 6000 10");
        assertThat(under(english(metals, "2025-02"), "By product")).contains("Bar: there were no exports.");
        assertThat(under(english(metals, "2025-02"), "By destination")).doesNotContain("lost most");
        assertThat(under(chinese(metals, "2025-02"), "分目的地")).doesNotContain("减量居前");
    }

    @Test
    void without_a_year_before_nothing_is_said_year_on_year() {
        metals.put(ALL + "a.csv", rows("10000001", "2025-01", "111", 100, 200, 300));
        assertThat(english(metals, "2025-03").text())
                .doesNotContain("YoY", "Year on year")
                .contains("MoM");
        assertThat(chinese(metals, "2025-03").text()).doesNotContain("同比").contains("环比");
    }

    @Test
    void without_the_month_before_nothing_is_said_month_on_month() {
        metals.put(ALL + "a.csv", rows("10000001", "2025-01", "111", 100))
                .put(ALL + "b.csv", rows("10000001", "2025-03", "111", 300));
        Article english = english(metals, "2025-03");
        assertThat(english.text()).doesNotContain("MoM", "decline", "rise");
        assertThat(english.text()).as("February is missing").doesNotContain("totaled");
        assertThat(english.title()).isEqualTo("Metals, March 2025: 300 mt");
        assertThat(under(english, ""))
                .contains("There is no comparison with February 2025: its figures are missing.")
                .contains("There is no comparison with March 2024: its figures are missing.")
                .contains("There is no total for January to March 2025: figures for February 2025 are missing.");
        assertThat(under(english, "Missing and revised"))
                .as("the headline has said why")
                .isEmpty();
        assertThat(under(english, "By destination")).contains("Only destination: India");
        assertThat(chinese(metals, "2025-03").text())
                .doesNotContain("环比", "累计出口")
                .contains("唯一目的地为印度");
    }

    @Test
    void peak_and_trough_need_twelve_months() {
        metals.put(ALL + "a.csv", rows("10000001", "2025-01", "111", 5, 3, 8, 4, 5, 6, 7, 6, 5, 4, 6));
        assertThat(english(metals, "2025-11").text()).doesNotContain("peak", "trough", "of the twelve");
        metals.put(ALL + "b.csv", rows("10000001", "2025-12", "111", 9));
        assertThat(english(metals, "2025-12").text())
                .contains("December was the highest of the twelve; the lowest was February (3 mt).");
        assertThat(chinese(metals, "2025-12").text()).contains("12月为其间最高，最低为2月的3吨。");
        metals.put(ALL + "b.csv", rows("10000001", "2025-12", "111", 1));
        assertThat(english(metals, "2025-12").text())
                .contains("December was the lowest of the twelve; the highest was March (8 mt).");
        assertThat(chinese(metals, "2025-12").text()).contains("12月为其间最低，最高为3月的8吨。");
    }

    @Test
    void of_months_that_are_as_high_or_as_low_none_is_called_the_only_one() {
        metals.put(ALL + "a.csv", rows("10000001", "2025-01", "111", 5, 0, 8, 0, 5, 6, 8, 6, 5, 0, 6, 7));
        assertThat(english(metals, "2025-12").text())
                .contains(
                        "The peak was July (8 mt, as in 1 other month), the trough October (0 mt, as in 2 other months);"
                                + " December stood 12.50% below it.");
        assertThat(chinese(metals, "2025-12").text()).contains("高点为7月的8吨（另有1个月相同），低点为10月的0吨（另有2个月相同）；12月较高点低12.50%。");
        metals.put(ALL + "b.csv", rows("10000001", "2025-12", "111", 8));
        assertThat(english(metals, "2025-12").text())
                .contains(
                        "December was the highest of the twelve (2 other months were as high); the lowest was October (0 mt, as in 2 other months).");
        assertThat(chinese(metals, "2025-12").text()).contains("12月为其间最高（另有2个月相同），最低为10月的0吨（另有2个月相同）。");
        metals.put(ALL + "b.csv", rows("10000001", "2025-12", "111", 0));
        assertThat(english(metals, "2025-12").text())
                .contains(
                        "December was the lowest of the twelve (3 other months were as low); the highest was July (8 mt, as in 1 other month).");
        metals.put(
                "incoming/gacc/flow=export/hs=2000/c.csv",
                rows("20000001", "2025-01", "111", 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3));
        assertThat(english(metals, "2025-12").text())
                .contains("By product: bar July (8 mt, as in 1 other month) and December (0 mt, as in 3 other months);"
                        + " rod December (3 mt) and January (1 mt).");
        assertThat(chinese(metals, "2025-12").text()).contains("7月（8吨，另有1个月相同）、12月（0吨，另有3个月相同）");
    }

    @Test
    void twelve_months_alike_have_neither_peak_nor_trough() {
        metals.put(ALL + "a.csv", rows("10000001", "2025-01", "111", 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5));
        assertThat(english(metals, "2025-12").text())
                .doesNotContain("peak", "of the twelve")
                .contains("unchanged MoM");
    }

    @Test
    void half_years_and_quarters_that_hardly_moved_are_not_told() {
        metals.put(
                ALL + "a.csv",
                rows(
                        "10000001",
                        "2024-07",
                        "111",
                        1000,
                        1000,
                        1000,
                        1000,
                        1000,
                        1000,
                        1001,
                        1000,
                        1000,
                        1000,
                        1000,
                        1002,
                        1000,
                        1001,
                        1000,
                        1000,
                        1000,
                        1004));
        assertThat(english(metals, "2025-12").text()).doesNotContain("half", "quarter");
        assertThat(chinese(metals, "2025-12").text()).doesNotContain("半年", "季度");
    }

    @Test
    void a_quarter_that_held_level_is_told_beside_one_that_moved() {
        metals.put(ALL + "a.csv", rows("10000001", "2024-10", "111", 10, 10, 10, 10, 10, 10, 12, 12, 12));
        assertThat(english(metals, "2025-06").text())
                .as("nothing is known before October")
                .doesNotContain("half")
                .contains("The first quarter held level QoQ at 30 mt; the second surged 20.00% to 36 mt.");
        assertThat(chinese(metals, "2025-06").text()).contains("一季度环比持平，至30吨；二季度环比大增20.00%至36吨。");
    }

    @Test
    void a_month_without_trade_says_so() {
        metals.put(ALL + "a.csv", "10000001 2025-01 111 4000 10", "20000001 2025-01 111 6000 10")
                .put(ALL + "b.csv", "10000001 2025-02 111 4000 10");
        assertThat(paragraph(english(metals, "2025-02"), "By product", "Rod")).isEqualTo("Rod: there were no exports.");
        assertThat(paragraph(english(metals, "2025-02"), "January to February 2025", "Rod"))
                .startsWith("Rod: 6 mt; worth 10 USD, 2 USD per mt.");
        assertThat(under(chinese(metals, "2025-02"), "分产品")).contains("Rod：无出口。");
    }

    @Test
    void a_month_with_no_trade_at_all_is_not_an_empty_article() {
        metals.put(ALL + "period=2025-01/a.csv", List.of());
        Article english = english(metals, "2025-01");
        assertThat(english.title()).isEqualTo("Metals, January 2025: 0 mt");
        assertThat(english.summary()).isEqualTo("Metals: total exports in January 2025 amounted to 0 mt.");
        assertThat(under(english, "By destination")).isEmpty();
    }

    @Test
    void a_product_whose_weight_was_not_reported_is_told_by_value() {
        metals.put(ALL + "a.csv", "10000001 2025-01 111 - 700", "20000001 2025-01 111 5000 10");
        Article english = english(metals, "2025-01");
        assertThat(english.title())
                .isEqualTo("Metals, January 2025: incomplete, the net weight of bar not reported in full");
        assertThat(paragraph(english, "By product", "Bar")).isEqualTo("Bar: 700 USD (98.59% of the total value).");
        assertThat(paragraph(english, "By product", "Rod")).contains("5 mt").doesNotContain("of the total");
        assertThat(under(english, "Missing and revised"))
                .isEqualTo("Customs does not report a net weight for all exports of bar in January 2025.");
        assertThat(chinese(metals, "2025-01").title()).isEqualTo("Metals：2025年1月数据不完整，Bar净重填报不全");
    }

    @Test
    void level_with_the_month_before_although_the_products_moved() {
        metals.put(
                ALL + "a.csv",
                "10000001 2025-01 111 4000 10",
                "20000001 2025-01 304 6000 10",
                "10000001 2025-02 111 5000 10",
                "20000001 2025-02 304 5000 10");
        assertThat(under(english(metals, "2025-02"), "What drove the change"))
                .isEqualTo("The month was level with January: bar (+10.00 pp) rose, while rod (−10.00 pp) fell."
                        + " Figures in pp are percentage points of the change of the whole.\n"
                        + "By destination, the total was unchanged from January: India (+10.00 pp) rose, while Germany (−10.00 pp)"
                        + " fell.");
        assertThat(under(chinese(metals, "2025-02"), "变动来源"))
                .startsWith("环比持平，bar（+10.00个百分点）增加".replace("bar", "Bar"));
    }

    @Test
    void a_change_that_is_small_beside_what_moved_within_it_is_called_a_balance() {
        metals.put(
                ALL + "a.csv",
                "10000001 2025-01 111 400000 10",
                "10000001 2025-01 304 600000 10",
                "10000001 2025-02 111 501000 10",
                "10000001 2025-02 304 500000 10");
        assertThat(under(english(metals, "2025-02"), "What drove the change"))
                .endsWith(
                        "the total hardly moved from January (up 0.10%): India (+10.10 pp) rose, while Germany (−10.00 pp) fell.");
    }

    @Test
    void small_products_share_a_paragraph() {
        TradeFiles four = new TradeFiles(Feeds.read("four", """
                {"id": "four", "title": {"en": "Tin exports"}, "source": "gacc", "reporter": "CN", "flow": "export", "currency": "USD",
                 "products": [
                   {"id": "a", "hs": ["10000001"], "name": {"en": "Tin bar"}},
                   {"id": "b", "hs": ["10000002"], "name": {"en": "Tin foil"}},
                   {"id": "c", "hs": ["10000003"], "name": {"en": "Tin ash"}},
                   {"id": "d", "hs": ["10000004"], "name": {"en": "PVC rod"}}]}
                """));
        four.put(
                "incoming/gacc/flow=export/hs=1000/a.csv",
                "10000001 2025-01 309 900000 10",
                "10000001 2025-02 309 900000 10",
                "10000002 2025-01 502 9000 10",
                "10000002 2025-02 502 10000 10",
                "10000004 2025-02 111 8000 10");
        Article english = english(four, "2025-02");
        assertThat(under(english, "By product"))
                .startsWith("Bar: 900 mt (98.04% of the total), unchanged MoM.")
                .contains("Smaller lines: foil 10 mt (up 11.11% MoM), ash 0 mt and PVC rod 8 mt.")
                .contains("Smaller lines: foil 10 mt");
        assertThat(under(english, "January to February 2025"))
                .contains("Smaller lines: foil 19 mt, ash 0 mt and PVC rod 8 mt.")
                .contains(
                        "Largest destinations of smaller lines: the United States for foil (19 mt) and India for PVC rod (8 mt).")
                .contains("Only destination: the Netherlands (1,800 mt).");
        assertThat(under(chinese(four, "2025-02"), "2025年1-2月")).contains("Tin foil为美国（19吨），PVC rod为印度（8吨）。");
    }

    @Test
    void a_partner_without_trade_a_year_earlier_is_not_called_new_although_it_traded_in_other_months() {
        metals.put(
                ALL + "a.csv",
                "10000001 2023-11 116 9000 10",
                "10000001 2023-11 111 4000 10",
                "10000001 2023-12 111 4000 10",
                "10000001 2024-11 116 9000 10",
                "10000001 2024-12 116 8000 10",
                "10000001 2024-12 111 3000 10");
        assertThat(paragraph(english(metals, "2024-12"), "By destination", "Bar"))
                .endsWith("Japan (none a year earlier, +200.00 pp) grew most,"
                        + " while India (−25.00%, −25.00 pp) lost most.")
                .doesNotContain("new");
        assertThat(paragraph(chinese(metals, "2024-12"), "分目的地", "Bar")).contains("日本（上年同期无，+200.00个百分点）");
    }

    @Test
    void a_partner_that_had_nothing_a_year_earlier_has_a_contribution_and_no_change() {
        metals.put(
                ALL + "a.csv",
                "10000001 2024-01 111 4000 10",
                "10000001 2025-01 111 5000 10",
                "10000001 2025-01 304 1000 10");
        assertThat(paragraph(english(metals, "2025-01"), "By destination", "Bar"))
                .endsWith("India (+25.00%, +25.00 pp) and Germany (none a year earlier, +25.00 pp) grew most.");
        assertThat(paragraph(chinese(metals, "2025-01"), "分目的地", "Bar")).endsWith("德国（上年同期无，+25.00个百分点）增量居前。");
    }

    @Test
    void where_no_cumulative_change_is_known_movers_are_those_of_the_month() {
        metals.put(
                ALL + "a.csv",
                "10000001 2024-02 111 4000 10",
                "10000001 2024-02 304 4000 10",
                "10000001 2025-01 111 5000 10",
                "10000001 2025-02 111 6000 10",
                "10000001 2025-02 304 3000 10");
        assertThat(paragraph(english(metals, "2025-02"), "By destination", "Bar"))
                .endsWith("India (+50.00%, +25.00 pp) grew most, while Germany (−25.00%, −12.50 pp) lost most.");
        assertThat(paragraph(english(metals, "2025-02"), "January to February 2025", "Bar"))
                .contains("Largest destinations: India (11 mt) and Germany (3 mt).");
        assertThat(paragraph(chinese(metals, "2025-02"), "分目的地", "Bar"))
                .endsWith("印度（+50.00%，+25.00个百分点）增量居前，德国（−25.00%，−12.50个百分点）减量居前。");
    }

    @Test
    void a_small_change_within_which_products_moved_has_no_driver_in_either_language() {
        metals.put(
                ALL + "a.csv",
                "10000001 2024-02 111 501000 10",
                "20000001 2024-02 304 500000 10",
                "10000001 2025-01 111 400000 10",
                "20000001 2025-01 304 600000 10",
                "10000001 2025-02 111 500500 10",
                "20000001 2025-02 304 500000 10");
        assertThat(under(english(metals, "2025-02"), "What drove the change"))
                .startsWith("The month hardly moved from January (up 0.05%): bar (+10.05 pp) rose,"
                        + " while rod (−10.00 pp) fell.")
                .contains("Year on year the total was down 0.05%: bar (−0.05 pp) lost.");
        assertThat(under(chinese(metals, "2025-02"), "变动来源"))
                .startsWith("环比基本持平（增长0.05%），Bar（+10.05个百分点）增加，Rod（−10.00个百分点）减少。")
                .doesNotContain("拉动");
        metals.put(ALL + "b.csv", "10000001 2025-02 111 499000 10", "20000001 2025-02 304 500000 10");
        assertThat(under(english(metals, "2025-02"), "What drove the change"))
                .startsWith(
                        "The month hardly moved from January (down 0.10%): rod (−10.00 pp) fell, while bar (+9.90 pp)"
                                + " rose.");
        assertThat(under(chinese(metals, "2025-02"), "变动来源"))
                .startsWith("环比基本持平（下降0.10%），Rod（−10.00个百分点）减少，Bar（+9.90个百分点）增加。");
    }

    @Test
    void a_half_year_that_hardly_moved_edges_whatever_the_one_before_did() {
        metals.put(
                ALL + "a.csv",
                rows(
                        "10000001",
                        "2024-01",
                        "111",
                        1000,
                        1000,
                        1000,
                        1000,
                        1000,
                        1000,
                        1100,
                        1100,
                        1100,
                        1100,
                        1100,
                        1100,
                        1100,
                        1100,
                        1100,
                        1100,
                        1100,
                        1090));
        assertThat(english(metals, "2025-06").text())
                .contains(
                        "The second half of 2024 surged 10.00% HoH to 6,600 mt; the first half of 2025 edged down 0.15%"
                                + " to 6,590 mt");
        assertThat(chinese(metals, "2025-06").text())
                .contains("2024年下半年环比大增10.00%至6600吨；2025年上半年环比微降0.15%至6590吨")
                .doesNotContain("回落");
        metals.put(ALL + "b.csv", rows("10000001", "2025-06", "111", 1110));
        assertThat(english(metals, "2025-06").text()).contains("the first half of 2025 edged up a further 0.15%");
    }

    @Test
    void an_event_after_the_month_is_marked_where_no_calendar_says_when_the_month_was_released() {
        TradeFiles tin = new TradeFiles(Feeds.read("tin", """
                {"id": "tin", "title": {"en": "Tin exports"}, "source": "gacc", "reporter": "CN", "flow": "export", "currency": "USD",
                 "products": [{"id": "bar", "hs": ["10000001"], "name": {"en": "Tin bar"}}],
                 "events": [{"date": "2026-01-06", "name": {"en": "Controls"}}],
                 "releases": [{"period": "2025-12", "date": "2026-01-18"}]}
                """));
        for (String month : List.of("2025-11", "2025-12", "2026-01")) {
            tin.put(ALL + month + ".csv", "10000001 " + month + " 111 1 1");
        }
        assertThat(under(english(tin, "2025-11"), "Policy")).isEqualTo("Since then, on 6 January 2026: Controls.");
        assertThat(under(chinese(tin, "2025-11"), "政策")).isEqualTo("此后，2026年1月6日：Controls。");
        assertThat(under(english(tin, "2025-12"), "Policy"))
                .as("known on the day of release")
                .isEqualTo("6 January 2026: Controls.");
        assertThat(under(english(tin, "2026-01"), "Policy"))
                .as("within the month")
                .isEqualTo("6 January 2026: Controls.");
    }

    @Test
    void large_sums_are_written_as_the_trade_writes_them() {
        metals.put(ALL + "a.csv", "10000001 2025-01 111 123456789 234567890");
        assertThat(english(metals, "2025-01").summary())
                .isEqualTo(
                        "Metals: total exports in January 2025 amounted to 123,500 mt. They were worth 234.6 million USD, or 1,900 USD per mt.");
        assertThat(chinese(metals, "2025-01").summary()).isEqualTo("Metals：2025年1月出口总量为12.35万吨。出口额2.35亿美元；均价1900美元/吨。");
    }

    @Test
    void html_is_escaped() {
        Article article = new Article("A", List.of(new Article.Section("B & C", List.of("a < b > \"c\""))));
        assertThat(article.html()).isEqualTo("<h2>B &amp; C</h2>\n<p>a &lt; b &gt; &quot;c&quot;</p>\n");
        assertThat(article.text()).isEqualTo("B & C\n\na < b > \"c\"\n");
        assertThat(new Article("A", List.of()).summary()).isEmpty();
    }
}
