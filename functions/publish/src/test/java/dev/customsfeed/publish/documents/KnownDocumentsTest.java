package dev.customsfeed.publish.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.publish.documents.json.Document;
import dev.customsfeed.publish.documents.json.RowAccess;
import dev.customsfeed.publish.figures.report.Feeds;
import dev.customsfeed.publish.figures.report.TradeFiles;
import dev.customsfeed.publish.figures.trade.Span;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class KnownDocumentsTest {

    private final TradeFiles files = new TradeFiles(Feeds.metals())
            .put("incoming/gacc/flow=export/hs=1000+2000/2016.csv", "10000001 2016-01 111 1000 2500")
            .put("incoming/gacc/flow=export/hs=1000+2000/2025.csv", "10000001 2025-12 111 1000 2500");

    /** The reports by identity: one that was kept is the very same. */
    private List<Document> reports(KnownDocuments known) {
        return FeedDocuments.of(files.data(), Optional.empty(), known, RowAccess.none()).stream()
                .filter(document -> document.path().startsWith("reports/"))
                .toList();
    }

    private Set<String> computedAgain(KnownDocuments known) {
        List<Document> before = reports(known);
        files.put("incoming/gacc/flow=export/hs=1000+2000/2026.csv", "10000001 2026-01 111 3000 7500");
        return reports(known).stream()
                .filter(report -> before.stream().noneMatch(kept -> kept == report))
                .map(Document::path)
                .collect(Collectors.toSet());
    }

    @Test
    void a_month_is_computed_again_only_where_what_it_is_made_of_changed() {
        assertThat(computedAgain(new KnownDocuments(1_000_000, 1_000_000))).containsExactly("reports/2026-01.json");
    }

    @Test
    void without_room_every_month_is_computed_again() {
        assertThat(computedAgain(KnownDocuments.none()))
                .containsExactlyInAnyOrder("reports/2016-01.json", "reports/2025-12.json", "reports/2026-01.json");
    }

    @Test
    void the_page_of_a_year_is_made_again_only_where_one_of_its_months_or_an_older_page_changed() {
        for (YearMonth month : new Span(YearMonth.of(2022, 1), YearMonth.of(2025, 11)).months()) {
            files.put(
                    "incoming/gacc/flow=export/hs=1000+2000/" + month + ".csv", "10000001 " + month + " 111 1000 2500");
        }
        KnownDocuments known = new KnownDocuments(10_000_000, 10_000_000);
        List<Document> before = pages(known);
        assertThat(before).extracting(Document::path).contains("feed.2016.json", "feed.2022.json", "feed.2023.json");

        files.put("incoming/gacc/flow=export/hs=1000+2000/2026.csv", "10000001 2026-01 111 3000 7500");
        List<Document> withNewMonth = pages(known);
        assertThat(before).allMatch(page -> withNewMonth.stream().anyMatch(kept -> kept == page));

        files.put("incoming/gacc/flow=export/hs=1000+2000/2022-01.csv", "10000001 2022-01 111 4000 9500");
        assertThat(pages(known).stream()
                        .filter(page -> withNewMonth.stream().noneMatch(kept -> kept == page))
                        .map(Document::path))
                .contains("feed.2022.json", "feed.2023.json", "feed.zh.2022.json")
                .doesNotContain("feed.2016.json", "feed.zh.2016.json");
    }

    @Test
    void months_that_come_later_change_nothing_of_a_report_of_a_part_whatever_else_its_files_have() {
        String folder = "incoming/gacc/flow=export/";
        TradeFiles parts = new TradeFiles(Feeds.metals())
                .put(
                        folder + "hs=1000+2000/province=44/a.csv",
                        "20000002 2023-06 304 4000 7000",
                        "20000002 2023-09 502 2000 1000")
                .put(folder + "b.csv", "10000001 2023-06 111 500 900");
        String before = report(parts, "2023-09");
        parts.put(folder + "hs=1000+2000/c.csv", "10000001 2025-01 207 1000 2500");
        assertThat(report(parts, "2023-09")).isEqualTo(before);
    }

    private static String report(TradeFiles files, String month) {
        return FeedDocuments.of(files.data(), Optional.empty(), KnownDocuments.none(), RowAccess.none()).stream()
                .filter(document -> document.path().equals("reports/" + month + ".json"))
                .map(Document::text)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_month_makes_the_sums_of_its_year_again_and_an_early_one_those_of_the_next_and_only_of_its_partners() {
        for (YearMonth month : new Span(YearMonth.of(2022, 1), YearMonth.of(2025, 11)).months()) {
            put(month, "10000001 " + month + " 111 1000 2500", "10000001 " + month + " 116 500 2500");
        }
        KnownDocuments known = new KnownDocuments(10_000_000, 10_000_000);
        List<Document> before = sums(known);
        assertThat(paths(before))
                .contains("I-sums/2016", "J-sums/2022", "J-sums/2025", "regions-sums/2024")
                .as("a year in which a partner had no trade")
                .doesNotContain("J-sums/2016", "I-sums/2019");

        put(YearMonth.of(2026, 1), "10000001 2026-01 111 3000 7500", "10000001 2026-01 132 3000 7500");
        List<Document> withNewMonth = sums(known);
        assertThat(before).allMatch(withNewMonth::contains);
        assertThat(madeAgain(before, withNewMonth))
                .as("partners that had trade in the year before, and one that never had")
                .containsExactly("I-sums/2026", "J-sums/2026", "S-sums/2026", "regions-sums/2026");

        put(YearMonth.of(2023, 5), "10000001 2023-05 111 1000 2500", "10000001 2023-05 116 4000 9500");
        List<Document> revised = sums(known);
        assertThat(madeAgain(withNewMonth, revised))
                .as("the shares of all who had trade in the month are others, their sums are not")
                .containsExactly("I-sums/2023", "J-sums/2023", "J-sums/2024", "regions-sums/2023", "regions-sums/2024");
        assertThat(paths(revised)).containsExactlyElementsOf(paths(sums(KnownDocuments.none())));
        assertThat(revised.stream().map(Document::text))
                .containsExactlyElementsOf(
                        sums(KnownDocuments.none()).stream().map(Document::text).toList());
    }

    private void put(YearMonth month, String... rows) {
        files.put("incoming/gacc/flow=export/hs=1000+2000/" + month + ".csv", rows);
    }

    /** By identity, as {@link Document} is compared. */
    private static List<String> madeAgain(List<Document> before, List<Document> now) {
        return paths(now.stream().filter(one -> !before.contains(one)).toList());
    }

    private static List<String> paths(List<Document> sums) {
        return sums.stream()
                .map(document -> document.path().replaceAll("page/destinations/(.*)[.][0-9a-f]{16}[.]json", "$1"))
                .toList();
    }

    private List<Document> sums(KnownDocuments known) {
        return FeedDocuments.of(files.data(), Optional.empty(), known, RowAccess.none()).stream()
                .filter(document -> document.path().contains("-sums/"))
                .toList();
    }

    private List<Document> pages(KnownDocuments known) {
        return FeedDocuments.of(files.data(), Optional.empty(), known, RowAccess.none()).stream()
                .filter(document -> document.path().matches("feed[.](zh[.])?[0-9]{4}[.]json"))
                .toList();
    }
}
