package dev.customsfeed.publish.words.zh;

import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.Scope;
import dev.customsfeed.ledger.UnknownWeight;
import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.figures.Fraction;
import dev.customsfeed.publish.figures.course.LowBase;
import dev.customsfeed.publish.figures.report.Drivers.Driver;
import dev.customsfeed.publish.figures.report.Figures;
import dev.customsfeed.publish.figures.report.MonthFigure;
import dev.customsfeed.publish.figures.report.MonthReport;
import dev.customsfeed.publish.figures.report.ProductReport;
import dev.customsfeed.publish.figures.report.YearToDate;
import dev.customsfeed.publish.figures.trade.Amount;
import dev.customsfeed.publish.figures.trade.Partner;
import dev.customsfeed.publish.figures.trade.PartnerCodes;
import dev.customsfeed.publish.figures.trade.WeightReason;
import dev.customsfeed.publish.words.language.Rounded;
import dev.customsfeed.publish.words.language.Standing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the sentences of an article in Chinese have in common: the report, names, and amounts and changes in words. */
abstract class ChineseWording {

    static final String LANGUAGE = "zh";
    static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    static final BigDecimal WAN = BigDecimal.valueOf(10_000);
    static final Set<WeightReason> UNREPORTED = Set.of(new WeightReason(UnknownWeight.Reason.NOT_GIVEN, ""));
    final MonthReport report;
    final YearMonth period;
    final Flow flow;
    final PartnerCodes codes;
    final String currency;

    ChineseWording(MonthReport report) {
        this.report = report;
        this.period = report.period();
        this.flow = report.feed().tradeFlow().flow();
        this.codes = report.partnerCodes();
        this.currency = Chinese.currency(report.feed().currency());
    }

    /** The flow, with what the figures are limited to. */
    String flow(Figures figures) {
        String limited = limited(figures);
        return (figures.coverage().isOfAllParts() ? "" : "仅") + limited + (limited.isEmpty() ? "" : "的") + flow();
    }

    String limited(Figures figures) {
        SortedSet<String> unreported = figures.coverage().unreported();
        return (figures.coverage().scope() instanceof Scope.PartOf part ? Chinese.limited(part, flow, codes) : "")
                + (unreported.isEmpty()
                        ? ""
                        : "已报告的" + (report.feed().reporters().size() - unreported.size()) + "个成员");
    }

    String worth(Amount amount) {
        long thousandths = amount.valueThousandths().orElseThrow();
        String number = thousandths >= 100_000_000_000L
                ? Rounded.shifted(thousandths, 11, 2).toPlainString() + "亿"
                : thousandths >= 10_000_000
                        ? Rounded.plain(Rounded.shifted(thousandths, 7, 0)) + "万"
                        : String.valueOf(amount.value().orElseThrow());
        return number + currency;
    }

    /** A unit value. */
    String perTonne(long unitValue) {
        return unitValue + currency + "/吨";
    }

    /** What growth is from, where that says more than the percentage: where it more than doubled, or from a low base. */
    String from(Optional<BigDecimal> yoyPct, Amount base, boolean low) {
        return yoyPct.filter(yoy -> yoy.signum() > 0 && (low || yoy.compareTo(HUNDRED) > 0))
                .map(yoy -> (low ? "，上年同期仅" : "，上年同期") + size(base))
                .orElse("");
    }

    /** The changes of a product's month, and what growth is from. */
    String changesOfMonth(String lead, ProductReport product) {
        Figures figures = product.figures();
        boolean low = !product.isOfValueAlone()
                && product.analysis().yearBase().value().filter(LowBase::isLow).isPresent();
        return changes(lead, figures.month())
                + from(figures.month().yoyPct(), figures.worth().yearBefore(), low);
    }

    /** The change since January, and what growth is from. */
    String changeOfYear(String lead, Figures figures) {
        return figures.ytd()
                .yoyPct()
                .map(yoy -> lead + "同比" + change(yoy)
                        + from(Optional.of(yoy), figures.worth().ytdYearBefore(), false))
                .orElse("");
    }

