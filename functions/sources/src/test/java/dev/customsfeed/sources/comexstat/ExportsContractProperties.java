package dev.customsfeed.sources.comexstat;

import dev.customsfeed.ledger.Flow;

/** Eleven columns. */
class ExportsContractProperties extends ComexStatContract {

    ExportsContractProperties() {
        super(Flow.EXPORT);
    }
}
