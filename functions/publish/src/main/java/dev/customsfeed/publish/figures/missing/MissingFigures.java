package dev.customsfeed.publish.figures.missing;

import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.UncountedPages;
import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.ledger.feed.FeedFit.Misfit;
import dev.customsfeed.ledger.feed.Product;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Why a product lacks months, or has no more than a part of them.
 *
 * @param needed which files it needs; empty where it has a month
 * @param reasons why, the plainest first; none where nothing is missing
 */
public record MissingFigures(Optional<Needed> needed, List<Reason> reasons) {

    /** Nothing is missing. */
    public static final MissingFigures NONE = new MissingFigures(Optional.empty(), List.of());

    /** The kinds of reasons. */
    public enum Code {
        /** No file has the month. */
        NO_FILE,
        /** Files have the month, but neither list the commodity nor say that there was none. */
        ABSENCE_UNDECLARED,
        /** Pages of one query are not all there. */
        PAGES_MISSING,
        /** Pages of one query hold the same row. */
        PAGES_OVERLAP,
        /** The file that had the month was deleted, or overwritten by one without it. */
        WITHDRAWN,
        /** Files have a part of the month alone. */
        PART_ONLY,
        /** Commodities of the product, or members of the group, are known of different scope, and cannot be added up. */
        SCOPE_DIFFERS,
        /** A file has values in another currency. */
        OTHER_CURRENCY,
        /** A file has the other flow. */
        OTHER_FLOW,
        /** A file has trade of another reporter. */
        OTHER_REPORTER,
        /** A file has the goods at another level of the code. */
        OTHER_LEVEL,
        /** A file has other goods. */
        OTHER_GOODS;

        /** The name in documents, e.g. {@code no-file}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * One reason.
     *
     * @param code its kind
     * @param months the months that it is about; of a product without any month, those that the files have
     * @param files the files that it is about, newest first, of many the newest
     * @param why what there is to say of it, which each language puts into a sentence
     */
    public record Reason(Code code, NavigableSet<YearMonth> months, List<ObjectVersion> files, Why why) {}

    /** Files that {@code product} needs: of what {@code feed} is. */
    public record Needed(FeedDefinition feed, Product product) {}

    /** What a reason says, without the words. */
    public sealed interface Why {

        /** What {@code visitor} makes of it. */
        <R> R accept(Visitor<R> visitor);

        /**
         * Something for each reason, so that a new one does not compile until everybody has it.
         *
         * @param <R> what is made of it
         */
        interface Visitor<R> {

            /** See {@link NoFile}. */
            R noFile(NoFile why);

            /** See {@link AbsenceUndeclared}. */
            R absenceUndeclared(AbsenceUndeclared why);

            /** See {@link PagesUncounted}. */
            R pagesUncounted(PagesUncounted why);

            /** See {@link Withdrawn}. */
            R withdrawn(Withdrawn why);

            /** See {@link PartOnly}. */
            R partOnly(PartOnly why);

            /** See {@link ScopesDiffer}. */
            R scopesDiffer(ScopesDiffer why);

            /** See {@link OtherFiles}. */
            R otherFiles(OtherFiles why);
        }

        /** No file has the months. */
        record NoFile(NavigableSet<YearMonth> months) implements Why {
            @Override
            public <R> R accept(Visitor<R> visitor) {
                return visitor.noFile(this);
            }
        }

        /** Files of the months neither list the commodities nor declare that they were asked for them. */
        record AbsenceUndeclared(SortedSet<String> commodities, NavigableSet<YearMonth> months) implements Why {
            @Override
            public <R> R accept(Visitor<R> visitor) {
                return visitor.absenceUndeclared(this);
            }
        }

        /** Pages of the months are not all there, or overlap where none is missing. */
        record PagesUncounted(UncountedPages pages, NavigableSet<YearMonth> months) implements Why {
            @Override
            public <R> R accept(Visitor<R> visitor) {
                return visitor.pagesUncounted(this);
            }
        }

        /** The file that had the months was deleted, or overwritten by one without them. */
        record Withdrawn(NavigableSet<YearMonth> months) implements Why {
            @Override
            public <R> R accept(Visitor<R> visitor) {
                return visitor.withdrawn(this);
            }
        }

        /** Files have a part of the months alone. */
        record PartOnly(NavigableSet<YearMonth> months) implements Why {
            @Override
            public <R> R accept(Visitor<R> visitor) {
                return visitor.partOnly(this);
            }
        }

        /** What files have of the months is of different scope. */
        record ScopesDiffer(NavigableSet<YearMonth> months) implements Why {
            @Override
            public <R> R accept(Visitor<R> visitor) {
                return visitor.scopesDiffer(this);
            }
        }

        /** What files have instead; {@code several} of them, or one. */
        record OtherFiles(List<Misfit> misfits, boolean several) implements Why {
            @Override
            public <R> R accept(Visitor<R> visitor) {
                return visitor.otherFiles(this);
            }
        }
    }
}
