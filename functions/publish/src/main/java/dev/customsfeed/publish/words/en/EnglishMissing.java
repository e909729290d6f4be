package dev.customsfeed.publish.words.en;

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

/** Why months of a product are missing, in English. */
final class EnglishMissing extends MissingSentences {

    @Override
    public String needed(Needed needed) {
        FeedDefinition feed = needed.feed();
        return "Needed are files of the source " + feed.tradeFlow().source() + " with "
                + English.flows(feed.tradeFlow().flow()) + " of "
                + English.reporter(feed.tradeFlow().reporter()) + " in " + feed.currency() + " that have rows of "
                + listed(needed.product().hs()) + ".";
    }

    @Override
    public String noFile(NoFile why) {
        return "No file has " + English.months(why.months()) + ".";
    }

    @Override
    public String absenceUndeclared(AbsenceUndeclared why) {
        return "The files of " + English.months(why.months()) + " do not list " + listed(why.commodities())
                + " and do not declare that they were asked for "
                + (why.commodities().size() == 1 ? "it" : "them")
                + ".";
    }

    @Override
    public String pagesUncounted(PagesUncounted why) {
        UncountedPages pages = why.pages();
        if (pages.missing().isEmpty()) {
            return "The pages of " + English.months(why.months()) + " do not count: rows are on two of these "
                    + pages.of() + " pages. Download them again.";
        }
        List<String> missing = pages.missing().stream().map(Object::toString).toList();
        return "Of the " + pages.of() + " pages of " + English.months(why.months()) + ", "
                + (missing.size() == 1 ? "page " : "pages ") + English.listed(missing)
                + (missing.size() == 1 ? " is" : " are") + " missing: pages count when all are there.";
    }

    @Override
    public String withdrawn(Withdrawn why) {
        return "The file that had " + English.months(why.months()) + " was deleted, or overwritten by one without it.";
    }

    @Override
    public String partOnly(PartOnly why) {
        return "For " + English.months(why.months()) + ", files have only a part: no file has the whole.";
    }

    @Override
    public String scopesDiffer(ScopesDiffer why) {
        return "What files have of " + English.months(why.months()) + " is of different scope and cannot be added up.";
    }

    @Override
    public String otherFiles(OtherFiles why) {
        return (why.several() ? "These files have " : "This file has ")
                + English.listed(
                        why.misfits().stream().map(EnglishMissing::misfit).toList())
                + ".";
    }

    private static String misfit(Misfit misfit) {
        if (misfit instanceof OtherSource other) {
            return "figures of the source " + other.found() + " where " + other.asked() + " is asked for";
        }
        if (misfit instanceof OtherReporters other) {
            return "trade of " + English.reporters(some(other.found())) + " where that of "
                    + English.reporter(other.asked()) + " is asked for";
        }
        if (misfit instanceof OtherFlow other) {
            return English.flows(opposite(other.asked())) + " where " + English.flows(other.asked()) + " are asked for";
        }
        if (misfit instanceof OtherCurrency other) {
            return "values in " + other.found() + " where " + other.asked() + " is asked for";
        }
        if (misfit instanceof OtherLevel other) {
            return "codes " + listed(other.found()) + " where " + listed(other.asked()) + " is asked for";
        }
        if (misfit instanceof OtherCodeLength other) {
            return "codes of " + other.found() + " characters where " + listed(other.asked()) + " is asked for";
        }
        OtherGoods other = (OtherGoods) misfit;
        return (other.found().isEmpty() ? "no commodity" : "codes " + listed(other.found())) + " where "
                + listed(other.asked()) + " is asked for";
    }

    private static String listed(Collection<String> codes) {
        List<String> named = some(codes);
        int more = codes.size() - named.size();
        return more > 0 ? String.join(", ", named) + " and " + more + " more" : English.listed(named);
    }
}
