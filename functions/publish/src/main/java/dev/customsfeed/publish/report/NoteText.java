package dev.customsfeed.publish.report;

import dev.customsfeed.ledger.Scope;
import dev.customsfeed.ledger.TradeFlow;
import dev.customsfeed.ledger.Valuation;
import dev.customsfeed.ledger.feed.LocalizedText;
import dev.customsfeed.publish.statistics.Amount;
import dev.customsfeed.publish.statistics.Cycle;
import dev.customsfeed.publish.statistics.PartnerCodes;
import dev.customsfeed.publish.statistics.Span;
import dev.customsfeed.publish.words.Chinese;
import dev.customsfeed.publish.words.English;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What notes say, in whole sentences: each names the figure that it is about. All their words stand here. */
final class NoteText {

    private static final String TOTAL = "total.";
    private static final LocalizedText EXTREMES = text("Twelve-month peak and trough", "近12个月的高点和低点");
    /** What figures are called, by how a subject ends; of two that fit, the longer one. */
    private static final Map<String, LocalizedText> LABELS = Map.ofEntries(
            Map.entry("month", text("Net weight of the month", "当月净重")),
            Map.entry("momPct", text("MoM", "环比")),
            Map.entry("yoyPct", text("YoY", "同比")),
            Map.entry("ytd", text("Cumulative figures", "累计数据")),
            Map.entry("ytd.yoyPct", text("Cumulative YoY", "累计同比")),
            Map.entry("halfYears", text("Half-year figures and changes", "半年度数据及变化")),
            Map.entry("quarters", text("Quarterly figures and changes", "季度数据及变化")),
            Map.entry("peak", EXTREMES),
            Map.entry("trough", EXTREMES),
            Map.entry("peak.changeSincePct", text("Change since the peak", "较高点的变化")),
            Map.entry("trough.changeSincePct", text("Change since the trough", "较低点的变化")));

    private NoteText() {}

    static LocalizedText text(String en, String zh) {
        return new LocalizedText(new TreeMap<>(Map.of("en", en, "zh", zh)));
    }

    static LocalizedText commodityMissing(String commodity, YearMonth month) {
        return text(
                "No file has " + English.month(month) + ": the figures of " + commodity
                        + " are not known. Upload the customs file of that month.",
                "没有" + Chinese.month(month) + "的文件：" + commodity + "的数据未知。请上传该月的海关文件。");
    }

    static LocalizedText absenceUndeclared(String commodity, YearMonth month) {
        String declaration = "hs=" + commodity.substring(0, Math.min(4, commodity.length())) + "/";
        return text(
                "The files of " + English.month(month) + " do not list " + commodity
                        + " and do not declare that they were asked for it, so its figures are not known. If there was no trade, "
                        + "upload the file under a path that declares what it was asked for, e.g. " + declaration,
                Chinese.month(month) + "的文件未列出" + commodity + "，也未声明查询过该商品，故数据未知。如确无贸易，请把文件上传到声明了查询范围的路径下，例如"
                        + declaration);
    }

    /** The same in a feed of a group: {@code reporters} reported the month. */
    static LocalizedText absenceUndeclared(String commodity, YearMonth month, Collection<String> reporters) {
        String declaration = "hs=" + commodity.substring(0, Math.min(4, commodity.length())) + "/";
        return text(
                "The files of " + English.month(month) + " have other trade of " + English.reporters(reporters)
                        + ", but neither list " + commodity
                        + " nor declare that they were asked for it, so its figures are not known. If there was no trade, "
                        + "upload the file under a path that declares what it was asked for, e.g. " + declaration,
                Chinese.month(month) + "的文件有" + Chinese.reporters(reporters) + "的其他贸易，但未列出" + commodity
                        + "，也未声明查询过该商品，故数据未知。如确无贸易，请把文件上传到声明了查询范围的路径下，例如" + declaration);
    }

