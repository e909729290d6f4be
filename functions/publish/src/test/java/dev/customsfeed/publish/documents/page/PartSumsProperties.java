package dev.customsfeed.publish.documents.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.customsfeed.ledger.Totals;
import dev.customsfeed.publish.figures.trade.Amount;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Sums of parts of the trade, beside a second statement of what they are. */
class PartSumsProperties {

    @Property
    void sums_are_those_of_the_year_so_far_and_of_twelve_months_if_all_of_these_are_known_and_of_one_coverage(
            @ForAll("parts") AnyPart part) {
        PartSums sums = new PartSums(PlainMonths.of(part.traded()), part.whole());

        List<YearMonth> months = part.whole().months();
        for (int at = 0; at < months.size(); at++) {
            assertThat(sums.yearsToDate().get(at))
                    .as("the year up to %s", months.get(at))
                    .isEqualTo(naive(part, at - months.get(at).getMonthValue() + 1, at));
            assertThat(sums.twelveMonths().get(at))
                    .as("twelve months up to %s", months.get(at))
                    .isEqualTo(naive(part, at - 11, at));
        }
    }

    private static Amount naive(AnyPart part, int from, int to) {
        List<Optional<Integer>> coverage = part.whole().coverage();
        if (from < 0
                || coverage.get(to).isEmpty()
                || IntStream.rangeClosed(from, to)
                        .anyMatch(at -> part.traded().get(at).isEmpty()
                                || !coverage.get(at).equals(coverage.get(to)))) {
            return Amount.UNKNOWN;
        }
        return Amount.of(part.traded().subList(from, to + 1).stream()
                        .flatMap(Optional::stream)
                        .reduce(Totals.NONE, Totals::plus))
                .imputed(part.whole().unpriced().subList(from, to + 1).contains(true));
    }

    @Property
    void sums_of_a_year_are_the_same_whatever_else_the_feed_has(@ForAll("parts") AnyPart part) {
        List<YearMonth> months = part.whole().months();
        PartSums all = new PartSums(PlainMonths.of(part.traded()), part.whole());
        for (int first = 0; first < months.size(); first++) {
            int from = Math.max(0, first - 11);
            int to = Math.min(months.size(), first + 13 - months.get(first).getMonthValue());
            PartSums some = new PartSums(
                    PlainMonths.of(part.traded().subList(from, to)),
                    part.whole().within(from, first, to));

            int before = first - from;
            assertThat(some.twelveMonths().subList(before, to - from))
                    .isEqualTo(all.twelveMonths().subList(first, to));
            assertThat(some.yearsToDate().subList(before, to - from))
                    .isEqualTo(all.yearsToDate().subList(first, to));
        }
    }

    @Example
    void no_sum_is_of_more_than_it_is_shown_of() {
        Totals half = Totals.ofWhole(1, 1, Long.MAX_VALUE / 12 / 1000);
        List<YearMonth> months = IntStream.range(0, 13)
                .mapToObj(YearMonth.of(2024, 12)::plusMonths)
                .toList();
        Whole whole = AnyPart.whole(months, i -> Optional.of(0), i -> false);
        assertThat(new PartSums(
                                PlainMonths.of(months.stream()
                                        .map(any -> Optional.of(half))
                                        .toList()),
                                whole)
                        .twelveMonths()
                        .get(12)
                        .value())
                .hasValue(12 * half.valueThousandths() / 1000);

        Totals more = Totals.ofWhole(1, 1, Long.MAX_VALUE / 11 / 1000);
        PlainMonths tooMuch =
                PlainMonths.of(months.stream().map(any -> Optional.of(more)).toList());
        assertThatThrownBy(() -> new PartSums(tooMuch, whole)).isInstanceOf(ArithmeticException.class);
    }

    @Provide
    Arbitrary<AnyPart> parts() {
        return AnyPart.any();
    }
}
