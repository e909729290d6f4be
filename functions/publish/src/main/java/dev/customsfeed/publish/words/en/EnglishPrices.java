package dev.customsfeed.publish.words.en;

import dev.customsfeed.ledger.Quoted;
import dev.customsfeed.publish.figures.Fraction;
import dev.customsfeed.publish.figures.price.Lag;
import dev.customsfeed.publish.figures.price.PriceGap;
import dev.customsfeed.publish.figures.report.MonthReport;
import dev.customsfeed.publish.figures.report.PriceReport;
import dev.customsfeed.publish.figures.report.ProductReport;
import dev.customsfeed.publish.words.language.PricePhrases;
import dev.customsfeed.publish.words.language.Rounded;
import java.math.BigDecimal;
import java.util.List;

/** What an article says in English on prices. */
final class EnglishPrices extends EnglishWording implements PricePhrases {

    private static final List<String> MONTHS =
            List.of("no month", "one month", "two months", "three months", "four months");

    EnglishPrices(MonthReport report, ShortNames shortNames) {
        super(report, shortNames);
    }

    @Override
    public String price(ProductReport product, PriceReport price) {
        String unitValue = "The " + English.monthName(period) + " unit value of " + shortName(product.product());
        String named = price.reference().name().in(LANGUAGE);
        return (price.isOpen() ? open(unitValue, named, price) : closed(unitValue, named, price))
                + price.lag().value().map(EnglishPrices::lag).orElse("");
    }

    private String closed(String unitValue, String named, PriceReport price) {
        PriceGap gap = gap(price);
        String without = price.quoted().orElseThrow().taxPct().signum() > 0 ? ", leaving tax out" : "";
        return unitValue + " lay " + size(gap) + side(gap) + named + without + ".";
    }

    private static String size(PriceGap gap) {
        return switch (gap.size()) {
            case UNDER_5 -> "less than 5%";
            case FROM_5_TO_15 -> "5% to 15%";
            case ABOVE_15 -> "more than 15%";
        };
    }

    private static String side(PriceGap gap) {
        return gap.isAbove() ? " above " : " below ";
    }

    private String open(String unitValue, String named, PriceReport price) {
        PriceGap gap = gap(price);
        Quoted.Price quoted = price.quoted().orElseThrow();
        String mean =
                Rounded.grouped(price.average().value().orElseThrow().value().rounded(2)) + " " + quoted.currency()
                        + " per " + unit(quoted);
        String tax = quoted.taxPct().signum() > 0
                ? " with " + Rounded.plain(quoted.taxPct()) + "% tax, or "
                        + perTonne(gap.inFeedCurrency().whole()) + " without"
                : ", or " + perTonne(gap.inFeedCurrency().whole());
        BigDecimal percent = gap.gap().abs().percent();
        return unitValue + ", "
                + perTonne(price.unitValue().value().orElse(Fraction.ZERO).whole()) + ", "
                + (percent.signum() == 0 ? "was that of " : "lay " + percent.toPlainString() + "%" + side(gap))
                + named + " (" + mean + tax + ").";
    }

    private static String unit(Quoted.Price quoted) {
        return switch (quoted.unit()) {
            case T -> "mt";
            case KG -> "kilogram";
            case LB -> "pound";
        };
    }

    private static String lag(Lag lag) {
        String correlation = lag.correlationRounded().toPlainString();
        return " Unit values have "
                + (lag.months() == 0
                        ? "moved with that price in the same month"
                        : "followed that price by " + MONTHS.get(lag.months()))
                + " (correlation " + correlation + " over " + lag.pairs() + " months).";
    }

    private static PriceGap gap(PriceReport price) {
        return price.gap().value().orElseThrow();
    }

    @Override
    public String pricesHeading() {
        return ofMonth("Quoted prices");
    }
}
