package dev.customsfeed.ingest.answer;

import dev.customsfeed.ledger.Totals;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What answers have in common, as members of JSON. */
final class AnswerJson {

    private AnswerJson() {}

    /** {@code {"rows", "netWeightKg", "rowsWithoutNetWeight", "value"}}; the net weight is null where it is not known. */
    static Map<String, Object> totals(Totals totals) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rows", totals.rows());
        json.put("netWeightKg", totals.netWeightGrams().isPresent() ? decimal(totals.reportedNetWeightGrams()) : null);
        json.put("rowsWithoutNetWeight", totals.rowsWithoutNetWeight());
        json.put("value", decimal(totals.valueThousandths()));
        return json;
    }

    /** Thousandths as a number without zeros that say nothing. */
    static BigDecimal decimal(long thousandths) {
        BigDecimal exact = BigDecimal.valueOf(thousandths, 3).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }

    static List<String> texts(Collection<?> some) {
        return some.stream().map(Object::toString).toList();
    }
}
