package dev.customsfeed.uploads.store;

import java.time.Duration;

/** The moment at which an invocation must have let go of everything, so that it ends by itself instead of being killed. */
public final class Deadline {

    private final long endNanos;

    private Deadline(long endNanos) {
        this.endNanos = endNanos;
    }

    /** The deadline that is {@code left} from now. */
    public static Deadline in(Duration left) {
        return new Deadline(System.nanoTime() + left.toNanos());
    }

    /** How long it still is; never negative. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, endNanos - System.nanoTime()));
    }

    /** Whether it is over. */
    public boolean passed() {
        return left().isZero();
    }
}
