package dev.customsfeed.runtime.cache;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * Keeps things by their names for as long as there is room: when it is full, what was used least recently goes first. For several
 * threads at once.
 */
public final class LruCache<N, T> {

    private final long capacity;
    private final ToLongFunction<T> size;
    private final Map<N, T> things = new LinkedHashMap<>(16, 0.75f, true);
    private long used;

    /**
     * An empty one.
     *
     * @param capacity how much the sizes of all things add up to at most
     * @param size how much a thing takes; always the same of the same one
     */
    public LruCache(long capacity, ToLongFunction<T> size) {
        this.capacity = capacity;
        this.size = size;
    }

    /** The thing of that name; empty if there never was one, or no room for it. */
    public synchronized Optional<T> get(N name) {
        return Optional.ofNullable(things.get(name));
    }

    /** Keeps {@code thing} in place of what had its name. */
    public synchronized void put(N name, T thing) {
        used += size.applyAsLong(thing);
        T before = things.put(name, thing);
        if (before != null) {
            used -= size.applyAsLong(before);
        }
        Iterator<T> eldest = things.values().iterator();
        while (used > capacity) {
            used -= size.applyAsLong(eldest.next());
            eldest.remove();
        }
    }

    /** Keeps nothing of that name any more. */
    public synchronized void remove(N name) {
        T gone = things.remove(name);
        if (gone != null) {
            used -= size.applyAsLong(gone);
        }
    }
}
