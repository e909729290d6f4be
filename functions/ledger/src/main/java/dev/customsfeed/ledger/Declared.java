package dev.customsfeed.ledger;

import java.time.YearMonth;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the key of a rejected file declares, so that those whom it would have concerned can be told.
 *
 * @param period the month; empty where the key declares none that can be read
 * @param commodities commodity codes or their leading digits; empty where the key declares none that can be read
 */
public record Declared(Optional<YearMonth> period, SortedSet<String> commodities) {

    /** Nothing. */
    public static final Declared NOTHING = new Declared(Optional.empty(), new TreeSet<>());
}
