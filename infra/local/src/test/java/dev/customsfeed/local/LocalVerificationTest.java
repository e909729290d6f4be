package dev.customsfeed.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command that compares a folder of files. */
class LocalVerificationTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    private static final Path SAMPLE = Project.ROOT.resolve("events/verification");
    private static final String DECLARATIONS =
            "declaration_no,item_no,enterprise,hs,quantity,unit,value,currency,export_date\n"
                    + "020220260000000001,01,1200000001,8104110000,1000,kg,5000,USD,2026-01-10\n";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private int run(String... arguments) {
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return LocalVerification.run(List.of(arguments), folder, TODAY, out);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private Path file(String name, String text) throws IOException {
        Path file = folder.resolve("in").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void the_sample_gives_a_report_a_table_of_findings_and_a_status_that_tells_of_errors() throws IOException {
        int status = run(
                SAMPLE.toString(),
                "--day",
                "2026-03-10",
                "--output",
                folder.resolve("out").toString());

        assertThat(status).isEqualTo(1);
        assertThat(said()).contains("error  not-refunded-but-paid", "exporter", "the report: ");
        for (String name : List.of("report.json", "index.html", "index.zh.html", "findings.csv")) {
            assertThat(folder.resolve("out").resolve(name)).isNotEmptyFile();
        }
        assertThat(Files.readString(folder.resolve("out/report.json"))).contains("\"verification/certificates/");
    }

    @Test
    void nothing_found_is_status_0_and_the_files_may_lie_in_the_folder_itself() throws IOException {
        file("declarations-2026-01.csv", DECLARATIONS);

        int status = run(folder.resolve("in").toString());

        assertThat(status).isZero();
        assertThat(said())
                .contains("declarations-2026-01.csv is taken as verification/declarations/office=customs/")
                .contains("0 errors");
        assertThat(folder.resolve("infra/local/output-verification/report.json"))
                .isNotEmptyFile();
    }

    @Test
    void a_file_that_is_wrong_is_status_4_and_the_report_is_on_the_others() throws IOException {
        file("declarations.csv", DECLARATIONS);
        file("declarations-2.csv", DECLARATIONS.replace("1000,kg", "-1000,kg"));

        int status = run(folder.resolve("in").toString(), "--output=" + folder.resolve("out"));

        assertThat(status).isEqualTo(4);
        assertThat(said())
                .contains("rejected: verification/declarations/office=customs/declarations-2.csv", "line 2, column 5");
        assertThat(Files.readString(folder.resolve("out/report.json"))).contains("\"declared\" : \"1000\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--day 2026-06-02 .",
                "--day soon .",
                "--unknown",
                ". .",
                "no-such-folder",
                "--output",
                "--help=.",
                "--output --day ."
            })
    void a_wrong_call_is_status_2_in_one_line(String call) {
        assertThat(run(call.isEmpty() ? new String[0] : call.split(" "))).isEqualTo(2);
        assertThat(said().lines()).hasSize(1).allMatch(line -> line.startsWith("found "));
    }

    @Test
    void help_says_how_to_call() {
        assertThat(run("--help")).isZero();
        assertThat(said()).startsWith("Usage: infra/local/verify DIR");
    }
}
