package dev.customsfeed.publish.figures.report;

import dev.customsfeed.ledger.Totals;
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
import java.util.OptionalLong;
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
     * @param madeUp the {@linkplain #imputedMonths months} whose quantities the source made up
     */
    static Analysis ofProduct(ProductTrade trade, YearMonth period, Set<YearMonth> madeUp) {
        Optional<ImputedQuantities> imputed = madeUp.contains(period) ? imputed(trade, period) : Optional.empty();
        return of(
                trade,
                period,
                since -> ifMeasured(madeUp, since, period, () -> changeByPartner(trade, period, since)),
                imputed,
                imputed.isPresent() ? List.of() : toCheck(trade, period, madeUp));
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

    /** The months that figures of {@code period} come from whose quantities the source made up. */
    static SortedSet<YearMonth> imputedMonths(ProductTrade trade, YearMonth period) {
        SortedSet<YearMonth> madeUp = new TreeSet<>();
        for (YearMonth month : Figures.sources(period).months()) {
            if (imputed(trade, month).isPresent()) {
                madeUp.add(month);
            }
        }
        return madeUp;
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
                Outlook.of(weights, period));
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

    private static Optional<ImputedQuantities> imputed(ProductTrade trade, YearMonth month) {
        return ImputedQuantities.in(trade.everyone().stream()
                .filter(Partner::isSomebody)
                .map(partner -> Amount.of(trade.of(partner, month)))
                .toList());
    }

    private static List<ToCheck> toCheck(ProductTrade trade, YearMonth period, Set<YearMonth> madeUp) {
        List<ToCheck> toCheck = new ArrayList<>();
        for (Partner partner : trade.everyone()) {
            if (partner.isSomebody()
                    && trade.of(partner, period)
                            .filter(traded -> traded.rows() > 0)
                            .isPresent()) {
                UnusualUnitValue.of(
                                series(trade, partner, period, madeUp, Totals::netWeightGrams),
                                series(
                                        trade,
                                        partner,
                                        period,
                                        madeUp,
                                        traded -> OptionalLong.of(traded.valueThousandths())),
                                period)
                        .value()
                        .flatMap(found -> found)
                        .ifPresent(found -> toCheck.add(new ToCheck(partner, found)));
            }
        }
        toCheck.sort(Comparator.comparing(found -> found.partner().id()));
        return List.copyOf(toCheck);
    }

    private static MonthSeries series(
            ProductTrade trade,
            Partner partner,
            YearMonth period,
            Set<YearMonth> without,
            Function<Totals, OptionalLong> amount) {
        Span span = Figures.sources(period);
        return MonthSeries.of(
                span,
                month -> without.contains(month)
                        ? OptionalLong.empty()
                        : trade.of(partner, month).map(amount).orElse(OptionalLong.empty()));
    }
}
