package dev.customsfeed.publish.documents.page;

import dev.customsfeed.ledger.CommodityMonth.Counted;
import dev.customsfeed.ledger.Totals;
import dev.customsfeed.ledger.feed.LocalizedText;
import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.documents.page.PartDocuments.OfParts;
import dev.customsfeed.publish.figures.feed.FeedData;
import dev.customsfeed.publish.figures.feed.TradeCube;
import dev.customsfeed.publish.figures.report.DimensionSplit;
import dev.customsfeed.publish.figures.trade.DimensionTrade;
import dev.customsfeed.publish.figures.trade.MonthlyTotals;
import dev.customsfeed.publish.figures.trade.Span;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes {@code page/regimes/}, {@code page/provinces/} and {@code page/states/}: what was traded under each customs regime, by the firms of
 * each province, of each product and of all together, month by month. Those whose codes begin alike share a document, as destinations do.
 */
final class Dimensions {

    private final TradeCube cube;
    private final FeedData data;
    private final PartDocuments parts;
    /** By dimension, the trade by product and of all together. */
    private final SortedMap<String, Map<String, DimensionTrade>> trade = new TreeMap<>();

    Dimensions(FeedData data, TradeCube cube, PartDocuments parts) {
        this.data = data;
        this.cube = cube;
        this.parts = parts;
        if (cube.months().isEmpty()) {
            return;
        }
        Span window =
                new Span(cube.months().get(0), cube.months().get(cube.months().size() - 1));
        for (String dimension : DimensionSplit.dimensions(data.definition())) {
            Map<String, DimensionTrade> ofDimension = new LinkedHashMap<>();
            ofDimension.put(
                    Courses.ALL, trade(dimension, window, cube.products().keySet(), cube.total()));
            cube.products()
                    .forEach((product, ofProduct) -> ofDimension.put(
                            product.id(), trade(dimension, window, List.of(product), ofProduct.totals())));
            trade.put(dimension, ofDimension);
        }
    }

    /** The plural of a dimension's name, as reports have it. */
    static String plural(String dimension) {
        return dimension + "s";
    }

    /** What tells a part by {@code dimension} from all other parts of the trade. */
    static String id(String dimension, String code) {
        return plural(dimension) + "." + code;
    }

    private DimensionTrade trade(String dimension, Span window, Collection<Product> products, MonthlyTotals totals) {
        Map<YearMonth, List<Counted>> counting = new HashMap<>();
        for (Product product : products) {
            for (String commodity : product.hs()) {
                for (String reporter : data.definition().reporters()) {
                    data.monthsOf(data.definition().series(reporter, commodity))
                            .forEach((month, known) -> counting.computeIfAbsent(month, any -> new ArrayList<>())
                                    .add(known.counts()));
                }
            }
        }
        return DimensionTrade.of(dimension, window, counting, totals);
    }

    /** The dimensions of which some month tells. */
    List<String> told() {
        return trade.keySet().stream().filter(name -> !codes(name).isEmpty()).toList();
    }

    /** The codes that ever had trade. */
    SortedSet<String> codes(String dimension) {
        SortedSet<String> codes = new TreeSet<>();
        byProduct(dimension).values().forEach(one -> codes.addAll(one.codes()));
        return codes;
    }

    /** What the source calls {@code code}. */
    LocalizedText name(String dimension, String code) {
        return DimensionSplit.name(data.partnerCodes(), dimension, code);
    }

    /** Which document has {@code code}. */
    static String group(String dimension, String code) {
        return plural(dimension) + "/" + code.charAt(0);
    }

    /** The documents, by the group that they have. */
    SortedMap<String, OfParts> documents() {
        SortedMap<String, OfParts> documents = new TreeMap<>();
        for (String dimension : told()) {
            SortedMap<Character, Map<String, Map<String, List<Optional<Totals>>>>> groups = new TreeMap<>();
            codes(dimension).forEach(code -> groups.computeIfAbsent(code.charAt(0), any -> new LinkedHashMap<>())
                    .put(id(dimension, code), byProduct(dimension, code)));
            groups.forEach((first, some) -> documents.put(
                    group(dimension, first.toString()), parts.documents(plural(dimension), first.toString(), some)));
        }
        return documents;
    }

    private Map<String, DimensionTrade> byProduct(String dimension) {
        return trade.getOrDefault(dimension, Map.of());
    }

    /** Of each product, also such as have nothing under this code: only their months say where that is known. */
    private Map<String, List<Optional<Totals>>> byProduct(String dimension, String code) {
        Map<String, List<Optional<Totals>>> byProduct = new LinkedHashMap<>();
        byProduct(dimension)
                .forEach((product, ofProduct) -> byProduct.put(
                        product,
                        cube.months().stream()
                                .map(month -> ofProduct.in(code, month))
                                .toList()));
        return byProduct;
    }
}
