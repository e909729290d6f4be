package dev.customsfeed.publish.words.zh;

import dev.customsfeed.publish.figures.report.DimensionFigure;
import dev.customsfeed.publish.figures.report.DimensionSplit;
import dev.customsfeed.publish.figures.report.MonthReport;
import dev.customsfeed.publish.words.language.SplitPhrases;
import java.util.List;

/** What an article says in Chinese on customs regimes, provinces and states. */
final class ChineseSplits extends ChineseWording implements SplitPhrases {

    ChineseSplits(MonthReport report) {
        super(report);
    }

    @Override
    public String splitsHeading(List<String> dimensions) {
        return ofMonth(listed(dimensions, Chinese::codes));
    }

    @Override
    public String split(String dimension, List<DimensionFigure> largest) {
        String by = dimension.equals(DimensionSplit.PROVINCE) ? "企业注册省份" : Chinese.codes(dimension);
        return by + "：" + listed(largest, ChineseSplits::part) + "。";
    }

    private static String part(DimensionFigure figure) {
        return figure.name().in(LANGUAGE)
                + percent(figure.sharePct().orElseThrow())
                + figure.month().yoyPct().map(yoy -> "（同比" + signed(yoy) + "）").orElse("");
    }
}
