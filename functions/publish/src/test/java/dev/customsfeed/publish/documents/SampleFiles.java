package dev.customsfeed.publish.documents;

import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.publish.figures.report.Feeds;
import dev.customsfeed.publish.figures.report.TradeFiles;
import dev.customsfeed.publish.figures.report.TradeFiles.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The customs files of the sample buckets, read by a few lines that share nothing with the function that reads them in earnest. */
public final class SampleFiles {

    private static final Pattern FIELD = Pattern.compile("\"([^\"]*)\",");
    private static final Pattern PERIOD = Pattern.compile("period=(\\d{4}-\\d{2})/");

    private SampleFiles() {}

    /** All of magnesium, in the order of their keys. */
    public static TradeFiles all() {
        return of(Feeds.SAMPLE_BUCKET, Feeds.magnesium());
    }

    /** All of {@code bucket}, in the order of their keys. */
    static TradeFiles of(Path bucket, FeedDefinition definition) {
        TradeFiles files = new TradeFiles(definition);
        try (Stream<Path> found = Files.walk(bucket.resolve("incoming"))) {
            for (Path file : found.filter(path -> path.toString().endsWith(".csv"))
                    .sorted()
                    .toList()) {
                String key = bucket.relativize(file).toString().replace('\\', '/');
                files.put(key, rows(file, key));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Row> rows(Path file, String key) throws IOException {
        // What is looked at of files in UTF-8 is ASCII, which is the same in both; a byte order mark is passed over.
        List<String> lines = new String(Files.readAllBytes(file), Charset.forName("GB18030"))
                .lines()
                .toList();
        List<String> header = fields(lines.get(0));
        int date = column(header, "Date of data", "数据年月").orElse(-1);
        int commodity = column(header, "Commodity code", "商品编码").orElseThrow();
        int partner = column(header, "Trading partner code", "贸易伙伴编码").orElseThrow();
        int quantity = column(header, "Quantity", "第一数量").orElseThrow();
        int value = column(header, "US dollar", "美元").orElseThrow();
        int regime = column(header, "Customs Regime code", "贸易方式编码").orElseThrow();
        int province = column(header, "Locations of importers and exporters code", "注册地编码")
                .orElseThrow();
        Matcher period = PERIOD.matcher(key);
        String declared = period.find() ? period.group(1) : "";
        List<Row> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> fields = fields(line);
            String month = date < 0
                    ? declared
                    : new StringBuilder(fields.get(date)).insert(4, '-').toString();
            rows.add(new Row(
                            fields.get(commodity),
                            YearMonth.parse(month),
                            fields.get(partner),
                            Long.parseLong(fields.get(quantity)),
                            Long.parseLong(fields.get(value).replace(",", "")))
                    .with(Map.of("regime", fields.get(regime), "province", fields.get(province))));
        }
        return rows;
    }

    private static List<String> fields(String line) {
        return FIELD.matcher(line).results().map(field -> field.group(1)).toList();
    }

    private static Optional<Integer> column(List<String> header, String english, String chinese) {
        return Stream.of(english, chinese)
                .map(header::indexOf)
                .filter(index -> index >= 0)
                .findFirst();
    }
}
