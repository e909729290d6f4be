package dev.customsfeed.ledger.tables;

import dev.customsfeed.ledger.Totals;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How the domain's own types are written as DynamoDB attributes. */
final class StoredTypes {

    static final EnhancedType<SortedMap<String, Totals>> TOTALS_BY_CODE = new EnhancedType<>() {};

    private StoredTypes() {}

    /**
     * Totals by code as a map of lists: {@code {"111": [net weight, value, rows, rows without net weight]}}; the last is left
     * out where it is zero, which it nearly always is.
     */
    static final class TotalsByCode implements AttributeConverter<SortedMap<String, Totals>> {

        @Override
        public AttributeValue transformFrom(SortedMap<String, Totals> totals) {
            return AttributeValue.fromM(totals.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> list(entry.getValue()))));
        }

        private static AttributeValue list(Totals totals) {
            AttributeValue weight = number(totals.reportedNetWeightKg());
            AttributeValue value = number(totals.value());
            AttributeValue rows = number(totals.rows());
            return AttributeValue.fromL(
                    totals.rowsWithoutNetWeight() == 0
                            ? List.of(weight, value, rows)
                            : List.of(weight, value, rows, number(totals.rowsWithoutNetWeight())));
        }

        private static AttributeValue number(long number) {
            return AttributeValue.fromN(Long.toString(number));
        }

        @Override
        public SortedMap<String, Totals> transformTo(AttributeValue stored) {
            SortedMap<String, Totals> totals = new TreeMap<>();
            stored.m().forEach((code, value) -> {
                List<AttributeValue> numbers = value.l();
                totals.put(
                        code,
                        new Totals(
                                Long.parseLong(numbers.get(2).n()),
                                Long.parseLong(numbers.get(0).n()),
                                numbers.size() > 3
                                        ? Long.parseLong(numbers.get(3).n())
                                        : 0,
                                Long.parseLong(numbers.get(1).n())));
            });
            return totals;
        }

        @Override
        public EnhancedType<SortedMap<String, Totals>> type() {
            return TOTALS_BY_CODE;
        }

        @Override
        public AttributeValueType attributeValueType() {
            return AttributeValueType.M;
        }
    }
}
