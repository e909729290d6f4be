package dev.customsfeed.publish;

import java.util.Map;

/** Something was not published and may be the next time: its causes are suppressed ones, one for each feed. */
public final class FailedPublicationException extends RuntimeException {

    FailedPublicationException(Map<String, RuntimeException> failures) {
        super("not published: " + String.join(", ", failures.keySet()));
        failures.values().forEach(this::addSuppressed);
    }
}
