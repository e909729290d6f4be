package dev.customsfeed.publish.words.en;

import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.figures.Fraction;
import dev.customsfeed.publish.figures.report.Analysis;
import dev.customsfeed.publish.figures.report.MonthReport;
import dev.customsfeed.publish.figures.report.ProductReport;
import dev.customsfeed.publish.figures.report.Worth;
import dev.customsfeed.publish.figures.trade.Amount;
import dev.customsfeed.publish.figures.trade.Comparison;
import dev.customsfeed.publish.figures.value.ImputedQuantities;
import dev.customsfeed.publish.figures.value.UnusualUnitValue;
import dev.customsfeed.publish.figures.value.ValueChange;
import dev.customsfeed.publish.words.language.Rounded;
import dev.customsfeed.publish.words.language.ValuePhrases;
import java.math.BigDecimal;
import java.util.List;

/** What an article says in English on value, unit value and what a change of value is made of. */
final class EnglishValues extends EnglishWording implements ValuePhrases {

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final Fraction KG_PER_TONNE = Fraction.of(1000);

    EnglishValues(MonthReport report, ShortNames shortNames) {
        super(report, shortNames);
    }

    @Override
    public String valuesHeading() {
        return ofMonth("Value and price");
    }

    @Override
    public String parts(ValueChange change, Comparison since, boolean only) {
        List<BigDecimal> exact = List.of(change.volume(), change.mix(), change.price());
        boolean millions = exact.stream().anyMatch(part -> part.abs().compareTo(MILLION) >= 0);
        List<BigDecimal> parts = Rounded.together(exact, millions ? 6 : 0, millions ? 1 : 0);
        BigDecimal whole = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return "Of the change in value " + (since == Comparison.MONTH_ON_MONTH ? "MoM" : "YoY") + ", " + amount(whole)
                + (millions ? " million " : " ") + currency + ", volume made up " + amount(parts.get(0))
                + ", the mix of " + (only ? places() : "products") + " " + amount(parts.get(1)) + " and price "
                + amount(parts.get(2)) + ".";
    }

    private static String amount(BigDecimal part) {
        return Rounded.signedAndGrouped(part, part.scale());
    }

    @Override
    public String product(ProductReport product) {
        Amount month = product.figures().month().amount();
        Worth worth = product.figures().worth();
        boolean hasUnitValue = product.analysis().imputed().isEmpty()
                && month.unitValuePerTonne().isPresent();
        return English.capital(shortName(product.product())) + ": " + worth(month)
                + inParentheses(changes("", worth.valueMomPct(), worth.valueYoyPct()))
                + (hasUnitValue
                        ? ", " + perTonne(month.unitValuePerTonne().getAsLong())
                                + inParentheses(changes("", worth.unitValueMomPct(), worth.unitValueYoyPct()))
                        : "")
                + ".";
    }

    @Override
    public String imputed(Product product, ImputedQuantities found, boolean only) {
        return found.partners() + " of the " + found.of() + " " + places() + " with at least 1 mt"
                + (only ? "" : " of " + shortName(product))
                + " have one and the same unit value: the source made up their quantities from the values, and unit values"
                + " are not given.";
    }

    @Override
    public String toCheck(Product product, Analysis.ToCheck check) {
        UnusualUnitValue found = check.found();
        long kilograms = found.kilogramsAboveUsual();
        return "To check: " + shortName(product) + (flowsOut() ? " to " : " from ") + English.partner(check.partner())
                + " at " + perTonne(found.unitValue().times(KG_PER_TONNE).whole()) + ", "
                + Rounded.fixed(found.factor().rounded(2), 2) + " times "
                + (found.unitValue().isBelow(found.usual()) ? "below" : "above") + " the median of its "
                + found.months()
                + " earlier months, "
                + perTonne(found.usual().times(KG_PER_TONNE).whole()) + "; at that, it would be "
                + whole(Math.abs(kilograms)) + " kg " + (kilograms > 0 ? "less" : "more") + ".";
    }

    private boolean flowsOut() {
        return flow == Flow.EXPORT;
    }
}
