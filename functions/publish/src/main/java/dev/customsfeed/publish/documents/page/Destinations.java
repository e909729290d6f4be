package dev.customsfeed.publish.documents.page;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.customsfeed.ledger.Totals;
import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.documents.json.Document;
import dev.customsfeed.publish.documents.json.FigureJson;
import dev.customsfeed.publish.figures.feed.TradeCube;
import dev.customsfeed.publish.figures.report.RegionFigure;
import dev.customsfeed.publish.figures.trade.Partner;
import dev.customsfeed.publish.figures.trade.Reporters;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes {@code page/destinations/}: what was traded with each partner and region of each product and of all together, month by month.
 * Partners whose codes begin alike share a document, so that a new month does not rewrite a hundred of them.
 */
final class Destinations {

    /** What has the regions. */
    static final String REGIONS = "regions";

    private final TradeCube cube;
    private final PartnerMonths partners;
    private final Reporters reporters;
    private final Unpriced unpriced;

    Destinations(TradeCube cube, PartnerMonths partners, Reporters reporters, Unpriced unpriced) {
        this.cube = cube;
        this.partners = partners;
        this.reporters = reporters;
        this.unpriced = unpriced;
    }

    /** Which document has {@code partner}. */
    static String group(Partner partner) {
        char first = partner.id().charAt(0);
        return Character.isLetterOrDigit(first) && first < 128 ? String.valueOf(first) : "other";
    }

    /** The documents, by what they have: the group of partners, or {@value #REGIONS}. */
    SortedMap<String, Document> documents() {
        SortedMap<String, List<Partner>> groups = new TreeMap<>();
        cube.partners().values().forEach(partner -> groups.computeIfAbsent(group(partner), any -> new ArrayList<>())
                .add(partner));
        SortedMap<String, Document> documents = new TreeMap<>();
        groups.forEach((group, members) -> documents.put(group, document(group, json -> {
            for (Partner partner : members) {
                destination(
                        json,
                        partner.id(),
                        Optional.ofNullable(partners.total().get(partner)),
                        product -> Optional.ofNullable(partners.of(product).get(partner)));
            }
        })));
        if (!groups.isEmpty()) {
            documents.put(REGIONS, document(REGIONS, json -> {
                for (Map.Entry<String, List<Partner>> region : regions().entrySet()) {
                    destination(
                            json,
                            region.getKey(),
                            Optional.of(partners.together(of(partners.total(), region.getValue()), month -> cube.total()
                                    .coverage(month))),
                            product -> Optional.of(of(partners.of(product), region.getValue()))
                                    .filter(members -> !members.isEmpty())
                                    .map(members ->
                                            partners.together(members, month -> cube.coverage(product, month))));
                }
            }));
        }
        return documents;
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
    private interface Content {
        void write(JsonGenerator json) throws IOException;
    }

    private static Document document(String group, Content content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
        try (JsonGenerator json = FigureJson.generator(out)) {
            json.writeStartObject();
            json.writeObjectFieldStart("destinations");
            content.write(json);
            json.writeEndObject();
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Document.namedByContent("page/destinations/" + group + ".json", "application/json", out.toByteArray());
    }

    @FunctionalInterface
    private interface OfProduct {
        Optional<List<Optional<Totals>>> apply(Product product);
    }

    private void destination(JsonGenerator json, String id, Optional<List<Optional<Totals>>> total, OfProduct ofProduct)
            throws IOException {
        Map<String, List<Optional<Totals>>> trade = new LinkedHashMap<>();
        total.ifPresent(months -> trade.put(Courses.ALL, months));
        for (Product product : cube.products().keySet()) {
            ofProduct.apply(product).ifPresent(months -> trade.put(product.id(), months));
        }
        json.writeObjectFieldStart(id);
        for (Map.Entry<String, List<Optional<Totals>>> one : trade.entrySet()) {
            json.writeObjectFieldStart(one.getKey());
            new MonthLists(json).amounts(one.getValue(), unpriced.of(one.getKey(), cube.months()));
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}
