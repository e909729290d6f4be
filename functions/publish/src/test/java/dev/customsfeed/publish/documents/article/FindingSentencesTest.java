package dev.customsfeed.publish.documents.article;

import static dev.customsfeed.publish.documents.article.Articles.paragraph;
import static dev.customsfeed.publish.documents.article.Articles.under;
import static dev.customsfeed.publish.figures.Months.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.ledger.feed.StudyPlan;
import dev.customsfeed.publish.figures.Finding;
import dev.customsfeed.publish.figures.Fraction;
import dev.customsfeed.publish.figures.MonthSeries;
import dev.customsfeed.publish.figures.Months;
import dev.customsfeed.publish.figures.course.Shape;
import dev.customsfeed.publish.figures.event.Deflection;
import dev.customsfeed.publish.figures.event.EventStudy;
import dev.customsfeed.publish.figures.event.EventWindows;
import dev.customsfeed.publish.figures.outlook.Outlook;
import dev.customsfeed.publish.figures.report.EventTrace;
import dev.customsfeed.publish.figures.report.Feeds;
import dev.customsfeed.publish.figures.report.MonthReport;
import dev.customsfeed.publish.figures.report.Telling.Measure;
import dev.customsfeed.publish.figures.report.TradeFiles;
import dev.customsfeed.publish.figures.trade.Comparison;
import dev.customsfeed.publish.figures.trade.Span;
import dev.customsfeed.publish.figures.value.ValueChange;
import dev.customsfeed.publish.words.Languages;
import dev.customsfeed.publish.words.language.CoursePhrases.Of;
import dev.customsfeed.publish.words.language.TotalPhrases.TellingChange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What articles say of what the months say beyond growth: figures by hand, and nothing where the months do not carry it. */
class FindingSentencesTest {

    private static final String ALL = "incoming/gacc/flow=export/hs=1000+2000/";
    private static final long TONNE = 1_000_000;

    private final TradeFiles metals = new TradeFiles(Feeds.metals());

    private final MonthReport any = new TradeFiles(Feeds.metals())
            .put(ALL + "a.csv", "10000001 2025-01 111 1 1")
            .report("2025-01");

    private static MonthSeries tonnes(List<Long> tonnes) {
        return Months.series(tonnes.stream().map(amount -> amount * TONNE).toList());
    }

    private static List<Long> norm(int months, long one, long other, Long... then) {
        List<Long> amounts = new ArrayList<>();
        for (int i = 0; i < months; i++) {
            amounts.add(i % 2 == 0 ? one : other);
        }
        amounts.addAll(List.of(then));
        return amounts;
    }

    private static StudyPlan plan(LocalDate announced, LocalDate inForce, List<String> partners, String... third) {
        return new StudyPlan("event", announced, inForce, List.of(), partners, List.of(third), List.of());
    }

    private List<String> english(EventTrace trace) {
        return Languages.ENGLISH.phrases(any).traces().trace(trace);
    }

    private List<String> chinese(EventTrace trace) {
        return Languages.CHINESE.phrases(any).traces().trace(trace);
    }

    private static EventTrace study(int announced, List<Long> amounts) {
        StudyPlan plan = plan(at(announced).atDay(10), at(announced + 2).atDay(1), List.of());
        Finding<EventStudy> study = EventStudy.of(
                tonnes(amounts), EventWindows.of(plan.announced(), plan.inForce()), at(amounts.size() - 1), Map.of());
        return new EventTrace(plan, study, Optional.empty());
    }

    @Test
    void a_rush_that_cannot_be_told_from_ordinary_swings_is_untestable() {
        EventTrace trace = study(12, norm(12, 100, 100, 130L, 150L, 60L, 80L, 100L));
        assertThat(english(trace))
                .containsExactly(
                        "Between announcement and entry into force (January to February 2020) exports ran 40.00% above the twelve"
                                + " months before.",
                        "In the first three months in force (March to May 2020) exports averaged 80 mt a month, 20.00% below the"
                                + " twelve months before the announcement.",
                        "Too few months lie around the event to tell an effect from ordinary swings: it takes 19 other"
                                + " dates to compare with, and there are 0.");
        assertThat(chinese(trace))
                .containsExactly(
                        "公布至实施之间（2020年1-2月），出口月均比此前十二个月高40.00%。",
                        "实施后头三个月（2020年3-5月），出口月均80吨，比公布前十二个月低20.00%。", "可供对照的月份太少，无法把影响与平常的波动区分开：需要19个其他日期，现有0个。");
    }

