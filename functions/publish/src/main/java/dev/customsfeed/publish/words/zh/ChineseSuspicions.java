package dev.customsfeed.publish.words.zh;

import dev.customsfeed.ledger.Part;
import dev.customsfeed.ledger.SuspectMonth;
import dev.customsfeed.ledger.SuspectMonth.CodesGone;
import dev.customsfeed.ledger.SuspectMonth.FewPartners;
import dev.customsfeed.ledger.SuspectMonth.Likely;
import dev.customsfeed.ledger.SuspectMonth.NamedOtherwise;
import dev.customsfeed.ledger.SuspectMonth.OtherKind;
import dev.customsfeed.ledger.SuspectMonth.PartnersLost;
import dev.customsfeed.ledger.SuspectMonth.SameAsMonth;
import dev.customsfeed.ledger.SuspectMonth.SameParts;
import dev.customsfeed.ledger.SuspectMonth.Sign;
import dev.customsfeed.ledger.SuspectMonth.SinceJanuary;
import dev.customsfeed.ledger.SuspectMonth.UnitValueFar;
import dev.customsfeed.ledger.SuspectMonth.UnitValueMoved;
import dev.customsfeed.ledger.SuspectMonth.UploadedTogether;
import dev.customsfeed.ledger.SuspectMonth.WeightLost;
import dev.customsfeed.ledger.SuspectMonth.WithJanuary;
import dev.customsfeed.publish.figures.report.NoteDetail.Suspected;
import dev.customsfeed.publish.figures.revision.Suspicion;
import dev.customsfeed.publish.figures.trade.Amount;
import dev.customsfeed.publish.figures.trade.PartnerCodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** What a note says in Chinese of a file that looks like a part of its month, or like another file: what was noticed, and what to do about it. */
final class ChineseSuspicions {

    private ChineseSuspicions() {}

    static String of(Suspected suspected) {
        Suspicion suspicion = suspected.suspicion();
        SuspectMonth suspect = suspicion.suspect();
        String key = suspect.file().object().key();
        return suspicion
                        .reporter()
                        .map(reporter -> Chinese.reporter(reporter) + "的")
                        .orElse("")
                + suspicion.commodity() + "，" + key + "："
                + String.join("；", clauses(suspect, suspected.currency(), suspected.codes())) + "。"
                + String.join("", advice(suspect));
    }

    private static List<String> advice(SuspectMonth suspect) {
        List<String> advice = new ArrayList<>();
        if (suspect.suggestsPart()) {
            advice.add("如该文件只含当月的一部分，请在其键中声明"
                    + suspect.declaration().map(text -> "：" + text + "/。").orElse("。"));
        }
        if (suspect.suggests(Likely.MISTAKE)) {
            advice.add("如该文件与其键所声明的不符，请更正键或上传正确的文件。");
        }
        if (advice.isEmpty()) {
            advice.add("如非本意，请上传含有这些数据的文件。");
        }
        return advice;
    }

    private static List<String> clauses(SuspectMonth suspect, String currency, PartnerCodes codes) {
        List<String> clauses = new ArrayList<>();
        Amount now = Amount.of(Optional.of(suspect.file().totals()));
        suspect.replaced()
                .map(was -> Amount.of(Optional.of(was.totals())))
                .ifPresent(was -> clauses.add(
                        ChineseNotes.amount(was, currency) + "被" + ChineseNotes.amount(now, currency) + "取代"));
        for (Sign sign : suspect.signs()) {
            if (sign instanceof CodesGone gone) {
                clauses.add(gone.before() + "个" + Chinese.codes(gone.dimension()) + "中有"
                        + gone.gone().size() + "个不再出现（" + Chinese.named(gone.dimension(), gone.gone(), codes) + "）");
            } else if (sign instanceof WeightLost) {
                clauses.add("此前已知的净重不再可知");
            } else if (sign instanceof PartnersLost lost) {
                clauses.add("文件未列贸易伙伴，此前已知" + lost.before() + "个");
            } else if (sign instanceof UploadedTogether together) {
                clauses.add(
                        "该文件与" + keys(together).stream().collect(Collectors.joining("、")) + "在十分钟内先后上传，后者也含该月、但贸易伙伴不同");
            } else if (sign instanceof FewPartners few) {
                clauses.add("该文件有" + few.partners() + "个贸易伙伴，而前后各月的中位数为" + few.median() + "个");
            } else {
                mistake(sign, codes).ifPresent(clauses::add);
            }
        }
        return clauses;
    }

    /** What is said, by a note as by an article, of a sign that the file is not what its key says; empty for other signs. */
    static Optional<String> mistake(Sign sign, PartnerCodes codes) {
        if (sign instanceof SinceJanuary since) {
            return Optional.of("该文件的数字不低于" + Chinese.month(since.first()) + "及其后各月之和，可能是自1月起的累计数");
        }
        if (sign instanceof SameAsMonth same) {
            return Optional.of("该文件的数字与" + Chinese.month(same.other()) + "完全相同");
        }
        if (sign instanceof SameParts same) {
            return Optional.of("不同文件对"
                    + Chinese.named(
                            same.parts().first().dimension().id(),
                            same.parts().stream().map(Part::value).toList(),
                            codes)
                    + "给出完全相同的数字，且已相加");
        }
        if (sign instanceof OtherKind kind) {
            return Optional.of("该文件的口径为" + kind(kind.dimension(), kind.now(), codes) + "，" + Chinese.month(kind.other())
                    + "的口径为" + kind(kind.dimension(), kind.before(), codes) + "，两者不可比");
        }
        if (sign instanceof UnitValueMoved moved) {
            return Optional.of("每千克的金额变为" + (moved.higher() ? "五倍以上" : "五分之一以下") + "，数量或金额的单位可能有误");
        }
        if (sign instanceof UnitValueFar far) {
            return Optional.of("每千克的金额为" + Chinese.month(far.other()) + "的" + (far.higher() ? "一百倍以上" : "百分之一以下")
                    + "，两个月中有一个月的数量或金额单位可能有误");
        }
        if (sign instanceof WithJanuary both) {
            return Optional.of("没有文件含" + Chinese.month(both.january()) + "，而该文件的数字约等于"
                    + Chinese.month(both.january().minusYears(1)) + "与次月之和，且为此前各月的1.5倍以上，可能是两个月的合计");
        }
        if (sign instanceof NamedOtherwise name) {
            return Optional.of("文件名写的是" + Chinese.month(name.named()) + "，其数字却计入" + Chinese.month(name.counted()));
        }
        return Optional.empty();
    }

    private static String kind(String dimension, SortedSet<String> values, PartnerCodes codes) {
        String name =
                switch (dimension) {
                    case "basis" -> "进口口径";
                    default -> "计价";
                };
        return name + Chinese.named(dimension, values, codes);
    }

    private static List<String> keys(UploadedTogether together) {
        return together.others().stream().map(other -> other.object().key()).toList();
    }
}
