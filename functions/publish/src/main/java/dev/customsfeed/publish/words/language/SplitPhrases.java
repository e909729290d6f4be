package dev.customsfeed.publish.words.language;

import dev.customsfeed.publish.figures.report.DimensionFigure;
import java.util.List;

/** What one language says in an article on customs regimes, provinces and states. */
public interface SplitPhrases {

    /** The heading over the month by these dimensions. */
    String splitsHeading(List<String> dimensions);

    /** The largest parts of the month by one dimension, with their shares and their change on a year before; at least one. */
    String split(String dimension, List<DimensionFigure> largest);
}
