package dev.customsfeed.publish.documents.page;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.customsfeed.ledger.Totals;
import dev.customsfeed.publish.documents.json.FigureJson;
import dev.customsfeed.publish.figures.trade.Amount;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;

/** Writes lists of figures that have an entry for each of the feed's months, or of other things, null where it is not known. */
final class MonthLists {

    private final JsonGenerator json;
    private final FigureJson write;

    MonthLists(JsonGenerator json) {
        this.json = json;
        this.write = new FigureJson(json);
    }

    /** Net weight, value and unit value of each month; no unit value where {@code unpriced} says so. */
    void amounts(List<Optional<Totals>> months, List<Boolean> unpriced) throws IOException {
        List<Amount> amounts = new ArrayList<>(months.size());
        for (Optional<Totals> month : months) {
            amounts.add(Amount.of(month));
        }
        json.writeArrayFieldStart("netWeightKg");
        for (Amount amount : amounts) {
            whole(amount.netWeightKg());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("value");
        for (Amount amount : amounts) {
            whole(amount.value());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("unitValuePerTonne");
        for (int at = 0; at < amounts.size(); at++) {
            whole(unpriced.get(at) ? OptionalLong.empty() : amounts.get(at).unitValuePerTonne());
        }
        json.writeEndArray();
    }

    private void whole(OptionalLong number) throws IOException {
        if (number.isPresent()) {
            json.writeNumber(number.getAsLong());
        } else {
            json.writeNull();
        }
    }

    /** A whole number for each. */
    void wholes(String field, Stream<OptionalLong> numbers) throws IOException {
        json.writeArrayFieldStart(field);
        for (OptionalLong number : numbers.toList()) {
            whole(number);
        }
        json.writeEndArray();
    }

    /** A percentage for each of {@code all}. */
    <T> void percents(String field, List<T> all, Function<T, Optional<BigDecimal>> of) throws IOException {
        json.writeArrayFieldStart(field);
        for (T one : all) {
            Optional<BigDecimal> percent = of.apply(one);
            if (percent.isPresent()) {
                write.percent(percent.get());
            } else {
                json.writeNull();
            }
        }
        json.writeEndArray();
    }
}
