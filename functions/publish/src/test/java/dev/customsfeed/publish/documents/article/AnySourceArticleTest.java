package dev.customsfeed.publish.documents.article;

import static dev.customsfeed.publish.documents.article.Articles.under;
import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.ledger.Valuation;
import dev.customsfeed.publish.documents.FeedDocuments;
import dev.customsfeed.publish.documents.KnownDocuments;
import dev.customsfeed.publish.documents.json.Document;
import dev.customsfeed.publish.documents.json.RowAccess;
import dev.customsfeed.publish.figures.report.Feeds;
import dev.customsfeed.publish.figures.report.MonthReport;
import dev.customsfeed.publish.figures.report.Note;
import dev.customsfeed.publish.figures.report.Schemas;
import dev.customsfeed.publish.figures.report.TradeFiles;
import dev.customsfeed.publish.words.Languages;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Articles and documents on the figures of each source. */
class AnySourceArticleTest {

    private static Article english(TradeFiles files, String period) {
        return ArticleWriter.write(files.report(period), Languages.ENGLISH);
    }

    private static Article chinese(TradeFiles files, String period) {
        return ArticleWriter.write(files.report(period), Languages.CHINESE);
    }

    /** Each document that has a schema is what it says; gives the one at {@code path}. */
    private static String checked(TradeFiles files, String path) {
        List<Document> documents =
                FeedDocuments.of(files.data(), Optional.empty(), KnownDocuments.none(), RowAccess.none());
        documents.stream()
                .filter(document -> document.path().matches("feed.*json|revisions.json|availability.json|reports/.*"))
                .forEach(Schemas::check);
        return documents.stream()
                .filter(document -> document.path().equals(path))
                .findFirst()
                .orElseThrow()
                .text();
    }

    private static List<String> notes(MonthReport report, Note.Code code) {
        return report.products().get(0).notes().stream()
                .filter(note -> note.code() == code)
                .map(note -> Languages.PUBLISHED.of(note).in("en"))
                .toList();
    }

    @Test
    void imports_by_un_comtrade_say_what_it_estimated_and_what_values_include() {
        TradeFiles files = new TradeFiles(Feeds.comtrade())
                .valued(Valuation.CIF)
                .put(
                        "incoming/comtrade/hs=8104/a.csv",
                        "810411 2025-01 156 1000000 2500000",
                        "810411 2025-02 156 ~1000000 2500000.5",
                        "810411 2025-02 490 7000000.6 2500000",
                        "810411 2025-02 839 70000 2500000");
        MonthReport report = files.report("2025-02");
        assertThat(report.valuations()).containsExactly(Valuation.CIF);
        assertThat(report.total().month().estimatedPct()).contains(new BigDecimal("12.39"));
        assertThat(english(files, "2025-02").summary())
                .startsWith("German magnesium imports in February 2025 amounted to 8,070 mt, up 707.00% MoM."
                        + " The source itself estimated 12.39% of this net weight. They were worth 7.5 million USD, up 200.00% MoM,"
                        + " or 929 USD per mt, down 62.83% MoM. Values are CIF, with freight and insurance to the importing country's"
                        + " border.");
        assertThat(under(english(files, "2025-02"), "By origin")).contains("from unspecified partners");
        assertThat(under(english(files, "2025-02"), "January to February 2025")).contains("Other Asia, nes (7,000 mt)");
        assertThat(chinese(files, "2025-02").summary())
                .startsWith(
                        "2025年2月德国镁进口总量为8070吨，环比增长707.00%。其中12.39%的净重为来源机构估算。进口额750万美元，环比增长200.00%；均价929美元/吨，环比下降62.83%。金额为到岸价（CIF）。");
        assertThat(notes(report, Note.Code.UNSPECIFIED_PARTNER))
                .containsExactly("The concentration leaves out partners that customs does not name: Other Asia, nes.");
        assertThat(notes(report, Note.Code.CONFIDENTIAL_PARTNER))
                .containsExactly(
                        "The concentration leaves out partners that customs keeps secret: Special Categories.");
        assertThat(report.products().get(0).hhi()).as("China alone is left").hasValue(10_000);
        assertThat(checked(files, "reports/2025-02.json"))
                .contains("\"valuation\":[\"CIF\"]")
                .contains("\"netWeightEstimatedPct\":12.39");
        assertThat(checked(files, "series.csv"))
                .contains("2025-02,ingot,490,\"Other Asia, nes\",7000001,2500000,reported,comtrade,false");
        assertThat(checked(files, "series.json")).contains("\"source\":\"UN Comtrade\"");
    }

