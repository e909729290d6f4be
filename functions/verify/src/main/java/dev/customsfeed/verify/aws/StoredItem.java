package dev.customsfeed.verify.aws;

import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;

/**
 * An item of the table.
 *
 * @param partition what it is read by
 * @param entry tells it from others of the partition
 * @param rows compressed, where it has rows
 * @param text JSON, where it has none
 * @param expires when DynamoDB may delete it, in seconds since 1970
 */
record StoredItem(String partition, String entry, Optional<SdkBytes> rows, Optional<String> text, long expires) {

    static final TableSchema<StoredItem> SCHEMA = StaticImmutableTableSchema.builder(StoredItem.class, Draft.class)
            .newItemBuilder(Draft::new, Draft::build)
            .addAttribute(String.class, a -> a.name("partition")
                    .getter(StoredItem::partition)
                    .setter((draft, partition) -> draft.partition = partition)
                    .tags(StaticAttributeTags.primaryPartitionKey()))
            .addAttribute(String.class, a -> a.name("entry")
                    .getter(StoredItem::entry)
                    .setter((draft, entry) -> draft.entry = entry)
                    .tags(StaticAttributeTags.primarySortKey()))
            .addAttribute(SdkBytes.class, a -> a.name("rows")
                    .getter(item -> item.rows().orElse(null))
                    .setter((draft, rows) -> draft.rows = rows))
            .addAttribute(String.class, a -> a.name("text")
                    .getter(item -> item.text().orElse(null))
                    .setter((draft, text) -> draft.text = text))
            .addAttribute(Long.class, a -> a.name("expires")
                    .getter(StoredItem::expires)
                    .setter((draft, expires) -> draft.expires = expires))
            .build();

    /** What the table schema fills, attribute by attribute. */
    @NullUnmarked // An attribute that an item lacks stays null.
    static final class Draft {
        private String partition;
        private String entry;
        private SdkBytes rows;
        private String text;
        private Long expires;

        private StoredItem build() {
            return new StoredItem(partition, entry, Optional.ofNullable(rows), Optional.ofNullable(text), expires);
        }
    }
}
