package dev.customsfeed.publish.words.zh;

import dev.customsfeed.ledger.Part.Dimension;
import dev.customsfeed.ledger.SuspectMonth;
import dev.customsfeed.ledger.SuspectMonth.CodesGone;
import dev.customsfeed.ledger.SuspectMonth.FewPartners;
import dev.customsfeed.ledger.SuspectMonth.Likely;
import dev.customsfeed.ledger.SuspectMonth.PartnersLost;
import dev.customsfeed.ledger.SuspectMonth.Sign;
import dev.customsfeed.ledger.SuspectMonth.UploadedTogether;
import dev.customsfeed.ledger.SuspectMonth.WeightLost;
import dev.customsfeed.ledger.Totals;
import dev.customsfeed.ledger.feed.PolicyEvent;
import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.figures.report.MonthReport;
import dev.customsfeed.publish.figures.revision.NetRevision;
import dev.customsfeed.publish.figures.revision.Suspicion;
import dev.customsfeed.publish.figures.trade.Amount;
import dev.customsfeed.publish.figures.trade.WeightReason;
import dev.customsfeed.publish.words.language.RemarkPhrases;
import dev.customsfeed.publish.words.language.Rounded;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedSet;

/** What an article says in Chinese on events, and what is missing, uncertain or revised. */
final class ChineseRemarks extends ChineseWording implements RemarkPhrases {

    ChineseRemarks(MonthReport report) {
        super(report);
    }

    @Override
    public String event(PolicyEvent event, boolean later) {
        String name = event.name().in(LANGUAGE);
        return (later ? "此后，" : "") + Chinese.day(event.date()) + "：" + name + (name.endsWith("。") ? "" : "。")
                + event.text().map(text -> text.in(LANGUAGE)).orElse("");
    }

    @Override
    public String notListed(List<Product> products) {
        return Chinese.month(period) + "的海关文件未列出" + listed(products, ChineseWording::name) + "，无从判断是没有贸易还是未收录。";
    }

    @Override
    public String weightless(List<Product> products, SortedSet<WeightReason> why) {
        String what = Chinese.month(period) + listed(products, ChineseWording::name) + flow() + "的净重";
        return why.equals(UNREPORTED) ? what + "，海关填报不全。" : what + "不详：" + Chinese.weightReasons(why) + "。";
    }

    @Override
    public String mayBePart() {
        return "所据文件疑似只含当月的一部分，详见最后一节。";
    }

    @Override
    public String suspected(Suspicion suspicion, boolean only) {
        SuspectMonth suspect = suspicion.suspect();
        Product product = suspicion.product();
        String what = suspicion
                        .reporter()
                        .map(reporter -> Chinese.reporter(reporter) + "的")
                        .orElse("")
                + Chinese.month(period)
                + (only && product.hs().size() == 1
                        ? ""
                        : name(product) + (product.hs().size() == 1 ? "" : "（HS " + suspicion.commodity() + "）"))
                + flow();
        List<String> noticed = new ArrayList<>();
        suspect.replaced()
                .ifPresent(was -> noticed.add(
                        level(was.totals()) + "被" + level(suspect.file().totals()) + "取代"));
        for (Sign sign : suspect.signs()) {
            if (sign instanceof CodesGone gone) {
                noticed.add(gone.before() + "个"
                        + (gone.dimension().equals(Dimension.PARTNER.id()) ? place() : Chinese.codes(gone.dimension()))
                        + "中有" + gone.gone().size() + "个不再出现（"
                        + Chinese.named(gone.dimension(), gone.gone(), codes) + "）");
            } else if (sign instanceof WeightLost) {
                noticed.add("净重不再可知");
            } else if (sign instanceof PartnersLost) {
                noticed.add("不再列出" + place());
            } else if (sign instanceof UploadedTogether) {
                noticed.add("十分钟内还上传了同月、但" + place() + "不同的文件");
            } else if (sign instanceof FewPartners few) {
                noticed.add("仅有" + few.partners() + "个" + place() + "，而前后各月的中位数为" + few.median() + "个");
            } else {
                ChineseSuspicions.mistake(sign, codes).ifPresent(noticed::add);
            }
        }
        if (suspect.suggestsPart()) {
            return what + "所据文件疑似只含当月的一部分：" + String.join("，", noticed) + "。如确为一部分，应在文件的键中声明。";
        }
        return suspect.suggests(Likely.MISTAKE)
                ? what + "所据文件可能与其键所声明的不符：" + String.join("，", noticed) + "。"
                : what + "的最新文件缺少此前已知的内容：" + String.join("，", noticed) + "。";
    }

