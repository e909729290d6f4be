package dev.customsfeed.ingest;

import static dev.customsfeed.ingest.Workbench.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.UploadLogEntry;
import dev.customsfeed.uploads.UploadBucket;
import dev.customsfeed.uploads.UploadBucket.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** What is answered to uploads that are taken, under {@code taken/}. */
class TakenTest {

    private static final String EXPORTS = "incoming/gacc/flow=export/";

    private final Workbench bench = new Workbench();

    // A customs file.

    @Test
    void a_file_is_told_what_it_holds() throws IOException {
        JsonNode answer = taken(bench.upload(
                EXPORTS + "hs=8104/a.csv",
                new CustomsCsv()
                        .row("2025-11", "111", 1000, 2500)
                        .row("2025-12", "111", 2000, 5000)
                        .row("2025-12", "81043000", "133", 30, 90)
                        .bytes()));

        assertThat(answer.get("kind").asText()).isEqualTo("customs-file");
        assertThat(answer.get("object").asText()).isEqualTo(bench.bucket + "/" + EXPORTS + "hs=8104/a.csv");
        assertThat(answer.get("source").asText()).isEqualTo("gacc");
        assertThat(answer.get("layout").asText()).isEqualTo("gacc-en");
        assertThat(answer.get("encoding").asText()).isEqualTo("UTF-8");
        assertThat(answer.get("currency").asText()).isEqualTo("USD");
        assertThat(answer.get("rows")).hasToString("{\"counted\":3,\"excluded\":{}}");
        assertThat(answer.get("reported"))
                .hasToString("[{\"flow\":\"export\",\"reporters\":[\"CN\"],\"months\":[\"2025-11\",\"2025-12\"]}]");
        assertThat(answer.get("commodities")).hasToString("{\"count\":2,\"listed\":[\"81041100\",\"81043000\"]}");
        assertThat(answer.get("totals"))
                .hasToString("{\"rows\":3,\"netWeightKg\":3030,\"rowsWithoutNetWeight\":0,\"value\":7590}");
        assertThat(answer.at("/months/1"))
                .hasToString(
                        "{\"month\":\"2025-12\",\"rows\":2,\"netWeightKg\":2030,\"rowsWithoutNetWeight\":0,\"value\":5090}");
        assertThat(answer.at("/counts/commodityMonths").asInt()).isEqualTo(4);
        assertThat(answer.at("/counts/uncounted")).isEmpty();
        assertThat(answer.at("/replaced/commodityMonths").asInt()).isZero();
        assertThat(texts(answer.get("doesNotAnswerFor")))
                .containsExactly(
                        "Of codes that begin with 8104, what it does not list was not traded. Other commodities are missing, not zero.",
                        "It says nothing about codes that do not have 8 characters.");
    }

    @Test
    void a_file_that_was_asked_for_nothing_that_its_key_says_is_told_that_absent_is_missing() throws IOException {
        JsonNode answer = taken(bench.upload(KEY, december("111", 7)));

        assertThat(texts(answer.get("doesNotAnswerFor")).get(0))
                .startsWith("Commodities that it does not list are missing, not zero");
    }

    @Test
    void a_file_is_told_what_it_replaced_and_that_it_looks_like_a_part() throws IOException {
        bench.upload(
                EXPORTS + "full.csv",
                new CustomsCsv()
                        .row("2025-12", "116", 500_000, 1_000)
                        .row("2025-12", "133", 300_000, 700)
                        .row("2025-12", "309", 100_000, 240)
                        .row("2025-12", "81043000", "309", 5, 5)
                        .bytes());
        JsonNode answer = taken(bench.upload(
                EXPORTS + "one.csv",
                new CustomsCsv().row("2025-12", "309", 100_000, 240).bytes()));

        assertThat(answer.at("/replaced/commodityMonths").asInt()).isEqualTo(1);
        assertThat(answer.at("/replaced/months/0"))
                .hasToString("{\"month\":\"2025-12\",\"commodities\":1,"
                        + "\"from\":{\"rows\":3,\"netWeightKg\":900000,\"rowsWithoutNetWeight\":0,\"value\":1940},"
                        + "\"to\":{\"rows\":1,\"netWeightKg\":100000,\"rowsWithoutNetWeight\":0,\"value\":240}}");
        assertThat(answer.at("/replaced/listed/0/commodity").asText()).isEqualTo("81041100");
        assertThat(texts(answer.at("/replaced/listed/0/from/files"))).containsExactly(EXPORTS + "full.csv");
        assertThat(texts(answer.at("/replaced/listed/0/to/files"))).containsExactly(EXPORTS + "one.csv");
        assertThat(texts(answer.get("warnings")))
                .containsExactly(
                        "2025-12, 81041100: 900 t were replaced by 100 t; 2 of 3 partners are gone (116 and 133)."
                                + " If the file holds a part of the month, say so in its key: partner=309/.");
    }

