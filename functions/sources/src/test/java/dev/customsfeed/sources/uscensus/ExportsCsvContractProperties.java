package dev.customsfeed.sources.uscensus;

import dev.customsfeed.ledger.Flow;
import java.util.Map;

/** Exports as table. */
class ExportsCsvContractProperties extends CensusContract {

    ExportsCsvContractProperties() {
        super(Flow.EXPORT, "ALL_VAL_MO", "QTY_1_MO", Map.of(), false);
    }
}
