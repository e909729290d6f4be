package dev.customsfeed.sources.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.TradeFlow;
import dev.customsfeed.sources.Sources;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.RejectedFileException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyDeclarationsTest {

    @Test
    void the_flow_is_all_that_must_be_declared() throws RejectedFileException {
        KeyDeclarations key = Sources.key("incoming/gacc/flow=import/magnesium.csv");

        assertThat(key.log()).isEqualTo(new TradeFlow("gacc", "CN", Flow.IMPORT).key());
        assertThat(key.period()).isEmpty();
        assertThat(key.askedFor()).isEmpty();
        assertThat(key.rowsComplete()).isFalse();
        assertThat(key.packing()).isEqualTo(Packing.PLAIN);
    }

    /** No source requires all of them today; one that is added may require any. */
    @ParameterizedTest
    @EnumSource
    void whatever_a_source_requires_must_be_declared(Declaration required) {
        KeyRules rules = new KeyRules(
                "office",
                Optional.of("SE"),
                Set.of(required),
                Set.of(),
                new TreeMap<>(Map.of(".csv", Packing.PLAIN)),
                8);

        RejectedFileException rejected = catchThrowableOfType(
                RejectedFileException.class, () -> KeyDeclarations.parse("incoming/office/f.csv", rules));

        assertThat(rejected.problems().first()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("key-" + required.id());
            assertThat(problem.found()).isEqualTo("no " + required.id() + "=");
            assertThat(problem.advice()).contains(required.id() + "=");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "incoming/gacc/flow=export/period=2025-12/hs=8104+28044690/rows=complete/magnesium.csv.gz",
                "incoming/gacc/rows=complete/hs=28044690+8104/period=2025-12/flow=export/镁 2025.CSV.GZ",
                "incoming/gacc/team a/hs=8104+28044690+8104/rows=complete//flow=export/old/period=2025-12/a=b.csv.gz"
            })
    void declarations_stand_in_any_order_among_other_folders(String text) throws RejectedFileException {
        KeyDeclarations key = Sources.key(text);

        assertThat(key.flow()).contains(Flow.EXPORT);
        assertThat(key.period()).contains(YearMonth.of(2025, 12));
        assertThat(key.askedFor()).containsExactly("28044690", "8104");
        assertThat(key.rowsComplete()).isTrue();
        assertThat(key.packing()).isEqualTo(Packing.GZIP);
    }

    @ParameterizedTest
    @CsvSource({
        "key-unknown-source, incoming/eurostat/flow=export/f.csv",
        "key-unknown-source, incoming//flow=export/f.csv",
        "key-unknown-source, feeds/gacc/flow=export/f.csv",
        "key-flow, incoming/gacc/f.csv",
        "key-flow, incoming/gacc/flow=/f.csv",
        "key-flow, incoming/gacc/flow=EXPORT/f.csv",
        "key-unknown-declaration, incoming/gacc/flow=export/month=2025-12/f.csv",
        "key-unknown-declaration, incoming/gacc/flow=export/=/f.csv",
        "key-repeated-declaration, incoming/gacc/flow=export/hs=8104/hs=8105/f.csv",
        "key-repeated-declaration, incoming/gacc/flow=export/flow=export/f.csv",
        "key-period, incoming/gacc/flow=export/period=202512/f.csv",
        "key-period, incoming/gacc/flow=export/period=2025-13/f.csv",
        "key-period, incoming/gacc/flow=export/period=1994-12/f.csv",
        "key-hs, incoming/gacc/flow=export/hs=/f.csv",
        "key-hs, incoming/gacc/flow=export/hs=8/f.csv",
        "key-hs, incoming/gacc/flow=export/hs=810411001/f.csv",
        "key-hs, incoming/gacc/flow=export/hs=8104+/f.csv",
        "key-hs, incoming/gacc/flow=export/hs=8104 8105/f.csv",
        "key-rows, incoming/gacc/flow=export/rows=all/f.csv",
        "key-not-csv, incoming/gacc/flow=export/f.xlsx",
        "key-not-csv, incoming/gacc/flow=export/",
        "key-declaration-in-name, incoming/gacc/flow=export/period=2025-12.csv",
    })
    void what_cannot_be_meant_is_rejected(String code, String key) {
        assertThat(problems(key)).extracting(Problem::code).containsExactly(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hs＝8104",
                "hs 8104",
                "hs8104",
                "HS-8104",
                "hs:81041100",
                "partner%3D116",
                "partner-116",
                "partner116",
                " partner_JP",
                "province 44",
                "page 1",
                "page1of2",
                "period-2025-12",
                "period＝2025-12",
                "rows complete",
                "flow-import"
            })
    void a_folder_that_looks_like_a_declaration_and_has_no_equals_sign_is_rejected(String folder) {
        assertThat(problems("incoming/gacc/flow=export/" + folder + "/f.csv"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("key-unclear-declaration");
                    assertThat(problem.found()).contains(folder);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hs",
                "HS2022",
                "HS6",
                "hs 8-digit",
                "partners",
                "page",
                "pages 1",
                "flow of goods",
                "period",
                "keeper",
                "2025-12",
                "8104",
                "regime notes",
                "rows"
            })
    void a_folder_that_only_begins_like_a_declaration_means_nothing(String folder) throws RejectedFileException {
        assertThat(Sources.key("incoming/gacc/flow=export/" + folder + "/f.csv"))
                .isEqualTo(Sources.key("incoming/gacc/flow=export/f.csv"));
    }

    @Test
    void a_period_may_be_the_last_month_that_had_begun_anywhere_and_no_later_one() throws RejectedFileException {
        KeyDeclarations december = Sources.key("incoming/gacc/flow=export/period=2026-12/f.csv");

        december.checkPeriod(new BegunMonths(Instant.parse("2026-11-30T10:00:00Z")));
        Sources.key("incoming/gacc/flow=export/f.csv").checkPeriod(new BegunMonths(Instant.EPOCH));
        assertThat(catchThrowableOfType(
                                RejectedFileException.class,
                                () -> december.checkPeriod(new BegunMonths(Instant.parse("2026-11-30T09:59:59Z"))))
                        .problems()
                        .first())
                .extracting(Problem::toString)
                .containsExactly(
                        "key-period-not-begun: found \"period=2026-12\", expected a month that had begun when the"
                                + " file was uploaded on 2026-11-30");
    }

    @Test
    void a_control_character_is_rejected() {
        assertThat(problems("incoming/gacc/flow=export/a\nb.csv"))
                .extracting(Problem::code)
                .containsExactly("key-control-character");
    }

    @Test
    void a_key_may_have_700_bytes_and_no_more() throws RejectedFileException {
        String longest = "incoming/gacc/flow=export/" + "镁".repeat(223) + "a.csv";
        assertThat(longest.getBytes(StandardCharsets.UTF_8)).hasSize(700);

        assertThat(Sources.key(longest).flow()).contains(Flow.EXPORT);
        assertThat(problems(longest.replace("a.csv", "ab.csv")))
                .extracting(Problem::code)
                .containsExactly("key-too-long");
    }

    @Test
    void all_that_is_wrong_is_told_at_once() {
        assertThat(problems("incoming/gacc/period=2025/hs=magnesium/f.txt"))
                .extracting(Problem::code)
                .containsExactly("key-not-csv", "key-flow", "key-period", "key-hs");
    }

    @Test
    void a_key_without_any_folder_is_rejected() {
        assertThat(problems("f.csv")).extracting(Problem::code).containsExactly("key-unknown-source");
    }

    private static List<Problem> problems(String key) {
        return catchThrowableOfType(RejectedFileException.class, () -> Sources.key(key))
                .problems()
                .first();
    }
}
