package dev.customsfeed.sources.rejection;

import dev.customsfeed.ledger.Declared;
import java.util.Optional;

/** A file that cannot be taken as it is, however often it is tried. Says all that is wrong with it. */
public final class RejectedFileException extends Exception {

    private final Problems problems;
    private final Optional<String> layout;
    private final Optional<String> encoding;
    private final Declared declared;

    /** Rejected before its encoding and layout were known. */
    public RejectedFileException(Problems problems) {
        this(problems, Optional.empty(), Optional.empty());
    }

    /** Rejected for its key, which declares no more than {@code declared} that can be read. */
    public RejectedFileException(Problems problems, Declared declared) {
        this(problems, Optional.empty(), Optional.empty(), declared);
    }

    /**
     * @param problems at least one
     * @param layout the layout, if it was recognised
     * @param encoding the encoding, if it was found
     */
    public RejectedFileException(Problems problems, Optional<String> layout, Optional<String> encoding) {
        this(problems, layout, encoding, Declared.NOTHING);
    }

    private RejectedFileException(
            Problems problems, Optional<String> layout, Optional<String> encoding, Declared declared) {
        super(problems.toString());
        this.problems = problems;
        this.layout = layout;
        this.encoding = encoding;
        this.declared = declared;
    }

    /** What could be read of a key that is wrong; nothing where it is the file that is. */
    public Declared declared() {
        return declared;
    }

    /** What is wrong with the file: at least one problem. */
    public Problems problems() {
        return problems;
    }

    /** The layout's name; empty if the file was rejected before it was recognised. */
    public Optional<String> layout() {
        return layout;
    }

    /** The encoding's name; empty if the file was rejected before it was found. */
    public Optional<String> encoding() {
        return encoding;
    }
}
