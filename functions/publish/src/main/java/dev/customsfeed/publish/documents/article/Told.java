package dev.customsfeed.publish.documents.article;

import dev.customsfeed.publish.figures.report.Figures;
import dev.customsfeed.publish.figures.report.MonthReport;
import dev.customsfeed.publish.figures.report.ProductReport;
import dev.customsfeed.publish.figures.trade.Amount;
import dev.customsfeed.publish.words.language.Phrases;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** A report as an article tells it: by net weight or value, and which products have a paragraph of their own. What is said once is said once. */
final class Told {

    /** A partner's or product's change is told from this contribution to the change on, in percentage points. */
    static final BigDecimal CONTRIBUTION_WORTH_TELLING = new BigDecimal("0.5");
    /** A product has a paragraph of its own from this share in the total on, in percent. */
    private static final BigDecimal PRODUCT_WORTH_A_PARAGRAPH = BigDecimal.valueOf(5);

    private final MonthReport report;
    private final boolean byValue;
    private final Phrases phrases;
    private final List<ProductReport> larger;
    private final List<ProductReport> smaller;
    private boolean pointsExplained;

    Told(MonthReport report, Phrases phrases) {
        this.report = report;
        this.byValue = report.isOfValueAlone();
        this.phrases = phrases;
        List<ProductReport> small = report.products().stream()
                .filter(product -> isKnown(product.figures().month().amount()) && isSmall(product))
                .toList();
        // A single small product reads better in a paragraph like the others.
        this.smaller = small.size() > 1 ? small : List.of();
        Set<ProductReport> apart = Collections.newSetFromMap(new IdentityHashMap<>());
        apart.addAll(smaller);
        this.larger = report.products().stream()
                .filter(product -> !apart.contains(product))
                .toList();
    }

    MonthReport report() {
        return report;
    }

    Phrases phrases() {
        return phrases;
    }

    /** Whether nothing is weighed, so that all is told by its value. */
    boolean byValue() {
        return byValue;
    }

    /** The products that have paragraphs of their own. */
    List<ProductReport> larger() {
        return larger;
    }

    /** Those that share one. */
    List<ProductReport> smaller() {
        return smaller;
    }

    /** All that is said of the total is said of the one product. */
    boolean isOfOneProduct() {
        return report.products().size() == 1;
    }

    /** Whether an amount of the total is known as it is told: by its net weight, or where nothing is weighed, by its value. */
    boolean isTold(Amount amount) {
        return byValue ? amount.value().isPresent() : isKnown(amount);
    }

    boolean hasYearToDate(Figures figures) {
        Amount ytd = figures.ytd().amount();
        boolean known = figures.month().amount().isOfValueAlone() ? ytd.value().isPresent() : isKnown(ytd);
        return known && report.period().getMonthValue() > 1;
    }

    private boolean isSmall(ProductReport product) {
        Optional<BigDecimal> cumulative =
                product.figures().ytd().amount().sharePct(report.total().ytd().amount());
        return !isPartial(product.figures())
                && (product.sharePct().isPresent() || cumulative.isPresent())
                && !isAtLeast(product.sharePct(), PRODUCT_WORTH_A_PARAGRAPH)
                && !isAtLeast(cumulative, PRODUCT_WORTH_A_PARAGRAPH);
    }

    /** {@code sentences}, with what percentage points are where they are the first in the article that have any. */
    String withPointsExplained(String sentences) {
        if (sentences.isEmpty() || pointsExplained) {
            return sentences;
        }
        pointsExplained = true;
        return joined(List.of(sentences, phrases.movements().pointsExplained()));
    }

    /** Whether figures are those of a part of the trade. */
    static boolean isPartial(Figures figures) {
        return !figures.coverage().isOfAllParts();
    }

    static boolean isKnown(Amount amount) {
        return amount.netWeightGrams().isPresent();
    }

    /** Whether an amount of what is told by value, or by net weight, is known. */
    static boolean hasTotal(Amount amount, boolean ofValue) {
        return ofValue ? amount.value().isPresent() : isKnown(amount);
    }

    /** Be it of so little that its net weight is zero. */
    static boolean isTraded(Amount amount) {
        return size(amount) > 0 || amount.valueThousandths().orElse(0) > 0;
    }

    /** Of amounts that are told beside each other either all have net weights or none. */
    static long size(Amount amount) {
        return amount.netWeightGrams().orElseGet(() -> amount.valueThousandths().orElse(0));
    }

    static boolean isAtLeast(Optional<BigDecimal> share, BigDecimal least) {
        return share.isPresent() && share.get().compareTo(least) >= 0;
    }

    String joined(List<String> sentences) {
        return String.join(phrases.sentenceSeparator(), sentences);
    }

    /** The products of which the month's trade is known, but not all of its weight. */
    List<ProductReport> weightless() {
        return products(month -> month.value().isPresent() && !isKnown(month));
    }

    List<ProductReport> products(Predicate<Amount> month) {
        return report.products().stream()
                .filter(product -> month.test(product.figures().month().amount()))
                .toList();
    }
}
