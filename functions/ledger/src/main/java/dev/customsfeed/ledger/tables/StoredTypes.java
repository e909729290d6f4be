package dev.customsfeed.ledger.tables;

import dev.customsfeed.ledger.Decimal;
import dev.customsfeed.ledger.Totals;
import java.util.ArrayList;
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
    static final EnhancedType<SortedMap<String, SortedMap<String, Totals>>> TOTALS_BY_DIMENSION =
            new EnhancedType<>() {};
    static final EnhancedType<List<String>> TEXTS = EnhancedType.listOf(String.class);
    static final EnhancedType<Map<String, String>> TEXT_BY_NAME = EnhancedType.mapOf(String.class, String.class);
    static final EnhancedType<Map<String, List<String>>> TEXTS_BY_NAME =
            EnhancedType.mapOf(EnhancedType.of(String.class), TEXTS);

    /** Thousandths as decimal numbers: 315286125 as {@code 315286.125}. */
    static final AttributeConverter<Long> THOUSANDTHS = new Thousandths();

    private StoredTypes() {}

    /** Zero as nothing, which is not written. */
    static Long unlessZero(long number) {
        return number == 0 ? null : number;
    }

    private static final class Thousandths implements AttributeConverter<Long> {

        @Override
        public AttributeValue transformFrom(Long thousandths) {
            return number(Decimal.text(thousandths));
        }

        @Override
        public Long transformTo(AttributeValue stored) {
            return Decimal.thousandths(stored.n());
        }

        @Override
        public EnhancedType<Long> type() {
            return EnhancedType.of(Long.class);
        }

        @Override
        public AttributeValueType attributeValueType() {
            return AttributeValueType.N;
        }
    }

    private static AttributeValue number(String number) {
        return AttributeValue.fromN(number);
    }

    /**
     * Totals by code as a map of lists: {@code {"111": [net weight, value, rows, rows without net weight, estimated net weight]}};
     * the last two are left out where they are zero, which they nearly always are.
     */
    static final class TotalsByCode implements AttributeConverter<SortedMap<String, Totals>> {

        @Override
        public AttributeValue transformFrom(SortedMap<String, Totals> totals) {
            return AttributeValue.fromM(totals.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> list(entry.getValue()))));
        }

        private static AttributeValue list(Totals totals) {
            List<AttributeValue> numbers = new ArrayList<>(5);
            numbers.add(number(Decimal.text(totals.reportedNetWeightGrams())));
            numbers.add(number(Decimal.text(totals.valueThousandths())));
            numbers.add(number(Long.toString(totals.rows())));
            if (totals.rowsWithoutNetWeight() != 0 || totals.estimatedNetWeightGrams() != 0) {
                numbers.add(number(Long.toString(totals.rowsWithoutNetWeight())));
            }
            if (totals.estimatedNetWeightGrams() != 0) {
                numbers.add(number(Decimal.text(totals.estimatedNetWeightGrams())));
            }
            return AttributeValue.fromL(numbers);
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
                                Decimal.thousandths(numbers.get(0).n()),
                                numbers.size() > 3
                                        ? Long.parseLong(numbers.get(3).n())
                                        : 0,
                                numbers.size() > 4
                                        ? Decimal.thousandths(numbers.get(4).n())
                                        : 0,
                                Decimal.thousandths(numbers.get(1).n())));
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

    /** Totals by dimension and code as a map of what {@link TotalsByCode} writes. */
    static final class TotalsByDimension implements AttributeConverter<SortedMap<String, SortedMap<String, Totals>>> {

        private static final TotalsByCode TOTALS = new TotalsByCode();

        @Override
        public AttributeValue transformFrom(SortedMap<String, SortedMap<String, Totals>> splits) {
            return AttributeValue.fromM(splits.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> TOTALS.transformFrom(entry.getValue()))));
        }

        @Override
        public SortedMap<String, SortedMap<String, Totals>> transformTo(AttributeValue stored) {
            SortedMap<String, SortedMap<String, Totals>> splits = new TreeMap<>();
            stored.m().forEach((dimension, totals) -> splits.put(dimension, TOTALS.transformTo(totals)));
            return splits;
        }

        @Override
        public EnhancedType<SortedMap<String, SortedMap<String, Totals>>> type() {
            return TOTALS_BY_DIMENSION;
        }

        @Override
        public AttributeValueType attributeValueType() {
            return AttributeValueType.M;
        }
    }
}
