package dev.customsfeed.publish.words.en;

import dev.customsfeed.publish.figures.report.Figures;
import dev.customsfeed.publish.figures.report.MonthFigure;
import dev.customsfeed.publish.figures.report.MonthReport;
import dev.customsfeed.publish.figures.report.ProductReport;
import dev.customsfeed.publish.figures.report.Worth;
import dev.customsfeed.publish.words.language.ProductPhrases;
import dev.customsfeed.publish.words.language.Standing;
import java.util.List;
import java.util.Optional;

/** What an article says in English on products. */
final class EnglishProducts extends EnglishWording implements ProductPhrases {

    EnglishProducts(MonthReport report, ShortNames shortNames) {
        super(report, shortNames);
    }

    @Override
    public String productMonth(ProductReport product) {
        MonthFigure month = product.figures().month();
        String share = product.sharePct()
                .map(known -> " (" + percent(known) + " of the total"
                        + (month.amount().isOfValueAlone() ? " value)" : ")"))
                .orElse("");
        return English.capital(shortName(product.product())) + ": " + limits(product.figures()) + size(month.amount())
                + share + changesOfMonth(", ", product) + standing(product) + ".";
    }

    private static String standing(ProductReport product) {
        return product.isOfValueAlone() ? "" : standing("; ", Standing.of(product.analysis()));
    }

    /** What the figures are limited to, before an amount; nothing where they are of all. */
    private String limits(Figures figures) {
        return limited(figures).isEmpty() && figures.coverage().isOfAllParts() ? "" : flows(figures) + " of ";
    }

    @Override
    public String productWithoutTrade(ProductReport product) {
        return English.capital(shortName(product.product())) + ": there were no " + flows() + limited(product.figures())
                + ".";
    }

    @Override
    public String productYearToDate(ProductReport product, boolean withUnitValue) {
        Figures figures = product.figures();
        return English.capital(shortName(product.product())) + ": " + limits(figures)
                + size(figures.ytd().amount())
                + changeOfYear(", ", figures)
                + (figures.ytd().amount().isOfValueAlone() ? "" : worth(figures, withUnitValue)) + ".";
    }

    private String worth(Figures figures, boolean withUnitValue) {
        if (figures.ytd().amount().value().isEmpty()) {
            return "";
        }
        Worth worth = figures.worth();
        return "; worth " + worth(figures.ytd().amount())
                + inParentheses(worth.ytdValueYoyPct().map(yoy -> signed(yoy)).orElse(""))
                + (withUnitValue && worth.ytdUnitValuePerTonne().orElse(0) > 0
                        ? ", " + perTonne(worth.ytdUnitValuePerTonne().getAsLong())
                                + inParentheses(worth.ytdUnitValueYoyPct()
                                        .map(yoy -> signed(yoy))
                                        .orElse(""))
                        : "");
    }

    @Override
    public String smallerProducts(List<ProductReport> products) {
        return "Smaller lines: "
                + listed(
                        products,
                        product -> shortName(product.product()) + " "
                                + tonnes(product.figures().month().amount())
                                + inParentheses(changesOfMonth("", product)))
                + ".";
    }

    @Override
    public String smallerProductsYearToDate(List<ProductReport> products) {
        return "Smaller lines: "
                + listed(
                        products,
                        product -> shortName(product.product()) + " "
                                + tonnes(product.figures().ytd().amount())
                                + inParentheses(change(product.figures())))
                + ".";
    }

    private String change(Figures figures) {
        return figures.ytd()
                .yoyPct()
                .map(yoy -> signed(yoy) + from(Optional.of(yoy), figures.worth().ytdYearBefore(), false))
                .orElse("");
    }

    @Override
    public String productsHeading() {
        return ofMonth("By product");
    }
}
