package dev.customsfeed.publish.documents.page;

import dev.customsfeed.publish.documents.json.MonthDocuments;
import dev.customsfeed.publish.figures.trade.Span;
import java.time.YearMonth;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The months in which the reports give a product no unit value since the source made quantities up: then the page has none either. */
final class Unpriced {

    private final Map<String, Set<YearMonth>> byProduct;

    /** Those of each product, by its id, and of {@code all}. */
    Unpriced(Map<String, Set<YearMonth>> byProduct) {
        this.byProduct = byProduct;
    }

    static Unpriced of(List<MonthDocuments> months) {
        Map<String, Set<YearMonth>> byProduct = new HashMap<>();
        for (MonthDocuments month : months) {
            month.unpriced().forEach(product -> byProduct
                    .computeIfAbsent(product, any -> new TreeSet<>())
                    .add(month.availability().period()));
        }
        return new Unpriced(byProduct);
    }

    /** Whether {@code product}, or all together, has such a month in {@code span}. */
    boolean in(String product, Span span) {
        return byProduct.getOrDefault(product, Set.of()).stream().anyMatch(span::has);
    }

    /** Of each of {@code months}, whether it is one. */
    List<Boolean> of(String product, List<YearMonth> months) {
        Set<YearMonth> unpriced = byProduct.getOrDefault(product, Set.of());
        if (unpriced.isEmpty()) {
            return Collections.nCopies(months.size(), false);
        }
        return months.stream().map(unpriced::contains).toList();
    }
}
