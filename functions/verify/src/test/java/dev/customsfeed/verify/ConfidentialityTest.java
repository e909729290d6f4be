package dev.customsfeed.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.emulators.SourceTree;
import dev.customsfeed.ledger.ObjectVersion;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** No number of a declaration or certificate is in anything that is written outside of the bucket and the table of the verification. */
class ConfidentialityTest {

    private static final Path SAMPLE = Path.of("../../events/verification");
    private static final Pattern NUMBERS = Pattern.compile("0202202[56][01]7301[0-9]{5}|SAMPLE-ZM-[0-9]+");

    private final Workbench workbench = new Workbench();
    private final Set<String> numbers = new TreeSet<>();

    private List<String> uploadSample() throws IOException {
        List<String> events = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SAMPLE.resolve("verification"))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                byte[] bytes = Files.readAllBytes(file);
                Matcher matcher = NUMBERS.matcher(new String(bytes, Charset.forName("GB18030")));
                while (matcher.find()) {
                    numbers.add(matcher.group());
                }
                String key = SAMPLE.relativize(file).toString();
                events.add(workbench.created(workbench.put(key, bytes)));
            }
        }
        // Names of files have numbers in them too.
        String number = numbers.iterator().next();
        ObjectVersion named = workbench.put(
                "verification/uses/office=customs/" + number + ".csv",
                ("certificate_no\n" + number + "\n").getBytes(StandardCharsets.UTF_8));
        events.add(workbench.created(named));
        return events;
    }

    private void isConfidential() {
        assertThat(numbers).hasSizeGreaterThan(15);
        String said = workbench.said.toString(StandardCharsets.UTF_8);
        assertThat(said).isNotEmpty();
        numbers.forEach(number -> assertThat(said).as("log and metrics").doesNotContain(number));
        for (Map.Entry<String, String> name : workbench.names.entrySet()) {
            if (name.getKey().endsWith("Table") && !name.getKey().equals("VerificationTable")) {
                assertThat(Workbench.DYNAMO_DB
                                .scan(scan -> scan.tableName(name.getValue()))
                                .items())
                        .as(name.getKey())
                        .isEmpty();
            } else if (!name.getKey().endsWith("Table") && !name.getKey().equals("VerificationBucket")) {
                assertThat(Workbench.objects(name.getValue())).as(name.getKey()).isEmpty();
            }
        }
    }

    @Test
    void of_the_sample_nothing_is_told_to_logs_metrics_and_other_buckets_and_tables() throws IOException {
        workbench.mustTake(uploadSample().toArray(String[]::new));
        String report = workbench.report().toString();
        assertThat(numbers).as("the test looks for what is there").anyMatch(report::contains);
        isConfidential();
    }

    @Test
    void nor_when_calls_fail_with_words_of_their_own() throws IOException {
        List<String> events = uploadSample();
        for (String service : List.of("S3", "DynamoDb")) {
            workbench.restart(
                    new ExecutionInterceptor() {
                        @Override
                        public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
                            if (context.request()
                                    .getClass()
                                    .getName()
                                    .contains(service.toLowerCase(java.util.Locale.ROOT))) {
                                throw new IllegalStateException(
                                        "no room for " + context.request() + " " + String.join(" ", numbers),
                                        new IOException(numbers.toString()));
                            }
                        }
                    },
                    java.time.Duration.ZERO);
            assertThat(workbench.deliver(events.toArray(String[]::new))).hasSameSizeAs(events);
            isConfidential();
        }
    }

    @Tag("any-jdk")
    @Test
    void numbers_of_the_sample_occur_nowhere_else_in_the_project() throws IOException {
        uploadSample();
        Path root = Path.of("../..");
        List<Path> files = SourceTree.files(root).stream()
                .filter(path -> path.toString().matches(".*\\.(java|md|csv|json|yaml|py|js|mjs|case|expected)"))
                .filter(path -> !path.startsWith(root.resolve("events/verification")))
                // Documents of the sample, kept as its last release wrote them.
                .filter(path -> !path.toString().matches(".*/written/v[0-9]+/verification-[a-z]+\\.json"))
                .toList();
        assertThat(files).hasSizeGreaterThan(500);
        for (Path file : files) {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            assertThat(numbers).as(file.toString()).noneMatch(text::contains);
        }
    }
}
