package dev.customsfeed.sources.codes;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Groups of reporters that a feed can be about as one, by id: the members' ISO 3166-1 alpha-2 codes. */
public final class ReporterGroups {

    /** No group. */
    public static final SortedMap<String, SortedSet<String>> NONE = Collections.emptySortedMap();

    /** All that the project knows, as {@code reporter-groups.csv} lists them. */
    public static final SortedMap<String, SortedSet<String>> ALL = read();

    private ReporterGroups() {}

    private static SortedMap<String, SortedSet<String>> read() {
        SortedMap<String, SortedSet<String>> groups = new TreeMap<>();
        for (List<String> row : CodeTable.read(ReporterGroups.class, "reporter-groups.csv", "group", "reporter")) {
            groups.computeIfAbsent(row.get(0), group -> new TreeSet<>()).add(row.get(1));
        }
        groups.replaceAll((group, members) -> Collections.unmodifiableSortedSet(members));
        return Collections.unmodifiableSortedMap(groups);
    }
}
