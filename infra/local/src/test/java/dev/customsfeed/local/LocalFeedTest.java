package dev.customsfeed.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFeedTest {

    private static final Duration LIMIT = Duration.ofMinutes(10);

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void the_samples_become_a_feed_that_says_what_the_published_review_says() throws Exception {
        int status = runWithItsOwnEmulators("--once", "--output", output().toString());

        assertThat(said())
                .contains("DynamoDB Local answers after", "S3Mock answers after")
                .containsPattern("read (\\d+) of \\1 files")
                .contains("Magnesium ingot")
                .contains("Spherical graphite")
                .contains("2025-12");
        assertThat(status).isZero();
        try (Stream<Path> reports = Files.list(output().resolve("magnesium/reports"))) {
            assertThat(reports).hasSize(24);
        }
        JsonNode report = json("magnesium/reports/2025-12.json");
        for (JsonNode figure : new JsonMapper()
                .readTree(LocalFeedTest.class.getResourceAsStream("/acceptance/smm-review-2025.json"))
                .path("figures")) {
            assertThat(Acceptance.stated(figure, report))
                    .as(figure.path("says").asText())
                    .isEqualByComparingTo(Acceptance.expected(figure));
        }
    }

    @Test
    void another_commodity_is_another_feed_and_page_without_a_line_of_code() throws Exception {
        int status = run(
                "--once",
                "--input",
                Project.SAMPLES.resolveSibling("graphite").toString(),
                "--output",
                output().toString());

        assertThat(status).isZero();
        assertThat(said()).contains("read 44 of 44 files").contains("Spherical graphite");
        assertThat(json("graphite/feed.json").path("items")).hasSize(24);
        assertThat(output().resolve("graphite/reports/2019-01.json"))
                .as("84 months")
                .exists();
        assertThat(output().resolve("graphite/index.html")).content().contains("China&#39;s graphite exports");
        assertThat(json("graphite/page/overview.json").path("products").findValuesAsText("id"))
                .contains("flake", "spherical", "artificial");
        assertThat(json("graphite/reports/2023-12.json")
                        .path("total")
                        .path("month")
                        .path("momPct")
                        .asDouble())
                .as("the controls came into force")
                .isNegative();
    }

    @Test
    void two_feeds_of_one_bucket_lie_side_by_side_and_are_listed() throws Exception {
        Path input = folder.resolve("in");
        copy("feeds/magnesium.json", input);
        copy("incoming/gacc/flow=export/hs=8104/magnesium-2025-11.csv", input);
        for (String key : List.of(
                "feeds/graphite.json",
                "incoming/gacc/flow=export/hs=25041010+25041091+38011000/graphite-2024-12.csv")) {
            Path target = input.resolve(key);
            Files.createDirectories(target.getParent());
            Files.copy(Project.SAMPLES.resolveSibling("graphite").resolve(key), target);
        }

        int status = run("--once", "--input", input.toString(), "--output", output().toString());

        assertThat(status).isZero();
        assertThat(json("feeds.json").path("feeds").findValuesAsText("page"))
                .containsExactly("graphite/index.html", "magnesium/index.html")
                .allSatisfy(page -> assertThat(output().resolve(page)).exists());
        assertThat(output().resolve("index.html")).content().contains("graphite/index.html", "magnesium/index.html");
    }

    @Test
    void a_rejected_file_is_named_with_its_reason_and_the_rest_is_published() throws Exception {
        Path input = folder.resolve("in");
        copy("feeds/magnesium.json", input);
        copy("incoming/gacc/flow=export/hs=8104/magnesium-2025-11.csv", input);
        Path bad = input.resolve("incoming/gacc/magnesium-2025-10.csv");
        Files.copy(Project.SAMPLE_FILES.resolve("magnesium-2025-10.csv"), bad);

        int status = run("--once", "--input", input.toString(), "--output", output().toString());

        assertThat(said())
                .contains("rejected: incoming/gacc/magnesium-2025-10.csv")
                .contains("flow=export");
        assertThat(status).isEqualTo(1);
        assertThat(json("magnesium/feed.json").path("items")).hasSize(1);
    }

    @Test
    void the_first_ten_problems_of_a_file_are_told_and_the_report_on_it_has_all() throws Exception {
        Path input = folder.resolve("in");
        copy("feeds/magnesium.json", input);
        Path bad = input.resolve("incoming/gacc/flow=export/archive/bad.csv");
        Files.createDirectories(bad.getParent());
        Files.writeString(
                bad,
                "Date of data,Commodity code,Trading partner code,US dollar\n" + "202512,81041100,111,-1\n".repeat(12));

        run("--once", "--input", input.toString(), "--output", output().toString());

        Path report = folder.resolve("out-rejected/incoming/gacc/flow=export/archive/bad.csv.json");
        assertThat(said())
                .contains("line 11, column 4 (US dollar): found \"-1\"")
                .doesNotContain("line 12")
                .contains("and 2 more; the report: " + report);
        assertThat(new JsonMapper().readTree(report.toFile()).path("problems")).hasSize(12);

        Files.delete(bad);
        run("--once", "--input", input.toString(), "--output", output().toString());
        assertThat(report).doesNotExist();
    }

    @Test
    void changes_of_the_folder_are_in_the_feed_until_it_is_ended() throws Exception {
        Path input = folder.resolve("in");
        copy("feeds/magnesium.json", input);
        Path november = copy("incoming/gacc/flow=export/hs=8104/magnesium-2025-11.csv", input);
        Thread running = new Thread(() -> run("--input", input.toString(), "--output", output().toString()));
        running.start();
        try {
            await(() -> said().contains("following"));
            assertThat(said()).contains("look at http://127.0.0.1:");
            JsonNode served = json("magnesium/feed.json");
            String address = served.path("feed_url").asText();
            assertThat(address).matches("http://127[.]0[.]0[.]1:[0-9]+/magnesium/feed[.]json");
            assertThat(said()).contains(address.replace("magnesium/feed.json", ""));
            assertThat(served.at("/items/0/url").asText())
                    .isEqualTo(address.replace("feed.json", "index.html#lang=en&month=2025-11"));
            assertThat(served.at("/authors/0/url").asText()).isEqualTo(address.replace("magnesium/feed.json", ""));

            copy("incoming/gacc/flow=export/hs=8104/magnesium-2025-10.csv", input);
            await(() -> items() == 2);
            String key = "incoming/gacc/flow=export/hs=8104/magnesium-2025-10.csv";
            await(() -> said().contains("published: magnesium: newest month 2025-11, of 2 months"));
            assertThat(said()).contains("took " + key + ": 2025-10, ").contains("; feeds: magnesium");
            assertThat(folder.resolve("out-taken").resolve(key + ".json")).exists();

            Files.delete(november);
            await(() -> items() == 1);
            assertThat(json("magnesium/feed.json")
                            .at("/items/0/_customs/period")
                            .asText())
                    .isEqualTo("2025-10");

            Path broken = Files.writeString(input.resolve("feeds/broken.json"), "{");
            await(() -> said().contains("rejected: feeds/broken.json"));
            assertThat(said()).doesNotContain("took feeds/broken.json");
            Path report = folder.resolve("out-rejected/feeds/broken.json.json");
            assertThat(report).exists();
            Files.copy(Project.SAMPLE_FILES.resolve("magnesium-2025-09.csv"), input.resolve("incoming/lost.csv"));
            await(() -> said().contains("still rejected: feeds/broken.json"));
            Files.delete(broken);
            await(() -> said().contains("removed: feeds/broken.json"));
            assertThat(report).doesNotExist();

            Path definition = input.resolve("feeds/magnesium.json");
            Files.delete(definition);
            await(() -> said().contains("no longer published: magnesium"));
            assertThat(output().resolve("magnesium/feed.json")).doesNotExist();
            copy("feeds/magnesium.json", input);
            await(() -> Files.exists(output().resolve("magnesium/feed.json")));
        } finally {
            running.interrupt();
            running.join(LIMIT.toMillis());
        }
        assertThat(running.isAlive()).isFalse();
    }

    @Test
    void a_feed_that_cannot_be_published_is_named_with_the_reason_and_what_was_published_before_stays()
            throws Exception {
        Path input = folder.resolve("in");
        Path definition = copy("feeds/magnesium.json", input);
        copy("incoming/gacc/flow=export/hs=8104/magnesium-2025-11.csv", input);
        assertThat(run("--once", "--input", input.toString(), "--output", output().toString()))
                .isZero();
        byte[] before = Files.readAllBytes(output().resolve("magnesium/feed.json"));
        String dollars = Files.readString(definition);

        Files.writeString(definition, dollars.replace("\"USD\"", "\"CNY\""));
        assertThat(run("--once", "--input", input.toString(), "--output", output().toString()))
                .as("a feed in another currency")
                .isEqualTo(1);
        assertThat(said())
                .contains("not published: magnesium: found no month of it")
                .contains("what an earlier run published stays");
        assertThat(output().resolve("magnesium/feed.json")).hasBinaryContent(before);

        Files.writeString(definition, "{");
        copy("feeds/graphite.json", Project.SAMPLES.resolveSibling("graphite"), input);
        copy(
                "incoming/gacc/flow=export/hs=25041010+25041091+38011000/graphite-2024-12.csv",
                Project.SAMPLES.resolveSibling("graphite"),
                input);
        assertThat(run("--once", "--input", input.toString(), "--output", output().toString()))
                .as("a definition that is none, beside a feed that is new")
                .isEqualTo(1);
        assertThat(said()).contains("not published: magnesium: its definition feeds/magnesium.json was not taken");
        assertThat(output().resolve("magnesium/feed.json")).hasBinaryContent(before);
        assertThat(json("feeds.json").path("feeds").findValuesAsText("page"))
                .as("the list of feeds names both")
                .containsExactly("graphite/index.html", "magnesium/index.html")
                .allSatisfy(page -> assertThat(output().resolve(page)).exists());

        Files.delete(definition);
        assertThat(run("--once", "--input", input.toString(), "--output", output().toString()))
                .isZero();
        assertThat(output().resolve("magnesium"))
                .as("its definition is deleted")
                .doesNotExist();
    }

    @Test
    void without_any_definition_what_was_published_before_stays() throws Exception {
        Path input = folder.resolve("in");
        Path definition = copy("feeds/magnesium.json", input);
        copy("incoming/gacc/flow=export/hs=8104/magnesium-2025-11.csv", input);
        run("--once", "--input", input.toString(), "--output", output().toString());

        Files.delete(definition);
        int status = run("--once", "--input", input.toString(), "--output", output().toString());

        assertThat(status).isEqualTo(1);
        assertThat(said()).contains("not published: found no feed definition under feeds/ of " + input);
        assertThat(items()).isEqualTo(1);
    }

    @Test
    void an_input_without_any_file_is_found_before_anything_is_started() {
        int status = run(
                "--once",
                "--input",
                folder.toString(),
                "--output",
                folder.resolveSibling("x-" + folder.getFileName()).toString());

        assertThat(status).isEqualTo(2);
        assertThat(said())
                .contains("found no file under incoming/ or feeds/ of " + folder)
                .doesNotContain("starting");
    }

    @Test
    void an_output_folder_with_files_of_somebody_else_is_found_before_anything_is_started() throws Exception {
        Path mine = Files.writeString(Files.createDirectories(output()).resolve("index.html"), "mine");

        assertThat(run("--once", "--output", output().toString())).isEqualTo(2);

        assertThat(said()).contains(mine + ", which this command did not write").doesNotContain("starting");
        assertThat(mine).hasContent("mine");
    }

    @Test
    void nothing_of_a_title_moves_the_cursor() throws Exception {
        Path input = folder.resolve("in");
        Path definition = copy("feeds/magnesium.json", input);
        copy("incoming/gacc/flow=export/hs=8104/magnesium-2025-11.csv", input);
        JsonNode feed = new JsonMapper().readTree(definition.toFile());
        ((com.fasterxml.jackson.databind.node.ObjectNode) feed.path("title")).put("en", "Magnesium \u001B[2J\u202E");
        new JsonMapper().writeValue(definition.toFile(), feed);

        run("--once", "--input", input.toString(), "--output", output().toString());

        assertThat(said()).doesNotContain("\u001B", "\u202E");
    }

    @Test
    void files_that_revise_each_other_count_in_the_order_of_their_numbers() throws Exception {
        Path input = folder.resolve("in");
        copy("feeds/magnesium.json", input);
        Path folderOfFiles = Files.createDirectories(input.resolve("incoming/gacc/flow=export/hs=8104"));
        for (String name : List.of("download (9).csv", "download (10).csv")) {
            Files.copy(Project.SAMPLE_FILES.resolve("magnesium-2025-11.csv"), folderOfFiles.resolve(name));
        }

        run("--once", "--input", input.toString(), "--output", output().toString());

        assertThat(json("magnesium/page/overview.json").findValuesAsText("key"))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(key).endsWith("download (10).csv"));
    }

    @Test
    void a_wrong_call_says_how_to_call() {
        assertThat(run("--onec")).isEqualTo(2);
        assertThat(said().lines()).singleElement().asString().contains("--onec").contains("--help");
    }

    @Test
    void help_is_given() {
        assertThat(run("--help")).isZero();
        assertThat(said()).startsWith("Usage:");
    }

    private Path output() {
        return folder.resolve("out");
    }

    private int runWithItsOwnEmulators(String... arguments) {
        return LocalFeed.run(List.of(arguments), Project.ROOT, folder.resolve("temporary"), out());
    }

    private int run(String... arguments) {
        return LocalFeed.run(
                List.of(arguments), Project.ROOT, folder.resolve("temporary"), out(), SharedSystems::start);
    }

    private PrintStream out() {
        return new PrintStream(said, true, StandardCharsets.UTF_8);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private int items() {
        return json("magnesium/feed.json").path("items").size();
    }

    private JsonNode json(String path) {
        try {
            return new JsonMapper().readTree(output().resolve(path).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path copy(String key, Path input) throws IOException {
        return copy(key, Project.SAMPLES, input);
    }

    private static Path copy(String key, Path samples, Path input) throws IOException {
        Path target = input.resolve(key);
        Files.createDirectories(target.getParent());
        return Files.copy(samples.resolve(key), target);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long limit = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("the limit of " + LIMIT).isLessThan(limit);
            Thread.onSpinWait();
            Thread.yield();
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        }
    }
}
