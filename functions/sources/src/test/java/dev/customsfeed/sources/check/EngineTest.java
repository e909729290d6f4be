package dev.customsfeed.sources.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.Valuation;
import dev.customsfeed.sources.Sources;
import dev.customsfeed.sources.codes.Code;
import dev.customsfeed.sources.codes.PartnerList;
import dev.customsfeed.sources.comexstat.ComexStat;
import dev.customsfeed.sources.file.CustomsFile;
import dev.customsfeed.sources.file.Encoding;
import dev.customsfeed.sources.file.FileLimits;
import dev.customsfeed.sources.file.FileStart;
import dev.customsfeed.sources.key.BegunMonths;
import dev.customsfeed.sources.key.Months;
import dev.customsfeed.sources.layout.Dimension;
import dev.customsfeed.sources.layout.Field;
import dev.customsfeed.sources.layout.Layout;
import dev.customsfeed.sources.layout.Reading;
import dev.customsfeed.sources.layout.Row;
import dev.customsfeed.sources.layout.RowKind;
import dev.customsfeed.sources.layout.Rows;
import dev.customsfeed.sources.layout.Source;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.Problems;
import dev.customsfeed.sources.rejection.RejectedFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the engine makes of rows, whatever the layout that gives them. */
class EngineTest {

    private static final BegunMonths BEGUN = new BegunMonths(Instant.parse("2026-01-31T10:00:00Z"));
    private static final String KEEPING = "incoming/comexstat/keep=8104/f.csv";

    @TempDir
    private Path folder;

    @Test
    void a_line_may_give_a_row_for_each_month() throws Exception {
        try (CheckedFile file = check(FileLimits.DEFAULTS, row(2, 1, "81041100"), row(2, 2, "81041100"))) {
            List<String> records = new ArrayList<>();
            file.records(record -> records.add(record.line() + " " + record.period()));

            assertThat(records).containsExactly("2 2025-01", "2 2025-02");
        }
    }

    @Test
    void two_rows_of_one_line_in_one_series_and_month_are_a_fault_of_the_layout() {
        assertThatThrownBy(() -> check(
                        FileLimits.DEFAULTS,
                        row(2, 1, "81041100"),
                        row(2, 2, "81041100"),
                        row(2, 1, "81041100").andThen(row -> row.partner(Code.of("249")))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(
                        "the layout wide made two rows of line 2 for exports of 81041100 by BR in 2025-01");
    }

    @Test
    void what_is_wrong_with_a_line_is_told_once_though_it_gives_several_rows() {
        Given wrong = row(2, 1, "81041100").andThen(Row::wrong);

        RejectedFileException rejected = rejection(
                FileLimits.DEFAULTS, wrong, wrong, row(3, 1, "81041100").andThen(Row::wrong));

        assertThat(rejected.problems().first()).extracting(Problem::line).containsExactly(2L, 3L);
        assertThat(rejected.problems().toTell()).isEqualTo(2);
        assertThat(rejected.problems().count()).isEqualTo(3);
    }

    @Test
    void rows_outside_what_is_kept_and_rows_passed_over_are_not_limited() throws Exception {
        FileLimits two = new FileLimits(1 << 20, 200, 4096, 7, 2, 1 << 20);
        Given outside = row(2, 1, "09011110");
        Given total = row(3, 1, "09011110").andThen(row -> row.total(Row.OVER_PARTNERS));
        Given passedOver = row(4, 1, "81041100").andThen(row -> row.passOver("of a group"));

        try (CheckedFile file = check(
                two, outside, total, passedOver, row(5, 1, "81041100"), row(6, 2, "81041100"), outside, passedOver)) {
            assertThat(file.rows()).isEqualTo(2);
        }
        assertThat(rejection(two, row(5, 1, "81041100"), row(6, 2, "81041100"), outside, row(7, 3, "81041100"))
                        .problems()
                        .first())
                .extracting(Problem::toString)
                .containsExactly("rows-too-many: line 7: found more than 2 rows, expected at most 2 rows");
    }

    @Test
    void every_1024_rows_it_is_looked_at_how_much_memory_they_take() throws Exception {
        FileLimits oneByte = new FileLimits(1 << 20, 200, 4096, 7, 5_000, 1);
        check(oneByte, rows(1_023)).close();

        assertThat(rejection(oneByte, rows(1_025)).problems().first())
                .extracting(Problem::toString)
                .containsExactly(
                        "sums-too-many: line 1025: found 1024 sums of a commodity's month by partner in 1024 rows, which"
                                + " with all that is compared take more than 0 MB of memory, expected at most 0 MB: 16 to 32 bytes"
                                + " for each row, some 80 for each sum and each commodity's month");
    }

    @Test
    void what_rows_take_in_memory_is_counted_by_the_row() throws Exception {
        // 4,096 rows of as many commodities: 64 to 96 bytes of a sum, some 80 of a month, 32 of a key, and what is
        // there from the start.
        check(new FileLimits(1 << 20, 200, 4096, 7, 5_000, 2_000_000), rows(4_096))
                .close();

        assertThat(codes(new FileLimits(1 << 20, 200, 4096, 7, 5_000, 700_000), rows(4_096)))
                .containsExactly("sums-too-many");
    }

    /** Rows of a commodity each, from line 2 on. */
    private static Given[] rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> row(2L + i, 1, "8104" + (1_000 + i)))
                .toArray(Given[]::new);
    }

