package dev.customsfeed.sources.check;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How many rows do not count, by the reason. */
final class ExcludedRows {

    private final Map<String, Long> byReason = new TreeMap<>();
    private long outsideKept;

    void add(String reason) {
        byReason.merge(reason, 1L, Long::sum);
    }

    /** Adds a row outside {@code keep=}: the most frequent reason by far. */
    void addOutsideKept() {
        outsideKept++;
    }

    /** How many, by the reason. */
    SortedMap<String, Long> byReason() {
        SortedMap<String, Long> all = new TreeMap<>(byReason);
        if (outsideKept > 0) {
            all.put("rows outside keep=", outsideKept);
        }
        return Collections.unmodifiableSortedMap(all);
    }

    /**
     * Why rows do not count, without those outside {@code keep=}, e.g. {@code 3 of 3 are of another level}.
     *
     * @param rows how many the file has
     */
    String reasons(long rows) {
        return byReason.entrySet().stream()
                .map(reason -> reason.getValue() + " of " + rows + " are " + reason.getKey())
                .collect(Collectors.joining(", "));
    }
}
