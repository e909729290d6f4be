package dev.customsfeed.sources.uscensus;

import dev.customsfeed.ledger.Flow;
import java.util.Map;

/** Exports as array of arrays. */
class ExportsJsonContractProperties extends CensusContract {

    ExportsJsonContractProperties() {
        super(Flow.EXPORT, "ALL_VAL_MO", "QTY_1_MO", Map.of(), true);
    }
}
