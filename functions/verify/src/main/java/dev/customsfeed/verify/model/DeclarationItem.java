package dev.customsfeed.verify.model;

/**
 * One item of a customs declaration: what every comparison goes by.
 *
 * @param declaration the number of the declaration, 18 digits: district (4), year (4), 0 for exports and 1 for imports, serial (9)
 * @param item the item's number, two digits
 */
public record DeclarationItem(String declaration, String item) implements Comparable<DeclarationItem> {

    /** Reads what {@link #toString} writes. */
    public static DeclarationItem parse(String text) {
        int slash = text.indexOf('/');
        return new DeclarationItem(text.substring(0, slash), text.substring(slash + 1));
    }

    @Override
    public int compareTo(DeclarationItem other) {
        int byDeclaration = declaration.compareTo(other.declaration);
        return byDeclaration != 0 ? byDeclaration : item.compareTo(other.item);
    }

    /** E.g. {@code 020220260000000001/01}. */
    @Override
    public String toString() {
        return declaration + "/" + item;
    }
}
