package dev.customsfeed.publish.figures.report;

import dev.customsfeed.publish.figures.trade.Comparison;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What drove a change: the contributions worth naming, and the sum of all others, so that they add up to it.
 *
 * @param comparison which change
 * @param changePct its size, in percent
 * @param along who went with it, largest first; who rose, where it is zero
 * @param against who went against it, largest first; who fell, where it is zero
 * @param others the sum of those that are not named, in percentage points; empty where that is nothing
 * @param <T> products or partners
 */
public record Drivers<T>(
        Comparison comparison,
        BigDecimal changePct,
        List<Driver<T>> along,
        List<Driver<T>> against,
        Optional<BigDecimal> others) {

    private static final int NAMED_IN_EACH_DIRECTION = 3;
    /** Who contributes less than one in this many of what the largest does is not named. */
    private static final BigDecimal WORTH_NAMING = BigDecimal.TEN;

    /**
     * One contribution.
     *
     * @param part who
     * @param pp how much, in percentage points; not zero
     * @param <T> product or partner
     */
    public record Driver<T>(T part, BigDecimal pp) {}

    /** The drivers of a change among all contributions to it; empty where nothing moved. */
    public static <T> Optional<Drivers<T>> of(Comparison comparison, BigDecimal changePct, List<Driver<T>> parts) {
        List<Driver<T>> moved = parts.stream()
                .filter(part -> part.pp().signum() != 0)
                .sorted(Comparator.comparing((Driver<T> part) -> part.pp().abs())
                        .reversed())
                .toList();
        if (moved.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal least = moved.get(0).pp().abs();
        List<Driver<T>> worthNaming = moved.stream()
                .filter(part -> part.pp().abs().multiply(WORTH_NAMING).compareTo(least) >= 0)
                .toList();
        int direction = changePct.signum() < 0 ? -1 : 1;
        List<Driver<T>> along = first(worthNaming, direction);
        List<Driver<T>> against = first(worthNaming, -direction);
        List<Driver<T>> unnamed = new ArrayList<>(moved);
        unnamed.removeAll(along);
        unnamed.removeAll(against);
        if (unnamed.size() == 1) {
            Driver<T> last = unnamed.remove(0);
            (last.pp().signum() == direction ? along : against).add(last);
        }
        BigDecimal others = unnamed.stream().map(Driver::pp).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Optional.of(new Drivers<>(
                comparison,
                changePct,
                List.copyOf(along),
                List.copyOf(against),
                others.signum() == 0 ? Optional.empty() : Optional.of(others)));
    }

    /** Whether the change is small beside what moved within it: then nobody caused it, one offset another. */
    public boolean isBalance() {
        return Stream.concat(along.stream(), against.stream())
                .anyMatch(driver -> changePct
                                .abs()
                                .multiply(WORTH_NAMING)
                                .compareTo(driver.pp().abs())
                        < 0);
    }

    private static <T> List<Driver<T>> first(List<Driver<T>> parts, int direction) {
        return new ArrayList<>(parts.stream()
                .filter(part -> part.pp().signum() == direction)
                .limit(NAMED_IN_EACH_DIRECTION)
                .toList());
    }
}
