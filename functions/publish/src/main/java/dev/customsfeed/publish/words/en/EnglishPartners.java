package dev.customsfeed.publish.words.en;

import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.figures.report.MonthReport;
import dev.customsfeed.publish.figures.report.PartnerStanding;
import dev.customsfeed.publish.figures.report.RegionFigure;
import dev.customsfeed.publish.figures.trade.Partner;
import dev.customsfeed.publish.words.language.PartnerPhrases;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;

/** What an article says in English on partners and regions. */
final class EnglishPartners extends EnglishWording implements PartnerPhrases {

    EnglishPartners(MonthReport report, ShortNames shortNames) {
        super(report, shortNames);
    }

    @Override
    public String partnersOfPart(Optional<Product> product, List<PartnerStanding> partners) {
        return product.map(EnglishWording::name).orElse("In all") + (flow == Flow.EXPORT ? ": to " : ": from ")
                + listed(partners, partner -> English.partner(partner.partner()) + " (" + size(partner.amount()) + ")")
                + ".";
    }

    @Override
    public String partnersMissing(NavigableSet<YearMonth> months) {
        return "The customs files of " + English.months(months) + " do not tell " + places() + ".";
    }

    @Override
    public String regions(List<RegionFigure> largest, Optional<RegionFigure> europeanUnion) {
        String direction = flow == Flow.EXPORT ? "to " : "from ";
        String verb = flow == Flow.EXPORT ? " went to " : " came from ";
        List<String> parts = new ArrayList<>();
        for (RegionFigure region : largest) {
            boolean first = parts.isEmpty();
            parts.add(share(region)
                    + (region.isReporterItself()
                            ? (first ? " of " + flows() + " were " : " as ") + region(region)
                            : (first ? " of " + flows() + verb : " " + direction) + region(region))
                    + " (" + level(region) + ")");
        }
        return English.listed(parts) + union(europeanUnion) + ".";
    }

    @Override
    public String regions(Product product, List<RegionFigure> largest, Optional<RegionFigure> europeanUnion) {
        return English.capital(shortName(product)) + ": "
                + listed(largest, region -> region(region) + " " + share(region) + " (" + level(region, "") + ")")
                + europeanUnion
                        .map(union -> "; EU27 " + share(union) + " (" + level(union, "") + ")")
                        .orElse("")
                + ".";
    }

    private String region(RegionFigure region) {
        return English.region(region.id())
                + (region.isReporterItself() && flow == Flow.EXPORT
                        ? " to " + English.reporter(report.feed().tradeFlow().reporter())
                        : "");
    }

    private String union(Optional<RegionFigure> europeanUnion) {
        return europeanUnion
                .map(union -> "; the European Union (EU27) " + (flow == Flow.EXPORT ? "took " : "supplied ")
                        + share(union) + " (" + level(union) + ")")
                .orElse("");
    }

    private static String share(RegionFigure region) {
        return percent(region.sharePct().orElseThrow());
    }

    private String level(RegionFigure region) {
        return level(region, " YoY");
    }

    private String level(RegionFigure region, String since) {
        return size(region.month().amount())
                + region.month().yoyPct().map(yoy -> ", " + signed(yoy) + since).orElse("");
    }

    @Override
    public String largestPartners(List<PartnerStanding> largest, boolean only) {
        return (only ? "Only " : "Largest ") + (largest.size() == 1 ? place() : places()) + ": "
                + listed(largest, partner -> English.partner(partner.partner()) + " (" + size(partner.amount()) + ")")
                + ".";
    }

    @Override
    public String movers(List<PartnerStanding> growing, List<PartnerStanding> falling) {
        String grew = growing.isEmpty() ? "" : listed(growing, EnglishPartners::mover);
        String fell = falling.isEmpty() ? "" : listed(falling, EnglishPartners::mover);
        return English.capital(both(grew, " grew most", fell, " lost most")) + ".";
    }

    private static String mover(PartnerStanding partner) {
        return English.partner(partner.partner()) + " ("
                + partner.yoyPct()
                        .map(yoy -> signed(yoy) + ", ")
                        .orElse(
                                partner.tradedYearBefore()
                                        ? "next to nothing a year earlier, "
                                        : "none a year earlier, ")
                + points(partner.contributionPp().orElseThrow()) + ")";
    }

    @Override
    public String smallerProductsPartners(List<LargestPartner> largest) {
        return "Largest " + places() + " of smaller lines: "
                + listed(
                        largest,
                        product -> English.partner(product.partner().partner()) + " for " + shortName(product.product())
                                + " (" + tonnes(product.partner().amount()) + ")")
                + ".";
    }

    @Override
    public String unknownPartners(List<Partner> partners) {
        return "No code list names the partner " + (partners.size() == 1 ? "code " : "codes ")
                + listed(partners, English::code)
                + " of the customs files; what " + (partners.size() == 1 ? "it stands" : "they stand")
                + " for counts in the totals and in no region.";
    }

    @Override
    public String partnersHeading() {
        return ofMonth("By " + place());
    }
}
