package dev.customsfeed.publish.figures;

import java.util.Optional;
import java.util.function.Function;

/**
 * What a series of months says, or why it does not say it.
 *
 * @param <T> what is found
 */
public sealed interface Finding<T> {

    /**
     * It says this.
     *
     * @param what the finding
     * @param <T> what is found
     */
    record Found<T>(T what) implements Finding<T> {}

    /**
     * It does not say it.
     *
     * @param why the reason
     * @param <T> what would have been found
     */
    record None<T>(Reason why) implements Finding<T> {}

    /** A finding. */
    static <T> Finding<T> found(T what) {
        return new Found<>(what);
    }

    /** No finding, and why. */
    static <T> Finding<T> none(Reason why) {
        return new None<>(why);
    }

    /** What is found; empty where nothing is. */
    default Optional<T> value() {
        return this instanceof Found<T> found ? Optional.of(found.what()) : Optional.empty();
    }

    /** Why nothing is found; empty where something is. */
    default Optional<Reason> reason() {
        return this instanceof None<T> none ? Optional.of(none.why()) : Optional.empty();
    }

    /** What {@code next} makes of what is found. */
    default <R> Finding<R> map(Function<? super T, ? extends R> next) {
        return flatMap(what -> found(next.apply(what)));
    }

    /** What {@code next} finds in what is found. */
    default <R> Finding<R> flatMap(Function<? super T, Finding<R>> next) {
        return this instanceof Found<T> found ? next.apply(found.what()) : none(((None<T>) this).why());
    }
}
