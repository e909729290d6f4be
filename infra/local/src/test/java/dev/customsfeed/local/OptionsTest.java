package dev.customsfeed.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.ServerSocket;
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
                .isEqualTo(new Options(
                        List.of(Project.SAMPLES, Project.SAMPLES.resolveSibling("graphite")),
                        Project.ROOT.resolve("infra/local/output"),
                        false,
                        0,
                        false));
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

        assertThat(options).isEqualTo(new Options(List.of(input), folder.resolve("out"), true, 8080, false));
        assertThat(Options.parse(List.of("--help"), folder).help()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--inptu x",
                "--input",
                "--input --once",
                "--input=",
                "--once=yes",
                "--help=x",
                "--port many",
                "--port=70000",
                "--port=-1",
                "--port=٨٠٨٠",
                "--input=/no/such/folder",
                "--input pom.xml",
                "--output pom.xml",
                "--output=pom.xml/deep/within",
                "--output /",
                "x"
            })
    void a_wrong_call_is_named_in_one_line(String call) {
        assertThatExceptionOfType(Options.UsageException.class)
                .isThrownBy(() ->
                        Options.parse(List.of(call.split(" ")), Project.ROOT).check())
                .withMessageStartingWith("found ")
                .withMessageContaining("expected")
                .withMessageEndingWith("(--help says how to call)")
                .satisfies(wrong -> assertThat(wrong.getMessage()).doesNotContain("\n"));
    }

    @Test
    void values_may_follow_an_equals_sign() throws Exception {
        Options options = Options.parse(List.of("--input=a=b", "--output=--c", "--port=1"), folder);

        assertThat(options.inputs()).containsExactly(Path.of("a=b").toAbsolutePath());
        assertThat(options.output()).isEqualTo(Path.of("--c").toAbsolutePath());
        assertThat(options.port()).isEqualTo(1);
    }

    @Test
    void a_port_in_use_is_found_before_anything_is_started() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            List<String> call = List.of(
                    "--port=" + taken.getLocalPort(),
                    "--output",
                    folder.resolve("out").toString());

            assertThatExceptionOfType(Options.UsageException.class)
                    .isThrownBy(() -> Options.parse(call, Project.ROOT).check())
                    .withMessageContaining("port " + taken.getLocalPort() + " in use");
            Options.parse(Stream.concat(call.stream(), Stream.of("--once")).toList(), Project.ROOT)
                    .check();
        }
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void links_do_not_hide_that_one_folder_lies_in_the_other() throws Exception {
        Path input = Files.createDirectory(folder.resolve("in"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), input);

        assertThatExceptionOfType(Options.UsageException.class)
                .isThrownBy(() -> Options.parse(
                                List.of("--input", input.toString(), "--output", link + "/out"), Project.ROOT)
                        .check())
                .withMessageContaining("two folders apart");
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
                                Project.ROOT)
                        .check())
                .withMessageContaining("out-rejected to write to");
    }

    @Test
    void an_output_within_the_input_is_refused() {
        assertThatExceptionOfType(Options.UsageException.class).isThrownBy(() -> Options.parse(
                        List.of(
                                "--input",
                                folder.toString(),
                                "--output",
                                folder.resolve("out").toString()),
                        Project.ROOT)
                .check());
    }

    @Test
    void several_inputs_are_taken_together_in_the_order_in_which_they_are_named() throws Exception {
        assertThat(Options.parse(List.of("--input", "/b", "--input=/a"), folder).inputs())
                .containsExactly(Path.of("/b"), Path.of("/a"));
    }

    @Test
    void each_of_several_inputs_has_to_be_there_and_apart_from_the_output() throws Exception {
        String there = folder.toString();
        assertThatExceptionOfType(Options.UsageException.class)
                .isThrownBy(() -> Options.parse(
                                List.of("--input", there, "--input", there + "/none", "--output", there + "-out"),
                                folder)
                        .check())
                .withMessageContaining("/none");
        assertThatExceptionOfType(Options.UsageException.class)
                .isThrownBy(() -> Options.parse(
                                List.of(
                                        "--input",
                                        Project.SAMPLES.toString(),
                                        "--input",
                                        there,
                                        "--output",
                                        there + "/out"),
                                folder)
                        .check())
                .withMessageContaining("two folders apart");
    }
}
