package dev.customsfeed.ledger.tables;

import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.primaryPartitionKey;
import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.primarySortKey;

import dev.customsfeed.ledger.CustomsRecord;
import dev.customsfeed.ledger.Quantity;
import dev.customsfeed.ledger.Series;
import dev.customsfeed.ledger.Valuation;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;

/** One row of a customs file as an item of the table of records. */
final class RecordItems {

    static final TableSchema<StoredRecord> SCHEMA = StaticImmutableTableSchema.builder(StoredRecord.class, Draft.class)
            .newItemBuilder(Draft::new, Draft::build)
            .addAttribute(String.class, a -> a.name("month")
                    .getter(StoredRecord::month)
                    .setter((draft, month) -> {
                        int slash = month.lastIndexOf('/');
                        draft.series = Series.parse(month.substring(0, slash));
                        draft.period = YearMonth.parse(month.substring(slash + 1));
                    })
                    .tags(primaryPartitionKey()))
            .addAttribute(String.class, a -> a.name("line")
                    .getter(StoredRecord::entry)
                    .setter((draft, entry) -> {
                        int hash = entry.lastIndexOf('#');
                        draft.version = entry.substring(0, hash);
                        draft.line = Long.parseLong(entry.substring(hash + 1));
                    })
                    .tags(primarySortKey()))
            .addAttribute(String.class, a -> a.name("partner")
                    .getter(item -> item.row().partner())
                    .setter((draft, partner) -> draft.partner = partner))
            .addAttribute(String.class, a -> a.name("regime")
                    .getter(item -> item.row().dimensions().get(CustomsRecord.REGIME))
                    .setter((draft, regime) -> draft.dimensions.put(CustomsRecord.REGIME, regime)))
            .addAttribute(String.class, a -> a.name("province")
                    .getter(item -> item.row().dimensions().get(CustomsRecord.PROVINCE))
                    .setter((draft, province) -> draft.dimensions.put(CustomsRecord.PROVINCE, province)))
            .addAttribute(StoredTypes.TEXT_BY_NAME, a -> a.name("dimensions")
                    .getter(item -> otherDimensions(item.row()))
                    .setter((draft, dimensions) -> draft.dimensions.putAll(dimensions)))
            .addAttribute(Long.class, a -> a.name("quantity")
                    .getter(item ->
                            item.row().quantity().map(Quantity::thousandths).orElse(null))
                    .setter((draft, quantity) -> draft.quantity = quantity)
                    .attributeConverter(StoredTypes.THOUSANDTHS))
            .addAttribute(String.class, a -> a.name("unit")
                    .getter(item -> item.row().quantity().map(Quantity::unit).orElse(null))
                    .setter((draft, unit) -> draft.unit = unit))
            .addAttribute(Long.class, a -> a.name("supplementaryQuantity")
                    .getter(item -> item.row()
                            .supplementaryQuantity()
                            .map(Quantity::thousandths)
                            .orElse(null))
                    .setter((draft, quantity) -> draft.supplementaryQuantity = quantity)
                    .attributeConverter(StoredTypes.THOUSANDTHS))
            .addAttribute(String.class, a -> a.name("supplementaryUnit")
                    .getter(item -> item.row()
                            .supplementaryQuantity()
                            .map(Quantity::unit)
                            .orElse(null))
                    .setter((draft, unit) -> draft.supplementaryUnit = unit))
            .addAttribute(Long.class, a -> a.name("netWeightKg")
                    .getter(item -> item.row().netWeightGrams().isPresent()
                            ? item.row().netWeightGrams().getAsLong()
                            : null)
                    .setter((draft, grams) -> draft.netWeightGrams = grams)
                    .attributeConverter(StoredTypes.THOUSANDTHS))
            .addAttribute(Boolean.class, a -> a.name("netWeightEstimated")
                    .getter(item -> item.row().netWeightEstimated() ? true : null)
                    .setter((draft, estimated) -> draft.netWeightEstimated = estimated))
            .addAttribute(Long.class, a -> a.name("value")
                    .getter(item -> item.row().valueThousandths())
                    .setter((draft, value) -> draft.valueThousandths = value)
                    .attributeConverter(StoredTypes.THOUSANDTHS))
            .addAttribute(String.class, a -> a.name("valuation")
                    .getter(item -> item.row().valuation().map(Valuation::id).orElse(null))
                    .setter((draft, valuation) -> draft.valuation = valuation))
            .build();

    private RecordItems() {}

    private static Map<String, String> otherDimensions(CustomsRecord row) {
        Map<String, String> others = new TreeMap<>(row.dimensions());
        others.remove(CustomsRecord.REGIME);
        others.remove(CustomsRecord.PROVINCE);
        return others.isEmpty() ? null : others;
    }

    /** What the table schema fills, attribute by attribute. */
    static final class Draft {
        private Series series;
        private YearMonth period;
        private String version;
        private long line;
        private String partner;
        private final SortedMap<String, String> dimensions = new TreeMap<>();
        private Long quantity;
        private String unit;
        private Long supplementaryQuantity;
        private String supplementaryUnit;
        private Long netWeightGrams;
        private boolean netWeightEstimated;
        private Long valueThousandths;
        private String valuation;

        private StoredRecord build() {
            return new StoredRecord(
                    version,
                    new CustomsRecord(
                            series,
                            period,
                            line,
                            partner,
                            dimensions,
                            quantity(quantity, unit),
                            quantity(supplementaryQuantity, supplementaryUnit),
                            netWeightGrams == null ? OptionalLong.empty() : OptionalLong.of(netWeightGrams),
                            netWeightEstimated,
                            valueThousandths,
                            Optional.ofNullable(valuation).flatMap(Valuation::of)));
        }

        private static Optional<Quantity> quantity(Long thousandths, String unit) {
            return thousandths == null ? Optional.empty() : Optional.of(new Quantity(thousandths, unit));
        }
    }
}
