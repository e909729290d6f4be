package dev.customsfeed.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.customsfeed.emulators.SharedEmulators;
import dev.customsfeed.emulators.TemplateResources;
import dev.customsfeed.sources.Sources;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rows that are published of each sample, added up without any of the project's own code. */
class RowsOfSamplesTest {

    private static final JsonMapper JSON = new JsonMapper();

    private record Sum(BigDecimal netWeightKg, BigDecimal value, long rows) {

        static final Sum NONE = new Sum(BigDecimal.ZERO, BigDecimal.ZERO, 0);

        Sum plus(Sum other) {
            return new Sum(netWeightKg.add(other.netWeightKg), value.add(other.value), rows + other.rows);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.customsfeed.local.Project#sampleBuckets")
    void rows_add_up_to_the_exact_figures_and_these_are_those_of_the_report(String sample) throws IOException {
        Path bucket = Project.SAMPLES.resolveSibling(sample);
        String suffix = "-" + UUID.randomUUID();
        int withRows = 0;
        try (LocalSystem system = LocalSystem.on(
                SharedEmulators.get(),
                Project.ROOT.resolve("infra/template.yaml"),
                id -> TemplateResources.plainName(id) + suffix)) {
            upload(system, bucket, "feeds");
            upload(system, bucket, "incoming");
            system.publish();
            FolderMirror.Source feed = system.feedBucket();
            String id = JSON.readTree(feed.read("feeds.json").orElseThrow())
                    .at("/feeds/0/id")
                    .asText();
            JsonNode index = JSON.readTree(feed.read(id + "/rows/index.json").orElseThrow());
            String source = JSON.readTree(Files.readAllBytes(bucket.resolve("feeds/" + id + ".json")))
                    .get("source")
                    .asText();
            boolean published = Sources.find(source).orElseThrow().rowsMayBePublished();
            assertThat(index.get("withheld").asText("")).isEqualTo(published ? "" : "terms");
            for (JsonNode month : index.get("months")) {
                assertThat(feed.read(id + "/" + month.get("report").asText())).isPresent();
                JsonNode report = JSON.readTree(
                        feed.read(id + "/" + month.get("report").asText()).orElseThrow());
                if (!published) {
                    assertThat(month.get("document").isNull()).isTrue();
                    continue;
                }
                assertThat(month.get("withheld").isNull()).as(month.toString()).isTrue();
                Map<String, Sum> byProduct = new HashMap<>();
                Map<String, Sum> byPartner = new HashMap<>();
                read(feed.read(id + "/" + month.get("document").asText()).orElseThrow(), bucket, byProduct, byPartner);
                for (JsonNode exact : month.get("products")) {
                    Sum sum = byProduct.getOrDefault(exact.get("id").asText(), Sum.NONE);
                    assertThat(sum.rows()).isEqualTo(exact.get("rows").asLong());
                    assertThat(sum.value())
                            .isEqualByComparingTo(exact.get("value").asText());
                    assertThat(exact.has("roundingKg")).isFalse();
                    if (!exact.get("netWeightKg").isNull()) {
                        assertThat(sum.netWeightKg())
                                .isEqualByComparingTo(exact.get("netWeightKg").asText());
                    }
                    withRows += sum.rows() > 0 ? 1 : 0;
                }
                for (JsonNode product : report.get("products")) {
                    String name = product.get("id").asText();
                    if (!product.at("/month/value").isNull()) {
                        isShown(product.get("month"), byProduct.getOrDefault(name, Sum.NONE));
                    }
                    for (JsonNode partner : product.get("partners")) {
                        String who = partner.path("iso2").isTextual()
                                ? partner.get("iso2").asText()
                                : partner.at("/codes/0").asText();
                        isShown(partner, byPartner.getOrDefault(name + " " + who, Sum.NONE));
                    }
                }
            }
            assertThat(feed.keys().stream().anyMatch(key -> key.matches(".*/rows/.*[.]csv")))
                    .isEqualTo(published);
            assertThat(withRows)
                    .as("months of products with rows, which a sample bucket has more than five of")
                    .isGreaterThan(published ? 5 : -1);
        }
    }

    private static void isShown(JsonNode figures, Sum sum) {
        assertThat(rounded(sum.value())).isEqualTo(figures.get("value").asLong());
        if (!figures.get("netWeightKg").isNull()) {
            assertThat(rounded(sum.netWeightKg()))
                    .isEqualTo(figures.get("netWeightKg").asLong());
        }
    }

    private static long rounded(BigDecimal exact) {
        return exact.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    private static void upload(LocalSystem system, Path bucket, String folder) throws IOException {
        try (Stream<Path> found = Files.walk(bucket.resolve(folder))) {
            for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
                system.upload(bucket.relativize(file).toString(), file);
            }
        }
    }

    private static void read(byte[] document, Path bucket, Map<String, Sum> byProduct, Map<String, Sum> byPartner) {
        List<String> lines =
                new String(document, StandardCharsets.UTF_8).lines().toList();
        List<String> columns = Arrays.asList(lines.get(0).split(","));
        for (String line : lines.subList(1, lines.size())) {
            List<String> fields = fields(line);
            assertThat(bucket.resolve(fields.get(columns.indexOf("file")))).exists();
            assertThat(Long.parseLong(fields.get(columns.indexOf("line")))).isPositive();
            String weight = fields.get(columns.indexOf("net_weight_kg"));
            Sum sum = new Sum(
                    weight.isEmpty() ? BigDecimal.ZERO : new BigDecimal(weight),
                    new BigDecimal(fields.get(columns.indexOf("value"))),
                    1);
            String product = fields.get(columns.indexOf("product"));
            byProduct.merge(product, sum, Sum::plus);
            byPartner.merge(product + " " + fields.get(columns.indexOf("partner")), sum, Sum::plus);
        }
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
