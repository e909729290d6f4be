package dev.customsfeed.sources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.ledger.CustomsRecord;
import dev.customsfeed.ledger.FileContents;
import dev.customsfeed.ledger.Quantity;
import dev.customsfeed.ledger.Totals;
import dev.customsfeed.ledger.Valuation;
import dev.customsfeed.sources.check.CheckedFile;
import dev.customsfeed.sources.file.FileLimits;
import dev.customsfeed.sources.key.BegunMonths;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.RejectedFileException;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each file in a folder of a source is named after the rule that it holds. Beside it lies what must come of it: the key that it is
 * uploaded under, then what is read from it or all that is wrong with it. Layouts are the source's, figures are invented.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class SampleFiles {

    /** When all of them were uploaded: on the Line Islands it was February already. */
    public static final BegunMonths BEGUN = new BegunMonths(Instant.parse("2026-01-31T10:00:00Z"));

    /** Longer files are told by their totals alone. */
    private static final int ROWS_LISTED = 10;

    private final String folder;

    /** @param folder of the source, among the tests' resources */
    protected SampleFiles(String folder) {
        this.folder = folder;
    }

    Stream<Path> taken() throws IOException, URISyntaxException {
        return expectations("taken");
    }

    Stream<Path> rejected() throws IOException, URISyntaxException {
        return expectations("rejected");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("taken")
    void is_taken(Path expectation) throws Exception {
        List<String> expected = Files.readAllLines(expectation);

        assertThat(whatIsRead(file(expectation), expected.get(0)))
                .containsExactlyElementsOf(expected.subList(1, expected.size()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rejected")
    void is_rejected(Path expectation) throws Exception {
        List<String> expected = Files.readAllLines(expectation);

        assertThat(whatIsWrong(file(expectation), expected.get(0)))
                .isNotEmpty()
                .containsExactlyElementsOf(expected.subList(1, expected.size()));
    }

    private List<String> whatIsWrong(Path file, String key) throws Exception {
        try {
            Sources.check(file, Sources.key(key), BEGUN, FileLimits.DEFAULTS).close();
            return List.of();
        } catch (RejectedFileException e) {
            assertThat(e.problems().first())
                    .allSatisfy(problem -> assertThat(problem.advice()).endsWith("."));
            assertThat(e.problems().count()).isEqualTo(e.problems().first().size());
            return e.problems().first().stream().map(this::told).toList();
        }
    }

    private List<String> whatIsRead(Path path, String key) throws Exception {
        try (CheckedFile file = Sources.check(path, Sources.key(key), BEGUN, FileLimits.DEFAULTS)) {
            List<String> read = new ArrayList<>(told(file));
            if (file.rows() <= ROWS_LISTED) {
                file.records(row -> read.add(told(row)));
            }
            return read;
        }
    }

    /** What an expectation says of something wrong. */
    protected String told(Problem problem) {
        return problem + " | " + problem.advice();
    }

    /** What an expectation says of a file beside its rows. */
    protected List<String> told(CheckedFile file) {
        List<String> told = new ArrayList<>();
        FileContents contents = file.contents("sha256");
        told.add(file.layout() + ", " + file.encoding() + ", answers for " + contents.answersFor() + ", vintage "
                + contents.vintage().orElse("-"));
        contents.reported()
                .forEach(some ->
                        told.add("reported: " + some.flow().id() + " " + some.reporters() + " " + some.months()));
        contents.residuals().forEach(residual -> told.add("residual: " + residual));
        told.add("excluded: " + file.excluded());
        Totals totals = file.totals();
        told.add("totals: " + totals.rows() + " rows, " + decimal(totals.reportedNetWeightGrams()) + " kg, "
                + decimal(totals.estimatedNetWeightGrams()) + " kg of it estimated, " + totals.rowsWithoutNetWeight()
                + " rows without weight, value " + decimal(totals.valueThousandths()));
        file.warnings().forEach(warning -> told.add("warning: " + warning));
        return told;
    }

    /** What an expectation says of a row. */
    protected String told(CustomsRecord row) {
        return of(row) + " " + row.dimensions() + ", " + figures(row)
                + (row.netWeightEstimated() ? " (estimated)" : "") + ", value " + decimal(row.valueThousandths()) + " "
                + row.valuation().map(Valuation::id).orElse("-");
    }

    /** Where a row stands and whose trade it is. */
    protected static String of(CustomsRecord row) {
        return "line " + row.line() + ": " + row.series().key() + " " + row.period() + " partner " + row.partner();
    }

    /** The quantities and the net weight of a row. */
    protected static String figures(CustomsRecord row) {
        return quantity(row.quantity()) + ", " + quantity(row.supplementaryQuantity()) + ", net weight "
                + (row.netWeightGrams().isPresent()
                        ? decimal(row.netWeightGrams().getAsLong()) + " kg"
                        : "-");
    }

    private static String quantity(Optional<Quantity> quantity) {
        return quantity.map(reported -> decimal(reported.thousandths()) + " " + reported.unit())
                .orElse("-");
    }

    /** Thousandths as a number, e.g. {@code 1.5}. */
    protected static String decimal(long thousandths) {
        return BigDecimal.valueOf(thousandths, 3).stripTrailingZeros().toPlainString();
    }

    private Stream<Path> expectations(String outcome) throws IOException, URISyntaxException {
        String samples = "/" + folder + "/" + outcome;
        URL found = Objects.requireNonNull(
                getClass().getResource(samples), "no folder src/test/resources" + samples + ", which each source has");
        Path path = Path.of(found.toURI());
        try (Stream<Path> files = Files.list(path)) {
            Map<Boolean, List<Path>> all = files.sorted()
                    .collect(Collectors.partitioningBy(file -> file.toString().endsWith(".expected")));
            List<Path> expectations = Objects.requireNonNull(all.get(true));
            assertThat(expectations).as("files .expected in " + path).isNotEmpty();
            assertThat(all.get(false))
                    .as("files that say nowhere what must come of them would hold nothing")
                    .allMatch(file -> expectations.stream().anyMatch(expectation -> isOf(expectation, file)));
            return expectations.stream();
        }
    }

    /** The one file that has the expectation's name, whatever its ending. */
    private static Path file(Path expectation) throws IOException {
        try (Stream<Path> beside = Files.list(expectation.resolveSibling(""))) {
            List<Path> files = beside.filter(file -> isOf(expectation, file) && !file.equals(expectation))
                    .toList();
            assertThat(files).as("files of " + expectation).hasSize(1);
            return files.get(0);
        }
    }

    private static boolean isOf(Path expectation, Path file) {
        String name = expectation.getFileName().toString().replace(".expected", "");
        return file.getFileName().toString().startsWith(name + ".");
    }
}
