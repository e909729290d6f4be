package dev.customsfeed.sources.gacc;

import dev.customsfeed.sources.codes.CodeTable;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The codes that China Customs uses for customs regimes and provinces. */
enum CodeList {
    REGIMES("regimes.csv"),
    PROVINCES("provinces.csv");

    private final SortedMap<String, Map<String, String>> names = new TreeMap<>();
    private final SortedSet<String> codes;

    CodeList(String resource) {
        CodeTable.read(CodeList.class, resource, "code", "name_en", "name_zh")
                .forEach(row -> names.put(row.get(0), Map.of("en", row.get(1), "zh", row.get(2))));
        codes = Collections.unmodifiableSortedSet(new TreeSet<>(names.keySet()));
    }

    SortedSet<String> codes() {
        return codes;
    }

    boolean has(String code) {
        return codes.contains(code);
    }

    /** What it calls a code, by language; empty where it does not have it. */
    Map<String, String> names(String code) {
        return names.getOrDefault(code, Map.of());
    }
}