    @Test
    void a_rush_beyond_the_ordinary_and_what_it_was_paid_back_with_are_said_in_words() {
        EventTrace trace = study(50, norm(50, 90, 110, 130L, 150L, 60L, 80L, 100L));
        assertThat(String.join(" ", english(trace)))
                .containsPattern(
                        "exports ran 40\\.00% above the twelve months before, more than at any of \\d+ other dates,")
                .containsPattern(
                        "20\\.00% below the twelve months before the announcement, less than at any of \\d+ other")
                .contains(
                        "Afterwards they fell short of the twelve months before by 0.75 times what they had been above"
                                + " them: shipments were brought forward.")
                .doesNotContain("Too few", "p =");
        assertThat(String.join("", chinese(trace)))
                .contains("高40.00%，高于其他任何一个日期")
                .contains("实施后的减量为实施前增量的0.75倍：属提前发运。");
    }

    @Test
    void months_that_announcement_and_force_fell_into_late_are_left_out_with_the_reason() {
        StudyPlan plan = plan(at(12).atDay(20), at(14).atDay(25), List.of());
        EventTrace trace = new EventTrace(
                plan,
                EventStudy.of(
                        tonnes(norm(12, 100, 100, 130L, 150L, 60L, 80L, 100L, 90L)),
                        EventWindows.of(plan.announced(), plan.inForce()),
                        at(17),
                        Map.of()),
                Optional.empty());
        assertThat(english(trace))
                .endsWith(
                        "January and March 2020 belong to neither: in each, the event was announced or came into force after"
                                + " the tenth day.");
        assertThat(chinese(trace)).endsWith("2020年1月、3月不计入前后任何一段：公布与实施均在当月十日之后。");
    }

    @Test
    void what_is_within_the_ordinary_is_said_to_be_with_the_band() {
        EventTrace trace = study(50, norm(50, 90, 110, 90L, 110L, 90L, 110L, 90L));
        assertThat(english(trace).get(1))
                .contains("which is within what is ordinary: at nine of ten of ")
                .contains("they lay between 3.33% below and 3.33% above");
        assertThat(english(trace)).noneMatch(sentence -> sentence.contains("brought forward"));
        assertThat(chinese(trace).get(1)).contains("属平常波动");
    }

    @Test
    void nothing_is_said_of_windows_that_are_not_over_and_why_where_months_are_missing() {
        assertThat(english(study(12, norm(12, 100, 100)))).isEmpty();
        assertThat(english(study(6, norm(12, 100, 100))))
                .containsExactly("Whether it left a trace in exports cannot be told: too few months lie before the"
                        + " announcement to tell an effect from ordinary swings.");
        assertThat(chinese(study(6, norm(12, 100, 100)))).first().asString().contains("公布前的月份太少");
    }

    private static EventTrace deflection(int before, long hongKong) {
        StudyPlan plan = plan(at(before).atDay(6), at(before).atDay(6), List.of("JP"), "KR", "HK");
        EventWindows windows = EventWindows.of(plan.announced(), plan.inForce());
        MonthSeries japan = tonnes(norm(before, 30, 30, 15L, 15L, 15L));
        Map<String, MonthSeries> third = new LinkedHashMap<>();
        third.put("KR", tonnes(norm(before, 20, 20, 26L, 26L, 26L)));
        third.put("HK", tonnes(norm(before, 10, 10, hongKong, hongKong, hongKong)));
        YearMonth last = at(before + 2);
        return new EventTrace(
                plan,
                EventStudy.of(japan, windows, last, Map.of()),
                Optional.of(Deflection.of(japan, third, tonnes(norm(before, 100, 100, 94L, 94L, 94L)), windows, last)));
    }

    @Test
    void what_third_countries_took_more_says_nothing_of_where_goods_went() {
        String text = String.join(" ", english(deflection(50, 12)));
        assertThat(text)
                .contains(
                        "While Japan took 15 mt a month less, South Korea and Hong Kong together took 8 mt more, 53.33%"
                                + " of that, which is more than at 95% of ")
                .contains("; the figures do not show where goods went after that.")
                .contains("Hong Kong passes on much of what it takes.")
                .contains("The share of Japan went from 30.00% to 15.96%.");
        assertThat(String.join("", chinese(deflection(50, 12))))
                .contains("对日本出口月均减少15吨，对韩国、")
                .contains("月均增加8吨，相当于前者的53.33%")
                .contains("份额由30.00%变为15.96%。");
        assertThat(String.join(" ", english(deflection(12, 12))))
                .contains("53.33% of that, and too few other dates are there to tell whether that is ordinary");
        assertThat(String.join(" ", english(deflection(50, 0))))
                .contains("South Korea and Hong Kong together took no more.")
                .doesNotContain("passes on");
    }

