package dev.customsfeed.publish.figures.report;

import dev.customsfeed.ledger.Quoted;
import dev.customsfeed.ledger.Quoted.License;
import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.ledger.feed.PriceReference;
import dev.customsfeed.publish.figures.Finding;
import dev.customsfeed.publish.figures.Fraction;
import dev.customsfeed.publish.figures.Reason;
import dev.customsfeed.publish.figures.price.FeedPrices;
import dev.customsfeed.publish.figures.price.Lag;
import dev.customsfeed.publish.figures.price.MonthlyAverage;
import dev.customsfeed.publish.figures.price.PriceGap;
import dev.customsfeed.publish.figures.price.QuotedMonth;
import dev.customsfeed.publish.figures.trade.Amount;
import dev.customsfeed.publish.figures.trade.Span;
import java.time.YearMonth;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A product's unit value beside the price that the feed's definition names for it. What may be published of a price that is not open is
 * {@link #gap}'s direction and class, and {@link #lag}; everything else gives it away.
 *
 * @param reference which price
 * @param quoted what the month's file declares; empty where no file has the month
 * @param average the price of the month as it is quoted, or why there is none
 * @param rate units of the price's currency for one of the feed's in the month, or why there is none
 * @param unitValue of the product in the feed's currency by the tonne, or why there is none
 * @param gap what lies between the two, by the tonne, or why it is not known
 * @param lag by how many months unit values have followed the price, or why that is not known
 */
public record PriceReport(
        PriceReference reference,
        Optional<Quoted.Price> quoted,
        Finding<MonthlyAverage> average,
        Finding<Fraction> rate,
        Finding<Fraction> unitValue,
        Finding<PriceGap> gap,
        Finding<Lag> lag) {

    /** How many months a lag is looked for in: as many as the traces of events are. */
    private static final int MONTHS = 84;

    /** A lag of four months, and the month before, from which prices have changed. */
    private static final int MONTHS_OF_PRICES_BEFORE = 5;

    private static final Fraction OTHER_MAGNITUDE = Fraction.of(10);
    private static final Fraction KILOGRAMS_PER_TONNE = Fraction.of(1000);

    /** Thousandths of a unit by the gram, times this, are units by the tonne. */
    private static final Fraction GRAMS_PER_KILOGRAM = Fraction.of(1000);

    /** Whether the price itself may be published. */
    public boolean isOpen() {
        return quoted.filter(price -> price.license() == License.OPEN).isPresent();
    }

    /** The months of trade that reports of {@code period} hold against prices; none where the feed names no price. */
    static Optional<Span> sources(FeedDefinition feed, YearMonth period) {
        return feed.prices().isEmpty() ? Optional.empty() : Optional.of(Span.endingAt(period, MONTHS));
    }

    /** Of the prices the months that reports of {@code period} need. */
    static FeedPrices within(FeedPrices prices, YearMonth period) {
        return prices.within(period.minusMonths(MONTHS + MONTHS_OF_PRICES_BEFORE), period);
    }

    /**
     * The price of a product.
     *
     * @param months all that can be held against the period; asked for those of {@link #sources} alone
     */
    static PriceReport of(
            FeedDefinition feed, PriceReference reference, FeedPrices prices, ProductMonths months, YearMonth period) {
        Optional<QuotedMonth> month = prices.price(reference.id(), period);
        Optional<Quoted.Price> quoted = month.map(PriceReport::terms);
        Finding<MonthlyAverage> average =
                month.map(QuotedMonth::average).orElseGet(() -> Finding.none(new Reason.NotQuoted()));
        Finding<Fraction> rate = quoted.map(price -> prices.rate(feed.currency(), price.currency(), period))
                .orElseGet(() -> Finding.none(new Reason.NotQuoted()));
        Finding<Fraction> unitValue = unitValue(months, period);
        Finding<PriceGap> gap = average.flatMap(mean ->
                rate.flatMap(paid -> unitValue.flatMap(value -> gap(quoted.orElseThrow(), mean.value(), paid, value))));
        return new PriceReport(
                reference, quoted, average, rate, unitValue, gap, lag(feed, reference, prices, months, period));
    }

    private static Quoted.Price terms(QuotedMonth month) {
        return (Quoted.Price) month.quoted();
    }

    private static Finding<PriceGap> gap(Quoted.Price price, Fraction average, Fraction rate, Fraction unitValue) {
        PriceGap gap = PriceGap.of(perTonne(price, average), price.taxPct(), rate, unitValue);
        return unitValue.factorFrom(gap.inFeedCurrency()).isBelow(OTHER_MAGNITUDE)
                ? Finding.found(gap)
                : Finding.none(new Reason.OtherMagnitude());
    }

    private static Fraction perTonne(Quoted.Price price, Fraction value) {
        return value.times(KILOGRAMS_PER_TONNE)
                .dividedBy(Fraction.of(price.unit().kilograms()));
    }

    private static Finding<Fraction> unitValue(ProductMonths months, YearMonth month) {
        Amount amount = Amount.of(months.in(month));
        if (amount.valueThousandths().isEmpty()) {
            TreeSet<YearMonth> missing = new TreeSet<>();
            missing.add(month);
            return Finding.none(new Reason.Incomplete(missing));
        }
        long grams = amount.netWeightGrams().orElse(0);
        long value = amount.valueThousandths().getAsLong();
        if (grams == 0 || value == 0) {
            return Finding.none(new Reason.WithoutWeight());
        }
        return months.imputed(month).isPresent()
                ? Finding.none(new Reason.QuantityImputed())
                : Finding.found(Fraction.of(value, grams).times(GRAMS_PER_KILOGRAM));
    }

    /** Both in the feed's currency and without tax: what rates and taxes do is nothing that unit values could follow. */
    private static Finding<Lag> lag(
            FeedDefinition feed, PriceReference reference, FeedPrices prices, ProductMonths traded, YearMonth period) {
        SortedMap<YearMonth, Fraction> unitValues = new TreeMap<>();
        SortedMap<YearMonth, Fraction> inFeedCurrency = new TreeMap<>();
        Span months = Span.endingAt(period, MONTHS);
        for (YearMonth month : months.months()) {
            unitValue(traded, month).value().ifPresent(value -> unitValues.put(month, value));
        }
        YearMonth first = months.first().minusMonths(MONTHS_OF_PRICES_BEFORE);
        for (YearMonth month : new Span(first, period).months()) {
            prices.price(reference.id(), month).ifPresent(quoted -> quoted.average()
                    .flatMap(mean -> prices.rate(feed.currency(), terms(quoted).currency(), month)
                            .map(rate -> PriceGap.of(
                                            perTonne(terms(quoted), mean.value()),
                                            terms(quoted).taxPct(),
                                            rate,
                                            Fraction.ONE)
                                    .inFeedCurrency()))
                    .value()
                    .ifPresent(price -> inFeedCurrency.put(month, price)));
        }
        return Lag.of(inFeedCurrency, unitValues, period);
    }
}
