package dev.customsfeed.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prices, from the file to the feed: the numbers of the README, by hand. */
class PricesTest {

    private static final String CUSTOMS = "incoming/gacc/flow=export/hs=81041100/ingot.csv";
    private static final String RATE = "incoming/rate/pair=USDCNY/fx.csv";

    /** Not within the digits of a hash. */
    private static final Pattern NUMBERS = Pattern.compile(
            "(?<![0-9A-Za-z.])(16,?103|14,?250(\\.\\d+)?|1,?950(\\.\\d+)?|7\\.68|7\\.3071|7\\.31)(?![0-9A-Za-z])");

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private void put(String key, String text) throws IOException {
        Path file = folder.resolve("in").resolve(key);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void putTrade() throws IOException {
        put("feeds/ingot.json", """
                {"id": "ingot", "title": {"en": "Ingot"}, "source": "gacc", "reporter": "CN", "flow": "export", "currency": "USD",
                 "products": [{"id": "ingot", "hs": ["81041100"], "name": {"en": "Magnesium ingot"}}],
                 "prices": [{"id": "mg-ingot", "product": "ingot", "name": {"en": "ingot ex works"}}]}
                """);
        put(CUSTOMS, """
                "Date of data","Commodity code","Commodity","Trading partner code","Trading partner","Customs Regime code","Customs Regime","Quantity","Unit","US dollar",
                "202512","81041100","Magnesium","111","India","10","Ordinary Trade","1000000","Kilogram","2,100,000",
                """);
    }

    private int run() {
        return LocalFeed.run(
                List.of(
                        "--once",
                        "--input",
                        folder.resolve("in").toString(),
                        "--output",
                        folder.resolve("out").toString()),
                Project.ROOT,
                folder.resolve("temporary"),
                new PrintStream(said, true, StandardCharsets.UTF_8),
                SharedSystems::start);
    }

    private JsonNode price() throws IOException {
        return new JsonMapper()
                .readTree(folder.resolve("out/ingot/reports/2025-12.json").toFile())
                .at("/products/0/price");
    }

    @Test
    void an_open_price_with_tax_is_held_against_the_unit_value_without_it() throws Exception {
        putTrade();
        put(
                "incoming/price/id=mg-ingot/currency=CNY/unit=t/tax=13/basis=exw/license=open/smm.csv",
                "date,price\n2025-12-15,15820\n");
        put(RATE, "date,rate\n2025-12-15,7.00\n");

        assertThat(run()).isZero();

        assertThat(price().path("exTax").asInt()).isEqualTo(14_000);
        assertThat(price().path("inFeedCurrency").asInt()).isEqualTo(2_000);
        assertThat(price().path("unitValuePerTonne").asInt()).isEqualTo(2_100);
        assertThat(price().path("gapPct").decimalValue())
                .as("with the tax left in it would be -7.08")
                .isEqualByComparingTo("5.00");
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains(
                        "smm.csv: 2025-12, 1 quotation, CNY by the t with 13% tax, open; feeds: ingot",
                        "fx.csv: 2025-12, 1 quotation, USDCNY; feeds: ingot")
                .doesNotContain("upload one under incoming/rate");
    }

    /** 16,103 with 13% tax; 14,250.44 without; at 7.3071 CNY 1,950.22 USD; the unit value lies 7.68% above. */
    @Test
    void of_a_private_price_no_number_is_in_anything_that_is_published() throws Exception {
        putTrade();
        put("incoming/price/id=mg-ingot/currency=CNY/unit=t/tax=13/smm.csv", "date,price\n2025-12-15,16103\n");
        put(RATE, "date,rate\n2025-12-15,7.3071\n");

        assertThat(run()).isZero();

        assertThat(price().at("/comparison/direction").asText()).isEqualTo("above");
        assertThat(price().at("/comparison/gapClass").asText()).isEqualTo("from-5-to-15");
        assertThat("a price of 14,250.44 or {\"gapPct\":7.68}").containsPattern(NUMBERS);
        int looked = 0;
        try (Stream<Path> files = Files.walk(folder.resolve("out"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = content(file);
                // Scripts of others and pictures hold digits of all kinds.
                if (file.toString().matches(".*\\.(js|css|svg)")) {
                    continue;
                }
                looked++;
                assertThat(NUMBERS.matcher(content).find())
                        .as(file + " has one of " + NUMBERS)
                        .isFalse();
                assertThat(content).as(file.toString()).doesNotContain("smm.csv");
            }
        }
        assertThat(looked).isGreaterThan(20);
    }

    /** Of a workbook, which is packed, what is in it. */
    private static String content(Path file) throws IOException {
        if (!file.toString().endsWith(".xlsx")) {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        }
        StringBuilder content = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            while (zip.getNextEntry() != null) {
                content.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(content.toString()).as("the workbook is read").contains("2100");
        return content.toString();
    }

    @Test
    void a_price_whose_tax_nobody_declares_is_rejected_with_what_to_write() throws Exception {
        putTrade();
        put("incoming/price/id=mg-ingot/currency=CNY/unit=t/smm.csv", "date,price\n2025-12-15,15820\n");

        run();

        assertThat(said.toString(StandardCharsets.UTF_8)).contains("rejected: incoming/price/", "no tax=", "tax=0/");
        assertThat(price().at("/comparison/none").asText()).isEqualTo("not-quoted");
    }

    @Test
    void a_price_that_a_definition_names_and_no_file_has_is_told_with_where_to_upload_it() throws Exception {
        putTrade();
        put("incoming/price/id=mg-ignot/currency=CNY/unit=t/tax=13/smm.csv", "date,price\n2025-12-15,15820\n");

        assertThat(run()).isZero();

        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("No file has the price mg-ingot: upload one under incoming/price/id=mg-ingot/")
                .contains("no feed definition names the price mg-ignot");
    }
}
