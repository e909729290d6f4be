package dev.customsfeed.publish.article;

import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.Scope;
import dev.customsfeed.ledger.feed.PolicyEvent;
import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.article.Drivers.Driver;
import dev.customsfeed.publish.report.CycleFigure;
import dev.customsfeed.publish.report.Extreme;
import dev.customsfeed.publish.report.Figures;
import dev.customsfeed.publish.report.Figures.Inside;
import dev.customsfeed.publish.report.MonthFigure;
import dev.customsfeed.publish.report.MonthReport;
import dev.customsfeed.publish.report.NetRevision;
import dev.customsfeed.publish.report.ProductReport;
import dev.customsfeed.publish.report.RegionFigure;
import dev.customsfeed.publish.report.YearToDate;
import dev.customsfeed.publish.statistics.Amount;
import dev.customsfeed.publish.statistics.Comparison;
import dev.customsfeed.publish.statistics.Partner;
import dev.customsfeed.publish.statistics.PartnerCodes;
import dev.customsfeed.publish.words.Chinese;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Chinese, in the words of market reports: weights from 10,000 tonnes on in 万吨, numbers without separators of thousands. */
final class ChinesePhrases implements Phrases {

    private static final String LANGUAGE = Language.CHINESE.texts();
    private static final BigDecimal WAN = BigDecimal.valueOf(10_000);
    /** A change from this on is a big one, in percent. */
    private static final BigDecimal STEEP = BigDecimal.TEN;
    /** A change below this is a slight one, in percent. */
    private static final BigDecimal SLIGHT = BigDecimal.ONE;

    private final MonthReport report;
    private final YearMonth period;
    private final Flow flow;
    private final PartnerCodes codes;
    private final String currency;

    ChinesePhrases(MonthReport report) {
        this.report = report;
        this.period = report.period();
        this.flow = report.feed().tradeFlow().flow();
        this.codes = PartnerCodes.of(report.feed().tradeFlow().source());
        this.currency = Chinese.currency(report.feed().currency());
    }

    @Override
    public String sentenceSeparator() {
        return "";
    }

