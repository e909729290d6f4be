package dev.customsfeed.ingest;

import static dev.customsfeed.ingest.Workbench.EXPORTS;
import static dev.customsfeed.ingest.Workbench.INGOT;
import static dev.customsfeed.ingest.Workbench.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.customsfeed.emulators.S3Notifications;
import dev.customsfeed.ledger.Declared;
import dev.customsfeed.ledger.MonthFigures;
import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.Part;
import dev.customsfeed.ledger.Scope;
import dev.customsfeed.ledger.Series;
import dev.customsfeed.ledger.Totals;
import dev.customsfeed.ledger.Upload;
import dev.customsfeed.ledger.UploadHistory;
import dev.customsfeed.ledger.UploadLogEntry;
import dev.customsfeed.ledger.UploadLogEntry.CustomsFile;
import dev.customsfeed.ledger.UploadLogEntry.Definition;
import dev.customsfeed.ledger.UploadLogEntry.Rejected;
import dev.customsfeed.ledger.UploadOrder;
import dev.customsfeed.ledger.tables.StoredRecord;
import dev.customsfeed.ledger.tables.TrackedUpload;
import dev.customsfeed.ledger.tables.TrackedUpload.Lease;
import dev.customsfeed.ledger.tables.TrackedUpload.Status;
import dev.customsfeed.uploads.UploadBucket;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The function as a whole, against DynamoDB Local and S3Mock. */
class IngestHandlerTest {

    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    private final Workbench bench = new Workbench();

    private static CustomsCsv december(long kilograms) {
        return new CustomsCsv().row("2025-12", "111", kilograms, 2 * kilograms);
    }

    // What an upload becomes.

    @Test
    void a_customs_file_becomes_an_entry_records_and_figures() throws IOException {
        ObjectVersion file = bench.upload(
                "incoming/gacc/flow=export/hs=8104/magnesium.csv",
                new CustomsCsv()
                        .row("2025-11", "111", 1000, 2500)
                        .row("2025-12", "111", 2000, 5000)
                        .row("2025-12", "133", 30, 90)
                        .bytes());

        TrackedUpload entry = bench.files.find(file).orElseThrow();
        assertThat(entry.status()).isEqualTo(Status.COMMITTED);
        assertThat(entry.sums().rows()).hasValue(3);
        assertThat(entry.sums().netWeightGrams()).hasValue(3_030_000);
        assertThat(entry.sums().valueThousandths()).hasValue(7_590_000);
        assertThat(entry.months()).containsExactly(YearMonth.of(2025, 11), YearMonth.of(2025, 12));
        assertThat(entry.sha256().orElseThrow()).matches("[0-9a-f]{64}");
        assertThat(entry.encoding()).contains("UTF-8");
        assertThat(entry.layout()).isPresent();
        assertThat(entry.lease()).isEmpty();

        assertThat(bench.months.figures(INGOT))
                .extracting(MonthFigures::totals)
                .containsExactly(Totals.ofWhole(1, 1000, 2500), Totals.ofWhole(2, 2030, 5090));
        assertThat(bench.months.figures(INGOT).get(1).partners())
                .containsEntry("111", Totals.ofWhole(1, 2000, 5000))
                .containsEntry("133", Totals.ofWhole(1, 30, 90));
        List<StoredRecord> rows = bench.records.rows(INGOT, YearMonth.of(2025, 12), file.versionId());
        assertThat(rows).extracting(row -> row.row().line()).containsExactly(3L, 4L);

        CustomsFile logged = (CustomsFile) bench.months.uploads(EXPORTS.key()).get(0);
        assertThat(logged.contents().answersFor()).containsExactly("8104");
        assertThat(logged.contents().codeLength()).hasValue(8);
        assertThat(logged.contents().sha256()).isEqualTo(entry.sha256().orElseThrow());
        assertThat(logged.upload()).isEqualTo(entry.upload());
        assertThat(bench.report(file)).isEmpty();
        assertThat(bench.recomputed).singleElement().asString().contains(file.object());
    }

    @Test
    void the_sample_event_is_taken() throws IOException {
        ObjectVersion file = bench.put(
                "incoming/gacc/flow=export/hs=8104/magnesium-2025-11.csv",
                december(7).bytes());
        String event = Files.readString(Path.of("../../events/s3-created.json"))
                .replace("customs-feed-upload", bench.bucket)
                .replace("3sL4kqtJlcpXroDTDmJxrmSpXd3dIbrHY", file.versionId());

        assertThat(bench.handle(event.getBytes(StandardCharsets.UTF_8), FIVE_MINUTES))
                .isEmpty();
        assertThat(bench.status(file)).contains(Status.COMMITTED);
    }

