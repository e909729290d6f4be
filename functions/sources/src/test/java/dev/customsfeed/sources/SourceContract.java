package dev.customsfeed.sources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.ledger.CustomsRecord;
import dev.customsfeed.ledger.FileContents;
import dev.customsfeed.ledger.Totals;
import dev.customsfeed.ledger.Valuation;
import dev.customsfeed.sources.check.CheckedFile;
import dev.customsfeed.sources.file.FileLimits;
import dev.customsfeed.sources.key.BegunMonths;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.RejectedFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What holds for each layout of each source. A test of a layout extends this and says how files of it are made and what must be read
 * of them; everything else is here.
 */
public abstract class SourceContract {

    /** All files were uploaded then: rows are of months before. */
    protected static final BegunMonths BEGUN = new BegunMonths(Instant.parse("2026-01-31T10:00:00Z"));

    private static final int TRIES = 100;

    /** Stands in a field for what nobody can mean. */
    private static final String NONSENSE = "!";

    /**
     * A table as the office writes it, and what must be read of it.
     *
     * @param key the object's key
     * @param columns the names of the columns
     * @param rows a field for each column, as text
     * @param totals which of the rows are totals that the file's other rows add up to, by index from 0
     * @param records what must be read, in any order; with 0 for their lines
     * @param excluded how many rows must be told to be excluded, by the reason
     */
    public record Sample(
            String key,
            List<String> columns,
            List<List<String>> rows,
            Set<Integer> totals,
            List<CustomsRecord> records,
            SortedMap<String, Long> excluded) {

        private Sample with(List<List<String>> others) {
            return new Sample(key, columns, others, totals, records, excluded);
        }
    }

    /** What came of a file: it was taken, or problems tell why not. */
    private record Outcome(Optional<Taken> taken, List<Problem> problems) {}

    private record Taken(
            List<CustomsRecord> records,
            SortedMap<String, Long> excluded,
            Totals totals,
            FileContents contents,
            List<String> months,
            List<String> warnings) {}

    /** Files of the layout, written as the office writes them. */
    protected abstract Arbitrary<Sample> files();

