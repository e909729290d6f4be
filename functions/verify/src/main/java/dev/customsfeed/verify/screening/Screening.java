package dev.customsfeed.verify.screening;

import dev.customsfeed.verify.model.ControlledCode;
import dev.customsfeed.verify.model.Declaration;
import dev.customsfeed.verify.model.FileLine;
import dev.customsfeed.verify.model.ListedParty;
import dev.customsfeed.verify.rules.Code;
import dev.customsfeed.verify.rules.Finding;
import dev.customsfeed.verify.rules.Level;
import dev.customsfeed.verify.rules.Subject;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holds declarations against lists of parties and of controlled codes. A party is found if its name, an alias or its name in Chinese is
 * the consignee's once both are normalised; it is possibly meant if all words of its name are in the consignee's. No likeness of
 * spellings counts: on real names it found more pairs of different parties than spellings of one.
 */
public final class Screening {

    private static final Set<String> FORWARDERS =
            Set.of("FREIGHT", "FORWARDING", "FORWARDER", "FORWARDERS", "LOGISTICS", "SHIPPING");
    private static final List<String> FORWARDERS_IN_CHINESE = List.of("货运", "物流", "货代");

    private record Listed(PartyName name, String asWritten, ListedParty party) {}

    private final Map<String, List<Listed>> byName = new HashMap<>();
    private final Map<String, List<Listed>> byFirstWord = new HashMap<>();
    private final List<ControlledCode> controls;
    private final Map<String, String> days;

    /**
     * With lists.
     *
     * @param parties of all lists that stand
     * @param controls of all that stand
     * @param days the day on which each object's standing version was uploaded, by its key
     */
    public Screening(Collection<ListedParty> parties, Collection<ControlledCode> controls, Map<String, String> days) {
        for (ListedParty party : parties) {
            Set<String> names = new LinkedHashSet<>();
            names.add(party.englishName());
            names.add(party.chineseName());
            names.addAll(party.aliases());
            for (String written : names) {
                PartyName name = PartyName.of(written);
                if (!name.isEmpty()) {
                    Listed listed = new Listed(name, written, party);
                    byName.computeIfAbsent(name.toString(), key -> new ArrayList<>())
                            .add(listed);
                    byFirstWord
                            .computeIfAbsent(name.words().get(0), key -> new ArrayList<>())
                            .add(listed);
                }
            }
        }
        this.controls = List.copyOf(controls);
        this.days = Map.copyOf(days);
    }

    /** What is to be reviewed of a declaration's item. */
    public List<Finding> of(Declaration declaration) {
        List<Finding> findings = new ArrayList<>();
        if (!declaration.consignee().isEmpty()) {
            parties(declaration, findings);
        }
        controlled(declaration, findings);
        destinations(declaration, findings);
        return findings;
    }

    private void parties(Declaration declaration, List<Finding> findings) {
        PartyName consignee = PartyName.of(declaration.consignee());
        if (consignee.isEmpty()) {
            return;
        }
        Set<ListedParty> found = new HashSet<>();
        for (Listed listed : byName.getOrDefault(consignee.toString(), List.of())) {
            if (found.add(listed.party())) {
                findings.add(party(Code.LISTED_PARTY, Level.ERROR, declaration, listed));
            }
        }
        Set<String> words = new TreeSet<>(consignee.words());
        for (String word : words) {
            for (Listed listed : byFirstWord.getOrDefault(word, List.of())) {
                if (words.containsAll(listed.name().words()) && found.add(listed.party())) {
                    findings.add(party(Code.POSSIBLE_PARTY, Level.CHECK, declaration, listed));
                }
            }
        }
    }

    private Finding party(Code code, Level level, Declaration declaration, Listed listed) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("consignee", declaration.consignee());
        details.put("listed", listed.asWritten());
        details.put("number", listed.party().number());
        details.put("list", listed.party().control() ? "control" : "watch");
        details.put("words", listed.name().toString());
        details.put("asOf", days.getOrDefault(listed.party().at().key(), ""));
        return finding(code, level, declaration, details, listed.party().at());
    }

    private void controlled(Declaration declaration, List<Finding> findings) {
        for (ControlledCode control : controls) {
            boolean inScope = control.destinations().isEmpty()
                    || control.destinations().stream()
                            .anyMatch(one ->
                                    same(one, declaration.destination()) || same(one, declaration.finalDestination()));
            boolean said = !declaration.destination().isEmpty()
                    || control.destinations().isEmpty();
            if (said && inScope && declaration.hs().startsWith(control.prefix())) {
                Map<String, String> details = new LinkedHashMap<>();
                details.put("hs", declaration.hs());
                details.put("prefix", control.prefix());
                details.put("condition", control.condition());
                details.put("destination", declaration.destination());
                details.put("asOf", days.getOrDefault(control.at().key(), ""));
                findings.add(finding(Code.CONTROLLED_CODE, Level.CHECK, declaration, details, control.at()));
            }
        }
    }

    private static void destinations(Declaration declaration, List<Finding> findings) {
        boolean differ = !declaration.destination().isEmpty()
                && !declaration.finalDestination().isEmpty()
                && !same(declaration.destination(), declaration.finalDestination());
        boolean forwarder = PartyName.of(declaration.consignee()).words().stream()
                .anyMatch(word -> FORWARDERS.contains(word)
                        || FORWARDERS_IN_CHINESE.stream().anyMatch(word::contains));
        if (differ || forwarder) {
            Map<String, String> details = new LinkedHashMap<>();
            details.put("destination", declaration.destination());
            details.put("finalDestination", declaration.finalDestination());
            details.put("consignee", declaration.consignee());
            details.put("differ", String.valueOf(differ));
            details.put("forwarder", String.valueOf(forwarder));
            findings.add(new Finding(
                    Code.DESTINATION_DIFFERS,
                    Level.CHECK,
                    Subject.declaration(declaration.item()),
                    List.of(),
                    Optional.of(declaration.item()),
                    details,
                    List.of(declaration.at())));
        }
    }

    private static Finding finding(
            Code code, Level level, Declaration declaration, Map<String, String> details, FileLine listed) {
        return new Finding(
                code,
                level,
                Subject.declaration(declaration.item()),
                List.of(),
                Optional.of(declaration.item()),
                details,
                List.of(declaration.at(), listed));
    }

    private static boolean same(String one, String other) {
        return plain(one).equals(plain(other));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
    }
}
