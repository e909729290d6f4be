package dev.customsfeed.ledger;

import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One row of a customs file, as reported.
 *
 * @param series source, reporter, flow, currency and commodity
 * @param period the month
 * @param line the line of the file that the row starts on; the header is line 1
 * @param partner the customs office's own code of the trading partner
 * @param regime its code of the customs regime; empty where the file has no such column
 * @param province its code of the importer's or exporter's location; empty where the file has no such column
 * @param quantity the first quantity; empty where the file has none
 * @param supplementaryQuantity the second quantity; empty where the file has none or says that there is none
 * @param netWeightKg net weight in whole kilograms: the quantity whose unit is the kilogram; empty, which is not zero, where
 *     none was reported
 * @param value statistical value in whole units of the series' currency
 */
public record CustomsRecord(
        Series series,
        YearMonth period,
        long line,
        String partner,
        Optional<String> regime,
        Optional<String> province,
        Optional<Quantity> quantity,
        Optional<Quantity> supplementaryQuantity,
        OptionalLong netWeightKg,
        long value) {}
