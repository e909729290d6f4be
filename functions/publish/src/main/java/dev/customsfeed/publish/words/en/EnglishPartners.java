package dev.customsfeed.publish.words.en;

import dev.customsfeed.ledger.Flow;
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

/** What an article says in English on partners and regions. */
final class EnglishPartners extends EnglishWording implements PartnerPhrases {

    EnglishPartners(MonthReport report) {
        super(report);
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
        RegionFigure first = largest.get(0);
        String rest = largest.size() == 1
                ? ""
                : ", "
                        + listed(
                                largest.subList(1, largest.size()),
                                region -> share(region) + " " + direction + English.region(region.id()) + " ("
                                        + level(region) + ")");
        return "Of the month's " + flows() + ", " + share(first) + verb + English.region(first.id()) + " ("
                + level(first) + ")" + rest + union(europeanUnion) + ".";
    }

    @Override
    public String regions(Product product, List<RegionFigure> largest, Optional<RegionFigure> europeanUnion) {
        RegionFigure first = largest.get(0);
        List<RegionFigure> others = largest.subList(1, largest.size());
        return name(product) + ": the largest region in " + English.monthName(period) + " was "
                + English.region(first.id())
                + " with " + share(first) + " (" + level(first) + ")"
                + (others.isEmpty()
                        ? ""
                        : ", ahead of "
                                + listed(
                                        others,
                                        region -> English.region(region.id()) + " with " + share(region) + " ("
                                                + level(region) + ")"))
                + union(europeanUnion) + ".";
    }

    private String union(Optional<RegionFigure> europeanUnion) {
        return europeanUnion
                .map(union -> "; the European Union of 27 " + (flow == Flow.EXPORT ? "took " : "supplied ")
                        + share(union) + " (" + level(union) + ")")
                .orElse("");
    }

    private static String share(RegionFigure region) {
        return percent(region.sharePct().orElseThrow());
    }

    private String level(RegionFigure region) {
        return size(region.month().amount())
                + region.month()
                        .yoyPct()
                        .map(yoy -> ", " + change(yoy) + " YoY")
                        .orElse("");
    }

    @Override
    public String largestPartners(boolean cumulative, List<PartnerStanding> largest) {
        String when = when(cumulative);
        if (largest.size() == 1) {
            PartnerStanding only = largest.get(0);
            return "The only " + place() + " " + when + " was " + English.partner(only.partner()) + " with "
                    + size(only.amount()) + ".";
        }
        return "The largest " + places() + " " + when + " were "
                + listed(largest, partner -> English.partner(partner.partner()) + " (" + size(partner.amount()) + ")")
                + ".";
    }

    @Override
    public String movers(boolean cumulative, List<PartnerStanding> growing, List<PartnerStanding> falling) {
        String grew = growing.isEmpty() ? "" : listed(growing, EnglishPartners::mover);
        String fell = falling.isEmpty() ? "" : listed(falling, EnglishPartners::mover);
        String when = cumulative ? "" : "in " + English.monthName(period) + ", ";
        return English.capital(when + both(grew, " grew most", fell, " lost most")) + ".";
    }

    private static String mover(PartnerStanding partner) {
        return English.partner(partner.partner()) + " ("
                + partner.yoyPct().map(yoy -> change(yoy) + " YoY, ").orElse("none a year earlier, ")
                + points(partner.contributionPp().orElseThrow()) + ")";
    }

    @Override
    public String smallerProductsPartners(boolean cumulative, List<LargestPartner> largest) {
        return "Among the smaller lines, the largest " + place() + " " + when(cumulative) + " was "
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
        return "By " + place();
    }

    private String when(boolean cumulative) {
        return cumulative ? yearToDate() : "in " + English.month(period);
    }
}
