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

    private List<Document> pages(KnownDocuments known) {
        return FeedDocuments.of(files.data(), Optional.empty(), known, RowAccess.none()).stream()
                .filter(document -> document.path().matches("feed[.](zh[.])?[0-9]{4}[.]json"))
                .toList();
    }
}
