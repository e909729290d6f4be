package dev.customsfeed.ledger;

/**
 * The months of one commodity within a trade flow, valued in one currency.
 *
 * @param tradeFlow source, reporter and flow
 * @param currency ISO 4217 code of the statistical value, e.g. {@code USD}
 * @param commodity the code that the customs office reports by; eight digits for GACC
 */
public record Series(TradeFlow tradeFlow, String currency, String commodity) {

    /** The name that the tables use, e.g. {@code gacc/CN/export/USD/81041100}. */
    public String key() {
        return tradeFlow.key() + "/" + currency + "/" + commodity;
    }

    /**
     * Reads what {@link #key()} writes.
     *
     * @throws IllegalArgumentException if {@code key} has not five parts or no such flow
     */
    public static Series parse(String key) {
        int commodity = key.lastIndexOf('/');
        int currency = commodity < 0 ? -1 : key.lastIndexOf('/', commodity - 1);
        if (currency < 0) {
            throw new IllegalArgumentException(
                    "not a series: '" + key + "', expected source/reporter/flow/currency/commodity");
        }
        return new Series(
                TradeFlow.parse(key.substring(0, currency)),
                key.substring(currency + 1, commodity),
                key.substring(commodity + 1));
    }
}
