package dev.customsfeed.local;

import java.util.HexFormat;

/** Text from elsewhere, as a terminal may be sent it: names of files, titles, what was found in a file. */
final class Printable {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private Printable() {}

    /**
     * Shows what would move the cursor, change colours or turn the direction of what follows: escape is {@code \}{@code u001B}. All
     * else stays.
     */
    static String of(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if (isText(character)) {
                shown.appendCodePoint(character);
            } else {
                for (char unit : Character.toChars(character)) {
                    shown.append("\\u").append(HEX.toHexDigits(unit));
                }
            }
        });
        return shown.toString();
    }

    /** Whether a character is something to read, and does nothing besides. */
    static boolean isText(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> true;
        };
    }
}