    @Test
    void a_row_of_another_flow_than_the_key_declares_contradicts_it() throws Exception {
        String exports = "incoming/comexstat/flow=export/keep=8104/f.csv";
        check(exports, new Wide(List.of(row(2, 1, "81041100"))), FileLimits.DEFAULTS)
                .close();
        Wide imports =
                new Wide(List.of(row(2, 1, "81041100"), row(3, 2, "81041100").andThen(row -> row.flow(Flow.IMPORT))));

        assertThat(catchThrowableOfType(RejectedFileException.class, () -> check(exports, imports, FileLimits.DEFAULTS))
                        .problems()
                        .first())
                .extracting(Problem::toString)
                .containsExactly(
                        "flow-contradiction: line 3: found a row, expected export, for the key declares flow=export");
    }

    @Test
    void rows_that_contradict_the_key_are_limited_like_others() {
        FileLimits two = new FileLimits(1 << 20, 200, 4096, 7, 2, 1 << 20);
        Given[] future = IntStream.rangeClosed(2, 4)
                .mapToObj(line -> row(line, 1, "81041100").andThen(row -> row.month(Months.number(2099, 1))))
                .toArray(Given[]::new);

        assertThat(codes(two, future[0], future[1])).containsExactly("date-not-begun", "date-not-begun");
        assertThat(codes(two, future))
                .containsExactly("date-not-begun", "date-not-begun", "date-not-begun", "rows-too-many");
    }

    @Test
    void totals_whose_sum_is_too_large_are_told_with_their_line() {
        Given half = row(3, 1, "81041100")
                .andThen(row -> row.value(Long.MAX_VALUE / 2 + 1).distinction(3).total(Row.OVER_PARTNERS));
        Given otherHalf = row(4, 1, "81041100")
                .andThen(row -> row.value(Long.MAX_VALUE / 2 + 1).distinction(4).total(Row.OVER_PARTNERS));

        assertThat(told(row(2, 1, "81041100"), half, otherHalf))
                .containsExactly(
                        "sum-too-large: line 4: found figures whose sum is too large, expected figures of real trade");
    }

    @Test
    void rows_outside_what_is_kept_are_summed_for_totals_over_commodities_and_may_be_too_large() {
        Given half = row(3, 1, "09011110").andThen(row -> row.value(Long.MAX_VALUE / 2 + 1));
        Given otherHalf = row(4, 2, "09011110").andThen(row -> row.value(Long.MAX_VALUE / 2 + 1));
        Given total = row(5, 1, "81041100")
                .andThen(row -> row.commodity(Code.NONE).total(Row.OVER_COMMODITIES | Row.OVER_MONTHS));

        assertThat(told(row(2, 1, "81041100"), half, otherHalf, total))
                .containsExactly(
                        "sum-too-large: line 4: found figures whose sum is too large, expected figures of real trade");
    }

