package dev.customsfeed.local;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a file that a reader asks for.
 *
 * @param first position of its first byte; that of the end of the file or later if the file has no such part
 * @param last position of its last byte
 */
record ByteRange(long first, long last) {

    // As many digits as a long holds; more are no position in any file.
    private static final Pattern ONE_PART = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /**
     * What a header {@code Range} asks for of a file of {@code length} bytes; empty if it is not one part in bytes, which leaves the
     * server free to send the whole.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-range-requests">RFC 9110, 14</a>
     */
    static Optional<ByteRange> of(String header, long length) {
        Matcher asked = ONE_PART.matcher(header.strip());
        if (!asked.matches()) {
            return Optional.empty();
        }
        String from = asked.group(1);
        String to = asked.group(2);
        if (from.isEmpty()) {
            // So many of the last bytes.
            return to.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new ByteRange(Math.max(0, length - Long.parseLong(to)), length - 1));
        }
        ByteRange range = new ByteRange(
                Long.parseLong(from), to.isEmpty() ? length - 1 : Math.min(Long.parseLong(to), length - 1));
        boolean backwards = !to.isEmpty() && Long.parseLong(to) < range.first();
        return backwards ? Optional.empty() : Optional.of(range);
    }

    /** Whether a file of {@code length} bytes has any byte of it. */
    boolean isIn(long length) {
        return first < length && first <= last;
    }
}
