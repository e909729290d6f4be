package dev.customsfeed.publish.figures;

import static dev.customsfeed.publish.figures.Months.at;
import static dev.customsfeed.publish.figures.Months.series;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.customsfeed.ledger.Totals;
import dev.customsfeed.publish.figures.trade.MonthlyTotals;
import dev.customsfeed.publish.figures.trade.Span;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class MonthSeriesTest {

    @Test
    void a_sum_over_months_that_are_there() {
        assertThat(series(1, 2, 3).sum(new Span(at(1), at(2))).value()).contains(5L);
        assertThat(series(100, 140).change(Span.of(at(1)), Span.of(at(0))).value())
                .contains(Fraction.of(2, 5));
    }

    @Test
    void months_before_the_first_make_it_too_short_and_those_after_it_incomplete() {
        Span three = new Span(at(-1), at(1));
        assertThat(series(1, 2).sum(three).reason()).contains(new Reason.TooShort(3, 2));
        assertThat(series().sum(three).reason()).contains(new Reason.TooShort(3, 0));
        assertThat(series(1).sum(new Span(at(-3), at(-2))).reason()).contains(new Reason.TooShort(2, 0));
        assertThat(Months.without(series(1, 2, 3), at(1))
                        .sum(new Span(at(0), at(3)))
                        .reason())
                .contains(new Reason.Incomplete(new TreeSet<>(List.of(at(1), at(3)))));
    }

    @Test
    void a_change_from_nothing_has_no_base() {
        assertThat(series(0, 140).change(Span.of(at(1)), Span.of(at(0))).reason())
                .contains(new Reason.NoBase());
    }

    @Test
    void months_are_of_what_counts_and_a_weight_that_is_not_known_is_missing() {
        TreeMap<java.time.YearMonth, Totals> months = new TreeMap<>();
        months.put(at(0), Totals.ofWhole(1, 10, 20));
        months.put(at(1), new Totals(2, 5_000, 1, 0, 7_000));
        MonthlyTotals totals = MonthlyTotals.of(months);
        Span span = new Span(at(-2), at(5));
        assertThat(MonthSeries.netWeights(totals, span).span()).isEqualTo(Span.of(at(0)));
        assertThat(MonthSeries.netWeights(totals, span).in(at(0))).hasValue(10_000);
        assertThat(MonthSeries.values(totals, span).span()).isEqualTo(new Span(at(0), at(1)));
        assertThat(MonthSeries.values(totals, span).in(at(1))).hasValue(7_000);
    }

    @Test
    void several_together_are_known_where_each_is() {
        MonthSeries sum = MonthSeries.sum(List.of(series(1, 2, 3), Months.without(series(10, 20, 30), at(1))));
        assertThat(sum.in(at(0))).hasValue(11);
        assertThat(sum.in(at(1))).isEmpty();
        assertThat(sum.in(at(2))).hasValue(33);
        assertThat(MonthSeries.sum(List.of()).isEmpty()).isTrue();
        assertThat(MonthSeries.sum(List.of(series(1), series())).isEmpty()).isTrue();
        assertThatThrownBy(() -> MonthSeries.sum(List.of()).span()).hasMessageContaining("no month");
    }

    @Test
    void it_can_end_earlier() {
        assertThat(series(1, 2, 3).until(at(1)).in(at(2))).isEmpty();
        assertThat(series(1, 2, 3).until(at(1)).in(at(1))).hasValue(2);
        assertThat(series(1, 2, 3).until(at(-1)).isEmpty()).isTrue();
        assertThat(series().until(at(1)).isEmpty()).isTrue();
    }

    @Test
    void months_in_a_row_end_at_a_gap() {
        assertThat(Months.without(series(1, 2, 3, 4), at(1)).monthsInARow(at(3)))
                .isEqualTo(2);
        assertThat(series(1, 2).monthsInARow(at(1))).isEqualTo(2);
        assertThat(series(1, 2).monthsInARow(at(2))).isZero();
        assertThat(MonthSeries.of(Span.of(at(0)), month -> OptionalLong.empty()).monthsInARow(at(0)))
                .isZero();
    }

    @Test
    void a_finding_is_there_or_says_why_it_is_not() {
        Finding<Long> found = Finding.found(2L);
        Finding<Long> none = Finding.none(new Reason.NoBase());
        assertThat(found.map(two -> two * 3).value()).contains(6L);
        assertThat(found.reason()).isEmpty();
        assertThat(none.map(two -> two * 3).reason()).contains(new Reason.NoBase());
        assertThat(none.value()).isEmpty();
        assertThat(List.of(
                                new Reason.NoBase(),
                                new Reason.TooShort(2, 1),
                                new Reason.Untestable(19, 1),
                                new Reason.WithoutWeight(),
                                new Reason.NoMonths(),
                                new Reason.NoLoss(),
                                new Reason.LeftItsBand(),
                                new Reason.WithinChance(),
                                new Reason.Unchanged(),
                                new Reason.Incomplete(new TreeSet<>(List.of(at(0)))))
                        .stream()
                        .map(Reason::id))
                .containsExactly(
                        "no-base",
                        "too-short",
                        "untestable",
                        "without-weight",
                        "no-months",
                        "no-loss",
                        "left-its-band",
                        "within-chance",
                        "unchanged",
                        "incomplete");
    }
}
