package dev.customsfeed.publish.words.zh;

import dev.customsfeed.ledger.UncountedPages;
import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.ledger.feed.FeedFit.Misfit;
import dev.customsfeed.ledger.feed.FeedFit.OtherCodeLength;
import dev.customsfeed.ledger.feed.FeedFit.OtherCurrency;
import dev.customsfeed.ledger.feed.FeedFit.OtherFlow;
import dev.customsfeed.ledger.feed.FeedFit.OtherGoods;
import dev.customsfeed.ledger.feed.FeedFit.OtherLevel;
import dev.customsfeed.ledger.feed.FeedFit.OtherReporters;
import dev.customsfeed.ledger.feed.FeedFit.OtherSource;
import dev.customsfeed.publish.figures.missing.MissingFigures.Needed;
import dev.customsfeed.publish.figures.missing.MissingFigures.Why.AbsenceUndeclared;
import dev.customsfeed.publish.figures.missing.MissingFigures.Why.NoFile;
import dev.customsfeed.publish.figures.missing.MissingFigures.Why.OtherFiles;
import dev.customsfeed.publish.figures.missing.MissingFigures.Why.PagesUncounted;
import dev.customsfeed.publish.figures.missing.MissingFigures.Why.PartOnly;
import dev.customsfeed.publish.figures.missing.MissingFigures.Why.ScopesDiffer;
import dev.customsfeed.publish.figures.missing.MissingFigures.Why.Withdrawn;
import dev.customsfeed.publish.words.language.MissingSentences;
import java.util.Collection;
import java.util.List;

/** Why months of a product are missing, in Chinese. */
final class ChineseMissing extends MissingSentences {

    @Override
    public String needed(Needed needed) {
        FeedDefinition feed = needed.feed();
        return "需要" + feed.tradeFlow().source() + "来源、以" + Chinese.currency(feed.currency()) + "计价的"
                + Chinese.reporter(feed.tradeFlow().reporter())
                + Chinese.flow(feed.tradeFlow().flow()) + "文件，其中含"
                + listed(needed.product().hs()) + "。";
    }

    @Override
    public String noFile(NoFile why) {
        return "没有" + Chinese.months(why.months()) + "的文件。";
    }

    @Override
    public String absenceUndeclared(AbsenceUndeclared why) {
        return Chinese.months(why.months()) + "的文件未列出" + listed(why.commodities()) + "，也未声明查询过。";
    }

    @Override
    public String pagesUncounted(PagesUncounted why) {
        UncountedPages pages = why.pages();
        if (pages.missing().isEmpty()) {
            return Chinese.months(why.months()) + "的分页文件不计入：" + pages.of() + "页中有的行重复出现。请重新下载。";
        }
        List<String> missing = pages.missing().stream().map(Object::toString).toList();
        return Chinese.months(why.months()) + "共" + pages.of() + "页，缺少第" + Chinese.listed(missing) + "页：全部到齐后才计入。";
    }

    @Override
    public String withdrawn(Withdrawn why) {
        return "含" + Chinese.months(why.months()) + "的文件已被删除，或被不含该月的文件覆盖。";
    }

    @Override
    public String partOnly(PartOnly why) {
        return "文件只含" + Chinese.months(why.months()) + "的一部分，没有完整文件。";
    }

    @Override
    public String scopesDiffer(ScopesDiffer why) {
        return Chinese.months(why.months()) + "的文件口径不一，无法相加。";
    }

    @Override
    public String otherFiles(OtherFiles why) {
        return (why.several() ? "这些文件" : "该文件")
                + Chinese.listed(
                        why.misfits().stream().map(ChineseMissing::misfit).toList())
                + "。";
    }

    private static String misfit(Misfit misfit) {
        if (misfit instanceof OtherSource other) {
            return "来源为" + other.found() + "，而所需为" + other.asked();
        }
        if (misfit instanceof OtherReporters other) {
            return "报告方为" + Chinese.reporters(some(other.found())) + "，而所需为" + Chinese.reporter(other.asked());
        }
        if (misfit instanceof OtherFlow other) {
            return "为" + Chinese.flow(opposite(other.asked())) + "，而所需为" + Chinese.flow(other.asked());
        }
        if (misfit instanceof OtherCurrency other) {
            return "以" + Chinese.currency(other.found()) + "计价，而所需为" + Chinese.currency(other.asked());
        }
        if (misfit instanceof OtherLevel other) {
            return "商品编码为" + listed(other.found()) + "，而所需为" + listed(other.asked());
        }
        if (misfit instanceof OtherCodeLength other) {
            return "商品编码为" + other.found() + "位，而所需为" + listed(other.asked());
        }
        OtherGoods other = (OtherGoods) misfit;
        return (other.found().isEmpty() ? "没有商品" : "商品编码为" + listed(other.found())) + "，而所需为" + listed(other.asked());
    }

    private static String listed(Collection<String> codes) {
        List<String> named = some(codes);
        return Chinese.listed(named) + (codes.size() > named.size() ? "等" + codes.size() + "个编码" : "");
    }
}
