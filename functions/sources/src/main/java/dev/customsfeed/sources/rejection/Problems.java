package dev.customsfeed.sources.rejection;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with one file: counts all problems and keeps the first 100. For one thread. */
public final class Problems {

    /** How many are kept. */
    public static final int KEPT = 100;

    private final List<Problem> first = new ArrayList<>();
    private long count;

    /** With no problem yet. */
    public Problems() {}

    /** With one problem. */
    public static Problems of(Problem problem) {
        Problems problems = new Problems();
        problems.add(problem);
        return problems;
    }

    public void add(Problem problem) {
        count++;
        if (first.size() < KEPT) {
            first.add(problem);
        }
    }

    /** How many were added, kept or not. */
    public long count() {
        return count;
    }

    /** The first 100, in the order in which they were added. */
    public List<Problem> first() {
        return List.copyOf(first);
    }

    public boolean isEmpty() {
        return count == 0;
    }

    @Override
    public String toString() {
        return isEmpty() ? "no problem" : count == 1 ? first.get(0).toString() : count + " problems: " + first.get(0);
    }
}
