package dev.customsfeed.publish.documents.article;

import static dev.customsfeed.publish.documents.article.Articles.paragraph;
import static dev.customsfeed.publish.documents.article.Articles.under;
import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.publish.documents.SampleFiles;
import dev.customsfeed.publish.figures.report.MonthReport;
import dev.customsfeed.publish.words.Languages;
import org.junit.jupiter.api.Test;

/** What the published review of 2025 states comes out of the sample files, but where the figures say otherwise. */
class SampleArticleTest {

    private static final MonthReport DECEMBER = SampleFiles.all().report("2025-12");

    private final Article english = ArticleWriter.write(DECEMBER, Languages.ENGLISH);
    private final Article chinese = ArticleWriter.write(DECEMBER, Languages.CHINESE);

    @Test
    void headline_has_the_month_and_the_year() {
        assertThat(english.title())
                .isEqualTo("China's magnesium exports, December 2025: 38,700 mt, down 0.50% MoM;"
                        + " 2025 total 447,000 mt, down 2.70% YoY");
        assertThat(chinese.title()).isEqualTo("中国镁产品出口：2025年12月3.87万吨，环比下降0.50%；全年累计44.70万吨，同比下降2.70%");
        assertThat(english.summary())
                .startsWith("China's magnesium exports in December 2025 amounted to 38,700 mt, down 0.50% MoM");
        assertThat(under(english, "2025")).startsWith("Exports totaled 447,000 mt, down 2.70% YoY.");
        assertThat(chinese.summary()).contains("2025年12月中国镁产品出口总量为3.87万吨，环比下降0.50%");
        assertThat(under(chinese, "2025年全年")).startsWith("累计出口44.70万吨，同比下降2.70%。");
    }

    @Test
    void products_have_the_levels_and_changes_of_the_review() {
        assertThat(paragraph(english, "By product", "Ingot"))
                .contains("21,500 mt (55.61% of the total), down 3.13% MoM");
        assertThat(paragraph(english, "2025", "Ingot")).contains("251,300 mt, down 5.54% YoY");
        assertThat(paragraph(english, "By product", "Powder"))
                .contains("5,900 mt (15.25% of the total), down 10.92% MoM");
        assertThat(paragraph(english, "2025", "Powder")).contains("73,600 mt, down 11.07% YoY");
        assertThat(paragraph(english, "By product", "Alloy")).contains("9,200 mt (23.77% of the total), up 11.22% MoM");
        assertThat(paragraph(english, "2025", "Alloy")).contains("99,600 mt, up 4.43% YoY");
        assertThat(paragraph(chinese, "分产品", "镁锭")).contains("2.15万吨（占总量55.61%），环比下降3.13%");
        assertThat(paragraph(chinese, "2025年全年", "镁锭")).contains("25.13万吨，同比下降5.54%");
        assertThat(paragraph(chinese, "分产品", "镁粉")).contains("5900吨（占总量15.25%），环比下降10.92%");
        assertThat(paragraph(chinese, "2025年全年", "镁粉")).contains("7.36万吨，同比下降11.07%");
        assertThat(paragraph(chinese, "分产品", "镁合金")).contains("9200吨（占总量23.77%），环比增长11.22%");
        assertThat(paragraph(chinese, "2025年全年", "镁合金")).contains("9.96万吨，同比增长4.43%");
    }

    @Test
    void the_peak_is_the_one_that_the_figures_have_and_not_the_reviews_october() {
        assertThat(under(english, "Twelve months to December 2025"))
                .contains("The peak was September (43,500 mt), the trough October (29,800 mt);"
                        + " December stood 10.93% below and 30.08% above them.");
        assertThat(under(chinese, "截至2025年12月的十二个月")).contains("高点为9月的4.35万吨，低点为10月的2.98万吨；12月较高点低10.93%、较低点高30.08%。");
    }

    @Test
    void ingot_contracted_in_the_first_half_and_fell_back_after_the_third_quarters_rush() {
        assertThat(under(english, "Twelve months to December 2025"))
                .contains("The first half contracted 2.50% HoH to 221,000 mt (−5.03% YoY); the second recovered 2.25%"
                        + " to 226,000 mt (−0.31% YoY). So did ingot (−5.77%, +5.93%) and alloy (−0.17%, +3.18%);"
                        + " not so powder (−6.72%, −4.77%).")
                .contains("The third quarter surged 10.25% QoQ to 118,600 mt (+11.14% YoY); the fourth fell back 9.52%")
                .contains("So did ingot (+25.15%, −19.81%)");
        assertThat(under(chinese, "截至2025年12月的十二个月"))
                .contains("镁锭（−5.77%、+5.93%）、镁合金（−0.17%、+3.18%）走势相同；镁粉（−6.72%、−4.77%）走势不同。")
                .contains("镁锭（+25.15%、−19.81%）走势相同");
    }

