package dev.customsfeed.publish.words.zh;

import dev.customsfeed.ledger.Flow;
import dev.customsfeed.publish.figures.report.Note;
import dev.customsfeed.publish.figures.report.NoteDetail.AbsenceUndeclared;
import dev.customsfeed.publish.figures.report.NoteDetail.Base;
import dev.customsfeed.publish.figures.report.NoteDetail.BaseZero;
import dev.customsfeed.publish.figures.report.NoteDetail.CommodityMissing;
import dev.customsfeed.publish.figures.report.NoteDetail.ConcentrationUnknown;
import dev.customsfeed.publish.figures.report.NoteDetail.CyclesMissing;
import dev.customsfeed.publish.figures.report.NoteDetail.CyclesOfOtherScope;
import dev.customsfeed.publish.figures.report.NoteDetail.CyclesOfZero;
import dev.customsfeed.publish.figures.report.NoteDetail.CyclesOnZero;
import dev.customsfeed.publish.figures.report.NoteDetail.CyclesWeightless;
import dev.customsfeed.publish.figures.report.NoteDetail.EventInBasis;
import dev.customsfeed.publish.figures.report.NoteDetail.ExtremeZero;
import dev.customsfeed.publish.figures.report.NoteDetail.FewQuotations;
import dev.customsfeed.publish.figures.report.NoteDetail.GroupWithoutPartners;
import dev.customsfeed.publish.figures.report.NoteDetail.MonthsMissing;
import dev.customsfeed.publish.figures.report.NoteDetail.MonthsOfOtherScope;
import dev.customsfeed.publish.figures.report.NoteDetail.NetWeightMissing;
import dev.customsfeed.publish.figures.report.NoteDetail.NetWeightZero;
import dev.customsfeed.publish.figures.report.NoteDetail.PartnersBaseZero;
import dev.customsfeed.publish.figures.report.NoteDetail.PartnersLeftOut;
import dev.customsfeed.publish.figures.report.NoteDetail.PartnersMissing;
import dev.customsfeed.publish.figures.report.NoteDetail.PartnersWeightless;
import dev.customsfeed.publish.figures.report.NoteDetail.PriceMissing;
import dev.customsfeed.publish.figures.report.NoteDetail.PriceNotComparable;
import dev.customsfeed.publish.figures.report.NoteDetail.ProductsUnknown;
import dev.customsfeed.publish.figures.report.NoteDetail.QuantityImputed;
import dev.customsfeed.publish.figures.report.NoteDetail.RateMissing;
import dev.customsfeed.publish.figures.report.NoteDetail.RegionsBaseZero;
import dev.customsfeed.publish.figures.report.NoteDetail.ReportersMissing;
import dev.customsfeed.publish.figures.report.NoteDetail.Revised;
import dev.customsfeed.publish.figures.report.NoteDetail.RevisedBefore;
import dev.customsfeed.publish.figures.report.NoteDetail.Sample;
import dev.customsfeed.publish.figures.report.NoteDetail.ScopePartial;
import dev.customsfeed.publish.figures.report.NoteDetail.ScopesDiffer;
import dev.customsfeed.publish.figures.report.NoteDetail.Suspected;
import dev.customsfeed.publish.figures.report.NoteDetail.TotalUnknown;
import dev.customsfeed.publish.figures.report.NoteDetail.UnknownPartners;
import dev.customsfeed.publish.figures.report.NoteDetail.UploadRejected;
import dev.customsfeed.publish.figures.report.NoteDetail.ValueBaseZero;
import dev.customsfeed.publish.figures.report.NoteDetail.ValuesInclude;
import dev.customsfeed.publish.figures.report.NoteDetail.WeightEstimated;
import dev.customsfeed.publish.figures.revision.Revision;
import dev.customsfeed.publish.figures.trade.Amount;
import dev.customsfeed.publish.figures.trade.Cycle;
import dev.customsfeed.publish.figures.trade.Partner;
import dev.customsfeed.publish.figures.trade.Span;
import dev.customsfeed.publish.words.language.NoteSentences;
import dev.customsfeed.publish.words.language.Subjects;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** What notes say in Chinese. */
final class ChineseNotes extends NoteSentences {