    @Test
    void files_of_a_partner_each_are_told_of_each_other() throws IOException {
        bench.upload(EXPORTS + "japan.csv", december("116", 500_000));
        bench.upload(EXPORTS + "korea.csv", december("133", 300_000));
        JsonNode answer = taken(bench.upload(EXPORTS + "netherlands.csv", december("309", 100_000)));

        assertThat(texts(answer.get("warnings")))
                .singleElement()
                .asString()
                .contains(
                        "300 t were replaced by 100 t",
                        "1 of 1 partners are gone (133)",
                        "it was uploaded within ten minutes of " + EXPORTS + "japan.csv and " + EXPORTS + "korea.csv",
                        "say so in its key: partner=309/.");
    }

    @Test
    void a_new_version_is_told_what_it_no_longer_says_of_a_feed() throws IOException {
        bench.upload("feeds/magnesium.json", definition("magnesium", "export", "USD", "81041100", "81043000"));
        bench.upload(
                KEY,
                new CustomsCsv()
                        .row("2025-12", "111", 7, 14)
                        .row("2025-12", "81043000", "111", 5, 10)
                        .row("2025-11", "111", 1, 2)
                        .bytes());
        JsonNode answer = taken(bench.upload(KEY, december("111", 7)));

        assertThat(answer.at("/replaced/sameTotals").asInt()).isEqualTo(1);
        assertThat(answer.at("/replaced/listed/0/month").asText()).isEqualTo("2025-11");
        assertThat(answer.at("/replaced/listed/0/to").isNull()).isTrue();
        assertThat(answer.at("/replaced/listed/1/commodity").asText()).isEqualTo("81043000");
        assertThat(answer.at("/replaced/listed/1/to").isNull()).isTrue();
        String gone =
                " counted until now, and no file that counts says the month any more: it is missing, which is not zero."
                        + " Upload a file that has it if this was not intended.";
        assertThat(texts(answer.get("warnings")))
                .containsExactly("2025-11, 81041100: 1 kg" + gone, "2025-12, 81043000: 5 kg" + gone);
    }

    @Test
    void parts_are_told_which_parts_they_take_the_place_of() throws IOException {
        bench.upload(EXPORTS + "partner=116/a.csv", december("116", 200_000));
        bench.upload(EXPORTS + "partner=309/a.csv", december("309", 600_000));
        assertThat(texts(taken(bench.upload(EXPORTS + "partner=309/b.csv", december("309", 6)))
                        .get("warnings")))
                .containsExactly(
                        "2025-12, 81041100: of parts by partner, 800 t were replaced by 200.006 t. Upload the part that is meant"
                                + " if this was not intended.");
        assertThat(texts(taken(bench.upload(EXPORTS + "regime=10/a.csv", december("502", 100_000)))
                        .get("warnings")))
                .containsExactly(
                        "2025-12, 81041100: parts by partner (116 and 309: 200.006 t) do not count any more, for parts by"
                                + " regime (10: 100 t) are newer, and parts of two dimensions are never added. Delete those that shall not"
                                + " count.");
        assertThat(texts(taken(bench.upload(EXPORTS + "whole.csv", december("502", 5)))
                        .get("warnings")))
                .as("a whole that has less than its parts")
                .singleElement()
                .asString()
                .startsWith("2025-12, 81041100: 100 t were replaced by 5 kg");
    }

    @Test
    void a_part_is_told_that_it_takes_the_place_of_pages_that_made_the_month_whole() throws IOException {
        bench.upload(EXPORTS + "a/page=1of2/a.csv", december("116", 200_000));
        bench.upload(EXPORTS + "b/page=2of2/a.csv", december("309", 600_000));

        assertThat(texts(taken(bench.upload(EXPORTS + "c/partner=116/a.csv", december("116", 200_000)))
                        .get("warnings")))
                .containsExactly(
                        "2025-12, 81041100: the whole month (800 t) does not count any more, for a part of it by partner (116: 200 t)"
                                + " is newer than the parts that made it whole. Delete that part to let them count again.");
    }