    @Test
    void values_that_are_not_alike_are_said_not_to_be() {
        TradeFiles files = new TradeFiles(Feeds.comtrade())
                .valued(Valuation.CIF, Valuation.FOB)
                .put("incoming/comtrade/hs=8104/a.csv", "810411 2025-01 156 1000000 2500000");
        assertThat(english(files, "2025-01").summary())
                .contains(
                        "Values are not all alike: some are FOB, free on board at the exporting country's border, others"
                                + " are CIF, with freight and insurance to the importing country's border.");
        assertThat(chinese(files, "2025-01").summary()).contains("金额口径不一：部分为离岸价（FOB），部分为到岸价（CIF）。");
    }

    @Test
    void imports_of_the_united_states_have_codes_of_ten_digits_and_customs_values() {
        TradeFiles files = new TradeFiles(Feeds.uscensus())
                .put(
                        "incoming/uscensus/hs=8104/a.csv",
                        "8104110000 2025-01 5700 1000000 2500000",
                        "8104110000 2025-02 5700 900000 2500000",
                        "8104110000 2025-02 1220 90000 250000");
        assertThat(files.report("2025-02").valuations())
                .as("figures that do not say it have what is usual of the source")
                .containsExactly(Valuation.CUSTOMS_VALUE);
        assertThat(english(files, "2025-02").summary())
                .contains("Values are customs values, without freight and insurance.");
        assertThat(under(english(files, "2025-02"), "January to February 2025"))
                .contains("China (1,900 mt) and Canada (90 mt)");
        assertThat(chinese(files, "2025-02").summary()).contains("金额为海关完税价格（不含运费和保险费）。");
        assertThat(checked(files, "availability.json")).contains("8104110000");
        assertThat(checked(files, "datapackage.json")).contains("United States Census Bureau");
    }

    @Test
    void exports_of_brazil_go_without_saying_free_on_board_and_ships_stores_are_no_country() {
        TradeFiles files = new TradeFiles(Feeds.comexstat())
                .put(
                        "incoming/comexstat/keep=0901/a.csv",
                        "09011110 2025-01 249 1000000 2500000",
                        "09011110 2025-02 249 800000 2500000",
                        "09011110 2025-02 023 50000 2500000",
                        "09011110 2025-02 990 900 2500");
        assertThat(english(files, "2025-02").text()).contains("Germany (50 mt)").doesNotContain("FOB");
        assertThat(notes(files.report("2025-02"), Note.Code.STORES_PARTNER))
                .containsExactly("The concentration leaves out what went to no country, such as stores of ships and"
                        + " aircraft: Planes and ships provisions.");
        assertThat(checked(files, "reports/2025-02.json")).contains("\"valuation\":[\"FOB\"]");
    }

    @Test
    void a_union_of_importers_is_published_in_all_formats() {
        TradeFiles files = new TradeFiles(Feeds.union())
                .put(
                        "incoming/comext/hs=8104/reporters=AT+BE+BG+CY+CZ+DE+DK+EE+ES+FI+FR+GR+HR+HU+IE+IT+LT+LU+LV+MT+NL+PL"
                                + "+PT+RO+SE+SI+SK/a.csv",
                        "DE/81041100 2025-01 CN 1000000 2500000",
                        "FR/81041100 2025-01 DE 70000 1")
                .put("incoming/comext/hs=8104/b.csv", "DE/81041100 2025-02 CN 1000000 2500000");
        assertThat(english(files, "2025-01").summary())
                .startsWith(
                        "EU magnesium imports in January 2025 amounted to 1,000 mt. They were worth 2.5 million EUR,"
                                + " or 2,500 EUR per mt. Values are CIF,")
                .endsWith("Trade among the members, which is not counted, came to 70 mt.");
        assertThat(chinese(files, "2025-01").summary()).contains("进口额250万欧元；均价2500欧元/吨。金额为到岸价（CIF）。");
        assertThat(checked(files, "series.csv").lines())
                .contains(
                        "2025-01,ingot,CN,China,1000000,2500000,reported,comext,false",
                        "2025-02,ingot,CN,China,1000000,2500000,members-missing,comext,false");
        assertThat(checked(files, "series.json"))
                .contains("The reporter is the European Union of 27: trade with partners outside of it; trade among its"
                        + " members is left out.")
                .contains("\"P\":\"the sum of those members of the group that have reported the month\"");
        assertThat(checked(files, "page/overview.json"))
                .contains("\"reporterName\":{\"en\":\"the European Union of 27\",\"zh\":\"欧盟27国\"}")
                .contains("\"valuation\":{\"en\":\"Values are CIF,")
                .contains("\"coverage\":[null,0]");
    }
}
