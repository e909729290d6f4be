package dev.customsfeed.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command as a process of its own: what a user's environment does to it. */
class RunTest {

    @TempDir
    Path folder;

    private Command command;

    @BeforeEach
    void on() {
        command = new Command(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Duser.language=ar -Duser.country=EG -Duser.extensions=nu-arab",
                "-Duser.language=fa -Duser.country=IR -Duser.extensions=nu-arabext",
                "-Duser.language=th -Duser.country=TH -Duser.extensions=ca-buddhist-nu-thai -Duser.timezone=Pacific/Kiritimati"
            })
    void figures_are_the_same_under_every_locale_and_zone(String defaults) throws Exception {
        command.input("magnesium-2025-10.csv", "magnesium-2025-11.csv");
        ProcessBuilder run = command.run("--once");
        run.environment().put("JAVA_TOOL_OPTIONS", defaults);

        Process process = run.start();

        assertThat(Command.said(process)).anySatisfy(line -> assertThat(line).matches("  Total +3[0-9],[0-9]{3} .*"));
        assertThat(process.waitFor()).isZero();
        assertThat(command.json("magnesium/reports/2025-11.json")
                        .at("/total/month/netWeightKg")
                        .isIntegralNumber())
                .isTrue();
    }

    @Test
    void names_that_the_locale_cannot_read_are_named_and_the_run_goes_on() throws Exception {
        command.input("magnesium-2025-11.csv");
        Path file = folder.resolve("in").resolve(Command.KEY + "镁.csv");
        Files.copy(Project.SAMPLE_FILES.resolve("magnesium-2025-10.csv"), file);
        ProcessBuilder run = command.run("--once");
        run.environment().put("LC_ALL", "C");

        Process process = run.start();

        assertThat(Command.said(process)).anySatisfy(line -> assertThat(line)
                .startsWith("passed over: " + Command.KEY)
                .contains("LC_ALL"));
        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(command.json("magnesium/feed.json").path("items")).hasSize(1);
    }

    @Test
    void help_needs_neither_a_build_nor_java() throws Exception {
        Process help = new ProcessBuilder(
                        Project.ROOT.resolve("infra/local/run").toString(), "--port", "1", "--help")
                .redirectErrorStream(true)
                .start();

        assertThat(Command.said(help))
                .isEqualTo(Files.readAllLines(
                        Project.ROOT.resolve("infra/local/src/main/resources/dev/customsfeed/local/usage.txt")));
        assertThat(help.waitFor()).isZero();
    }

    @Test
    void a_wrong_call_is_found_from_the_source_alone() throws Exception {
        Process check = Command.java(List.of(
                Project.ROOT
                        .resolve("infra/local/src/main/java/dev/customsfeed/local/Options.java")
                        .toString(),
                Project.ROOT.toString(),
                "--onec"));

        assertThat(Command.said(check)).singleElement().asString().startsWith("found '--onec'");
        assertThat(check.waitFor()).isEqualTo(2);
    }
}
