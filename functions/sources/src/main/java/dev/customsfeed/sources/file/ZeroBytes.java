package dev.customsfeed.sources.file;

import dev.customsfeed.sources.rejection.Problem;
import java.util.OptionalLong;

/**
 * Looks for zero bytes, of which text has none: China Customs writes one for "none" in a field of its own; several in a row stand
 * where a download broke.
 */
public final class ZeroBytes {

    ZeroBytes() {}

    private boolean any;
    private boolean lastWasZero;
    private long offset;
    private long run;

    /** Begins to look at a file from its first byte. */
    void begin() {
        any = false;
        lastWasZero = false;
        offset = 0;
        run = -1;
    }

    /** Looks at the next bytes of the file. */
    void look(byte[] bytes, int from, int length) {
        if (Bytes.hasZero(bytes, from, from + length)) {
            any = true;
            for (int i = from; i < from + length && run < 0; i++) {
                boolean zero = bytes[i] == 0;
                if (zero && lastWasZero) {
                    run = offset + i - from - 1;
                }
                lastWasZero = zero;
            }
        } else {
            lastWasZero = false;
        }
        offset += length;
    }

    /** Whether there was one. */
    boolean any() {
        return any;
    }

    /** The offset of the first that is followed by another. */
    OptionalLong firstRun() {
        return run < 0 ? OptionalLong.empty() : OptionalLong.of(run);
    }

    /**
     * The problem of a file that has them where none may be.
     *
     * @param line 0 where it is not known
     */
    public static Problem broken(long line, String where) {
        return Problem.ofLine(
                "zero-bytes",
                line,
                where,
                "text, which has none",
                "The download or a copy of it broke: download the file again.");
    }
}
