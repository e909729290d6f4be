package dev.customsfeed.publish.words.language;

import dev.customsfeed.publish.figures.course.HighOrLow;
import dev.customsfeed.publish.figures.course.Run;
import dev.customsfeed.publish.figures.report.Analysis;
import java.util.Optional;

/**
 * Where a month stands by the months before it, as far as that is worth telling: from the third month in a row on, and from the highest
 * or lowest of seven on.
 *
 * @param record since when it is the highest or the lowest
 * @param run how many months in a row it rose or fell
 */
public record Standing(Optional<HighOrLow> record, Optional<Run> run) {

    private static final int MONTHS_IN_A_ROW = 3;
    private static final int MONTHS_BEFORE = 6;

    /** What is worth telling of {@code analysis}. */
    public static Standing of(Analysis analysis) {
        return new Standing(
                analysis.record().value().filter(record -> record.months() >= MONTHS_BEFORE),
                analysis.run().value().filter(run -> run.months() >= MONTHS_IN_A_ROW));
    }

    /** Whether nothing is worth telling. */
    public boolean isEmpty() {
        return record.isEmpty() && run.isEmpty();
    }
}
