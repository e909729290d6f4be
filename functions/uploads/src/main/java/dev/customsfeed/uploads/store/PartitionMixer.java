package dev.customsfeed.uploads.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;

/**
 * Takes items in the order of a file and gives them back mixed over their partitions. One partition takes 1,000 writes a second,
 * and customs files are sorted by commodity: in file order, all requests in flight would queue up for the same partition.
 *
 * @param <T> the items
 */
final class PartitionMixer<T> {

    private final Map<String, Queue<T>> byPartition = new HashMap<>();
    private final Queue<String> turns = new ArrayDeque<>();
    private int size;

    void add(String partition, T item) {
        Queue<T> waiting = byPartition.get(partition);
        if (waiting == null) {
            waiting = new ArrayDeque<>();
            byPartition.put(partition, waiting);
            turns.add(partition);
        }
        waiting.add(item);
        size++;
    }

    int size() {
        return size;
    }

    /** Up to {@code count} items, one from each partition in turn. */
    List<T> take(int count) {
        List<T> taken = new ArrayList<>(Math.min(count, size));
        while (taken.size() < count && size > 0) {
            String partition = turns.remove();
            Queue<T> waiting = Objects.requireNonNull(byPartition.get(partition));
            taken.add(waiting.remove());
            size--;
            if (waiting.isEmpty()) {
                byPartition.remove(partition);
            } else {
                turns.add(partition);
            }
        }
        return taken;
    }
}
