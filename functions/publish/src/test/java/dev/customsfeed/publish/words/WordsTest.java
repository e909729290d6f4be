package dev.customsfeed.publish.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.ledger.Valuation;
import dev.customsfeed.publish.figures.report.Feeds;
import dev.customsfeed.publish.figures.report.TradeFiles;
import dev.customsfeed.publish.figures.trade.Cycle;
import dev.customsfeed.publish.figures.trade.Span;
import dev.customsfeed.publish.words.en.English;
import dev.customsfeed.publish.words.language.Rounded;
import dev.customsfeed.publish.words.zh.Chinese;
import java.math.BigDecimal;
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

    @ParameterizedTest
    @CsvSource({
        "1079.6, 2, '+1,079.60'",
        "-30000066.665, 2, '−30,000,066.67'",
        "-0.04, 1, 0.0",
        "0, 2, 0.00",
        "0.005, 2, +0.01",
    })
    void a_number_that_is_rounded_to_zero_has_no_sign(BigDecimal number, int decimals, String text) {
        assertThat(Rounded.signedAndGrouped(number, decimals)).isEqualTo(text);
        assertThat(Rounded.signed(number, decimals)).isEqualTo(text.replace(",", ""));
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

    @ParameterizedTest
    @CsvSource({"USD, 美元", "CNY, 元人民币", "BRL, 巴西雷亚尔", "SEK, 瑞典克朗", "QQQ, QQQ"})
    void a_currency_has_a_name_and_what_is_no_currency_is_its_code(String code, String name) {
        assertThat(Chinese.currency(code)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "CN, China, 中国",
        "NL, the Netherlands, 荷兰",
        "US, the United States, 美国",
        "EU27, the European Union of 27, 欧盟27国",
        "QQ, QQ, QQ"
    })
    void a_reporter_has_the_name_of_its_country_or_group(String code, String english, String chinese) {
        assertThat(English.reporter(code)).isEqualTo(english);
        assertThat(Chinese.reporter(code)).isEqualTo(chinese);
    }

    @Test
    void values_say_what_they_include_and_that_they_are_not_alike() {
        assertThat(English.valuation(new TreeSet<>(List.of(Valuation.CIF))))
                .isEqualTo("Values are CIF, with freight and insurance to the importing country's border");
        assertThat(English.valuation(new TreeSet<>(List.of(Valuation.CIF, Valuation.CUSTOMS_VALUE))))
                .isEqualTo(
                        "Values are not all alike: some are CIF, with freight and insurance to the importing country's"
                                + " border, others are customs values, without freight and insurance");
        assertThat(Chinese.valuation(new TreeSet<>(List.of(Valuation.FOB, Valuation.CIF))))
                .isEqualTo("金额口径不一：部分为离岸价（FOB），部分为到岸价（CIF）");
    }
}
