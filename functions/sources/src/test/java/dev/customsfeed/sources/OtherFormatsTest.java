package dev.customsfeed.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.customsfeed.sources.file.FileLimits;
import dev.customsfeed.sources.key.Declaration;
import dev.customsfeed.sources.key.Packing;
import dev.customsfeed.sources.layout.Source;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.RejectedFileException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes in place of a file is told as what it is, beside what its source has, under every name that a file can have. */
class OtherFormatsTest {

    private static final String PAGE = "<!DOCTYPE html>\n<html><body>服务不可用</body></html>\n";
    private static final String ERROR = "{\"error\": {\"code\": 503, \"message\": \"系统繁忙\"}}\n";

    private static final Map<String, String> EXPECTED = Map.of(
            "gacc", "a CSV file",
            "comext", "a bulk file of Comext (full_v2: CSV, plain or packed) or an SDMX-CSV file",
            "comtrade",
                    "an answer of the API in JSON (an object with count and data), a CSV file or a bulk file (text with tabs)",
            "uscensus", "an answer of the API in JSON (an array of arrays) or a CSV file",
            "comexstat", "a CSV file");

    @TempDir
    private Path folder;

    /** Each ending of each source, but archives: what is none of them is told by its own case. */
    static Stream<Arguments> endings() {
        return Sources.ALL.stream().flatMap(source -> source.keys().endings().entrySet().stream()
                .filter(ending -> ending.getValue() != Packing.SEVEN_ZIP)
                .map(ending -> Arguments.of(source.id(), ending.getKey())));
    }

    @Test
    void every_source_says_what_its_files_are() {
        assertThat(Sources.ALL)
                .allSatisfy(source -> assertThat(source.fileKinds()).isEqualTo(expected(source.id())));
    }

    private static String expected(String id) {
        return Objects.requireNonNull(
                EXPECTED.get(id), () -> "EXPECTED has no line for " + id + ", expected what its files are");
    }

    @ParameterizedTest(name = "{1} of {0}")
    @MethodSource("endings")
    void a_web_page_is_named_beside_what_the_source_has(String id, String ending) throws Exception {
        Source source = Sources.find(id).orElseThrow();
        Problem problem = problem(source, ending, PAGE);

        assertThat(problem).hasToString("other-format: found a web page (HTML), expected " + expected(source.id()));
        assertThat(problem.advice()).contains(source.download());
    }

    @ParameterizedTest(name = "{1} of {0}")
    @MethodSource("endings")
    void an_error_in_json_is_named_beside_what_the_source_has(String id, String ending) throws Exception {
        Source source = Sources.find(id).orElseThrow();
        Problem problem = problem(source, ending, ERROR);

        if (source.id().equals("comtrade")) {
            // It answers in JSON itself, and says what is wrong in fields that are known.
            assertThat(problem)
                    .hasToString(
                            "json-without-data: found an object without data, expected an answer of UN Comtrade's API: an object with count"
                                    + " and data");
        } else {
            assertThat(problem)
                    .hasToString("other-format: line 1: found data in JSON, which begin with \"" + ERROR.strip()
                            + "\", expected " + expected(source.id()));
        }
        assertThat(problem.advice()).contains(source.download());
    }

    private Problem problem(Source source, String ending, String text) throws IOException, RejectedFileException {
        String declared = source.keys().required().stream()
                .map(OtherFormatsTest::declaration)
                .collect(Collectors.joining());
        Path file = folder.resolve("file" + ending);
        try (OutputStream plain = Files.newOutputStream(file);
                OutputStream out = ending.endsWith(".gz") ? new GZIPOutputStream(plain) : plain) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        var key = Sources.key("incoming/" + source.id() + "/" + declared + "file" + ending);
        RejectedFileException rejected = catchThrowableOfType(
                RejectedFileException.class, () -> Sources.check(file, key, SampleFiles.BEGUN, FileLimits.DEFAULTS));
        assertThat(rejected.problems().first()).hasSize(1);
        return rejected.problems().first().get(0);
    }

    private static String declaration(Declaration declaration) {
        return declaration.id()
                + switch (declaration) {
                    case FLOW -> "=export/";
                    case PERIOD -> "=2025-12/";
                    case HS, KEEP -> "=8104/";
                    case ROWS -> "=complete/";
                    case REPORTERS -> "=DE/";
                    case VINTAGE -> "=2026-01-05/";
                    case PARTNER, PROVINCE, REGIME -> "=10/";
                    case PAGE -> "=1of1/";
                };
    }
}
