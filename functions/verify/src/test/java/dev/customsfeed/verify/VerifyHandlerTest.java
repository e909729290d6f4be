package dev.customsfeed.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import dev.customsfeed.ledger.ObjectVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** The function against DynamoDB Local and S3Mock. */
class VerifyHandlerTest {

    static final String DECLARATIONS = "declaration_no,item_no,enterprise,hs,quantity,unit,value,currency,export_date\n"
            + "020220260000000001,01,1200000001,8104110000,1000,kg,5000,USD,2026-01-10\n";
    static final String CERTIFICATES = "certificate_no,declaration_no,item_no,enterprise,purpose,tax_status,hs,"
            + "quantity,unit,repaid_amount,issued_on,status,status_on\n"
            + "C1,020220260000000001,01,1200000001,return,not-refunded,8104110000,400,kg,,2026-02-20,valid,\n";
    static final String USES = "certificate_no,import_declaration_no,item_no,quantity,unit,used_on\n"
            + "C1,020220261000000101,01,500,kg,2026-03-01\n";
    static final String EXCEEDS = "uses-exceed-certificate error certificate C1";

    private final Workbench workbench = new Workbench();

    private List<String> found() throws IOException {
        List<String> found = new ArrayList<>(Desk.shortly(workbench.report()));
        found.removeIf(finding -> finding.startsWith("certificate-unused"));
        return found;
    }

    @Test
    void the_acceptance_case_is_found_as_it_is_without_aws() throws IOException {
        List<String> events = new ArrayList<>();
        for (String name : List.of("uses", "certificates", "refunds", "declarations")) {
            String key = List.of(Desk.DECLARATIONS, Desk.REFUNDS, Desk.CERTIFICATES, Desk.USES).stream()
                    .filter(one -> one.contains("/" + name + "/"))
                    .findFirst()
                    .orElseThrow();
            events.add(workbench.created(
                    workbench.put(key, Desk.acceptance(name + ".csv").getBytes(StandardCharsets.UTF_8))));
        }
        workbench.mustTake(events.toArray(String[]::new));

        List<String> wanted = new ArrayList<>(Desk.shortly(Desk.ofAcceptance().report()));
        assertThat(found()).isEqualTo(wanted);
        assertThat(workbench.report().at("/counts/errors").asInt()).isEqualTo(11);
        for (String key : List.of("report/index.html", "report/index.zh.html", "report/findings.csv")) {
            assertThat(Workbench.objects(workbench.bucket)).containsKey(key);
        }
        for (JsonNode finding : workbench.report().path("findings")) {
            JsonNode document =
                    workbench.read(finding.path("document").asText()).orElseThrow();
            assertThat(document.path("subject")).isEqualTo(finding.path("subject"));
        }
    }

    @Test
    void each_file_is_answered_as_the_schemas_say() throws IOException {
        workbench.upload(Desk.DECLARATIONS, DECLARATIONS);
        workbench.upload(Desk.USES, "certificate_no\nC1\n");
        Map<String, String> answers = Map.of(
                "taken/" + Desk.DECLARATIONS + ".json", "verification-answer",
                "rejected/" + Desk.USES + ".json", "upload-rejection");
        for (Map.Entry<String, String> answer : answers.entrySet()) {
            String text = workbench.read(answer.getKey()).orElseThrow().toString();
            assertThat(SchemasTest.schema(answer.getValue()).validate(text, InputFormat.JSON))
                    .as(text)
                    .isEmpty();
        }
    }

    @Test
    void the_sample_event_is_taken() throws IOException {
        String key = "verification/certificates/office=tax/currency=CNY/sample-2026-02.csv";
        ObjectVersion object = workbench.put(
                key, Files.readAllBytes(Path.of("../../events/verification").resolve(key)));
        String event = Files.readString(Path.of("../../events/verification-s3-created.json"))
                .replace("customs-feed-verification", workbench.bucket)
                .replace("3sL4kqtJlcpXroDTDmJxrmSpXd3dIbrHY", object.versionId());
        assertThat(workbench.handle(event.getBytes(StandardCharsets.UTF_8), Workbench.FIVE_MINUTES))
                .isEmpty();
        assertThat(workbench.report().at("/counts/certificates").asInt()).isEqualTo(8);
    }

