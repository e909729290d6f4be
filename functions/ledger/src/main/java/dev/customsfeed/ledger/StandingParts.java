package dev.customsfeed.ledger;

import dev.customsfeed.ledger.CommodityMonth.Said;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What parts of one dimension of a month add up to while files come and go: the same as {@link CommodityMonths#counting} says of those that
 * stand, at the cost of what changes and not of all parts. Pages, which count only together, are none.
 */
public final class StandingParts {

    private final SourceRules rules;
    private final boolean ofProvinces;
    /** Of each value what stands, the one that counts last. */
    private final Map<String, TreeMap<Upload, Said>> byValue = new HashMap<>();

    private final Map<ObjectVersion, Integer> counting = new HashMap<>();
    private final TreeMap<String, Shared> partners = new TreeMap<>();
    private Totals totals = Totals.NONE;
    private int provinces;
    private int withoutPartners;

    /** What some parts have of one partner. */
    private record Shared(Totals totals, int parts) {}

    /** Nothing stands yet. */
    public StandingParts(Part.Dimension dimension, SourceRules rules) {
        if (dimension == Part.Dimension.PAGE) {
            throw new IllegalArgumentException("found pages, expected parts that count each for itself");
        }
        this.rules = rules;
        this.ofProvinces =
                dimension == Part.Dimension.PROVINCE && !rules.provinces().isEmpty();
    }

    /** The file that says {@code said} stands from now on. */
    public void add(Said said) {
        String value = value(said);
        TreeMap<Upload, Said> standing = byValue.get(value);
        if (standing == null) {
            standing = new TreeMap<>();
            byValue.put(value, standing);
            provinces += isProvince(value) ? 1 : 0;
        } else {
            count(standing.lastEntry().getValue(), -1);
        }
        standing.put(said.file().upload(), said);
        count(standing.lastEntry().getValue(), 1);
    }

    /** The file that says {@code said}, which stood, does not stand any more. */
    public void remove(Said said) {
        String value = value(said);
        TreeMap<Upload, Said> standing = byValue.get(value);
        if (standing == null || !standing.containsKey(said.file().upload())) {
            throw new IllegalArgumentException("found a part of " + said.object() + " that does not stand");
        }
        count(standing.lastEntry().getValue(), -1);
        standing.remove(said.file().upload());
        if (standing.isEmpty()) {
            byValue.remove(value);
            provinces -= isProvince(value) ? 1 : 0;
        } else {
            count(standing.lastEntry().getValue(), 1);
        }
    }

    private static String value(Said said) {
        return said.part().orElseThrow().value();
    }

    private boolean isProvince(String value) {
        return ofProvinces && rules.provinces().contains(value);
    }

    private void count(Said said, int by) {
        counting.merge(said.object(), by, (one, other) -> one + other == 0 ? null : one + other);
        // Files without rows say that there is nothing to add, not that partners are not told.
        if (said.totals().rows() == 0) {
            return;
        }
        withoutPartners += said.partners().isEmpty() ? by : 0;
        totals = by > 0 ? totals.plus(said.totals()) : totals.minus(said.totals());
        said.partners().forEach((partner, traded) -> {
            Shared shared = partners.getOrDefault(partner, new Shared(Totals.NONE, 0));
            if (shared.parts() + by == 0) {
                partners.remove(partner);
            } else {
                partners.put(
                        partner,
                        new Shared(
                                by > 0
                                        ? shared.totals().plus(traded)
                                        : shared.totals().minus(traded),
                                shared.parts() + by));
            }
        });
    }

    /** Whether nothing stands. */
    public boolean isEmpty() {
        return byValue.isEmpty();
    }

    /** Whether something that {@code file} says counts. */
    public boolean counts(ObjectVersion file) {
        return counting.containsKey(file);
    }

    /** Whether a part of {@code value} stands. */
    public boolean has(String value) {
        return byValue.containsKey(value);
    }

    /** Whether all parts that there are stand, which are the whole then. */
    public boolean isWhole() {
        return ofProvinces && provinces == rules.provinces().size();
    }

    /** Over all rows. */
    public Totals totals() {
        return totals;
    }

    /** By partner code, as they are now; none where a file with rows does not tell partners. */
    public SortedMap<String, Totals> partners() {
        if (withoutPartners > 0) {
            return Collections.emptySortedMap();
        }
        SortedMap<String, Totals> now = new TreeMap<>();
        partners.forEach((partner, shared) -> now.put(partner, shared.totals()));
        return now;
    }
}