    @Override
    public String title(boolean revised) {
        Figures total = report.total();
        List<String> figures = new ArrayList<>();
        figures.add(tonnes(total.month().amount())
                + total.month().momPct().map(mom -> "，环比" + change(mom)).orElse(""));
        if (total.ytd().amount().netWeightKg().isPresent() && period.getMonthValue() > 1) {
            figures.add(yearToDate() + "累计" + tonnes(total.ytd().amount()) + yearOnYear(total.ytd()));
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

    /** The flow, with what the figures are limited to. */
    private String flow(Figures figures) {
        String limited = limited(figures);
        return (figures.coverage().isOfAllParts() ? "" : "仅") + limited + (limited.isEmpty() ? "" : "的") + flow();
    }

    private String limited(Figures figures) {
        SortedSet<String> unreported = figures.coverage().unreported();
        return (figures.coverage().scope() instanceof Scope.PartOf part ? Chinese.limited(part, flow, codes) : "")
                + (unreported.isEmpty()
                        ? ""
                        : "已报告的" + (report.feed().reporters().size() - unreported.size()) + "个成员");
    }

    @Override
    public String titleOfIncomplete(List<Product> unreported, List<Product> weightless) {
        return feedTitle() + "：" + Chinese.month(period) + "数据不完整，" + lacking(unreported, weightless);
    }

    @Override
    public String incomplete(List<Product> unreported, List<Product> weightless) {
        return subject() + "数据不完整：" + lacking(unreported, weightless) + "，无法给出总量。";
    }

    /** What is lacking; of many products, what is there. */
    private String lacking(List<Product> unreported, List<Product> weightless) {
        List<String> lacking = new ArrayList<>();
        List<Product> reported = report.feed().products().stream()
                .filter(product -> !unreported.contains(product))
                .toList();
        if (!unreported.isEmpty()) {
            lacking.add(
                    reported.isEmpty()
                            ? "部分商品缺失"
                            : reported.size() * 2 < unreported.size()
                                    ? "仅有" + listed(reported, ChinesePhrases::name)
                                    : "缺少" + listed(unreported, ChinesePhrases::name));
        }
        if (!weightless.isEmpty()) {
            lacking.add(listed(weightless, ChinesePhrases::name) + "净重填报不全");
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
                                + listed(gap.products(), ChinesePhrases::name)
                                + (gap.inPart() && gap.products().isEmpty() ? "全部或部分" : "") + "数据";
                    case NO_TRADE -> "当时无" + flow();
                    case NO_WEIGHT -> "净重填报不全";
                    case OTHER_SCOPE -> (gap.isOfOneMonth() ? "该月" : Chinese.months(gap.months())) + "数据口径不同";
                };
        return what + "：" + why + "。";
    }

    @Override
    public String totalMonth() {
        MonthFigure month = report.total().month();
        return subject() + "总量为" + tonnes(month.amount()) + changes("，", month) + "。";
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
        return yearToDate() + "累计" + flow(report.total()) + tonnes(ytd.amount()) + yearOnYear(ytd) + "。";
    }

    @Override
    public String totalValue(Amount month) {
        return "当月" + flow() + "额" + worth(month) + "，均价"
                + month.unitValuePerTonne().orElseThrow() + currency + "/吨。";
    }

    private String worth(Amount amount) {
        long thousandths = amount.valueThousandths().orElseThrow();
        String number = thousandths >= 100_000_000_000L
                ? Rounded.plain(Rounded.shifted(thousandths, 11, 2)) + "亿"
                : thousandths >= 10_000_000
                        ? Rounded.plain(Rounded.shifted(thousandths, 7, 0)) + "万"
                        : String.valueOf(amount.value().orElseThrow());
        return number + currency;
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
        return "成员之间的贸易不计入，为" + tonnes(inside.month().amount()) + changes("，", inside.month()) + "。";
    }

    @Override
    public String noWhole() {
        return "没有当月的完整文件。";
    }

    @Override
    public String partnersOfPart(Optional<Product> product, List<PartnerStanding> partners) {
        return product.map(ChinesePhrases::name).orElse("合计") + "："
                + listed(partners, partner -> name(partner.partner()) + "（" + tonnes(partner.amount()) + "）") + "。";
    }

    @Override
    public String partnersMissing(NavigableSet<YearMonth> months) {
        return Chinese.months(months) + "的海关文件未列" + place() + "。";
    }

    @Override
    public String productDrivers(Drivers<Product> drivers) {
        String label = drivers.comparison() == Comparison.MONTH_ON_MONTH ? "环比" : "同比";
        return label + driven(drivers, ChinesePhrases::name, "产品");
    }

    @Override
    public String partnerDrivers(Drivers<Partner> drivers) {
        String label =
                switch (drivers.comparison()) {
                    case CUMULATIVE -> yearToDate() + "累计" + flow() + "同比";
                    case YEAR_ON_YEAR -> "当月" + flow() + "同比";
                    case MONTH_ON_MONTH -> "当月" + flow() + "环比";
                };
        return "分" + place() + "看，" + label + driven(drivers, ChinesePhrases::name, place());
    }

    private static <T> String driven(Drivers<T> drivers, Function<T, String> name, String rest) {
        String along = named(drivers.along(), name);
        String against = named(drivers.against(), name);
        String others =
                drivers.others().map(pp -> "，其余" + rest + "合计" + points(pp)).orElse("");
        String change = change(drivers.changePct());
        int direction = drivers.changePct().signum();
        if (direction != 0 && drivers.isBalance()) {
            return "基本持平（" + change + "），"
                    + Stream.of(
                                    along.isEmpty() ? "" : along + (direction > 0 ? "增加" : "减少"),
                                    against.isEmpty() ? "" : against + (direction > 0 ? "减少" : "增加"))
                            .filter(part -> !part.isEmpty())
                            .collect(Collectors.joining("，"))
                    + others + "。";
        }
        return switch (direction) {
                    case 1 -> change + "，主要由" + along + "拉动" + (against.isEmpty() ? "" : "，" + against + "形成拖累");
                    case -1 -> change + "，主要受" + along + "拖累" + (against.isEmpty() ? "" : "，" + against + "形成支撑");
                    default ->
                        change + "，" + (along.isEmpty() ? "" : along + "增加")
                                + (along.isEmpty() || against.isEmpty() ? "" : "，")
                                + (against.isEmpty() ? "" : against + "减少");
                }
                + others + "。";
    }

    private static <T> String named(List<Driver<T>> drivers, Function<T, String> name) {
        return listed(drivers, driver -> name.apply(driver.part()) + "（" + points(driver.pp()) + "）");
    }

    private static String points(BigDecimal pp) {
        return Rounded.signed(pp) + "个百分点";
    }

    @Override
    public String cycles(CycleFigure latest, CycleFigure before) {
        boolean sameYear =
                before.span().last().getYear() == latest.span().last().getYear();
        BigDecimal then = before.prevPct().orElseThrow();
        BigDecimal now = latest.prevPct().orElseThrow();
        return cycle(before, !sameYear) + "环比" + moved(then) + level(before) + "；" + cycle(latest, !sameYear)
                + movedOn(then, now) + level(latest) + "。";
    }

    private static String cycle(CycleFigure figure, boolean withYear) {
        return withYear
                ? Chinese.cycle(figure.cycle(), figure.span())
                : Chinese.cycleOfYear(figure.cycle(), figure.span());
    }

    private static String level(CycleFigure cycle) {
        return "至" + tonnes(cycle.amount())
                + cycle.yoyPct().map(yoy -> "（同比" + change(yoy) + "）").orElse("");
    }

    private static String moved(BigDecimal change) {
        if (change.signum() == 0) {
            return "持平，";
        }
        boolean up = change.signum() > 0;
        String verb = change.abs().compareTo(STEEP) >= 0
                ? up ? "大增" : "大降"
                : change.abs().compareTo(SLIGHT) < 0 ? up ? "微增" : "微降" : up ? "增长" : "下降";
        return verb + percent(change);
    }

    private static String movedOn(BigDecimal then, BigDecimal now) {
        if (now.signum() == 0 || then.signum() == 0) {
            return "环比" + moved(now);
        }
        if (now.abs().compareTo(SLIGHT) < 0) {
            return "环比" + moved(now);
        }
        boolean up = now.signum() > 0;
        String verb = then.signum() != now.signum() ? up ? "回升" : "回落" : up ? "续增" : "续降";
        return verb + percent(now);
    }

    @Override
    public String extremes(Extreme peak, Extreme trough) {
        String now = period.getMonthValue() + "月";
        if (peak.period().equals(period)) {
            return now + "为近12个月最高，最低为" + level(trough) + "。";
        }
        if (trough.period().equals(period)) {
            return now + "为近12个月最低，最高为" + level(peak) + "。";
        }
        String places = listed(
                List.of(since(peak, "高点"), since(trough, "低点")).stream()
                        .flatMap(Optional::stream)
                        .toList(),
                Function.identity(),
                "、");
        return "近12个月高点为" + level(peak) + "，低点为" + level(trough) + (places.isEmpty() ? "" : "；" + now + places) + "。";
    }

    private String level(Extreme extreme) {
        return monthWithin(extreme.period()) + "的" + tonnes(extreme.netWeightGrams());
    }

    private static Optional<String> since(Extreme extreme, String what) {
        return extreme.changeSincePct().map(change -> switch (change.signum()) {
            case 1 -> "较" + what + "高" + percent(change);
            case -1 -> "较" + what + "低" + percent(change);
            default -> "与" + what + "持平";
        });
    }

    @Override
    public String productMonth(ProductReport product, boolean only) {
        MonthFigure month = product.figures().month();
        String share = product.sharePct()
                .filter(known -> !only)
                .map(known -> "，占总量的" + percent(known))
                .orElse("");
        String unitValue = month.amount().unitValuePerTonne().isPresent()
                ? "，均价" + month.amount().unitValuePerTonne().getAsLong() + currency + "/吨"
                : "";
        return name(product.product()) + "：" + period.getMonthValue() + "月" + flow(product.figures())
                + tonnes(month.amount()) + changes("，", month) + share + unitValue + "。";
    }

    @Override
    public String productWithoutTrade(ProductReport product) {
        return name(product.product()) + "：" + Chinese.month(period) + limited(product.figures()) + "无" + flow() + "。";
    }

    @Override
    public String productYearToDate(Figures product) {
        return yearToDate() + "累计" + flow(product) + tonnes(product.ytd().amount()) + yearOnYear(product.ytd()) + "。";
    }

    @Override
    public String smallerProducts(List<ProductReport> products, boolean cumulative) {
        String text = "其他产品："
                + listed(
                        products,
                        product -> name(product.product())
                                + tonnes(product.figures().month().amount())
                                + inParentheses(changes("", product.figures().month())))
                + "。";
        if (!cumulative) {
            return text;
        }
        return text + yearToDate() + "累计分别为"
                + listed(
                        products,
                        product -> tonnes(product.figures().ytd().amount())
                                + inParentheses(product.figures()
                                        .ytd()
                                        .yoyPct()
                                        .map(yoy -> "同比" + change(yoy))
                                        .orElse("")))
                + "。";
    }

    @Override
    public String regions(List<RegionFigure> largest, Optional<RegionFigure> europeanUnion) {
        return "当月" + flow() + "中，"
                + listed(
                        largest,
                        region -> Chinese.region(region.id()) + "占" + share(region) + "（" + level(region) + "）",
                        "，")
                + union(europeanUnion) + "。";
    }

    @Override
    public String regions(Product product, List<RegionFigure> largest, Optional<RegionFigure> europeanUnion) {
        RegionFigure first = largest.get(0);
        List<RegionFigure> others = largest.subList(1, largest.size());
        return name(product) + "：" + period.getMonthValue() + "月最大" + (flow == Flow.EXPORT ? "出口" : "来源") + "地区为"
                + region(first)
                + (others.isEmpty() ? "" : "，其次为" + listed(others, ChinesePhrases::region)) + union(europeanUnion)
                + "。";
    }

    private static String region(RegionFigure region) {
        return Chinese.region(region.id()) + "（占" + share(region) + "，" + level(region) + "）";
    }

    private static String union(Optional<RegionFigure> europeanUnion) {
        return europeanUnion
                .map(union -> "；欧盟27国占" + share(union) + "（" + level(union) + "）")
                .orElse("");
    }

    private static String share(RegionFigure region) {
        return percent(region.sharePct().orElseThrow());
    }

    private static String level(RegionFigure region) {
        return tonnes(region.month().amount())
                + region.month().yoyPct().map(yoy -> "，同比" + change(yoy)).orElse("");
    }

    @Override
    public String largestPartners(boolean cumulative, List<PartnerStanding> largest) {
        return when(cumulative) + (largest.size() == 1 ? "唯一" + place() + "为" : "主要" + place() + "依次为")
                + listed(largest, partner -> name(partner.partner()) + "（" + tonnes(partner.amount()) + "）") + "。";
    }

    @Override
    public String movers(boolean cumulative, List<PartnerStanding> growing, List<PartnerStanding> falling) {
        String grew = growing.isEmpty() ? "" : listed(growing, ChinesePhrases::mover) + "增量居前";
        String fell = falling.isEmpty() ? "" : listed(falling, ChinesePhrases::mover) + "减量居前";
        return (cumulative ? "" : period.getMonthValue() + "月") + grew + (grew.isEmpty() || fell.isEmpty() ? "" : "，")
                + fell + "。";
    }

    private static String mover(PartnerStanding partner) {
        return name(partner.partner()) + "（"
                + partner.yoyPct().map(yoy -> "同比" + change(yoy)).orElse("上年同期无") + "，"
                + points(partner.contributionPp().orElseThrow()) + "）";
    }

    @Override
    public String smallerProductsPartners(boolean cumulative, List<LargestPartner> largest) {
        return "其他产品" + when(cumulative) + "的最大" + place() + "："
                + listed(
                        largest,
                        product -> name(product.product()) + "为"
                                + name(product.partner().partner()) + "（"
                                + tonnes(product.partner().amount()) + "）",
                        "，")
                + "。";
    }

    @Override
    public String event(PolicyEvent event, boolean later) {
        String name = event.name().in(LANGUAGE);
        return (later ? "此后，" : "") + Chinese.day(event.date()) + "：" + name + (name.endsWith("。") ? "" : "。")
                + event.text().map(text -> text.in(LANGUAGE)).orElse("");
    }

    @Override
    public String notListed(List<Product> products) {
        return Chinese.month(period) + "的海关文件未列出" + listed(products, ChinesePhrases::name) + "，无从判断是没有贸易还是未收录。";
    }

    @Override
    public String weightless(List<Product> products) {
        return Chinese.month(period) + listed(products, ChinesePhrases::name) + flow() + "的净重，海关填报不全。";
    }

    @Override
    public String unknownPartners(List<String> codes) {
        return "海关文件中的贸易伙伴代码" + Chinese.listed(codes) + "未见于代码表，其贸易计入总量，不归入任何地区。";
    }

    @Override
    public String revised(List<NetRevision> revisions, boolean more, boolean only) {
        return "首次公布后有修订："
                + listed(
                        revisions,
                        revision -> by(revision) + (only ? "" : commodity(revision)) + changed(revision),
                        "，")
                + (more ? "等" : "") + "。";
    }

    @Override
    public String revision(NetRevision revision, boolean only) {
        String what = by(revision) + period.getMonthValue() + "月"
                + (only && revision.product().hs().size() == 1 ? "" : commodity(revision)) + flow();
        String day = Chinese.day(revision.day());
        if (revision.isWithdrawn()) {
            return what + "（" + level(revision.from()) + "）已于" + day + "撤回。";
        }
        String how =
                switch (revision.cause()) {
                    case FILE -> "据" + day + "的文件，";
                    case WITHDRAWAL -> day + "一份较新的文件撤回后，";
                    case RESTORATION -> day + "一份已撤回的文件恢复后，";
                };
        if (revision.isHidden()) {
            return how + what + "有修订，变动小于显示的单位。";
        }
        return revision.isOfSplit()
                ? how + what + "的" + place() + "分布有修订，总量仍为" + level(revision.from()) + "。"
                : how + what + changed(revision) + "。";
    }

    private static String by(NetRevision revision) {
        return revision.reporter()
                .map(reporter -> Chinese.reporter(reporter) + "的")
                .orElse("");
    }

    /** The product; with the code of the commodity where it has several. */
    private static String commodity(NetRevision revision) {
        return name(revision.product())
                + (revision.product().hs().size() == 1 ? "" : "（HS " + revision.commodity() + "）");
    }

    /** From what to what an amount changed; by how much where the rounded figures would not show it. */
    private String changed(NetRevision revision) {
        Amount from = revision.from();
        Amount to = revision.to().orElseThrow();
        String percent = revision.changePct()
                .filter(change -> change.signum() != 0)
                .map(change -> "（" + Rounded.signed(change) + "%）")
                .orElse("");
        if (from.netWeightKg().equals(to.netWeightKg())) {
            String before = worth(from);
            String after = worth(to);
            return before.equals(after) ? "金额略有修订" : "金额由" + before + "修订为" + after;
        }
        String before = level(from);
        String after = level(to);
        return before.equals(after)
                ? "修订"
                        + Rounded.signedTonnes(to.netWeightGrams().orElseThrow()
                                - from.netWeightGrams().orElseThrow()) + "吨至" + after
                : "由" + before + "修订为" + after + percent;
    }

    private static String level(Amount amount) {
        return amount.netWeightKg().isPresent() ? tonnes(amount) : "净重填报不全";
    }

    @Override
    public String revisedBefore(NavigableSet<YearMonth> months) {
        return Chinese.months(months) + "数据在首次公布后有修订，累计数随之变动。";
    }

    @Override
    public String rejected() {
        return "与本月有关的一份海关文件未被接受，不计入数据。";
    }

    @Override
    public String sample() {
        return "本文数据为样例数据，并非海关数据。";
    }

    @Override
    public String driversHeading() {
        return "变动来源";
    }

    @Override
    public String productsHeading() {
        return "分产品";
    }

    @Override
    public String partnersHeading() {
        return "分" + place();
    }

    @Override
    public String eventsHeading() {
        return "政策";
    }

    @Override
    public String notesHeading() {
        return "缺失与修订";
    }

    private String flow() {
        return Chinese.flow(flow);
    }

    private String place() {
        return flow == Flow.EXPORT ? "目的地" : "来源地";
    }

    private static String changes(String lead, MonthFigure month) {
        List<String> changes = new ArrayList<>();
        month.momPct().ifPresent(mom -> changes.add("环比" + change(mom)));
        month.yoyPct().ifPresent(yoy -> changes.add("同比" + change(yoy)));
        return changes.isEmpty() ? "" : lead + String.join("，", changes);
    }

    private static String inParentheses(String text) {
        return text.isEmpty() ? "" : "（" + text + "）";
    }

    private static String yearOnYear(YearToDate ytd) {
        return ytd.yoyPct().map(yoy -> "，同比" + change(yoy)).orElse("");
    }

    private String when(boolean cumulative) {
        return cumulative && period.getMonthValue() > 1 ? yearToDate() : period.getMonthValue() + "月";
    }

    private String yearToDate() {
        return period.getMonthValue() == 12 ? "全年" : "1-" + period.getMonthValue() + "月";
    }

    private static String change(BigDecimal percent) {
        return switch (percent.signum()) {
            case 1 -> "增长" + percent(percent);
            case -1 -> "下降" + percent(percent);
            default -> "持平";
        };
    }

    private static String percent(BigDecimal percent) {
        return Rounded.plain(percent.abs()) + "%";
    }

    private static String tonnes(Amount amount) {
        return tonnes(amount.netWeightGrams().orElseThrow());
    }

    private static String tonnes(long grams) {
        BigDecimal tonnes = Rounded.tonnes(grams);
        return tonnes.compareTo(WAN) >= 0 ? Rounded.plain(tonnes.divide(WAN)) + "万吨" : Rounded.plain(tonnes) + "吨";
    }

    private static String name(Product product) {
        return product.name().in(LANGUAGE);
    }

    private static String name(Partner partner) {
        return partner.name().in(LANGUAGE);
    }

    /** With the year only where it is not the report's. */
    private String monthWithin(YearMonth month) {
        return month.getYear() == period.getYear() ? month.getMonthValue() + "月" : Chinese.month(month);
    }

    private static <T> String listed(List<T> all, Function<T, String> text) {
        return listed(all, text, "、");
    }

    private static <T> String listed(List<T> all, Function<T, String> text, String separator) {
        return all.stream().map(text).collect(Collectors.joining(separator));
    }
}
