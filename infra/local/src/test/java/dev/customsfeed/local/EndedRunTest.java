package dev.customsfeed.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command as a process of its own: what ending it, in order or not, leaves, and two of them at once. */
class EndedRunTest {

    @TempDir
    Path folder;

    private Command command;

    @BeforeEach
    void on() {
        command = new Command(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"starting", "read 1 of", "following"})
    void whenever_it_is_ended_it_leaves_no_process_and_no_temporary_folder(String when) throws Exception {
        command.input("magnesium-2025-10.csv", "magnesium-2025-11.csv");
        Process process = command.run().start();
        List<ProcessHandle> children = Command.until(process, when);

        process.destroy();

        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(143);
        assertThat(children).noneMatch(ProcessHandle::isAlive);
        assertThat(command.temporary()).containsExactly(".alive");
    }

    @ParameterizedTest
    @ValueSource(strings = {"read 1 of", "recomputed"})
    void after_it_was_killed_the_next_run_starts_clean_and_completes(String when) throws Exception {
        command.input("magnesium-2025-10.csv", "magnesium-2025-11.csv");
        Process killed = command.run().start();
        List<ProcessHandle> children = Command.until(killed, when);

        killed.destroyForcibly().waitFor();

        for (ProcessHandle child : children) {
            assertThat(child.onExit()).succeedsWithin(5, TimeUnit.MINUTES);
        }
        assertThat(command.temporary()).hasSize(2);
        Process next = command.run("--once").start();
        Command.said(next);
        assertThat(next.waitFor()).isZero();
        assertThat(command.temporary()).containsExactly(".alive");
        assertThat(command.json("magnesium/feed.json").path("items")).hasSize(2);
        assertThat(command.output(".customs-feed-part")).doesNotExist();
    }

    @Test
    void a_second_run_on_the_same_output_says_so_and_ends() throws Exception {
        command.input("magnesium-2025-11.csv");
        Process first = command.run().start();
        Command.until(first, "starting");

        Process second = command.run("--once").start();

        assertThat(Command.said(second))
                .singleElement()
                .asString()
                .startsWith("found another run that writes to " + command.output(""));
        assertThat(second.waitFor()).isEqualTo(2);
        first.destroyForcibly().waitFor();
    }
}
