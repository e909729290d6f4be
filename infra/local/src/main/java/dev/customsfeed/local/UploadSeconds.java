package dev.customsfeed.local;

import java.time.Clock;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Keeps the order of uploads where S3 would not tell it. Uploads of the same second are ordered by their keys as text, and what is
 * uploaded last is to count last: one whose key comes before another of this second waits for the next.
 */
final class UploadSeconds {

    private static final long SECOND = 1000;

    private final Clock clock;
    private final LongConsumer pause;
    private Optional<String> lastByText = Optional.empty();
    private long second = Long.MIN_VALUE;

    /**
     * Of {@code clock}.
     *
     * @param pause lets so many milliseconds pass
     */
    UploadSeconds(Clock clock, LongConsumer pause) {
        this.clock = clock;
        this.pause = pause;
    }

    /** To be called before an upload. */
    void before(String key) {
        if (second() <= second && lastByText.isPresent() && key.compareTo(lastByText.get()) < 0) {
            while (second() <= second) {
                pause.accept((second + 1) * SECOND - clock.millis());
            }
        }
        if (second() > second) {
            lastByText = Optional.empty();
        }
    }

    /** To be called after it, since it may have been stored at any time until now. */
    void after(String key) {
        second = second();
        if (lastByText.isEmpty() || key.compareTo(lastByText.get()) > 0) {
            lastByText = Optional.of(key);
        }
    }

    private long second() {
        return Math.floorDiv(clock.millis(), SECOND);
    }
}
