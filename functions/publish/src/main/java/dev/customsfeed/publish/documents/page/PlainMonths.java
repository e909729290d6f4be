package dev.customsfeed.publish.documents.page;

import dev.customsfeed.ledger.Totals;
import dev.customsfeed.publish.figures.trade.Amount;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What was traded in months in a row, as plain numbers: a feed has tens of thousands of them, which documents that are kept are found by.
 */
final class PlainMonths {

    private static final long UNKNOWN = Long.MIN_VALUE;

    /** Net weights in grams, then values in thousandths of the currency's unit. */
    private final long[] numbers;

    private PlainMonths(long[] numbers) {
        this.numbers = numbers;
    }

    /** Those of {@code months}, empty where nothing is known. */
    static PlainMonths of(List<Optional<Totals>> months) {
        long[] numbers = new long[2 * months.size()];
        for (int at = 0; at < months.size(); at++) {
            Optional<Totals> month = months.get(at);
            numbers[at] = month.isPresent() ? month.get().netWeightGrams().orElse(UNKNOWN) : UNKNOWN;
            numbers[months.size() + at] = month.isPresent() ? month.get().valueThousandths() : UNKNOWN;
        }
        return new PlainMonths(numbers);
    }

    /** How many months there are. */
    int count() {
        return numbers.length / 2;
    }

    /** How many bytes it takes in memory, roughly. */
    long bytes() {
        return (long) numbers.length * Long.BYTES;
    }

    /** Whether anything is known of the month at {@code at}: then its value is. */
    boolean isKnown(int at) {
        return thousandths(at) != UNKNOWN;
    }

    /** Whether its net weight is known. */
    boolean isWeighed(int at) {
        return grams(at) != UNKNOWN;
    }

    /** Its net weight in grams, if that is known. */
    long grams(int at) {
        return numbers[at];
    }

    /** Its value in thousandths of the currency's unit, if that is known. */
    long thousandths(int at) {
        return numbers[count() + at];
    }

    /** What is known of it. */
    Amount amount(int at) {
        return isKnown(at)
                ? new Amount(
                        isWeighed(at) ? OptionalLong.of(grams(at)) : OptionalLong.empty(),
                        OptionalLong.of(thousandths(at)))
                : Amount.UNKNOWN;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PlainMonths months && Arrays.equals(numbers, months.numbers);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers);
    }
}
