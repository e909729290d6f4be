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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a file says is what the table of records says, what the table of months says and what the report says, to the kilogram. */
class ReconciliationTest {

    private static final Pattern FIELD = Pattern.compile("\"([^\"]*)\",");
    private static final Pattern PERIOD = Pattern.compile("period=(\\d{4}-\\d{2})/");

    /**
     * How much.
     *
     * @param kilograms of net weight
     * @param dollars of value
     */
    private record Sum(long kilograms, long dollars) {
        Sum plus(Sum other) {
            return new Sum(kilograms + other.kilograms, dollars + other.dollars);
        }
    }

    @Test
    void file_records_months_and_reports_agree() throws IOException {
        Map<String, Sum> files = new TreeMap<>();
        Map<String, Sum> records = new TreeMap<>();
        Map<String, Sum> months = new TreeMap<>();
        Map<String, Sum> reports = new TreeMap<>();
        String suffix = "-" + UUID.randomUUID();
        try (LocalSystem system = LocalSystem.on(
                        SharedEmulators.get(),
                        Project.ROOT.resolve("infra/template.yaml"),
                        id -> TemplateResources.plainName(id) + suffix);
                Stream<Path> found = Files.walk(Project.SAMPLE_FILES)) {
            system.upload("feeds/magnesium.json", Project.SAMPLES.resolve("feeds/magnesium.json"));
            for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
                String key = Project.SAMPLES.relativize(file).toString();
                system.upload(key, file);
                read(key, file, files);
            }
            system.publish();

            for (Map<String, AttributeValue> item : scan(system, "RecordsTable")) {
                String[] key = item.get("month").s().split("[/#]");
                add(records, key[5] + " " + key[4], number(item, "netWeightKg"), number(item, "value"));
            }
            for (Map<String, AttributeValue> item : scan(system, "MonthsTable")) {
                String[] series = item.get("series").s().split("/");
                if (series.length == 5) {
                    String period = item.get("entry").s().substring(0, 7);
                    add(months, period + " " + series[4], number(item, "reportedNetWeightKg"), number(item, "value"));
                }
            }
            FolderMirror.Source feed = system.feedBucket();
            for (String key : feed.keys()) {
                if (key.startsWith("magnesium/reports/")) {
                    JsonNode report = new JsonMapper().readTree(feed.read(key).orElseThrow());
                    for (JsonNode product : report.path("products")) {
                        JsonNode month = product.path("month");
                        add(
                                reports,
                                report.path("period").asText() + " "
                                        + product.at("/hs/0").asText(),
                                month.path("netWeightKg").asLong(),
                                month.path("value").asLong());
                    }
                }
            }
        }
        // A commodity that was not traded has no row, and a figure of zero.
        months.values().removeIf(new Sum(0, 0)::equals);
        reports.values().removeIf(new Sum(0, 0)::equals);

        assertThat(files).hasSizeGreaterThan(100);
        assertThat(records).isEqualTo(files);
        assertThat(months).isEqualTo(files);
        assertThat(reports).isEqualTo(files);
    }

    /** Adds up a sample file by commodity and month, without any of the project's own readers. */
    private static void read(String key, Path file, Map<String, Sum> sums) throws IOException {
        List<List<String>> lines = Files.readString(file, Charset.forName("GB18030"))
                .lines()
                .map(ReconciliationTest::fields)
                .toList();
        List<String> header = lines.get(0);
        int month = column(header, "Date of data", "数据年月");
        int commodity = column(header, "Commodity code", "商品编码");
        int quantity = column(header, "Quantity", "第一数量");
        int value = column(header, "US dollar", "美元");
        for (List<String> row : lines.subList(1, lines.size())) {
            String period = month < 0 ? declared(key) : row.get(month).replaceFirst("(?=..$)", "-");
            add(
                    sums,
                    period + " " + row.get(commodity),
                    Long.parseLong(row.get(quantity).replace(",", "")),
                    Long.parseLong(row.get(value).replace(",", "")));
        }
    }

    private static List<String> fields(String line) {
        return FIELD.matcher(line).results().map(field -> field.group(1)).toList();
    }

    private static int column(List<String> header, String english, String chinese) {
        return Math.max(header.indexOf(english), header.indexOf(chinese));
    }

    private static String declared(String key) {
        Matcher period = PERIOD.matcher(key);
        assertThat(period.find()).as(key).isTrue();
        return period.group(1);
    }

    private static List<Map<String, AttributeValue>> scan(LocalSystem system, String table) {
        return SharedEmulators.get()
                .dynamoDb()
                .scanPaginator(scan -> scan.tableName(system.names().get(table)))
                .items()
                .stream()
                .toList();
    }

    private static long number(Map<String, AttributeValue> item, String attribute) {
        return Long.parseLong(item.get(attribute).n());
    }

    private static void add(Map<String, Sum> sums, String of, long kilograms, long dollars) {
        sums.merge(of, new Sum(kilograms, dollars), Sum::plus);
    }
}
