package dev.customsfeed.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.ledger.UploadLogEntry.Deleted;
import dev.customsfeed.ledger.UploadLogEntry.Quotations;
import dev.customsfeed.ledger.UploadLogEntry.Removed;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class QuotationMonthsTest {

    private static final Quoted USDCNY = new Quoted.Rate("USD", "CNY");
    private static final Quoted EURCNY = new Quoted.Rate("EUR", "CNY");

    private static Upload upload(String name, int second) {
        Instant then = Instant.parse("2026-01-20T00:00:00Z").plusSeconds(second);
        return new Upload(
                new ObjectVersion("b", "incoming/rate/" + name + ".csv", "v" + second),
                new UploadOrder(then, "", then));
    }

    private static Quotations file(Quoted quoted, String name, int second, String... monthsAndHashes) {
        SortedMap<YearMonth, String> months = new TreeMap<>();
        for (int i = 0; i < monthsAndHashes.length; i += 2) {
            months.put(YearMonth.parse(monthsAndHashes[i]), monthsAndHashes[i + 1]);
        }
        return new Quotations(upload(name, second), new QuotationContents(quoted, months.size(), months, "00"));
    }

    private static Map<String, String> counting(List<? extends UploadLogEntry> log) {
        return QuotationMonths.counting(UploadHistory.of(log), USDCNY.name()).entrySet().stream()
                .collect(Collectors.toMap(
                        month -> month.getKey().toString(),
                        month -> month.getValue().object().versionId()));
    }

    private static Map<String, Integer> changes(List<? extends UploadLogEntry> log) {
        return QuotationMonths.changes(UploadHistory.of(log), USDCNY.name()).entrySet().stream()
                .collect(Collectors.toMap(
                        month -> month.getKey().toString(),
                        month -> month.getValue().atOffset(ZoneOffset.UTC).getSecond()));
    }

    @Test
    void of_each_month_the_newest_file_counts_that_has_it() {
        List<Quotations> log = List.of(
                file(USDCNY, "a", 1, "2025-10", "A", "2025-11", "A"),
                file(USDCNY, "b", 2, "2025-11", "B", "2025-12", "B"),
                file(EURCNY, "c", 3, "2025-12", "C"));

        assertThat(counting(log)).isEqualTo(Map.of("2025-10", "v1", "2025-11", "v2", "2025-12", "v2"));
    }

    @Test
    void what_is_overwritten_or_deleted_counts_no_more_and_what_was_before_counts_again() {
        List<UploadLogEntry> log = new ArrayList<>(List.of(
                file(USDCNY, "a", 1, "2025-11", "A"),
                file(USDCNY, "b", 2, "2025-11", "B", "2025-12", "B"),
                file(USDCNY, "b", 3, "2025-12", "B")));
        assertThat(counting(log)).isEqualTo(Map.of("2025-11", "v1", "2025-12", "v3"));

        log.add(new Deleted(UploadLogEntry.PRICES, upload("b", 4)));
        assertThat(counting(log)).isEqualTo(Map.of("2025-11", "v1"));

        log.add(new Removed(UploadLogEntry.PRICES, upload("b", 4)));
        assertThat(counting(log)).isEqualTo(Map.of("2025-11", "v1", "2025-12", "v3"));
    }

    @Test
    void a_month_that_is_said_again_has_not_changed() {
        List<UploadLogEntry> log = new ArrayList<>(List.of(
                file(USDCNY, "a", 1, "2025-10", "A", "2025-11", "B"),
                file(USDCNY, "a", 2, "2025-10", "A", "2025-11", "C", "2025-12", "D"),
                file(USDCNY, "b", 3, "2025-10", "A")));
        assertThat(changes(log)).isEqualTo(Map.of("2025-10", 1, "2025-11", 2, "2025-12", 2));

        log.add(new Deleted(UploadLogEntry.PRICES, upload("a", 4)));
        assertThat(changes(log)).isEqualTo(Map.of("2025-10", 1, "2025-11", 4, "2025-12", 4));
    }

    @Test
    void the_order_in_which_it_became_known_does_not_matter() {
        List<UploadLogEntry> log = new ArrayList<>();
        Random random = new Random(7);
        for (int second = 1; second <= 40; second++) {
            String name = "f" + random.nextInt(3);
            log.add(
                    random.nextInt(5) == 0
                            ? new Deleted(UploadLogEntry.PRICES, upload(name, second))
                            : file(USDCNY, name, second, "2025-1" + random.nextInt(3), "H" + random.nextInt(2)));
        }
        Map<String, String> counting = counting(log);
        Map<String, Integer> changes = changes(log);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(log, random);
            assertThat(counting(log)).isEqualTo(counting);
            assertThat(changes(log)).isEqualTo(changes);
        }
    }
}
