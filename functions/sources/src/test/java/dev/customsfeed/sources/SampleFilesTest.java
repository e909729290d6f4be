package dev.customsfeed.sources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.ledger.CustomsRecord;
import dev.customsfeed.ledger.FileContents;
import dev.customsfeed.ledger.Quantity;
import dev.customsfeed.ledger.Totals;
import dev.customsfeed.sources.check.CheckedFile;
import dev.customsfeed.sources.file.FileLimits;
import dev.customsfeed.sources.key.BegunMonths;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.RejectedFileException;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each file under {@code gacc/} is named after the rule that it holds. Beside it lies what must come of it: the key that it is
 * uploaded under, then what is read from it or all that is wrong with it.
 */
class SampleFilesTest {

    /** When all of them were uploaded: on the Line Islands it was February already. */
    static final BegunMonths BEGUN = new BegunMonths(Instant.parse("2026-01-31T10:00:00Z"));

    /** Longer files are told by their totals alone. */
    private static final int ROWS_LISTED = 10;

    static Stream<Path> taken() throws IOException, URISyntaxException {
        return expectations("taken");
    }

    static Stream<Path> rejected() throws IOException, URISyntaxException {
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

    private static List<String> whatIsWrong(Path file, String key) throws Exception {
        try {
            Sources.check(file, Sources.key(key), BEGUN, FileLimits.DEFAULTS).close();
            return List.of();
        } catch (RejectedFileException e) {
            assertThat(e.problems().first())
                    .allSatisfy(problem -> assertThat(problem.advice()).endsWith("."));
            assertThat(e.problems().count()).isEqualTo(e.problems().first().size());
            return e.problems().first().stream().map(Problem::toString).toList();
        }
    }

    private static List<String> whatIsRead(Path path, String key) throws Exception {
        try (CheckedFile file = Sources.check(path, Sources.key(key), BEGUN, FileLimits.DEFAULTS)) {
            List<String> read = new ArrayList<>();
            read.add(file.layout() + ", " + file.encoding() + ", " + contents(file.contents("sha256")));
            read.add(totals(file.totals()));
            file.warnings().forEach(warning -> read.add("warning: " + warning));
            file.excluded().forEach((reason, rows) -> read.add("excluded: " + rows + " " + reason));
            file.contents("").partnerNames().forEach((code, name) -> read.add("partner " + code + ": " + name));
            file.contents("").unknownWeights().forEach(unknown -> read.add(unknown.toString()));
            if (file.rows() <= ROWS_LISTED) {
                file.records(row -> read.add(line(row)));
            }
            return read;
        }
    }

    private static String contents(FileContents contents) {
        return "FileContents[currency=" + contents.currency() + ", periods=" + contents.periods() + ", askedFor="
                + contents.answersFor() + ", rows=" + contents.rows() + ", sha256=" + contents.sha256() + "]";
    }

    private static String totals(Totals totals) {
        return "Totals[rows=" + totals.rows() + ", reportedNetWeightKg="
                + decimal(totals.reportedNetWeightGrams()) + ", rowsWithoutNetWeight="
                + totals.rowsWithoutNetWeight() + ", value=" + decimal(totals.valueThousandths()) + "]";
    }

    private static String line(CustomsRecord row) {
        return "line " + row.line() + ": " + row.series().key() + " " + row.period() + " partner " + row.partner()
                + " regime " + row.dimensions().getOrDefault(CustomsRecord.REGIME, "-") + " province "
                + row.dimensions().getOrDefault(CustomsRecord.PROVINCE, "-") + ", " + quantity(row.quantity()) + ", "
                + quantity(row.supplementaryQuantity()) + ", net weight "
                + (row.netWeightGrams().isPresent()
                        ? decimal(row.netWeightGrams().getAsLong()) + " kg"
                        : "-")
                + ", value " + decimal(row.valueThousandths());
    }

    private static String quantity(Optional<Quantity> quantity) {
        return quantity.map(reported -> decimal(reported.thousandths()) + " " + reported.unit())
                .orElse("-");
    }

    private static String decimal(long thousandths) {
        return BigDecimal.valueOf(thousandths, 3).stripTrailingZeros().toPlainString();
    }

    private static Stream<Path> expectations(String folder) throws IOException, URISyntaxException {
        Path path = Path.of(Objects.requireNonNull(SampleFilesTest.class.getResource("/gacc/" + folder))
                .toURI());
        try (Stream<Path> files = Files.list(path)) {
            List<Path> expectations = files.filter(file -> file.toString().endsWith(".expected"))
                    .sorted()
                    .toList();
            assertThat(expectations).isNotEmpty();
            return expectations.stream();
        }
    }

    private static Path file(Path expectation) {
        String name = expectation.getFileName().toString().replace(".expected", ".csv");
        Path plain = expectation.resolveSibling(name);
        return Files.exists(plain) ? plain : expectation.resolveSibling(name + ".gz");
    }
}
