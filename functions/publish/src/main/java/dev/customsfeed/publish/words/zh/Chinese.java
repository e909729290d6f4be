package dev.customsfeed.publish.words.zh;

import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.Part;
import dev.customsfeed.ledger.Scope;
import dev.customsfeed.ledger.UnknownWeight.Reason;
import dev.customsfeed.ledger.Valuation;
import dev.customsfeed.publish.figures.trade.Cycle;
import dev.customsfeed.publish.figures.trade.Partner;
import dev.customsfeed.publish.figures.trade.Partner.NamedBy;
import dev.customsfeed.publish.figures.trade.PartnerCodes;
import dev.customsfeed.publish.figures.trade.Span;
import dev.customsfeed.publish.figures.trade.WeightReason;
import dev.customsfeed.publish.words.language.MonthSpans;
import dev.customsfeed.publish.words.language.QuotedUnits;
import dev.customsfeed.sources.codes.Country;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/** Names, months and enumerations as Chinese text has them. */
public final class Chinese {

    private static final List<String> NUMERALS = List.of("一", "二", "三", "四");
    private static final Map<String, String> REGIONS = Map.of(
            "africa", "非洲",
            "americas", "美洲",
            "asia", "亚洲",
            "europe", "欧洲",
            "oceania", "大洋洲",
            "reporter-itself", "国货复进口",
            "unspecified", "未指明的贸易伙伴",
            "eu27", "欧盟27国");
    private static final Map<String, String> CURRENCIES = Map.of(
            "USD", "美元",
            "CNY", "元人民币",
            "EUR", "欧元",
            "JPY", "日元",
            "GBP", "英镑",
            "BRL", "巴西雷亚尔",
            "CAD", "加元",
            "KRW", "韩元",
            "INR", "印度卢比",
            "CHF", "瑞士法郎");
    private static final Map<String, String> GROUPS = Map.of("EU27", "欧盟27国");
    private static final Map<Valuation, String> VALUATIONS = Map.of(
            Valuation.FOB, "离岸价（FOB）",
            Valuation.CIF, "到岸价（CIF）",
            Valuation.FAS, "船边交货价（FAS）",
            Valuation.CUSTOMS_VALUE, "海关完税价格（不含运费和保险费）");

    private Chinese() {}

    /** E.g. {@code 2023年1-6月}. */
    public static String span(Span span) {
        return months(new TreeSet<>(span.months()));
    }

    /** A region of a report, by its id. */
    public static String region(String id) {
        return Objects.requireNonNull(REGIONS.get(id));
    }

    /** A currency by its ISO 4217 code; the code itself where there is none of it. */
    public static String currency(String code) {
        return CURRENCIES.containsKey(code)
                ? CURRENCIES.get(code)
                : Currency.getAvailableCurrencies().stream()
                        .filter(currency -> currency.getCurrencyCode().equals(code))
                        .map(currency -> currency.getDisplayName(Locale.SIMPLIFIED_CHINESE))
                        .findFirst()
                        .orElse(code);
    }

    /** A reporter, or a group of them; its code where it has no name. */
    public static String reporter(String code) {
        return GROUPS.containsKey(code)
                ? GROUPS.get(code)
                : Country.find(code).map(Country::nameZh).orElse(code);
    }

    /** Several reporters. */
    public static String reporters(Collection<String> codes) {
        return listed(codes.stream().map(Chinese::reporter).toList());
    }

    /** {@code 出口} or {@code 进口}. */
    public static String flow(Flow flow) {
        return flow == Flow.EXPORT ? "出口" : "进口";
    }

    /** What a part of a flow is limited to, e.g. {@code 对日本、荷兰}. */
    public static String limited(Scope.PartOf part, Flow flow, PartnerCodes codes) {
        List<String> values = List.copyOf(part.values());
        String named = named(part.dimension().id(), values, codes);
        return switch (part.dimension()) {
            case PARTNER -> (flow == Flow.EXPORT ? "对" : "自") + named;
            case PROVINCE -> named;
            case REGIME -> "以" + named + "方式";
            case PAGE -> "第" + listed(values) + "页";
        };
    }

    /** Codes of partners, or of another dimension, by what the source's code lists call them, each name once. */
    public static String named(String dimension, Collection<String> values, PartnerCodes codes) {
        return listed(values.stream()
                .map(code -> dimension.equals(Part.Dimension.PARTNER.id())
                        ? codes.partner(code).name().in("zh")
                        : codes.name(dimension, code, "zh"))
                .distinct()
                .toList());
    }

    /** What codes of a dimension are called, all together, e.g. {@code 监管方式}. */
    public static String codes(String dimension) {
        return switch (dimension) {
            case "partner" -> "贸易伙伴";
            case "province" -> "省份";
            case "regime" -> "监管方式";
            case "state" -> "州";
            default -> dimension + "代码";
        };
    }

    /** What values include, as a sentence without its end. */
    public static String valuation(SortedSet<Valuation> valuations) {
        List<String> names = valuations.stream().map(VALUATIONS::get).toList();
        return names.size() == 1 ? "金额为" + names.get(0) : "金额口径不一：部分为" + String.join("，部分为", names);
    }

    /**
     * Why net weights are not known, as a clause; never that customs report none where something else is the reason.
     *
     * @param reasons none where nobody knows
     */
    public static String weightReasons(SortedSet<WeightReason> reasons) {
        List<String> clauses = new ArrayList<>();
        for (Reason reason : Reason.values()) {
            List<String> units = QuotedUnits.of(reasons, reason);
            if (!units.isEmpty()) {
                clauses.add(
                        switch (reason) {
                            case NO_QUANTITY_COLUMN -> "文件没有数量列";
                            case NOT_GIVEN -> "部分海关记录未报净重";
                            case UNIT_NOT_GIVEN -> "部分数量未注明单位";
                            case UNIT_NOT_OF_WEIGHT -> "部分数量的单位不是重量单位（" + listed(units) + "）";
                            case UNIT_UNKNOWN -> "部分数量的单位无法识别（" + listed(units) + "）";
                        });
            }
        }
        return clauses.isEmpty() ? "部分净重不详" : String.join("，", clauses);
    }

    /** The code of a partner that no code list names, with what files call it. */
    public static String code(Partner partner) {
        return partner.id()
                + (partner.namedBy() == NamedBy.FILES
                        ? "（文件中称“" + partner.name().in("zh") + "”）"
                        : "");
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
