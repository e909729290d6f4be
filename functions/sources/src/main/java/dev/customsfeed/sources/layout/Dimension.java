package dev.customsfeed.sources.layout;

/**
 * What tells rows of one commodity, month and partner apart, beside those: a customs regime, a province, a procedure ...
 *
 * @param name the field's word for it, e.g. {@code regime}; the tables and reports name it so
 * @param split whether sums by it are kept
 * @param inKey whether two rows that differ in it alone are two rows, rather than one that is repeated
 */
public record Dimension(String name, boolean split, boolean inKey) {

    /** A dimension by which rows are told apart and sums are kept. */
    public static Dimension splitting(String name) {
        return new Dimension(name, true, true);
    }

    /** A dimension by which rows are told apart, and no sums are kept. */
    public static Dimension telling(String name) {
        return new Dimension(name, false, true);
    }
}