    @Test
    void what_is_uploaded_deleted_and_removed_is_in_the_report_of_what_stands() throws IOException {
        workbench.upload(Desk.DECLARATIONS, DECLARATIONS);
        ObjectVersion first = workbench.upload(Desk.CERTIFICATES, CERTIFICATES);
        workbench.upload(Desk.USES, USES);
        assertThat(found()).containsExactly(EXCEEDS);

        ObjectVersion second = workbench.upload(Desk.CERTIFICATES, CERTIFICATES.replace(",400,", ",500,"));
        assertThat(found()).isEmpty();
        workbench.mustTake(workbench.remove(second));
        assertThat(found()).containsExactly(EXCEEDS);
        assertThat(workbench
                        .read("taken/" + Desk.CERTIFICATES + ".json")
                        .orElseThrow()
                        .path("version")
                        .asText())
                .isEqualTo(first.versionId());
        workbench.mustTake(workbench.delete(Desk.CERTIFICATES));
        // No file of certificates stands that could have it.
        assertThat(found()).containsExactly("use-pending pending certificate C1");
        assertThat(workbench.read("taken/" + Desk.CERTIFICATES + ".json")).isEmpty();
    }

    @Test
    void an_event_that_comes_twice_or_late_leaves_no_trace() throws IOException {
        workbench.upload(Desk.DECLARATIONS, DECLARATIONS);
        ObjectVersion old = workbench.put(Desk.CERTIFICATES, CERTIFICATES.getBytes(StandardCharsets.UTF_8));
        String late = workbench.created(old);
        ObjectVersion now = workbench.put(
                Desk.CERTIFICATES,
                CERTIFICATES.replace("8104110000", "8104110090").getBytes(StandardCharsets.UTF_8));
        String event = workbench.created(now);
        workbench.mustTake(event, event);
        String report = workbench.report().toString();
        workbench.mustTake(late);
        workbench.mustTake(event);
        assertThat(workbench.report().path("findings").toString())
                .isEqualTo(new com.fasterxml.jackson.databind.ObjectMapper()
                        .readTree(report)
                        .path("findings")
                        .toString());
        assertThat(found()).containsExactly("commodity-differs check certificate C1");
    }

    @Test
    void a_file_that_is_wrong_is_answered_and_counts_for_nothing() throws IOException {
        workbench.upload(Desk.DECLARATIONS, DECLARATIONS);
        workbench.upload(Desk.DECLARATIONS, DECLARATIONS.replace(",1000,", ",-1000,"));
        JsonNode answer =
                workbench.read("rejected/" + Desk.DECLARATIONS + ".json").orElseThrow();
        assertThat(answer.at("/problems/0/code").asText()).isEqualTo("bad-number");
        assertThat(answer.at("/problems/0/line").asInt()).isEqualTo(2);
        assertThat(workbench.report().at("/balances/0/declared").asText()).isEqualTo("1000");
        assertThat(workbench.read("taken/" + Desk.DECLARATIONS + ".json")).isPresent();

        workbench.upload("verification/somewhere/declarations.csv", DECLARATIONS);
        assertThat(workbench
                        .read("rejected/verification/somewhere/declarations.csv.json")
                        .orElseThrow()
                        .at("/problems/0/code")
                        .asText())
                .isEqualTo("key-folder");
        workbench.mustTake(workbench.delete(Desk.DECLARATIONS));
        assertThat(workbench.read("rejected/" + Desk.DECLARATIONS + ".json")).isEmpty();
        assertThat(workbench.report().path("balances")).isEmpty();
    }

    @Test
    void messages_that_are_no_notifications_come_again_and_their_words_are_told_to_nobody() throws IOException {
        assertThat(workbench.deliver("{\"secret\":\"020220260000000077\"}", "not json 020220260000000077"))
                .containsExactly("0", "1");
        assertThatThrownBy(() -> workbench.handle(
                        "{\"x\":\"020220260000000077\"}".getBytes(StandardCharsets.UTF_8), Duration.ofMinutes(1)))
                .isInstanceOf(IOException.class)
                .hasMessageNotContaining("77");
        assertThat(workbench.said.toString(StandardCharsets.UTF_8)).doesNotContain("020220260000000077");
    }