    /** Why the figures of {@code subject} are not known: {@code months} are known of another scope. */
    static LocalizedText monthsOfOtherScope(String subject, NavigableSet<YearMonth> months) {
        return unavailable(
                subject,
                "the figures for " + English.months(months) + " are of another scope",
                Chinese.months(months) + "数据的口径不同");
    }

    /** The same of half-years or quarters, of which some may be known. */
    static LocalizedText cyclesOfOtherScope(String subject, NavigableSet<YearMonth> months) {
        return text(
                label(subject) + " not available where they need " + English.months(months)
                        + ": these figures are of another scope.",
                labelInChinese(subject) + "凡涉及" + Chinese.months(months) + "的均无法给出：数据口径不同。");
    }

    /** Why a total, or a product of several commodities, is not known: its parts cannot be added up. */
    static LocalizedText scopesDiffer(String subject) {
        boolean total = subject.startsWith(TOTAL);
        return text(
                (total
                                ? "The total is not available: its products are not of one scope, for "
                                : "The product is not available: its commodities are not of one scope, for ")
                        + "files of some of them were limited to a part of the trade.",
                (total ? "总量无法给出：各产品口径不一" : "该产品无法给出：所含商品口径不一") + "，部分文件只含一部分贸易。");
    }

    /** Why the figures of a group are not known: trade within it cannot be told apart. */
    static LocalizedText groupWithoutPartners(String subject) {
        boolean total = subject.startsWith(TOTAL);
        return text(
                (total ? "The total" : "The product")
                        + " is not available: files of some members do not tell partners or are of another scope, so that"
                        + " trade among members cannot be told apart.",
                (total ? "总量" : "该产品") + "无法给出：部分成员的文件未列贸易伙伴或口径不同，无法区分成员间贸易。");
    }

    static LocalizedText scopePartial(
            String subject, Scope.PartOf part, TradeFlow flow, PartnerCodes codes, YearMonth month) {
        boolean total = subject.startsWith(TOTAL);
        return text(
                (total ? "The total is that of " : "The figures are those of ") + English.flows(flow.flow()) + " "
                        + English.limited(part, flow.flow(), codes) + " alone: no file has the whole of "
                        + English.month(month)
                        + ". Shares of partners, regions and concentration are not available.",
                (total ? "总量" : "数据") + "仅为" + Chinese.limited(part, flow.flow(), codes) + "的"
                        + Chinese.flow(flow.flow()) + "：没有" + Chinese.month(month) + "的完整文件。贸易伙伴份额、地区和集中度无法给出。");
    }

    static LocalizedText reportersMissing(Collection<String> missing, int reported, YearMonth month) {
        String declaration = "reporters=" + String.join("+", missing) + "/";
        return text(
                English.capital(English.reporters(missing)) + (missing.size() == 1 ? " has" : " have")
                        + " not reported "
                        + English.month(month) + ": the figures are the sum of the " + reported
                        + (reported == 1 ? " member that has." : " members that have.")
                        + " If there was nothing to report, say so in the path of the file: " + declaration,
                Chinese.reporters(missing) + "尚未报告" + Chinese.month(month) + "数据：数据为已报告的" + reported
                        + "个成员之和。如确无贸易，请在文件路径中声明：" + declaration);
    }

    static LocalizedText weightEstimated(String prefix, BigDecimal percent) {
        String number = percent.stripTrailingZeros().toPlainString();
        boolean total = prefix.equals(TOTAL);
        return text(
                "The source estimated " + number + "% of the net weight of the month"
                        + (total ? " in the total." : "."),
                (total ? "总量的" : "") + "当月净重中有" + number + "%为来源机构估算。");
    }

    static LocalizedText valuation(SortedSet<Valuation> valuations) {
        return text(English.valuation(valuations) + ".", Chinese.valuation(valuations) + "。");
    }

