package dev.customsfeed.publish.documents.page;

import dev.customsfeed.ledger.Totals;
import dev.customsfeed.publish.figures.trade.Amount;
import dev.customsfeed.publish.figures.trade.Coverage;
import dev.customsfeed.publish.figures.trade.MonthlyTotals;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What parts of the trade are parts of: a product or all together, in months in a row. Each list has an entry for each month.
 *
 * @param coverage where it is known, a number for each coverage, in the order in which they come; months of the same alone can be added up
 * @param amounts known where they are of everybody: of a part of the trade there are no shares
 * @param unpriced whether it has no unit value
 */
record Whole(List<YearMonth> months, List<Optional<Integer>> coverage, List<Amount> amounts, List<Boolean> unpriced) {

    static Whole of(List<YearMonth> months, MonthlyTotals totals, List<Boolean> unpriced) {
        List<Optional<Coverage>> coverage =
                months.stream().map(totals::coverage).toList();
        List<Amount> amounts = months.stream()
                .map(month -> Amount.of(
                        totals.coverage(month).filter(Coverage::isOfAllParts).flatMap(all -> totals.in(month))))
                .toList();
        return new Whole(months, numbered(coverage), amounts, unpriced);
    }

    private static <T> List<Optional<Integer>> numbered(List<Optional<T>> coverage) {
        Map<T, Integer> numbers = new HashMap<>();
        return coverage.stream()
                .map(one -> one.map(known -> numbers.computeIfAbsent(known, any -> numbers.size())))
                .toList();
    }

    /**
     * As much of it as figures of the months from {@code first} on are made of, if they reach back to {@code from}: shares do not reach back,
     * and the numbers of coverages are those that a feed of these months alone would have.
     */
    Whole within(int from, int first, int to) {
        List<Amount> shared = new ArrayList<>(Collections.nCopies(first - from, Amount.UNKNOWN));
        shared.addAll(amounts.subList(first, to));
        return new Whole(
                List.copyOf(months.subList(from, to)),
                numbered(coverage.subList(from, to)),
                List.copyOf(shared),
                List.copyOf(unpriced.subList(from, to)));
    }

    /** What a part has that had no trade in any month: nothing where the whole is known, and nobody knows where it is not. */
    PlainMonths none() {
        return PlainMonths.of(
                coverage.stream().map(known -> known.map(any -> Totals.NONE)).toList());
    }
}
