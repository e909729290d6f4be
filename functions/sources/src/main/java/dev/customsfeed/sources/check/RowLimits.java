package dev.customsfeed.sources.check;

import dev.customsfeed.sources.file.FileLimits;
import dev.customsfeed.sources.layout.Dimension;
import dev.customsfeed.sources.layout.Layout;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.Problems;
import java.util.stream.Collectors;

/** How many rows a file may have, and how much memory what is remembered of them may take. */
final class RowLimits {

    private static final long BYTES_OF_A_MEGABYTE = 1_000_000;

    private final FileLimits limits;
    private final Layout layout;
    private final Problems problems;
    private long held;

    RowLimits(FileLimits limits, Layout layout, Problems problems) {
        this.limits = limits;
        this.layout = layout;
        this.problems = problems;
    }

    /** Adds a row of which something is remembered; whether it is one too many. */
    boolean isOneTooMany(long line) {
        if (++held <= limits.maxRows()) {
            return false;
        }
        problems.add(Problem.ofLine(
                "rows-too-many",
                line,
                "more than " + limits.maxRows() + " rows",
                "at most " + limits.maxRows() + " rows",
                "Split the file by commodity or month."));
        return true;
    }

    /**
     * Whether what is remembered takes too much memory.
     *
     * @param bytes that all of it takes
     * @param sums how many sums of a commodity's month there are
     * @param rows how many rows were read
     * @param line up to which they were
     */
    boolean isTooMuchMemory(long bytes, int sums, long rows, long line) {
        if (bytes <= limits.maxMemory()) {
            return false;
        }
        String most = limits.maxMemory() / BYTES_OF_A_MEGABYTE + " MB";
        problems.add(Problem.ofLine(
                "sums-too-many",
                line,
                sums + " sums of a commodity's month by partner" + ofOtherDimensions() + " in " + rows
                        + " rows, which with all that is compared take more than " + most + " of memory",
                "at most " + most + ": 16 to 32 bytes for each row, some 80 for each sum and each commodity's month",
                "Split the file by commodity or month."));
        return true;
    }

    private String ofOtherDimensions() {
        return layout.dimensions().stream()
                .filter(Dimension::split)
                .map(dimension -> " or " + dimension.name())
                .collect(Collectors.joining());
    }
}
