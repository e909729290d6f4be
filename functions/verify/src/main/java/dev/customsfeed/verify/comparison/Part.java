package dev.customsfeed.verify.comparison;

import dev.customsfeed.verify.model.DeclarationItem;
import dev.customsfeed.verify.rules.Balance;
import dev.customsfeed.verify.rules.Finding;
import dev.customsfeed.verify.rules.Verdict;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the comparison of one shard says.
 *
 * @param name of the shard
 * @param findings in the order of {@link Finding#compareTo}
 * @param balances by declaration item
 * @param verdicts on certificates, by number
 * @param certificateItems the declaration item of each of these certificates
 * @param days on which the outcome changes though no row does: when a clock comes to them
 */
public record Part(
        String name,
        List<Finding> findings,
        List<Balance> balances,
        SortedMap<String, Verdict> verdicts,
        SortedMap<String, DeclarationItem> certificateItems,
        Map<Clock, SortedSet<LocalDate>> days) {

    public Part {
        findings = findings.stream().sorted().toList();
        balances = List.copyOf(balances);
        verdicts = Collections.unmodifiableSortedMap(new TreeMap<>(verdicts));
        certificateItems = Collections.unmodifiableSortedMap(new TreeMap<>(certificateItems));
        Map<Clock, SortedSet<LocalDate>> copy = new EnumMap<>(Clock.class);
        days.forEach((clock, some) -> copy.put(clock, Collections.unmodifiableSortedSet(new TreeSet<>(some))));
        days = Collections.unmodifiableMap(copy);
    }

    /** Whether there is nothing to say of the shard. */
    public boolean isEmpty() {
        return findings.isEmpty() && balances.isEmpty() && verdicts.isEmpty();
    }
}
