package dev.customsfeed.ledger;

import java.util.Locale;
import java.util.regex.Pattern;

/** Texts that others wrote, as people can read them in a message. */
public final class VisibleText {

    /** All separators but the space, and all that controls or formats; half a pair of surrogates too. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Z}\\p{C}&&[^ ]]");

    private VisibleText() {}

    /** Names the characters that look like none, like a space, or turn others round, as in {@code 1<U+00A0>000}. */
    public static String of(CharSequence text) {
        return INVISIBLE
                .matcher(text)
                .replaceAll(found ->
                        String.format(Locale.ROOT, "<U+%04X>", found.group().codePointAt(0)));
    }

    /** The same of the first {@code length} characters; {@code …} follows where there are more. */
    public static String ofFirst(int length, String text) {
        if (text.codePointCount(0, text.length()) <= length) {
            return of(text);
        }
        return of(text.substring(0, text.offsetByCodePoints(0, length))) + "…";
    }
}
