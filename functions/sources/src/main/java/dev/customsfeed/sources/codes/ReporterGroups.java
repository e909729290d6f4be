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

    /**
     * The partner codes of a source that stand for members of a group without saying which: secret trade, trade that nobody
     * specified and stores, within the group.
     */
    public static SortedSet<String> unnamedMembers(String group, String source) {
        SortedSet<String> codes = new TreeSet<>();
        for (List<String> row :
                CodeTable.read(ReporterGroups.class, "unnamed-members.csv", "group", "source", "partner")) {
            if (row.get(0).equals(group) && row.get(1).equals(source)) {
                codes.add(row.get(2));
            }
        }
        return codes;
    }
}
