package dev.customsfeed.sources.comexstat;

import dev.customsfeed.ledger.Flow;

/** Thirteen columns, freight and insurance among them. */
class ImportsContractProperties extends ComexStatContract {

    ImportsContractProperties() {
        super(Flow.IMPORT);
    }
}
