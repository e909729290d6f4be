package dev.customsfeed.publish.words.zh;

import dev.customsfeed.ledger.feed.PolicyEvent;
import dev.customsfeed.publish.figures.Fraction;
import dev.customsfeed.publish.figures.Reason;
import dev.customsfeed.publish.figures.outlook.Outlook;
import dev.customsfeed.publish.figures.outlook.Outlook.Range;
import dev.customsfeed.publish.figures.report.MonthReport;
import dev.customsfeed.publish.words.language.CoursePhrases.Of;
import dev.customsfeed.publish.words.language.OutlookPhrases;
import java.util.List;
import java.util.TreeSet;

/** What an article says in Chinese on what the coming months come to if things run on as they did. */
final class ChineseOutlook extends ChineseWording implements OutlookPhrases {

    ChineseOutlook(MonthReport report) {
        super(report);
    }

    @Override
    public String outlookHeading() {
        return "展望";
    }

    @Override
    public String none(Reason why) {
        return "不给出展望：" + why(why) + "。";
    }

    private String why(Reason reason) {
        if (reason instanceof Reason.TooShort few) {
            return "需要连续" + few.needed() + "个月的净重，该序列只有" + few.there() + "个月";
        }
        return reason instanceof Reason.Incomplete incomplete
                ? "缺少" + Chinese.months(new TreeSet<>(incomplete.missing())) + "可比的净重数据"
                : "没有" + flow(report.total()) + "的月份过多";
    }

    @Override
    public String ranges(List<Range> ranges) {
        return "若" + flow(report.total()) + "按近况延续，"
                + listed(
                        ranges,
                        range -> target(range) + tonnes(range.expected())
                                + (range.origins() == 0
                                        ? ""
                                        : "（以往" + range.origins() + "次此类区间中" + range.covered() + "次成立）")
                                + "，区间为" + bounds(range),
                        "；")
                + "。";
    }

    private static String target(Range range) {
        return Chinese.span(range.span()) + (range.span().length() > 1 ? "合计" : "");
    }

    private static String bounds(Range range) {
        return tonnes(range.low()) + "至" + tonnes(range.high());
    }

    @Override
    public String products(List<Of<Range>> products) {
        return target(products.get(0).what()) + "分产品："
                + listed(
                        products,
                        of -> name(of.product().orElseThrow())
                                + tonnes(of.what().expected()) + "（" + bounds(of.what()) + "）")
                + "。";
    }

    @Override
    public String last(Outlook.Outcome last) {
        Range range = last.range();
        boolean single = range.span().length() == 1;
        String where = last.held() ? "落在" : Fraction.of(last.actual()).isBelow(range.low()) ? "低于" : "高于";
        return target(range) + "的" + tonnes(last.actual()) + where + (single ? "一个月前" : "两个月前") + "给出的区间"
                + (last.held() ? "之内" : "") + "（" + bounds(range) + "）。";
    }

    @Override
    public String eventInBasis(PolicyEvent event) {
        String name = event.name().in(LANGUAGE).strip();
        return "所依据的三个月处于以下事件前后：" + (name.endsWith("。") ? name : name + "。");
    }

    @Override
    public String ofSamples() {
        return "以上由样例数据算出。";
    }
}
