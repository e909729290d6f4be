package dev.customsfeed.publish.figures.report;

import dev.customsfeed.publish.figures.trade.Comparison;
import dev.customsfeed.publish.figures.trade.Contributions;
import dev.customsfeed.publish.figures.trade.Reading;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a part contributes to the changes of what it is a part of, in percentage points; empty where the change is not known.
 *
 * @param momPp to the change on the month before
 * @param yoyPp to the change on the same month a year before
 * @param ytdPp to the change of the cumulative figure on a year before
 */
public record Contribution(Optional<BigDecimal> momPp, Optional<BigDecimal> yoyPp, Optional<BigDecimal> ytdPp) {

    /** Nothing is known. */
    static final Contribution UNKNOWN = new Contribution(Optional.empty(), Optional.empty(), Optional.empty());

    /** The contributions of all parts of {@code whole}, in their order: they add up to its changes as they are shown. */
    static List<Contribution> split(List<Reading> parts, Reading whole) {
        List<Optional<BigDecimal>> mom = Contributions.split(parts, whole, Comparison.MONTH_ON_MONTH);
        List<Optional<BigDecimal>> yoy = Contributions.split(parts, whole, Comparison.YEAR_ON_YEAR);
        List<Optional<BigDecimal>> ytd = Contributions.split(parts, whole, Comparison.CUMULATIVE);
        return IntStream.range(0, parts.size())
                .mapToObj(i -> new Contribution(mom.get(i), yoy.get(i), ytd.get(i)))
                .toList();
    }

    /** The contribution of a part that overlaps with others, rounded on its own. */
    static Contribution single(Reading part, Reading whole) {
        return new Contribution(
                Contributions.single(part, whole, Comparison.MONTH_ON_MONTH),
                Contributions.single(part, whole, Comparison.YEAR_ON_YEAR),
                Contributions.single(part, whole, Comparison.CUMULATIVE));
    }

    /** To the change that {@code comparison} gives. */
    public Optional<BigDecimal> pp(Comparison comparison) {
        return switch (comparison) {
            case MONTH_ON_MONTH -> momPp;
            case YEAR_ON_YEAR -> yoyPp;
            case CUMULATIVE -> ytdPp;
        };
    }
}
