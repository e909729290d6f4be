package dev.customsfeed.sources.rejection;

import java.util.Optional;

/** A file that cannot be taken as it is, however often it is tried. Says all that is wrong with it. */
public final class RejectedFileException extends Exception {

    private final Problems problems;
    private final Optional<String> layout;
    private final Optional<String> encoding;

    /** Refused before its encoding and layout were known. */
    public RejectedFileException(Problems problems) {
        this(problems, Optional.empty(), Optional.empty());
    }

    /**
     * @param problems at least one
     * @param layout the layout, if it was recognised
     * @param encoding the encoding, if it was found
     */
    public RejectedFileException(Problems problems, Optional<String> layout, Optional<String> encoding) {
        super(problems.toString());
        this.problems = problems;
        this.layout = layout;
        this.encoding = encoding;
    }

    public Problems problems() {
        return problems;
    }

    /** The layout's name; empty if the file was refused before it was recognised. */
    public Optional<String> layout() {
        return layout;
    }

    /** The encoding's name; empty if the file was refused before it was found. */
    public Optional<String> encoding() {
        return encoding;
    }
}
