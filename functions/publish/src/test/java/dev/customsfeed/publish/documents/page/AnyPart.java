package dev.customsfeed.publish.documents.page;

import dev.customsfeed.ledger.Totals;
import dev.customsfeed.publish.figures.trade.Amount;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Any part of the trade in any product, over up to three years: mostly known, of one coverage and with unit values, so that there are sums.
 *
 * @param traded in each month, empty where it is not known
 */
record AnyPart(Whole whole, List<Optional<Totals>> traded) {

    private record Month(Optional<Totals> traded, Optional<Integer> coverage, boolean unpriced, long rest) {}

    static Arbitrary<AnyPart> any() {
        Arbitrary<Optional<Totals>> some = Combinators.combine(
                        Arbitraries.longs().between(0, 5_000_000),
                        Arbitraries.longs().between(0, 9_000_000))
                .as((grams, value) -> Optional.of(new Totals(1, grams, 0, 0, value)));
        Arbitrary<Optional<Totals>> rare =
                Arbitraries.of(Optional.<Totals>empty(), Optional.of(new Totals(1, 0, 1, 0, 7_000)));
        Arbitrary<Optional<Totals>> traded = Arbitraries.frequencyOf(
                Tuple.of(20, some), Tuple.of(10, Arbitraries.just(Optional.of(Totals.NONE))), Tuple.of(2, rare));
        Arbitrary<Optional<Integer>> coverage = Arbitraries.frequency(
                Tuple.of(40, Optional.of(0)), Tuple.of(1, Optional.of(1)), Tuple.of(1, Optional.<Integer>empty()));
        Arbitrary<Boolean> unpriced = Arbitraries.frequency(Tuple.of(20, false), Tuple.of(1, true));
        Arbitrary<Month> month = Combinators.combine(
                        traded, coverage, unpriced, Arbitraries.longs().between(0, 9_000_000))
                .as(Month::new);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 11).map(YearMonth.of(2023, 1)::plusMonths),
                        month.list().ofMinSize(1).ofMaxSize(36))
                .as(AnyPart::of);
    }

    private static AnyPart of(YearMonth first, List<Month> list) {
        List<YearMonth> months =
                IntStream.range(0, list.size()).mapToObj(first::plusMonths).toList();
        Whole plain =
                whole(months, at -> list.get(at).coverage(), at -> list.get(at).unpriced());
        List<Amount> amounts = list.stream()
                .map(month -> Amount.of(month.coverage()
                        .flatMap(known -> month.traded())
                        .map(part -> part.plus(new Totals(1, month.rest(), 0, 0, month.rest())))))
                .toList();
        return new AnyPart(
                new Whole(months, plain.coverage(), amounts, plain.unpriced()),
                list.stream().map(Month::traded).toList());
    }

    /** What a part is of, without amounts. */
    static Whole whole(List<YearMonth> months, IntFunction<Optional<Integer>> coverage, IntPredicate unpriced) {
        return new Whole(
                months,
                IntStream.range(0, months.size()).mapToObj(coverage).toList(),
                months.stream().map(any -> Amount.UNKNOWN).toList(),
                IntStream.range(0, months.size()).mapToObj(unpriced::test).toList());
    }
}
