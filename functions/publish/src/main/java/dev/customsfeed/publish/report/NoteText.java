package dev.customsfeed.publish.report;

import dev.customsfeed.publish.statistics.Amount;
import dev.customsfeed.trade.feed.LocalizedText;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;

/** What notes say. All their words stand here. */
final class NoteText {

    private NoteText() {}

    private static LocalizedText text(String en, String zh) {
        return new LocalizedText(new TreeMap<>(Map.of("en", en, "zh", zh)));
    }

    static LocalizedText commodityMissing(String commodity, YearMonth month) {
        return text(
                "No file has " + month + ": the figures of " + commodity
                        + " are not known. Upload the customs file of that month.",
                "没有" + month + "的文件：" + commodity + "的数据未知。请上传该月的海关文件。");
    }

    static LocalizedText absenceUndeclared(String commodity, YearMonth month) {
        String declaration = "hs=" + commodity.substring(0, 4) + "/";
        return text(
                "The files of " + month + " do not list " + commodity
                        + " and do not declare that they were asked for it, so its figures are not known. If there was no trade, "
                        + "upload the file under a path that declares what it was asked for, e.g. " + declaration,
                month + "的文件未列出" + commodity + "，也未声明查询过该商品，故数据未知。如确无贸易，请把文件上传到声明了查询范围的路径下，例如" + declaration);
    }

    static LocalizedText monthsMissing(NavigableSet<YearMonth> months) {
        return text("Not known where a month is missing: " + ranges(months), "缺少以下月份，无法计算：" + ranges(months));
    }

    static LocalizedText productsUnknown(Collection<String> products) {
        String ids = String.join(", ", products);
        return text("Not known, because these products are not: " + ids, "以下产品数据未知，无法计算：" + ids);
    }

    static LocalizedText totalUnknown() {
        return text("Not known, because the total is not.", "总数未知，无法计算。");
    }

    static LocalizedText baseMissing(NavigableSet<YearMonth> months) {
        return text("No change can be given: missing is " + ranges(months), "无法计算变化，缺少月份：" + ranges(months));
    }

    static LocalizedText baseZero() {
        return text("No change can be given: it was zero before.", "基期为零，无法计算变化。");
    }

    static LocalizedText baseZero(Collection<String> which) {
        String ids = String.join(", ", which);
        return text("No change can be given for those that were zero before: " + ids, "以下各项基期为零，无法计算变化：" + ids);
    }

    static LocalizedText netWeightMissing() {
        return text("Rows of the customs file do not report a net weight.", "海关文件中有记录未报净重。");
    }

    static LocalizedText netWeightMissing(Collection<String> which) {
        String ids = String.join(", ", which);
        return text("Rows of the customs file do not report a net weight: " + ids, "海关文件中有记录未报净重：" + ids);
    }

    static LocalizedText netWeightZero() {
        return text(
                "The net weight is zero: there is no unit value, no share and no concentration.", "净重为零，无单价、无份额、无集中度。");
    }

    static LocalizedText netWeightZero(Collection<String> which) {
        String ids = String.join(", ", which);
        return text("The net weight is zero, so there is no unit value: " + ids, "净重为零，无单价：" + ids);
    }

    static LocalizedText unknownPartners(Collection<String> codes) {
        String list = String.join(", ", codes);
        return text(
                "Partner codes that the code list does not have; they count, under no region: " + list,
                "代码表中没有的贸易伙伴代码；计入总数，不归入任何地区：" + list);
    }

    static LocalizedText unspecifiedPartners(Collection<LocalizedText> names) {
        return text(
                "Left out, because nobody named them: "
                        + String.join(
                                "; ", names.stream().map(name -> name.in("en")).toList()),
                "因未指明国别而不计入："
                        + String.join(
                                "；", names.stream().map(name -> name.in("zh")).toList()));
    }

    static LocalizedText revision(Revision revision, String currency) {
        String what = revision.commodity();
        String key = revision.by().object().key();
        String when = revision.at().atZone(ZoneOffset.UTC).toLocalDate().toString();
        String from = revision.from().map(amount -> amount(amount, currency)).orElse("");
        String to = revision.to().map(amount -> amount(amount, currency)).orElse("");
        boolean splitOnly = revision.from().equals(revision.to());
        return switch (revision.kind()) {
            case REVISED -> {
                String en = what + " was revised by " + key + " on " + when + ": ";
                String zh = what + "于" + when + "由" + key + "修订：";
                yield splitOnly
                        ? text(en + "the total stayed, its split over partners changed.", zh + "总数不变，伙伴分布有变。")
                        : text(en + "from " + from + " to " + to + ".", zh + "由" + from + "改为" + to + "。");
            }
            case RESTORED -> {
                String en = what + " came again on " + when + " with " + key + ": ";
                String zh = what + "于" + when + "随" + key + "恢复：";
                yield from.isEmpty()
                        ? text(en + to + ".", zh + to + "。")
                        : text(en + "from " + from + " to " + to + ".", zh + "由" + from + "改为" + to + "。");
            }
            case WITHDRAWN -> {
                String en = what + " was withdrawn on " + when + " with the file in " + key + ": ";
                String zh = what + "于" + when + "随" + key + "中的文件撤回：";
                yield to.isEmpty()
                        ? text(en + from + " no longer counts.", zh + from + "已不再计入。")
                        : splitOnly
                                ? text(en + "the total stayed, its split over partners changed.", zh + "总数不变，伙伴分布有变。")
                                : text(en + "from " + from + " to " + to + ".", zh + "由" + from + "改为" + to + "。");
            }
        };
    }

    static LocalizedText revisedBefore(NavigableSet<YearMonth> months) {
        return text(
                "Earlier months of the year were revised after they first arrived, and the cumulative figures with them: "
                        + ranges(months) + ".",
                "年内此前月份首次到达后有修订，累计数据随之变动：" + ranges(months) + "。");
    }

    static LocalizedText refused(String key, String reason, boolean another) {
        return text(
                key + " was refused (" + reason + "). "
                        + (another ? "The version before it goes on counting." : "Nothing of it counts."),
                key + "被拒收（" + reason + "）。" + (another ? "此前的版本继续有效。" : "其内容不计入。"));
    }

    static LocalizedText sample() {
        return text("The figures are made of sample files; they are not customs data.", "数据来自样例文件，并非海关数据。");
    }

    /** In figures and signs that need no translation. */
    private static String amount(Amount amount, String currency) {
        String weight = amount.netWeightKg().isPresent()
                ? String.format(Locale.ROOT, "%,d kg", amount.netWeightKg().getAsLong())
                : "? kg";
        return weight + String.format(Locale.ROOT, " / %,d %s", amount.value().orElseThrow(), currency);
    }

    /** Months with those in a row drawn together, e.g. {@code 2024-01 – 2024-06, 2024-09}. */
    static String ranges(NavigableSet<YearMonth> months) {
        StringBuilder text = new StringBuilder();
        for (YearMonth month : months) {
            boolean goesOn = months.contains(month.minusMonths(1));
            boolean ends = !months.contains(month.plusMonths(1));
            if (!goesOn) {
                text.append(text.isEmpty() ? "" : ", ").append(month);
            } else if (ends) {
                text.append(" – ").append(month);
            }
        }
        return text.toString();
    }
}
