package dev.customsfeed.ledger.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.ledger.CustomsRecord;
import dev.customsfeed.ledger.Declared;
import dev.customsfeed.ledger.FileContents;
import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.MonthFigures;
import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.Quantity;
import dev.customsfeed.ledger.Reported;
import dev.customsfeed.ledger.Series;
import dev.customsfeed.ledger.Totals;
import dev.customsfeed.ledger.TradeFlow;
import dev.customsfeed.ledger.Upload;
import dev.customsfeed.ledger.UploadLogEntry;
import dev.customsfeed.ledger.UploadLogEntry.CustomsFile;
import dev.customsfeed.ledger.UploadLogEntry.Definition;
import dev.customsfeed.ledger.UploadLogEntry.Deleted;
import dev.customsfeed.ledger.UploadLogEntry.Rejected;
import dev.customsfeed.ledger.UploadLogEntry.Removed;
import dev.customsfeed.ledger.UploadOrder;
import dev.customsfeed.ledger.tables.TrackedUpload.Lease;
import dev.customsfeed.ledger.tables.TrackedUpload.Status;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Items as they were written when figures were whole and China Customs the only source: they are read, and what has nothing new is
 * still written so.
 */
class FormerItemsTest {

    private static final Series INGOT = new Series(new TradeFlow("gacc", "CN", Flow.EXPORT), "USD", "81041100");
    private static final YearMonth DECEMBER = YearMonth.of(2025, 12);
    private static final Upload UPLOAD = new Upload(
            new ObjectVersion("uploads", "incoming/gacc/flow=export/2025-12.csv", "v1"),
            new UploadOrder(
                    Instant.parse("2026-01-18T03:04:05Z"), "0065A1", Instant.parse("2026-01-18T03:04:05.678Z")));
    private static final String OBJECT = "uploads/incoming/gacc/flow=export/2025-12.csv";

    private static AttributeValue s(String text) {
        return AttributeValue.fromS(text);
    }

    private static AttributeValue n(String number) {
        return AttributeValue.fromN(number);
    }

    private static AttributeValue l(AttributeValue... list) {
        return AttributeValue.fromL(List.of(list));
    }

    /** What every item that names an upload has. */
    private static Map<String, AttributeValue> ofUpload() {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put("lastModified", s("2026-01-18T03:04:05Z"));
        item.put("sequencer", s("0065A1"));
        item.put("announcedAt", s("2026-01-18T03:04:05.678Z"));
        return item;
    }

    private static Map<String, AttributeValue> logEntry(String log, String entry, String outcome) {
        Map<String, AttributeValue> item = ofUpload();
        item.put("series", s(log));
        item.put("entry", s(entry));
        item.put("outcome", s(outcome));
        item.put("bucket", s("uploads"));
        item.put("key", s("incoming/gacc/flow=export/2025-12.csv"));
        item.put("version", s("v1"));
        return item;
    }

    private static <T> void isReadAndWritten(TableSchema<T> schema, Map<String, AttributeValue> item, T as) {
        assertThat(schema.mapToItem(item)).isEqualTo(as);
        assertThat(schema.itemToMap(as, true)).isEqualTo(item);
    }

    @Test
    void an_item_of_the_table_of_files() {
        Map<String, AttributeValue> item = ofUpload();
        item.put("object", s(OBJECT));
        item.put("version", s("v1"));
        item.put("status", s("LOADING"));
        item.put("layout", s("gacc-en"));
        item.put("encoding", s("GB18030"));
        item.put("sha256", s("ab12"));
        item.put("rows", n("205"));
        item.put("value", n("315286"));
        item.put("netWeightKg", n("1533215"));
        item.put("months", l(s("2025-12")));
        item.put("warnings", l(s("partner 998 is unknown")));
        item.put("reason", s("a bad number"));
        item.put("leaseOwner", s("somebody"));
        item.put("leaseUntil", s("2026-01-18T03:19:05Z"));

        isReadAndWritten(
                FileItems.SCHEMA,
                item,
                new TrackedUpload(
                        UPLOAD,
                        Status.LOADING,
                        Optional.of("gacc-en"),
                        Optional.of("GB18030"),
                        Optional.of("ab12"),
                        new TrackedUpload.Sums(
                                OptionalLong.of(205), OptionalLong.of(315_286_000), OptionalLong.of(1_533_215_000)),
                        new TreeSet<>(List.of(DECEMBER)),
                        List.of("partner 998 is unknown"),
                        Optional.of("a bad number"),
                        Optional.empty(),
                        Optional.of(new Lease("somebody", Instant.parse("2026-01-18T03:19:05Z")))));
    }

