package dev.customsfeed.publish.words.zh;

import dev.customsfeed.ledger.Scope;
import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.figures.course.LowBase;
import dev.customsfeed.publish.figures.report.Figures;
import dev.customsfeed.publish.figures.report.Figures.Inside;
import dev.customsfeed.publish.figures.report.Gap;
import dev.customsfeed.publish.figures.report.MonthFigure;
import dev.customsfeed.publish.figures.report.MonthReport;
import dev.customsfeed.publish.figures.report.ProductReport;
import dev.customsfeed.publish.figures.report.Worth;
import dev.customsfeed.publish.figures.report.YearToDate;
import dev.customsfeed.publish.figures.trade.Amount;
import dev.customsfeed.publish.figures.trade.Comparison;
import dev.customsfeed.publish.figures.trade.WeightReason;
import dev.customsfeed.publish.words.language.Standing;
import dev.customsfeed.publish.words.language.TotalPhrases;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** What an article says in Chinese on the total of all products and what it is of. */
final class ChineseTotals extends ChineseWording implements TotalPhrases {

    ChineseTotals(MonthReport report) {
        super(report);
    }

    @Override
    public String title(boolean revised) {
        Figures total = report.total();
        List<String> figures = new ArrayList<>();
        figures.add(size(total.month().amount())
                + total.month().momPct().map(mom -> "，环比" + change(mom)).orElse(""));
        Amount ytd = total.ytd().amount();
        boolean cumulates =
                ytd.netWeightKg().isPresent() || total.month().amount().isOfValueAlone() && ytd.isOfValueAlone();
        if (cumulates && period.getMonthValue() > 1) {
            figures.add(yearToDate() + "累计" + size(total.ytd().amount()) + yearOnYear(total.ytd()));
        }
        return feedTitle() + "：" + Chinese.month(period) + inParentheses(limits()) + (revised ? "（修订）" : "")
                + String.join("；", figures);
    }

    /** What the total is limited to; nothing where it is of all. */
    private String limits() {
        List<String> limits = new ArrayList<>();
        if (report.total().coverage().scope() instanceof Scope.PartOf part) {
            limits.add("仅" + Chinese.limited(part, flow, codes));
        }
        if (lacksMembers()) {
            limits.add(report.feed().reporters().size() + "个成员中的"
                    + report.reporting().size() + "个");
        }
        return String.join("，", limits);
    }

    private boolean lacksMembers() {
        return !report.total().coverage().unreported().isEmpty();
    }

    @Override
    public String titleOfIncomplete(List<Product> unreported, List<ProductReport> weightless) {
        return feedTitle() + "：" + Chinese.month(period) + "数据不完整，" + lacking(unreported, weightless);
    }

    @Override
    public String incomplete(List<Product> unreported, List<ProductReport> weightless) {
        return subject() + "数据不完整：" + lacking(unreported, weightless) + "，无法给出总量。";
    }

    /** What is lacking; of many products, what is there. */
    private String lacking(List<Product> unreported, List<ProductReport> weightless) {
        List<String> lacking = new ArrayList<>();
        List<Product> reported = report.feed().products().stream()
                .filter(product -> !unreported.contains(product))
                .toList();
        if (!unreported.isEmpty()) {
            lacking.add(
                    reported.isEmpty()
                            ? "部分商品缺失"
                            : reported.size() * 2 < unreported.size()
                                    ? "仅有" + listed(reported, ChineseWording::name)
                                    : "缺少" + listed(unreported, ChineseWording::name));
        }
        if (!weightless.isEmpty()) {
            boolean notReported = weightless.stream()
                    .allMatch(product -> product.unknownWeights().equals(UNREPORTED));
            lacking.add(listed(weightless, product -> name(product.product())) + (notReported ? "净重填报不全" : "净重不详"));
        }
        if (lacking.isEmpty()) {
            lacking.add("各产品口径不一");
        }
        return String.join("，", lacking);
    }

    @Override
    public String gap(Gap gap) {
        String what =
                switch (gap.figure()) {
                    case MONTH_ON_MONTH -> "无法与" + Chinese.month(period.minusMonths(1)) + "比较";
                    case YEAR_ON_YEAR -> "无法与" + Chinese.month(period.minusYears(1)) + "比较";
                    case ALL_YEAR_ON_YEAR -> "无法与上年同期比较";
                    case CUMULATIVE -> "无法给出" + period.getYear() + "年" + yearToDate() + "合计";
                    case CUMULATIVE_YEAR_ON_YEAR -> "累计数无法与上年同期比较";
                };
        String why =
                switch (gap.reason()) {
                    case MISSING ->
                        "缺少" + (gap.isOfOneMonth() ? "该月" : Chinese.months(gap.months()))
                                + listed(gap.products(), ChineseWording::name)
                                + (gap.inPart() && gap.products().isEmpty() ? "全部或部分" : "") + "数据";
                    case NO_TRADE -> "当时无" + flow();
                    case ZERO_WEIGHT -> "当时净重为零";
                    case ZERO_VALUE -> "当时金额为零";
                    case NO_WEIGHT ->
                        gap.weightReasons().equals(UNREPORTED) ? "净重填报不全" : Chinese.weightReasons(gap.weightReasons());
                    case OTHER_SCOPE -> (gap.isOfOneMonth() ? "该月" : Chinese.months(gap.months())) + "数据口径不同";
                };
        return what + "：" + why + "。";
    }

