package dev.customsfeed.publish.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.ledger.feed.PolicyEvent;
import dev.customsfeed.ledger.feed.StudyPlan;
import dev.customsfeed.publish.documents.json.Document;
import dev.customsfeed.publish.documents.report.ReportJson;
import dev.customsfeed.publish.figures.report.Feeds;
import dev.customsfeed.publish.figures.report.MonthReport;
import dev.customsfeed.publish.figures.report.Schemas;
import dev.customsfeed.publish.words.Languages;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What the sample files of magnesium say beyond the review, and what its events are; sums by hand, from the files. */
class MagnesiumSampleTest {

    private static final FeedDefinition MAGNESIUM = Feeds.magnesium();

    private static JsonNode report(String period) throws Exception {
        MonthReport report = SampleFiles.all().report(period);
        Document document = ReportJson.document(report, Languages.PUBLISHED);
        Schemas.check(document);
        return new ObjectMapper().readTree(document.text());
    }

    private static StudyPlan plan(String id) {
        return MAGNESIUM.events().stream()
                .flatMap(event -> event.plan().stream())
                .filter(plan -> plan.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void events_have_the_days_of_their_announcements() {
        assertThat(MAGNESIUM.events().stream().map(PolicyEvent::days))
                .containsExactly(
                        List.of(LocalDate.of(2025, 7, 7), LocalDate.of(2025, 10, 1)),
                        List.of(LocalDate.of(2025, 12, 30), LocalDate.of(2026, 1, 1)),
                        List.of(LocalDate.of(2026, 1, 6)),
                        List.of(LocalDate.of(2026, 2, 24)));
        assertThat(plan("japan-dual-use").partners()).containsExactly("JP");
        assertThat(plan("japan-dual-use").thirdCountries()).contains("KR", "HK");
        assertThat(plan("certificate-verification").products())
                .as("it concerns all goods")
                .isEmpty();
    }

    @Test
    void two_years_cannot_tell_the_tax_administrations_announcement_from_ordinary_swings() throws Exception {
        JsonNode trace = report("2025-12").at("/traces/0");
        assertThat(trace.get("event").asText()).isEqualTo("agents-name-exporters");
        JsonNode study = trace.get("study");
        // 251,517,303 kg from July 2024 to June 2025, by 12.
        assertThat(study.get("normKg").asLong()).isEqualTo(20_959_775);
        // 71,736 t of 62,879 t in July to September, 57,522 t in October to December.
        assertThat(study.at("/anticipation/netWeightKg").asLong()).isEqualTo(71_736_000);
        assertThat(study.at("/anticipation/changePct").asText()).isEqualTo("14.09");
        assertThat(study.at("/after/netWeightKg").asLong()).isEqualTo(57_522_000);
        assertThat(study.at("/after/changePct").asText()).isEqualTo("-8.52");
        assertThat(study.get("reading").asText()).isEqualTo("untestable");
        assertThat(study.at("/after/test/needed").asInt()).isEqualTo(19);
        assertThat(study.get("dates").asInt()).isEqualTo(1);
    }

    @Test
    void regimes_and_provinces_of_a_month_add_up_to_it() throws Exception {
        JsonNode report = report("2025-12");
        for (String dimension : List.of("regimes", "provinces")) {
            JsonNode split = report.at("/total/" + dimension);
            assertThat(split.get("missing")).as(dimension).isEmpty();
            assertThat(StreamSupport.stream(split.get("figures").spliterator(), false)
                            .mapToLong(figure -> figure.get("netWeightKg").asLong())
                            .sum())
                    .as(dimension)
                    .isEqualTo(report.at("/total/month/netWeightKg").asLong());
        }
        assertThat(report.at("/total/regimes/figures/0/name/en").asText()).isEqualTo("Ordinary Trade");
        assertThat(report.at("/total/provinces/figures/0/name/zh").asText()).isEqualTo("山西省");
    }
}
