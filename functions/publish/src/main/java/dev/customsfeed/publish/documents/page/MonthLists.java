package dev.customsfeed.publish.documents.page;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.customsfeed.ledger.Totals;
import dev.customsfeed.publish.figures.trade.Amount;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes lists of figures that have an entry for each of the feed's months, or of other things, null where it is not known. */
final class MonthLists {

    private final JsonGenerator json;

    MonthLists(JsonGenerator json) {
        this.json = json;
    }

    /** Net weight, value and unit value of each month; no unit value where {@code unpriced} says so. */
    void amounts(List<Optional<Totals>> months, List<Boolean> unpriced) throws IOException {
        List<Amount> amounts = months.stream().map(Amount::of).toList();
        wholes("netWeightKg", amounts.stream().map(Amount::netWeightKg));
        wholes("value", amounts.stream().map(Amount::value));
        wholes(
                "unitValuePerTonne",
                IntStream.range(0, amounts.size())
                        .mapToObj(at -> unpriced.get(at)
                                ? OptionalLong.empty()
                                : amounts.get(at).unitValuePerTonne()));
    }

    /** A whole number for each. */
    void wholes(String field, Stream<OptionalLong> numbers) throws IOException {
        json.writeArrayFieldStart(field);
        for (OptionalLong number : numbers.toList()) {
            if (number.isPresent()) {
                json.writeNumber(number.getAsLong());
            } else {
                json.writeNull();
            }
        }
        json.writeEndArray();
    }

    /** A percentage for each of {@code all}. */
    <T> void percents(String field, List<T> all, Function<T, Optional<BigDecimal>> of) throws IOException {
        json.writeArrayFieldStart(field);
        for (T one : all) {
            Optional<BigDecimal> percent = of.apply(one);
            if (percent.isPresent()) {
                json.writeNumber(percent.get());
            } else {
                json.writeNull();
            }
        }
        json.writeEndArray();
    }
}
