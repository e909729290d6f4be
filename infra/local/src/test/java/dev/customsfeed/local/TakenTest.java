package dev.customsfeed.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TakenTest {

    private static final Path FOLDER = Path.of("out-taken");

    @Test
    void a_file_is_told_in_a_line() throws IOException {
        assertThat(file("a.csv", "{}").line())
                .isEqualTo("took incoming/a.csv: 2026-01, 48 rows, 1,204 t; feeds: magnesium");
        assertThat(file("a.csv", """
                        {"months": [{"month": "2025-01"}, {"month": "2025-02"}, {"month": "2025-05"}],
                         "rows": {"counted": 1, "excluded": {"outside keep=": 1200, "totals": 2}},
                         "totals": {"netWeightKg": 12.5, "value": 3}, "parts": ["partner=116"],
                         "feeds": [{"feed": "a", "counts": true}, {"feed": "b", "counts": false}]}""").line())
                .isEqualTo("took incoming/a.csv: 2025-01 to 2025-02 and 2025-05,"
                        + " 1 row (not counted: 1,200 of outside keep=, 2 of totals), 12.5 kg, a part: partner=116;"
                        + " feeds: a; does not count in b");
        assertThat(file("a.csv", """
                        {"months": [], "reported": [{"months": ["2025-03"]}], "feeds": [],
                         "rows": {"counted": 0, "excluded": {}}, "totals": {"netWeightKg": null, "value": 1234.5}}""").line())
                .isEqualTo("took incoming/a.csv: 2025-03, 0 rows, unknown weight, 1,235 USD; feeds: none");
        assertThat(file("a.csv", """
                        {"months": [{"month": "2025-01"}, {"month": "2025-03"}, {"month": "2025-05"}, {"month": "2025-07"}]}""").line()).contains("2025-01 to 2025-07 (4 months)");
    }

    @Test
    void a_price_is_told_in_a_line_and_what_lacks_until_it_comes() throws IOException {
        Taken price = file("p.csv", """
                {"kind": "quotation-file", "declared": {"id": "a", "currency": "CNY", "unit": "t", "taxPct": 13, "license": "private"},
                 "observations": 1204, "months": ["2025-01", "2025-02"], "feeds": [{"feed": "magnesium", "products": ["ingot"]}],
                 "replaced": {"changed": ["2025-02"], "same": ["2025-01"], "dropped": ["2024-12"]}, "uncounted": ["2025-01"],
                 "missingRates": [{"pair": "USDCNY", "months": ["2025-01"], "why": "Upload a rate."}]}""");
        Taken rate = file("r.csv", """
                {"kind": "quotation-file", "declared": {"pair": "CNYUSD"}, "observations": 1, "months": ["2025-01"], "feeds": []}""");

        assertThat(price.line())
                .isEqualTo(
                        "took incoming/p.csv: 2025-01 to 2025-02, 1,204 quotations, CNY by the t with 13% tax, private;"
                                + " feeds: magnesium");
        assertThat(rate.line()).isEqualTo("took incoming/r.csv: 2025-01, 1 quotation, CNYUSD; feeds: none");
        assertThat(price.replaced()).containsExactly("replaced 2025-02");
        assertThat(price.remarks(List.of(price)))
                .containsExactly(
                        "not counted, 2025-01: a newer upload has these months",
                        "no longer there: 2024-12",
                        "Upload a rate.");
        assertThat(price.remarks(List.of(price, rate))).hasSize(2);
    }

    @Test
    void what_it_replaced_is_told_from_what_to_what() throws IOException {
        assertThat(file("a.csv", """
                        {"replaced": {"months": [
                          {"month": "2025-01", "from": {"netWeightKg": 900000, "value": 5}, "to": {"netWeightKg": 100000, "value": 5}},
                          {"month": "2025-02", "from": {"netWeightKg": 900000, "value": 5}, "to": {"netWeightKg": 900000, "value": 6}},
                          {"month": "2025-03", "from": {"netWeightKg": 900000, "value": 5}, "to": {"netWeightKg": null, "value": 6}},
                          {"month": "2025-04", "from": {}, "to": {}}, {"month": "2025-05", "from": {}, "to": {}}]}}""").replaced())
                .containsExactly(
                        "replaced 2025-01: 900 t by 100 t",
                        "replaced 2025-02: 900 t by 900 t, 5 USD by 6 USD",
                        "replaced 2025-03: 900 t by unknown weight, 6 USD",
                        "replaced 2 more months");
    }

    @Test
    void what_whoever_uploaded_it_should_know_is_remarked() throws IOException {
        assertThat(file("a.csv", """
                        {"counts": {"uncounted": [{"why": "A newer file counts.", "months": ["2025-01", "2025-02"]}]},
                         "noFeed": "No feed uses it.", "warnings": ["Look."]}""").remarks(List.of()))
                .containsExactly(
                        "not counted, 2025-01 to 2025-02: A newer file counts.", "No feed uses it.", "warning: Look.");
    }

    @Test
    void of_a_definition_the_products_are_named_that_no_file_has_until_one_comes() throws IOException {
        Taken definition = taken("feeds/magnesium.json", """
                {"kind": "feed-definition", "feed": "magnesium", "source": "gacc", "reporter": "CN", "flow": "export",
                 "currency": "USD", "warnings": [], "products": [
                   {"product": "ingot", "missing": {"needed": "Files.", "instead": [{"key": "incoming/b.csv", "why": "It has CNY."}]}},
                   {"product": "scrap", "missing": null}]}""");
        Taken file = file("a.csv", """
                {"feeds": [{"feed": "magnesium", "counts": true, "products": [{"product": "ingot"}]}]}""");
        Taken other = file("a.csv", """
                {"feeds": [{"feed": "magnesium", "counts": true, "products": [{"product": "scrap"}]},
                           {"feed": "other", "counts": true, "products": [{"product": "ingot"}]}]}""");

        assertThat(definition.line())
                .isEqualTo("took feeds/magnesium.json: exports of CN in USD, source gacc, 2 products");
        assertThat(definition.remarks(List.of(definition, other)))
                .containsExactly(
                        "no file for the product ingot. Needed: Files. There is incoming/b.csv instead: It has CNY.");
        assertThat(definition.remarks(List.of(definition, other, file))).isEmpty();
    }

    @Test
    void of_hundreds_of_files_some_are_named_and_the_others_counted() throws IOException {
        List<Taken> files = files(200, "{}");

        List<String> lines = TakenLines.of(files, files, FOLDER);

        assertThat(lines).hasSize(22).endsWith("... and 180 more taken", "the answers: " + FOLDER);
        assertThat(TakenLines.of(List.of(), files, FOLDER)).isEmpty();
    }

    @Test
    void what_should_be_known_of_a_file_is_told_however_many_there_are() throws IOException {
        List<Taken> files = new ArrayList<>(files(200, "{}"));
        files.add(file("late.csv", "{\"warnings\": [\"Look.\"]}"));

        assertThat(TakenLines.of(files, files, FOLDER))
                .containsSubsequence(
                        "took incoming/late.csv: 2026-01, 48 rows, 1,204 t; feeds: magnesium", "    warning: Look.");
    }

    @Test
    void what_is_said_of_many_alike_is_said_of_three_and_then_counted() throws IOException {
        List<Taken> files = files(200, "{\"warnings\": [\"Look.\"]}");

        List<String> lines = TakenLines.of(files, files, FOLDER);

        assertThat(lines).filteredOn("    warning: Look."::equals).hasSize(3);
        assertThat(lines)
                .contains("... and 177 more taken", "    of 197 more files: warning: Look.")
                .hasSizeLessThan(30);
    }

    @Test
    void of_many_remarks_on_one_file_the_first_are_told_and_where_the_others_are() throws IOException {
        Taken file = file(
                "a.csv",
                "{\"warnings\": ["
                        + String.join(
                                ",",
                                IntStream.range(0, 25)
                                        .mapToObj(n -> "\"w" + n + ".\"")
                                        .toList()) + "]}");

        assertThat(TakenLines.of(List.of(file), List.of(file), FOLDER))
                .contains("    warning: w9.", "    and 15 more; the answer: " + FOLDER.resolve("incoming/a.csv.json"))
                .doesNotContain("    warning: w10.");
    }

    private static List<Taken> files(int count, String members) throws IOException {
        List<Taken> files = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            files.add(file(n + ".csv", members));
        }
        return files;
    }

    /** A file that a feed uses, but for {@code members}. */
    private static Taken file(String name, String members) throws IOException {
        ObjectNode answer = (ObjectNode) new JsonMapper().readTree("""
                {"kind": "customs-file", "currency": "USD", "months": [{"month": "2026-01"}], "parts": [],
                 "rows": {"counted": 48, "excluded": {}}, "totals": {"netWeightKg": 1204000, "value": 7},
                 "counts": {"uncounted": []}, "replaced": {"months": []}, "noFeed": null, "warnings": [],
                 "feeds": [{"feed": "magnesium", "counts": true, "products": []}]}""");
        answer.setAll((ObjectNode) new JsonMapper().readTree(members));
        return taken("incoming/" + name, answer.toString());
    }

    private static Taken taken(String key, String answer) throws IOException {
        String whole = "{\"object\": \"uploads/" + key + "\", " + answer.strip().substring(1);
        Taken taken = Taken.read("uploads", "taken/" + key + ".json", whole.getBytes(StandardCharsets.UTF_8));
        assertThat(taken.key()).isEqualTo(key);
        assertThat(taken.file()).isEqualTo(key + ".json");
        return taken;
    }
}