    @Override
    public String totalMonth() {
        MonthFigure month = report.total().month();
        return subject() + (month.amount().isOfValueAlone() ? "总额为" : "总量为") + size(month.amount())
                + changes("，", month)
                + from(month.yoyPct(), report.total().worth().yearBefore(), isOnLowBase()) + "。";
    }

    private boolean isOnLowBase() {
        return !report.total().month().amount().isOfValueAlone()
                && report.analysis().yearBase().value().filter(LowBase::isLow).isPresent();
    }

    /** What all is about, with the month, to begin a sentence: the feed's title where that names the flow. */
    private String subject() {
        String title = feedTitle();
        if (report.total().coverage().scope() instanceof Scope.PartOf || lacksMembers()) {
            return title + "：" + Chinese.month(period) + flow(report.total());
        }
        return title.endsWith(flow()) ? Chinese.month(period) + title : title + "：" + Chinese.month(period) + flow();
    }

    private String feedTitle() {
        return report.feed().title().in(LANGUAGE).strip();
    }

    @Override
    public String totalYearToDate() {
        YearToDate ytd = report.total().ytd();
        return "累计" + flow(report.total()) + size(ytd.amount()) + changeOfYear("，", report.total()) + "。";
    }

    @Override
    public String totalValue(boolean withUnitValue) {
        Amount month = report.total().month().amount();
        Worth worth = report.total().worth();
        return flow() + "额" + worth(month) + changes("，", worth.valueMomPct(), worth.valueYoyPct())
                + (withUnitValue && month.unitValuePerTonne().orElse(0) > 0
                        ? "；均价" + perTonne(month.unitValuePerTonne().getAsLong())
                                + changes("，", worth.unitValueMomPct(), worth.unitValueYoyPct())
                        : "")
                + "。";
    }

    @Override
    public String valueYearToDate(boolean withUnitValue) {
        Worth worth = report.total().worth();
        return flow() + "额" + worth(report.total().ytd().amount())
                + worth.ytdValueYoyPct().map(yoy -> "，同比" + change(yoy)).orElse("")
                + (withUnitValue && worth.ytdUnitValuePerTonne().orElse(0) > 0
                        ? "；均价" + perTonne(worth.ytdUnitValuePerTonne().getAsLong())
                                + worth.ytdUnitValueYoyPct()
                                        .map(yoy -> "，同比" + change(yoy))
                                        .orElse("")
                        : "")
                + "。";
    }

    @Override
    public String standing(Standing standing) {
        return "当月" + flow() + standing("", standing) + "。";
    }

    @Override
    public String telling(List<TellingChange> changes) {
        Map<Subject, List<String>> bySubject = new LinkedHashMap<>();
        changes.forEach(telling -> bySubject
                .computeIfAbsent(telling.subject(), any -> new ArrayList<>())
                .add((telling.comparison() == Comparison.MONTH_ON_MONTH ? "环比" : "同比") + change(telling.changePct())));
        return "与各自平常的变动幅度相比，最突出的是"
                + listed(
                        List.copyOf(bySubject.entrySet()),
                        subject -> words(subject.getKey()) + "（" + String.join("，", subject.getValue()) + "）")
                + "。";
    }

    private String words(Subject subject) {
        String name = subject.product().map(ChineseWording::name).orElse("");
        return switch (subject.measure()) {
            case NET_WEIGHT -> name.isEmpty() ? "总量" : name;
            case VALUE -> name.isEmpty() ? flow() + "总额" : name + flow() + "额";
            case UNIT_VALUE -> name + "均价";
        };
    }

    @Override
    public String yearHeading() {
        return period.getYear() + "年" + yearToDate();
    }

    @Override
    public String byValue(SortedSet<WeightReason> why) {
        return "净重不详（" + Chinese.weightReasons(why) + "），以下按金额计。";
    }

    @Override
    public String valuation() {
        return Chinese.valuation(report.valuations()) + "。";
    }

    @Override
    public String estimated(BigDecimal percent) {
        return "其中" + percent(percent) + "的净重为来源机构估算。";
    }

    @Override
    public String membersMissing() {
        SortedSet<String> missing = new TreeSet<>(report.feed().reporters());
        missing.removeAll(report.reporting());
        if (report.reporting().size() < missing.size() && !report.reporting().isEmpty()) {
            return "仅" + Chinese.reporters(report.reporting()) + "报告了当月数据。";
        }
        return Chinese.reporters(missing) + "尚未报告当月数据。";
    }

    @Override
    public String amongMembers(Inside inside) {
        return "成员之间的贸易不计入，为" + size(inside.month().amount()) + changes("，", inside.month()) + "。";
    }

    @Override
    public String noWhole() {
        return "没有当月的完整文件。";
    }
}
