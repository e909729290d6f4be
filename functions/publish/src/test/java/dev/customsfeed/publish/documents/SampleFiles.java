package dev.customsfeed.publish.documents;

import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.QuotationContents;
import dev.customsfeed.ledger.Quoted;
import dev.customsfeed.ledger.Upload;
import dev.customsfeed.ledger.UploadHistory;
import dev.customsfeed.ledger.UploadLogEntry.Quotations;
import dev.customsfeed.ledger.UploadOrder;
import dev.customsfeed.ledger.WeightUnit;
import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.publish.figures.price.FeedPrices;
import dev.customsfeed.publish.figures.report.Feeds;
import dev.customsfeed.publish.figures.report.TradeFiles;
import dev.customsfeed.publish.figures.report.TradeFiles.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of the sample buckets, read by a few lines that share nothing with the function that reads them in earnest. */
public final class SampleFiles {

    private static final Pattern FIELD = Pattern.compile("\"([^\"]*)\",");
    private static final Pattern DECLARED = Pattern.compile("([a-z]+)=([^/]+)/");
    private static final Pattern PERIOD = Pattern.compile("period=(\\d{4}-\\d{2})/");

    private SampleFiles() {}

    /** All of magnesium, in the order of their keys. */
    public static TradeFiles all() {
        return of(Feeds.SAMPLE_BUCKET, Feeds.magnesium());
    }

    /** All of {@code bucket}, in the order of their keys. */
    static TradeFiles of(Path bucket, FeedDefinition definition) {
        TradeFiles files = new TradeFiles(definition);
        try {
            for (String key : keys(bucket, "incoming/gacc")) {
                files.put(key, rows(bucket.resolve(key), key));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> keys(Path bucket, String folder) throws IOException {
        try (Stream<Path> found = Files.walk(bucket.resolve(folder))) {
            return found.filter(path -> path.toString().endsWith(".csv"))
                    .map(file -> bucket.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    /** What counts of all prices and rates of {@code bucket}. */
    static FeedPrices prices(Path bucket, FeedDefinition definition) {
        Instant then = Instant.parse("2026-01-20T00:00:00Z");
        Map<Quotations, NavigableMap<LocalDate, BigDecimal>> observations = new HashMap<>();
        try {
            List<String> keys = new ArrayList<>(keys(bucket, "incoming/price"));
            keys.addAll(keys(bucket, "incoming/rate"));
            for (String key : keys) {
                NavigableMap<LocalDate, BigDecimal> days = quotations(bucket.resolve(key));
                SortedMap<YearMonth, String> months = new TreeMap<>();
                days.keySet().forEach(day -> months.put(YearMonth.from(day), key));
                observations.put(
                        new Quotations(
                                new Upload(new ObjectVersion("b", key, "v"), new UploadOrder(then, key, then)),
                                new QuotationContents(quoted(declared(key)), days.size(), months, "00")),
                        days);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return FeedPrices.of(definition, UploadHistory.of(List.copyOf(observations.keySet())), observations::get);
    }

    /** The middle of the columns behind the day: of one, or of low and high. */
    private static NavigableMap<LocalDate, BigDecimal> quotations(Path file) throws IOException {
        NavigableMap<LocalDate, BigDecimal> days = new TreeMap<>();
        for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
            String[] fields = line.split(",", -1);
            BigDecimal first = new BigDecimal(fields[1]);
            BigDecimal last = new BigDecimal(fields[fields.length - 1]);
            days.put(LocalDate.parse(fields[0]), first.add(last).divide(BigDecimal.valueOf(2)));
        }
        return days;
    }

    private static Map<String, String> declared(String key) {
        Map<String, String> declared = new HashMap<>();
        DECLARED.matcher(key).results().forEach(one -> declared.put(one.group(1), one.group(2)));
        return declared;
    }

    private static Quoted quoted(Map<String, String> declared) {
        String pair = declared.getOrDefault("pair", "");
        return pair.isEmpty()
                ? new Quoted.Price(
                        declared.getOrDefault("id", ""),
                        declared.getOrDefault("currency", ""),
                        WeightUnit.of(declared.getOrDefault("unit", "")).orElseThrow(),
                        new BigDecimal(declared.getOrDefault("tax", "")),
                        Optional.ofNullable(declared.get("basis")),
                        Quoted.License.of(declared.getOrDefault("license", "private"))
                                .orElseThrow())
                : new Quoted.Rate(pair.substring(0, 3), pair.substring(3));
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
