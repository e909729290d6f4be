package dev.customsfeed.sources.uscensus;

import dev.customsfeed.ledger.Flow;
import java.util.Map;

/** General imports as table. */
class ImportsCsvContractProperties extends CensusContract {

    ImportsCsvContractProperties() {
        super(Flow.IMPORT, "GEN_VAL_MO", "GEN_QY1_MO", Map.of("basis", "GENERAL"), false);
    }
}
