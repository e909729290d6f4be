package dev.customsfeed.ledger;

import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;

/**
 * One row of a customs file, as reported.
 *
 * @param series source, reporter, flow, currency and commodity
 * @param period the month
 * @param line where the row starts: the line of the file, of which the header is line 1, or the element of a JSON array, from 1
 * @param partner the source's own code of the trading partner; empty text where the file does not tell partners
 * @param dimensions the source's own codes of what else tells rows apart, by the dimension's name: {@code regime},
 *     {@code province}, {@code procedure} ...; without those that the file does not have
 * @param quantity the first quantity; empty where the file has none
 * @param supplementaryQuantity the second quantity; empty where the file has none or says that there is none
 * @param netWeightGrams net weight in grams; empty, which is not zero, where none was reported
 * @param netWeightEstimated whether the source says that it estimated the net weight
 * @param valueThousandths statistical value in thousandths of the series' currency
 * @param valuation what the value includes; empty where it is not known
 */
public record CustomsRecord(
        Series series,
        YearMonth period,
        long line,
        String partner,
        SortedMap<String, String> dimensions,
        Optional<Quantity> quantity,
        Optional<Quantity> supplementaryQuantity,
        OptionalLong netWeightGrams,
        boolean netWeightEstimated,
        long valueThousandths,
        Optional<Valuation> valuation) {

    /** The dimension of customs regimes, e.g. ordinary trade or processing. */
    public static final String REGIME = "regime";

    /** The dimension of the provinces, or states, that the goods are registered in. */
    public static final String PROVINCE = "province";

    /** What tells the row from others of its series and month: partner and dimensions, e.g. {@code 116/44/10}. */
    public String key() {
        return dimensions.isEmpty() ? partner : partner + "/" + String.join("/", dimensions.values());
    }

    /** The same row, said to start at {@code other}. */
    public CustomsRecord withLine(long other) {
        return with(other, partner, dimensions, valuation);
    }

    /** The same row of the partner with the code {@code other}; empty text where partners are not told. */
    public CustomsRecord withPartner(String other) {
        return with(line, other, dimensions, valuation);
    }

    /** The same row with the dimensions {@code other}, by name. */
    public CustomsRecord withDimensions(SortedMap<String, String> other) {
        return with(line, partner, other, valuation);
    }

    /** The same row, whose value includes what {@code other} says. */
    public CustomsRecord withValuation(Valuation other) {
        return with(line, partner, dimensions, Optional.of(other));
    }

    private CustomsRecord with(
            long otherLine,
            String otherPartner,
            SortedMap<String, String> otherDimensions,
            Optional<Valuation> otherValuation) {
        return new CustomsRecord(
                series,
                period,
                otherLine,
                otherPartner,
                otherDimensions,
                quantity,
                supplementaryQuantity,
                netWeightGrams,
                netWeightEstimated,
                valueThousandths,
                otherValuation);
    }
}
