package dev.customsfeed.ledger.tables;

import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.primaryPartitionKey;
import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.primarySortKey;

import dev.customsfeed.ledger.CustomsRecord;
import dev.customsfeed.ledger.MonthFigures;
import dev.customsfeed.ledger.Part;
import dev.customsfeed.ledger.Series;
import dev.customsfeed.ledger.Totals;
import dev.customsfeed.ledger.Valuation;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;

/** One commodity's month of one file as an item of the table of months. */
final class MonthItems {

    static final TableSchema<MonthFigures> SCHEMA = UploadItems.add(
                    StaticImmutableTableSchema.builder(MonthFigures.class, Draft.class), MonthFigures::upload)
            .newItemBuilder(Draft::new, Draft::build)
            .addAttribute(String.class, a -> a.name("series")
                    .getter(month -> month.series().key())
                    .setter((draft, series) -> draft.series = Series.parse(series))
                    .tags(primaryPartitionKey()))
            .addAttribute(String.class, a -> a.name("entry")
                    .getter(MonthItems::entry)
                    .setter((draft, entry) -> draft.period = YearMonth.parse(entry.substring(0, entry.indexOf('#'))))
                    .tags(primarySortKey()))
            .addAttribute(Long.class, a -> a.name("rows")
                    .getter(month -> month.totals().rows())
                    .setter((draft, rows) -> draft.rows = rows))
            .addAttribute(Long.class, a -> a.name("reportedNetWeightKg")
                    .getter(month -> month.totals().reportedNetWeightGrams())
                    .setter((draft, grams) -> draft.netWeightGrams = grams)
                    .attributeConverter(StoredTypes.THOUSANDTHS))
            .addAttribute(Long.class, a -> a.name("rowsWithoutNetWeight")
                    .getter(month -> month.totals().rowsWithoutNetWeight())
                    .setter((draft, rows) -> draft.rowsWithoutNetWeight = rows))
            .addAttribute(Long.class, a -> a.name("value")
                    .getter(month -> month.totals().valueThousandths())
                    .setter((draft, value) -> draft.valueThousandths = value)
                    .attributeConverter(StoredTypes.THOUSANDTHS))
            .addAttribute(Long.class, a -> a.name("estimatedNetWeightKg")
                    .getter(month -> StoredTypes.unlessZero(month.totals().estimatedNetWeightGrams()))
                    .setter((draft, grams) -> draft.estimatedGrams = grams)
                    .attributeConverter(StoredTypes.THOUSANDTHS))
            .addAttribute(String.class, a -> a.name("part")
                    .getter(month -> month.part().map(Part::id).orElse(null))
                    .setter((draft, part) -> draft.part = Part.parse(part)))
            .addAttribute(StoredTypes.TOTALS_BY_CODE, a -> a.name("partners")
                    .getter(MonthFigures::partners)
                    .setter((draft, partners) -> draft.partners = partners)
                    .attributeConverter(new StoredTypes.TotalsByCode()))
            .addAttribute(StoredTypes.TOTALS_BY_CODE, a -> a.name("regimes")
                    .getter(month -> split(month, CustomsRecord.REGIME))
                    .setter((draft, regimes) -> draft.split(CustomsRecord.REGIME, regimes))
                    .attributeConverter(new StoredTypes.TotalsByCode()))
            .addAttribute(StoredTypes.TOTALS_BY_CODE, a -> a.name("provinces")
                    .getter(month -> split(month, CustomsRecord.PROVINCE))
                    .setter((draft, provinces) -> draft.split(CustomsRecord.PROVINCE, provinces))
                    .attributeConverter(new StoredTypes.TotalsByCode()))
            .addAttribute(StoredTypes.TOTALS_BY_DIMENSION, a -> a.name("splits")
                    .getter(MonthItems::otherSplits)
                    .setter((draft, splits) -> splits.forEach(draft::split))
                    .attributeConverter(new StoredTypes.TotalsByDimension()))
            .addAttribute(StoredTypes.TEXTS, a -> a.name("valuations")
                    .getter(month -> month.valuations().isEmpty()
                            ? null
                            : month.valuations().stream().map(Valuation::id).toList())
                    .setter((draft, valuations) -> valuations.forEach(
                            id -> draft.valuations.add(Valuation.of(id).orElseThrow()))))
            .addAttribute(StoredTypes.TEXTS, a -> a.name("rowKeys")
                    .getter(month -> month.rowKeys().isEmpty() ? null : List.copyOf(month.rowKeys()))
                    .setter((draft, keys) -> draft.rowKeys.addAll(keys)))
            .build();

    private MonthItems() {}

    private static SortedMap<String, Totals> split(MonthFigures month, String dimension) {
        return month.splits().getOrDefault(dimension, Collections.emptySortedMap());
    }

    private static SortedMap<String, SortedMap<String, Totals>> otherSplits(MonthFigures month) {
        SortedMap<String, SortedMap<String, Totals>> others = new TreeMap<>(month.splits());
        others.remove(CustomsRecord.REGIME);
        others.remove(CustomsRecord.PROVINCE);
        return others.isEmpty() ? null : others;
    }

    /**
     * Sorts a series by month, then by upload, then by part: {@code 2025-12#2026-01-18T03:04:05Z#incoming/...csv#<version>}, of a part
     * with {@code #partner=116} behind it.
     */
    static String entry(MonthFigures month) {
        return month.period()
                + "#" + month.upload().order().lastModified()
                + "#" + month.upload().object().key()
                + "#" + month.upload().object().versionId()
                + month.part().map(part -> "#" + part.id()).orElse("");
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
    static final class Draft extends UploadItems.Draft {
        private Series series;
        private YearMonth period;
        private long rows;
        private Long netWeightGrams;
        private long rowsWithoutNetWeight;
        private Long estimatedGrams = 0L;
        private Long valueThousandths;
        private Part part;
        private SortedMap<String, Totals> partners;
        private final SortedMap<String, SortedMap<String, Totals>> splits = new TreeMap<>();
        private final SortedSet<Valuation> valuations = new TreeSet<>();
        private final SortedSet<String> rowKeys = new TreeSet<>();

        private void split(String dimension, SortedMap<String, Totals> totals) {
            if (!totals.isEmpty()) {
                splits.put(dimension, totals);
            }
        }

        private MonthFigures build() {
            return new MonthFigures(
                    series,
                    period,
                    upload(),
                    Optional.ofNullable(part),
                    new Totals(rows, netWeightGrams, rowsWithoutNetWeight, estimatedGrams, valueThousandths),
                    partners,
                    splits,
                    valuations,
                    rowKeys);
        }
    }
}
