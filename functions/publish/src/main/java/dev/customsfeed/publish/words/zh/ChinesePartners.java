package dev.customsfeed.publish.words.zh;

import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.figures.report.MonthReport;
import dev.customsfeed.publish.figures.report.PartnerStanding;
import dev.customsfeed.publish.figures.report.RegionFigure;
import dev.customsfeed.publish.figures.trade.Partner;
import dev.customsfeed.publish.words.language.PartnerPhrases;
import java.time.YearMonth;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;

/** What an article says in Chinese on partners and regions. */
final class ChinesePartners extends ChineseWording implements PartnerPhrases {

    ChinesePartners(MonthReport report) {
        super(report);
    }

    @Override
    public String partnersOfPart(Optional<Product> product, List<PartnerStanding> partners) {
        return product.map(ChineseWording::name).orElse("合计") + "："
                + listed(partners, partner -> name(partner.partner()) + "（" + size(partner.amount()) + "）") + "。";
    }

    @Override
    public String partnersMissing(NavigableSet<YearMonth> months) {
        return Chinese.months(months) + "的海关文件未列" + place() + "。";
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
        return name(product) + "："
                + listed(largest, region -> Chinese.region(region.id()) + share(region) + "（" + level(region, "") + "）")
                + europeanUnion
                        .map(union -> "；欧盟27国" + share(union) + "（" + level(union, "") + "）")
                        .orElse("")
                + "。";
    }

    private String union(Optional<RegionFigure> europeanUnion) {
        return europeanUnion
                .map(union -> "；欧盟27国占" + share(union) + "（" + level(union) + "）")
                .orElse("");
    }

    private static String share(RegionFigure region) {
        return percent(region.sharePct().orElseThrow());
    }

    private String level(RegionFigure region) {
        return level(region, "同比");
    }

    private String level(RegionFigure region, String since) {
        return size(region.month().amount())
                + region.month().yoyPct().map(yoy -> "，" + since + signed(yoy)).orElse("");
    }

    @Override
    public String largestPartners(List<PartnerStanding> largest, boolean only) {
        return (only ? "唯一" : largest.size() == 1 ? "最大" : "主要") + place() + (largest.size() == 1 ? "为" : "依次为")
                + listed(largest, partner -> name(partner.partner()) + "（" + size(partner.amount()) + "）") + "。";
    }

    @Override
    public String movers(List<PartnerStanding> growing, List<PartnerStanding> falling) {
        String grew = growing.isEmpty() ? "" : listed(growing, ChinesePartners::mover) + "增量居前";
        String fell = falling.isEmpty() ? "" : listed(falling, ChinesePartners::mover) + "减量居前";
        return grew + (grew.isEmpty() || fell.isEmpty() ? "" : "，") + fell + "。";
    }

    private static String mover(PartnerStanding partner) {
        return name(partner.partner()) + "（"
                + partner.yoyPct().map(yoy -> signed(yoy)).orElse(partner.tradedYearBefore() ? "上年同期极少" : "上年同期无")
                + "，"
                + points(partner.contributionPp().orElseThrow()) + "）";
    }

    @Override
    public String smallerProductsPartners(List<LargestPartner> largest) {
        return "其他产品的最大" + place() + "："
                + listed(
                        largest,
                        product -> name(product.product()) + "为"
                                + name(product.partner().partner()) + "（"
                                + tonnes(product.partner().amount()) + "）",
                        "，")
                + "。";
    }

    @Override
    public String unknownPartners(List<Partner> partners) {
        return "海关文件中的贸易伙伴代码" + listed(partners, Chinese::code) + "未见于代码表，其贸易计入总量，不归入任何地区。";
    }

    @Override
    public String partnersHeading() {
        return ofMonth("分" + place());
    }
}
