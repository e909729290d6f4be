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
import java.util.stream.Stream;

/** The command as a process of its own, with its input, its output and what is temporary in a folder. */
record Command(Path folder) {

    static final String KEY = "incoming/gacc/flow=export/hs=8104/";

    void input(String... files) throws IOException {
        Path input = folder.resolve("in");
        Files.createDirectories(input.resolve("feeds"));
        Files.copy(Project.SAMPLES.resolve("feeds/magnesium.json"), input.resolve("feeds/magnesium.json"));
        Files.createDirectories(input.resolve(KEY));
        for (String file : files) {
            Files.copy(Project.SAMPLE_FILES.resolve(file), input.resolve(KEY + file));
        }
    }

    ProcessBuilder run(String... options) throws IOException {
        Path temporary = Files.createDirectories(folder.resolve("temporary"));
        List<String> arguments = new ArrayList<>(List.of(
                // As infra/local/run has it.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
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

    static Process java(List<String> arguments) throws IOException {
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

    static List<String> said(Process process) throws IOException {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            return out.lines().toList();
        }
    }

    /** Reads what a process says until it says {@code what}; its children then. */
    static List<ProcessHandle> until(Process process, String what) throws IOException {
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        while (line != null && !line.startsWith(what)) {
            line = out.readLine();
        }
        assertThat(line).as("a line that starts with " + what).isNotNull();
        return process.descendants().toList();
    }

    List<String> temporary() throws IOException {
        try (Stream<Path> left = Files.list(folder.resolve("temporary"))) {
            return left.map(path -> path.getFileName().toString()).toList();
        }
    }

    Path output(String path) {
        return folder.resolve("out").resolve(path);
    }

    JsonNode json(String path) throws IOException {
        return new JsonMapper().readTree(output(path).toFile());
    }
}
