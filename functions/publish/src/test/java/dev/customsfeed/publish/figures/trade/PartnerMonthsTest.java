package dev.customsfeed.publish.figures.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.customsfeed.ledger.Totals;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PartnerMonthsTest {

    private static final YearMonth FIRST = YearMonth.of(2019, 9);

    private static PartnerMonths of(YearMonth first, List<Integer> kilograms) {
        return new PartnerMonths(
                first,
                kilograms.stream()
                        .map(weight -> weight == 0 ? null : Totals.ofWhole(1, weight, 2L * weight))
                        .toArray(Totals[]::new));
    }

    private static Map<YearMonth, Totals> naive(YearMonth first, List<Integer> kilograms) {
        Map<YearMonth, Totals> months = new TreeMap<>();
        for (int i = 0; i < kilograms.size(); i++) {
            if (kilograms.get(i) > 0) {
                months.put(first.plusMonths(i), Totals.ofWhole(1, kilograms.get(i), 2L * kilograms.get(i)));
            }
        }
        return months;
    }

    private static Totals sum(Map<YearMonth, Totals> months, Span span) {
        return months.entrySet().stream()
                .filter(month -> span.has(month.getKey()))
                .map(Map.Entry::getValue)
                .reduce(Totals.NONE, Totals::plus);
    }

    private static Span span(int first, int length) {
        return new Span(FIRST.plusMonths(first), FIRST.plusMonths(first + length));
    }

    @Property
    void sums_are_those_of_the_months_that_are_in_view(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 3) Integer> one,
            @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 3) Integer> other,
            @ForAll @IntRange(max = 20) int later,
            @ForAll @IntRange(min = -5, max = 40) int first,
            @ForAll @IntRange(max = 30) int length,
            @ForAll @IntRange(min = -5, max = 50) int asked,
            @ForAll @IntRange(max = 30) int askedLength) {
        Map<YearMonth, Totals> naive = naive(FIRST, one);
        naive(FIRST.plusMonths(later), other).forEach((month, totals) -> naive.merge(month, totals, Totals::plus));
        Span window = span(first, length);
        Span span = span(asked, askedLength);
        PartnerMonths sum = of(FIRST, one).plus(of(FIRST.plusMonths(later), other));
        assertThat(sum.in(span)).isEqualTo(sum(naive, span));

        naive.keySet().removeIf(month -> !window.has(month));
        Optional<PartnerMonths> within = sum.within(window);

        assertThat(within.isPresent()).isEqualTo(!naive.isEmpty());
        within.ifPresent(view -> {
            assertThat(view.in(span)).isEqualTo(sum(naive, span));
            assertThat(view.in(Span.yearToDate(span.last()))).isEqualTo(sum(naive, Span.yearToDate(span.last())));
            assertThat(view.in(span.last())).isEqualTo(sum(naive, Span.of(span.last())));
            assertThat(view.hasTradeIn(span)).isEqualTo(naive.keySet().stream().anyMatch(span::has));
            assertThat(view.plus(view).in(span)).isEqualTo(sum(naive, span).plus(sum(naive, span)));
            assertThat(view.only(month -> month.getMonthValue() % 2 == 0)
                            .map(even -> even.in(span))
                            .orElse(Totals.NONE))
                    .isEqualTo(naive.entrySet().stream()
                            .filter(month -> month.getKey().getMonthValue() % 2 == 0 && span.has(month.getKey()))
                            .map(Map.Entry::getValue)
                            .reduce(Totals.NONE, Totals::plus));
        });
    }

    @Test
    void a_year_that_does_not_fit_is_an_error_for_those_alone_who_ask_for_it() {
        Totals most = new Totals(1, Long.MAX_VALUE, 0, 0, 1);
        YearMonth january = YearMonth.of(2025, 1);
        PartnerMonths months = new PartnerMonths(january, new Totals[] {most, most, Totals.ofWhole(1, 1, 1)});

        assertThat(months.in(Span.of(january))).isEqualTo(most);
        assertThat(months.in(january.plusMonths(1))).isEqualTo(most);
        assertThatThrownBy(() -> months.in(Span.yearToDate(january.plusMonths(1))))
                .isInstanceOf(ArithmeticException.class);
    }
}
