package dev.customsfeed.publish.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.publish.report.Feeds;
import dev.customsfeed.publish.report.TradeFiles;
import dev.customsfeed.publish.statistics.Cycle;
import dev.customsfeed.publish.statistics.Span;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    private static NavigableSet<YearMonth> months(String months) {
        return Arrays.stream(months.split(" ")).map(YearMonth::parse).collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-08, August 2025, 2025年8月",
        "2023-01 2023-02 2023-03, January to March 2023, 2023年1-3月",
        "2025-08 2025-10, August and October 2025, 2025年8月、10月",
        "2023-01 2023-02 2023-08 2024-01, 'January to February, August 2023 and January 2024', 2023年1-2月、8月、2024年1月",
        "2024-11 2024-12 2025-01, November 2024 to January 2025, 2024年11月至2025年1月",
        "2024-03 2024-12 2025-01, March 2024 and December 2024 to January 2025, 2024年3月、2024年12月至2025年1月"
    })
    void months_in_a_row_are_drawn_together_and_a_year_is_said_once(String months, String english, String chinese) {
        assertThat(English.months(months(months))).isEqualTo(english);
        assertThat(Chinese.months(months(months))).isEqualTo(chinese);
    }

    @Test
    void half_years_and_quarters_have_names() {
        Span third = new Span(YearMonth.of(2025, 7), YearMonth.of(2025, 9));
        Span second = new Span(YearMonth.of(2025, 7), YearMonth.of(2025, 12));
        assertThat(English.cycle(Cycle.QUARTER, third)).isEqualTo("the third quarter of 2025");
        assertThat(English.cycle(Cycle.HALF_YEAR, second)).isEqualTo("the second half of 2025");
        assertThat(Chinese.cycle(Cycle.QUARTER, third)).isEqualTo("2025年三季度");
        assertThat(Chinese.cycle(Cycle.HALF_YEAR, second)).isEqualTo("2025年下半年");
    }

    @Test
    void every_region_of_a_report_has_a_name() {
        List<String> regions = new TradeFiles(Feeds.metals())
                .put("incoming/hs=1000+2000/a.csv", "10000001 2025-01 111 1000 10").report("2025-01").regions().stream()
                        .map(region -> region.id())
                        .toList();
        assertThat(regions).hasSize(8).allSatisfy(id -> {
            assertThat(English.region(id)).isNotBlank();
            assertThat(Chinese.region(id)).isNotBlank();
        });
    }

    @Test
    void a_currency_without_a_name_is_its_code() {
        assertThat(Chinese.currency("USD")).isEqualTo("美元");
        assertThat(Chinese.currency("XDR")).isEqualTo("XDR");
    }
}
