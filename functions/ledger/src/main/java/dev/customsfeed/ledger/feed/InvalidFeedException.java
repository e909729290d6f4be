package dev.customsfeed.ledger.feed;

import java.util.List;
import java.util.stream.Collectors;

/** A text that is not a feed definition; says all that is wrong with it. */
public final class InvalidFeedException extends Exception {

    private final List<FeedProblem> problems;

    /** With at least one problem. */
    public InvalidFeedException(List<FeedProblem> problems) {
        super(problems.stream().map(FeedProblem::toString).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, in the order of the text as far as it is known. */
    public List<FeedProblem> problems() {
        return problems;
    }
}
