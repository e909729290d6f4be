package dev.customsfeed.publish.figures.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CycleTest {

    @ParameterizedTest
    @CsvSource({
        "HALF_YEAR, 2025-12, 2025-H2 2025-H1 2024-H2 2024-H1",
        "HALF_YEAR, 2025-11, 2025-H1 2024-H2 2024-H1 2023-H2",
        "HALF_YEAR, 2025-06, 2025-H1 2024-H2 2024-H1 2023-H2",
        "HALF_YEAR, 2025-01, 2024-H2 2024-H1 2023-H2 2023-H1",
        "QUARTER, 2025-12, 2025-Q4 2025-Q3 2025-Q2 2025-Q1",
        "QUARTER, 2025-11, 2025-Q3 2025-Q2 2025-Q1 2024-Q4",
        "QUARTER, 2025-02, 2024-Q4 2024-Q3 2024-Q2 2024-Q1"
    })
    void the_last_four_that_are_over_newest_first(Cycle cycle, YearMonth month, String labels) {
        assertThat(cycle.lastComplete(month, 4).stream().map(cycle::label)).containsExactly(labels.split(" "));
    }

    @Test
    void a_quarter_has_its_three_months() {
        assertThat(Cycle.QUARTER.lastComplete(YearMonth.of(2025, 4), 1).get(0).months())
                .containsExactly(YearMonth.of(2025, 1), YearMonth.of(2025, 2), YearMonth.of(2025, 3));
    }

    @Test
    void a_span_does_not_end_before_it_begins() {
        assertThatThrownBy(() -> new Span(YearMonth.of(2025, 2), YearMonth.of(2025, 1)))
                .hasMessageContaining("2025-02")
                .hasMessageContaining("2025-01");
    }
}
