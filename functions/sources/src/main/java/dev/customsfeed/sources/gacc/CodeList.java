package dev.customsfeed.sources.gacc;

import dev.customsfeed.sources.codes.CodeTable;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The codes that China Customs uses for customs regimes and provinces. */
enum CodeList {
    REGIMES("regimes.csv"),
    PROVINCES("provinces.csv");

    private final SortedSet<String> codes;

    CodeList(String resource) {
        codes = CodeTable.read(CodeList.class, resource, "code").stream()
                .map(row -> row.get(0))
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(TreeSet::new), Collections::unmodifiableSortedSet));
    }

    SortedSet<String> codes() {
        return codes;
    }

    boolean has(String code) {
        return codes.contains(code);
    }
}
