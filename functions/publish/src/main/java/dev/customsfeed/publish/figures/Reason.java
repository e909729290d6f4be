package dev.customsfeed.publish.figures;

import java.time.YearMonth;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** Why there is no finding. */
public sealed interface Reason {

    /** Its name in reports, e.g. {@code too-short}. */
    String id();

    /**
     * The months do not reach back far enough.
     *
     * @param needed how many months in a row it takes
     * @param there how many there are, fewer than needed
     */
    record TooShort(int needed, int there) implements Reason {
        @Override
        public String id() {
            return "too-short";
        }
    }

    /**
     * Months are missing among those that it takes.
     *
     * @param missing which, at least one
     */
    record Incomplete(SortedSet<YearMonth> missing) implements Reason {

        /** Keeps a copy. */
        public Incomplete {
            missing = Collections.unmodifiableSortedSet(new TreeSet<>(missing));
        }

        @Override
        public String id() {
            return "incomplete";
        }
    }

    /** What it would be held against is zero. */
    record NoBase() implements Reason {
        @Override
        public String id() {
            return "no-base";
        }
    }

    /** Something has a value and no net weight, so that it has no unit value. */
    record WithoutWeight() implements Reason {
        @Override
        public String id() {
            return "without-weight";
        }
    }

    /** Quantities were made up by the source from values, so that unit values say nothing. */
    record QuantityImputed() implements Reason {
        @Override
        public String id() {
            return "quantity-imputed";
        }
    }

    /**
     * There are too few other dates to tell an effect from ordinary swings.
     *
     * @param needed how many other dates it takes
     * @param there how many there are, fewer than needed
     */
    record Untestable(int needed, int there) implements Reason {
        @Override
        public String id() {
            return "untestable";
        }
    }

    /** The months that it is about are not over yet, or there are none. */
    record NoMonths() implements Reason {
        @Override
        public String id() {
            return "no-months";
        }
    }

    /** It is as what it is held against: neither more nor less. */
    record Unchanged() implements Reason {
        @Override
        public String id() {
            return "unchanged";
        }
    }

    /** Nothing was lost that could have gone elsewhere. */
    record NoLoss() implements Reason {
        @Override
        public String id() {
            return "no-loss";
        }
    }

    /** What it was to be held against was itself not as it ordinarily is. */
    record LeftItsBand() implements Reason {
        @Override
        public String id() {
            return "left-its-band";
        }
    }

    /** No file has the price or rate in the month. */
    record NotQuoted() implements Reason {
        @Override
        public String id() {
            return "not-quoted";
        }
    }

    /** Two things that should be of one size differ by ten times or more: one of them is in another unit than it is said to be. */
    record OtherMagnitude() implements Reason {
        @Override
        public String id() {
            return "other-magnitude";
        }
    }

    /** What was found could as well be chance. */
    record WithinChance() implements Reason {
        @Override
        public String id() {
            return "within-chance";
        }
    }
}