    /** Where a month stands by the months before it, after {@code lead}; nothing where nothing is worth telling. */
    static String standing(String lead, Standing standing) {
        List<String> parts = new ArrayList<>();
        standing.record()
                .ifPresent(record -> parts.add(record.since()
                        .map(since -> "为" + Chinese.month(since) + "以来最" + (record.highest() ? "高" : "低"))
                        .orElse((record.highest() ? "高于" : "低于") + "此前全部" + record.months() + "个月")));
        standing.run()
                .ifPresent(run -> parts.add(
                        (run.broken() ? "连续第" : "至少连续第") + run.months() + "个月" + (run.rising() ? "增长" : "下降")));
        return parts.isEmpty() ? "" : lead + String.join("，", parts);
    }

    static <T> String named(List<Driver<T>> drivers, Function<T, String> name) {
        return listed(drivers, driver -> name.apply(driver.part()) + "（" + points(driver.pp()) + "）");
    }

    static String points(BigDecimal pp) {
        return Rounded.signed(pp) + "个百分点";
    }

    String flow() {
        return Chinese.flow(flow);
    }

    String place() {
        return flow == Flow.EXPORT ? "目的地" : "来源地";
    }

    static String changes(String lead, MonthFigure month) {
        return changes(lead, month.momPct(), month.yoyPct());
    }

    static String changes(String lead, Optional<BigDecimal> momPct, Optional<BigDecimal> yoyPct) {
        List<String> changes = new ArrayList<>();
        momPct.ifPresent(mom -> changes.add("环比" + change(mom)));
        yoyPct.ifPresent(yoy -> changes.add("同比" + change(yoy)));
        return changes.isEmpty() ? "" : lead + String.join("，", changes);
    }

    static String inParentheses(String text) {
        return text.isEmpty() ? "" : "（" + text + "）";
    }

    static String yearOnYear(YearToDate ytd) {
        return ytd.yoyPct().map(yoy -> "，同比" + change(yoy)).orElse("");
    }

    String yearToDate() {
        return period.getMonthValue() == 12 ? "全年" : "1-" + period.getMonthValue() + "月";
    }

    static String change(BigDecimal percent) {
        return switch (percent.signum()) {
            case 1 -> "增长" + percent(percent);
            case -1 -> "下降" + percent(percent);
            default -> "持平";
        };
    }

    /** A change in a list, where it goes without saying since when. */
    static String signed(BigDecimal percent) {
        return percent.signum() == 0 ? "持平" : Rounded.signed(percent) + "%";
    }

    static String percent(BigDecimal percent) {
        return percent.abs().setScale(2, RoundingMode.HALF_UP).toPlainString() + "%";
    }

    /** The net weight or, of what is told by value, the value. */
    String size(Amount amount) {
        return amount.netWeightKg().isPresent() ? tonnes(amount) : worth(amount);
    }

    static String tonnes(Amount amount) {
        return tonnes(amount.netWeightGrams().orElseThrow());
    }

    static String tonnes(long grams) {
        BigDecimal tonnes = Rounded.tonnes(grams);
        return tonnes.compareTo(WAN) >= 0
                ? tonnes.divide(WAN).setScale(2, RoundingMode.HALF_UP).toPlainString() + "万吨"
                : Rounded.plain(tonnes) + "吨";
    }

    static String tonnes(Fraction grams) {
        return tonnes(grams.whole());
    }

    /** The heading of a part of the article that speaks of the month alone. */
    String ofMonth(String heading) {
        return heading + "（" + Chinese.month(period) + "）";
    }

    static String name(Product product) {
        return product.name().in(LANGUAGE);
    }

    static String name(Partner partner) {
        return partner.name().in(LANGUAGE);
    }

    static <T> String listed(List<T> all, Function<T, String> text) {
        return listed(all, text, "、");
    }

    static <T> String listed(List<T> all, Function<T, String> text, String separator) {
        return all.stream().map(text).collect(Collectors.joining(separator));
    }
}
