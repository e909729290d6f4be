package dev.customsfeed.publish.words.zh;

import dev.customsfeed.ledger.SuspectedPart;
import dev.customsfeed.ledger.SuspectedPart.CodesGone;
import dev.customsfeed.ledger.SuspectedPart.FewPartners;
import dev.customsfeed.ledger.SuspectedPart.PartnersLost;
import dev.customsfeed.ledger.SuspectedPart.Sign;
import dev.customsfeed.ledger.SuspectedPart.UploadedTogether;
import dev.customsfeed.ledger.SuspectedPart.WeightLost;
import dev.customsfeed.publish.figures.report.NoteDetail.Suspected;
import dev.customsfeed.publish.figures.revision.Suspicion;
import dev.customsfeed.publish.figures.trade.Amount;
import dev.customsfeed.publish.figures.trade.PartnerCodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a note says in Chinese of a file that looks like a part of its month: what was noticed, and what to do about it. */
final class ChineseSuspicions {

    private ChineseSuspicions() {}

    static String of(Suspected suspected) {
        Suspicion suspicion = suspected.suspicion();
        SuspectedPart part = suspicion.part();
        String key = part.file().object().key();
        return suspicion
                        .reporter()
                        .map(reporter -> Chinese.reporter(reporter) + "的")
                        .orElse("")
                + suspicion.commodity() + "，" + key + "："
                + String.join("；", clauses(part, suspected.currency(), suspected.codes())) + "。"
                + (part.suggestsPart()
                        ? "如该文件只含当月的一部分，请在其键中声明"
                                + part.declaration()
                                        .map(text -> "：" + text + "/。")
                                        .orElse("。")
                        : "如非本意，请上传含有这些数据的文件。");
    }

    private static List<String> clauses(SuspectedPart part, String currency, PartnerCodes codes) {
        List<String> clauses = new ArrayList<>();
        Amount now = Amount.of(Optional.of(part.file().totals()));
        part.replaced()
                .map(was -> Amount.of(Optional.of(was.totals())))
                .ifPresent(was -> clauses.add(
                        ChineseNotes.amount(was, currency) + "被" + ChineseNotes.amount(now, currency) + "取代"));
        for (Sign sign : part.signs()) {
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
            }
        }
        return clauses;
    }

    private static List<String> keys(UploadedTogether together) {
        return together.others().stream().map(other -> other.object().key()).toList();
    }
}
