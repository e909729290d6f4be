package dev.customsfeed.sources.uscensus;

/** What is counted as an import. The two differ by what goes into bonded warehouses and comes out of them. */
enum Basis {
    /** All that arrives. */
    GENERAL("GEN_"),
    /** What is cleared for consumption. */
    CONSUMPTION("CON_");

    private final String prefix;

    Basis(String prefix) {
        this.prefix = prefix;
    }

    /** What the names of its columns begin with. */
    String prefix() {
        return prefix;
    }
}
