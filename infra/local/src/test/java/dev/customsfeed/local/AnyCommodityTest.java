package dev.customsfeed.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.customsfeed.emulators.SharedEmulators;
import dev.customsfeed.emulators.TemplateResources;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A feed is data: another commodity, in another currency and direction, takes a file that says so and nothing else. */
class AnyCommodityTest {

    @TempDir
    Path folder;

    @Test
    void a_feed_of_other_commodities_in_renminbi_takes_a_definition_alone() throws IOException {
        Path definition = Files.writeString(folder.resolve("acetylene.json"), """
                {"id": "acetylene", "title": {"en": "China's acetylene imports", "zh": "中国乙炔进口"},
                 "source": "gacc", "reporter": "CN", "flow": "import", "currency": "CNY",
                 "products": [
                   {"id": "acetylene", "hs": ["29012920"], "name": {"en": "Acetylene", "zh": "乙炔"}},
                   {"id": "other", "hs": ["29012990", "29012910"], "name": {"en": "Other", "zh": "其他"}}]}
                """);
        Path file = Files.writeString(folder.resolve("2026-01.csv"), """
                "商品编码","商品名称","贸易伙伴编码","贸易伙伴名称","贸易方式编码","贸易方式名称","第一数量","第一计量单位","人民币",
                "29012920","乙炔","110","中国香港","10","一般贸易","214847","千克","5,848,714",
                "29012990","未列名不饱和无环烃","111","印度","10","一般贸易","0","千克","272",
                """, Charset.forName("GB18030"));
        Path dollars = Files.writeString(folder.resolve("dollars.csv"), """
                "Commodity code","Trading partner code","Quantity","Unit","US dollar",
                "29012920","110","214847","Kilogram","815,286",
                """);
        String suffix = "-" + UUID.randomUUID();
        try (LocalSystem system = LocalSystem.on(
                SharedEmulators.get(),
                Project.ROOT.resolve("infra/template.yaml"),
                id -> TemplateResources.plainName(id) + suffix)) {
            system.upload("feeds/acetylene.json", definition);
            system.upload("incoming/gacc/flow=import/period=2026-01/hs=290129/2026-01.csv", file);
            system.upload("incoming/gacc/flow=import/period=2026-01/hs=290129/dollars.csv", dollars);
            system.publish();

            assertThat(system.rejected()).isEmpty();
            JsonNode report = new JsonMapper()
                    .readTree(system.feedBucket()
                            .read("acetylene/reports/2026-01.json")
                            .orElseThrow());
            assertThat(report.path("currency").asText()).isEqualTo("CNY");
            assertThat(report.path("flow").asText()).isEqualTo("import");
            assertThat(report.at("/total/month/netWeightKg").asLong()).isEqualTo(214_847);
            assertThat(report.at("/total/month/value").asLong()).isEqualTo(5_848_986);
            JsonNode other = report.at("/products/1");
            assertThat(other.at("/month/netWeightKg").asLong()).isZero();
            assertThat(other.at("/month/value").asLong()).isEqualTo(272);
            assertThat(other.at("/month/unitValuePerTonne").isNull()).isTrue();
            assertThat(system.feedBucket()
                            .read("acetylene/feed.json")
                            .map(bytes -> new String(bytes, java.nio.charset.StandardCharsets.UTF_8)))
                    .hasValueSatisfying(
                            feed -> assertThat(feed).contains("imports").contains("CNY per mt"));
        }
    }
}
