package dev.customsfeed.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program in a JVM of its own with a small heap: what runs out of memory there fails the test and not the tests. */
public final class SmallHeap {

    private SmallHeap() {}

    /**
     * Runs a program on a file, which it is handed by its path; what it writes lies beside the file.
     *
     * @param heap as {@code -Xmx} takes it, e.g. {@code 16m}
     * @return all that it printed
     */
    public static String run(Class<?> program, String heap, Path file) throws IOException, InterruptedException {
        Path output = file.resolveSibling("output");
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process child = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heap,
                        "-cp",
                        classPath,
                        program.getName(),
                        file.toString()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = child.waitFor(10, TimeUnit.MINUTES);
        child.destroyForcibly();
        assertThat(ended).isTrue();
        return Files.readString(output, StandardCharsets.UTF_8);
    }
}
