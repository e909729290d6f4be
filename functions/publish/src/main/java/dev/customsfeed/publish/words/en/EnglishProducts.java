package dev.customsfeed.publish.words.en;

import dev.customsfeed.publish.figures.report.Figures;
import dev.customsfeed.publish.figures.report.MonthFigure;
import dev.customsfeed.publish.figures.report.MonthReport;
import dev.customsfeed.publish.figures.report.ProductReport;
import dev.customsfeed.publish.words.language.ProductPhrases;
import java.util.List;

/** What an article says in English on products. */
final class EnglishProducts extends EnglishWording implements ProductPhrases {

    EnglishProducts(MonthReport report) {
        super(report);
    }

    @Override
    public String productMonth(ProductReport product, boolean only) {
        MonthFigure month = product.figures().month();
        String share = product.sharePct()
                .filter(known -> !only)
                .map(known -> ", or " + percent(known) + " of the total"
                        + (month.amount().isOfValueAlone() ? " value" : ""))
                .orElse("");
        String unitValue = month.amount().unitValuePerTonne().isPresent()
                ? ", at an average of "
                        + whole(month.amount().unitValuePerTonne().getAsLong()) + " " + currency + " per tonne"
                : "";
        return name(product.product()) + ": " + English.monthName(period) + " " + flows(product.figures())
                + " stood at " + size(month.amount()) + changes(", ", month) + share + unitValue + ".";
    }

    @Override
    public String productWithoutTrade(ProductReport product) {
        return name(product.product()) + ": there were no " + flows() + limited(product.figures()) + " in "
                + English.month(period) + ".";
    }

    @Override
    public String productYearToDate(Figures product) {
        return "Cumulative " + flows(product) + " " + yearToDate() + " reached "
                + size(product.ytd().amount()) + yearOnYear(product.ytd()) + ".";
    }

    @Override
    public String smallerProducts(List<ProductReport> products, boolean cumulative) {
        String text = "Smaller lines: "
                + listed(
                        products,
                        product -> shortName(product.product()) + " "
                                + tonnes(product.figures().month().amount())
                                + inParentheses(changes("", product.figures().month())))
                + ".";
        if (!cumulative) {
            return text;
        }
        return text + " " + English.capital(yearToDate()) + " they reached "
                + listed(
                        products,
                        product -> tonnes(product.figures().ytd().amount())
                                + inParentheses(product.figures()
                                        .ytd()
                                        .yoyPct()
                                        .map(yoy -> change(yoy) + " YoY")
                                        .orElse("")))
                + " respectively.";
    }

    @Override
    public String productsHeading() {
        return "By product";
    }
}
