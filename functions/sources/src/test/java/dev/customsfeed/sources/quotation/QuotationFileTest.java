package dev.customsfeed.sources.quotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.customsfeed.sources.key.BegunMonths;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.RejectedFileException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuotationFileTest {

    private static final BegunMonths UPLOADED = new BegunMonths(Instant.parse("2026-01-20T09:00:00Z"));

    @TempDir
    Path folder;

    private QuotationFile price(String text) throws RejectedFileException, IOException {
        return read("incoming/price/id=a/currency=CNY/unit=t/tax=13/f.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private QuotationFile read(String key, byte[] bytes) throws RejectedFileException, IOException {
        return QuotationFile.check(Files.write(folder.resolve("f.csv"), bytes), QuotationKey.parse(key), UPLOADED);
    }

    private Problem rejected(String text) {
        RejectedFileException rejected = catchThrowableOfType(RejectedFileException.class, () -> price(text));
        assertThat(rejected).as(text).isNotNull();
        assertThat(rejected.problems().first()).hasSize(1);
        return rejected.problems().first().get(0);
    }

    private static Map<LocalDate, BigDecimal> days(Object... daysAndValues) {
        Map<LocalDate, BigDecimal> days = new TreeMap<>();
        for (int i = 0; i < daysAndValues.length; i += 2) {
            days.put(LocalDate.parse((String) daysAndValues[i]), new BigDecimal((String) daysAndValues[i + 1]));
        }
        return days;
    }

    @Test
    void a_price_a_day_is_read() throws Exception {
        assertThat(price("date,price\n2025-12-01,15820\n2025-12-02,15900.50\n").observations())
                .isEqualTo(days("2025-12-01", "15820", "2025-12-02", "15900.5"));
    }

    @Test
    void of_low_and_high_the_middle_is_taken_and_that_is_said() throws Exception {
        QuotationFile file = price("date,high,low\n2025-12-01,15841,15800\n");

        assertThat(file.observations()).isEqualTo(days("2025-12-01", "15820.5"));
        assertThat(file.warnings()).containsExactly("The middle of low and high is taken.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uFEFFDate,Price\r\n2025-12-01,15820\r\n",
                "date;price\n2025-12-01;15820\n",
                "date\tprice\n20251201\t15820\n",
                "\"price\",\"date\"\n\"15820.00\",\"2025/12/1\"\n",
                "日期,均价\n2025年12月1日,15820\n",
                "date,price,\n2025-12-01 00:00:00,15820,\n\n"
            })
    void what_can_mean_one_thing_only_is_taken(String text) throws Exception {
        assertThat(price(text).observations()).isEqualTo(days("2025-12-01", "15820"));
    }

    @Test
    void gb18030_and_utf_16_are_read_as_utf_8_is() throws Exception {
        String text = "日期,均价\n2025-12-01,15820\n";
        String key = "incoming/price/id=a/currency=CNY/unit=t/tax=13/f.csv";

        assertThat(read(key, text.getBytes(Charset.forName("GB18030"))).observations())
                .isEqualTo(days("2025-12-01", "15820"));
        assertThat(read(key, ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE))
                        .observations())
                .isEqualTo(days("2025-12-01", "15820"));
    }

    @Test
    void a_date_that_ends_with_the_year_is_taken_where_it_is_one_day_only() throws Exception {
        assertThat(price("date,price\n31/12/2025,15820\n12/30/2025,15900\n05.05.2025,15000\n")
                        .observations())
                .isEqualTo(days("2025-05-05", "15000", "2025-12-30", "15900", "2025-12-31", "15820"));
    }

    @Test
    void a_date_that_can_be_two_days_is_rejected_and_both_are_named() {
        Problem problem = rejected("date,price\n01/02/2025,15820\n");

        assertThat(problem.code()).isEqualTo("bad-date");
        assertThat(problem.line()).isEqualTo(2);
        assertThat(problem.found()).isEqualTo("\"01/02/2025\", which is 1 February 2025 or 2 January 2025");
        assertThat(problem.advice()).startsWith("Write the year first");
    }

    @Test
    void a_number_that_can_be_two_is_rejected_and_both_are_named_unless_others_say_what_a_point_is() throws Exception {
        Problem problem = rejected("date,price\n2025-12-01,15.820\n");
        assertThat(problem.found()).isEqualTo("\"15.820\", which is 15.82 or 15820");

        assertThat(price("date,price\n2025-12-01,15.820\n2025-12-02,15.8\n").observations())
                .isEqualTo(days("2025-12-01", "15.82", "2025-12-02", "15.8"));
        assertThat(read(
                                "incoming/rate/pair=USDCNY/f.csv",
                                "date,rate\n2025-12-01,7.043\n2025-12-02,7.0432\n".getBytes(StandardCharsets.UTF_8))
                        .observations())
                .isEqualTo(days("2025-12-01", "7.043", "2025-12-02", "7.0432"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"15,820\" | which is 15820 or 15.820",
                "\"15,820.5\" | which is 15820.5",
                "\"15.820,5\" | which is 15820.5",
                "\"15820,5\" | which is 15820.5",
                "15 820 | \"15 820\"",
                "1.582E4 | \"1.582E4\"",
                "¥15820 | \"¥15820\"",
                "n/a | \"n/a\""
            })
    void numbers_of_other_habits_are_rejected_with_what_they_may_be(String cell, String found) {
        Problem problem = rejected("date,price\n2025-12-01," + cell + "\n");

        assertThat(problem.code()).isEqualTo("bad-number");
        assertThat(problem.found()).contains(found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not-positive | 2025-12-01,-5",
                "not-positive | 2025-12-01,0.00",
                "bad-number | 2025-12-01,",
                "bad-date | 2025-02-30,15820",
                "bad-date | 2025-12,15820",
                "bad-date | ,15820",
                "date-not-begun | 2026-01-22,15820",
                "date-too-early | 1925-12-01,15820",
                "row-length | 2025-12-01,15820,3",
                "header-again | date,price"
            })
    void a_line_that_is_wrong_is_told(String code, String line) {
        assertThat(rejected("date,price\n" + line + "\n").code()).isEqualTo(code);
    }

    @Test
    void the_day_of_the_upload_is_the_last_wherever_it_began_first() throws Exception {
        assertThat(price("date,price\n2026-01-20,15820\n").observations()).hasSize(1);
    }

    @Test
    void a_day_that_stands_twice_is_rejected_even_with_the_same_price() {
        Problem problem = rejected("date,price\n2025-12-01,15820\n2025/12/1,15820\n");

        assertThat(problem.code()).isEqualTo("day-repeated");
        assertThat(problem.found()).isEqualTo("the day 2025-12-01, which also stands on line 2");
    }

    @Test
    void a_low_above_the_high_is_rejected() {
        assertThat(rejected("date,low,high\n2025-12-01,15900,15800\n").code()).isEqualTo("low-above-high");
    }

    @Test
    void a_price_of_another_magnitude_is_rejected_beside_the_one_before() {
        Problem problem = rejected("date,price\n2025-12-02,1582\n2025-12-01,15820\n2025-12-03,1583\n");

        assertThat(problem.code()).isEqualTo("other-magnitude");
        assertThat(problem.line()).isEqualTo(2);
        assertThat(problem.found()).isEqualTo("1582 on 2025-12-02");
        assertThat(problem.expected()).contains("15820 on 2025-12-01 (line 3)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "header-unknown-column | 2025-12-01,15820",
                "header-unknown-column | date,price (CNY/t)",
                "header-unknown-column | date,rate",
                "header-columns | date,low",
                "header-columns | date,price,low,high",
                "header-repeated-column | date,day,price",
                "no-rows | date,price"
            })
    void a_header_says_what_the_columns_are(String code, String header) {
        RejectedFileException rejected = catchThrowableOfType(RejectedFileException.class, () -> price(header + "\n"));

        assertThat(rejected.problems().first().get(0).code()).isEqualTo(code);
    }

    @Test
    void nothing_else_than_a_table_is_taken() {
        assertThat(rejected("<!DOCTYPE html><html></html>\n").code()).isEqualTo("other-format");
        assertThat(rejected("").code()).isEqualTo("file-empty");
    }

    @Test
    void a_file_has_so_many_rows_at_most() {
        String rows = IntStream.rangeClosed(0, 10_000)
                .mapToObj(day -> LocalDate.of(1996, 1, 1).plusDays(day) + ",15820\n")
                .collect(Collectors.joining());

        assertThat(rejected("date,price\n" + rows).code()).isEqualTo("too-many-rows");
    }

    @Test
    void all_that_is_wrong_is_told_at_once() {
        RejectedFileException rejected = catchThrowableOfType(
                RejectedFileException.class,
                () -> price("date,price\n2025-12-01,x\n01/02/2025,5\n2025-12-02,1\n2025-12-02,2\n"));

        assertThat(rejected.problems().first())
                .extracting(Problem::code)
                .isEqualTo(List.of("bad-number", "bad-date", "day-repeated"));
        assertThat(rejected.layout()).contains("price");
    }
}