    @Test
    void a_range_is_told_with_how_often_such_ranges_held_and_january_with_february() {
        Span janFeb = new Span(YearMonth.of(2026, 1), YearMonth.of(2026, 2));
        Outlook.Range range = new Outlook.Range(
                janFeb, Fraction.of(200 * TONNE), Fraction.of(2 * 89_583_000L), Fraction.of(2 * 111_628_000L), 24, 20);
        assertThat(Languages.ENGLISH.phrases(any).outlook().ranges(List.of(range)))
                .isEqualTo("If exports run on as they did, January and February 2026 together come to 200 mt"
                        + " (179 mt to 223 mt; 20 of 24 such ranges in the past held).");
        assertThat(Languages.CHINESE.phrases(any).outlook().ranges(List.of(range)))
                .isEqualTo("若出口按近况延续，2026年1-2月合计200吨（以往24次此类区间中20次成立），区间为179吨至223吨。");
        Outlook.Range one = new Outlook.Range(
                Span.of(YearMonth.of(2025, 1)),
                Fraction.of(100 * TONNE),
                Fraction.of(89_583_000L),
                Fraction.of(111_628_000L),
                0,
                0);
        assertThat(Languages.ENGLISH.phrases(any).outlook().last(new Outlook.Outcome(one, 100 * TONNE)))
                .isEqualTo("The 100 mt of January 2025 lay within the range given a month before (89.6 mt to 112 mt).");
        assertThat(Languages.ENGLISH.phrases(any).outlook().last(new Outlook.Outcome(one, 80 * TONNE)))
                .contains("lay below the range");
        assertThat(Languages.CHINESE.phrases(any).outlook().last(new Outlook.Outcome(one, 120 * TONNE)))
                .isEqualTo("2025年1月的120吨高于一个月前给出的区间（89.6吨至112吨）。");
    }

    @Test
    void the_parts_of_a_change_of_value_add_up_as_they_are_told() {
        ValueChange change = new ValueChange(
                new BigDecimal("38000.00"),
                new BigDecimal("23333.33"),
                new BigDecimal("16666.67"),
                new BigDecimal("-2000.00"));
        assertThat(Languages.ENGLISH.phrases(any).values().parts(change, Comparison.YEAR_ON_YEAR, false))
                .isEqualTo("Of the change in value YoY, +38,000 USD, volume made up +23,333, the mix of products"
                        + " +16,667 and price −2,000.");
        assertThat(Languages.CHINESE.phrases(any).values().parts(change, Comparison.YEAR_ON_YEAR, false))
                .isEqualTo("出口额同比变动+38000美元，其中数量+23333美元，产品结构+16667美元，价格−2000美元。");
    }

    private Article english(String period) {
        return ArticleWriter.write(metals.report(period), Languages.ENGLISH);
    }

    private Article chinese(String period) {
        return ArticleWriter.write(metals.report(period), Languages.CHINESE);
    }

