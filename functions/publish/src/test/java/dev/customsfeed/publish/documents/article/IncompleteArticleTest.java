package dev.customsfeed.publish.documents.article;

import static dev.customsfeed.publish.documents.article.Articles.paragraphs;
import static dev.customsfeed.publish.documents.article.Articles.under;
import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.publish.figures.report.Feeds;
import dev.customsfeed.publish.figures.report.TradeFiles;
import dev.customsfeed.publish.words.Languages;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What an article says of what it cannot say. */
class IncompleteArticleTest {

    private static final String ALL = "incoming/gacc/flow=export/hs=8104/";
    private static final String UNDECLARED = "incoming/gacc/flow=export/";

    private final TradeFiles magnesium = new TradeFiles(Feeds.magnesium());

    private static Article english(TradeFiles files, String period) {
        return ArticleWriter.write(files.report(period), Languages.ENGLISH);
    }

    private static Article chinese(TradeFiles files, String period) {
        return ArticleWriter.write(files.report(period), Languages.CHINESE);
    }

    private static String gaps(Article article) {
        return paragraphs(article, "").get(1);
    }

    private static String[] rows(String month, String... commodities) {
        String[] rows = new String[commodities.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = commodities[i] + " " + month + " 111 1000000 10";
        }
        return rows;
    }

    @Test
    void a_month_that_lacks_products_says_so_in_title_and_summary() {
        magnesium
                .put(ALL + "a.csv", rows("2025-07", "81041100"))
                .put(UNDECLARED + "b.csv", rows("2025-08", "81041900", "81043000", "81049010", "81049020"));
        Article english = english(magnesium, "2025-08");
        assertThat(english.title())
                .isEqualTo("China's magnesium exports, August 2025: incomplete, ingot and scrap not reported");
        assertThat(english.summary())
                .isEqualTo("China's magnesium exports in August 2025 are incomplete: ingot and scrap are not reported."
                        + " No total can be given.");
        assertThat(under(english, "Missing and revised"))
                .isEqualTo("The customs files of August 2025 do not list ingot and scrap,"
                        + " and nothing says whether there was no trade or it was left out.")
                .doesNotContain("hs=", "upload");
        Article chinese = chinese(magnesium, "2025-08");
        assertThat(chinese.title()).isEqualTo("中国镁产品出口：2025年8月数据不完整，缺少镁锭、镁废碎料");
        assertThat(chinese.summary()).isEqualTo("2025年8月中国镁产品出口数据不完整：缺少镁锭、镁废碎料，无法给出总量。");
        assertThat(under(chinese, "缺失与修订")).isEqualTo("2025年8月的海关文件未列出镁锭、镁废碎料，无从判断是没有贸易还是未收录。");
    }

    @Test
    void of_many_products_that_are_not_reported_those_are_named_that_are() {
        magnesium.put(UNDECLARED + "a.csv", rows("2025-08", "81041900"));
        assertThat(english(magnesium, "2025-08").title())
                .isEqualTo("China's magnesium exports, August 2025: incomplete, only alloy reported");
        assertThat(english(magnesium, "2025-08").summary()).contains("are incomplete: only alloy is reported.");
        assertThat(chinese(magnesium, "2025-08").summary()).contains("数据不完整：仅有镁合金，");
    }

    @Test
    void a_product_of_which_one_commodity_is_lacking_is_not_reported_in_full() {
        TradeFiles one = new TradeFiles(Feeds.read("one", """
                {"id": "one", "title": {"en": "Rod exports"}, "source": "gacc", "reporter": "CN", "flow": "export", "currency": "USD",
                 "products": [{"id": "rod", "hs": ["20000001", "20000002"], "name": {"en": "Rod"}}]}
                """)).put(UNDECLARED + "a.csv", rows("2025-08", "20000001"));
        assertThat(english(one, "2025-08").title())
                .isEqualTo("Rod exports, August 2025: incomplete, not all of it reported");
        assertThat(english(one, "2025-08").summary())
                .isEqualTo(
                        "Rod exports in August 2025 are incomplete: not all of it is reported. No total can be given.");
        assertThat(chinese(one, "2025-08").summary()).contains("数据不完整：部分商品缺失");
    }

    @Test
    void a_month_before_that_nobody_has_is_the_reason_for_no_comparison() {
        magnesium
                .put(ALL + "a.csv", rows("2024-06", "81041100"))
                .put(ALL + "b.csv", rows("2025-04", "81041100"))
                .put(ALL + "c.csv", rows("2025-06", "81041100"));
        assertThat(gaps(english(magnesium, "2025-06")))
                .isEqualTo("There is no comparison with May 2025: its figures are missing."
                        + " There is no total for January to June 2025: figures for January to March and May 2025 are"
                        + " missing.");
        assertThat(gaps(chinese(magnesium, "2025-06")))
                .isEqualTo("无法与2025年5月比较：缺少该月数据。无法给出2025年1-6月合计：缺少2025年1-3月、5月数据。");
    }

