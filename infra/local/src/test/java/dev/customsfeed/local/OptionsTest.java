package dev.customsfeed.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @TempDir
    Path folder;

    @Test
    void without_arguments_the_samples_are_served() throws Exception {
        Options options = Options.parse(List.of(), Project.ROOT);

        assertThat(options)
                .isEqualTo(new Options(Project.SAMPLES, Project.ROOT.resolve("infra/local/output"), false, 0, false));
    }

    @Test
    void every_option_is_understood() throws Exception {
        Path input = Files.createDirectory(folder.resolve("in"));

        Options options = Options.parse(
                List.of(
                        "--once",
                        "--input",
                        input.toString(),
                        "--output",
                        folder.resolve("out").toString(),
                        "--port",
                        "8080"),
                Project.ROOT);

        assertThat(options).isEqualTo(new Options(input, folder.resolve("out"), true, 8080, false));
        assertThat(Options.parse(List.of("--help"), folder).help()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--inptu x",
                "--input",
                "--input --once",
                "--port many",
                "--port 70000",
                "--input /no/such/folder",
                "x"
            })
    void a_wrong_call_is_named(String call) {
        assertThatExceptionOfType(Options.UsageException.class)
                .isThrownBy(() -> Options.parse(List.of(call.split(" ")), Project.ROOT))
                .withMessageStartingWith("found ")
                .withMessageContaining("expected");
    }

    @Test
    void reports_are_written_beside_the_output_and_never_into_the_input() throws Exception {
        Path input = Files.createDirectory(folder.resolve("out-rejected"));
        List<String> call = List.of("--output", folder.resolve("out").toString());

        assertThat(Options.parse(call, Project.ROOT).rejected()).isEqualTo(input);
        assertThatExceptionOfType(Options.UsageException.class)
                .isThrownBy(() -> Options.parse(
                        Stream.concat(call.stream(), Stream.of("--input", input.toString()))
                                .toList(),
                        Project.ROOT))
                .withMessageContaining("out-rejected to write to");
    }

    @Test
    void an_output_within_the_input_is_refused() {
        assertThatExceptionOfType(Options.UsageException.class)
                .isThrownBy(() -> Options.parse(
                        List.of(
                                "--input",
                                folder.toString(),
                                "--output",
                                folder.resolve("out").toString()),
                        Project.ROOT));
    }
}
