package dev.customsfeed.verify.comparison;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Where rows lie. */
public interface RowStore {

    /** All rows of a partition, whatever file they are of. */
    List<StoredRows> read(String partition);

    /** The same of many partitions, by their names. */
    Map<String, List<StoredRows>> readAll(Collection<String> partitions);
}
