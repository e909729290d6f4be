package dev.customsfeed.publish.figures.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.customsfeed.publish.documents.json.Document;
import dev.customsfeed.publish.documents.report.ReportJson;
import dev.customsfeed.publish.words.Languages;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Shares and changes of customs regimes and provinces, and of which months they are not known. */
class DimensionSplitTest {

    private static final String ALL = "incoming/gacc/flow=export/hs=1000+2000/";

    private final TradeFiles files = new TradeFiles(Feeds.metals());

    private static JsonNode json(MonthReport report) throws Exception {
        Document document = ReportJson.document(report, Languages.PUBLISHED);
        Schemas.check(document);
        return new ObjectMapper().readTree(document.text());
    }

    private static JsonNode figure(JsonNode split, String code) {
        return StreamSupport.stream(split.get("figures").spliterator(), false)
                .filter(figure -> figure.get("code").asText().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private void fourteenMonths() {
        for (String month : new String[] {"2024-01", "2024-02", "2024-12", "2025-01"}) {
            files.put(
                    ALL + "period=" + month + "/a.csv",
                    "10000001 " + month + " 111 3000 3000 regime=10 province=44",
                    "10000001 " + month + " 304 1000 2000 regime=14 province=31",
                    "20000001 " + month + " 304 4000 9000 regime=10 province=31");
        }
        files.put(
                ALL + "b.csv",
                "10000001 2025-02 111 1500 1500 regime=10 province=44",
                "10000001 2025-02 304 3500 6000 regime=15 province=44",
                "20000001 2025-02 304 5000 9000 regime=10 province=31");
    }

    @Test
    void regimes_and_provinces_have_shares_and_changes() throws Exception {
        fourteenMonths();
        JsonNode report = json(files.report("2025-02"));
        JsonNode bar = report.at("/products/0/regimes");
        assertThat(bar.get("missing")).isEmpty();
        assertThat(bar.get("figures").findValuesAsText("code"))
                .as("largest first; one that is over stays as long as a base has it")
                .containsExactly("15", "10", "14");
        JsonNode ordinary = figure(bar, "10");
        assertThat(ordinary.at("/name/en").asText()).isEqualTo("Ordinary Trade");
        assertThat(ordinary.at("/name/zh").asText()).isEqualTo("一般贸易");
        assertThat(ordinary.get("netWeightKg").asLong()).isEqualTo(1500);
        assertThat(ordinary.get("sharePct").asText()).isEqualTo("30.0");
        assertThat(ordinary.get("momPct").asText()).isEqualTo("-50.0");
        assertThat(ordinary.get("yoyPct").asText()).isEqualTo("-50.0");
        assertThat(ordinary.at("/ytd/netWeightKg").asLong()).isEqualTo(4500);
        assertThat(ordinary.at("/ytd/yoyPct").asText()).isEqualTo("-25.0");
        assertThat(figure(bar, "14").get("momPct").asText()).isEqualTo("-100.0");
        assertThat(figure(bar, "15").get("momPct").isNull()).as("from nothing").isTrue();
        JsonNode guangdong = figure(report.at("/products/0/provinces"), "44");
        assertThat(guangdong.at("/name/en").asText()).isEqualTo("Guangdong");
        assertThat(guangdong.get("sharePct").asText()).isEqualTo("100.0");
        JsonNode total = figure(report.at("/total/regimes"), "10");
        assertThat(total.get("netWeightKg").asLong()).isEqualTo(6500);
        assertThat(total.get("sharePct").asText()).isEqualTo("65.0");
        assertThat(total.get("yoyPct").asText()).isEqualTo("-7.14");
    }

    @Test
    void months_whose_files_do_not_tell_it_are_named_and_make_nothing_up() throws Exception {
        fourteenMonths();
        files.put(ALL + "c.csv", "10000001 2025-01 111 3000 3000 province=44", "20000001 2025-01 304 4000 9000");
        JsonNode bar = json(files.report("2025-02")).at("/products/0");
        assertThat(bar.at("/regimes/missing/0").asText()).isEqualTo("2025-01");
        JsonNode ordinary = figure(bar.get("regimes"), "10");
        assertThat(ordinary.get("sharePct").asText()).isEqualTo("30.0");
        assertThat(ordinary.get("yoyPct").asText()).isEqualTo("-50.0");
        assertThat(ordinary.get("momPct").isNull()).isTrue();
        assertThat(ordinary.at("/ytd/netWeightKg").isNull()).isTrue();
        assertThat(bar.at("/provinces/missing")).isEmpty();
        assertThat(json(files.report("2025-02"))
                        .at("/total/provinces/missing/0")
                        .asText())
                .as("of the total each product has to tell it")
                .isEqualTo("2025-01");
        JsonNode january = json(files.report("2025-01"));
        assertThat(january.at("/products/0/regimes/figures")).isEmpty();
        assertThat(january.at("/products/0/regimes/missing/0").asText()).isEqualTo("2025-01");
    }

    @Test
    void a_file_that_is_by_its_key_about_one_province_tells_it_of_all_its_rows() throws Exception {
        files.put(
                ALL + "province=44/a.csv",
                "10000001 2025-02 111 1000 10 regime=10",
                "10000001 2025-02 304 500 10 regime=14");
        JsonNode bar = json(files.report("2025-02")).at("/products/0");
        assertThat(bar.at("/provinces/missing")).isEmpty();
        assertThat(figure(bar.get("provinces"), "44").get("netWeightKg").asLong())
                .isEqualTo(1500);
        assertThat(figure(bar.get("regimes"), "10").get("netWeightKg").asLong()).isEqualTo(1000);
        files.put(ALL + "province=31/a.csv", "10000001 2025-02 111 200 10 regime=10");
        assertThat(json(files.report("2025-02"))
                        .at("/products/0/provinces/figures")
                        .findValuesAsText("code"))
                .containsExactly("44", "31");
    }

    @Test
    void a_file_that_tells_it_of_some_rows_alone_does_not_tell_it() {
        files.put(ALL + "a.csv", "10000001 2025-02 111 1000 10 regime=10", "10000001 2025-02 304 1000 10");
        DimensionSplit regimes =
                files.report("2025-02").products().get(0).splits().get(0);
        assertThat(regimes.dimension()).isEqualTo(DimensionSplit.REGIME);
        assertThat(regimes.untold()).hasToString("[2025-02]");
        assertThat(regimes.figures()).isEmpty();
    }

    @Test
    void a_month_without_trade_tells_everything_there_is_to_tell() {
        files.put(ALL + "a.csv", "10000001 2025-01 111 1000 10 regime=10")
                .put(ALL + "b.csv", "20000001 2025-02 111 1000 10 regime=10");
        DimensionSplit regimes =
                files.report("2025-02").products().get(0).splits().get(0);
        assertThat(regimes.untold()).isEmpty();
        assertThat(regimes.figures()).hasSize(1);
        assertThat(regimes.figures().get(0).month().amount().netWeightKg()).hasValue(0);
        assertThat(regimes.figures().get(0).sharePct()).as("of nothing").isEmpty();
        assertThat(regimes.figures().get(0).ytd().amount().netWeightKg()).hasValue(1000);
    }

    @Test
    void a_part_of_the_trade_has_no_shares() {
        files.put(ALL + "partner=111/a.csv", "10000001 2025-02 111 1000 10 regime=10");
        DimensionSplit regimes =
                files.report("2025-02").products().get(0).splits().get(0);
        assertThat(regimes.figures().get(0).month().amount().netWeightKg()).hasValue(1000);
        assertThat(regimes.figures().get(0).sharePct()).isEmpty();
    }

    @Test
    void a_source_without_them_and_a_group_of_reporters_have_none() {
        assertThat(new TradeFiles(Feeds.comtrade())
                        .put("incoming/comtrade/hs=8104/a.csv", "810411 2025-02 156 1000 10")
                        .report("2025-02")
                        .splits())
                .isEmpty();
        assertThat(new TradeFiles(Feeds.union())
                        .put("incoming/comext/keep=8104/a.dat", "DE/81041100 2025-02 CN 1000 10 procedure=1")
                        .report("2025-02")
                        .splits())
                .isEmpty();
    }

    @Test
    void brazil_has_states() throws Exception {
        JsonNode report = json(new TradeFiles(Feeds.comexstat())
                .put("incoming/comexstat/keep=0901/EXP_2025.csv", "09011110 2025-02 249 1000 10 state=MG")
                .report("2025-02"));
        assertThat(figure(report.at("/total/states"), "MG").at("/name/en").asText())
                .isEqualTo("Minas Gerais");
        assertThat(report.get("total").has("regimes")).isFalse();
    }
}
