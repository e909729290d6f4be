package dev.customsfeed.verify.comparison;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Rows that are kept in memory, compressed as they are: for a folder of files on one machine. For one thread. */
public final class RowsInMemory implements RowStore, Consumer<StoredRows> {

    private final Map<String, List<StoredRows>> partitions = new HashMap<>();

    /** With no rows yet. */
    public RowsInMemory() {}

    @Override
    public void accept(StoredRows rows) {
        List<StoredRows> partition = partitions.computeIfAbsent(rows.partition(), name -> new ArrayList<>(1));
        partition.removeIf(there -> there.file().equals(rows.file()) && there.chunk() == rows.chunk());
        partition.add(rows);
    }

    @Override
    public List<StoredRows> read(String partition) {
        return List.copyOf(partitions.getOrDefault(partition, List.of()));
    }

    @Override
    public Map<String, List<StoredRows>> readAll(Collection<String> names) {
        Map<String, List<StoredRows>> all = new HashMap<>();
        names.forEach(name -> all.put(name, read(name)));
        return all;
    }
}
