package dev.customsfeed.publish.figures.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.publish.figures.report.Movement.Size;
import dev.customsfeed.publish.figures.report.Movement.Turn;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MovementTest {

    private static Movement by(String percent) {
        return new Movement(new BigDecimal(percent));
    }

    @ParameterizedTest
    @CsvSource({
        "0.00, NONE",
        "0.01, SLIGHT",
        "-0.99, SLIGHT",
        "1.00, ORDINARY",
        "-9.99, ORDINARY",
        "10.00, STEEP",
        "-10, STEEP"
    })
    void a_movement_is_steep_from_ten_percent_on_and_slight_below_one(String percent, Size size) {
        assertThat(by(percent).size()).isEqualTo(size);
    }

    @ParameterizedTest
    @CsvSource({"-5, 3, BACK", "5, -3, BACK", "5, 3, FURTHER", "-5, -3, FURTHER", "0, 3, AFRESH", "5, 0, AFRESH"})
    void what_turns_against_the_movement_before_recovers_or_falls_back(String before, String now, Turn turn) {
        assertThat(by(now).after(by(before))).isEqualTo(turn);
    }
}
