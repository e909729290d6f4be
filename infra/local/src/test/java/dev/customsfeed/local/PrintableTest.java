package dev.customsfeed.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintableTest {

    @ParameterizedTest
    @CsvSource({
        "'\u001B[2J', '\\u001B[2J'",
        "'a\rb', 'a\\u000Db'",
        "'a\nb', 'a\\u000Ab'",
        "'\u009B31m', '\\u009B31m'",
        "'\u202Egnp', '\\u202Egnp'",
        "'a\u2028b', 'a\\u2028b'",
        "'a\u007Fb', 'a\\u007Fb'",
        "'\uD800', '\\uD800'",
        "'\uDB40\uDC41', '\\uDB40\\uDC41'",
        "'镁 (Mg), 50 % – \uD83D\uDE00 ', '镁 (Mg), 50 % – \uD83D\uDE00 '"
    })
    void what_would_do_something_to_a_terminal_is_shown_and_text_stays(String text, String shown) {
        assertThat(Printable.of(text)).isEqualTo(shown);
    }

    @Test
    void a_terminal_is_sent_nothing_else() {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();

        new Terminal(new PrintStream(sent, true, StandardCharsets.UTF_8)).say("title \u001B]0;x\u0007\nfake line");

        assertThat(sent.toString(StandardCharsets.UTF_8))
                .isEqualTo("title \\u001B]0;x\\u0007\\u000Afake line" + System.lineSeparator());
    }
}