    /** Why there is nothing by partner. */
    static LocalizedText partnersMissing(NavigableSet<YearMonth> months) {
        return text(
                "Figures by partner and region are not available where they need " + English.months(months)
                        + ": the files of then do not tell partners.",
                "按贸易伙伴和地区的数据凡涉及" + Chinese.months(months) + "的均无法给出：当时的文件未列贸易伙伴。");
    }

    static LocalizedText concentrationUnknown() {
        return text("Concentration not available: the files do not tell partners.", "集中度无法给出：文件未列贸易伙伴。");
    }

    /** Why the figures of {@code subject} are not known: {@code months} are missing. */
    static LocalizedText monthsMissing(String subject, NavigableSet<YearMonth> months) {
        return unavailable(
                subject,
                "figures for " + English.months(months) + " are missing",
                "缺少" + Chinese.months(months) + "数据");
    }

    /** The same of half-years or quarters, of which some may be known. */
    static LocalizedText cyclesMissing(String subject, NavigableSet<YearMonth> months) {
        return text(
                label(subject) + " not available where they need " + English.months(months)
                        + ": these figures are missing.",
                labelInChinese(subject) + "凡涉及" + Chinese.months(months) + "的均无法给出：缺少数据。");
    }

    static LocalizedText productsUnknown(Collection<LocalizedText> products) {
        return text(
                "The total is not available: no figures for "
                        + English.listed(
                                products.stream().map(name -> name.in("en")).toList())
                        + ".",
                "总量无法给出：缺少"
                        + Chinese.listed(
                                products.stream().map(name -> name.in("zh")).toList())
                        + "数据。");
    }

    static LocalizedText totalUnknown() {
        return text("Share not available: the total is not known.", "份额无法给出：总量未知。");
    }

    /** Why a change is not known: what it is held against is zero. */
    static LocalizedText baseZero(String subject, Base base) {
        return unavailable(subject, base.zeroInEnglish(), base.zeroInChinese());
    }

    /** Why a change of some partners or regions is not known: what it is held against is zero. */
    static LocalizedText baseZero(String subject, Collection<LocalizedText> which, Base base) {
        return text(
                label(subject) + " not available for "
                        + English.listed(
                                which.stream().map(name -> name.in("en")).toList()) + ": "
                        + base.zeroInEnglish() + ".",
                Chinese.listed(which.stream().map(name -> name.in("zh")).toList()) + "的" + labelInChinese(subject)
                        + "无法计算：" + base.zeroInChinese() + "。");
    }

    /** Why changes of half-years or quarters are not known: {@code bases} are zero. */
    static LocalizedText cyclesOnZero(Cycle cycle, Collection<Span> bases) {
        return text(
                English.capital(English.unit(cycle)) + " changes not available on " + inEnglish(cycle, bases)
                        + ": the net weight was zero.",
                "与" + inChinese(cycle, bases) + "的比较无法计算：净重为零。");
    }

    /** Why the change since {@code extreme}, a peak or a trough, is not known: it is zero. */
    static LocalizedText extremeZero(String subject, YearMonth extreme) {
        return unavailable(subject, English.month(extreme) + " was zero", Chinese.month(extreme) + "为零");
    }

    /** Why the figures of {@code subject} are not known: rows do not report a net weight. */
    static LocalizedText netWeightMissing(String subject) {
        return unavailable(subject, "not all customs records report a net weight", "部分海关记录未报净重");
    }

    static LocalizedText netWeightMissing(Collection<LocalizedText> which) {
        return text(
                "Net weight not available for "
                        + English.listed(
                                which.stream().map(name -> name.in("en")).toList())
                        + ": not all customs records report it.",
                Chinese.listed(which.stream().map(name -> name.in("zh")).toList()) + "的净重无法给出：部分海关记录未报净重。");
    }

