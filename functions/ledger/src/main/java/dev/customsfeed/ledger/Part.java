package dev.customsfeed.ledger;

import java.util.Comparator;
import java.util.Optional;

/**
 * What a file was limited to, in one dimension: a part of a month. Parts of one dimension count together; a file that declares none
 * is about the whole.
 *
 * @param dimension what the file was limited by
 * @param value the code that it was limited to; of a page {@code 2of10}
 */
public record Part(Dimension dimension, String value) implements Comparable<Part> {

    private static final Comparator<Part> ORDER =
            Comparator.comparing(Part::dimension).thenComparing(Part::value);

    /** What a file can be limited by. */
    public enum Dimension {
        PARTNER("partner"),
        PROVINCE("province"),
        REGIME("regime"),
        PAGE("page");

        private final String id;

        Dimension(String id) {
            this.id = id;
        }

        /** The dimension as keys spell it. */
        public String id() {
            return id;
        }

        /** The dimension spelled {@code id}; empty where there is none of that name. */
        public static Optional<Dimension> of(String id) {
            for (Dimension dimension : values()) {
                if (dimension.id.equals(id)) {
                    return Optional.of(dimension);
                }
            }
            return Optional.empty();
        }
    }

    /** The part as keys and tables spell it, e.g. {@code partner=116}. */
    public String id() {
        return dimension.id() + "=" + value;
    }

    /**
     * Reads what {@link #id()} writes.
     *
     * @throws IllegalArgumentException if {@code id} is not of the form {@code dimension=value}
     */
    public static Part parse(String id) {
        int equals = id.indexOf('=');
        Dimension dimension = Dimension.of(id.substring(0, Math.max(0, equals)))
                .orElseThrow(() -> new IllegalArgumentException(
                        "not a part: '" + id + "', expected e.g. partner=116 or page=2of10"));
        return new Part(dimension, id.substring(equals + 1));
    }

    /** Which page a part of {@link Dimension#PAGE} is. */
    public record Page(int number, int of) {}

    /**
     * Reads the value of a page.
     *
     * @throws IllegalArgumentException if it is no page like {@code 2of10}
     */
    public Page page() {
        int of = value.indexOf("of");
        try {
            Page page = new Page(
                    Integer.parseInt(value.substring(0, Math.max(0, of))), Integer.parseInt(value.substring(of + 2)));
            if (dimension == Dimension.PAGE && page.number() >= 1 && page.number() <= page.of()) {
                return page;
            }
        } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
            // Said below, in words.
        }
        throw new IllegalArgumentException("not a page: '" + id() + "', expected e.g. page=2of10");
    }

    @Override
    public int compareTo(Part other) {
        return ORDER.compare(this, other);
    }
}
