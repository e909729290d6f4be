package dev.customsfeed.publish.figures.report;

import dev.customsfeed.ledger.Totals;
import dev.customsfeed.publish.figures.trade.Amount;
import dev.customsfeed.publish.figures.trade.Coverage;
import dev.customsfeed.publish.figures.trade.Partner;
import dev.customsfeed.publish.figures.trade.ProductTrade;
import dev.customsfeed.publish.figures.trade.Span;
import dev.customsfeed.publish.figures.value.ImputedQuantities;
import dev.customsfeed.publish.figures.value.UnitValues;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The trade in a product, or in all together, in all of a feed's months of one coverage, and what was found of each month. A report
 * looks back at four years, and so do the 47 after it: what is to be known of a month is found once, not by each of them.
 *
 * <p>To keep something else by month: a field {@code new ByMonth<>(this::find...)} and a method that asks it. It has to follow from the
 * figures of that month alone, since a report is made from the months that its {@link ReportBasis} has and from nothing else; so it
 * asks only for those.
 */
final class ProductMonths {

    private final ProductTrade trade;
    private final ByMonth<Optional<ImputedQuantities>> imputed = new ByMonth<>(this::findImputed);
    private final Map<Partner, UnitValues> unitValues = new HashMap<>();
    private @Nullable List<YearMonth> notImputed;

    private ProductMonths(ProductTrade trade) {
        this.trade = trade;
    }

    /** Those of one trade, by coverage. */
    static final class ByCoverage {
        private final ProductTrade trade;
        private final Map<Coverage, ProductMonths> months = new HashMap<>();

        ByCoverage(ProductTrade trade) {
            this.trade = trade;
        }

        /** The months that can be held against {@code period}. */
        ProductMonths comparableWith(YearMonth period) {
            return months.computeIfAbsent(
                    trade.totals().coverage(period).orElse(Coverage.WHOLE),
                    coverage -> new ProductMonths(trade.comparableWith(period)));
        }
    }

    /** The trade in {@code window}, and in no other month. */
    ProductTrade within(Span window) {
        return trade.within(window);
    }

    /** What was traded in {@code month} with all partners; empty if that is not known. */
    Optional<Totals> in(YearMonth month) {
        return trade.totals().in(month);
    }

    /** What the partners of {@code month} give away of quantities that the source made up; empty if nothing. */
    Optional<ImputedQuantities> imputed(YearMonth month) {
        return imputed.in(month);
    }

    /** The months of {@code span} whose quantities the source made up. */
    SortedSet<YearMonth> imputed(Span span) {
        return span.months().stream()
                .filter(month -> imputed(month).isPresent())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Optional<ImputedQuantities> findImputed(YearMonth month) {
        return ImputedQuantities.in(trade, month);
    }

    /** The unit values of {@code partner}, without months whose quantities were made up. */
    UnitValues unitValues(Partner partner) {
        return unitValues.computeIfAbsent(partner, any -> {
            Function<YearMonth, Totals> traded = trade.of(partner);
            return UnitValues.of(notImputed(), month -> Amount.of(traded.apply(month)));
        });
    }

    private List<YearMonth> notImputed() {
        List<YearMonth> months = notImputed;
        if (months == null) {
            months = trade.monthsOfPartners().stream()
                    .filter(month -> imputed(month).isEmpty())
                    .toList();
            notImputed = months;
        }
        return months;
    }
}
