package dev.customsfeed.publish.figures.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.customsfeed.publish.documents.json.Document;
import dev.customsfeed.publish.documents.report.ReportJson;
import dev.customsfeed.publish.words.Languages;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventTraceTest {

    private static final YearMonth FIRST = YearMonth.of(2020, 6);
    private static final YearMonth ANNOUNCED = YearMonth.of(2025, 3);
    private static final YearMonth IN_FORCE = YearMonth.of(2025, 5);

    private static final String TIN = """
            {"id": "tin", "title": {"en": "Tin exports"}, "source": "gacc", "reporter": "CN", "flow": "export", "currency": "USD",
             "products": [{"id": "bar", "hs": ["10000001"], "name": {"en": "Tin bar"}},
                          {"id": "rod", "hs": ["10000002"], "name": {"en": "Tin rod"}}],
             "events": [{"id": "controls", "announced": "2025-03-04", "inForce": "2025-05-01", "name": {"en": "Controls"},
                         "concerns": {"products": ["bar"], "partners": ["JP"]}, "thirdCountries": ["KR", "HK"], "comparisons": ["rod"]}]}
            """;

    /** Tonnes of bar to Japan before, in between and since, and to Korea the same; 40 t to Germany, 70 t of rod to Japan. */
    private static TradeFiles tin(String definition, long rush, long after, long koreaSince) {
        TradeFiles tin = new TradeFiles(Feeds.read("tin", definition));
        for (YearMonth month = FIRST; month.isBefore(YearMonth.of(2026, 9)); month = month.plusMonths(1)) {
            long swing = (month.getMonthValue() * 5 + month.getYear()) % 7 - 3;
            boolean since = !month.isBefore(IN_FORCE);
            long japan = month.isBefore(ANNOUNCED) ? 30_000 + 300 * swing : since ? after : rush;
            long korea = since ? koreaSince : 20_000 - 200 * swing;
            tin.put(
                    "incoming/gacc/period=" + month + "/flow=export/hs=10000001+10000002/currency=USD/all.csv",
                    "10000001 " + month + " 116 " + japan + " 1",
                    "10000001 " + month + " 133 " + korea + " 1",
                    "10000001 " + month + " 304 40000 1",
                    "10000002 " + month + " 116 " + (70_000 + 500 * swing) + " 1");
        }
        return tin;
    }

    private static JsonNode json(MonthReport report) throws Exception {
        Document document = ReportJson.document(report, Languages.PUBLISHED);
        Schemas.check(document);
        return new ObjectMapper().readTree(document.text());
    }

    @Test
    void a_rush_its_payback_and_where_it_could_have_gone() throws Exception {
        JsonNode trace =
                json(tin(TIN, 45_000, 15_000, 26_000).report("2025-07")).at("/traces/0");

        assertThat(trace.get("event").asText()).isEqualTo("controls");
        JsonNode study = trace.get("study");
        assertThat(study.get("reading").asText()).isEqualTo("rush-and-payback");
        assertThat(study.get("payment").asText()).isEqualTo("brought-forward");
        assertThat(study.at("/anticipation/from").asText()).isEqualTo("2025-03");
        assertThat(study.at("/anticipation/netWeightKg").asLong()).isEqualTo(90_000);
        assertThat(study.at("/anticipation/changePct").asDouble()).isBetween(48.0, 52.0);
        assertThat(study.at("/after/to").asText()).isEqualTo("2025-07");
        assertThat(study.at("/after/test/p").asDouble()).isLessThan(0.05);
        assertThat(study.get("over").asBoolean()).isTrue();
        assertThat(study.at("/comparisons/rod/anticipation/changePct").asDouble())
                .isBetween(46.0, 54.0);
        JsonNode deflection = trace.get("deflection");
        assertThat(deflection.get("reading").asText()).isEqualTo("gain-beyond-ordinary");
        assertThat(deflection.get("lossKgPerMonth").asLong()).isBetween(14_500L, 15_500L);
        assertThat(deflection.at("/thirdCountries/1/iso2").asText()).isEqualTo("HK");
        assertThat(deflection.at("/thirdCountries/1/hub").asBoolean()).isTrue();
        assertThat(deflection.at("/thirdCountries/1/gainKgPerMonth").asLong()).isZero();
        assertThat(deflection.at("/shareSince/pct").asDouble()).isEqualTo(18.52);
    }

    @Test
    void nothing_happened_and_nothing_is_said_to_have() throws Exception {
        JsonNode trace =
                json(tin(TIN, 30_100, 30_200, 20_000).report("2025-07")).at("/traces/0");

        assertThat(trace.at("/study/reading").asText()).isEqualTo("within-ordinary");
        assertThat(trace.at("/deflection/none").asText()).isEqualTo("no-loss");
    }

    @Test
    void it_is_told_from_the_announcement_to_a_year_after_the_months_that_are_looked_at() throws Exception {
        TradeFiles tin = tin(TIN, 45_000, 15_000, 26_000);

        assertThat(json(tin.report("2025-02")).get("traces")).isEmpty();
        JsonNode first = json(tin.report("2025-03")).at("/traces/0");
        assertThat(first.at("/study/reading").asText()).isEqualTo("rush");
        assertThat(first.at("/study/after/none").asText()).isEqualTo("no-months");
        assertThat(first.at("/deflection/none").asText()).isEqualTo("no-months");
        assertThat(json(tin.report("2026-07")).get("traces")).hasSize(1);
        assertThat(json(tin.report("2026-08")).get("traces")).isEmpty();
    }

    @Test
    void a_report_that_tells_of_an_event_names_the_files_of_seven_years() {
        TradeFiles tin = tin(TIN, 45_000, 15_000, 26_000);

        assertThat(tin.report("2025-07").files().stream().map(SourceFile::key))
                .anyMatch(key -> key.contains("period=2020-06/"));
        assertThat(tin.report("2025-02").files().stream().map(SourceFile::key))
                .noneMatch(key -> key.contains("period=2020-06/"));
        String eventless = TIN.substring(0, TIN.indexOf("\"events\"")) + "\"events\": []}";
        assertThat(tin.report("2025-07").total())
                .isEqualTo(
                        tin(eventless, 45_000, 15_000, 26_000).report("2025-07").total());
    }

    @Test
    void an_outlook_names_an_event_while_it_rests_on_months_around_it_and_no_longer() {
        TradeFiles tin = tin(TIN, 45_000, 15_000, 26_000);
        assertThat(tin.report("2025-07").eventsInOutlook()).hasSize(1);
        assertThat(tin.report("2026-08").analysis().outlook().value()).isPresent();
        assertThat(tin.report("2026-08").eventsInOutlook()).isEmpty();
    }

    @Test
    void an_outlook_of_a_product_alone_says_too_that_its_months_lie_around_an_event() {
        TradeFiles tin = new TradeFiles(Feeds.read("tin", TIN));
        YearMonth both = YearMonth.of(2024, 1);
        for (YearMonth month = FIRST; month.isBefore(YearMonth.of(2025, 7)); month = month.plusMonths(1)) {
            List<TradeFiles.Row> rows = new ArrayList<>();
            rows.add(new TradeFiles.Row("10000001", month, "116", 30_000 + 100 * month.getMonthValue(), 1));
            if (!month.isBefore(both)) {
                rows.add(new TradeFiles.Row("10000002", month, "116", 70_000, 1));
            }
            tin.put(
                    "incoming/gacc/period=" + month + "/flow=export/hs=10000001"
                            + (month.isBefore(both) ? "" : "+10000002") + "/currency=USD/all.csv",
                    rows);
        }

        MonthReport report = tin.report("2025-06");

        assertThat(report.analysis().outlook().value()).isEmpty();
        assertThat(report.products().get(0).analysis().outlook().value()).isPresent();
        assertThat(report.eventsInOutlook()).hasSize(1);
        assertThat(report.notes()).extracting(Note::code).contains(Note.Code.EVENT_IN_BASIS);
    }

    @Test
    void two_years_are_too_few_to_tell() throws Exception {
        TradeFiles tin = new TradeFiles(Feeds.read("tin", TIN));
        for (YearMonth month = YearMonth.of(2023, 8);
                month.isBefore(YearMonth.of(2025, 8));
                month = month.plusMonths(1)) {
            tin.put(
                    "incoming/gacc/period=" + month + "/flow=export/hs=10000001+10000002/currency=USD/all.csv",
                    List.of(new TradeFiles.Row("10000001", month, "116", 30_000, 1)));
        }
        JsonNode study = json(tin.report("2025-07")).at("/traces/0/study");
        assertThat(study.get("reading").asText()).isEqualTo("untestable");
        assertThat(study.at("/anticipation/test/none").asText()).isEqualTo("untestable");
        assertThat(study.at("/anticipation/test/needed").asInt()).isEqualTo(19);
        assertThat(study.at("/comparisons/rod/none").asText()).isEqualTo("no-base");
    }
}