    @Test
    void alloy_recovered_in_the_second_half() {
        assertThat(under(english, "Twelve months to December 2025"))
                .contains("the second recovered 2.25%")
                .contains("alloy (−0.17%, +3.18%)")
                .contains("not so alloy (−1.61%, +3.85%)");
        assertThat(under(chinese, "截至2025年12月的十二个月")).contains("镁合金（−1.61%、+3.85%）、镁粉");
    }

    @Test
    void destinations_are_those_of_the_review_and_the_largest_region_of_ingot_that_of_the_figures() {
        assertThat(paragraph(english, "By destination", "Ingot"))
                .startsWith("Ingot: Asia 62.69% (")
                .contains("Europe 23.51% (5,060 mt");
        assertThat(paragraph(english, "2025", "Ingot"))
                .contains("South Korea (+20.55%, +1.69 pp) and India (+9.08%, +0.90 pp) grew most");
        assertThat(paragraph(english, "2025", "Powder")).contains("India (+16.99%, +2.75 pp) grew most");
        assertThat(paragraph(english, "2025", "Alloy"))
                .contains("Largest destinations: Germany (15,200 mt), the Netherlands (14,000 mt)");
        assertThat(paragraph(chinese, "分目的地", "镁锭")).startsWith("镁锭：亚洲62.69%（").contains("欧洲23.51%（5060吨");
        assertThat(paragraph(chinese, "2025年全年", "镁锭")).contains("韩国（+20.55%，+1.69个百分点）、印度（+9.08%，+0.90个百分点）增量居前");
        assertThat(paragraph(chinese, "2025年全年", "镁粉")).contains("印度（+16.99%，+2.75个百分点）增量居前");
        assertThat(paragraph(chinese, "2025年全年", "镁合金")).contains("主要目的地依次为德国（1.52万吨）、荷兰（1.40万吨）");
    }

    @Test
    void contributions_say_what_drove_the_change() {
        assertThat(under(english, "What drove the change"))
                .contains("The 0.50% decline from November came from powder (−1.86 pp) and ingot (−1.79 pp);"
                        + " alloy (+2.39 pp) and scrap (+0.47 pp) cushioned it; the others +0.29 pp.")
                .containsOnlyOnce("percentage points");
        assertThat(under(english, "2025"))
                .doesNotContain("percentage points")
                .contains("the 2.70% decline came mainly from the Netherlands (−3.53 pp), Canada (−0.96 pp)");
        assertThat(under(chinese, "变动来源")).contains("环比下降0.50%，主要受镁粉（−1.86个百分点）、镁锭（−1.79个百分点）拖累，镁合金（+2.39个百分点）");
        assertThat(under(chinese, "2025年全年")).contains("荷兰（−3.53个百分点）");
    }

    @Test
    void a_year_so_far_that_hardly_moved_is_called_so_in_both_languages() {
        MonthReport september = SampleFiles.all().report("2025-09");
        assertThat(under(ArticleWriter.write(september, Languages.ENGLISH), "January to September 2025"))
                .contains("By destination, the total hardly moved (up 0.06%): India (+2.27 pp)");
        assertThat(under(ArticleWriter.write(september, Languages.CHINESE), "2025年1-9月"))
                .contains("分目的地看，1-9月累计出口同比基本持平（增长0.06%），印度（+2.27个百分点）")
                .doesNotContain("增长0.06%，主要由");
        assertThat(under(
                        ArticleWriter.write(SampleFiles.all().report("2025-11"), Languages.ENGLISH),
                        "January to November 2025"))
                .contains("the 2.72% decline came mainly from");
    }

    @Test
    void policy_in_or_after_the_month_is_named() {
        assertThat(under(english, "Policy"))
                .contains("30 December 2025: Announcement No. 256 of 2025")
                .contains("Certificate of Tax Repaid/Not Refunded")
                .doesNotContain("magnesium")
                .contains("6 January 2026: Export controls on dual-use items to Japan");
        assertThat(under(chinese, "政策"))
                .contains("2025年12月30日：")
                .contains("《出口货物已补税/未退税证明》")
                .contains("公告2025年第256号")
                .contains("2026年1月6日：");
    }

    @Test
    void both_languages_have_the_same_sections_and_say_that_these_are_samples() {
        assertThat(chinese.sections()).hasSameSizeAs(english.sections());
        for (int i = 0; i < english.sections().size(); i++) {
            assertThat(chinese.sections().get(i).paragraphs())
                    .hasSameSizeAs(english.sections().get(i).paragraphs());
        }
        assertThat(english.text()).contains("not customs data");
        assertThat(chinese.text()).contains("并非海关数据");
    }
}
