package dev.customsfeed.ledger.tables;

import dev.customsfeed.ledger.UploadLogEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.enhanced.dynamodb.TableMetadata;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An entry with its place as two items of the table of months: itself, under the name that entries always had, and a copy under its
 * place, so that what is new in a log can be asked for.
 */
final class PlacedItems {

    private static final String PARTITION = "series";
    private static final String SORT = "entry";
    private static final String PLACE = "place";
    private static final String LOG = "log";

    /** The entry itself, {@code gacc/CN/export} and {@code upload/incoming/a.csv#v1}. */
    static final TableSchema<PlacedEntry> ENTRY = new Schema(PlacedItems::entryItem);

    /** Its copy, {@code gacc/CN/export#order} and {@code 000000000042}. */
    static final TableSchema<PlacedEntry> ORDER = new Schema(PlacedItems::orderItem);

    private PlacedItems() {}

    /** The partition of the copies of a log's entries. */
    static String order(String log) {
        return log + "#order";
    }

    /** The sort key of a copy: places compare as text does. */
    static String place(long place) {
        return String.format(Locale.ROOT, "%012d", place);
    }

    /** An entry as a line of JSON. */
    static String json(PlacedEntry placed) {
        return EnhancedDocument.fromAttributeValueMap(entryItem(placed)).toJson();
    }

    /** Reads what {@link #json} wrote. */
    static PlacedEntry read(String json) {
        return placed(EnhancedDocument.fromJson(json).toMap());
    }

    private static Map<String, AttributeValue> entryItem(PlacedEntry placed) {
        Map<String, AttributeValue> item = new HashMap<>(UploadLogItems.SCHEMA.itemToMap(placed.entry(), true));
        if (placed.place() != PlacedEntry.NONE) {
            item.put(PLACE, AttributeValue.fromN(Long.toString(placed.place())));
        }
        return item;
    }

    private static Map<String, AttributeValue> orderItem(PlacedEntry placed) {
        Map<String, AttributeValue> item = entryItem(placed);
        String log = placed.entry().log();
        item.put(LOG, AttributeValue.fromS(log));
        item.put(PARTITION, AttributeValue.fromS(order(log)));
        item.put(SORT, AttributeValue.fromS(place(placed.place())));
        return item;
    }

    private static PlacedEntry placed(Map<String, AttributeValue> item) {
        Map<String, AttributeValue> entry = new HashMap<>(item);
        AttributeValue log = entry.remove(LOG);
        if (log != null) {
            entry.put(PARTITION, log);
        }
        AttributeValue place = entry.remove(PLACE);
        return new PlacedEntry(
                place == null ? PlacedEntry.NONE : Long.parseLong(place.n()), UploadLogItems.SCHEMA.mapToItem(entry));
    }

    /** The schema of the entries, written under keys of its own. */
    private static final class Schema implements TableSchema<PlacedEntry> {

        private final TableSchema<UploadLogEntry> entries = UploadLogItems.SCHEMA;
        private final Function<PlacedEntry, Map<String, AttributeValue>> write;

        Schema(Function<PlacedEntry, Map<String, AttributeValue>> write) {
            this.write = write;
        }

        @Override
        public PlacedEntry mapToItem(Map<String, AttributeValue> item) {
            return placed(item);
        }

        @Override
        public Map<String, AttributeValue> itemToMap(PlacedEntry placed, boolean ignoreNulls) {
            return write.apply(placed);
        }

        @Override
        public Map<String, AttributeValue> itemToMap(PlacedEntry placed, Collection<String> attributes) {
            Map<String, AttributeValue> item = write.apply(placed);
            item.keySet().retainAll(attributes);
            return item;
        }

        @Override
        public AttributeValue attributeValue(PlacedEntry placed, String attribute) {
            return write.apply(placed).get(attribute);
        }

        @Override
        public TableMetadata tableMetadata() {
            return entries.tableMetadata();
        }

        @Override
        public EnhancedType<PlacedEntry> itemType() {
            return EnhancedType.of(PlacedEntry.class);
        }

        @Override
        public List<String> attributeNames() {
            List<String> names = new ArrayList<>(entries.attributeNames());
            names.addAll(List.of(PLACE, LOG));
            return names;
        }

        @Override
        public boolean isAbstract() {
            return false;
        }

        @Override
        public AttributeConverter<PlacedEntry> converterForAttribute(Object key) {
            throw new UnsupportedOperationException("an entry's attributes are converted all at once");
        }
    }
}
