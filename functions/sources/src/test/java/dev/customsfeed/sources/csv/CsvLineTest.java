package dev.customsfeed.sources.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.sources.file.Encoding;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvLineTest {

    /** A sign that is not the decimal mark parts thousands, or something else: it is never passed over. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1234 | 1234000 | 1234000",
                "1234,5 | 1234500 | -1",
                "1234.5 | -1 | 1234500",
                "0,125 | 125 | -1",
                "1,2500 | 1250 | -1",
                "1,2505 | -1 | -1",
                "1.234,5 | -1 | -1",
                "1,234.5 | -1 | -1",
                "1234, | -1 | -1",
                ",5 | -1 | -1",
                "-1,5 | -1 | -1"
            })
    void a_decimal_number_is_read_by_the_mark_that_its_office_writes(String text, long byComma, long byPoint) {
        CsvLine line = new CsvLine(Encoding.ASCII, 100, 1);
        line.begin(1);
        line.add(text.toCharArray(), 0, text.length());

        assertThat(line.thousandths(0, ',')).isEqualTo(byComma);
        assertThat(line.thousandths(0)).isEqualTo(byPoint);
    }
}
