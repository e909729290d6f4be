package dev.customsfeed.publish.words;

import dev.customsfeed.publish.statistics.Cycle;
import dev.customsfeed.publish.statistics.Span;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;

/** Names, months and enumerations as Chinese text has them. */
public final class Chinese {

    private static final List<String> NUMERALS = List.of("一", "二", "三", "四");
    private static final Map<String, String> REGIONS = Map.of(
            "africa", "非洲",
            "americas", "美洲",
            "asia", "亚洲",
            "europe", "欧洲",
            "oceania", "大洋洲",
            "reporter-itself", "报告国自身",
            "unspecified", "未指明的贸易伙伴",
            "eu27", "欧盟27国");
    private static final Map<String, String> CURRENCIES = Map.of("USD", "美元", "CNY", "元人民币", "EUR", "欧元", "JPY", "日元");

    private Chinese() {}

    /** A region of a report, by its id. */
    public static String region(String id) {
        return REGIONS.get(id);
    }

    /** A currency by its ISO 4217 code; the code itself where it has no name here. */
    public static String currency(String code) {
        return CURRENCIES.getOrDefault(code, code);
    }

    /** E.g. {@code 2025年12月}. */
    public static String month(YearMonth month) {
        return month.getYear() + "年" + month.getMonthValue() + "月";
    }

    /** Those in a row drawn together, each year once, e.g. {@code 2023年1-6月、8月}. */
    public static String months(NavigableSet<YearMonth> months) {
        List<Span> spans = MonthSpans.of(months);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            Span span = spans.get(i);
            boolean yearStands = i > 0 && MonthSpans.areOfOneYear(spans.get(i - 1), span);
            String year = yearStands ? "" : span.first().getYear() + "年";
            int first = span.first().getMonthValue();
            int last = span.last().getMonthValue();
            texts.add(
                    span.first().equals(span.last())
                            ? year + last + "月"
                            : MonthSpans.isWithinAYear(span)
                                    ? year + first + "-" + last + "月"
                                    : month(span.first()) + "至" + month(span.last()));
        }
        return listed(texts);
    }

    /** E.g. {@code 2025年三季度}. */
    public static String cycle(Cycle cycle, Span span) {
        return span.last().getYear() + "年" + cycleOfYear(cycle, span);
    }

    /** The same without the year, e.g. {@code 三季度}. */
    public static String cycleOfYear(Cycle cycle, Span span) {
        int number = cycle.number(span);
        return cycle == Cycle.HALF_YEAR ? number == 1 ? "上半年" : "下半年" : NUMERALS.get(number - 1) + "季度";
    }

    /** E.g. {@code 2026年1月6日}. */
    public static String day(LocalDate date) {
        return month(YearMonth.from(date)) + date.getDayOfMonth() + "日";
    }

    /** E.g. {@code 甲、乙、丙}. */
    public static String listed(List<String> texts) {
        return String.join("、", texts);
    }
}