    @Test
    void totals_of_two_regimes_that_are_wrong_by_the_same_do_not_make_up_for_each_other() throws Exception {
        Wide right = withRegimes(2_000, 1_000);
        check(KEEPING, right, FileLimits.DEFAULTS).close();
        Wide wrong = withRegimes(4_000, -1_000);

        assertThat(catchThrowableOfType(RejectedFileException.class, () -> check(KEEPING, wrong, FileLimits.DEFAULTS))
                        .problems()
                        .first())
                .extracting(problem -> problem.code() + " " + problem.line())
                .containsExactly("total-differs 5", "total-differs 6");
    }

    /** Two rows of regime 10 and one of regime 15, a total of each, and one of both. */
    private static Wide withRegimes(long ten, long fifteen) {
        return new Wide(
                List.of(
                        row(2, 1, "81041100").andThen(row -> row.dimension(0, Code.of("10"))),
                        row(3, 1, "81041100")
                                .andThen(row -> row.partner(Code.of("249")).dimension(0, Code.of("10"))),
                        row(4, 1, "81041100").andThen(row -> row.dimension(0, Code.of("15"))),
                        total(5, ten, Row.OVER_PARTNERS, "10"),
                        total(6, fifteen, Row.OVER_PARTNERS, "15"),
                        total(7, 3_000, Row.OVER_PARTNERS | Row.overDimension(0), "")),
                List.of(Dimension.splitting("regime")),
                List.of(Row.OVER_PARTNERS, Row.OVER_PARTNERS | Row.overDimension(0)),
                false);
    }

    private static Given total(long line, long value, int over, String regime) {
        return row(line, 1, "81041100").andThen(row -> row.partner(Code.NONE)
                .netWeight(Row.UNKNOWN, false)
                .value(value)
                .dimension(0, Code.of(regime))
                .total(over));
    }

    @Test
    void whether_totals_over_partners_are_there_is_told_by_those_over_partners_alone() throws Exception {
        List<Integer> over = List.of(Row.OVER_PARTNERS, Row.OVER_MONTHS);
        Given traded = row(2, 1, "81041100");
        Given ofAllPartners =
                row(3, 1, "81041100").andThen(row -> row.partner(Code.NONE).total(Row.OVER_PARTNERS));
        Given ofAllMonths = row(3, 1, "81041100").andThen(row -> row.total(Row.OVER_MONTHS));

        try (CheckedFile whole = check(
                        KEEPING, new Wide(List.of(traded, ofAllPartners), List.of(), over, true), FileLimits.DEFAULTS);
                CheckedFile perhaps = check(
                        KEEPING, new Wide(List.of(traded, ofAllMonths), List.of(), over, true), FileLimits.DEFAULTS)) {
            assertThat(whole.warnings()).isEmpty();
            assertThat(perhaps.warnings())
                    .containsExactly(
                            "1 sum over partners has no total beside the rows: whether all partners are in the file cannot be told.");
        }
    }

    @Test
    void what_is_kept_beside_a_file_is_deleted_when_it_is_rejected_and_when_it_is_closed() throws Exception {
        Given[] rows = rows(4_000);
        Given[] many = IntStream.range(0, 4 * rows.length)
                .mapToObj(i -> rows[i % rows.length].andThen(row ->
                        row.month(Months.number(2025, 1 + i / rows.length)).value(1_000 + i)))
                .toArray(Given[]::new);
        CheckedFile checked = check(FileLimits.DEFAULTS, many);
        assertThat(filesInFolder()).isEqualTo(2);
        checked.close();
        assertThat(filesInFolder()).isEqualTo(1);

        many[many.length - 1] = Row::wrong;
        assertThat(codes(many)).containsExactly("wrong");
        assertThat(filesInFolder()).isEqualTo(1);
    }

