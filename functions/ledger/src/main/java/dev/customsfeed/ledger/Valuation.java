package dev.customsfeed.ledger;

import java.util.Optional;

/**
 * What a statistical value includes (IMTS 2010, chapter IV).
 *
 * <p>It belongs to the row and not to the source: of one file of UN Comtrade some reporters' imports are CIF and others' FOB.
 */
public enum Valuation {
    /** Free on board: the goods as they leave the exporting country. */
    FOB("FOB"),
    /** Cost, insurance and freight: the goods as they arrive at the border of the importing country. */
    CIF("CIF"),
    /** Free alongside ship: without the loading. United States exports. */
    FAS("FAS"),
    /** The value that customs assess duty on, without freight and insurance. United States imports. */
    CUSTOMS_VALUE("customs value");

    private final String id;

    Valuation(String id) {
        this.id = id;
    }

    /** The valuation as tables and reports spell it. */
    public String id() {
        return id;
    }

    /** The valuation spelled {@code id}; empty where there is none of that name. */
    public static Optional<Valuation> of(String id) {
        for (Valuation valuation : values()) {
            if (valuation.id.equals(id)) {
                return Optional.of(valuation);
            }
        }
        return Optional.empty();
    }
}
