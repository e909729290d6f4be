package dev.customsfeed.publish.figures.course;

import static dev.customsfeed.publish.figures.Months.at;
import static dev.customsfeed.publish.figures.Months.flat;
import static dev.customsfeed.publish.figures.Months.last;
import static dev.customsfeed.publish.figures.Months.series;
import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.publish.figures.Finding;
import dev.customsfeed.publish.figures.Months;
import dev.customsfeed.publish.figures.Reason;
import dev.customsfeed.publish.figures.trade.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TwelveMonthsTest {

    @Test
    void twelve_months_are_held_against_the_twelve_before() {
        List<Long> amounts = new ArrayList<>(flat(12, 100));
        amounts.addAll(flat(12, 125));
        TwelveMonths found = TwelveMonths.of(series(amounts), at(23)).value().orElseThrow();
        assertThat(found.span()).isEqualTo(new Span(at(12), at(23)));
        assertThat(found.sum()).isEqualTo(1500);
        assertThat(found.changePct().value()).contains(new BigDecimal("25.00"));
    }

    @Test
    void twelve_months_with_nothing_to_hold_them_against_are_a_sum_alone() {
        TwelveMonths found =
                TwelveMonths.of(series(flat(23, 1)), at(22)).value().orElseThrow();
        assertThat(found.sum()).isEqualTo(12);
        assertThat(found.change().reason()).contains(new Reason.TooShort(24, 23));
        List<Long> amounts = new ArrayList<>(flat(12, 0));
        amounts.addAll(flat(12, 1));
        assertThat(TwelveMonths.of(series(amounts), at(23))
                        .flatMap(TwelveMonths::change)
                        .reason())
                .contains(new Reason.NoBase());
    }

    @Test
    void a_month_that_is_missing_leaves_no_sum() {
        assertThat(TwelveMonths.of(series(flat(11, 1)), at(10)).reason()).contains(new Reason.TooShort(12, 11));
        assertThat(TwelveMonths.of(Months.without(series(flat(14, 1)), at(9)), at(13))
                        .reason())
                .contains(new Reason.Incomplete(new TreeSet<>(List.of(at(9)))));
    }

    @Property
    void they_are_what_adding_up_gives(@ForAll @Size(min = 24, max = 40) List<@LongRange(max = 500) Long> amounts) {
        int size = amounts.size();
        long now = amounts.subList(size - 12, size).stream().mapToLong(i -> i).sum();
        long before =
                amounts.subList(size - 24, size - 12).stream().mapToLong(i -> i).sum();
        Finding<BigDecimal> pct =
                TwelveMonths.of(series(amounts), last(amounts)).flatMap(TwelveMonths::changePct);
        if (before == 0) {
            assertThat(pct.reason()).contains(new Reason.NoBase());
        } else {
            assertThat(pct.value().orElseThrow().doubleValue())
                    .isCloseTo(100.0 * now / before - 100, org.assertj.core.data.Offset.offset(0.00501));
        }
    }
}
