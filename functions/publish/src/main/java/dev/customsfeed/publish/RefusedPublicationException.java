package dev.customsfeed.publish;

/** A feed that must not be published as it would be: what is live stays. Trying again cannot help, somebody has to look at it. */
final class RefusedPublicationException extends Exception {

    RefusedPublicationException(String message) {
        super(message);
    }

    RefusedPublicationException(String message, Throwable cause) {
        super(message, cause);
    }
}