    @Test
    void records_figures_and_file_totals_agree_over_more_rows_than_wait_at_once() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(new CustomsCsv().rows(20_001, 20).bytes());
        }
        ObjectVersion file = bench.upload("incoming/gacc/flow=export/large.csv.gz", zipped.toByteArray());

        TrackedUpload entry = bench.files.find(file).orElseThrow();
        assertThat(entry.sums().rows()).hasValue(20_001);
        Totals inMonths = Totals.NONE;
        Totals inRecords = Totals.NONE;
        for (int commodity = 0; commodity < 20; commodity++) {
            Series series = new Series(EXPORTS, "USD", Integer.toString(81_000_000 + commodity));
            for (MonthFigures month : bench.months.figures(series)) {
                inMonths = inMonths.plus(month.totals());
                for (StoredRecord row : bench.records.rows(series, month.period(), file.versionId())) {
                    inRecords = inRecords.plus(Totals.of(row.row()));
                }
            }
        }
        assertThat(inMonths).isEqualTo(Totals.ofWhole(20_001, 20_001, 40_002));
        assertThat(inRecords).isEqualTo(inMonths);
        assertThat(entry.sums().netWeightGrams()).hasValue(20_001_000);
        assertThat(entry.sums().valueThousandths()).hasValue(40_002_000);
    }

    // Deliveries in any number and order.

    @Test
    void a_duplicate_changes_nothing_and_wakes_the_publication_again() throws IOException {
        ObjectVersion file = bench.put(KEY, december(7).bytes());
        String event = bench.created(file);
        bench.mustTake(event);
        List<Object> once = bench.contents(file.object(), INGOT);

        bench.mustTake(event, event);

        assertThat(bench.contents(file.object(), INGOT)).isEqualTo(once);
        assertThat(bench.recomputed).hasSize(3);
    }

    @Test
    void an_overwritten_version_is_superseded() throws IOException {
        ObjectVersion first =
                bench.upload(KEY, december(7).row("2025-11", "111", 5, 5).bytes());
        ObjectVersion second = bench.upload(KEY, december(8).bytes());

        assertThat(bench.status(first)).contains(Status.SUPERSEDED);
        assertThat(bench.status(second)).contains(Status.COMMITTED);
        assertThat(bench.kilograms(INGOT, "2025-12")).hasValue(8);
        assertThat(bench.kilograms(INGOT, "2025-11")).isEmpty();
    }

    @Test
    void a_version_that_arrives_after_its_successor_counts_for_nothing() throws IOException {
        ObjectVersion first = bench.put(KEY, december(7).bytes());
        String firstEvent = bench.created(first);
        ObjectVersion second = bench.put(KEY, december(8).bytes());
        bench.mustTake(bench.created(second));
        bench.mustTake(firstEvent);

        assertThat(bench.status(first)).contains(Status.SUPERSEDED);
        assertThat(bench.status(second)).contains(Status.COMMITTED);
        assertThat(bench.kilograms(INGOT, "2025-12")).hasValue(8);
    }

    @Test
    void a_deleted_file_is_withdrawn_and_what_others_say_counts_again() throws IOException {
        bench.upload("incoming/gacc/flow=export/first.csv", december(7).bytes());
        ObjectVersion revision = bench.upload(
                "incoming/gacc/flow=export/revision.csv", december(8).bytes());
        assertThat(bench.kilograms(INGOT, "2025-12")).hasValue(8);

        bench.mustTake(bench.delete(revision.key()));

        assertThat(bench.status(revision)).contains(Status.WITHDRAWN);
        assertThat(bench.kilograms(INGOT, "2025-12")).hasValue(7);
        assertThat(bench.recomputed).hasSize(3);
    }

    @Test
    void a_delete_that_is_announced_before_its_upload_still_withdraws_it() throws IOException {
        ObjectVersion file = bench.put(KEY, december(7).bytes());
        String created = bench.created(file);
        String deleted = bench.delete(KEY);
        bench.mustTake(deleted);
        bench.mustTake(created);

        assertThat(bench.status(file)).contains(Status.WITHDRAWN);
        assertThat(bench.kilograms(INGOT, "2025-12")).isEmpty();
    }

    @Test
    void an_upload_after_a_delete_counts_whatever_order_they_are_announced_in() throws IOException {
        ObjectVersion first = bench.upload(KEY, december(7).bytes());
        String deleted = bench.delete(KEY);
        ObjectVersion second = bench.put(KEY, december(8).bytes());
        bench.mustTake(bench.created(second));
        bench.mustTake(deleted);

        assertThat(bench.status(first)).contains(Status.SUPERSEDED);
        assertThat(bench.status(second)).contains(Status.COMMITTED);
        assertThat(bench.kilograms(INGOT, "2025-12")).hasValue(8);
    }

    @Test
    void a_delete_marker_that_is_removed_brings_the_file_back() throws IOException {
        ObjectVersion file = bench.upload(KEY, december(7).bytes());
        bench.mustTake(bench.delete(KEY));
        ObjectVersion marker = bench.months.uploads(EXPORTS.key()).stream()
                .filter(entry -> entry instanceof UploadLogEntry.Deleted)
                .findAny()
                .orElseThrow()
                .object();
        bench.mustTake(bench.remove(marker));

        assertThat(bench.status(file)).contains(Status.COMMITTED);
        assertThat(bench.kilograms(INGOT, "2025-12")).hasValue(7);
    }

    @Test
    void a_version_removed_for_good_gives_way_to_the_one_before() throws IOException {
        ObjectVersion first = bench.upload(KEY, december(7).bytes());
        ObjectVersion second = bench.upload(KEY, december(8).bytes());
        bench.mustTake(bench.remove(second));

        assertThat(bench.status(first)).contains(Status.COMMITTED);
        assertThat(bench.status(second)).contains(Status.WITHDRAWN);
        assertThat(bench.kilograms(INGOT, "2025-12")).hasValue(7);
    }

    @Test
    void what_a_lifecycle_rule_lets_expire_is_withdrawn_and_what_others_say_counts_again() throws IOException {
        bench.upload("incoming/gacc/flow=export/first.csv", december(7).bytes());
        ObjectVersion revision = bench.upload(
                "incoming/gacc/flow=export/revision.csv", december(8).bytes());

        bench.mustTake(S3Notifications.byLifecycleRule(bench.delete(revision.key())));

        assertThat(bench.status(revision)).contains(Status.WITHDRAWN);
        assertThat(bench.kilograms(INGOT, "2025-12")).hasValue(7);
        assertThat(bench.recomputed).hasSize(3);
    }

    @Test
    void a_version_that_a_lifecycle_rule_removes_gives_way_to_the_one_before() throws IOException {
        ObjectVersion first = bench.upload(KEY, december(7).bytes());
        ObjectVersion second = bench.upload(KEY, december(8).bytes());
        bench.mustTake(S3Notifications.byLifecycleRule(bench.remove(second)));

        assertThat(bench.status(first)).contains(Status.COMMITTED);
        assertThat(bench.status(second)).contains(Status.WITHDRAWN);
        assertThat(bench.kilograms(INGOT, "2025-12")).hasValue(7);
    }

    @Test
    void a_superseded_version_that_a_lifecycle_rule_removes_changes_nothing_that_counts() throws IOException {
        ObjectVersion first = bench.upload(KEY, december(7).bytes());
        ObjectVersion second = bench.upload(KEY, december(8).bytes());
        bench.mustTake(S3Notifications.byLifecycleRule(bench.remove(first)));

        assertThat(bench.status(second)).contains(Status.COMMITTED);
        assertThat(bench.kilograms(INGOT, "2025-12")).hasValue(8);
    }

    @Test
    void a_version_that_is_gone_before_it_is_read_is_withdrawn() throws IOException {
        ObjectVersion file = bench.put(KEY, december(7).bytes());
        String created = bench.created(file);
        String removed = bench.remove(file);
        bench.mustTake(created);
        assertThat(bench.status(file)).contains(Status.WITHDRAWN);
        assertThat(bench.months.uploads(EXPORTS.key())).isEmpty();
        assertThat(bench.recomputed).isEmpty();

        bench.mustTake(removed, created);
        assertThat(bench.status(file)).contains(Status.WITHDRAWN);
        assertThat(bench.kilograms(INGOT, "2025-12")).isEmpty();
    }

    // Rejections.

    @Test
    void a_corrupt_file_is_rejected_as_a_whole_with_a_report_and_holds_up_nobody() throws IOException {
        ObjectVersion corrupt = bench.put(
                KEY,
                new String(december(7).row("2025-12", "133", 1, 1).bytes(), StandardCharsets.UTF_8)
                        .replace("\"1\",\"Kilogram\"", "\"one\",\"Kilogram\"")
                        .getBytes(StandardCharsets.UTF_8));
        ObjectVersion good =
                bench.put("incoming/gacc/flow=export/good.csv", december(8).bytes());
        bench.mustTake(bench.created(corrupt), bench.created(good));

        TrackedUpload entry = bench.files.find(corrupt).orElseThrow();
        assertThat(entry.status()).isEqualTo(Status.REJECTED);
        assertThat(entry.reason().orElseThrow()).contains("line 3");
        assertThat(entry.encoding()).contains("UTF-8");
        JsonNode report = bench.report(corrupt).orElseThrow();
        assertThat(report.get("object").asText()).isEqualTo(corrupt.object());
        assertThat(report.get("version").asText()).isEqualTo(corrupt.versionId());
        assertThat(report.at("/problems/0/line").asInt()).isEqualTo(3);
        assertThat(report.at("/problems/0/found").asText()).contains("one");
        assertThat(bench.records.rows(INGOT, YearMonth.of(2025, 12), corrupt.versionId()))
                .isEmpty();
        assertThat(rejected()).extracting(UploadLogEntry::object).containsExactly(corrupt);
        assertThat(bench.kilograms(INGOT, "2025-12")).hasValue(8);
        assertThat(bench.recomputed).hasSize(2);
    }

    @Test
    void a_file_of_0_bytes_is_rejected() throws IOException {
        assertThat(rejection(KEY, new byte[0])).contains("file-empty");
    }

    @Test
    void a_header_without_rows_is_rejected_unless_its_key_says_what_was_asked_for() throws IOException {
        assertThat(rejection(KEY, new CustomsCsv().bytes())).isNotEmpty();

        ObjectVersion nothing =
                bench.upload("incoming/gacc/flow=export/period=2025-12/hs=8104/none.csv", new CustomsCsv().bytes());
        assertThat(bench.status(nothing)).contains(Status.COMMITTED);
        assertThat(bench.kilograms(INGOT, "2025-12")).hasValue(0);
    }

    @Test
    void a_file_of_exactly_10_000_rows_is_rejected_for_it_is_probably_cut() throws IOException {
        assertThat(rejection(KEY, new CustomsCsv().rows(10_000, 5).bytes())).contains("10,000");
    }

    @ParameterizedTest
    @ValueSource(strings = {KEY, "incoming/gacc/flow=export/period=2099-12/magnesium.csv"})
    void a_month_that_is_to_come_is_rejected_whatever_the_clock_says_when_it_is_read(String key) throws IOException {
        bench.restart(Duration.ofDays(40_000));

        assertThat(rejection(key, new CustomsCsv().row("2099-12", "111", 7, 7).bytes()))
                .contains("a month that had begun when the file was uploaded on 2");
        assertThat(bench.kilograms(INGOT, "2099-12")).isEmpty();
    }

    @Test
    void an_encoding_that_is_none_of_the_known_is_rejected_with_the_offset() throws IOException {
        byte[] bytes = december(7).bytes();
        bytes[bytes.length - 5] = (byte) 0xFF;
        assertThat(rejection(KEY, bytes)).contains("byte offset " + (bytes.length - 5));
    }

    @Test
    void a_file_in_gb18030_is_taken() throws IOException {
        String chinese = "\"数据年月\",\"商品编码\",\"贸易伙伴编码\",\"第一数量\",\"第一计量单位\",\"美元\",\n"
                + "\"202512\",\"81041100\",\"111\",\"9\",\"千克\",\"18\",\n";
        ObjectVersion file = bench.upload(KEY, chinese.getBytes(Charset.forName("GB18030")));

        assertThat(bench.files.find(file).orElseThrow().encoding()).contains("GB18030");
        assertThat(bench.kilograms(INGOT, "2025-12")).hasValue(9);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "incoming/gacc/no-flow.csv",
                "incoming/eurostat/flow=export/x.csv",
                "incoming/gacc/flow=export/x.xlsx",
                "incoming/gacc/flow=export/line\nbreak.csv",
                "incoming/gacc/flow=export/a+b c%2F中文/x.txt",
                "incoming/x",
                "feeds/README.md",
                "feeds/nested/magnesium.json"
            })
    void a_key_that_does_not_say_what_the_object_is_is_rejected(String key) throws IOException {
        ObjectVersion object = bench.upload(key, december(7).bytes());

        assertThat(bench.status(object)).contains(Status.REJECTED);
        assertThat(bench.report(object).orElseThrow().at("/problems/0/code").asText())
                .startsWith("key-");
        assertThat(bench.months.uploads(EXPORTS.key())).isEmpty();

        bench.mustTake(bench.delete(key));
        assertThat(bench.report(object)).isEmpty();
    }

    @Test
    void a_key_too_long_for_any_table_is_rejected_too() throws IOException {
        ObjectVersion object = bench.upload(
                "incoming/gacc/flow=export/" + "x".repeat(990) + ".csv",
                december(7).bytes());

        assertThat(bench.status(object)).contains(Status.REJECTED);
        assertThat(bench.report(object).orElseThrow().get("version").asText()).isEqualTo(object.versionId());
    }

    @Test
    void a_rejected_version_leaves_the_one_before_counting_until_it_is_mended() throws IOException {
        ObjectVersion good = bench.upload(KEY, december(7).bytes());
        ObjectVersion bad = bench.upload(KEY, "no customs file".getBytes(StandardCharsets.UTF_8));
        assertThat(bench.status(good)).contains(Status.COMMITTED);
        assertThat(bench.status(bad)).contains(Status.REJECTED);
        assertThat(bench.kilograms(INGOT, "2025-12")).hasValue(7);
        assertThat(rejected()).hasSize(1);
        assertThat(bench.report(bad)).isPresent();

        bench.upload(KEY, december(9).bytes());
        assertThat(bench.kilograms(INGOT, "2025-12")).hasValue(9);
        assertThat(rejected()).isEmpty();
        assertThat(bench.report(bad)).isEmpty();
    }

    @Test
    void the_report_is_about_the_newest_rejected_version_whatever_came_last() throws IOException {
        byte[] bad = "no customs file".getBytes(StandardCharsets.UTF_8);
        ObjectVersion first = bench.put(KEY, bad);
        String firstEvent = bench.created(first);
        ObjectVersion second = bench.put(KEY, new byte[0]);
        String secondEvent = bench.created(second);
        bench.mustTake(secondEvent);
        bench.mustTake(firstEvent);
        assertThat(reportedVersion(second)).contains(second.versionId());

        bench.mustTake(bench.remove(second));
        assertThat(reportedVersion(first)).contains(first.versionId());

        bench.mustTake(bench.remove(first));
        assertThat(reportedVersion(first)).isEmpty();
    }

    @Test
    void a_rejected_version_that_is_deleted_takes_its_report_along() throws IOException {
        ObjectVersion bad = bench.upload(KEY, new byte[0]);
        assertThat(bench.report(bad)).isPresent();

        bench.mustTake(bench.delete(KEY));
        assertThat(bench.report(bad)).isEmpty();
        assertThat(rejected()).isEmpty();
    }

    @Test
    void a_version_rejected_before_is_checked_again_when_it_is_announced_again() throws IOException {
        ObjectVersion file = bench.put(KEY, december(7).bytes());
        String event = bench.created(file);
        Lease lease = new Lease("older software", Workbench.now());
        Upload upload = new Upload(file, new UploadOrder(Workbench.now(), "", Workbench.now()));
        TrackedUpload received = TrackedUpload.received(upload).with(Status.RECEIVED, lease);
        TrackedUpload rejected = received.rejected("could not be read", Optional.empty(), Optional.empty());
        assertThat(bench.files.claim(received, Workbench.now())).isTrue();
        assertThat(bench.files.put(rejected, lease)).isTrue();
        bench.months.add(new Rejected(EXPORTS.key(), upload, "older software", Declared.NOTHING));

        bench.mustTake(event);

        assertThat(bench.status(file)).contains(Status.COMMITTED);
        assertThat(bench.files.find(file).orElseThrow().reason()).isEmpty();
        assertThat(bench.kilograms(INGOT, "2025-12")).hasValue(7);
        assertThat(rejected()).isEmpty();
    }

    @Test
    void a_rejected_file_tells_what_its_key_declares() throws IOException {
        bench.upload("incoming/gacc/flow=export/hs=8104/period=2025-12/bad.csv", new byte[0]);
        bench.upload("incoming/gacc/hs=2504/no-flow.csv", new byte[0]);

        assertThat(rejected())
                .extracting(Rejected::declared)
                .containsExactly(new Declared(Optional.of(YearMonth.of(2025, 12)), new TreeSet<>(List.of("8104"))));
        assertThat(UploadHistory.of(bench.months.uploads(UploadLogEntry.UNDECLARED))
                        .rejected())
                .extracting(Rejected::declared)
                .containsExactly(new Declared(Optional.empty(), new TreeSet<>(List.of("2504"))));
    }

    // The same bytes again.

    @Test
    void the_same_file_again_counts_and_stores_no_rows_a_second_time() throws IOException {
        byte[] bytes = december(7).bytes();
        ObjectVersion first = bench.upload(KEY, bytes);
        ObjectVersion second = bench.upload(KEY, bytes);
        ObjectVersion third = bench.upload(KEY, bytes);

        assertThat(bench.status(first)).contains(Status.SUPERSEDED);
        assertThat(bench.status(third)).contains(Status.COMMITTED);
        assertThat(bench.kilograms(INGOT, "2025-12")).hasValue(7);
        YearMonth december = YearMonth.of(2025, 12);
        for (ObjectVersion again : List.of(second, third)) {
            assertThat(bench.records.rows(INGOT, december, again.versionId())).isEmpty();
            assertThat(bench.files.find(again).orElseThrow().recordsUnder()).isEqualTo(first.versionId());
        }
        assertThat(bench.records.rows(INGOT, december, first.versionId())).hasSize(1);

        bench.mustTake(bench.remove(first));
        bench.mustTake(bench.remove(second));
        assertThat(bench.kilograms(INGOT, "2025-12")).hasValue(7);
        assertThat(bench.records.rows(
                        INGOT, december, bench.files.find(third).orElseThrow().recordsUnder()))
                .hasSize(1);
    }

    @Test
    void the_same_bytes_under_another_key_are_stored_for_themselves() throws IOException {
        byte[] bytes = december(7).bytes();
        bench.upload(KEY, bytes);
        ObjectVersion other = bench.upload("incoming/gacc/flow=export/hs=8104/magnesium.csv", bytes);

        assertThat(bench.records.rows(INGOT, YearMonth.of(2025, 12), other.versionId()))
                .hasSize(1);
    }

    @Test
    void a_file_that_was_withdrawn_is_stored_anew_when_it_comes_back() throws IOException {
        byte[] bytes = december(7).bytes();
        bench.upload(KEY, bytes);
        bench.mustTake(bench.delete(KEY));
        ObjectVersion again = bench.upload(KEY, bytes);

        assertThat(bench.kilograms(INGOT, "2025-12")).hasValue(7);
        assertThat(bench.records.rows(INGOT, YearMonth.of(2025, 12), again.versionId()))
                .hasSize(1);
    }

    // Parts of a month.

    @Test
    void files_of_one_partner_each_count_together_until_a_whole_file_comes() throws IOException {
        bench.upload(
                "incoming/gacc/flow=export/partner=116/japan.csv",
                new CustomsCsv().row("2025-12", "116", 3, 3).bytes());
        ObjectVersion two = bench.upload(
                "incoming/gacc/flow=export/partner=309+111/two.csv",
                new CustomsCsv()
                        .row("2025-12", "309", 4, 4)
                        .row("2025-12", "111", 5, 5)
                        .bytes());
        assertThat(bench.kilograms(INGOT, "2025-12")).hasValue(12);
        assertThat(bench.counts(INGOT, "2025-12").scope())
                .isEqualTo(new Scope.PartOf(Part.Dimension.PARTNER, new TreeSet<>(List.of("111", "116", "309"))));

        bench.upload(
                "incoming/gacc/flow=export/partner=309/later.csv",
                new CustomsCsv().row("2025-12", "309", 40, 4).bytes());
        assertThat(bench.kilograms(INGOT, "2025-12")).hasValue(48);

        bench.mustTake(bench.delete(two.key()));
        assertThat(bench.kilograms(INGOT, "2025-12")).hasValue(43);

        ObjectVersion whole = bench.upload(KEY, december(70).bytes());
        assertThat(bench.kilograms(INGOT, "2025-12")).hasValue(70);
        assertThat(bench.counts(INGOT, "2025-12").scope()).isEqualTo(Scope.WHOLE);

        bench.mustTake(bench.delete(whole.key()));
        assertThat(bench.kilograms(INGOT, "2025-12")).hasValue(43);
    }

    @Test
    void pages_count_when_all_are_there_and_no_row_is_on_two() throws IOException {
        ObjectVersion first = bench.upload(
                "incoming/gacc/flow=export/page=1of2/a.csv",
                new CustomsCsv()
                        .row("2025-12", "111", 3, 3)
                        .row("2025-12", "116", 4, 4)
                        .bytes());
        assertThat(bench.kilograms(INGOT, "2025-12")).isEmpty();

        bench.upload(
                "incoming/gacc/flow=export/page=2of2/b.csv",
                new CustomsCsv().row("2025-12", "116", 5, 5).bytes());
        assertThat(bench.kilograms(INGOT, "2025-12")).isEmpty();

        bench.upload(
                "incoming/gacc/flow=export/page=2of2/b.csv",
                new CustomsCsv().row("2025-12", "309", 6, 6).bytes());
        assertThat(bench.kilograms(INGOT, "2025-12")).hasValue(13);
        assertThat(bench.counts(INGOT, "2025-12").scope()).isEqualTo(Scope.WHOLE);

        ObjectVersion again = bench.upload(
                first.key(),
                new CustomsCsv()
                        .row("2025-12", "111", 3, 3)
                        .row("2025-12", "116", 4, 4)
                        .bytes());
        assertThat(bench.files.find(again).orElseThrow().recordsUnder()).isEqualTo(first.versionId());
        assertThat(bench.months.figures(INGOT))
                .filteredOn(month -> month.upload().object().equals(again))
                .singleElement()
                .satisfies(month -> assertThat(month.rowKeys()).containsExactly("111/10", "116/10"));
    }

    @Test
    void a_page_of_more_rows_than_an_item_takes_is_rejected() throws IOException {
        assertThat(rejection(
                        "incoming/gacc/flow=export/page=1of2/a.csv",
                        new CustomsCsv().rows(15_001, 20).bytes()))
                .contains("page-too-large");
    }

    // Errors that are no exceptions, and downloads that break off.

    @ParameterizedTest
    @ValueSource(strings = {"stack", "memory"})
    void an_error_gives_the_lease_back_deletes_the_copy_and_fails_its_message_alone(String kind) throws IOException {
        // Other tests run beside this one and copy their files to the same folder: none of theirs has these kilograms.
        long kilograms = kind.equals("stack") ? 1_618_033_988 : 1_732_050_807;
        ObjectVersion file = bench.put(KEY, december(kilograms).bytes());
        ObjectVersion good = bench.put(
                "incoming/gacc/flow=export/good.csv",
                december(kilograms).row("2025-11", "111", 1, 1).bytes());
        AtomicBoolean thrown = new AtomicBoolean();
        bench.restart(
                new ExecutionInterceptor() {
                    @Override
                    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
                        if (context.request() instanceof BatchWriteItemRequest && thrown.compareAndSet(false, true)) {
                            assertThat(copies(kilograms)).isNotEmpty();
                            throw kind.equals("stack")
                                    ? new StackOverflowError("as the test wants it")
                                    : new OutOfMemoryError("as the test wants it");
                        }
                    }
                },
                Duration.ZERO);

        assertThat(bench.deliver(FIVE_MINUTES, bench.created(file), bench.created(good)))
                .containsExactly("0");

        assertThat(bench.status(file)).contains(Status.RECEIVED);
        assertThat(bench.files.find(file).orElseThrow().lease()).isEmpty();
        assertThat(bench.status(good)).contains(Status.COMMITTED);
        assertThat(copies(kilograms)).isEmpty();
    }

    /** The copies of files of so many kilograms that lie there now. */
    private static Set<Path> copies(long kilograms) {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(path -> path.getFileName().toString().endsWith(".upload"))
                    .filter(path -> has(path, Long.toString(kilograms)))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean has(Path path, String text) {
        try {
            return Files.readString(path, StandardCharsets.ISO_8859_1).contains(text);
        } catch (NoSuchFileException e) {
            // Another test has closed its copy in the meantime.
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {KEY, "feeds/magnesium.json"})
    void half_a_download_is_no_file(String key) throws IOException {
        byte[] bytes =
                key.equals(KEY) ? december(7).bytes() : definition("magnesium").getBytes(StandardCharsets.UTF_8);
        ObjectVersion file = bench.put(key, bytes);
        bench.restart(
                new ExecutionInterceptor() {
                    @Override
                    public SdkResponse modifyResponse(Context.ModifyResponse context, ExecutionAttributes attributes) {
                        return context.response() instanceof GetObjectResponse object
                                ? object.toBuilder()
                                        .contentLength(object.contentLength() + 1)
                                        .build()
                                : context.response();
                    }
                },
                Duration.ZERO);

        assertThat(bench.deliver(FIVE_MINUTES, bench.created(file))).containsExactly("0");
        assertThat(bench.status(file)).contains(Status.RECEIVED);
    }

    // Feed definitions.

    @Test
    void a_feed_definition_is_logged_with_its_text() throws IOException {
        String definition = definition("magnesium");
        ObjectVersion feed =
                bench.upload("feeds/magnesium.json", ("\uFEFF" + definition).getBytes(StandardCharsets.UTF_8));

        assertThat(bench.status(feed)).contains(Status.COMMITTED);
        assertThat(UploadHistory.of(bench.months.uploads(UploadLogEntry.FEEDS)).standing())
                .singleElement()
                .satisfies(entry -> assertThat(((Definition) entry).text()).isEqualTo(definition));
        assertThat(bench.recomputed).hasSize(1);
    }

    @Test
    void an_invalid_feed_definition_is_reported_and_leaves_the_one_before() throws IOException {
        ObjectVersion good =
                bench.upload("feeds/magnesium.json", definition("magnesium").getBytes(StandardCharsets.UTF_8));
        ObjectVersion bad =
                bench.upload("feeds/magnesium.json", definition("other").getBytes(StandardCharsets.UTF_8));

        assertThat(bench.status(good)).contains(Status.COMMITTED);
        assertThat(bench.status(bad)).contains(Status.REJECTED);
        assertThat(bench.report(bad).orElseThrow().at("/problems/0/columnName").asText())
                .isEqualTo("/id");
    }

    @Test
    void a_feed_definition_that_is_no_text_or_too_long_is_rejected() throws IOException {
        assertThat(rejection("feeds/a.json", new byte[] {'{', (byte) 0xFF, '}'}))
                .contains("byte offset 1");
        assertThat(rejection("feeds/page.json", "\n<!DOCTYPE html>\n<html>".getBytes(StandardCharsets.UTF_8)))
                .contains("other-format", "found a web page (HTML)");
        assertThat(rejection("feeds/gzip.json", new byte[] {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0}))
                .contains("found a gzip file");
        assertThat(rejection("feeds/zip.json", "PK\u0003\u0004feed.json".getBytes(StandardCharsets.UTF_8)))
                .contains("found an archive");
        byte[] long301Kb = new byte[301_000];
        Arrays.fill(long301Kb, (byte) ' ');
        assertThat(rejection("feeds/b.json", long301Kb)).contains("object-too-large");
    }

    @Test
    void a_feed_of_more_products_than_can_be_published_is_rejected_by_its_number() throws IOException {
        assertThat(rejection("feeds/wide.json", ofProducts(CheckedDefinition.MOST_PRODUCTS + 1)))
                .contains("feed-too-large", "1001 products", "at most 1000 products");
        ObjectVersion most = bench.upload("feeds/wide.json", ofProducts(CheckedDefinition.MOST_PRODUCTS));
        assertThat(bench.status(most)).contains(Status.COMMITTED);
    }

    private static byte[] ofProducts(int count) {
        StringBuilder products = new StringBuilder();
        for (int i = 0; i < count; i++) {
            products.append(i == 0 ? "" : ",")
                    .append("{\"id\":\"p" + i + "\",\"hs\":[\"" + (10_000_000 + i) + "\"],\"name\":{\"en\":\"P " + i
                            + "\"}}");
        }
        return ("{\"id\":\"wide\",\"title\":{\"en\":\"Wide\"},\"source\":\"gacc\",\"reporter\":\"CN\",\"flow\":\"export\","
                        + "\"currency\":\"USD\",\"products\":[" + products + "]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    // What is none of its business, and what can never be taken.

    @Test
    void folder_markers_and_foreign_keys_are_acknowledged_and_leave_no_trace() throws IOException {
        ObjectVersion folder = bench.put("incoming/gacc/", new byte[0]);
        ObjectVersion foreign = bench.put("notes/x.csv", december(7).bytes());
        bench.mustTake(bench.created(folder).replace("\"size\":1", "\"size\":0"), bench.created(foreign));

        assertThat(bench.status(folder)).isEmpty();
        assertThat(bench.status(foreign)).isEmpty();
        assertThat(bench.recomputed).isEmpty();
    }

    @Test
    void what_another_bucket_announces_is_counted_and_leaves_no_trace() throws IOException {
        ObjectVersion ours = bench.upload(KEY, december(7).bytes());
        String before = bench.dump();
        String created = bench.created(new ObjectVersion("somebody-else-s", KEY, "v1"));
        String deleted = created.replace("ObjectCreated:Put", "ObjectRemoved:DeleteMarkerCreated");
        String unversioned = created.replaceFirst("\"versionId\":\"[^\"]+\",", "");

        assertThat(bench.deliver(FIVE_MINUTES, created, deleted, unversioned)).isEmpty();

        assertThat(bench.dump()).isEqualTo(before);
        assertThat(bench.recomputed).hasSize(1);
        assertThat(bench.metrics("ForeignNotifications")).hasSize(3).allSatisfy(line -> {
            assertThat(line.path("ForeignNotifications").asInt()).isEqualTo(1);
            assertThat(line.path("Buckets").asText()).isEqualTo("somebody-else-s");
        });
        assertThat(bench.metrics("MessagesFailed")).isEmpty();
        assertThat(bench.status(ours)).contains(Status.COMMITTED);
    }

    @Test
    void the_test_event_is_acknowledged() throws IOException {
        assertThat(bench.handle(Files.readAllBytes(Path.of("../../events/s3-test-event.json")), FIVE_MINUTES))
                .isEmpty();
    }

    @Test
    void a_poison_message_fails_alone() throws IOException {
        ObjectVersion file = bench.put(KEY, december(7).bytes());
        String unversioned = bench.created(file).replaceFirst("\"versionId\":\"[^\"]+\",", "");

        assertThat(bench.deliver(FIVE_MINUTES, "not JSON", bench.created(file), "{}", unversioned))
                .containsExactly("0", "2", "3");
        assertThat(bench.status(file)).contains(Status.COMMITTED);
    }

    @Test
    void a_wake_up_that_cannot_be_sent_fails_its_message_and_the_next_delivery_sends_it() throws IOException {
        ObjectVersion file = bench.put(KEY, december(7).bytes());
        String event = bench.created(file);
        bench.recompute = message -> {
            throw new IllegalStateException("the queue is gone");
        };
        bench.restart(Duration.ZERO);
        assertThat(bench.deliver(FIVE_MINUTES, event)).containsExactly("0");
        assertThat(bench.status(file)).contains(Status.COMMITTED);

        bench.recompute = bench::recomputed;
        bench.restart(Duration.ZERO);
        bench.mustTake(event);
        assertThat(bench.recomputed).hasSize(1);
    }

    // Time and leases.

    @Test
    void a_version_that_somebody_else_is_loading_is_left_for_later() throws IOException {
        ObjectVersion file = bench.put(KEY, december(7).bytes());
        String event = bench.created(file);
        Instant now = Workbench.now();
        TrackedUpload loading = TrackedUpload.received(new Upload(file, new UploadOrder(now, "", now)))
                .with(Status.LOADING, new Lease("somebody else", now.plusSeconds(100)));
        assertThat(bench.files.claim(loading, now)).isTrue();

        assertThat(bench.deliver(FIVE_MINUTES, event)).containsExactly("0");
        assertThat(bench.files.find(file)).contains(loading);

        bench.restart(Duration.ofSeconds(102));
        bench.mustTake(event);
        assertThat(bench.status(file)).contains(Status.COMMITTED);
    }

    @Test
    void a_failure_that_may_pass_gives_the_lease_back_so_that_the_next_delivery_can_load() throws IOException {
        ObjectVersion file = bench.put(KEY, december(7).bytes());
        String event = bench.created(file);
        bench.restart(new FailsFor(BatchWriteItemRequest.class, 400, "ResourceNotFoundException"), Duration.ZERO);
        assertThat(bench.deliver(FIVE_MINUTES, event)).containsExactly("0");
        assertThat(bench.status(file)).contains(Status.RECEIVED);
        assertThat(bench.files.find(file).orElseThrow().lease()).isEmpty();
        assertThat(bench.months.uploads(EXPORTS.key())).isEmpty();

        bench.restart(Duration.ZERO);
        bench.mustTake(event);
        assertThat(bench.status(file)).contains(Status.COMMITTED);
    }

    @Test
    void a_file_that_is_not_stored_in_time_is_handed_back() throws IOException {
        ObjectVersion file = bench.put(KEY, december(7).bytes());
        String event = bench.created(file);
        bench.restart(new FailsFor(BatchWriteItemRequest.class, 400, "ThrottlingException"), Duration.ZERO);
        assertThat(bench.deliver(Duration.ofSeconds(20), event)).containsExactly("0");
        assertThat(bench.status(file)).contains(Status.RECEIVED);

        bench.restart(Duration.ZERO);
        bench.mustTake(event);
        assertThat(bench.kilograms(INGOT, "2025-12")).hasValue(7);
    }

    @Test
    void an_object_that_s3_does_not_give_out_is_rejected() throws IOException {
        ObjectVersion archived = bench.put(KEY, december(7).bytes());
        bench.restart(new FailsFor(GetObjectRequest.class, 403, "InvalidObjectState"), Duration.ZERO);
        bench.mustTake(bench.created(archived));

        assertThat(bench.status(archived)).contains(Status.REJECTED);
        assertThat(bench.report(archived).orElseThrow().at("/problems/0/code").asText())
                .isEqualTo("object-not-readable");
    }

    @Test
    void an_object_that_it_may_not_read_is_left_for_the_dead_letter_queue() throws IOException {
        ObjectVersion file = bench.put(KEY, december(7).bytes());
        bench.restart(new FailsFor(GetObjectRequest.class, 403, "AccessDenied"), Duration.ZERO);

        assertThat(bench.deliver(FIVE_MINUTES, bench.created(file))).containsExactly("0");
        assertThat(bench.months.uploads(EXPORTS.key())).isEmpty();
    }

    @Test
    void a_version_id_that_s3_never_gave_out_is_as_good_as_gone() throws IOException {
        ObjectVersion file = bench.put(KEY, december(7).bytes());
        bench.restart(new FailsFor(GetObjectRequest.class, 400, "InvalidArgument"), Duration.ZERO);
        bench.mustTake(bench.created(file));

        assertThat(bench.status(file)).contains(Status.WITHDRAWN);
    }

    @Test
    void without_time_left_messages_are_handed_back_untouched() throws IOException {
        ObjectVersion file = bench.put(KEY, december(7).bytes());

        assertThat(bench.deliver(Duration.ZERO, bench.created(file))).containsExactly("0");
        assertThat(bench.status(file)).isEmpty();
    }

    @Test
    void an_event_that_is_no_batch_of_messages_is_an_error() {
        assertThatThrownBy(() -> bench.handle("{}".getBytes(StandardCharsets.UTF_8), FIVE_MINUTES))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("expected a batch of queue messages");
    }

    /** The service fails one kind of request. */
    private record FailsFor(Class<? extends SdkRequest> kind, int status, String code) implements ExecutionInterceptor {
        @Override
        public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
            if (kind.isInstance(context.request())) {
                throw (kind == GetObjectRequest.class ? S3Exception.builder() : DynamoDbException.builder())
                        .statusCode(status)
                        .awsErrorDetails(AwsErrorDetails.builder()
                                .errorCode(code)
                                .errorMessage("as the test wants it")
                                .build())
                        .build();
            }
        }
    }

    private List<Rejected> rejected() {
        return UploadHistory.of(bench.months.uploads(EXPORTS.key())).rejected();
    }

    private Optional<String> reportedVersion(ObjectVersion object) throws IOException {
        return bench.report(object).map(report -> report.get("version").asText());
    }

    /** Uploads what must be rejected; the reason. */
    private String rejection(String key, byte[] bytes) throws IOException {
        ObjectVersion object = bench.upload(key, bytes);
        TrackedUpload entry = bench.files.find(object).orElseThrow();
        assertThat(entry.status()).isEqualTo(Status.REJECTED);
        assertThat(bench.report(object)).isPresent();
        return entry.reason().orElseThrow();
    }

    private static String definition(String id) {
        return String.format(Locale.ROOT, """
                {"id": "%s", "title": {"en": "Magnesium"}, "source": "gacc", "reporter": "CN", "flow": "export",
                 "currency": "USD", "products": [{"id": "ingot", "hs": ["81041100"], "name": {"en": "Ingot"}}]}
                """, id);
    }

    @Test
    void the_report_on_a_key_with_a_control_character_has_a_key_without() throws IOException {
        ObjectVersion object = bench.upload("incoming/gacc/flow=export/a\u0007b.csv", new CustomsCsv().bytes());

        assertThat(bench.status(object)).contains(Status.REJECTED);
        assertThat(bench.report(object).orElseThrow().get("object").asText()).endsWith("a\u0007b.csv");
        assertThat(UploadBucket.Answer.REJECTED.key(object)).startsWith("rejected/incoming/gacc/flow=export/a_b.csv.");
        assertThat(UploadBucket.Answer.REJECTED.key(
                        new ObjectVersion("b", "incoming/gacc/flow=export/a\u0008b.csv", "v")))
                .isNotEqualTo(UploadBucket.Answer.REJECTED.key(object));
    }
}
