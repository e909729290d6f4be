package dev.customsfeed.ledger;

import java.util.Optional;

/** The direction of trade, seen from the reporter (IMTS 2010, chapter II). */
public enum Flow {
    EXPORT("export"),
    IMPORT("import");

    private final String id;

    Flow(String id) {
        this.id = id;
    }

    /** The flow as object keys, series and reports spell it: {@code export} or {@code import}. */
    public String id() {
        return id;
    }

    /** The flow spelled {@code id}; empty where there is none of that name. */
    public static Optional<Flow> of(String id) {
        for (Flow flow : values()) {
            if (flow.id.equals(id)) {
                return Optional.of(flow);
            }
        }
        return Optional.empty();
    }
}
