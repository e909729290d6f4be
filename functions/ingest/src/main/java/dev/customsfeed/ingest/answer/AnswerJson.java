package dev.customsfeed.ingest.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.customsfeed.ledger.Totals;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers as JSON in UTF-8, members in the order in which they were put: what is the same gives the same bytes. */
final class AnswerJson {

    // Line ends are fixed: the platform's own would make the same answer differ from machine to machine.
    private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");

    private static final ObjectWriter JSON = JsonMapper.builder()
            .build()
            .writer(new DefaultPrettyPrinter().withObjectIndenter(INDENTER).withArrayIndenter(INDENTER));

    private AnswerJson() {}

    static byte[] bytes(Map<String, Object> answer) {
        try {
            return (JSON.writeValueAsString(answer) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("strings and numbers could not be written as JSON", e);
        }
    }

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
