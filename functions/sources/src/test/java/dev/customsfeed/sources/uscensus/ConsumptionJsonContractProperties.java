package dev.customsfeed.sources.uscensus;

import dev.customsfeed.ledger.Flow;
import java.util.Map;

/** Imports for consumption as array of arrays. */
class ConsumptionJsonContractProperties extends CensusContract {

    ConsumptionJsonContractProperties() {
        super(Flow.IMPORT, "CON_VAL_MO", "CON_QY1_MO", Map.of("basis", "CONSUMPTION"), true);
    }
}
