package dev.customsfeed.publish.documents.page;

import dev.customsfeed.ledger.Totals;
import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.figures.feed.ProductCourse;
import dev.customsfeed.publish.figures.feed.TradeCube;
import dev.customsfeed.publish.figures.trade.Coverage;
import dev.customsfeed.publish.figures.trade.Partner;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What was traded with each partner, month by month: of each product, and of all together. Each list has an entry for each of the
 * feed's months, empty where it is not known.
 */
final class PartnerMonths {

    /** The months by which the largest partners are found. */
    private static final int RECENT_MONTHS = 24;

    private final TradeCube cube;
    private final Map<Product, Map<Partner, List<Optional<Totals>>>> byProduct = new LinkedHashMap<>();
    private final Map<Partner, List<Optional<Totals>>> total = new LinkedHashMap<>();

    PartnerMonths(TradeCube cube) {
        this.cube = cube;
        Map<Partner, List<List<Optional<Totals>>>> parts = new LinkedHashMap<>();
        cube.partners().values().forEach(partner -> parts.put(partner, new ArrayList<>()));
        cube.products().forEach((product, trade) -> {
            Set<Partner> everyone = trade.everyone();
            ProductCourse course = cube.course(product);
            Map<Partner, List<Optional<Totals>>> ofProduct = new LinkedHashMap<>();
            parts.forEach((partner, sums) -> {
                List<Optional<Totals>> months = course.ofPart(partner);
                sums.add(months);
                if (everyone.contains(partner)) {
                    ofProduct.put(partner, months);
                }
            });
            byProduct.put(product, ofProduct);
        });
        // Of products of unlike coverage there is no total, with nobody.
        parts.forEach((partner, ofProducts) ->
                total.put(partner, where(sums(ofProducts), cube.total()::coverage, any -> true)));
    }

    /** Of one product, of those partners who ever had trade in it. */
    Map<Partner, List<Optional<Totals>>> of(Product product) {
        return Objects.requireNonNull(byProduct.get(product));
    }

    /** Of all products together, known where their total is. */
    Map<Partner, List<Optional<Totals>>> total() {
        return total;
    }

    /** The sums, month by month: known where each of {@code parts} is. */
    private List<Optional<Totals>> sums(List<List<Optional<Totals>>> parts) {
        List<Optional<Totals>> sums = new ArrayList<>(cube.months().size());
        for (int month = 0; month < cube.months().size(); month++) {
            sums.add(sum(parts, month));
        }
        return sums;
    }

    private static Optional<Totals> sum(List<List<Optional<Totals>>> parts, int month) {
        Totals sum = Totals.NONE;
        for (List<Optional<Totals>> part : parts) {
            Optional<Totals> traded = part.get(month);
            if (traded.isEmpty()) {
                return Optional.empty();
            }
            // Most have no trade in most months.
            if (traded.get() != Totals.NONE) {
                sum = sum.plus(traded.get());
            }
        }
        return Optional.of(sum);
    }

    /** The largest of the last months, by net weight, then by value for goods that nobody weighs. */
    static List<Partner> largest(Map<Partner, List<Optional<Totals>>> partners, int count) {
        Map<Partner, Totals> sums = new HashMap<>();
        partners.forEach((partner, months) -> {
            Totals sum = months.subList(Math.max(0, months.size() - RECENT_MONTHS), months.size()).stream()
                    .flatMap(Optional::stream)
                    .reduce(Totals.NONE, Totals::plus);
            if (sum.rows() > 0) {
                sums.put(partner, sum);
            }
        });
        Comparator<Map.Entry<Partner, Totals>> largest = Comparator.comparingLong(
                        (Map.Entry<Partner, Totals> entry) -> entry.getValue().reportedNetWeightGrams())
                .thenComparingLong(entry -> entry.getValue().valueThousandths())
                .reversed()
                .thenComparing(entry -> entry.getKey().id());
        return sums.entrySet().stream()
                .sorted(largest)
                .limit(count)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The sums over {@code partners} in the months that are whole; of parts of the trade nothing is said of several together. */
    List<Optional<Totals>> together(
            List<List<Optional<Totals>>> partners, Function<YearMonth, Optional<Coverage>> coverage) {
        return where(sums(partners), coverage, Coverage::isOfAllParts);
    }

    /** Those of {@code sums} whose month is known and of a coverage that is {@code fit}. */
    private List<Optional<Totals>> where(
            List<Optional<Totals>> sums, Function<YearMonth, Optional<Coverage>> coverage, Predicate<Coverage> fit) {
        return IntStream.range(0, sums.size())
                .mapToObj(month ->
                        coverage.apply(cube.months().get(month)).filter(fit).flatMap(known -> sums.get(month)))
                .toList();
    }
}