    /** Why figures of half-years or quarters are not known: rows of {@code spans} do not report a net weight. */
    static LocalizedText cyclesWeightless(String subject, Cycle cycle, Collection<Span> spans) {
        return text(
                label(subject) + " not available where they need " + inEnglish(cycle, spans)
                        + ": not all customs records report a net weight.",
                labelInChinese(subject) + "凡涉及" + inChinese(cycle, spans) + "的均无法给出：部分海关记录未报净重。");
    }

    static LocalizedText netWeightZero(YearMonth month) {
        return text(
                "Unit value, shares and concentration not available: the net weight of " + English.month(month)
                        + " is zero.",
                "单价、份额、集中度无法给出：" + Chinese.month(month) + "净重为零。");
    }

    static LocalizedText cyclesOfZero(Cycle cycle, Collection<Span> spans) {
        return text(
                "Unit value not available for " + inEnglish(cycle, spans) + ": the net weight is zero.",
                inChinese(cycle, spans) + "的单价无法给出：净重为零。");
    }

    static LocalizedText unknownPartners(List<String> codes) {
        return text(
                "The code list does not name these partner codes, whose trade counts in the total and in no region: "
                        + English.listed(codes) + ".",
                "代码表中没有以下贸易伙伴代码，其贸易计入总量、不归入任何地区：" + Chinese.listed(codes) + "。");
    }

    static LocalizedText unspecifiedPartners(Collection<LocalizedText> names) {
        return text(
                "The concentration leaves out partners that customs does not name: "
                        + English.listed(
                                names.stream().map(name -> name.in("en")).toList()) + ".",
                "集中度不含海关未指明国别的贸易伙伴："
                        + Chinese.listed(
                                names.stream().map(name -> name.in("zh")).toList()) + "。");
    }

    static LocalizedText confidentialPartners(Collection<LocalizedText> names) {
        return text(
                "The concentration leaves out partners that customs keeps secret: "
                        + English.listed(
                                names.stream().map(name -> name.in("en")).toList()) + ".",
                "集中度不含海关保密的贸易伙伴："
                        + Chinese.listed(
                                names.stream().map(name -> name.in("zh")).toList()) + "。");
    }

    static LocalizedText storesPartners(Collection<LocalizedText> names) {
        return text(
                "The concentration leaves out what went to no country, such as stores of ships and aircraft: "
                        + English.listed(
                                names.stream().map(name -> name.in("en")).toList()) + ".",
                "集中度不含不属于任何国家的部分，如船舶和航空器用物料："
                        + Chinese.listed(
                                names.stream().map(name -> name.in("zh")).toList()) + "。");
    }

    static LocalizedText revision(Revision revision, String currency) {
        String what = revision.commodity()
                + revision.reporter()
                        .map(reporter -> " of " + English.reporter(reporter))
                        .orElse("");
        String whatInChinese = revision.reporter()
                        .map(reporter -> Chinese.reporter(reporter) + "的")
                        .orElse("")
                + revision.commodity();
        String key = revision.by().object().key();
        LocalDate day = revision.at().atZone(ZoneOffset.UTC).toLocalDate();
        String en = English.day(day);
        String zh = whatInChinese + "于" + Chinese.day(day);
        return switch (revision.kind()) {
            case REVISED ->
                change(
                        what + " was revised by " + key + " on " + en + ": ",
                        zh + "由" + key + "修订：",
                        revision,
                        currency);
            case RESTORED ->
                change(
                        what + " came again on " + en + " with " + key + ": ",
                        zh + "随" + key + "恢复：",
                        revision,
                        currency);
            case WITHDRAWN ->
                change(
                        what + " was withdrawn on " + en + " with the file in " + key + ": ",
                        zh + "随" + key + "中的文件撤回：",
                        revision,
                        currency);
        };
    }