    @Test
    void while_somebody_else_publishes_messages_come_again() throws IOException {
        Workbench.DYNAMO_DB.putItem(put -> put.tableName(workbench.names.get("VerificationTable"))
                .item(java.util.Map.of(
                        "partition", text("lease"),
                        "entry", text("lease"),
                        "text", text("somebody"),
                        "expires",
                                software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN(
                                        String.valueOf(Long.MAX_VALUE / 1_000_000)))));
        String event =
                workbench.created(workbench.put(Desk.DECLARATIONS, DECLARATIONS.getBytes(StandardCharsets.UTF_8)));
        assertThat(workbench.deliver(Duration.ofMillis(10_500), event)).containsExactly("0");
        assertThat(workbench.read("report/report.json")).isEmpty();
    }

    private static software.amazon.awssdk.services.dynamodb.model.AttributeValue text(String text) {
        return software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS(text);
    }

    @Test
    void deliveries_at_once_end_in_the_report_on_all_files() throws Exception {
        List<String> events = List.of(
                workbench.created(workbench.put(Desk.DECLARATIONS, DECLARATIONS.getBytes(StandardCharsets.UTF_8))),
                workbench.created(workbench.put(Desk.CERTIFICATES, CERTIFICATES.getBytes(StandardCharsets.UTF_8))),
                workbench.created(workbench.put(Desk.USES, USES.getBytes(StandardCharsets.UTF_8))));
        ExecutorService deliveries = Executors.newFixedThreadPool(2 * events.size());
        try {
            List<Future<List<String>>> failed = new ArrayList<>();
            for (int twice = 0; twice < 2; twice++) {
                for (String event : events) {
                    failed.add(deliveries.submit(() -> workbench.deliver(event)));
                }
            }
            for (Future<List<String>> one : failed) {
                assertThat(one.get()).isEmpty();
            }
        } finally {
            deliveries.shutdownNow();
        }
        assertThat(found()).containsExactly(EXCEEDS);
        assertThat(workbench.report().path("files")).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void however_often_calls_fail_messages_that_come_again_end_in_the_report(long seed) throws IOException {
        Random random = new Random(seed);
        workbench.restart(
                new ExecutionInterceptor() {
                    @Override
                    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
                        fail("before the service heard of it");
                    }

                    @Override
                    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
                        fail("and the answer is lost");
                    }

                    private synchronized void fail(String when) {
                        if (random.nextInt(12) == 0) {
                            throw new IllegalStateException(when);
                        }
                    }
                },
                Duration.ZERO);
        List<String> events = new ArrayList<>();
        events.add(workbench.created(workbench.put(Desk.CERTIFICATES, CERTIFICATES.getBytes(StandardCharsets.UTF_8))));
        events.add(workbench.created(workbench.put(Desk.USES, "wrong\n".getBytes(StandardCharsets.UTF_8))));
        events.add(workbench.created(workbench.put(Desk.DECLARATIONS, DECLARATIONS.getBytes(StandardCharsets.UTF_8))));
        events.add(workbench.created(workbench.put(Desk.USES, USES.getBytes(StandardCharsets.UTF_8))));
        List<String> left = events;
        for (int delivery = 0; !left.isEmpty(); delivery++) {
            assertThat(delivery).as("deliveries").isLessThan(200);
            List<String> failed = workbench.deliver(left.toArray(String[]::new));
            // A right to publish that could not be given back has ended by itself when they come again.
            workbench.pass(Workbench.FIVE_MINUTES.plusSeconds(2));
            List<String> delivered = left;
            left = failed.stream()
                    .map(id -> delivered.get(Integer.parseInt(id)))
                    .toList();
        }
        assertThat(found()).containsExactly(EXCEEDS);
        assertThat(workbench.read("rejected/" + Desk.USES + ".json")).isEmpty();
        assertThat(workbench.read("taken/" + Desk.USES + ".json")).isPresent();
    }
}
