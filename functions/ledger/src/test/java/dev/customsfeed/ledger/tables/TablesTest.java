package dev.customsfeed.ledger.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.customsfeed.ledger.CustomsRecord;
import dev.customsfeed.ledger.Declared;
import dev.customsfeed.ledger.FileContents;
import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.MonthFigures;
import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.Part;
import dev.customsfeed.ledger.Quantity;
import dev.customsfeed.ledger.QuotationContents;
import dev.customsfeed.ledger.Quoted;
import dev.customsfeed.ledger.Reported;
import dev.customsfeed.ledger.Residual;
import dev.customsfeed.ledger.Series;
import dev.customsfeed.ledger.Totals;
import dev.customsfeed.ledger.TradeFlow;
import dev.customsfeed.ledger.UnknownWeight;
import dev.customsfeed.ledger.UnknownWeight.Reason;
import dev.customsfeed.ledger.Upload;
import dev.customsfeed.ledger.UploadLogEntry;
import dev.customsfeed.ledger.UploadLogEntry.CustomsFile;
import dev.customsfeed.ledger.UploadLogEntry.Definition;
import dev.customsfeed.ledger.UploadLogEntry.Deleted;
import dev.customsfeed.ledger.UploadLogEntry.Rejected;
import dev.customsfeed.ledger.UploadLogEntry.Removed;
import dev.customsfeed.ledger.UploadOrder;
import dev.customsfeed.ledger.Valuation;
import dev.customsfeed.ledger.WeightUnit;
import dev.customsfeed.ledger.tables.TrackedUpload.Lease;
import dev.customsfeed.ledger.tables.TrackedUpload.Status;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
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
    private final Upload upload = new Upload(object, order("01"));
    private DynamoDbEnhancedClient client;

    private FilesTable files;
    private RecordsTable records;
    private MonthsTable months;
    private Commit commit;

    @BeforeEach
    void openTables() {
        client = DynamoDbEnhancedClient.builder()
                .dynamoDbClient(TestTables.client())
                .build();
        files = new FilesTable(client, TestTables.name("FilesTable"));
        records = new RecordsTable(client, TestTables.name("RecordsTable"));
        months = new MonthsTable(client, TestTables.name("MonthsTable"));
        commit = new Commit(files, months);
    }

    @Test
    void what_a_file_of_prices_or_rates_says_is_read_back() throws Exception {
        StoredQuotations stored = new StoredQuotations(
                "price/mg-ingot",
                object,
                new TreeMap<>(Map.of(
                        LocalDate.of(2025, 12, 1), new BigDecimal("15820"),
                        LocalDate.of(2025, 12, 2), new BigDecimal("0.000125"))));
        Quoted price = new Quoted.Price(
                "mg-ingot", "CNY", WeightUnit.LB, new BigDecimal("13.5"), Optional.of("exw"), Quoted.License.OPEN);
        QuotationContents contents =
                new QuotationContents(price, 2, new TreeMap<>(Map.of(DECEMBER, "0f1e2d3c4b5a6978")), "ab");
        UploadLogEntry.Quotations entry = new UploadLogEntry.Quotations(upload, contents);
        ObjectVersion lost = new ObjectVersion("uploads", "incoming/rate/lost" + runs++, "v1");

        months.add(stored);
        months.add(entry);
        UploadLogEntry.Quotations rate = new UploadLogEntry.Quotations(
                new Upload(lost, order("02")),
                new QuotationContents(new Quoted.Rate("USD", "CNY"), 1, new TreeMap<>(), "cd"));
        months.add(rate);

        assertThat(months.quotations(entry)).isEqualTo(stored);
        assertThat(months.uploads(UploadLogEntry.PRICES)).contains(entry, rate);
        PlacedEntry placed =
                months.placed(UploadLogEntry.PRICES, object.object()).get(0);
        assertThat(PlacedEntryText.read(PlacedEntryText.write(placed))).isEqualTo(placed);
        assertThatIllegalStateException()
                .isThrownBy(() -> months.quotations(rate))
                .withMessageContaining("found no observations");
    }

    @Test
    void a_row_is_read_back_as_it_was_reported() {
        CustomsRecord full = new CustomsRecord(
                INGOT,
                DECEMBER,
                2,
                "111",
                new TreeMap<>(Map.of("regime", "10", "province", "14", "procedure", "1")),
                Optional.of(new Quantity(1_533_215_007, "Kilogram")),
                Optional.of(new Quantity(7_000, "Number")),
                OptionalLong.of(1_533_215_007),
                true,
                3_208_650_250L,
                Optional.of(Valuation.CIF));
        CustomsRecord sparse = new CustomsRecord(
                INGOT,
                DECEMBER,
                10,
                "",
                new TreeMap<>(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                false,
                5,
                Optional.empty());
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
        Totals all = new Totals(3, 1000, 1, 250, 2000);
        MonthFigures figures = new MonthFigures(
                INGOT,
                DECEMBER,
                upload,
                Optional.empty(),
                all,
                new TreeMap<>(Map.of("111", new Totals(2, 1000, 0, 250, 1501), "701", new Totals(1, 0, 1, 0, 499))),
                new TreeMap<>(Map.of(
                        "regime", new TreeMap<>(Map.of("10", all)), "procedure", new TreeMap<>(Map.of("1", all)))),
                new TreeSet<>(List.of(Valuation.FOB, Valuation.CUSTOMS_VALUE)),
                new TreeSet<>());
        MonthFigures page = new MonthFigures(
                INGOT,
                DECEMBER,
                upload,
                Optional.of(Part.parse("page=2of10")),
                Totals.NONE,
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeSet<>(),
                new TreeSet<>(List.of("116/10", "309/10")));
        months.figures().putItem(figures);
        months.figures().putItem(page);

        assertThat(months.figures(INGOT)).contains(figures, page);
        assertThat(months.figures(new Series(EXPORTS, "USD", "99999999"))).isEmpty();
    }

    @Test
    void every_kind_of_log_entry_is_read_back_as_it_was_written() {
        UploadLogEntry committed = new CustomsFile(EXPORTS.key(), upload, contents());
        UploadLogEntry rejected = new Rejected(
                EXPORTS.key(),
                upload("v2", "02"),
                "why",
                new Declared(Optional.of(DECEMBER), new TreeSet<>(List.of("8104"))));
        UploadLogEntry deleted = new Deleted(EXPORTS.key(), upload("v3", "03"));
        UploadLogEntry removed = new Removed(EXPORTS.key(), new Upload(object, order("04")));
        List<UploadLogEntry> all = List.of(committed, rejected, deleted, removed);
        all.forEach(months::add);
        all.forEach(months::add);

        assertThat(months.uploads(EXPORTS.key(), object.object())).containsExactlyInAnyOrderElementsOf(all);
        assertThat(months.uploads(EXPORTS.key())).containsAll(all);
    }

    @Test
    void what_a_file_of_many_reporters_flows_and_months_has_is_read_back_as_it_was_written() {
        FileContents contents = new FileContents(
                "EUR",
                List.of(
                        new Reported(
                                Flow.IMPORT,
                                new TreeSet<>(List.of("DE", "NL")),
                                new TreeSet<>(List.of(DECEMBER, DECEMBER.minusMonths(1)))),
                        new Reported(Flow.IMPORT, new TreeSet<>(List.of("FR")), new TreeSet<>(List.of(DECEMBER))),
                        new Reported(Flow.EXPORT, new TreeSet<>(List.of("DE")), new TreeSet<>(List.of(DECEMBER)))),
                new TreeSet<>(List.of("")),
                OptionalInt.empty(),
                List.of(
                        new Residual("DE", Flow.EXPORT, DECEMBER, ""),
                        new Residual("DE", Flow.IMPORT, DECEMBER, "8104"),
                        new Residual("DE", Flow.IMPORT, DECEMBER, "81")),
                new TreeSet<>(List.of(Part.parse("partner=CN"), Part.parse("partner=JP"))),
                4_902_194,
                "ab12",
                Optional.of("2026-02-15"),
                new TreeMap<>(Map.of("150", "格鲁吉亚", "XX", "Elsewhere")),
                List.of(
                        new UnknownWeight(Reason.NOT_GIVEN, "", new TreeSet<>()),
                        new UnknownWeight(Reason.UNIT_UNKNOWN, "a/b", new TreeSet<>(List.of("81041100", "81041900")))),
                new TreeSet<>(List.of("81041100", "81041900")));
        UploadLogEntry committed = new CustomsFile("comext", upload, contents);
        months.add(committed);

        assertThat(months.uploads("comext", object.object())).containsExactly(committed);
    }

    @Test
    void the_log_of_an_object_holds_nothing_of_one_whose_name_goes_on() {
        ObjectVersion longer = new ObjectVersion("uploads", object.key() + "#x", "v1");
        months.add(new Deleted(EXPORTS.key(), upload));
        months.add(new Deleted(EXPORTS.key(), new Upload(longer, order("01"))));

        assertThat(months.uploads(EXPORTS.key(), object.object())).hasSize(1);
    }

    @Test
    void a_delete_marker_never_overwrites_the_version_that_it_hides() {
        UploadLogEntry committed = new CustomsFile(EXPORTS.key(), upload, contents());
        UploadLogEntry deleted = new Deleted(EXPORTS.key(), new Upload(object, order("02")));
        months.add(committed);
        months.add(deleted);

        assertThat(months.uploads(EXPORTS.key(), object.object())).containsExactlyInAnyOrder(committed, deleted);
    }

    @Test
    void a_feed_definition_travels_in_its_log_entry() {
        ObjectVersion feed = new ObjectVersion("uploads", "feeds/magnesium.json", "v1");
        UploadLogEntry entry = new Definition(new Upload(feed, order("01")), "{\"id\": \"magnesium\"}");
        months.add(entry);

        assertThat(months.uploads(UploadLogEntry.FEEDS)).contains(entry);
    }

    @Test
    void entries_get_places_in_their_order_and_the_same_one_again_gets_no_second() {
        String log = "gacc/CN/import/" + object.key();
        long before = months.newestPlace(log);
        UploadLogEntry first = new Deleted(log, upload);
        UploadLogEntry second = new Removed(log, upload);
        months.add(first);
        months.add(second);
        months.add(first);

        assertThat(before).isEqualTo(PlacedEntry.NONE);
        assertThat(months.placedAfter(log, 0)).containsExactly(new PlacedEntry(1, first), new PlacedEntry(2, second));
        assertThat(months.placedAfter(log, 1)).containsExactly(new PlacedEntry(2, second));
        assertThat(months.placedAfter(log, 2)).isEmpty();
        assertThat(months.newestPlace(log)).isEqualTo(2);
        assertThat(months.placed(log, object.object()))
                .containsExactlyInAnyOrder(new PlacedEntry(1, first), new PlacedEntry(2, second));
        assertThat(months.uploads(log)).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void an_entry_that_was_written_when_entries_had_no_place_gets_one_when_it_is_announced_again() {
        String log = "gacc/CN/import/former/" + object.key();
        UploadLogEntry former = new Deleted(log, upload);
        client.table(TestTables.name("MonthsTable"), UploadLogItems.SCHEMA).putItem(former);
        assertThat(all(log)).containsExactly(new PlacedEntry(PlacedEntry.NONE, former));
        assertThat(months.placedAfter(log, 0)).isEmpty();

        months.add(former);

        assertThat(all(log)).containsExactly(new PlacedEntry(1, former));
        assertThat(months.placedAfter(log, 0)).containsExactly(new PlacedEntry(1, former));
    }

    private List<PlacedEntry> all(String log) {
        List<PlacedEntry> all = new ArrayList<>();
        months.forEachPlaced(log, all::add);
        return all;
    }

    @Test
    void a_rejection_that_is_found_again_keeps_its_place_and_a_version_that_is_taken_at_last_gets_a_new_one() {
        String log = "gacc/CN/import/again/" + object.key();
        Lease mine = new Lease("mine", NOON.plusSeconds(60));
        files.claim(loading(mine), NOON);
        UploadLogEntry rejected = new Rejected(log, upload, "no", Declared.NOTHING);
        TrackedUpload again = committed().with(Status.REJECTED, mine);

        assertThat(commit.commit(again, mine, rejected)).isTrue();
        assertThat(commit.commit(again, mine, rejected)).isTrue();
        assertThat(months.newestPlace(log)).isEqualTo(1);
        assertThat(commit.commit(again, new Lease("other", NOON), rejected)).isFalse();

        UploadLogEntry taken = new CustomsFile(log, upload, contents());
        assertThat(commit.commit(again, mine, taken)).isTrue();
        assertThat(all(log)).containsExactly(new PlacedEntry(2, taken));
        assertThat(months.placedAfter(log, 0)).containsExactly(new PlacedEntry(1, rejected), new PlacedEntry(2, taken));
    }

    @Test
    void of_many_who_enter_at_once_each_gets_a_place_and_there_is_no_gap() {
        String log = "gacc/CN/import/many/" + object.key();
        List<UploadLogEntry> all = IntStream.range(0, 24)
                .<UploadLogEntry>mapToObj(i ->
                        new Deleted(log, new Upload(new ObjectVersion("uploads", object.key(), "v" + i), order("01"))))
                .toList();

        all.parallelStream().forEach(months::add);

        List<PlacedEntry> placed = months.placedAfter(log, 0);
        assertThat(placed)
                .extracting(PlacedEntry::place)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 24).boxed().toList());
        assertThat(placed).extracting(PlacedEntry::entry).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void an_entry_is_read_from_a_line_as_it_was_written() {
        for (UploadLogEntry entry : List.of(
                new CustomsFile(EXPORTS.key(), upload, contents()),
                new Definition(upload, "{\"id\": \"magnesium\"}\n"),
                new Deleted(EXPORTS.key(), upload))) {
            for (long place : List.of(PlacedEntry.NONE, 42L)) {
                PlacedEntry placed = new PlacedEntry(place, entry);
                String line = PlacedEntryText.write(placed);
                assertThat(line).doesNotContain("\n");
                assertThat(PlacedEntryText.read(line)).isEqualTo(placed);
            }
        }
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
        UploadLogEntry entry = new CustomsFile(EXPORTS.key(), upload, contents());

        assertThat(commit.commit(committed(), stolen, entry)).isFalse();
        assertThat(months.uploads(EXPORTS.key(), object.object())).isEmpty();
        assertThat(files.find(object).map(TrackedUpload::status)).contains(Status.LOADING);

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
    void a_rejected_entry_says_why() {
        TrackedUpload rejected =
                TrackedUpload.received(upload).rejected("a bad number", Optional.of("gacc-en"), Optional.of("UTF-8"));
        Lease mine = new Lease("mine", NOON.plusSeconds(60));
        files.claim(loading(mine), NOON);
        files.put(rejected, mine);

        assertThat(files.find(object)).contains(rejected);
        assertThat(rejected.status().isSettled()).isFalse();
    }

    @Test
    void an_object_with_the_longest_possible_name_has_its_log() {
        ObjectVersion longest = new ObjectVersion("uploads", "incoming/" + "x".repeat(1000) + runs + ".csv", "v1");
        UploadLogEntry entry =
                new Rejected(UploadLogEntry.UNDECLARED, new Upload(longest, order("01")), "why", Declared.NOTHING);
        months.add(entry);

        assertThat(months.uploads(UploadLogEntry.UNDECLARED, longest.object())).containsExactly(entry);
    }

    @Test
    void an_entry_is_restated_unless_somebody_changed_it_meanwhile() {
        TrackedUpload received = TrackedUpload.received(upload);
        Lease mine = new Lease("mine", NOON.plusSeconds(60));
        files.claim(received.with(Status.LOADING, mine), NOON);
        assertThat(files.put(committed(), new Lease("other", NOON))).isFalse();
        assertThat(files.put(committed(), mine)).isTrue();

        assertThat(files.restate(received, Status.REJECTED)).isFalse();
        assertThat(files.find(object).map(TrackedUpload::status)).contains(Status.COMMITTED);

        files.restate(committed(), Status.SUPERSEDED);
        assertThat(files.versionsOf(object.object())).singleElement().satisfies(file -> {
            assertThat(file.status()).isEqualTo(Status.SUPERSEDED);
            assertThat(file.sums().rows()).hasValue(205);
        });
    }

    private Upload upload(String versionId, String sequencer) {
        return new Upload(new ObjectVersion(object.bucket(), object.key(), versionId), order(sequencer));
    }

    private static UploadOrder order(String sequencer) {
        return new UploadOrder(NOON, sequencer, NOON);
    }

    private static FileContents contents() {
        return new FileContents(
                "USD",
                List.of(new Reported(Flow.EXPORT, new TreeSet<>(List.of("CN")), new TreeSet<>(List.of(DECEMBER)))),
                new TreeSet<>(List.of("8104", "28044690")),
                OptionalInt.of(8),
                List.of(),
                new TreeSet<>(),
                205,
                "ab12",
                Optional.empty());
    }

    private TrackedUpload loading(Lease lease) {
        return file(Status.LOADING, Optional.of(lease));
    }

    private TrackedUpload committed() {
        return file(Status.COMMITTED, Optional.empty());
    }

    private TrackedUpload file(Status status, Optional<Lease> lease) {
        return new TrackedUpload(
                upload,
                status,
                Optional.of("gacc-en"),
                Optional.of("GB18030"),
                Optional.of("ab"),
                new TrackedUpload.Sums(OptionalLong.of(205), OptionalLong.of(1), OptionalLong.empty()),
                new TreeSet<>(List.of(DECEMBER)),
                List.of("partner 998 is unknown"),
                Optional.empty(),
                Optional.of("v0"),
                lease);
    }
}
