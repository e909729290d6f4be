package dev.customsfeed.ingest.answer;

import dev.customsfeed.ledger.QuotationMonths;
import dev.customsfeed.ledger.Quoted;
import dev.customsfeed.ledger.UploadHistory;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The exchange rates that a price needs and that no file has. */
final class MissingRates {

    private MissingRates() {}

    /**
     * What is missing to hold a price against values in another currency, as a member of JSON; empty where nothing is.
     *
     * @param log the log of prices, as it is now
     * @param feedCurrency what values are in
     * @param priceCurrency what the price is in, another
     * @param months those that the price has
     */
    static Optional<Map<String, Object>> of(
            UploadHistory log, String feedCurrency, String priceCurrency, SortedSet<YearMonth> months) {
        Quoted.Rate rate = new Quoted.Rate(feedCurrency, priceCurrency);
        SortedSet<YearMonth> missing = new TreeSet<>(months);
        missing.removeAll(QuotationMonths.counting(log, rate.name()).keySet());
        missing.removeAll(QuotationMonths.counting(log, new Quoted.Rate(priceCurrency, feedCurrency).name())
                .keySet());
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("pair", rate.pair());
        json.put("months", AnswerJson.texts(missing));
        json.put(
                "why",
                "Without an exchange rate the price is not compared with values in " + feedCurrency
                        + ": upload one under incoming/rate/pair=" + rate.pair() + "/.");
        return Optional.of(json);
    }
}