    @Test
    void an_item_of_the_table_of_records() {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put("month", s("gacc/CN/export/USD/81041100/2025-12"));
        item.put("line", s("v1#000000002"));
        item.put("partner", s("111"));
        item.put("regime", s("10"));
        item.put("province", s("14"));
        item.put("quantity", n("1533215"));
        item.put("unit", s("Kilogram"));
        item.put("supplementaryQuantity", n("7"));
        item.put("supplementaryUnit", s("Number"));
        item.put("netWeightKg", n("1533215"));
        item.put("value", n("3208650"));

        isReadAndWritten(
                RecordItems.SCHEMA,
                item,
                new StoredRecord(
                        "v1",
                        new CustomsRecord(
                                INGOT,
                                DECEMBER,
                                2,
                                "111",
                                new TreeMap<>(Map.of("regime", "10", "province", "14")),
                                Optional.of(new Quantity(1_533_215_000, "Kilogram")),
                                Optional.of(new Quantity(7_000, "Number")),
                                OptionalLong.of(1_533_215_000),
                                false,
                                3_208_650_000L,
                                Optional.empty())));
    }

    @Test
    void an_item_of_the_table_of_months() {
        Map<String, AttributeValue> item = ofUpload();
        item.put("series", s("gacc/CN/export/USD/81041100"));
        item.put("entry", s("2025-12#2026-01-18T03:04:05Z#incoming/gacc/flow=export/2025-12.csv#v1"));
        item.put("bucket", s("uploads"));
        item.put("key", s("incoming/gacc/flow=export/2025-12.csv"));
        item.put("version", s("v1"));
        item.put("rows", n("3"));
        item.put("reportedNetWeightKg", n("1000"));
        item.put("rowsWithoutNetWeight", n("1"));
        item.put("value", n("2000"));
        item.put(
                "partners",
                AttributeValue.fromM(
                        Map.of("111", l(n("1000"), n("1500"), n("2")), "701", l(n("0"), n("500"), n("1"), n("1")))));
        item.put("regimes", AttributeValue.fromM(Map.of("10", l(n("1000"), n("2000"), n("3"), n("1")))));
        item.put("provinces", AttributeValue.fromM(Map.of()));

        Totals all = new Totals(3, 1_000_000, 1, 0, 2_000_000);
        isReadAndWritten(
                MonthItems.SCHEMA,
                item,
                new MonthFigures(
                        INGOT,
                        DECEMBER,
                        UPLOAD,
                        Optional.empty(),
                        all,
                        new TreeMap<>(
                                Map.of("111", Totals.ofWhole(2, 1000, 1500), "701", new Totals(1, 0, 1, 0, 500_000))),
                        new TreeMap<>(Map.of("regime", new TreeMap<>(Map.of("10", all)))),
                        new TreeSet<>(),
                        new TreeSet<>()));
    }

    @Test
    void the_entry_of_a_customs_file() {
        Map<String, AttributeValue> item = logEntry("gacc/CN/export", OBJECT + "#v1", "COMMITTED");
        item.put("currency", s("USD"));
        item.put("periods", l(s("2025-11"), s("2025-12")));
        item.put("askedFor", l(s("8104")));
        item.put("rows", n("205"));
        item.put("sha256", s("ab12"));
        CustomsFile file = new CustomsFile(
                "gacc/CN/export",
                UPLOAD,
                new FileContents(
                        "USD",
                        List.of(new Reported(
                                Flow.EXPORT,
                                new TreeSet<>(List.of("CN")),
                                new TreeSet<>(List.of(DECEMBER.minusMonths(1), DECEMBER)))),
                        new TreeSet<>(List.of("8104")),
                        OptionalInt.of(8),
                        List.of(),
                        new TreeSet<>(),
                        205,
                        "ab12",
                        Optional.empty()));

        assertThat(UploadLogItems.SCHEMA.mapToItem(item)).isEqualTo(file);
        item.put("codeLength", n("8"));
        isReadAndWritten(UploadLogItems.SCHEMA, item, file);
    }

    @Test
    void all_other_entries() {
        Map<String, AttributeValue> definition = logEntry("feeds", OBJECT + "#v1", "COMMITTED");
        definition.put("definition", s("{}"));
        isReadAndWritten(UploadLogItems.SCHEMA, definition, (UploadLogEntry) new Definition(UPLOAD, "{}"));

        Map<String, AttributeValue> rejected = logEntry("gacc/CN/export", OBJECT + "#v1", "REJECTED");
        rejected.put("reason", s("why"));
        isReadAndWritten(UploadLogItems.SCHEMA, rejected, (UploadLogEntry)
                new Rejected("gacc/CN/export", UPLOAD, "why", Declared.NOTHING));

        isReadAndWritten(
                UploadLogItems.SCHEMA, logEntry("gacc/CN/export", OBJECT + "#v1#deleted", "DELETED"), (UploadLogEntry)
                        new Deleted("gacc/CN/export", UPLOAD));
        isReadAndWritten(
                UploadLogItems.SCHEMA, logEntry("gacc/CN/export", OBJECT + "#v1#removed", "REMOVED"), (UploadLogEntry)
                        new Removed("gacc/CN/export", UPLOAD));
    }
}
