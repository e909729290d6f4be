package dev.customsfeed.publish.words.zh;

import dev.customsfeed.publish.figures.report.Figures;
import dev.customsfeed.publish.figures.report.MonthFigure;
import dev.customsfeed.publish.figures.report.MonthReport;
import dev.customsfeed.publish.figures.report.ProductReport;
import dev.customsfeed.publish.words.language.ProductPhrases;
import java.util.List;

/** What an article says in Chinese on products. */
final class ChineseProducts extends ChineseWording implements ProductPhrases {

    ChineseProducts(MonthReport report) {
        super(report);
    }

    @Override
    public String productMonth(ProductReport product, boolean only) {
        MonthFigure month = product.figures().month();
        String share = product.sharePct()
                .filter(known -> !only)
                .map(known -> (month.amount().isOfValueAlone() ? "，占总额的" : "，占总量的") + percent(known))
                .orElse("");
        String unitValue = month.amount().unitValuePerTonne().isPresent()
                ? "，均价" + month.amount().unitValuePerTonne().getAsLong() + currency + "/吨"
                : "";
        return name(product.product()) + "：" + period.getMonthValue() + "月" + flow(product.figures())
                + size(month.amount()) + changes("，", month) + share + unitValue + "。";
    }

    @Override
    public String productWithoutTrade(ProductReport product) {
        return name(product.product()) + "：" + Chinese.month(period) + limited(product.figures()) + "无" + flow() + "。";
    }

    @Override
    public String productYearToDate(Figures product) {
        return yearToDate() + "累计" + flow(product) + size(product.ytd().amount()) + yearOnYear(product.ytd()) + "。";
    }

    @Override
    public String smallerProducts(List<ProductReport> products, boolean cumulative) {
        String text = "其他产品："
                + listed(
                        products,
                        product -> name(product.product())
                                + tonnes(product.figures().month().amount())
                                + inParentheses(changes("", product.figures().month())))
                + "。";
        if (!cumulative) {
            return text;
        }
        return text + yearToDate() + "累计分别为"
                + listed(
                        products,
                        product -> tonnes(product.figures().ytd().amount())
                                + inParentheses(product.figures()
                                        .ytd()
                                        .yoyPct()
                                        .map(yoy -> "同比" + change(yoy))
                                        .orElse("")))
                + "。";
    }

    @Override
    public String productsHeading() {
        return "分产品";
    }
}
