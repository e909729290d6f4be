package dev.customsfeed.publish.words.zh;

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

/** What an article says in Chinese on prices. */
final class ChinesePrices extends ChineseWording implements PricePhrases {

    ChinesePrices(MonthReport report) {
        super(report);
    }

    @Override
    public String price(ProductReport product, PriceReport price) {
        String unitValue = period.getMonthValue() + "月" + name(product.product()) + flow() + "均价";
        String named = price.reference().name().in("zh");
        return (price.isOpen() ? open(unitValue, named, price) : closed(unitValue, named, price))
                + price.lag().value().map(ChinesePrices::lag).orElse("");
    }

    private static String closed(String unitValue, String named, PriceReport price) {
        PriceGap gap = gap(price);
        String without = price.quoted().orElseThrow().taxPct().signum() > 0 ? "（不含税）" : "";
        return unitValue + side(gap) + named + without + size(gap) + "。";
    }

    private static String size(PriceGap gap) {
        return switch (gap.size()) {
            case UNDER_5 -> "不到5%";
            case FROM_5_TO_15 -> "5%至15%";
            case ABOVE_15 -> "15%以上";
        };
    }

    private static String side(PriceGap gap) {
        return gap.isAbove() ? "高于" : "低于";
    }

    private String open(String unitValue, String named, PriceReport price) {
        PriceGap gap = gap(price);
        Quoted.Price quoted = price.quoted().orElseThrow();
        String mean =
                Rounded.plain(price.average().value().orElseThrow().value().rounded(2))
                        + Chinese.currency(quoted.currency()) + "/" + unit(quoted);
        String tax = quoted.taxPct().signum() > 0 ? "，含税" + Rounded.plain(quoted.taxPct()) + "%，不含税合" : "，合";
        BigDecimal percent = gap.gap().abs().percent();
        String quotation = "（" + mean + tax + perTonne(gap.inFeedCurrency().whole()) + "）";
        return unitValue
                + perTonne(price.unitValue().value().orElse(Fraction.ZERO).whole()) + "，"
                + (percent.signum() == 0
                        ? "与" + named + quotation + "持平"
                        : side(gap) + named + quotation + percent.toPlainString() + "%")
                + "。";
    }

    private static String unit(Quoted.Price quoted) {
        return switch (quoted.unit()) {
            case T -> "吨";
            case KG -> "千克";
            case LB -> "磅";
        };
    }

    private static String lag(Lag lag) {
        return (lag.months() == 0 ? "均价与该价格同月变动" : "均价滞后该价格" + lag.months() + "个月") + "（" + lag.pairs() + "个月的相关系数为"
                + lag.correlationRounded().toPlainString() + "）。";
    }

    private static PriceGap gap(PriceReport price) {
        return price.gap().value().orElseThrow();
    }

    @Override
    public String pricesHeading() {
        return ofMonth("报价");
    }
}
