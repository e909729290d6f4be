package dev.customsfeed.ledger.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.ledger.CustomsRecord;
import dev.customsfeed.ledger.FileContents;
import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.MonthFigures;
import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.Quantity;
import dev.customsfeed.ledger.Series;
import dev.customsfeed.ledger.Totals;
import dev.customsfeed.ledger.TradeFlow;
import dev.customsfeed.ledger.UploadLogEntry;
import dev.customsfeed.ledger.UploadOrder;
import dev.customsfeed.ledger.tables.UploadedFile.Lease;
import dev.customsfeed.ledger.tables.UploadedFile.Status;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;

/** The tables as the template describes them, in DynamoDB Local. */
class TablesTest {

    private static final TradeFlow EXPORTS = new TradeFlow("gacc", "CN", Flow.EXPORT);
    private static final Series INGOT = new Series(EXPORTS, "USD", "81041100");
    private static final YearMonth DECEMBER = YearMonth.of(2025, 12);
    private static final Instant NOON = Instant.parse("2026-01-18T12:00:00Z");

    private static int runs;

    private final ObjectVersion object =
            new ObjectVersion("uploads", "incoming/gacc/flow=export/2025-12#" + runs++ + ".csv", "v1");
    private final UploadOrder order = order(object, "01");

    private FilesTable files;
    private RecordsTable records;
    private MonthsTable months;
    private Commit commit;

    @BeforeEach
    void openTables() {
        DynamoDbEnhancedClient client = DynamoDbEnhancedClient.builder()
                .dynamoDbClient(TestTables.client())
                .build();
        files = new FilesTable(client, TestTables.name("FilesTable"));
        records = new RecordsTable(client, TestTables.name("RecordsTable"));
        months = new MonthsTable(client, TestTables.name("MonthsTable"));
        commit = new Commit(client, files, months);
    }

    @Test
    void a_row_is_read_back_as_it_was_reported() {
        CustomsRecord full = new CustomsRecord(
                INGOT,
                DECEMBER,
                2,
                "111",
                Optional.of("10"),
                Optional.of("14"),
                Optional.of(new Quantity(1533215, "Kilogram")),
                Optional.of(new Quantity(7, "Number")),
                OptionalLong.of(1533215),
                3208650);
        CustomsRecord sparse = new CustomsRecord(
                INGOT,
                DECEMBER,
                10,
                "112",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                5);
        StoredRecord first = new StoredRecord(object.versionId() + runs, full);
        StoredRecord second = new StoredRecord(object.versionId() + runs, sparse);
        records.records().putItem(second);
        records.records().putItem(first);

        assertThat(records.rows(INGOT, DECEMBER, object.versionId() + runs)).containsExactly(first, second);
        assertThat(first.month()).isEqualTo("gacc/CN/export/USD/81041100/2025-12");
        assertThat(first.entry()).endsWith("#000000002");
    }

    @Test
    void figures_are_read_back_as_they_were_written() {
        Totals all = new Totals(3, 1000, 1, 2000);
        MonthFigures figures = new MonthFigures(
                INGOT,
                DECEMBER,
                object,
                order,
                all,
                new TreeMap<>(Map.of("111", Totals.of(2, 1000, 1500), "701", new Totals(1, 0, 1, 500))),
                new TreeMap<>(Map.of("10", all)),
                new TreeMap<>());
        months.figures().putItem(figures);

        assertThat(months.figures(INGOT)).contains(figures);
        assertThat(months.figures(new Series(EXPORTS, "USD", "99999999"))).isEmpty();
    }

    @Test
    void every_kind_of_log_entry_is_read_back_as_it_was_written() {
        FileContents contents = new FileContents(
                "USD", new TreeSet<>(List.of(DECEMBER)), new TreeSet<>(List.of("8104", "28044690")), 205, "ab12");
        UploadLogEntry committed = UploadLogEntry.committed(EXPORTS, object, order, contents);
        UploadLogEntry rejected =
                UploadLogEntry.rejected(EXPORTS.key(), version("v2"), order(version("v2"), "02"), "why");
        UploadLogEntry deleted = UploadLogEntry.deleted(EXPORTS.key(), version("v3"), order(version("v3"), "03"));
        UploadLogEntry removed = UploadLogEntry.removed(EXPORTS.key(), object, order(object, "04"));
        List<UploadLogEntry> all = List.of(committed, rejected, deleted, removed);
        all.forEach(months::add);
        all.forEach(months::add);

        assertThat(months.uploads(EXPORTS.key(), object.object())).containsExactlyInAnyOrderElementsOf(all);
        assertThat(months.uploads(EXPORTS.key())).containsAll(all);
    }

    @Test
    void the_log_of_an_object_holds_nothing_of_one_whose_name_goes_on() {
        ObjectVersion longer = new ObjectVersion("uploads", object.key() + "#x", "v1");
        months.add(UploadLogEntry.deleted(EXPORTS.key(), object, order));
        months.add(UploadLogEntry.deleted(EXPORTS.key(), longer, order(longer, "01")));

        assertThat(months.uploads(EXPORTS.key(), object.object())).hasSize(1);
    }

    @Test
    void a_delete_marker_never_overwrites_the_version_that_it_hides() {
        FileContents contents = new FileContents("USD", new TreeSet<>(List.of(DECEMBER)), new TreeSet<>(), 1, "ab");
        UploadLogEntry committed = UploadLogEntry.committed(EXPORTS, object, order, contents);
        UploadLogEntry deleted = UploadLogEntry.deleted(EXPORTS.key(), object, order(object, "02"));
        months.add(committed);
        months.add(deleted);

        assertThat(months.uploads(EXPORTS.key(), object.object())).containsExactlyInAnyOrder(committed, deleted);
    }

