package dev.customsfeed.sources.check;

import dev.customsfeed.sources.layout.Dimension;
import dev.customsfeed.sources.layout.Layout;
import dev.customsfeed.sources.layout.Source;
import dev.customsfeed.sources.rejection.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Codes of partners and dimensions that rows have and the source's code lists have not: their rows are kept under the code. */
final class UnlistedCodes {

    private final Source source;
    private final Layout layout;
    private final MonthSums sums;
    private final SortedMap<String, String> namesInFile;

    /**
     * @param sums of all rows
     * @param namesInFile what the file calls partners, by code
     */
    UnlistedCodes(Source source, Layout layout, MonthSums sums, SortedMap<String, String> namesInFile) {
        this.source = source;
        this.layout = layout;
        this.sums = sums;
        this.namesInFile = namesInFile;
    }

    /** What the file calls partners that the list has not, by code. */
    SortedMap<String, String> partnerNames() {
        SortedMap<String, String> names = new TreeMap<>(namesInFile);
        names.keySet().retainAll(sums.partners());
        names.keySet().removeAll(source.partners().entries().keySet());
        return Collections.unmodifiableSortedMap(names);
    }

    /** A sentence for each code. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        sums.partners().stream()
                .filter(code -> source.partners().find(code).isEmpty())
                .forEach(code -> warnings.add(ofPartner(code)));
        for (int i = 0; i < layout.dimensions().size(); i++) {
            Dimension dimension = layout.dimensions().get(i);
            String name = dimension.name().substring(0, 1).toUpperCase(Locale.ROOT)
                    + dimension.name().substring(1);
            sums.codes(i).stream()
                    .filter(code -> !layout.knows(dimension, code))
                    .forEach(code -> warnings.add(unknown(name, code)));
        }
        return warnings;
    }

    private String ofPartner(String code) {
        return namesInFile.containsKey(code)
                ? "Partner code " + code
                        + " is not in the code list; its rows are kept under the code and the name that the file"
                        + " gives it, " + Problem.quote(namesInFile.get(code)) + "."
                : unknown("Partner", code);
    }

    private static String unknown(String what, String code) {
        return what + " code " + code + " is not in the code list; its rows are kept under the code.";
    }
}
