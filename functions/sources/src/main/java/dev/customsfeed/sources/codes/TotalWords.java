package dev.customsfeed.sources.codes;

import java.util.Locale;
import java.util.Set;

/** What people write over a sum. */
public final class TotalWords {

    /** In lower case and without spaces. */
    private static final Set<String> WORDS = Set.of(
            "合计",
            "总计",
            "共计",
            "小计",
            "总值",
            "总额",
            "总和",
            "全部",
            "世界",
            "全球",
            "全世界",
            "世界合计",
            "合計",
            "總計",
            "共計",
            "小計",
            "總值",
            "總額",
            "總和",
            "汇总",
            "总数",
            "全国合计",
            "所有国家",
            "total",
            "totals",
            "grandtotal",
            "subtotal",
            "sum",
            "all",
            "world",
            "worldtotal",
            "allcountries",
            "totalallcountries",
            "totalforallcountries",
            "allpartners");

    private TotalWords() {}

    /** Whether a text is such a word. */
    public static boolean isOne(String text) {
        return WORDS.contains(text.replaceAll("[\\s\\p{Z}:：-]", "").toLowerCase(Locale.ROOT));
    }
}