    @Test
    void the_same_file_as_two_parts_is_told_that_it_is_added_up() throws IOException {
        byte[] file = "Date of data,Commodity code,Quantity,Unit,US dollar\n202512,81041100,900,Kilogram,1940\n"
                .getBytes(StandardCharsets.UTF_8);
        bench.upload(EXPORTS + "province=14/a.csv", file);

        assertThat(texts(
                        taken(bench.upload(EXPORTS + "province=31/a.csv", file)).get("warnings")))
                .contains(
                        "2025-12, 81041100: different files have the same figures for province=14 and province=31, and they are"
                                + " added up. If the file is not what its key says, correct the key or upload the right file.");
    }

    @Test
    void the_same_file_as_two_months_is_told_so() throws IOException {
        byte[] file = "Commodity code,Trading partner code,Quantity,Unit,US dollar\n81041100,111,900,Kilogram,1940\n"
                .getBytes(StandardCharsets.UTF_8);
        bench.upload(EXPORTS + "period=2025-11/a.csv", file);

        assertThat(texts(taken(bench.upload(EXPORTS + "period=2025-12/a.csv", file))
                        .get("warnings")))
                .containsExactly(
                        "2025-12, 81041100: its figures are those of 2025-11 to the last digit. If the file is not what its"
                                + " key says, correct the key or upload the right file.");
    }

    @Test
    void the_same_file_as_exports_and_as_imports_is_told_so() throws IOException {
        bench.upload(EXPORTS + "a.csv", december("111", 7));
        String warning = "The same bytes stand as " + EXPORTS
                + "a.csv, which declares the other flow: they may be counted as exports and as"
                + " imports. Delete the one whose flow is wrong.";

        assertThat(texts(taken(bench.upload("incoming/gacc/flow=import/a.csv", december("111", 7)))
                        .get("warnings")))
                .containsExactly(warning);
        bench.mustTake(bench.delete(EXPORTS + "a.csv"));
        assertThat(texts(taken(bench.upload("incoming/gacc/flow=import/b.csv", december("111", 7)))
                        .get("warnings")))
                .isEmpty();
    }

    @Test
    void the_same_figures_packed_and_written_otherwise_as_exports_and_as_imports_are_told_so() throws IOException {
        bench.upload(EXPORTS + "a.csv", december("111", 500));
        String imports = "incoming/gacc/flow=import/";
        assertThat(texts(taken(bench.upload(imports + "a.csv.gz", packed(december("111", 500))))
                        .get("warnings")))
                .containsExactly("The same figures stand as " + EXPORTS
                        + "a.csv, which declares the other flow: they may be counted as exports and as imports. Delete the one"
                        + " whose flow is wrong.");

        bench.upload(EXPORTS + "b.csv", december("111", 499));
        assertThat(texts(taken(bench.upload(imports + "b.csv.gz", packed(december("111", 499))))
                        .get("warnings")))
                .as("998 dollars may be the same by accident")
                .isEmpty();
        bench.upload(EXPORTS + "c.csv", december("111", 700));
        assertThat(texts(taken(bench.upload(imports + "c.csv.gz", packed(december("133", 700))))
                        .get("warnings")))
                .as("of another partner")
                .noneMatch(warning -> warning.startsWith("The same figures"));
        bench.upload(EXPORTS + "d.csv", december("111", 800));
        assertThat(texts(taken(bench.upload(imports + "d.csv", december("111", 801)))
                        .get("warnings")))
                .as("of another weight")
                .noneMatch(warning -> warning.startsWith("The same figures"));
    }

