package dev.customsfeed.publish.documents.page;

import dev.customsfeed.ledger.Totals;
import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.documents.page.PartDocuments.OfParts;
import dev.customsfeed.publish.figures.feed.TradeCube;
import dev.customsfeed.publish.figures.report.RegionFigure;
import dev.customsfeed.publish.figures.trade.Partner;
import dev.customsfeed.publish.figures.trade.Reporters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Writes {@code page/destinations/}: what was traded with each partner and region of each product and of all together, month by month.
 * Partners whose codes begin alike share a document, so that a new month does not rewrite a hundred of them.
 */
final class Destinations {

    private static final String KIND = "destinations";

    /** What has the regions. */
    static final String REGIONS = "regions";

    private final TradeCube cube;
    private final PartnerMonths partners;
    private final Reporters reporters;
    private final PartDocuments parts;

    Destinations(TradeCube cube, PartnerMonths partners, Reporters reporters, PartDocuments parts) {
        this.cube = cube;
        this.partners = partners;
        this.reporters = reporters;
        this.parts = parts;
    }

    /** Which document has {@code partner}. */
    static String group(Partner partner) {
        char first = partner.id().charAt(0);
        return Character.isLetterOrDigit(first) && first < 128 ? String.valueOf(first) : "other";
    }

    /** The documents, by what they have: the group of partners, or {@value #REGIONS}. */
    SortedMap<String, OfParts> documents() {
        SortedMap<String, List<Partner>> groups = new TreeMap<>();
        cube.partners().values().forEach(partner -> groups.computeIfAbsent(group(partner), any -> new ArrayList<>())
                .add(partner));
        SortedMap<String, OfParts> documents = new TreeMap<>();
        groups.forEach((group, members) -> {
            Map<String, Map<String, List<Optional<Totals>>>> some = new LinkedHashMap<>();
            members.forEach(partner -> some.put(
                    partner.id(),
                    byProduct(
                            Optional.ofNullable(partners.total().get(partner)),
                            product -> ofProduct(product, partner))));
            documents.put(group, parts.documents(KIND, group, some));
        });
        if (!groups.isEmpty()) {
            Map<String, Map<String, List<Optional<Totals>>>> some = new LinkedHashMap<>();
            regions()
                    .forEach((region, everybody) -> some.put(
                            region,
                            byProduct(
                                    Optional.of(partners.together(of(partners.total(), everybody), month -> cube.total()
                                            .coverage(month))),
                                    product -> ofProduct(product, everybody))));
            documents.put(REGIONS, parts.documents(KIND, REGIONS, some));
        }
        return documents;
    }

    /** Of one product, unless the partner never had trade in it and that is known of each of its months: there the page shows none. */
    private Optional<List<Optional<Totals>>> ofProduct(Product product, Partner partner) {
        return Optional.of(cube.course(product).ofPart(partner))
                .filter(months -> partners.of(product).containsKey(partner) || isUnknownSomewhere(product, months));
    }

    private Optional<List<Optional<Totals>>> ofProduct(Product product, List<Partner> region) {
        boolean traded = region.stream().anyMatch(partners.of(product)::containsKey);
        List<List<Optional<Totals>>> members =
                region.stream().map(cube.course(product)::ofPart).toList();
        return Optional.of(partners.together(members, month -> cube.coverage(product, month)))
                .filter(months -> traded || isUnknownSomewhere(product, months));
    }

    private boolean isUnknownSomewhere(Product product, List<Optional<Totals>> months) {
        return IntStream.range(0, months.size())
                .anyMatch(at -> months.get(at).isEmpty()
                        && cube.coverage(product, cube.months().get(at)).isPresent());
    }

    /** Who is in each region, those that have anybody. */
    SortedMap<String, List<Partner>> regions() {
        SortedMap<String, List<Partner>> regions = new TreeMap<>();
        cube.partners().values().forEach(partner -> RegionFigure.regionsOf(partner, reporters)
                .forEach(region -> regions.computeIfAbsent(region, any -> new ArrayList<>())
                        .add(partner)));
        return regions;
    }

    private static List<List<Optional<Totals>>> of(Map<Partner, List<Optional<Totals>>> trade, List<Partner> members) {
        return members.stream().filter(trade::containsKey).map(trade::get).toList();
    }

    @FunctionalInterface
    private interface OfProduct {
        Optional<List<Optional<Totals>>> apply(Product product);
    }

    private Map<String, List<Optional<Totals>>> byProduct(Optional<List<Optional<Totals>>> total, OfProduct ofProduct) {
        Map<String, List<Optional<Totals>>> trade = new LinkedHashMap<>();
        total.ifPresent(months -> trade.put(Courses.ALL, months));
        for (Product product : cube.products().keySet()) {
            ofProduct.apply(product).ifPresent(months -> trade.put(product.id(), months));
        }
        return trade;
    }
}
