package dev.customsfeed.ledger.tables;

import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.primaryPartitionKey;
import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.primarySortKey;

import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.QuotationContents;
import dev.customsfeed.ledger.Quoted;
import dev.customsfeed.ledger.Quoted.License;
import dev.customsfeed.ledger.WeightUnit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;

/** Prices and rates as items of the table of months: the observations of a file, and what its entry in the log says of it. */
final class QuotationItems {

    static final TableSchema<StoredQuotations> SCHEMA = StaticImmutableTableSchema.builder(
                    StoredQuotations.class, Draft.class)
            .newItemBuilder(Draft::new, Draft::build)
            .addAttribute(String.class, a -> a.name("series")
                    .getter(StoredQuotations::name)
                    .setter((draft, name) -> draft.name = name)
                    .tags(primaryPartitionKey()))
            .addAttribute(String.class, a -> a.name("entry")
                    .getter(file -> entry(file.object()))
                    .setter((draft, entry) -> {})
                    .tags(primarySortKey()))
            .addAttribute(String.class, a -> a.name("bucket")
                    .getter(file -> file.object().bucket())
                    .setter((draft, bucket) -> draft.bucket = bucket))
            .addAttribute(
                    String.class,
                    a -> a.name("key").getter(file -> file.object().key()).setter((draft, key) -> draft.key = key))
            .addAttribute(String.class, a -> a.name("version")
                    .getter(file -> file.object().versionId())
                    .setter((draft, version) -> draft.version = version))
            .addAttribute(String.class, a -> a.name("observations")
                    .getter(file -> text(file.observations()))
                    .setter((draft, observations) -> draft.observations = observations))
            .build();

    private QuotationItems() {}

    /** The sort key of a file's observations. */
    static String entry(ObjectVersion object) {
        return UploadLogItems.prefix(object.object()) + object.versionId();
    }

    /** A line a day, as in {@code 2025-12-01 15820}: a list of items would take three times as much. */
    private static String text(SortedMap<LocalDate, BigDecimal> observations) {
        return observations.entrySet().stream()
                .map(day -> day.getKey() + " " + day.getValue().toPlainString())
                .collect(Collectors.joining("\n"));
    }

    /** As {@code {"price": ["mg-ingot"], "currency": ["CNY"], ..., "months": ["2025-12 0f1e2d3c4b5a6978"]}}. */
    static Map<String, List<String>> texts(QuotationContents contents) {
        Map<String, List<String>> texts = new TreeMap<>();
        if (contents.quoted() instanceof Quoted.Price price) {
            texts.put("price", List.of(price.id()));
            texts.put("currency", List.of(price.currency()));
            texts.put("unit", List.of(price.unit().id()));
            texts.put("taxPct", List.of(price.taxPct().toPlainString()));
            price.basis().ifPresent(basis -> texts.put("basis", List.of(basis)));
            texts.put("license", List.of(price.license().id()));
        } else if (contents.quoted() instanceof Quoted.Rate rate) {
            texts.put("rate", List.of(rate.base(), rate.counter()));
        }
        texts.put("observations", List.of(Integer.toString(contents.observations())));
        texts.put(
                "months",
                contents.months().entrySet().stream()
                        .map(month -> month.getKey() + " " + month.getValue())
                        .toList());
        return texts;
    }

    /** Reads what {@link #texts} gave. */
    static QuotationContents contents(Map<String, List<String>> texts, String sha256) {
        SortedMap<YearMonth, String> months = new TreeMap<>();
        texts.get("months").forEach(month -> {
            int space = month.indexOf(' ');
            months.put(YearMonth.parse(month.substring(0, space)), month.substring(space + 1));
        });
        return new QuotationContents(
                quoted(texts), Integer.parseInt(texts.get("observations").get(0)), months, sha256);
    }

    private static Quoted quoted(Map<String, List<String>> texts) {
        if (texts.containsKey("rate")) {
            return new Quoted.Rate(texts.get("rate").get(0), texts.get("rate").get(1));
        }
        return new Quoted.Price(
                texts.get("price").get(0),
                texts.get("currency").get(0),
                WeightUnit.of(texts.get("unit").get(0)).orElseThrow(),
                new BigDecimal(texts.get("taxPct").get(0)),
                Optional.ofNullable(texts.get("basis")).map(basis -> basis.get(0)),
                License.of(texts.get("license").get(0)).orElseThrow());
    }

    /** What the table schema fills, attribute by attribute. */
    static final class Draft {
        private String name;
        private String bucket;
        private String key;
        private String version;
        private String observations;

        private StoredQuotations build() {
            NavigableMap<LocalDate, BigDecimal> byDay = new TreeMap<>();
            observations.lines().forEach(line -> {
                int space = line.indexOf(' ');
                byDay.put(LocalDate.parse(line.substring(0, space)), new BigDecimal(line.substring(space + 1)));
            });
            return new StoredQuotations(name, new ObjectVersion(bucket, key, version), byDay);
        }
    }
}