    private void bar(String from, long... tonnes) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < tonnes.length; i++) {
            rows.add("10000001 " + YearMonth.parse(from).plusMonths(i) + " 111 " + tonnes[i] * 1000 + " "
                    + tonnes[i] * 2000);
        }
        metals.put(ALL + from + ".csv", rows.toArray(String[]::new));
    }

    private static long[] months(int count, long amount, long... then) {
        long[] months = new long[count + then.length];
        java.util.Arrays.fill(months, amount);
        System.arraycopy(then, 0, months, count, then.length);
        return months;
    }

    @Test
    void runs_and_records_reach_only_as_far_as_the_months() {
        bar("2024-01", months(21, 100, 90, 80, 70));
        assertThat(english("2025-12").summary())
                .contains("The month was lower than all 23 months before it and the third fall in a row.");
        assertThat(paragraph(english("2025-12"), "By product", "Bar"))
                .contains("lower than all 23 months before it and the third fall in a row");
        assertThat(chinese("2025-12").summary()).contains("当月出口低于此前全部23个月，连续第3个月下降。");
        bar("2024-03", 60);
        assertThat(english("2025-12").summary())
                .contains("The month was the lowest since March 2024 and the third fall");
        assertThat(chinese("2025-12").summary()).contains("为2024年3月以来最低");
        assertThat(english("2025-10").text()).doesNotContain("in a row");
    }

    @Test
    void growth_to_more_than_double_says_from_what() {
        bar("2024-01", 5);
        bar("2025-01", 60);
        assertThat(english("2025-01").summary()).contains("amounted to 60 mt, up 1,100.00% YoY, from 5 mt.");
        assertThat(chinese("2025-01").summary()).contains("为60吨，同比增长1100.00%，上年同期5吨。");
    }

    @Test
    void a_month_on_a_low_base_says_so_even_where_it_did_not_double() {
        bar("2022-01", months(34, 100, 5, 100));
        bar("2025-01", months(10, 100, 9));
        assertThat(english("2025-11").summary()).contains("down 91.00% MoM but up 80.00% YoY, from no more than 5 mt");
        assertThat(chinese("2025-11").summary()).contains("同比增长80.00%，上年同期仅5吨");
    }

    @Test
    void quantities_that_were_made_up_are_told_and_no_unit_value_is() {
        List<String> rows = new ArrayList<>();
        int tonnes = 1;
        for (String partner : List.of("111", "116", "142", "207", "304", "309")) {
            long kg = 1000L * tonnes++;
            rows.add("10000001 2025-01 " + partner + " " + kg + " " + 2 * kg);
        }
        metals.put(ALL + "a.csv", rows.toArray(String[]::new));
        assertThat(under(english("2025-01"), "Value and price"))
                .contains(
                        "6 of the 6 destinations with at least 1 mt of bar have one and the same unit value: the source"
                                + " made up their quantities from the values, and unit values are not given.");
        assertThat(english("2025-01").text()).doesNotContain("per mt");
        assertThat(chinese("2025-01").text()).contains("其数量由来源机构按金额推算").doesNotContain("/吨");
    }

    @Test
    void a_unit_value_far_from_its_past_is_to_be_checked_by_how_much_and_in_kilograms() {
        bar("2024-01", months(13, 10));
        metals.put(ALL + "z.csv", "10000001 2025-02 111 10000 100000");
        assertThat(under(english("2025-02"), "Value and price"))
                .contains(
                        "To check: bar to India at 10,000 USD per mt, 5.00 times above the median of its 13 earlier months,"
                                + " 2,000 USD per mt; at that, it would be 40,000 kg more.");
        assertThat(under(chinese("2025-02"), "金额与价格"))
                .contains("待核实：对印度出口的Bar均价10000美元/吨")
                .contains("多40000千克");
    }

    @Test
    void three_years_carry_an_outlook_and_two_do_not() {
        long[] months = new long[60];
        for (int i = 0; i < months.length; i++) {
            months[i] = 90 + i * 7 % 20;
        }
        bar("2021-01", months);
        Article december = english("2025-12");
        assertThat(under(december, "Outlook"))
                .startsWith("If exports run on as they did, January and February 2026 together come to ")
                .contains("such ranges in the past")
                .contains(" of December 2025 lay ")
                .contains("a month before");
        assertThat(under(chinese("2025-12"), "展望")).startsWith("若出口按近况延续，2026年1-2月合计");
        assertThat(under(english("2022-12"), "Outlook"))
                .isEqualTo(
                        "No outlook is given: it takes 36 consecutive months of net weights, and the series has 24.");
        assertThat(under(chinese("2022-12"), "展望")).isEqualTo("不给出展望：需要连续36个月的净重，该序列只有24个月。");
    }

    @Test
    void an_outlook_that_lacks_months_says_which() {
        bar("2021-01", months(20, 100));
        bar("2022-10", months(40, 100));
        assertThat(under(english("2023-12"), "Outlook"))
                .isEqualTo("No outlook is given: comparable net weights for September 2022 are not known.");
        assertThat(under(chinese("2023-12"), "展望")).isEqualTo("不给出展望：缺少2022年9月可比的净重数据。");
        assertThat(under(english("2025-12"), "Outlook")).startsWith("If exports run on");
    }

    @Test
    void a_shape_is_told_as_what_it_is_of_and_denies_no_record() {
        // Three months that are above those of a year before may end with the lowest month of the year.
        assertThat(shape(Shape.RISING, "en")).endsWith("the total has been clearly up for six months.");
        assertThat(shape(Shape.FALLING, "en")).endsWith("the total has been clearly down for six months.");
        assertThat(shape(Shape.PEAKED, "en")).endsWith("the total was clearly up and is no longer.");
        assertThat(shape(Shape.RECOVERING, "en")).endsWith("the total was clearly down and is no longer.");
        assertThat(shape(Shape.DIP_AND_RECOVERY, "en"))
                .endsWith("the total was clearly up, then down, and is up again.");
        assertThat(shape(Shape.NO_DIRECTION, "en"))
                .isEqualTo("By their last three months against the same a year before, the total shows no direction.");
        assertThat(shape(Shape.RISING, "zh")).endsWith("总量连续六个月明显增长。");
        assertThat(shape(Shape.PEAKED, "zh")).endsWith("总量此前明显增长，现已不再。");
        assertThat(shape(Shape.RECOVERING, "zh")).endsWith("总量此前明显下降，现已不再。");
    }

    private String shape(Shape shape, String language) {
        return (language.equals("en") ? Languages.ENGLISH : Languages.CHINESE)
                .phrases(any)
                .course()
                .shapes(List.of(new Of<>(Optional.empty(), shape)));
    }

    @Test
    void the_most_telling_changes_stand_in_the_first_paragraph() {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            YearMonth month = YearMonth.of(2024, 1).plusMonths(i);
            // Bar swings by half, rod by a hundredth, until both fall by a fifth.
            long bar = i == 23 ? 80_000 : 100_000 + i % 2 * 50_000;
            long rod = i == 23 ? 40_000 : 50_000 + i % 2 * 500;
            rows.add("10000001 " + month + " 111 " + bar + " " + bar);
            rows.add("20000001 " + month + " 111 " + rod + " " + rod);
        }
        metals.put(ALL + "a.csv", rows.toArray(String[]::new));
        assertThat(english("2025-12").summary())
                .contains("Standing out most against usual swings: rod (down 20.00% MoM)");
        assertThat(chinese("2025-12").summary()).contains("最突出的是Rod（环比下降20.00%）");
    }

    @Test
    void a_product_that_is_called_like_the_total_is_told_apart_from_it() {
        FeedDefinition feed = Feeds.read("tin", """
                {"id": "tin", "title": {"en": "Tin"}, "source": "gacc", "reporter": "CN", "flow": "export", "currency": "USD",
                 "products": [
                   {"id": "one", "hs": ["10000001"], "name": {"en": "Bar", "zh": "总量"}},
                   {"id": "other", "hs": ["20000001"], "name": {"en": "Rod", "zh": "棒"}}]}
                """);
        MonthReport report = new TradeFiles(feed)
                .put(ALL + "a.csv", "10000001 2025-01 111 1 1")
                .report("2025-01");
        Optional<Product> one = Optional.of(feed.products().get(0));
        Optional<Product> other = Optional.of(feed.products().get(1));
        List<TellingChange> changes = List.of(
                new TellingChange(one, Measure.NET_WEIGHT, Comparison.MONTH_ON_MONTH, new BigDecimal("-20.00")),
                new TellingChange(other, Measure.NET_WEIGHT, Comparison.MONTH_ON_MONTH, new BigDecimal("-30.00")),
                new TellingChange(
                        Optional.empty(), Measure.NET_WEIGHT, Comparison.YEAR_ON_YEAR, new BigDecimal("-5.00")),
                new TellingChange(one, Measure.NET_WEIGHT, Comparison.YEAR_ON_YEAR, new BigDecimal("-1.00")));

        assertThat(Languages.ENGLISH.phrases(report).totals().telling(changes))
                .isEqualTo("Standing out most against usual swings: bar (down 20.00% MoM and down 1.00% YoY),"
                        + " rod (down 30.00% MoM) and the total (down 5.00% YoY).");
        assertThat(Languages.CHINESE.phrases(report).totals().telling(changes))
                .endsWith("最突出的是总量（环比下降20.00%，同比下降1.00%）、棒（环比下降30.00%）、总量（同比下降5.00%）。");
    }

    @Test
    void customs_regimes_and_provinces_are_told_where_files_tell_them() {
        metals.put(
                        ALL + "a.csv",
                        "10000001 2024-02 111 1000 10 regime=10 province=44",
                        "20000001 2024-02 111 1000 10 regime=14 province=44")
                .put(
                        ALL + "b.csv",
                        "10000001 2025-02 111 3000 10 regime=10 province=44",
                        "20000001 2025-02 111 1000 10 regime=14 province=31");
        assertThat(Articles.paragraphs(english("2025-02"), "Customs regimes and provinces"))
                .hasSize(2)
                .first()
                .asString()
                .matches("Customs regimes: .+ 75\\.00% \\(\\+200\\.00% YoY\\) and .+ 25\\.00% \\(unchanged YoY\\)\\.");
        assertThat(Articles.paragraphs(english("2025-02"), "Customs regimes and provinces")
                        .get(1))
                .startsWith("Provinces in which exporters are registered: ")
                .contains("75.00% (+50.00% YoY)")
                .endsWith("25.00%.");
        assertThat(under(chinese("2025-02"), "监管方式、省份")).contains("监管方式：").contains("75.00%（同比+200.00%）");
        bar("2025-03", 5);
        assertThat(under(english("2025-03"), "Customs regimes and provinces")).isEmpty();
    }
}
