package dev.customsfeed.publish.words.language;

import dev.customsfeed.ledger.Flow;
import dev.customsfeed.publish.figures.missing.MissingFigures.Needed;
import dev.customsfeed.publish.figures.missing.MissingFigures.Reason;
import dev.customsfeed.publish.figures.missing.MissingFigures.Why;
import dev.customsfeed.publish.figures.missing.MissingFigures.Why.AbsenceUndeclared;
import dev.customsfeed.publish.figures.missing.MissingFigures.Why.NoFile;
import dev.customsfeed.publish.figures.missing.MissingFigures.Why.OtherFiles;
import dev.customsfeed.publish.figures.missing.MissingFigures.Why.PagesUncounted;
import dev.customsfeed.publish.figures.missing.MissingFigures.Why.PartOnly;
import dev.customsfeed.publish.figures.missing.MissingFigures.Why.ScopesDiffer;
import dev.customsfeed.publish.figures.missing.MissingFigures.Why.Withdrawn;
import java.util.Collection;
import java.util.List;

/** The sentences of one language that say why months of a product are missing. */
public abstract class MissingSentences {

    /** Of many codes, as many are named as somebody reads. */
    private static final int NAMED = 10;

    /** What {@code reason} says, as one or more whole sentences. */
    public final String of(Reason reason) {
        Why why = reason.why();
        if (why instanceof NoFile found) {
            return noFile(found);
        }
        if (why instanceof AbsenceUndeclared found) {
            return absenceUndeclared(found);
        }
        if (why instanceof PagesUncounted found) {
            return pagesUncounted(found);
        }
        if (why instanceof Withdrawn found) {
            return withdrawn(found);
        }
        if (why instanceof PartOnly found) {
            return partOnly(found);
        }
        if (why instanceof ScopesDiffer found) {
            return scopesDiffer(found);
        }
        if (why instanceof OtherFiles found) {
            return otherFiles(found);
        }
        throw new IllegalStateException("found a reason without a sentence: " + why.getClass());
    }

    /** Which files a product without any month needs. */
    public abstract String needed(Needed needed);

    /** See {@link NoFile}. */
    protected abstract String noFile(NoFile why);

    /** See {@link AbsenceUndeclared}. */
    protected abstract String absenceUndeclared(AbsenceUndeclared why);

    /** See {@link PagesUncounted}. */
    protected abstract String pagesUncounted(PagesUncounted why);

    /** See {@link Withdrawn}. */
    protected abstract String withdrawn(Withdrawn why);

    /** See {@link PartOnly}. */
    protected abstract String partOnly(PartOnly why);

    /** See {@link ScopesDiffer}. */
    protected abstract String scopesDiffer(ScopesDiffer why);

    /** See {@link OtherFiles}. */
    protected abstract String otherFiles(OtherFiles why);

    /** The flow that a file has which was to have {@code flow}. */
    protected static Flow opposite(Flow flow) {
        return flow == Flow.EXPORT ? Flow.IMPORT : Flow.EXPORT;
    }

    /** As many of {@code codes} as are named. */
    protected static List<String> some(Collection<String> codes) {
        return codes.stream().limit(NAMED).toList();
    }
}
