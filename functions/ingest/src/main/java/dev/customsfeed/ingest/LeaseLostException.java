package dev.customsfeed.ingest;

/** Another invocation works, or has worked, on the same object version: the message is delivered again and then finds out. */
final class LeaseLostException extends RuntimeException {

    LeaseLostException(String message) {
        super(message);
    }
}