    private String level(Totals totals) {
        return size(Amount.of(Optional.of(totals)));
    }

    @Override
    public String revised(List<NetRevision> revisions, boolean more, boolean only) {
        return "首次公布后有修订："
                + listed(
                        revisions,
                        revision -> by(revision) + (only ? "" : commodity(revision)) + changed(revision),
                        "，")
                + (more ? "等" : "") + "。";
    }

    @Override
    public String revision(NetRevision revision, boolean only) {
        String what = by(revision) + period.getMonthValue() + "月"
                + (only && revision.product().hs().size() == 1 ? "" : commodity(revision)) + flow();
        String day = Chinese.day(revision.day());
        if (revision.isWithdrawn()) {
            return what + "（" + level(revision.from()) + "）已于" + day + "撤回。";
        }
        String how =
                switch (revision.cause()) {
                    case FILE -> "据" + day + "的文件，";
                    case WITHDRAWAL -> day + "一份较新的文件撤回后，";
                    case RESTORATION -> day + "一份已撤回的文件恢复后，";
                };
        if (revision.isHidden()) {
            return how + what + "有修订，变动小于显示的单位。";
        }
        return revision.isBesideAmount()
                ? how + what + "的" + beside(revision) + "有修订，总量仍为" + level(revision.from()) + "。"
                : how + what + changed(revision) + "。";
    }

    private String beside(NetRevision revision) {
        return switch (revision.change()) {
            case SCOPE -> "已知范围";
            case ESTIMATE -> "估算部分";
            case AMOUNT, SPLIT -> place() + "分布";
        };
    }

    private static String by(NetRevision revision) {
        return revision.reporter()
                .map(reporter -> Chinese.reporter(reporter) + "的")
                .orElse("");
    }

    /** The product; with the code of the commodity where it has several. */
    private static String commodity(NetRevision revision) {
        return name(revision.product())
                + (revision.product().hs().size() == 1 ? "" : "（HS " + revision.commodity() + "）");
    }

    /** From what to what an amount changed; by how much where the rounded figures would not show it. */
    private String changed(NetRevision revision) {
        Amount from = revision.from();
        Amount to = revision.to().orElseThrow();
        String percent = revision.changePct()
                .filter(change -> change.signum() != 0)
                .map(change -> "（" + Rounded.signed(change) + "%）")
                .orElse("");
        if (from.netWeightKg().equals(to.netWeightKg())) {
            String before = worth(from);
            String after = worth(to);
            return before.equals(after) ? "金额略有修订" : "金额由" + before + "修订为" + after;
        }
        String before = level(from);
        String after = level(to);
        return before.equals(after)
                ? "修订"
                        + Rounded.signedTonnes(to.netWeightGrams().orElseThrow()
                                - from.netWeightGrams().orElseThrow()) + "吨至" + after
                : "由" + before + "修订为" + after + percent;
    }

    private static String level(Amount amount) {
        return amount.netWeightKg().isPresent() ? tonnes(amount) : "净重不详";
    }

    @Override
    public String revisedBefore(NavigableSet<YearMonth> months) {
        return Chinese.months(months) + "数据在首次公布后有修订，累计数随之变动。";
    }

    @Override
    public String rejected() {
        return "与本月有关的一份海关文件未被接受，不计入数据。";
    }

    @Override
    public String sample() {
        return "本文数据并非海关数据。";
    }

    @Override
    public String sampleHeading() {
        return "样例数据";
    }

    @Override
    public String eventsHeading() {
        return "政策";
    }

    @Override
    public String notesHeading() {
        return "缺失与修订";
    }
}