    private long filesInFolder() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    @Test
    void without_a_row_it_is_advised_to_declare_that_nothing_was_traded_only_where_keys_can() {
        RejectedFileException empty = rejection(FileLimits.DEFAULTS);

        assertThat(empty.problems().first()).extracting(Problem::code).containsExactly("rows-none");
        assertThat(empty.problems().first().get(0).advice()).isEqualTo("Download the file again.");
    }

    private List<String> told(Given... rows) {
        return rejection(FileLimits.DEFAULTS, rows).problems().first().stream()
                .map(Problem::toString)
                .toList();
    }

    @Test
    void a_total_without_rows_says_that_nothing_was_traded_only_if_it_is_nothing() throws Exception {
        Given ofNothing = row(2, 1, "81041100")
                .andThen(row -> row.value(0).netWeight(0, false).total(Row.OVER_PARTNERS));
        check(FileLimits.DEFAULTS, ofNothing).close();

        assertThat(codes(row(2, 1, "81041100").andThen(row -> row.total(Row.OVER_PARTNERS))))
                .containsExactly("total-differs");
        assertThat(codes(row(2, 1, "81041100").andThen(row -> row.value(0).total(Row.OVER_PARTNERS))))
                .containsExactly("total-differs");
        // It is not compared, and says nothing of what is kept.
        assertThat(codes(row(2, 1, "09011110").andThen(row -> row.total(Row.OVER_PARTNERS))))
                .containsExactly("rows-none");
    }

    @Test
    void a_total_may_differ_by_half_of_what_its_office_rounds_to_for_each_row() throws Exception {
        assertThat(isTaken(1_000, 1_000, 1_500, 1_500)).isTrue();
        assertThat(isTaken(1_000, 1_000, 1_501, 0)).isFalse();
        assertThat(isTaken(1_000, 1_000, 0, 1_501)).isFalse();
        assertThat(isTaken(100_000, 1_000_000, 150_000, 1_500_000)).isTrue();
        assertThat(isTaken(100_000, 1_000_000, 150_001, 0)).isFalse();
        assertThat(isTaken(100_000, 1_000_000, 0, 1_500_001)).isFalse();
    }

    /** Whether three rows are taken whose total says more than their sum, by an office that rounds to so much. */
    private boolean isTaken(long thousandths, long grams, long moreThousandths, long moreGrams) throws IOException {
        Given total = row(5, 1, "81041100").andThen(row -> row.value(3_000 + moreThousandths)
                .netWeight(3_000 + moreGrams, false)
                .partner(Code.NONE)
                .total(Row.OVER_PARTNERS));
        List<Given> rows = new ArrayList<>(List.of(total));
        for (int i = 2; i < 5; i++) {
            String partner = "16" + i;
            rows.add(row(i, 1, "81041100").andThen(row -> row.partner(Code.of(partner))));
        }
        try (CheckedFile file = check(KEEPING, new Wide(rows, thousandths, grams), FileLimits.DEFAULTS)) {
            return file.rows() == 3;
        } catch (RejectedFileException e) {
            assertThat(e.problems().first()).extracting(Problem::code).containsExactly("total-differs");
            return false;
        }
    }

    @Test
    void advice_on_a_total_that_differs_names_what_it_is_over() {
        assertThat(advice(Row.OVER_PARTNERS)).contains("with all partners.");
        assertThat(advice(Row.OVER_MONTHS)).contains("with all months.");
        assertThat(advice(Row.OVER_COMMODITIES)).contains("with all commodities.");
    }

    private String advice(int over) {
        Given differing = row(3, 1, "81041100").andThen(row -> row.value(9_000_000)
                .commodity(over == Row.OVER_COMMODITIES ? Code.NONE : Code.of("81041100"))
                .partner(over == Row.OVER_PARTNERS ? Code.NONE : Code.of("160"))
                .total(over));
        return rejection(FileLimits.DEFAULTS, row(2, 1, "81041100"), differing)
                .problems()
                .first()
                .get(0)
                .advice();
    }

    private List<String> codes(Given... rows) {
        return codes(FileLimits.DEFAULTS, rows);
    }

    private List<String> codes(FileLimits limits, Given... rows) {
        return rejection(limits, rows).problems().first().stream()
                .map(Problem::code)
                .toList();
    }

