package dev.customsfeed.uploads.store;

/** The invocation's time ends before its work does. Nothing is lost: the message is delivered again. */
public final class OutOfTimeException extends RuntimeException {

    /** Says how far the work had got. */
    public OutOfTimeException(String message) {
        super(message);
    }
}