    private static byte[] packed(byte[] file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(file);
        }
        return bytes.toByteArray();
    }

    @Test
    void a_file_whose_name_says_another_month_is_told_so_once() throws IOException {
        assertThat(texts(taken(bench.upload(
                                EXPORTS + "export-202511.csv",
                                new CustomsCsv()
                                        .row("2025-12", "111", 7, 14)
                                        .row("2025-12", "81043000", "111", 5, 10)
                                        .bytes()))
                        .get("warnings")))
                .containsExactly(
                        "The name of the file says 2025-11, and its figures count for 2025-12: if the month is right, correct the name;"
                                + " else upload the right file.");
        assertThat(texts(taken(bench.upload(EXPORTS + "partner=111/2025年11月.csv", december("111", 7)))
                        .get("warnings")))
                .as("a part")
                .singleElement()
                .asString()
                .startsWith("The name of the file says 2025-11");
        assertThat(texts(taken(bench.upload(EXPORTS + "export-202512.csv", december("111", 7)))
                        .get("warnings")))
                .noneMatch(warning -> warning.startsWith("The name"));
    }

    @Test
    void figures_of_a_later_month_that_came_before_are_told() throws IOException {
        byte[] file = "Commodity code,Trading partner code,Quantity,Unit,US dollar\n81041100,111,900,Kilogram,1940\n"
                .getBytes(StandardCharsets.UTF_8);
        bench.upload(EXPORTS + "a/period=2025-12/a.csv", file);

        assertThat(texts(taken(bench.upload(EXPORTS + "b/period=2024-12/a.csv", file))
                        .get("warnings")))
                .containsExactly(
                        "2024-12, 81041100: its figures are those of 2025-12 to the last digit. If the file is not what its"
                                + " key says, correct the key or upload the right file.");
    }

    @Test
    void a_february_that_may_hold_january_too_and_a_month_in_another_unit_are_told() throws IOException {
        CustomsCsv year = new CustomsCsv().row("2024-01", "111", 60, 600_000).row("2024-02", "111", 50, 500_000);
        for (int month = 8; month <= 12; month++) {
            year.row(YearMonth.of(2024, month).toString(), "111", 60, 600_000);
        }
        bench.upload(EXPORTS + "a.csv", year.bytes());
        String sure = " If the file is not what its key says, correct the key or upload the right file.";

        assertThat(texts(taken(bench.upload(
                                EXPORTS + "b.csv",
                                new CustomsCsv()
                                        .row("2025-02", "111", 110, 1_100_000)
                                        .bytes()))
                        .get("warnings")))
                .containsExactly(
                        "2025-02, 81041100: no file has 2025-01, and it has about as much as 2024-01 and the month after it together,"
                                + " and at least half as much again as each month before it: it may be of both months."
                                + sure);
        assertThat(texts(taken(bench.upload(
                                EXPORTS + "c.csv",
                                new CustomsCsv()
                                        .row("2025-03", "111", 60_000, 600_000)
                                        .bytes()))
                        .get("warnings")))
                .containsExactly(
                        "2025-03, 81041100: a kilogram is worth at most a hundredth of what it is in 2025-02: look at the units of"
                                + " quantities and values of both months." + sure);
    }

    @Test
    void what_secret_trade_may_hold_and_an_older_making_of_the_data_are_told() throws IOException {
        String june = "incoming/comext/a/keep=8104/vintage=2025-06-01/f.dat";
        bench.upload(june, comext("DE,CN,E,81041100,", "FR,CN,E,81041100,"));

        assertThat(texts(taken(bench.upload(
                                "incoming/comext/b/keep=8104/vintage=2025-05-01/f.dat",
                                comext("DE,QY,E,8104XXXX,", "FR,CN,E,81041100,100,")))
                        .get("warnings")))
                .contains(
                        "2025-03, 81041100 of DE (imports): secret trade of the file may hold it, so that the file says nothing of it;"
                                + " 300 kg of " + june + " go on counting. Delete that file if the office has withdrawn"
                                + " them.",
                        "The source made the file on 2025-05-01, and " + june
                                + ", which it replaces, on 2025-06-01: what"
                                + " is uploaded last counts. Upload the newer one again if that is meant.",
                        "2025-03, 81041100 of FR (imports): 300 kg were replaced by 100 kg. If the file holds a part of the month, say"
                                + " so in its key: partner=CN/.");
    }

    /** A month of Comext; each row is given as its first four fields, and its weight if it is not 300 kg. */
    private static byte[] comext(String... rows) {
        StringBuilder text = new StringBuilder(
                "REPORTER,PARTNER,TRADE_TYPE,PRODUCT_NC,PRODUCT_SITC,PRODUCT_CPA21,PRODUCT_CPA22,PRODUCT_BEC,PRODUCT_BEC5,"
                        + "PRODUCT_SECTION,FLOW,STAT_PROCEDURE,SUPPL_UNIT,PERIOD,VALUE_EUR,VALUE_NAC,QUANTITY_KG,QUANTITY_SUPPL_UNIT\n");
        for (String row : rows) {
            String[] fields = row.split(",");
            text.append(String.join(",", List.of(fields).subList(0, 4)))
                    .append(",68915,2445,2445,220,221220,15,1,1,NO_SU,202503,1000,1000,")
                    .append(fields.length > 4 ? fields[4] : "300")
                    .append(",0\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void a_file_is_told_which_feeds_use_it() throws IOException {
        bench.upload("feeds/magnesium.json", definition("magnesium", "export", "USD", "81041100", "81043000"));
        bench.upload("feeds/other.json", definition("other", "import", "USD", "81041100"));
        JsonNode answer = taken(bench.upload(KEY, december("111", 7)));

        assertThat(answer.get("feeds"))
                .hasToString(
                        "[{\"feed\":\"magnesium\",\"counts\":true,\"products\":[{\"product\":\"p0\",\"months\":[\"2025-12\"],\"uncountedMonths\":[]}]}]");
        assertThat(answer.get("noFeed").isNull()).isTrue();
    }

    @Test
    void a_file_that_no_feed_uses_is_told_the_nearest_reason() throws IOException {
        assertThat(noFeed(bench.upload(KEY, december("111", 7)))).startsWith("There is no feed definition.");

        bench.upload("feeds/coal.json", definition("coal", "export", "USD", "27011100"));
        assertThat(noFeed(bench.upload(KEY, december("111", 8))))
                .isEqualTo(
                        "No feed uses it. The nearest is coal: the file has codes 81041100 where 27011100 is asked for.");

        bench.upload("feeds/imports.json", definition("imports", "import", "USD", "81041100"));
        assertThat(noFeed(bench.upload(KEY, december("111", 9))))
                .isEqualTo(
                        "No feed uses it. The nearest is imports: the file has exports where imports are asked for.");

        bench.upload("feeds/yuan.json", definition("yuan", "export", "CNY", "81041100"));
        assertThat(noFeed(bench.upload(KEY, december("111", 10))))
                .isEqualTo("No feed uses it. The nearest is yuan: the file has values in USD where CNY is asked for.");

        bench.upload("feeds/level.json", definition("level", "export", "USD", "810411"));
        assertThat(noFeed(bench.upload(KEY, december("111", 11))))
                .isEqualTo(
                        "No feed uses it. The nearest is level: the file has codes 81041100 where 810411 is asked for.");
    }

    @Test
    void a_part_beside_a_whole_file_is_told_that_it_does_not_count_and_what_would_change_that() throws IOException {
        bench.upload("feeds/magnesium.json", definition("magnesium", "export", "USD", "81041100"));
        ObjectVersion part = bench.upload(EXPORTS + "partner=309/a.csv", december("309", 100));
        JsonNode alone = taken(part);
        assertThat(alone.at("/counts/commodityMonths").asInt()).isEqualTo(1);
        assertThat(texts(alone.get("parts"))).containsExactly("partner=309");
        assertThat(texts(alone.get("doesNotAnswerFor")))
                .contains("It has only a part of its months: it says nothing about anything but partner=309.");

        bench.upload(EXPORTS + "whole.csv", december("111", 900));
        JsonNode beside = taken(bench.upload(EXPORTS + "partner=116/b.csv", december("116", 200)));

        assertThat(beside.at("/counts/commodityMonths").asInt()).isZero();
        assertThat(beside.at("/counts/uncounted/0/why").asText())
                .isEqualTo(
                        "The whole file " + EXPORTS + "whole.csv counts, and parts beside it do not. To let this part"
                                + " (partner=116) count, delete that file; to change what counts, upload a whole file.");
        assertThat(beside.at("/feeds/0/counts").asBoolean()).isFalse();
        assertThat(texts(beside.at("/feeds/0/products/0/uncountedMonths"))).containsExactly("2025-12");
    }

    @Test
    void a_page_is_told_which_pages_are_missing() throws IOException {
        JsonNode first = taken(bench.upload(EXPORTS + "page=1of3/a.csv", december("116", 1)));
        assertThat(first.at("/counts/uncounted/0/why").asText())
                .isEqualTo("Pages count when all 3 are there: missing are 2 and 3.");

        bench.upload(EXPORTS + "page=2of3/a.csv", december("133", 2));
        JsonNode last = taken(bench.upload(EXPORTS + "page=3of3/a.csv", december("309", 3)));
        assertThat(last.at("/counts/commodityMonths").asInt()).isEqualTo(1);
    }

    @Test
    void a_file_that_is_announced_after_a_newer_one_is_told_what_counts_in_its_place() throws IOException {
        ObjectVersion older = bench.put(EXPORTS + "a.csv", december("111", 7));
        String late = bench.created(older);
        bench.upload(EXPORTS + "b.csv", december("111", 7));
        bench.mustTake(late);

        assertThat(taken(older).at("/replaced/commodityMonths").asInt()).isZero();
        assertThat(taken(older).at("/counts/uncounted/0/why").asText())
                .isEqualTo("The whole file " + EXPORTS + "b.csv, which was uploaded later, counts in its place.");
    }

    @Test
    void of_a_file_of_more_commodities_than_are_looked_up_all_are_counted() throws IOException {
        JsonNode answer =
                taken(bench.upload(KEY, new CustomsCsv().rows(240, 120).bytes()));

        assertThat(answer.at("/commodities/count").asInt()).isEqualTo(120);
        assertThat(answer.get("compared")).hasToString("{\"commodities\":100,\"of\":120}");
        assertThat(texts(answer.get("warnings")))
                .anyMatch(
                        warning -> warning.startsWith("Of 120 commodities of reporters and flows, 100 were looked up"));
        assertThat(answer.at("/totals/netWeightKg").asInt()).isEqualTo(240);
    }

    // A feed definition.

    @Test
    void a_definition_is_told_which_files_its_products_come_from() throws IOException {
        ObjectVersion file = bench.upload(KEY, december("111", 7));
        JsonNode answer = taken(
                bench.upload("feeds/magnesium.json", definition("magnesium", "export", "USD", "81041100", "81043000")));

        assertThat(answer.get("kind").asText()).isEqualTo("feed-definition");
        assertThat(answer.at("/products/0"))
                .hasToString("{\"product\":\"p0\",\"hs\":[\"81041100\"],\"months\":[\"2025-12\"],\"files\":[{\"key\":\""
                        + KEY + "\",\"version\":\"" + file.versionId()
                        + "\",\"months\":[\"2025-12\"]}],\"missing\":null}");
        assertThat(answer.at("/products/1/files")).isEmpty();
        assertThat(answer.at("/products/1/missing"))
                .hasToString(
                        "{\"needed\":\"Files of the source gacc with exports of CN in USD that have rows of 81043000.\",\"instead\":[]}");
    }

    @Test
    void a_definition_is_told_what_is_there_instead() throws IOException {
        bench.upload(KEY, december("111", 7));
        assertThat(instead("level", "export", "USD", "810411"))
                .containsExactly(KEY + ": It has codes 81041100 where 810411 is asked for.");
        assertThat(instead("imports", "import", "USD", "81041100"))
                .containsExactly(KEY + ": It has exports where imports are asked for.");
        assertThat(instead("coal", "export", "USD", "27011100")).isEmpty();

        String yuan = EXPORTS + "yuan.csv";
        bench.upload(
                yuan,
                new String(december("111", 7), StandardCharsets.UTF_8)
                        .replace("US dollar", "Renminbi Yuan")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(instead("yuan", "import", "CNY", "81041100"))
                .containsExactly(
                        yuan + ": It has exports where imports are asked for.",
                        KEY + ": It has exports where imports are asked for and values in USD where CNY is asked for.");
    }

    // Its life.

    @Test
    void an_answer_is_written_once_for_a_version_whatever_is_told_again() throws IOException {
        ObjectVersion file = bench.put(KEY, december("111", 7));
        String event = bench.created(file);
        bench.mustTake(event);
        JsonNode first = taken(file);
        bench.upload("feeds/magnesium.json", definition("magnesium", "export", "USD", "81041100"));
        bench.mustTake(event, event);

        assertThat(bench.timesWritten(Answer.TAKEN, file)).isEqualTo(1);
        assertThat(taken(file)).isEqualTo(first);
    }

    @Test
    void an_answer_is_about_the_version_that_counts_and_goes_with_its_object() throws IOException {
        ObjectVersion first = bench.upload(KEY, december("111", 7));
        ObjectVersion second = bench.upload(KEY, december("111", 8));
        assertThat(version(second)).isEqualTo(second.versionId());

        ObjectVersion bad = bench.upload(KEY, "no customs file".getBytes(StandardCharsets.UTF_8));
        assertThat(version(second)).as("what counts").isEqualTo(second.versionId());
        assertThat(bench.report(bad)).isPresent();

        bench.mustTake(bench.remove(second));
        assertThat(version(first)).as("what counts again").isEqualTo(first.versionId());

        bench.mustTake(bench.delete(KEY));
        assertThat(bench.taken(first)).isEmpty();
        assertThat(bench.report(bad)).isEmpty();

        ObjectVersion marker = bench.months.uploads(Workbench.EXPORTS.key()).stream()
                .filter(entry -> entry instanceof UploadLogEntry.Deleted)
                .findAny()
                .orElseThrow()
                .object();
        bench.mustTake(bench.remove(marker));
        assertThat(version(first)).isEqualTo(first.versionId());
    }

    @Test
    void a_version_that_is_superseded_before_it_is_taken_leaves_the_newer_answer() throws IOException {
        ObjectVersion first = bench.put(KEY, december("111", 7));
        String late = bench.created(first);
        ObjectVersion second = bench.upload(KEY, december("111", 8));
        bench.mustTake(late);

        assertThat(version(second)).isEqualTo(second.versionId());
        assertThat(bench.timesWritten(Answer.TAKEN, second)).isEqualTo(1);
    }

    @Test
    void a_file_that_was_taken_before_there_were_answers_is_answered_when_it_is_told_again() throws IOException {
        ObjectVersion file = bench.put(KEY, december("111", 7));
        String event = bench.created(file);
        bench.mustTake(event);
        JsonNode answer = taken(file);
        bench.remove(
                new ObjectVersion(bench.bucket, Answer.TAKEN.key(file), bench.newestVersion(Answer.TAKEN.key(file))));
        assertThat(bench.taken(file)).isEmpty();

        bench.restart(Duration.ZERO);
        bench.mustTake(event);
        assertThat(taken(file)).isEqualTo(answer);
    }

    // Words.

    private static byte[] december(String partner, long kilograms) {
        return new CustomsCsv()
                .row(YearMonth.of(2025, 12).toString(), partner, kilograms, 2 * kilograms)
                .bytes();
    }

    private static byte[] definition(String id, String flow, String currency, String... codes) {
        List<String> products = new ArrayList<>();
        for (String code : codes) {
            products.add(String.format(
                    Locale.ROOT,
                    "{\"id\": \"p%d\", \"hs\": [\"%s\"], \"name\": {\"en\": \"Product %1$d\"}}",
                    products.size(),
                    code));
        }
        return String.format(Locale.ROOT, """
                        {"id": "%s", "title": {"en": "Magnesium"}, "source": "gacc", "reporter": "CN", "flow": "%s",
                         "currency": "%s", "products": [%s]}
                        """, id, flow, currency, String.join(", ", products))
                .getBytes(StandardCharsets.UTF_8);
    }

    private List<String> instead(String id, String flow, String currency, String code) throws IOException {
        JsonNode answer = taken(bench.upload("feeds/" + id + ".json", definition(id, flow, currency, code)));
        List<String> instead = new ArrayList<>();
        answer.at("/products/0/missing/instead")
                .forEach(one -> instead.add(
                        one.get("key").asText() + ": " + one.get("why").asText()));
        return instead;
    }

    private String noFeed(ObjectVersion file) throws IOException {
        assertThat(taken(file).get("feeds")).isEmpty();
        return taken(file).get("noFeed").asText();
    }

    private String version(ObjectVersion object) throws IOException {
        return taken(object).get("version").asText();
    }

    /** The answer, which must be as its schema says. */
    private JsonNode taken(ObjectVersion object) throws IOException {
        JsonNode answer = bench.taken(object).orElseThrow();
        assertThat(schema().validate(answer.toString(), InputFormat.JSON)).isEmpty();
        return answer;
    }

    private static Schema schema() throws IOException {
        try (InputStream in = UploadBucket.class.getResourceAsStream("/schemas/v1/upload-answer.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
