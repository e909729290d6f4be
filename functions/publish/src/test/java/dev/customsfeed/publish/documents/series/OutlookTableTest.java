package dev.customsfeed.publish.documents.series;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.customsfeed.publish.documents.report.ReportJson;
import dev.customsfeed.publish.figures.report.Feeds;
import dev.customsfeed.publish.figures.report.TradeFiles;
import dev.customsfeed.publish.words.Languages;
import java.io.IOException;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class OutlookTableTest {

    private static final YearMonth FIRST = YearMonth.of(2022, 1);

    /** The report on the last of forty months that files under {@code part} have. */
    private static JsonNode report(String part) throws IOException {
        TradeFiles files = new TradeFiles(Feeds.metals());
        for (int i = 0; i < 40; i++) {
            YearMonth month = FIRST.plusMonths(i);
            files.put(
                    "incoming/gacc/flow=export/hs=1000+2000/" + part + month + ".csv",
                    "10000001 " + month + " 116 " + (1_000_000 + 1_000 * i) + " 10",
                    "20000001 " + month + " 116 " + (2_000_000 + 1_000 * i) + " 10");
        }
        return new JsonMapper()
                .readTree(ReportJson.document(files.report(FIRST.plusMonths(39).toString()), Languages.PUBLISHED)
                        .content());
    }

    @Test
    void the_whole_trade_has_rows_of_all_products_together_and_of_each() throws IOException {
        assertThat(OutlookTable.of(report("")).orElseThrow().rows())
                .extracting(OutlookTable.Row::product)
                .contains(OutlookTable.ALL_PRODUCTS, "bar", "rod");
    }

    @Test
    void a_part_of_the_trade_has_none_for_they_would_be_taken_for_the_whole() throws IOException {
        JsonNode report = report("partner=116/");
        JsonNode total = report.get("total");
        assertThat(total.has("scope")).isTrue();
        assertThat(total.at("/analysis/outlook/ranges")).isNotEmpty();
        assertThat(OutlookTable.of(report)).isEmpty();
    }
}