    /** Fills a row. */
    private interface Given {

        void accept(Row row);

        default Given andThen(Given after) {
            return row -> {
                accept(row);
                after.accept(row);
            };
        }
    }

    /** A row of 1 kg and 1 dollar, exported to China in a month of 2025. */
    private static Given row(long line, int month, String commodity) {
        return row -> row.begin(line)
                .reporter(Code.of("BR"))
                .flow(Flow.EXPORT)
                .month(Months.number(2025, month))
                .commodity(Code.of(commodity))
                .partner(Code.of("160"))
                .netWeight(1_000, false)
                .value(1_000)
                .valuation(Valuation.FOB);
    }

    private RejectedFileException rejection(FileLimits limits, Given... rows) {
        return catchThrowableOfType(RejectedFileException.class, () -> check(limits, rows));
    }

    private CheckedFile check(FileLimits limits, Given... rows) throws RejectedFileException, IOException {
        return check(KEEPING, new Wide(List.of(rows)), limits);
    }

    private CheckedFile check(String key, Wide layout, FileLimits limits) throws RejectedFileException, IOException {
        Path file = folder.resolve("f.csv");
        Files.writeString(file, "text\n");
        Source wide = new Source(
                "comexstat",
                new TreeMap<>(Map.of("en", "A source of wide files")),
                ComexStat.SOURCE.keys(),
                List.of(layout),
                PartnerList.of(ComexStat.class),
                new TreeSet<>(List.of(8)),
                Optional.of("BR"),
                new TreeSet<>(List.of("USD")),
                ComexStat.SOURCE.valuations(),
                new TreeSet<>(),
                "example.org",
                true);
        return CheckedFile.check(file, wide, Sources.key(key), BEGUN, limits);
    }

    /** Gives rows whatever stands in the file. */
    private record Wide(
            List<Given> given,
            List<Dimension> dimensions,
            List<Integer> totals,
            boolean expectsTotals,
            long valuesRoundedTo,
            long netWeightsRoundedTo)
            implements Layout {

        Wide(List<Given> given) {
            this(given, 1_000, 1_000);
        }

        Wide(List<Given> given, long valuesRoundedTo, long netWeightsRoundedTo) {
            this(given, List.of(), List.of(Row.OVER_PARTNERS), false, valuesRoundedTo, netWeightsRoundedTo);
        }

        Wide(List<Given> given, List<Dimension> dimensions, List<Integer> totals, boolean expectsTotals) {
            this(given, dimensions, totals, expectsTotals, 1_000, 1_000);
        }

        @Override
        public String name() {
            return "wide";
        }

        @Override
        public String fileKind() {
            return "a CSV file";
        }

        @Override
        public boolean recognises(FileStart start) {
            return true;
        }

        @Override
        public List<Encoding> encodings() {
            return List.of(Encoding.ASCII);
        }

        @Override
        public Optional<Rows> open(CustomsFile file, Reading reading) {
            return Optional.of(new WideRows(given, dimensions.size(), reading.problems()));
        }
    }

    private static final class WideRows implements Rows {

        private final List<Given> given;
        private final Problems problems;
        private final Row row;
        private int at;

        WideRows(List<Given> given, int dimensions, Problems problems) {
            this.given = given;
            this.row = new Row(dimensions);
            this.problems = problems;
        }

        @Override
        public boolean next() {
            if (at == given.size()) {
                return false;
            }
            given.get(at++).accept(row);
            if (row.kind() == RowKind.WRONG) {
                problems.add(problem(Field.VALUE, "wrong", "a right row", "Correct it."));
            }
            return true;
        }

        @Override
        public Row row() {
            return row;
        }

        @Override
        public Problem problem(Field field, String code, String expected, String advice) {
            return Problem.ofLine(code, row.line(), "a row", expected, advice);
        }

        @Override
        public String layout() {
            return "wide";
        }

        @Override
        public String currency() {
            return "USD";
        }

        @Override
        public void close() {
            // It holds nothing open.
        }
    }
}
