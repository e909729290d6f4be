package dev.customsfeed.sources.check;

import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.Problems;

/** A sum of figures that does not fit: told once a file, for each row behind it would have it too. */
final class SumTooLarge {

    private final Problems problems;
    private boolean told;

    SumTooLarge(Problems problems) {
        this.problems = problems;
    }

    /** Tells that the sum of the figures up to a line does not fit. */
    void tell(long line) {
        if (!told) {
            problems.add(Problem.ofLine(
                    "sum-too-large",
                    line,
                    "figures whose sum is too large",
                    "figures of real trade",
                    "Check the figures up to this line: some have too many digits."));
        }
        told = true;
    }
}
