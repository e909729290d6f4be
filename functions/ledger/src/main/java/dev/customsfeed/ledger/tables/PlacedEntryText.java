package dev.customsfeed.ledger.tables;

/** An entry with its place as one line of JSON, for files that hold many. */
public final class PlacedEntryText {

    private PlacedEntryText() {}

    /** The line, without its end. */
    public static String write(PlacedEntry placed) {
        return PlacedItems.json(placed);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws RuntimeException if it did not; what kind depends on what is wrong
     */
    public static PlacedEntry read(String line) {
        return PlacedItems.read(line);
    }
}