    private static LocalizedText change(String en, String zh, Revision revision, String currency) {
        if (revision.from().isEmpty()) {
            Amount to = revision.to().orElseThrow();
            return text(en + amount(to, currency) + ".", zh + amountInChinese(to, currency) + "。");
        }
        Amount from = revision.from().get();
        if (revision.to().isEmpty()) {
            return text(
                    en + amount(from, currency) + " no longer counts.",
                    zh + amountInChinese(from, currency) + "已不再计入。");
        }
        Amount to = revision.to().get();
        if (from.isShownAs(to) && !from.equals(to)) {
            return text(en + "the change is smaller than what is shown.", zh + "变动小于显示的单位。");
        }
        return from.equals(to)
                ? text(en + "the total stayed, its split over partners changed.", zh + "总数不变，贸易伙伴分布有变。")
                : text(
                        en + "from " + amount(from, currency) + " to " + amount(to, currency) + ".",
                        zh + "由" + amountInChinese(from, currency) + "改为" + amountInChinese(to, currency) + "。");
    }

    static LocalizedText revisedBefore(NavigableSet<YearMonth> months) {
        return text(
                "Earlier months of the year were revised after they first arrived, and the cumulative figures with them: "
                        + English.months(months) + ".",
                "年内此前月份首次到达后有修订，累计数据随之变动：" + Chinese.months(months) + "。");
    }

    static LocalizedText rejected(String key, String reason, boolean another) {
        return text(
                key + " was rejected (" + reason + "). "
                        + (another ? "The version before it goes on counting." : "Nothing of it counts."),
                key + "被拒收（" + reason + "）。" + (another ? "此前的版本继续有效。" : "其内容不计入。"));
    }

    static LocalizedText sample() {
        return text("The figures are made of sample data; they are not customs data.", "数据为样例数据，并非海关数据。");
    }

    private static String amount(Amount amount, String currency) {
        String weight = amount.netWeightKg().isPresent()
                ? String.format(Locale.ROOT, "%,d kg", amount.netWeightKg().getAsLong())
                : "a net weight not reported";
        return weight + String.format(Locale.ROOT, " / %,d %s", amount.value().orElseThrow(), currency);
    }

    private static String amountInChinese(Amount amount, String currency) {
        String weight = amount.netWeightKg().isPresent() ? amount.netWeightKg().getAsLong() + "千克" : "未报净重";
        return weight + "（" + amount.value().orElseThrow() + Chinese.currency(currency) + "）";
    }

    private static LocalizedText unavailable(String subject, String en, String zh) {
        return text(label(subject) + " not available: " + en + ".", labelInChinese(subject) + "无法给出：" + zh + "。");
    }

    /** What {@code subject} is called; its last parts say which figure it is, the first whether it is the total's. */
    private static String label(String subject) {
        String figure = figure(subject).in("en");
        return subject.startsWith(TOTAL) ? figure + " of the total" : figure;
    }

    private static String labelInChinese(String subject) {
        String figure = figure(subject).in("zh");
        return subject.startsWith(TOTAL) ? "总量的" + figure : figure;
    }

    private static LocalizedText figure(String subject) {
        return LABELS.entrySet().stream()
                .filter(label -> subject.endsWith(label.getKey()))
                .max(Comparator.comparing(label -> label.getKey().length()))
                .map(Map.Entry::getValue)
                .orElseThrow();
    }

    private static String inEnglish(Cycle cycle, Collection<Span> spans) {
        return English.listed(
                spans.stream().map(span -> English.cycle(cycle, span)).toList());
    }

    private static String inChinese(Cycle cycle, Collection<Span> spans) {
        return Chinese.listed(
                spans.stream().map(span -> Chinese.cycle(cycle, span)).toList());
    }

    /**
     * What a change is held against.
     *
     * @param span when
     * @param traded whether there was trade, of no weight
     */
    record Base(Span span, boolean traded) {

        private NavigableSet<YearMonth> months() {
            return new TreeSet<>(span.months());
        }

        private String zeroInEnglish() {
            return (traded ? "the net weight was zero in " : "no trade in ") + English.months(months());
        }

        private String zeroInChinese() {
            return Chinese.months(months()) + (traded ? "净重为零" : "无贸易");
        }
    }
}
