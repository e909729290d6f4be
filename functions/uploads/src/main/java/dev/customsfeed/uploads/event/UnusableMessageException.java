package dev.customsfeed.uploads.event;

/** A message that cannot become an event, however often it is delivered: it belongs in the dead-letter queue. */
public final class UnusableMessageException extends Exception {

    /** Says what was found and what was expected. */
    public UnusableMessageException(String message) {
        super(message);
    }
}
