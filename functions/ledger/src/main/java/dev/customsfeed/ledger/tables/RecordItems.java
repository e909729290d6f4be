package dev.customsfeed.ledger.tables;

import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.primaryPartitionKey;
import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.primarySortKey;

import dev.customsfeed.ledger.CustomsRecord;
import dev.customsfeed.ledger.Quantity;
import dev.customsfeed.ledger.Series;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalLong;
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
                    .getter(item -> item.row().regime().orElse(null))
                    .setter((draft, regime) -> draft.regime = regime))
            .addAttribute(String.class, a -> a.name("province")
                    .getter(item -> item.row().province().orElse(null))
                    .setter((draft, province) -> draft.province = province))
            .addAttribute(Long.class, a -> a.name("quantity")
                    .getter(item -> item.row().quantity().map(Quantity::amount).orElse(null))
                    .setter((draft, quantity) -> draft.quantity = quantity))
            .addAttribute(String.class, a -> a.name("unit")
                    .getter(item -> item.row().quantity().map(Quantity::unit).orElse(null))
                    .setter((draft, unit) -> draft.unit = unit))
            .addAttribute(Long.class, a -> a.name("supplementaryQuantity")
                    .getter(item -> item.row()
                            .supplementaryQuantity()
                            .map(Quantity::amount)
                            .orElse(null))
                    .setter((draft, quantity) -> draft.supplementaryQuantity = quantity))
            .addAttribute(String.class, a -> a.name("supplementaryUnit")
                    .getter(item -> item.row()
                            .supplementaryQuantity()
                            .map(Quantity::unit)
                            .orElse(null))
                    .setter((draft, unit) -> draft.supplementaryUnit = unit))
            .addAttribute(Long.class, a -> a.name("netWeightKg")
                    .getter(item -> item.row().netWeightKg().isPresent()
                            ? item.row().netWeightKg().getAsLong()
                            : null)
                    .setter((draft, netWeightKg) -> draft.netWeightKg = netWeightKg))
            .addAttribute(Long.class, a -> a.name("value")
                    .getter(item -> item.row().value())
                    .setter((draft, value) -> draft.value = value))
            .build();

    private RecordItems() {}

    /** What the table schema fills, attribute by attribute. */
    static final class Draft {
        private Series series;
        private YearMonth period;
        private String version;
        private long line;
        private String partner;
        private String regime;
        private String province;
        private Long quantity;
        private String unit;
        private Long supplementaryQuantity;
        private String supplementaryUnit;
        private Long netWeightKg;
        private long value;

        private StoredRecord build() {
            return new StoredRecord(
                    version,
                    new CustomsRecord(
                            series,
                            period,
                            line,
                            partner,
                            Optional.ofNullable(regime),
                            Optional.ofNullable(province),
                            quantity(quantity, unit),
                            quantity(supplementaryQuantity, supplementaryUnit),
                            netWeightKg == null ? OptionalLong.empty() : OptionalLong.of(netWeightKg),
                            value));
        }

        private static Optional<Quantity> quantity(Long amount, String unit) {
            return amount == null ? Optional.empty() : Optional.of(new Quantity(amount, unit));
        }
    }
}
