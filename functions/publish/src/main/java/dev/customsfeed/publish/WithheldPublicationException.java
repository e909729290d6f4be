package dev.customsfeed.publish;

/** A feed that must not be published as it would be: what is live stays. Trying again cannot help, somebody has to look at it. */
final class WithheldPublicationException extends Exception {

    WithheldPublicationException(String message) {
        super(message);
    }

    WithheldPublicationException(String message, Throwable cause) {
        super(message, cause);
    }
}