    /** What figures are called, by how a subject ends. */
    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("month", "当月净重"),
            Map.entry("momPct", "环比"),
            Map.entry("yoyPct", "同比"),
            Map.entry("valueMomPct", "金额环比"),
            Map.entry("valueYoyPct", "金额同比"),
            Map.entry("ytd.valueYoyPct", "累计金额同比"),
            Map.entry("ytd", "累计数据"),
            Map.entry("ytd.yoyPct", "累计同比"),
            Map.entry("halfYears", "半年度数据及变化"),
            Map.entry("quarters", "季度数据及变化"),
            Map.entry("peak", "近12个月的高点和低点"),
            Map.entry("trough", "近12个月的高点和低点"),
            Map.entry("peak.changeSincePct", "较高点的变化"),
            Map.entry("trough.changeSincePct", "较低点的变化"));

    @Override
    public String commodityMissing(Note note, CommodityMissing detail) {
        return "没有" + Chinese.month(detail.month()) + "的文件：" + detail.commodity() + "的数据未知。请上传该月的海关文件。";
    }

    @Override
    public String absenceUndeclared(Note note, AbsenceUndeclared detail) {
        return Chinese.month(detail.month())
                + (detail.reporters().isEmpty()
                        ? "的文件未列出"
                        : "的文件有" + Chinese.reporters(detail.reporters()) + "的其他贸易，但未列出")
                + detail.commodity() + "，也未声明查询过该商品，故数据未知。如确无贸易，请把文件上传到声明了查询范围的路径下，例如"
                + declaration(detail.commodity());
    }

    @Override
    public String monthsMissing(Note note, MonthsMissing detail) {
        return unavailable(note, "缺少" + Chinese.months(detail.months()) + "数据");
    }

    @Override
    public String cyclesMissing(Note note, CyclesMissing detail) {
        return label(note) + "凡涉及" + Chinese.months(detail.months()) + "的均无法给出：缺少数据。";
    }

    @Override
    public String monthsOfOtherScope(Note note, MonthsOfOtherScope detail) {
        return unavailable(note, Chinese.months(detail.months()) + "数据的口径不同");
    }

    @Override
    public String cyclesOfOtherScope(Note note, CyclesOfOtherScope detail) {
        return label(note) + "凡涉及" + Chinese.months(detail.months()) + "的均无法给出：数据口径不同。";
    }

    @Override
    public String scopesDiffer(Note note, ScopesDiffer detail) {
        return (note.isOfTotal() ? "总量无法给出：各产品口径不一" : "该产品无法给出：所含商品口径不一") + "，部分文件只含一部分贸易。";
    }

    @Override
    public String groupWithoutPartners(Note note, GroupWithoutPartners detail) {
        return (note.isOfTotal() ? "总量" : "该产品") + "无法给出：部分成员的文件未列贸易伙伴或口径不同，无法区分成员间贸易。";
    }

    @Override
    public String scopePartial(Note note, ScopePartial detail) {
        Flow flow = detail.flow().flow();
        return (note.isOfTotal() ? "总量" : "数据") + "仅为" + Chinese.limited(detail.part(), flow, detail.codes()) + "的"
                + Chinese.flow(flow) + "：没有" + Chinese.month(detail.month()) + "的完整文件。贸易伙伴份额、地区和集中度无法给出。";
    }

    @Override
    public String reportersMissing(Note note, ReportersMissing detail) {
        return Chinese.reporters(detail.missing()) + "尚未报告" + Chinese.month(detail.month()) + "数据：数据为已报告的"
                + detail.reported() + "个成员之和。如确无贸易，请在文件路径中声明：" + declaration(detail.missing());
    }

    @Override
    public String weightEstimated(Note note, WeightEstimated detail) {
        return (note.isOfTotal() ? "总量的" : "") + "当月净重中有"
                + detail.percent().stripTrailingZeros().toPlainString() + "%为来源机构估算。";
    }

    @Override
    public String valuesInclude(Note note, ValuesInclude detail) {
        return Chinese.valuation(detail.valuations()) + "。";
    }

    @Override
    public String partnersMissing(Note note, PartnersMissing detail) {
        return "按贸易伙伴和地区的数据凡涉及" + Chinese.months(detail.months()) + "的均无法给出：当时的文件未列贸易伙伴。";
    }

    @Override
    public String concentrationUnknown(Note note, ConcentrationUnknown detail) {
        return "集中度无法给出：文件未列贸易伙伴。";
    }

    @Override
    public String productsUnknown(Note note, ProductsUnknown detail) {
        return "总量无法给出：缺少"
                + Chinese.listed(detail.products().stream()
                        .map(product -> product.name().in("zh"))
                        .toList())
                + "数据。";
    }

    @Override
    public String totalUnknown(Note note, TotalUnknown detail) {
        return "份额无法给出：总量未知。";
    }

    @Override
    public String baseZero(Note note, BaseZero detail) {
        return unavailable(note, zero(detail.base()));
    }

    @Override
    public String valueBaseZero(Note note, ValueBaseZero detail) {
        Base base = detail.base();
        return unavailable(note, Chinese.months(base.months()) + (base.traded() ? "金额为零" : "无贸易"));
    }

    @Override
    public String partnersBaseZero(Note note, PartnersBaseZero detail) {
        return partners(detail.partners()) + "的" + label(note) + "无法计算：" + zero(detail.base()) + "。";
    }

    @Override
    public String regionsBaseZero(Note note, RegionsBaseZero detail) {
        return Chinese.listed(detail.regions().stream().map(Chinese::region).toList()) + "的" + label(note) + "无法计算："
                + zero(detail.base()) + "。";
    }

    @Override
    public String cyclesOnZero(Note note, CyclesOnZero detail) {
        return "与" + cycles(detail.cycle(), detail.bases()) + "的比较无法计算：净重为零。";
    }

    @Override
    public String extremeZero(Note note, ExtremeZero detail) {
        return unavailable(note, Chinese.month(detail.extreme()) + "为零");
    }

    @Override
    public String netWeightMissing(Note note, NetWeightMissing detail) {
        return unavailable(note, Chinese.weightReasons(detail.weightReasons()));
    }

    @Override
    public String partnersWeightless(Note note, PartnersWeightless detail) {
        return partners(detail.partners()) + "的净重无法给出：" + Chinese.weightReasons(detail.weightReasons()) + "。";
    }

    @Override
    public String cyclesWeightless(Note note, CyclesWeightless detail) {
        return label(note) + "凡涉及" + cycles(detail.cycle(), detail.spans()) + "的均无法给出："
                + Chinese.weightReasons(detail.weightReasons()) + "。";
    }

    @Override
    public String netWeightZero(Note note, NetWeightZero detail) {
        return "单价、份额、集中度无法给出：" + Chinese.month(detail.month()) + "净重为零。";
    }

    @Override
    public String cyclesOfZero(Note note, CyclesOfZero detail) {
        return cycles(detail.cycle(), detail.spans()) + "的单价无法给出：净重为零。";
    }

    @Override
    public String quantityImputed(Note note, QuantityImputed detail) {
        return "凡涉及" + Chinese.months(detail.months()) + "的单价均无法给出：多个贸易伙伴单价完全相同，可见来源的数量系由金额推算。";
    }

    @Override
    public String unknownPartners(Note note, UnknownPartners detail) {
        return "代码表中没有以下贸易伙伴代码，其贸易计入总量、不归入任何地区："
                + Chinese.listed(detail.partners().stream().map(Chinese::code).toList()) + "。";
    }

    @Override
    public String partnersLeftOut(Note note, PartnersLeftOut detail) {
        String who =
                switch (detail.kind()) {
                    case CONFIDENTIAL -> "海关保密的贸易伙伴";
                    case STORES -> "不属于任何国家的部分，如船舶和航空器用物料";
                    default -> "海关未指明国别的贸易伙伴";
                };
        return "集中度不含" + who + "：" + partners(detail.partners()) + "。";
    }

    @Override
    public String revised(Note note, Revised detail) {
        Revision revision = detail.revision();
        String key = revision.by().object().key();
        String happened =
                switch (revision.kind()) {
                    case REVISED -> "由" + key + "修订：";
                    case RESTORED -> "随" + key + "恢复：";
                    case WITHDRAWN -> "随" + key + "中的文件撤回：";
                };
        return revision.reporter()
                        .map(reporter -> Chinese.reporter(reporter) + "的")
                        .orElse("")
                + revision.commodity() + "于"
                + Chinese.day(revision.at().atZone(ZoneOffset.UTC).toLocalDate()) + happened
                + change(revision, detail.currency());
    }

    @Override
    public String revisedBefore(Note note, RevisedBefore detail) {
        return "年内此前月份首次到达后有修订，累计数据随之变动：" + Chinese.months(detail.months()) + "。";
    }

    @Override
    public String suspected(Note note, Suspected detail) {
        return ChineseSuspicions.of(detail);
    }

    @Override
    public String uploadRejected(Note note, UploadRejected detail) {
        return detail.key() + "被拒收（" + detail.reason() + "）。" + (detail.another() ? "此前的版本继续有效。" : "其内容不计入。");
    }

    @Override
    public String priceMissing(Note note, PriceMissing detail) {
        return "没有文件提供" + Chinese.month(detail.month()) + "的价格" + detail.id() + "。请上传至incoming/price/id=" + detail.id()
                + "/，并在路径中注明currency=、unit=和tax=。";
    }

    @Override
    public String rateMissing(Note note, RateMissing detail) {
        return "没有文件提供" + Chinese.month(detail.month()) + "用于该价格的汇率。请上传至incoming/rate/pair=" + detail.pair() + "/。";
    }

    @Override
    public String fewQuotations(Note note, FewQuotations detail) {
        return "路径中注明" + detail.declaration() + "的文件在" + Chinese.month(detail.month()) + "有" + detail.there()
                + "个报价；按其报价频率，求均值需要" + detail.needed() + "个。";
    }

    @Override
    public String priceNotComparable(Note note, PriceNotComparable detail) {
        return Chinese.month(detail.month()) + "的均价未与价格" + detail.id() + "比较："
                + switch (detail.cause()) {
                    case WITHOUT_WEIGHT -> "当月没有均价。";
                    case QUANTITY_IMPUTED -> "来源的当月数量系推算。";
                    case OTHER_MAGNITUDE -> "二者相差十倍以上，价格路径中的单位、币种或汇率必有错误。";
                };
    }

    @Override
    public String eventInBasis(Note note, EventInBasis detail) {
        String name = detail.event().name().in("zh").strip();
        return "展望所依据的三个月处于以下事件前后：" + (name.endsWith("。") ? name : name + "。");
    }

    @Override
    public String sample(Note note, Sample detail) {
        return "数据为样例数据，并非海关数据。";
    }

    private static String change(Revision revision, String currency) {
        if (revision.from().isEmpty()) {
            return amount(revision.to().orElseThrow(), currency) + "。";
        }
        Amount from = revision.from().get();
        if (revision.to().isEmpty()) {
            return amount(from, currency) + "已不再计入。";
        }
        Amount to = revision.to().get();
        if (from.isShownAs(to) && !from.equals(to)) {
            return "变动小于显示的单位。";
        }
        return from.equals(to)
                ? switch (revision.change()) {
                    case SCOPE -> "总数不变，所涉范围有变。";
                    case ESTIMATE -> "总数不变，其中估算部分有变。";
                    case AMOUNT, SPLIT -> "总数不变，贸易伙伴分布有变。";
                }
                : "由" + amount(from, currency) + "改为" + amount(to, currency) + "。";
    }

    /** An amount to the kilogram and the unit of the currency. */
    static String amount(Amount amount, String currency) {
        String weight = amount.netWeightKg().isPresent() ? amount.netWeightKg().getAsLong() + "千克" : "净重不详";
        return weight + "（" + amount.value().orElseThrow() + Chinese.currency(currency) + "）";
    }

    private static String unavailable(Note note, String why) {
        return label(note) + "无法给出：" + why + "。";
    }

    /** What the figure is called that {@code note} is about. */
    private static String label(Note note) {
        String figure = Subjects.label(note, LABELS);
        return note.isOfTotal() ? "总量的" + figure : figure;
    }

    private static String partners(List<Partner> partners) {
        return Chinese.listed(
                partners.stream().map(partner -> partner.name().in("zh")).toList());
    }

    private static String cycles(Cycle cycle, List<Span> spans) {
        return Chinese.listed(
                spans.stream().map(span -> Chinese.cycle(cycle, span)).toList());
    }

    private static String zero(Base base) {
        return Chinese.months(base.months()) + (base.traded() ? "净重为零" : "无贸易");
    }
}
