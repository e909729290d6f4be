package dev.customsfeed.sources.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.customsfeed.ledger.FileContents;
import dev.customsfeed.ledger.Totals;
import dev.customsfeed.ledger.UnknownWeight;
import dev.customsfeed.ledger.Valuation;
import dev.customsfeed.sources.Sources;
import dev.customsfeed.sources.file.FileLimits;
import dev.customsfeed.sources.key.BegunMonths;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.RejectedFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckedFileTest {

    private static final BegunMonths BEGUN = new BegunMonths(Instant.parse("2026-01-31T10:00:00Z"));

    private static final String HEADER =
            "Date of data,Commodity code,Trading partner code,Customs Regime code,Quantity,Unit,US dollar\n";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("f.csv");
    }

    @Test
    void months_are_summed_by_commodity_month_partner_and_regime() throws Exception {
        CheckedFile checked = check("""
                202601,81041900,309,10,5,Kilogram,50
                202512,81041100,309,10,100,Kilogram,1000
                202512,81041100,309,15,20,Kilogram,300
                202512,81041100,116,10,7,Litre,40
                202601,81041100,116,10,0,Kilogram,9
                202512,04041100,116,10,1,Kilogram,2
                """, FileLimits.DEFAULTS);

        List<String> months = new ArrayList<>();
        checked.months((series, period, part, totals, partners, splits, valuations) -> {
            months.add(series.key() + " " + period);
            months.add("  " + totals);
            partners.forEach((code, sum) -> months.add("  partner " + code + " " + sum));
            splits.get("regime").forEach((code, sum) -> months.add("  regime " + code + " " + sum));
            assertThat(splits).containsOnlyKeys("regime");
            assertThat(part).isEmpty();
            assertThat(valuations).containsExactly(Valuation.FOB);
        });

        assertThat(months)
                .containsExactly(
                        "gacc/CN/export/USD/04041100 2025-12",
                        "  " + new Totals(1, 1000, 0, 0, 2000),
                        "  partner 116 " + new Totals(1, 1000, 0, 0, 2000),
                        "  regime 10 " + new Totals(1, 1000, 0, 0, 2000),
                        "gacc/CN/export/USD/81041100 2025-12",
                        "  " + new Totals(3, 120000, 1, 0, 1340000),
                        "  partner 116 " + new Totals(1, 0000, 1, 0, 40000),
                        "  partner 309 " + new Totals(2, 120000, 0, 0, 1300000),
                        "  regime 10 " + new Totals(2, 100000, 1, 0, 1040000),
                        "  regime 15 " + new Totals(1, 20000, 0, 0, 300000),
                        "gacc/CN/export/USD/81041100 2026-01",
                        "  " + new Totals(1, 0000, 0, 0, 9000),
                        "  partner 116 " + new Totals(1, 0000, 0, 0, 9000),
                        "  regime 10 " + new Totals(1, 0000, 0, 0, 9000),
                        "gacc/CN/export/USD/81041900 2026-01",
                        "  " + new Totals(1, 5000, 0, 0, 50000),
                        "  partner 309 " + new Totals(1, 5000, 0, 0, 50000),
                        "  regime 10 " + new Totals(1, 5000, 0, 0, 50000));
        assertThat(checked.totals()).isEqualTo(new Totals(6, 126000, 1, 0, 1401000));
    }

    @Test
    void the_sample_bucket_is_taken_as_a_whole() throws Exception {
        Path bucket = Path.of("../../events/files");
        long rows = 0;
        SortedSet<YearMonth> periods = new TreeSet<>();
        try (Stream<Path> found = Files.walk(bucket.resolve("incoming"))) {
            for (Path sample : found.filter(Files::isRegularFile).toList()) {
                String key = bucket.relativize(sample).toString().replace('\\', '/');
                CheckedFile checked = Sources.check(sample, Sources.key(key), BEGUN, FileLimits.DEFAULTS);
                assertThat(checked.warnings()).as(key).isEmpty();
                assertThat(checked.contents("").answersFor()).containsExactly("8104");
                rows += checked.rows();
                periods.addAll(checked.contents("").periods());
            }
        }

        assertThat(rows).isEqualTo(4_899);
        assertThat(periods).hasSize(24).startsWith(YearMonth.of(2024, 1)).endsWith(YearMonth.of(2025, 12));
    }

    @Test
    void of_many_wrong_rows_the_first_100_are_named_and_all_are_counted() {
        String rows = "202512,81041100,309,10,-1,Kilogram,1000\n".repeat(250);

        RejectedFileException rejection = rejection(rows, FileLimits.DEFAULTS);

        assertThat(rejection.problems().count()).isEqualTo(250);
        assertThat(rejection.problems().first()).hasSize(100).allMatch(problem -> problem.column() == 5);
        assertThat(rejection.layout()).contains("gacc-en");
        assertThat(rejection.encoding()).contains("UTF-8");
    }

    @Test
    void a_problem_says_what_to_do() {
        Problem problem = rejection("202512,81041100,309,10,1.5,Kilogram,1000\n", FileLimits.DEFAULTS)
                .problems()
                .first()
                .get(0);

        assertThat(problem)
                .isEqualTo(new Problem(
                        "bad-number",
                        2,
                        5,
                        "Quantity",
                        "\"1.5\"",
                        "a whole number of at most 9223372036854774 and not below zero, with or without thousands commas",
                        "Upload the file as customs gave it: spreadsheets change codes and numbers when they save."));
    }

    @Test
    void a_file_with_more_rows_than_the_limit_is_rejected() throws Exception {
        FileLimits limits = new FileLimits(1 << 20, 200, 4096, 64, 2, 1 << 20);
        String two = "202512,81041100,309,10,1,Kilogram,1\n202512,81041100,309,11,1,Kilogram,1\n";

        assertThat(check(two, limits).rows()).isEqualTo(2);
        assertThat(rejection(two + "202512,81041100,309,12,1,Kilogram,1\n", limits)
                        .problems()
                        .first())
                .extracting(Problem::toString)
                .containsExactly("rows-too-many: line 4: found more than 2 rows, expected at most 2 rows");
    }

    @Test
    void the_columns_may_be_as_many_as_the_limit_says() throws Exception {
        String row = "202512,81041100,309,10,1,Kilogram,1\n";

        assertThat(check(row, new FileLimits(1 << 20, 200, 4096, 7, 10, 1 << 20))
                        .rows())
                .isEqualTo(1);
        assertThat(rejection(row, new FileLimits(1 << 20, 200, 4096, 6, 10, 1 << 20))
                        .problems()
                        .first())
                .extracting(Problem::code)
                .containsExactly("too-many-columns");
    }

    @Test
    void the_length_of_its_codes_is_known_of_a_file_with_rows() throws Exception {
        assertThat(check("202512,81041100,309,10,1,Kilogram,1\n", FileLimits.DEFAULTS)
                        .contents("")
                        .codeLength())
                .hasValue(8);
        Files.writeString(file, HEADER);
        CheckedFile empty = Sources.check(
                file,
                Sources.key("incoming/gacc/flow=export/period=2025-12/hs=8104/f.csv"),
                BEGUN,
                FileLimits.DEFAULTS);
        assertThat(empty.contents("").codeLength()).isEmpty();
    }

    @Test
    void without_a_row_it_is_advised_to_declare_that_nothing_was_traded() {
        assertThat(rejection("", FileLimits.DEFAULTS).problems().first())
                .extracting(Problem::advice)
                .containsExactly(
                        "Download the file again. If nothing was traded, declare period=YYYY-MM/ and hs= in the"
                                + " path to say so.");
    }

    @Test
    void rows_are_of_the_declared_part_that_they_name() throws Exception {
        Files.writeString(file, HEADER + """
                202512,81041100,309,10,1,Kilogram,1
                202512,81041100,116,10,2,Kilogram,1
                202512,81041100,110,10,3,Kilogram,1
                """);
        List<String> parts = new ArrayList<>();
        Sources.check(
                        file,
                        Sources.key("incoming/gacc/flow=export/partner=309+110+116/f.csv"),
                        BEGUN,
                        FileLimits.DEFAULTS)
                .months((series, period, part, totals, partners, splits, valuations) -> parts.add(
                        part.orElseThrow().value() + ": " + partners.keySet() + " " + totals.reportedNetWeightGrams()));

        assertThat(parts).containsExactlyInAnyOrder("309: [309] 1000", "110: [110] 3000", "116: [116] 2000");
    }

    @Test
    void a_file_without_the_column_of_its_parts_is_about_the_one_that_is_declared() throws Exception {
        Files.writeString(file, """
                Date of data,Commodity code,Customs Regime code,Quantity,Unit,US dollar
                202512,81041100,10,1,Kilogram,1
                """);
        List<String> parts = new ArrayList<>();
        Sources.check(file, Sources.key("incoming/gacc/flow=export/partner=309/f.csv"), BEGUN, FileLimits.DEFAULTS)
                .months((series, period, part, totals, partners, splits, valuations) ->
                        parts.add(part.orElseThrow().value()));

        assertThat(parts).containsExactly("309");
        assertThatThrownBy(() -> Sources.check(
                        file,
                        Sources.key("incoming/gacc/flow=export/partner=309+116/f.csv"),
                        BEGUN,
                        FileLimits.DEFAULTS))
                .isInstanceOfSatisfying(RejectedFileException.class, rejection -> assertThat(
                                rejection.problems().first())
                        .extracting(Problem::code)
                        .containsExactly("part-contradiction"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "partner=000",
                "partner=JP",
                "partner=999999",
                "province=00",
                "province=99",
                "regime=00",
                "regime=77"
            })
    void a_part_that_rows_do_not_name_has_a_code_of_the_list(String part) throws Exception {
        Files.writeString(file, """
                Date of data,Commodity code,Quantity,Unit,US dollar
                202512,81041100,1,Kilogram,1
                """);

        String dimension = part.substring(0, part.indexOf('='));
        assertThatThrownBy(() -> Sources.check(
                        file, Sources.key("incoming/gacc/flow=export/" + part + "/f.csv"), BEGUN, FileLimits.DEFAULTS))
                .isInstanceOfSatisfying(RejectedFileException.class, rejection -> assertThat(
                                rejection.problems().first())
                        .extracting(Problem::code)
                        .containsExactly("key-" + dimension));
    }

    @Test
    void a_part_that_rows_name_may_have_a_code_that_the_list_lacks() throws Exception {
        Files.writeString(file, HEADER + "202512,81041100,789,10,1,Kilogram,1\n");

        assertThat(Sources.check(
                                file,
                                Sources.key("incoming/gacc/flow=export/partner=789/f.csv"),
                                BEGUN,
                                FileLimits.DEFAULTS)
                        .rows())
                .isEqualTo(1);
    }

    @Test
    void more_units_than_are_shared_are_all_read() throws Exception {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 99; i++) {
            rows.append(String.format(Locale.ROOT, "202512,81041100,1%02d,10,%d,unit %d,1\n", i, i, i));
        }

        List<String> units = new ArrayList<>();
        check(rows.toString(), FileLimits.DEFAULTS)
                .records(row -> units.add(row.quantity().orElseThrow().unit()));

        assertThat(units)
                .hasSize(99)
                .doesNotHaveDuplicates()
                .startsWith("unit 0")
                .endsWith("unit 98");
    }

    @Test
    void a_file_that_changes_after_its_check_is_not_read_on() throws Exception {
        String rows = "202512,81041100,309,10,1,Kilogram,1\n202512,81041100,309,11,1,Kilogram,1\n";
        CheckedFile checked = check(rows, FileLimits.DEFAULTS);

        Files.writeString(file, HEADER + rows.substring(0, rows.indexOf('\n')));
        assertThatThrownBy(() -> checked.records(row -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("it had 2 rows and has 1");

        Files.writeString(file, HEADER + rows.replace("309", "30x"));
        assertThatThrownBy(() -> checked.records(row -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("changed after it was checked");
    }

    @Test
    void fifths_of_a_gram_are_rounded_once_they_are_summed() throws Exception {
        CheckedFile checked = check("""
                202512,71021000,309,10,1,Carat,50
                202512,71021000,309,15,1,Carat,50
                202512,71021000,309,33,1,Carat,50
                202512,71021000,116,10,2,Carat,50
                202512,71021000,110,10,2,Carat,50
                """, FileLimits.DEFAULTS);

        checked.months((series, period, part, totals, partners, splits, valuations) -> {
            assertThat(totals).isEqualTo(new Totals(5, 1, 0, 0, 250_000));
            assertThat(partners.get("309").netWeightGrams()).hasValue(1);
            assertThat(partners.get("116").netWeightGrams()).hasValue(0);
            assertThat(splits.get("regime").get("10").netWeightGrams()).hasValue(1);
            assertThat(splits.get("regime").get("15").netWeightGrams()).hasValue(0);
        });
        assertThat(checked.totals()).isEqualTo(new Totals(5, 1, 0, 0, 250_000));
        List<String> quantities = new ArrayList<>();
        checked.records(row -> quantities.add(row.quantity().orElseThrow() + " " + row.netWeightGrams()));
        assertThat(quantities.get(0)).isEqualTo("Quantity[thousandths=1000, unit=Carat] OptionalLong[0]");
    }

    @Test
    void of_more_commodities_without_weight_than_are_listed_none_is() throws Exception {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i <= UnknownWeight.MOST_COMMODITIES; i++) {
            rows.append(String.format(Locale.ROOT, "202512,81%06d,309,10,5,Bushel,1\n", i));
        }
        rows.append("202512,04041100,309,10,-,-,1\n");

        assertThat(check(rows.toString(), FileLimits.DEFAULTS).contents("").unknownWeights())
                .containsExactly(
                        new UnknownWeight(UnknownWeight.Reason.NOT_GIVEN, "", new TreeSet<>(List.of("04041100"))),
                        new UnknownWeight(UnknownWeight.Reason.UNIT_UNKNOWN, "Bushel", new TreeSet<>()));
    }

    @Test
    void the_codes_of_a_file_are_listed_up_to_a_number_of_which_more_are_not() throws Exception {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < FileContents.MOST_COMMODITIES; i++) {
            rows.append(String.format(Locale.ROOT, "202512,81%06d,309,10,5,Kilogram,1\n", i));
        }
        assertThat(check(rows.toString(), FileLimits.DEFAULTS).contents("").commodities())
                .hasSize(FileContents.MOST_COMMODITIES)
                .startsWith("81000000");
        rows.append("202512,04041100,309,10,5,Kilogram,1\n");
        assertThat(check(rows.toString(), FileLimits.DEFAULTS).contents("").commodities())
                .isEmpty();
    }

    @Test
    void what_was_written_in_utf_8_to_be_read_is_deleted_with_the_check() throws Exception {
        String rows = "202512,81041100,309,10,1,Kilogram,1\n";
        Files.write(file, ("\uFEFF" + HEADER + rows).getBytes(StandardCharsets.UTF_16LE));

        try (CheckedFile checked =
                Sources.check(file, Sources.key("incoming/gacc/flow=export/f.csv"), BEGUN, FileLimits.DEFAULTS)) {
            assertThat(checked.rows()).isEqualTo(1);
            assertThat(filesInFolder()).isEqualTo(2);
        }
        assertThat(filesInFolder()).isEqualTo(1);

        Files.write(file, ("\uFEFF" + HEADER + rows + rows).getBytes(StandardCharsets.UTF_16LE));
        assertThatThrownBy(() ->
                        Sources.check(file, Sources.key("incoming/gacc/flow=export/f.csv"), BEGUN, FileLimits.DEFAULTS))
                .isInstanceOf(RejectedFileException.class);
        assertThatThrownBy(() -> Sources.check(
                        file,
                        Sources.key("incoming/gacc/flow=export/f.csv"),
                        BEGUN,
                        new FileLimits(60, 200, 4096, 64, 10, 1 << 20)))
                .isInstanceOfSatisfying(RejectedFileException.class, rejection -> assertThat(
                                rejection.problems().first())
                        .extracting(Problem::code)
                        .containsExactly("file-too-large"));
        assertThat(filesInFolder()).isEqualTo(1);
    }

    private long filesInFolder() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    private CheckedFile check(String rows, FileLimits limits) throws RejectedFileException, IOException {
        Files.writeString(file, HEADER + rows);
        return Sources.check(file, Sources.key("incoming/gacc/flow=export/f.csv"), BEGUN, limits);
    }

    private RejectedFileException rejection(String rows, FileLimits limits) {
        return catchThrowableOfType(RejectedFileException.class, () -> check(rows, limits));
    }
}
