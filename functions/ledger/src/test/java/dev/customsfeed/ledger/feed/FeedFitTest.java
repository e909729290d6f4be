package dev.customsfeed.ledger.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.ledger.FileContents;
import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.Reported;
import dev.customsfeed.ledger.SourceRules;
import dev.customsfeed.ledger.TradeFlow;
import dev.customsfeed.ledger.feed.FeedFit.FileFigures;
import dev.customsfeed.ledger.feed.FeedFit.Goods;
import dev.customsfeed.ledger.feed.FeedFit.OtherCodeLength;
import dev.customsfeed.ledger.feed.FeedFit.OtherCurrency;
import dev.customsfeed.ledger.feed.FeedFit.OtherFlow;
import dev.customsfeed.ledger.feed.FeedFit.OtherGoods;
import dev.customsfeed.ledger.feed.FeedFit.OtherLevel;
import dev.customsfeed.ledger.feed.FeedFit.OtherReporters;
import dev.customsfeed.ledger.feed.FeedFit.OtherSource;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FeedFitTest {

    private static final List<String> CODES = List.of("810411");

    private final FeedDefinition feed = new FeedDefinition(
            "magnesium",
            new LocalizedText(new TreeMap<>(Map.of("en", "Magnesium"))),
            new SourceRules(
                    "any",
                    new TreeSet<>(List.of(6, 8)),
                    Optional.empty(),
                    false,
                    new TreeSet<>(List.of("USD", "CNY")),
                    new TreeMap<>()),
            new TradeFlow("any", "DE", Flow.IMPORT),
            "USD",
            false,
            List.of(new Product("ingot", CODES, new LocalizedText(new TreeMap<>(Map.of("en", "Ingot"))))),
            List.of(),
            List.of(),
            List.of(),
            true);

    private static SortedSet<String> set(String... codes) {
        return new TreeSet<>(List.of(codes));
    }

    private static FileFigures file(String source, String reporter, Flow flow, String currency, String... commodities) {
        return file(source, reporter, flow, currency, 10, commodities);
    }

    private static FileFigures file(
            String source, String reporter, Flow flow, String currency, long rows, String... commodities) {
        FileContents contents = new FileContents(
                currency,
                List.of(new Reported(flow, set(reporter), new TreeSet<>(List.of(YearMonth.of(2025, 1))))),
                set(),
                rows == 0 ? OptionalInt.empty() : OptionalInt.of(commodities.length == 0 ? 8 : commodities[0].length()),
                List.of(),
                new TreeSet<>(),
                rows,
                "",
                Optional.empty());
        return new FileFigures(source, contents, set(commodities));
    }

    private FeedFit fit(FileFigures file) {
        return FeedFit.of(feed, CODES, file);
    }

    @Test
    void a_file_with_all_that_is_asked_for_fits() {
        FeedFit fit = fit(file("any", "DE", Flow.IMPORT, "USD", "810411"));
        assertThat(fit).isEqualTo(new FeedFit(List.of(), 0, Goods.SAME));
        assertThat(fit.goods().areRelated()).isTrue();
    }

    @Test
    void each_difference_is_told_with_what_was_found_and_what_was_asked_for() {
        assertThat(fit(file("other", "DE", Flow.IMPORT, "USD", "810411")).misfits())
                .containsExactly(new OtherSource("other", "any"));
        assertThat(fit(file("any", "FR", Flow.IMPORT, "USD", "810411")).misfits())
                .containsExactly(new OtherReporters(set("FR"), "DE"));
        assertThat(fit(file("any", "DE", Flow.EXPORT, "USD", "810411")).misfits())
                .containsExactly(new OtherFlow(new TreeSet<>(List.of(Flow.EXPORT)), Flow.IMPORT));
        assertThat(fit(file("any", "DE", Flow.IMPORT, "CNY", "810411")).misfits())
                .containsExactly(new OtherCurrency("CNY", "USD"));
        assertThat(fit(file("any", "DE", Flow.IMPORT, "USD", "81041100", "85076000"))
                        .misfits())
                .containsExactly(new OtherLevel(set("81041100"), set("810411")));
        assertThat(fit(file("any", "DE", Flow.IMPORT, "USD", "850760")).misfits())
                .containsExactly(new OtherGoods(set("850760"), set("810411")));
        assertThat(fit(file("any", "DE", Flow.IMPORT, "USD", 0)).misfits())
                .containsExactly(new OtherGoods(set(), set("810411")));
    }

    @Test
    void of_a_file_whose_codes_nobody_knows_their_length_is_told() {
        FeedFit fit = fit(file("any", "DE", Flow.IMPORT, "USD"));
        assertThat(fit.goods()).isEqualTo(Goods.UNKNOWN);
        assertThat(fit.misfits()).containsExactly(new OtherCodeLength(8, set("810411")));
        assertThat(fit.goods().areRelated()).isFalse();
    }

    @Test
    void the_same_goods_in_another_currency_are_nearer_than_other_goods() {
        int currency = fit(file("any", "DE", Flow.IMPORT, "CNY", "810411")).distance();
        int level = fit(file("any", "DE", Flow.IMPORT, "USD", "81041100")).distance();
        int unknown = fit(file("any", "DE", Flow.IMPORT, "USD")).distance();
        int goods = fit(file("any", "DE", Flow.IMPORT, "USD", "850760")).distance();
        assertThat(List.of(level, currency, unknown, goods)).isSorted().doesNotHaveDuplicates();
    }
}