    @Test
    void a_cumulative_total_without_the_year_before_says_why() {
        for (int month = 1; month <= 12; month++) {
            String period = String.format(Locale.ROOT, "2024-%02d", month);
            magnesium.put(ALL + period + ".csv", rows(period, "81041100"));
        }
        magnesium.put(ALL + "2023-12.csv", rows("2023-12", "81041100"));
        assertThat(gaps(english(magnesium, "2024-12")))
                .isEqualTo("The cumulative total has no comparison with a year earlier:"
                        + " figures for January to November 2023 are missing.");
        assertThat(gaps(chinese(magnesium, "2024-12"))).isEqualTo("累计数无法与上年同期比较：缺少2023年1-11月数据。");
        assertThat(gaps(english(magnesium, "2024-06")))
                .as("the month and the year so far for one reason")
                .isEqualTo("There is no comparison with a year earlier: figures for January to June 2023 are missing.");
        assertThat(gaps(chinese(magnesium, "2024-06"))).isEqualTo("无法与上年同期比较：缺少2023年1-6月数据。");
        assertThat(gaps(english(magnesium, "2024-01")))
                .as("January is the year so far")
                .isEqualTo("There is no comparison with January 2023: its figures are missing.");
    }

    @Test
    void a_reason_names_the_products_that_lack_the_month() {
        magnesium
                .put(UNDECLARED + "a.csv", rows("2025-05", "81041900", "81043000", "81049010", "81049020"))
                .put(ALL + "b.csv", rows("2025-06", "81041100"));
        assertThat(gaps(english(magnesium, "2025-06")))
                .startsWith("There is no comparison with May 2025: its figures of ingot and scrap are missing.")
                .contains("There is no total for January to June 2025: figures for January to May 2025 are missing or"
                        + " incomplete.");
        assertThat(gaps(chinese(magnesium, "2025-06")))
                .startsWith("无法与2025年5月比较：缺少该月镁锭、镁废碎料数据。")
                .contains("缺少2025年1-5月全部或部分数据");
    }

    @Test
    void a_month_before_without_trade_is_the_reason_for_no_comparison() {
        magnesium.put(ALL + "period=2025-01/a.csv", List.of()).put(ALL + "b.csv", rows("2025-02", "81041100"));
        assertThat(gaps(english(magnesium, "2025-02")))
                .contains("There is no comparison with January 2025: there were no exports then.");
        assertThat(gaps(chinese(magnesium, "2025-02"))).contains("无法与2025年1月比较：当时无出口。");
    }

    @Test
    void weights_that_were_not_reported_are_the_reason_for_no_comparison() {
        magnesium.put(ALL + "a.csv", "81041100 2025-01 111 - 700").put(ALL + "b.csv", rows("2025-02", "81041100"));
        assertThat(gaps(english(magnesium, "2025-02")))
                .contains("There is no comparison with January 2025: not all net weights were reported.")
                .contains("There is no total for January to February 2025: not all net weights were reported.");
        assertThat(gaps(chinese(magnesium, "2025-02"))).contains("无法与2025年1月比较：净重填报不全。");
    }

    @Test
    void a_complete_month_says_nothing_of_gaps() {
        for (String month : new String[] {"2024-01", "2024-02", "2025-01", "2025-02"}) {
            magnesium.put(ALL + month + ".csv", rows(month, "81041100"));
        }
        assertThat(under(english(magnesium, "2025-02"), "")).doesNotContain("There is no", "missing", "incomplete");
    }

    @Test
    void rejected_files_and_unknown_codes_are_told_without_keys() {
        magnesium
                .put(ALL + "a.csv", "81041100 2025-01 987 1000 700", "81041900 2025-01 998 1000 700")
                .reject(ALL + "period=2025-01/b.csv", "line 7: a bad number")
                .reject(ALL + "period=2025-01/c.csv", "line 8: a bad number");
        assertThat(under(english(magnesium, "2025-01"), "Missing and revised"))
                .isEqualTo("No code list names the partner codes 987 and 998 of the customs files; what they stand for"
                        + " counts in the totals and in no region.\n"
                        + "A customs file that concerns this month was rejected and does not count.");
        assertThat(under(chinese(magnesium, "2025-01"), "缺失与修订"))
                .isEqualTo("海关文件中的贸易伙伴代码987、998未见于代码表，其贸易计入总量，不归入任何地区。\n" + "与本月有关的一份海关文件未被接受，不计入数据。");
    }
}
