package dev.customsfeed.publish.figures.missing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.UploadLogEntry.CustomsFile;
import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.figures.feed.FeedData;
import dev.customsfeed.publish.figures.feed.FeedTrade;
import dev.customsfeed.publish.figures.missing.MissingFigures.Code;
import dev.customsfeed.publish.figures.missing.MissingFigures.Reason;
import dev.customsfeed.publish.figures.report.Feeds;
import dev.customsfeed.publish.figures.report.TradeFiles;
import dev.customsfeed.publish.words.Languages;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MissingReasonsTest {

    private static final String EXPORTS = "incoming/gacc/flow=export/";

    private final TradeFiles metals = new TradeFiles(Feeds.metals());

    private static MissingFigures missing(FeedData data, int product) {
        Product asked = data.definition().products().get(product);
        return MissingReasons.of(data, FeedTrade.of(data)).get(asked);
    }

    private static Reason only(MissingFigures missing) {
        assertThat(missing.reasons()).hasSize(1);
        return missing.reasons().get(0);
    }

    private static List<String> keys(Reason reason) {
        return reason.files().stream().map(ObjectVersion::key).toList();
    }

    @Test
    void of_a_product_that_has_all_months_nothing_is_missing() {
        metals.put(EXPORTS + "a.csv", "10000001 2025-01 111 1000 10");
        assertThat(missing(metals.data(), 0)).isEqualTo(MissingFigures.NONE);
    }

    @Test
    void a_feed_without_any_file_says_what_it_needs() {
        MissingFigures missing = missing(metals.data(), 1);
        assertThat(missing.reasons()).isEmpty();
        assertThat(Languages.PUBLISHED.of(missing.needed().orElseThrow()).in("en"))
                .isEqualTo(
                        "Needed are files of the source gacc with exports of China in USD that have rows of 20000001 and"
                                + " 20000002.");
        assertThat(Languages.PUBLISHED.of(missing.needed().orElseThrow()).in("zh"))
                .isEqualTo("需要gacc来源、以美元计价的中国出口文件，其中含20000001、20000002。");
    }

    @Test
    void files_in_another_currency_are_named_with_both_currencies() {
        metals.in("CNY").put(EXPORTS + "cny.csv", "10000001 2025-01 111 1000 10");
        Reason reason = only(missing(metals.data(), 0));
        assertThat(reason.code()).isEqualTo(Code.OTHER_CURRENCY);
        assertThat(keys(reason)).containsExactly(EXPORTS + "cny.csv");
        assertThat(reason.months()).containsExactly(YearMonth.of(2025, 1));
        assertThat(Languages.PUBLISHED.of(reason).in("en"))
                .isEqualTo("This file has values in CNY where USD is asked for.");
        assertThat(Languages.PUBLISHED.of(reason).in("zh")).isEqualTo("该文件以元人民币计价，而所需为美元。");
    }

    @Test
    void files_of_the_other_flow_are_found_in_the_log_of_that_flow() {
        FeedDefinition feed = Feeds.metals();
        TradeFiles imports = new TradeFiles(feed).of(Flow.IMPORT);
        imports.put("incoming/gacc/flow=import/i.csv", "10000001 2025-01 111 1000 10");
        List<CustomsFile> elsewhere = imports.data().uploads().customsFiles();
        FeedData own = metals.data();
        FeedData data = new FeedData(feed, own.definitionFile(), own.uploads(), own.months(), elsewhere);
        Reason reason = only(missing(data, 0));
        assertThat(reason.code()).isEqualTo(Code.OTHER_FLOW);
        assertThat(Languages.PUBLISHED.of(reason).in("en"))
                .isEqualTo("This file has imports where exports are asked for.");
        assertThat(Languages.PUBLISHED.of(reason).in("zh")).isEqualTo("该文件为进口，而所需为出口。");
    }

    @Test
    void the_goods_at_another_level_of_the_code_are_named_with_both_codes() {
        TradeFiles germany = new TradeFiles(Feeds.comtrade());
        germany.put("incoming/comtrade/a.csv", "DE/81041100 2025-01 CN 1000 10");
        Reason reason = only(missing(germany.data(), 0));
        assertThat(reason.code()).isEqualTo(Code.OTHER_LEVEL);
        assertThat(Languages.PUBLISHED.of(reason).in("en"))
                .isEqualTo("This file has codes 81041100 where 810411 is asked for.");
    }

    @Test
    void trade_of_another_reporter_is_told_by_its_name() {
        TradeFiles germany = new TradeFiles(Feeds.comtrade());
        germany.put("incoming/comtrade/a.csv", "JP/810411 2025-01 CN 1000 10");
        Reason reason = only(missing(germany.data(), 0));
        assertThat(reason.code()).isEqualTo(Code.OTHER_REPORTER);
        assertThat(Languages.PUBLISHED.of(reason).in("en"))
                .isEqualTo("This file has trade of Japan where that of Germany is asked for.");
    }

    @Test
    void other_goods_are_told_where_the_product_has_no_month_and_nothing_is_nearer() {
        metals.put(EXPORTS + "a.csv", "10000001 2025-01 111 1000 10", "10000001 2025-02 111 1000 10");
        MissingFigures rod = missing(metals.data(), 1);
        assertThat(rod.reasons().stream().map(Reason::code)).containsExactly(Code.ABSENCE_UNDECLARED, Code.OTHER_GOODS);
        assertThat(Languages.PUBLISHED.of(rod.reasons().get(0)).in("en"))
                .isEqualTo(
                        "The files of January to February 2025 do not list 20000001 and 20000002 and do not declare that"
                                + " they were asked for them.");
        assertThat(Languages.PUBLISHED.of(rod.reasons().get(1)).in("en"))
                .isEqualTo("This file has codes 10000001 where 20000001 and 20000002 is asked for.");
    }

    @Test
    void a_month_that_was_reported_without_the_product_names_the_files_that_reported_it_and_no_other() {
        metals.put(EXPORTS + "1.csv", "10000001 2025-01 111 1000 10", "20000001 2025-01 111 1 1")
                .put(EXPORTS + "2.csv", "20000001 2025-02 111 1 1", "20000002 2025-02 111 1 1")
                .put(EXPORTS + "3.csv", "10000001 2025-03 111 1000 10");
        Reason reason = missing(metals.data(), 0).reasons().get(0);
        assertThat(reason.code()).isEqualTo(Code.ABSENCE_UNDECLARED);
        assertThat(reason.months()).containsExactly(YearMonth.of(2025, 2));
        assertThat(keys(reason)).containsExactly(EXPORTS + "2.csv");
    }

    @Test
    void files_that_report_nothing_of_the_reporter_are_not_those_that_left_the_product_out() {
        TradeFiles germany = new TradeFiles(Feeds.comtrade())
                .put("incoming/comtrade/1.csv", "810411 2025-01 CN 1000 10")
                .put("incoming/comtrade/hs=8104/reporters=DE/period=2025-03/3.csv", "810411 2025-03 CN 1000 10")
                .put("incoming/comtrade/2.csv", "DE/810419 2025-02 CN 1000 10")
                .put("incoming/comtrade/2jp.csv", "JP/810411 2025-02 CN 1000 10");
        List<Reason> reasons = missing(germany.data(), 0).reasons();
        assertThat(reasons.stream().map(Reason::code)).contains(Code.ABSENCE_UNDECLARED, Code.OTHER_REPORTER);
        assertThat(keys(reasons.get(0))).containsExactly("incoming/comtrade/2.csv");
    }

    @Test
    void what_is_nearest_to_what_is_asked_for_is_told_first() {
        TradeFiles germany = new TradeFiles(Feeds.comtrade())
                .put("incoming/comtrade/level.csv", "DE/81041100 2025-01 CN 1000 10")
                .in("EUR")
                .of(Flow.EXPORT)
                .put("incoming/comtrade/far.csv", "JP/81041100 2025-01 CN 1000 10");
        assertThat(missing(germany.data(), 0).reasons().get(0).code()).isEqualTo(Code.OTHER_LEVEL);
    }

    @Test
    void pages_that_are_not_all_there_are_named_by_their_numbers() {
        metals.put(EXPORTS + "hs=1000/page=1of3/a.csv", "10000001 2025-01 111 1000 10")
                .put(EXPORTS + "hs=1000/page=3of3/a.csv", "10000001 2025-01 116 1000 10");
        MissingFigures bar = missing(metals.data(), 0);
        Reason reason = only(bar);
        assertThat(bar.needed()).isPresent();
        assertThat(reason.code()).isEqualTo(Code.PAGES_MISSING);
        assertThat(keys(reason)).hasSize(2);
        assertThat(Languages.PUBLISHED.of(reason).in("en"))
                .isEqualTo("Of the 3 pages of January 2025, page 2 is missing: pages count when all are there.");
        assertThat(Languages.PUBLISHED.of(reason).in("zh")).isEqualTo("2025年1月共3页，缺少第2页：全部到齐后才计入。");
    }

    @Test
    void months_of_which_a_part_alone_is_known_are_told_with_the_files_of_the_parts() {
        metals.put(EXPORTS + "partner=111/a.csv", "10000001 2025-01 111 1000 10")
                .put(EXPORTS + "partner=116/a.csv", "10000001 2025-01 116 1000 10");
        Reason reason = only(missing(metals.data(), 0));
        assertThat(reason.code()).isEqualTo(Code.PART_ONLY);
        assertThat(keys(reason)).hasSize(2);
        assertThat(Languages.PUBLISHED.of(reason).in("en"))
                .isEqualTo("For January 2025, files have only a part: no file has the whole.");
    }

    @Test
    void a_month_that_no_file_has_is_told_from_one_whose_file_went_and_from_one_in_another_currency() {
        metals.put(EXPORTS + "1.csv", "10000001 2025-01 111 1000 10")
                .put(EXPORTS + "2.csv", "10000001 2025-02 111 1000 10")
                .put(EXPORTS + "5.csv", "10000001 2025-05 111 1000 10")
                .delete(EXPORTS + "2.csv")
                .in("CNY")
                .put(EXPORTS + "4.csv", "10000001 2025-04 111 1000 10");
        MissingFigures bar = missing(metals.data(), 0);
        assertThat(bar.needed()).isEmpty();
        assertThat(bar.reasons().stream().map(reason -> reason.code() + " " + reason.months()))
                .containsExactly("NO_FILE [2025-03, 2025-04]", "WITHDRAWN [2025-02]", "OTHER_CURRENCY [2025-04]");
        assertThat(bar.reasons().stream()
                        .flatMap(reason ->
                                Stream.of(Languages.PUBLISHED.of(reason).in("en"))))
                .contains(
                        "No file has March to April 2025.",
                        "The file that had February 2025 was deleted, or overwritten by one without it.");
    }

    @Test
    void of_many_files_the_newest_ten_are_named() {
        metals.in("CNY");
        for (int month = 1; month <= 12; month++) {
            metals.put(EXPORTS + month + ".csv", "10000001 2025-" + (month < 10 ? "0" : "") + month + " 111 1000 10");
        }
        Reason reason = only(missing(metals.data(), 0));
        assertThat(reason.months()).hasSize(12);
        assertThat(keys(reason)).hasSize(10).startsWith(EXPORTS + "12.csv", EXPORTS + "11.csv");
        assertThat(Languages.PUBLISHED.of(reason).in("en"))
                .isEqualTo("These files have values in CNY where USD is asked for.");
    }
}
