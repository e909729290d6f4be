package dev.customsfeed.ledger;

/**
 * One flow of one reporter, as one source publishes it. All files of a trade flow share an upload log.
 *
 * @param source the statistical office's short name, e.g. {@code gacc}
 * @param reporter the reporter's ISO 3166-1 alpha-2 code, e.g. {@code CN}
 * @param flow exports or imports
 */
public record TradeFlow(String source, String reporter, Flow flow) {

    /** The name that the tables use, e.g. {@code gacc/CN/export}. */
    public String key() {
        return source + "/" + reporter + "/" + flow.id();
    }

    /**
     * Reads what {@link #key()} writes.
     *
     * @throws IllegalArgumentException if {@code key} is not of the form {@code source/reporter/flow}
     */
    public static TradeFlow parse(String key) {
        String[] parts = key.split("/", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("not a trade flow: '" + key + "', expected source/reporter/flow");
        }
        Flow flow = Flow.of(parts[2])
                .orElseThrow(() -> new IllegalArgumentException(
                        "not a flow: '" + parts[2] + "' in '" + key + "', expected export or import"));
        return new TradeFlow(parts[0], parts[1], flow);
    }
}
