package dev.customsfeed.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command as a process of its own: what a user's environment and signals do to it. */
class RunTest {

    private static final String KEY = "incoming/gacc/flow=export/hs=8104/";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Duser.language=ar -Duser.country=EG -Duser.extensions=nu-arab",
                "-Duser.language=fa -Duser.country=IR -Duser.extensions=nu-arabext",
                "-Duser.language=th -Duser.country=TH -Duser.extensions=ca-buddhist-nu-thai -Duser.timezone=Pacific/Kiritimati"
            })
    void figures_are_the_same_under_every_locale_and_zone(String defaults) throws Exception {
        input("magnesium-2025-10.csv", "magnesium-2025-11.csv");
        ProcessBuilder run = run("--once");
        run.environment().put("JAVA_TOOL_OPTIONS", defaults);

        Process process = run.start();

        assertThat(said(process)).anySatisfy(line -> assertThat(line).matches("  Total +3[0-9],[0-9]{3} .*"));
        assertThat(process.waitFor()).isZero();
        assertThat(json("magnesium/reports/2025-11.json")
                        .at("/total/month/netWeightKg")
                        .isIntegralNumber())
                .isTrue();
    }

    @Test
    void names_that_the_locale_cannot_read_are_named_and_the_run_goes_on() throws Exception {
        input("magnesium-2025-11.csv");
        Path file = folder.resolve("in").resolve(KEY + "镁.csv");
        Files.copy(Project.SAMPLE_FILES.resolve("magnesium-2025-10.csv"), file);
        ProcessBuilder run = run("--once");
        run.environment().put("LC_ALL", "C");

        Process process = run.start();

        assertThat(said(process))
                .anySatisfy(line ->
                        assertThat(line).startsWith("passed over: " + KEY).contains("LC_ALL"));
        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(json("magnesium/feed.json").path("items")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"starting", "read 1 of", "following"})
    void whenever_it_is_ended_it_leaves_no_process_and_no_temporary_folder(String when) throws Exception {
        input("magnesium-2025-10.csv", "magnesium-2025-11.csv");
        Process process = run().start();
        List<ProcessHandle> children = until(process, when);

        process.destroy();

        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(143);
        assertThat(children).noneMatch(ProcessHandle::isAlive);
        assertThat(temporary()).containsExactly(".alive");
    }

    @ParameterizedTest
    @ValueSource(strings = {"read 1 of", "recomputed"})
    void after_it_was_killed_the_next_run_starts_clean_and_completes(String when) throws Exception {
        input("magnesium-2025-10.csv", "magnesium-2025-11.csv");
        Process killed = run().start();
        List<ProcessHandle> children = until(killed, when);

        killed.destroyForcibly().waitFor();

        for (ProcessHandle child : children) {
            assertThat(child.onExit()).succeedsWithin(5, TimeUnit.MINUTES);
        }
        assertThat(temporary()).hasSize(2);
        Process next = run("--once").start();
        said(next);
        assertThat(next.waitFor()).isZero();
        assertThat(temporary()).containsExactly(".alive");
        assertThat(json("magnesium/feed.json").path("items")).hasSize(2);
        assertThat(output(".customs-feed-part")).doesNotExist();
    }

    @Test
    void a_second_run_on_the_same_output_says_so_and_ends() throws Exception {
        input("magnesium-2025-11.csv");
        Process first = run().start();
        until(first, "starting");

        Process second = run("--once").start();

        assertThat(said(second))
                .singleElement()
                .asString()
                .startsWith("found another run that writes to " + output(""));
        assertThat(second.waitFor()).isEqualTo(2);
        first.destroyForcibly().waitFor();
    }

    @Test
    void help_needs_neither_a_build_nor_java() throws Exception {
        Process help = new ProcessBuilder(
                        Project.ROOT.resolve("infra/local/run").toString(), "--port", "1", "--help")
                .redirectErrorStream(true)
                .start();

        assertThat(said(help))
                .isEqualTo(Files.readAllLines(
                        Project.ROOT.resolve("infra/local/src/main/resources/dev/customsfeed/local/usage.txt")));
        assertThat(help.waitFor()).isZero();
    }

    @Test
    void a_wrong_call_is_found_from_the_source_alone() throws Exception {
        Process check = java(List.of(
                Project.ROOT
                        .resolve("infra/local/src/main/java/dev/customsfeed/local/Options.java")
                        .toString(),
                Project.ROOT.toString(),
                "--onec"));

        assertThat(said(check)).singleElement().asString().startsWith("found '--onec'");
        assertThat(check.waitFor()).isEqualTo(2);
    }

    private void input(String... files) throws IOException {
        Path input = folder.resolve("in");
        Files.createDirectories(input.resolve("feeds"));
        Files.copy(Project.SAMPLES.resolve("feeds/magnesium.json"), input.resolve("feeds/magnesium.json"));
        Files.createDirectories(input.resolve(KEY));
        for (String file : files) {
            Files.copy(Project.SAMPLE_FILES.resolve(file), input.resolve(KEY + file));
        }
    }

    private ProcessBuilder run(String... options) throws IOException {
        Path temporary = Files.createDirectories(folder.resolve("temporary"));
        List<String> arguments = new ArrayList<>(List.of(
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                LocalFeed.class.getName(),
                Project.ROOT.toString(),
                temporary.toString(),
                "--input=" + folder.resolve("in"),
                "--output=" + output("")));
        arguments.addAll(List.of(options));
        return builder(arguments);
    }

    private static Process java(List<String> arguments) throws IOException {
        return builder(arguments).start();
    }

    private static ProcessBuilder builder(List<String> arguments) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        return builder;
    }

    private static List<String> said(Process process) throws IOException {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            return out.lines().toList();
        }
    }

    /** Reads what a process says until it says {@code what}; its children then. */
    private static List<ProcessHandle> until(Process process, String what) throws IOException {
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        while (line != null && !line.startsWith(what)) {
            line = out.readLine();
        }
        assertThat(line).as("a line that starts with " + what).isNotNull();
        return process.descendants().toList();
    }

    private List<String> temporary() throws IOException {
        try (Stream<Path> left = Files.list(folder.resolve("temporary"))) {
            return left.map(path -> path.getFileName().toString()).toList();
        }
    }

    private Path output(String path) {
        return folder.resolve("out").resolve(path);
    }

    private JsonNode json(String path) throws IOException {
        return new JsonMapper().readTree(output(path).toFile());
    }
}
