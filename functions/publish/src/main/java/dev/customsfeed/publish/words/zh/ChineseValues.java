package dev.customsfeed.publish.words.zh;

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

/** What an article says in Chinese on value, unit value and what a change of value is made of. */
final class ChineseValues extends ChineseWording implements ValuePhrases {

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final Fraction KG_PER_TONNE = Fraction.of(1000);

    ChineseValues(MonthReport report) {
        super(report);
    }

    @Override
    public String valuesHeading() {
        return ofMonth("金额与价格");
    }

    @Override
    public String parts(ValueChange change, Comparison since, boolean only) {
        List<BigDecimal> exact = List.of(change.volume(), change.mix(), change.price());
        boolean tenThousands = exact.stream().anyMatch(part -> part.abs().compareTo(MILLION) >= 0);
        List<BigDecimal> parts = Rounded.together(exact, tenThousands ? 4 : 0, 0);
        BigDecimal whole = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        String unit = (tenThousands ? "万" : "") + currency;
        return flow() + "额" + (since == Comparison.MONTH_ON_MONTH ? "环比" : "同比") + "变动" + amount(whole) + unit + "，其中数量"
                + amount(parts.get(0)) + unit + "，" + (only ? place() : "产品") + "结构" + amount(parts.get(1)) + unit
                + "，价格"
                + amount(parts.get(2)) + unit + "。";
    }

    private static String amount(BigDecimal part) {
        return Rounded.signed(part, part.scale());
    }

    @Override
    public String product(ProductReport product) {
        Amount month = product.figures().month().amount();
        Worth worth = product.figures().worth();
        boolean hasUnitValue = product.analysis().imputed().isEmpty()
                && month.unitValuePerTonne().isPresent();
        return name(product.product()) + "：" + worth(month)
                + inParentheses(changes("", worth.valueMomPct(), worth.valueYoyPct()))
                + (hasUnitValue
                        ? "，均价" + perTonne(month.unitValuePerTonne().getAsLong())
                                + inParentheses(changes("", worth.unitValueMomPct(), worth.unitValueYoyPct()))
                        : "")
                + "。";
    }

    @Override
    public String imputed(Product product, ImputedQuantities found, boolean only) {
        return (only ? "" : name(product)) + "数量在1吨以上的" + found.of() + "个" + place() + "中，有" + found.partners()
                + "个均价完全相同：其数量由来源机构按金额推算，因此不给出均价。";
    }

    @Override
    public String toCheck(Product product, Analysis.ToCheck check) {
        UnusualUnitValue found = check.found();
        long kilograms = found.kilogramsAboveUsual();
        boolean below = found.unitValue().isBelow(found.usual());
        return "待核实：" + (flow == Flow.EXPORT ? "对" : "自") + name(check.partner()) + flow() + "的" + name(product) + "均价"
                + perTonne(found.unitValue().times(KG_PER_TONNE).whole()) + "，其此前" + found.months() + "个月的中位数为"
                + perTonne(found.usual().times(KG_PER_TONNE).whole()) + "，" + (below ? "后者为前者的" : "前者为后者的")
                + found.factor().rounded(2).toPlainString() + "倍；按中位数计，数量应" + (kilograms > 0 ? "少" : "多")
                + Math.abs(kilograms) + "千克。";
    }
}
