package dev.customsfeed.sources.rejection;

import java.util.ArrayList;
import java.util.List;

/**
 * What is wrong with one file: counts all problems and keeps the first 100. One that is equal to one of these is not told again: a line
 * that gives several rows has what is wrong with it in each. For one thread.
 */
public final class Problems {

    /** How many are kept. */
    public static final int KEPT = 100;

    private final List<Problem> first = new ArrayList<>();
    private long count;
    private long repeated;

    /** With no problem yet. */
    public Problems() {}

    /** With one problem. */
    public static Problems of(Problem problem) {
        Problems problems = new Problems();
        problems.add(problem);
        return problems;
    }

    /** Adds a problem; one that is there already is counted and not told again. */
    public void add(Problem problem) {
        count++;
        if (first.size() < KEPT) {
            if (first.contains(problem)) {
                repeated++;
            } else {
                first.add(problem);
            }
        }
    }

    /** How many were added, kept or not, those told again as well: whoever asks before and after a row knows whether it is wrong. */
    public long count() {
        return count;
    }

    /** How many there are to tell: those that were added, without those that were there already. */
    public long toTell() {
        return count - repeated;
    }

    /** The first 100, in the order in which they were added. */
    public List<Problem> first() {
        return List.copyOf(first);
    }

    /** Whether none was added. */
    public boolean isEmpty() {
        return count == 0;
    }

    @Override
    public String toString() {
        return isEmpty()
                ? "no problem"
                : toTell() == 1 ? first.get(0).toString() : toTell() + " problems: " + first.get(0);
    }
}
