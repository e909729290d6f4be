package dev.customsfeed.publish.figures.report;

import dev.customsfeed.publish.figures.Finding;
import dev.customsfeed.publish.figures.MonthSeries;
import dev.customsfeed.publish.figures.Reason;
import dev.customsfeed.publish.figures.course.HighOrLow;
import dev.customsfeed.publish.figures.course.LowBase;
import dev.customsfeed.publish.figures.course.Run;
import dev.customsfeed.publish.figures.course.Shape;
import dev.customsfeed.publish.figures.course.Stability;
import dev.customsfeed.publish.figures.course.TwelveMonths;
import dev.customsfeed.publish.figures.outlook.Outlook;
import dev.customsfeed.publish.figures.trade.Amount;
import dev.customsfeed.publish.figures.trade.Partner;
import dev.customsfeed.publish.figures.trade.ProductTrade;
import dev.customsfeed.publish.figures.trade.Span;
import dev.customsfeed.publish.figures.value.ImputedQuantities;
import dev.customsfeed.publish.figures.value.UnusualUnitValue;
import dev.customsfeed.publish.figures.value.ValueChange;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What the months say of a product or of all together, beyond sums and growth: each a finding, or why there is none. Series are of net
 * weight, in grams.
 *
 * @param valueSinceMonthBefore what the change of value since the month before is made of
 * @param valueSinceYearBefore the same since the month a year before
 * @param twelveMonths twelve months together
 * @param shape the shape of the last twelve months
 * @param stability whether the change of twelve months said the same three and six months ago
 * @param run how many months in a row it rose or fell
 * @param record since when the month is the highest or the lowest
 * @param yearBase whether the month a year before is a low base to grow from
 * @param imputed what the month's partners give away of quantities that the source made up; empty if nothing
 * @param toCheck partners whose unit value is far from their own past, in the order of their ids
 * @param outlook what the next months come to if things run on as they did
 */
public record Analysis(
        Finding<ValueChange> valueSinceMonthBefore,
        Finding<ValueChange> valueSinceYearBefore,
        Finding<TwelveMonths> twelveMonths,
        Finding<Shape> shape,
        Finding<Stability> stability,
        Finding<Run> run,
        Finding<HighOrLow> record,
        Finding<LowBase> yearBase,
        Optional<ImputedQuantities> imputed,
        List<ToCheck> toCheck,
        Finding<Outlook> outlook) {

    private static final int YEAR = 12;

    /**
     * A partner whose unit value is to be checked.
     *
     * @param partner who
     * @param found what is unusual about it
     */
    public record ToCheck(Partner partner, UnusualUnitValue found) {}

    /**
     * Of a product: its change of value is one of its partners.
     *
     * @param months all that can be held against the period
     * @param trade the same in the months that figures of the period come from
     * @param madeUp those of them whose quantities the source made up
     */
    static Analysis ofProduct(ProductMonths months, ProductTrade trade, YearMonth period, Set<YearMonth> madeUp) {
        Optional<ImputedQuantities> imputed = months.imputed(period);
        return of(
                trade,
                period,
                since -> ifMeasured(madeUp, since, period, () -> changeByPartner(trade, period, since)),
                imputed,
                imputed.isPresent() ? List.of() : toCheck(months, trade, period));
    }

    /**
     * Of all products together: their change of value is one of the products.
     *
     * @param madeUp the months in which the source made up quantities of one of them
     */
    static Analysis ofTotal(ProductTrade whole, List<ProductTrade> products, YearMonth period, Set<YearMonth> madeUp) {
        return of(
                whole,
                period,
                since -> ifMeasured(madeUp, since, period, () -> changeByProduct(whole, products, period, since)),
                Optional.empty(),
                List.of());
    }

    /** What a change of value is made of cannot be told from quantities that were made of values. */
    private static Finding<ValueChange> ifMeasured(
            Set<YearMonth> madeUp, YearMonth since, YearMonth period, Supplier<Finding<ValueChange>> change) {
        return madeUp.contains(since) || madeUp.contains(period)
                ? Finding.none(new Reason.QuantityImputed())
                : change.get();
    }

    private static Analysis of(
            ProductTrade trade,
            YearMonth period,
            Function<YearMonth, Finding<ValueChange>> valueSince,
            Optional<ImputedQuantities> imputed,
            List<ToCheck> toCheck) {
        MonthSeries weights = MonthSeries.netWeights(trade.totals(), Figures.sources(period));
        return new Analysis(
                valueSince.apply(period.minusMonths(1)),
                valueSince.apply(period.minusMonths(YEAR)),
                TwelveMonths.of(weights, period),
                Shape.of(weights, period),
                Stability.of(weights, period),
                Run.of(weights, period, 1),
                HighOrLow.of(weights, period),
                LowBase.of(weights, period.minusMonths(YEAR)),
                imputed,
                toCheck,
                Outlook.of(weights, period, Figures.MONTHS_OF_OUTLOOK));
    }

    private static Finding<ValueChange> changeByPartner(ProductTrade trade, YearMonth period, YearMonth since) {
        return ifKnown(List.of(since, period), trade::tellsPartners)
                .<Finding<ValueChange>>map(Finding::none)
                .orElseGet(() -> ValueChange.of(trade.everyone().stream()
                        .map(partner -> new ValueChange.Part(
                                Amount.of(trade.of(partner, since)), Amount.of(trade.of(partner, period))))
                        .toList()));
    }

    private static Finding<ValueChange> changeByProduct(
            ProductTrade whole, List<ProductTrade> products, YearMonth period, YearMonth since) {
        return ifKnown(List.of(since, period), month -> whole.totals().in(month).isPresent())
                .<Finding<ValueChange>>map(Finding::none)
                .orElseGet(() -> ValueChange.of(products.stream()
                        .map(product -> new ValueChange.Part(
                                Amount.of(product.totals().in(since)),
                                Amount.of(product.totals().in(period))))
                        .toList()));
    }

    private static Optional<Reason> ifKnown(Collection<YearMonth> months, Predicate<YearMonth> known) {
        SortedSet<YearMonth> missing = new TreeSet<>(months);
        missing.removeIf(known);
        return missing.isEmpty() ? Optional.empty() : Optional.of(new Reason.Incomplete(missing));
    }

    private static List<ToCheck> toCheck(ProductMonths months, ProductTrade trade, YearMonth period) {
        Span span = Figures.sources(period);
        List<ToCheck> toCheck = new ArrayList<>();
        for (Partner partner : trade.everyone()) {
            if (partner.isSomebody()) {
                UnusualUnitValue.of(months.unitValues(partner), span)
                        .value()
                        .flatMap(found -> found)
                        .ifPresent(found -> toCheck.add(new ToCheck(partner, found)));
            }
        }
        toCheck.sort(Comparator.comparing(found -> found.partner().id()));
        return List.copyOf(toCheck);
    }
}
