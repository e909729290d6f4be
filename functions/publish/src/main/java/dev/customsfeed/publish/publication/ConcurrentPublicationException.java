package dev.customsfeed.publish.publication;

/** Somebody else has written to the feed since it was looked at. Doing it all again, from what is there by then, settles it. */
public final class ConcurrentPublicationException extends RuntimeException {

    ConcurrentPublicationException(String key, Throwable cause) {
        super("found '" + key + "' changed by somebody else, expected it as it was when this publication began", cause);
    }
}
