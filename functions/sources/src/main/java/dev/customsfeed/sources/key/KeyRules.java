package dev.customsfeed.sources.key;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What keys of one source's files declare.
 *
 * @param source the source's short name, e.g. {@code gacc}
 * @param soleReporter the one reporter that the source is about, as an ISO 3166-1 alpha-2 code; empty for a source of many
 * @param required what each key must declare
 * @param allowed what it may declare besides
 * @param endings of file names, each with the packing that it stands for; the longest that fits is meant
 * @param maxCodeLength how many digits a commodity code has at most
 */
public record KeyRules(
        String source,
        Optional<String> soleReporter,
        Set<Declaration> required,
        Set<Declaration> allowed,
        SortedMap<String, Packing> endings,
        int maxCodeLength) {

    /** Copies what it is given. */
    public KeyRules {
        required = unmodifiable(required);
        allowed = unmodifiable(allowed);
        endings = Collections.unmodifiableSortedMap(new TreeMap<>(endings));
    }

    private static Set<Declaration> unmodifiable(Set<Declaration> declarations) {
        return Collections.unmodifiableSet(
                declarations.isEmpty() ? EnumSet.noneOf(Declaration.class) : EnumSet.copyOf(declarations));
    }

    /** Whether each key declares the flow. */
    public boolean flowRequired() {
        return required.contains(Declaration.FLOW);
    }

    /** Whether keys may declare it. */
    public boolean takes(Declaration declaration) {
        return required.contains(declaration) || allowed.contains(declaration);
    }

    /** All that it takes, in the order of {@link Declaration}. */
    List<Declaration> known() {
        return List.of(Declaration.values()).stream().filter(this::takes).toList();
    }

    /** The form of a key, e.g. {@code incoming/gacc/flow=export/[period=YYYY-MM/]<name>.csv or .csv.gz}. */
    String form() {
        StringBuilder form = new StringBuilder("incoming/").append(source).append('/');
        for (Declaration declaration : known()) {
            boolean must = required.contains(declaration);
            String example = declaration == Declaration.FLOW ? "flow=export/" : declaration.form();
            form.append(must ? example : "[" + example + "]");
        }
        return form + "<name>" + endingsText();
    }

    /** The endings as text: {@code .csv or .csv.gz}. */
    String endingsText() {
        List<String> all = new ArrayList<>(endings.keySet());
        return all.size() == 1
                ? all.get(0)
                : String.join(", ", all.subList(0, all.size() - 1)) + " or " + all.get(all.size() - 1);
    }

    /** The packing that the name of a file says, whatever its case; empty where it has no ending that is known. */
    Optional<Packing> packing(String lowerCaseName) {
        return endings.entrySet().stream()
                .filter(ending -> lowerCaseName.endsWith(ending.getKey()))
                .max((one, other) -> one.getKey().length() - other.getKey().length())
                .map(Map.Entry::getValue);
    }
}