    /** The bytes of a table in the layout. */
    protected byte[] bytes(List<String> columns, List<List<String>> rows) {
        StringBuilder text = new StringBuilder(String.join(",", columns)).append('\n');
        rows.forEach(row -> text.append(String.join(",", row)).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The column that a total's value stands in; no column may be called so where the layout has no totals. */
    protected abstract String valueColumn();

    /** Columns in which any text has a meaning, such as units. */
    protected Set<String> freeTexts() {
        return Set.of();
    }

    /**
     * Holds that each row of a file is told of. A layout of which several rows make one record, or one row makes several, states what
     * holds for it.
     *
     * @param rows of the file
     * @param records that they make
     * @param excluded how many rows were told to be excluded
     */
    protected void checkEachRowIsToldOf(long rows, long records, long excluded) {
        assertThat(records + excluded).isEqualTo(rows);
    }

    /** Whether {@code left} may be what is left of {@code whole} in a file that lacks some rows. */
    protected boolean isLeftOf(CustomsRecord left, CustomsRecord whole) {
        return left.equals(whole);
    }

    @Provide
    Arbitrary<Sample> samples() {
        return files();
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void what_is_written_is_read_back_and_every_row_is_counted_or_excluded_with_a_reason(
            @ForAll("samples") Sample sample) throws Exception {
        Taken taken = taken(sample);

        assertThat(taken.records()).containsExactlyInAnyOrderElementsOf(sample.records());
        assertThat(taken.excluded()).isEqualTo(sample.excluded());
        long excluded =
                sample.excluded().values().stream().mapToLong(Long::longValue).sum();
        checkEachRowIsToldOf(sample.rows().size(), taken.totals().rows(), excluded);
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void sums_are_those_of_the_records(@ForAll("samples") Sample sample) throws Exception {
        Taken taken = taken(sample);

        assertThat(taken.totals()).isEqualTo(sum(sample.records()));
        assertThat(taken.contents().rows()).isEqualTo(sample.records().size());
        assertThat(taken.months()).containsExactlyInAnyOrderElementsOf(months(sample.records()));
        for (CustomsRecord row : sample.records()) {
            assertThat(taken.contents()
                            .hasReported(
                                    row.series().tradeFlow().reporter(),
                                    row.series().tradeFlow().flow(),
                                    row.period()))
                    .isTrue();
        }
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void rows_and_columns_in_any_order_say_the_same(@ForAll("samples") Sample sample, @ForAll long seed)
            throws Exception {
        Random random = new Random(seed);
        List<Integer> order = new ArrayList<>(
                IntStream.range(0, sample.columns().size()).boxed().toList());
        Collections.shuffle(order, random);
        List<List<String>> rows = new ArrayList<>(
                sample.rows().stream().map(row -> inOrder(row, order)).toList());
        Collections.shuffle(rows, random);
        Taken taken = taken(sample);

        Taken shuffled = check(sample.key(), bytes(inOrder(sample.columns(), order), rows))
                .taken()
                .orElseThrow();

        assertThat(shuffled.records()).containsExactlyInAnyOrderElementsOf(taken.records());
        assertThat(shuffled.months()).containsExactlyInAnyOrderElementsOf(taken.months());
        assertThat(shuffled.totals()).isEqualTo(taken.totals());
        assertThat(shuffled.excluded()).isEqualTo(taken.excluded());
        assertThat(shuffled.contents().reported()).isEqualTo(taken.contents().reported());
        assertThat(shuffled.contents().residuals())
                .containsExactlyInAnyOrderElementsOf(taken.contents().residuals());
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void a_file_that_holds_itself_twice_is_rejected_or_says_the_same(@ForAll("samples") Sample sample)
            throws Exception {
        List<List<String>> twice = new ArrayList<>(sample.rows());
        twice.addAll(sample.rows());

        Outcome outcome = check(sample.with(twice));

        outcome.taken()
                .ifPresent(taken -> assertThat(taken.records()).containsExactlyInAnyOrderElementsOf(sample.records()));
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void a_file_that_is_cut_is_rejected_or_says_nothing_that_the_whole_does_not(
            @ForAll("samples") Sample sample, @ForAll long seed) throws Exception {
        byte[] whole = bytes(sample.columns(), sample.rows());
        int length = new Random(seed).nextInt(whole.length);

        assertIsRest(check(sample.key(), Arrays.copyOf(whole, length)), sample);
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void a_file_that_lost_a_row_is_rejected_or_says_nothing_that_the_whole_does_not(
            @ForAll("samples") Sample sample, @ForAll long seed) throws Exception {
        List<List<String>> rows = new ArrayList<>(sample.rows());
        rows.remove(new Random(seed).nextInt(rows.size()));

        assertIsRest(check(sample.with(rows)), sample);
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void nonsense_in_a_field_is_rejected_in_its_place_or_changes_nothing(
            @ForAll("samples") Sample sample, @ForAll long seed) throws Exception {
        Random random = new Random(seed);
        int at = random.nextInt(sample.rows().size());
        int column = random.nextInt(sample.columns().size());
        if (freeTexts().contains(sample.columns().get(column))) {
            return;
        }
        List<List<String>> rows = new ArrayList<>(sample.rows());
        rows.set(at, with(rows.get(at), column, NONSENSE));

        Outcome outcome = check(sample.with(rows));

        outcome.taken()
                .ifPresent(taken -> assertThat(taken.records()).containsExactlyInAnyOrderElementsOf(sample.records()));
        assertThat(outcome.problems().stream()
                        .filter(problem -> problem.column() > 0)
                        .filter(problem -> problem.found().contains(NONSENSE)))
                .allSatisfy(problem -> {
                    assertThat(problem.column()).isEqualTo(column + 1);
                    assertThat(problem.columnName()).isEqualTo(sample.columns().get(column));
                });
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void a_total_that_differs_from_its_rows_is_rejected_or_told_of(@ForAll("samples") Sample sample, @ForAll long seed)
            throws Exception {
        if (sample.totals().isEmpty()) {
            return;
        }
        List<Integer> totals = List.copyOf(new TreeSet<>(sample.totals()));
        int at = totals.get(new Random(seed).nextInt(totals.size()));
        int column = sample.columns().indexOf(valueColumn());
        List<List<String>> rows = new ArrayList<>(sample.rows());
        rows.set(at, with(rows.get(at), column, "9" + "0".repeat(12)));
        Taken whole = taken(sample);

        Outcome outcome = check(sample.with(rows));

        outcome.taken().ifPresent(taken -> {
            assertThat(taken.warnings()).isNotEqualTo(whole.warnings());
            assertThat(taken.records()).containsExactlyInAnyOrderElementsOf(sample.records());
        });
    }

    private void assertIsRest(Outcome outcome, Sample sample) {
        outcome.taken().ifPresent(taken -> {
            List<CustomsRecord> wholes = new ArrayList<>(sample.records());
            for (CustomsRecord left : taken.records()) {
                Optional<CustomsRecord> whole =
                        wholes.stream().filter(some -> isLeftOf(left, some)).findFirst();
                assertThat(whole).as("what %s is left of", left).isPresent();
                wholes.remove(whole.get());
            }
        });
    }

    private Taken taken(Sample sample) throws Exception {
        Outcome outcome = check(sample);
        assertThat(outcome.problems()).isEmpty();
        return outcome.taken().orElseThrow();
    }

    private Outcome check(Sample sample) throws Exception {
        return check(sample.key(), bytes(sample.columns(), sample.rows()));
    }

    private Outcome check(String key, byte[] bytes) throws Exception {
        Path file = Files.createTempFile("contract", "");
        try {
            Files.write(file, bytes);
            return check(key, file);
        } finally {
            Files.delete(file);
        }
    }

    private static Outcome check(String key, Path file) throws IOException, InterruptedException {
        try (CheckedFile checked = Sources.check(file, Sources.key(key), BEGUN, FileLimits.DEFAULTS)) {
            List<CustomsRecord> records = new ArrayList<>();
            checked.records(row -> records.add(row.withLine(0)));
            List<String> months = new ArrayList<>();
            checked.months((series, period, part, totals, partners, splits, valuations) ->
                    months.add(month(series.key() + " " + period, totals, partners, splits, valuations)));
            return new Outcome(
                    Optional.of(new Taken(
                            records,
                            checked.excluded(),
                            checked.totals(),
                            checked.contents(""),
                            months,
                            checked.warnings())),
                    List.of());
        } catch (RejectedFileException e) {
            assertThat(e.problems().first()).isNotEmpty().allSatisfy(problem -> {
                assertThat(problem.found()).isNotBlank();
                assertThat(problem.expected()).isNotBlank();
                assertThat(problem.advice()).endsWith(".");
            });
            return new Outcome(Optional.empty(), e.problems().first());
        }
    }

    /** What must be said of each series and month, summed in the most simple way. */
    private List<String> months(List<CustomsRecord> records) {
        return records.stream()
                .collect(Collectors.groupingBy(row -> row.series().key() + " " + row.period()))
                .entrySet()
                .stream()
                .map(month -> month(
                        month.getKey(),
                        sum(month.getValue()),
                        sums(month.getValue(), row -> Optional.of(row.partner())),
                        splits(month.getValue()),
                        valuations(month.getValue())))
                .toList();
    }

    private static String month(
            String of,
            Totals totals,
            Map<String, Totals> partners,
            Map<String, ? extends Map<String, Totals>> splits,
            Set<Valuation> valuations) {
        return of + " " + totals + " " + partners + " " + splits + " " + valuations;
    }

    /** The dimensions of the layout that sums are kept by. */
    protected abstract Set<String> splitDimensions();

    private SortedMap<String, SortedMap<String, Totals>> splits(List<CustomsRecord> rows) {
        SortedMap<String, SortedMap<String, Totals>> splits = new TreeMap<>();
        for (String dimension : splitDimensions()) {
            SortedMap<String, Totals> split =
                    sums(rows, row -> Optional.ofNullable(row.dimensions().get(dimension)));
            if (!split.isEmpty()) {
                splits.put(dimension, split);
            }
        }
        return splits;
    }

    private static Set<Valuation> valuations(List<CustomsRecord> rows) {
        return rows.stream().anyMatch(row -> row.valuation().isEmpty())
                ? Set.of()
                : rows.stream()
                        .map(row -> row.valuation().orElseThrow())
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static SortedMap<String, Totals> sums(
            List<CustomsRecord> rows, Function<CustomsRecord, Optional<String>> code) {
        return rows.stream()
                .filter(row -> code.apply(row).isPresent())
                .collect(
                        Collectors.toMap(row -> code.apply(row).orElseThrow(), Totals::of, Totals::plus, TreeMap::new));
    }

    private static Totals sum(List<CustomsRecord> rows) {
        return rows.stream().map(Totals::of).reduce(Totals.NONE, Totals::plus);
    }

    private static List<String> inOrder(List<String> fields, List<Integer> order) {
        return order.stream().map(fields::get).toList();
    }

    private static List<String> with(List<String> fields, int column, String text) {
        List<String> changed = new ArrayList<>(fields);
        changed.set(column, text);
        return changed;
    }
}
