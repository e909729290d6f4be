package dev.customsfeed.publish.figures.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.customsfeed.publish.figures.trade.Span;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventWindowsTest {

    private static EventWindows windows(String announced, String inForce) {
        return EventWindows.of(LocalDate.parse(announced), LocalDate.parse(inForce));
    }

    private static String shown(Optional<Span> span) {
        return span.map(months -> months.first() + ".." + months.last()).orElse("none");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-10, 2026-03-01, 2026-01..2026-02, 2026-03..2026-05, ''",
        "2025-07-07, 2025-10-01, 2025-07..2025-09, 2025-10..2025-12, ''",
        // In force after the tenth: that month is mixed.
        "2026-01-10, 2026-03-10, 2026-01..2026-02, 2026-03..2026-05, ''",
        "2026-01-10, 2026-03-11, 2026-01..2026-02, 2026-04..2026-06, 2026-03",
        // Announced after the tenth: most of that month came before.
        "2023-10-20, 2023-12-01, 2023-11..2023-11, 2023-12..2024-02, 2023-10",
        "2025-12-30, 2026-01-01, none, 2026-01..2026-03, 2025-12",
        // At once.
        "2026-01-06, 2026-01-06, none, 2026-01..2026-03, ''",
        "2026-02-24, 2026-02-24, none, 2026-03..2026-05, 2026-02",
        "2026-02-24, 2026-03-20, none, 2026-04..2026-06, 2026-02 2026-03",
    })
    void months_before_and_after_the_force(
            String announced, String inForce, String anticipation, String after, String leftOut) {
        EventWindows windows = windows(announced, inForce);
        assertThat(shown(windows.anticipation())).isEqualTo(anticipation);
        assertThat(shown(windows.after())).isEqualTo(after);
        assertThat(String.join(
                        " ", windows.leftOut().stream().map(YearMonth::toString).toList()))
                .isEqualTo(leftOut);
        YearMonth month = YearMonth.from(LocalDate.parse(announced));
        assertThat(windows.norm()).isEqualTo(new Span(month.minusMonths(12), month.minusMonths(1)));
        assertThat(windows.isOver()).isTrue();
    }

    @Test
    void months_that_are_not_over_are_not_in_them() {
        EventWindows windows = windows("2026-01-12", "2026-04-11").until(YearMonth.of(2026, 2));
        assertThat(shown(windows.anticipation())).isEqualTo("2026-02..2026-02");
        assertThat(shown(windows.after())).isEqualTo("none");
        assertThat(windows.isOver()).isFalse();
        assertThat(windows.leftOut()).isEqualTo(new java.util.TreeSet<>(List.of(YearMonth.of(2026, 1))));
        assertThat(windows("2026-01-12", "2026-04-11")
                        .until(YearMonth.of(2026, 1))
                        .anticipation())
                .isEmpty();
        assertThat(shown(windows("2026-01-01", "2026-01-01")
                        .until(YearMonth.of(2026, 2))
                        .after()))
                .isEqualTo("2026-01..2026-02");
        assertThat(windows("2026-01-01", "2026-01-01")
                        .until(YearMonth.of(2026, 3))
                        .isOver())
                .isTrue();
    }

    @Test
    void nothing_comes_into_force_before_it_is_announced() {
        assertThatThrownBy(() -> windows("2026-01-02", "2026-01-01"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2026-01-02")
                .hasMessageContaining("2026-01-01");
    }
}
