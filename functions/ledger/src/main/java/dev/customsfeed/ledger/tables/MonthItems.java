package dev.customsfeed.ledger.tables;

import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.primaryPartitionKey;
import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.primarySortKey;

import dev.customsfeed.ledger.MonthFigures;
import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.Series;
import dev.customsfeed.ledger.Totals;
import dev.customsfeed.ledger.UploadOrder;
import java.time.Instant;
import java.time.YearMonth;
import java.util.SortedMap;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;

/** One commodity's month of one file as an item of the table of months. */
final class MonthItems {

    static final TableSchema<MonthFigures> SCHEMA = StaticImmutableTableSchema.builder(MonthFigures.class, Draft.class)
            .newItemBuilder(Draft::new, Draft::build)
            .addAttribute(String.class, a -> a.name("series")
                    .getter(month -> month.series().key())
                    .setter((draft, series) -> draft.series = Series.parse(series))
                    .tags(primaryPartitionKey()))
            .addAttribute(String.class, a -> a.name("entry")
                    .getter(MonthItems::entry)
                    .setter((draft, entry) -> draft.period = YearMonth.parse(entry.substring(0, entry.indexOf('#'))))
                    .tags(primarySortKey()))
            .addAttribute(String.class, a -> a.name("bucket")
                    .getter(month -> month.file().bucket())
                    .setter((draft, bucket) -> draft.bucket = bucket))
            .addAttribute(
                    String.class,
                    a -> a.name("key").getter(month -> month.file().key()).setter((draft, key) -> draft.key = key))
            .addAttribute(String.class, a -> a.name("version")
                    .getter(month -> month.file().versionId())
                    .setter((draft, version) -> draft.version = version))
            .addAttribute(Instant.class, a -> a.name("lastModified")
                    .getter(month -> month.order().lastModified())
                    .setter((draft, lastModified) -> draft.lastModified = lastModified))
            .addAttribute(String.class, a -> a.name("sequencer")
                    .getter(month -> month.order().sequencer())
                    .setter((draft, sequencer) -> draft.sequencer = sequencer))
            .addAttribute(Instant.class, a -> a.name("announcedAt")
                    .getter(month -> month.order().announcedAt())
                    .setter((draft, announcedAt) -> draft.announcedAt = announcedAt))
            .addAttribute(Long.class, a -> a.name("rows")
                    .getter(month -> month.totals().rows())
                    .setter((draft, rows) -> draft.rows = rows))
            .addAttribute(Long.class, a -> a.name("reportedNetWeightKg")
                    .getter(month -> month.totals().reportedNetWeightKg())
                    .setter((draft, netWeightKg) -> draft.netWeightKg = netWeightKg))
            .addAttribute(Long.class, a -> a.name("rowsWithoutNetWeight")
                    .getter(month -> month.totals().rowsWithoutNetWeight())
                    .setter((draft, rows) -> draft.rowsWithoutNetWeight = rows))
            .addAttribute(Long.class, a -> a.name("value")
                    .getter(month -> month.totals().value())
                    .setter((draft, value) -> draft.value = value))
            .addAttribute(StoredTypes.TOTALS_BY_CODE, a -> a.name("partners")
                    .getter(MonthFigures::partners)
                    .setter((draft, partners) -> draft.partners = partners)
                    .attributeConverter(new StoredTypes.TotalsByCode()))
            .addAttribute(StoredTypes.TOTALS_BY_CODE, a -> a.name("regimes")
                    .getter(MonthFigures::regimes)
                    .setter((draft, regimes) -> draft.regimes = regimes)
                    .attributeConverter(new StoredTypes.TotalsByCode()))
            .addAttribute(StoredTypes.TOTALS_BY_CODE, a -> a.name("provinces")
                    .getter(MonthFigures::provinces)
                    .setter((draft, provinces) -> draft.provinces = provinces)
                    .attributeConverter(new StoredTypes.TotalsByCode()))
            .build();

    private MonthItems() {}

    /** Sorts a series by month, then by upload: {@code 2025-12#2026-01-18T03:04:05Z#incoming/...csv#<version>}. */
    static String entry(MonthFigures month) {
        return month.period()
                + "#" + month.order().lastModified()
                + "#" + month.file().key()
                + "#" + month.file().versionId();
    }

    /** Sorts before all {@link #entry entries} of a month, and after those of the one before. */
    static String begin(YearMonth period) {
        return period + "#";
    }

    /** Sorts after all {@link #entry entries} of a month, and before those of the next: it ends with the sign after '#'. */
    static String end(YearMonth period) {
        return period + "$";
    }

    /** What the table schema fills, attribute by attribute. */
    static final class Draft {
        private Series series;
        private YearMonth period;
        private String bucket;
        private String key;
        private String version;
        private Instant lastModified;
        private String sequencer;
        private Instant announcedAt;
        private long rows;
        private long netWeightKg;
        private long rowsWithoutNetWeight;
        private long value;
        private SortedMap<String, Totals> partners;
        private SortedMap<String, Totals> regimes;
        private SortedMap<String, Totals> provinces;

        private MonthFigures build() {
            return new MonthFigures(
                    series,
                    period,
                    new ObjectVersion(bucket, key, version),
                    new UploadOrder(lastModified, key, sequencer, announcedAt, version),
                    new Totals(rows, netWeightKg, rowsWithoutNetWeight, value),
                    partners,
                    regimes,
                    provinces);
        }
    }
}
