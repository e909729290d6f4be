package dev.customsfeed.ledger.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.ledger.FileContents;
import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.MonthFigures;
import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.Part;
import dev.customsfeed.ledger.Reported;
import dev.customsfeed.ledger.Series;
import dev.customsfeed.ledger.Totals;
import dev.customsfeed.ledger.TradeFlow;
import dev.customsfeed.ledger.Upload;
import dev.customsfeed.ledger.UploadHistory;
import dev.customsfeed.ledger.UploadLogEntry;
import dev.customsfeed.ledger.UploadLogEntry.CustomsFile;
import dev.customsfeed.ledger.UploadLogEntry.Deleted;
import dev.customsfeed.ledger.UploadOrder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;

/** What a warm function keeps of the table of months, in DynamoDB Local. */
class KnownFiguresTest {

    private static final TradeFlow EXPORTS = new TradeFlow("gacc", "CN", Flow.EXPORT);

    private final Series series =
            new Series(EXPORTS, "USD", UUID.randomUUID().toString().substring(0, 8));
    private final MonthsTable table = new MonthsTable(
            DynamoDbEnhancedClient.builder().dynamoDbClient(TestTables.client()).build(),
            TestTables.name("MonthsTable"));
    private final SettableClock clock = new SettableClock();
    private final KnownFigures warm = known(1_000);
    private final List<UploadLogEntry> log = new ArrayList<>();
    private int uploads;

    private static final class SettableClock extends Clock {
        private Instant now = Instant.parse("2026-01-18T12:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private KnownFigures known(long totals) {
        return new KnownFigures(table, totals, clock);
    }

    /** Stores what a file says of some months, as ingest does before it commits. */
    private List<MonthFigures> store(String... months) {
        return store(Optional.empty(), months);
    }

    private List<MonthFigures> store(Optional<Part> part, String... months) {
        uploads++;
        Upload upload = upload("incoming/file#" + uploads + ".csv", "v" + uploads);
        Totals totals = Totals.ofWhole(1, 1000L * uploads, 2000L * uploads);
        List<MonthFigures> figures = Stream.of(months)
                .map(month -> new MonthFigures(
                        series,
                        YearMonth.parse(month),
                        upload,
                        part,
                        totals,
                        new TreeMap<>(Map.of("111", totals)),
                        new TreeMap<>(),
                        new TreeSet<>(),
                        new TreeSet<>()))
                .toList();
        figures.forEach(table.figures()::putItem);
        return figures;
    }

    private List<MonthFigures> commit(List<MonthFigures> figures) {
        TreeSet<YearMonth> periods = new TreeSet<>();
        figures.forEach(month -> periods.add(month.period()));
        SortedSet<Part> parts = new TreeSet<>();
        figures.forEach(month -> month.part().ifPresent(parts::add));
        FileContents contents = new FileContents(
                "USD",
                List.of(new Reported(Flow.EXPORT, new TreeSet<>(List.of("CN")), periods)),
                new TreeSet<>(),
                OptionalInt.of(8),
                List.of(),
                parts,
                1,
                "ab",
                Optional.empty());
        log.add(new CustomsFile(EXPORTS.key(), figures.get(0).upload(), contents));
        return figures;
    }

    private Upload upload(String key, String version) {
        Instant at = Instant.parse("2026-01-18T03:04:05Z").plusSeconds(uploads);
        return new Upload(new ObjectVersion("uploads", key, version), new UploadOrder(at, "", at));
    }

    private List<MonthFigures> read(KnownFigures figures) {
        return figures.of(series, UploadHistory.of(log));
    }

    @Test
    void the_figures_of_files_are_known_once_they_are_committed_however_old_their_months_are() {
        List<MonthFigures> all = new ArrayList<>(commit(store("2025-11", "2025-12")));
        List<MonthFigures> loading = store("2016-01", "2025-12");
        assertThat(read(warm)).containsExactlyInAnyOrderElementsOf(all);

        all.addAll(commit(loading));
        all.addAll(commit(store("2025-11")));
        all.addAll(commit(store("2026-01")));

        assertThat(read(warm)).containsExactlyInAnyOrderElementsOf(all);
        assertThat(read(known(1_000))).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void a_file_goes_on_saying_what_it_said_when_it_is_deleted_and_nothing_when_the_log_has_lost_it() {
        List<MonthFigures> first = commit(store("2025-11"));
        List<MonthFigures> second = commit(store("2025-12"));
        read(warm);

        uploads++;
        log.add(new Deleted(EXPORTS.key(), upload(first.get(0).upload().object().key(), "marker")));
        assertThat(read(warm)).containsExactlyInAnyOrder(first.get(0), second.get(0));

        UploadLogEntry lost = log.remove(0);
        assertThat(read(warm)).containsExactlyElementsOf(second);
        log.add(lost);
        assertThat(read(warm)).containsExactlyInAnyOrder(first.get(0), second.get(0));
    }

    @Test
    void what_is_known_is_the_very_same_object_and_read_again_after_an_hour() {
        commit(store("2025-11"));
        MonthFigures mended = commit(store("2025-12")).get(0);
        List<MonthFigures> before = read(warm);

        table.figures().deleteItem(mended);
        clock.now = clock.now.plus(Duration.ofMinutes(59));
        assertThat(read(warm)).hasSize(2).allMatch(month -> before.stream().anyMatch(known -> known == month));

        clock.now = clock.now.plus(Duration.ofMinutes(1));
        assertThat(read(warm)).singleElement().matches(month -> before.stream().anyMatch(known -> known == month));
    }

    @Test
    void parts_of_one_file_and_month_stand_beside_each_other() {
        List<MonthFigures> both = new ArrayList<>(store(Optional.of(Part.parse("partner=116")), "2025-11"));
        uploads--;
        both.addAll(store(Optional.of(Part.parse("partner=309")), "2025-11"));
        commit(both);
        assertThat(read(warm)).containsExactlyInAnyOrderElementsOf(both);

        List<MonthFigures> later = commit(store(Optional.of(Part.parse("partner=116")), "2025-11"));
        both.addAll(later);

        assertThat(read(warm)).containsExactlyInAnyOrderElementsOf(both);
        assertThat(read(known(1_000))).containsExactlyInAnyOrderElementsOf(both);
    }

    @Test
    void without_room_the_table_is_read_each_time() {
        MonthFigures figures = commit(store("2025-11")).get(0);
        KnownFigures forgetful = known(1);
        assertThat(read(forgetful)).containsExactly(figures);

        table.figures().deleteItem(figures);

        assertThat(read(forgetful)).isEmpty();
    }
}