    @Test
    void a_feed_definition_travels_in_its_log_entry() {
        ObjectVersion feed = new ObjectVersion("uploads", "feeds/magnesium.json", "v1");
        UploadLogEntry entry = UploadLogEntry.committed(feed, order(feed, "01"), "{\"id\": \"magnesium\"}");
        months.add(entry);

        assertThat(months.uploads(UploadLogEntry.FEEDS)).contains(entry);
    }

    @Test
    void a_lease_is_held_until_it_ends() {
        Lease first = new Lease("first", NOON.plusSeconds(60));
        Lease second = new Lease("second", NOON.plusSeconds(120));

        assertThat(files.claim(loading(first), NOON)).isTrue();
        // An answer that got lost: the same request again.
        assertThat(files.claim(loading(first), NOON)).isTrue();
        assertThat(files.claim(loading(second), NOON)).isFalse();
        assertThat(files.claim(loading(second), NOON.plusSeconds(61))).isTrue();
        assertThat(files.find(object)).contains(loading(second));
    }

    @Test
    void a_commit_writes_status_and_log_entry_together_or_not_at_all() {
        Lease mine = new Lease("mine", NOON.plusSeconds(60));
        Lease stolen = new Lease("other", NOON.plusSeconds(60));
        files.claim(loading(mine), NOON);
        FileContents contents = new FileContents("USD", new TreeSet<>(List.of(DECEMBER)), new TreeSet<>(), 1, "ab");
        UploadLogEntry entry = UploadLogEntry.committed(EXPORTS, object, order, contents);

        assertThat(commit.commit(committed(), stolen, entry)).isFalse();
        assertThat(months.uploads(EXPORTS.key(), object.object())).isEmpty();
        assertThat(files.find(object).map(UploadedFile::status)).contains(Status.LOADING);

        assertThat(commit.commit(committed(), mine, entry)).isTrue();
        assertThat(months.uploads(EXPORTS.key(), object.object())).containsExactly(entry);
        assertThat(files.find(object)).contains(committed());
    }

    @Test
    void a_settled_version_is_never_loaded_again() {
        Lease mine = new Lease("mine", NOON.plusSeconds(60));
        files.claim(loading(mine), NOON);
        files.put(committed(), mine);

        assertThat(files.claim(loading(mine), NOON.plusSeconds(3600))).isFalse();
        assertThat(files.find(object).orElseThrow().status().isSettled()).isTrue();
    }

    @Test
    void a_refused_entry_says_why() {
        UploadedFile refused = UploadedFile.received(object, order)
                .rejected("a bad number", Optional.of("gacc-en"), Optional.of("UTF-8"));
        Lease mine = new Lease("mine", NOON.plusSeconds(60));
        files.claim(loading(mine), NOON);
        files.put(refused, mine);

        assertThat(files.find(object)).contains(refused);
        assertThat(refused.status().isSettled()).isFalse();
    }

    @Test
    void an_object_with_the_longest_possible_name_has_its_log() {
        ObjectVersion longest = new ObjectVersion("uploads", "incoming/" + "x".repeat(1000) + runs + ".csv", "v1");
        UploadLogEntry entry = UploadLogEntry.rejected(UploadLogEntry.UNDECLARED, longest, order(longest, "01"), "why");
        months.add(entry);

        assertThat(months.uploads(UploadLogEntry.UNDECLARED, longest.object())).containsExactly(entry);
    }

    @Test
    void an_entry_is_restated_unless_somebody_changed_it_meanwhile() {
        UploadedFile received = UploadedFile.received(object, order);
        Lease mine = new Lease("mine", NOON.plusSeconds(60));
        files.claim(received.with(Status.LOADING, mine), NOON);
        assertThat(files.put(committed(), new Lease("other", NOON))).isFalse();
        assertThat(files.put(committed(), mine)).isTrue();

        assertThat(files.restate(received, Status.REJECTED)).isFalse();
        assertThat(files.find(object).map(UploadedFile::status)).contains(Status.COMMITTED);

        files.restate(committed(), Status.SUPERSEDED);
        assertThat(files.versionsOf(object.object())).singleElement().satisfies(file -> {
            assertThat(file.status()).isEqualTo(Status.SUPERSEDED);
            assertThat(file.rows()).hasValue(205);
        });
    }

    private ObjectVersion version(String versionId) {
        return new ObjectVersion(object.bucket(), object.key(), versionId);
    }

    private static UploadOrder order(ObjectVersion object, String sequencer) {
        return new UploadOrder(NOON, object.key(), sequencer, NOON, object.versionId());
    }

    private UploadedFile loading(Lease lease) {
        return file(Status.LOADING, Optional.of(lease));
    }

    private UploadedFile committed() {
        return file(Status.COMMITTED, Optional.empty());
    }

    private UploadedFile file(Status status, Optional<Lease> lease) {
        return new UploadedFile(
                object,
                order,
                status,
                Optional.of("gacc-en"),
                Optional.of("GB18030"),
                Optional.of("ab"),
                OptionalLong.of(205),
                OptionalLong.of(1),
                OptionalLong.empty(),
                new TreeSet<>(List.of(DECEMBER)),
                List.of("partner 998 is unknown"),
                Optional.empty(),
                lease);
    }
}
