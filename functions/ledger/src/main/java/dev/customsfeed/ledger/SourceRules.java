package dev.customsfeed.ledger;

import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the ledger has to know of a source.
 *
 * @param id the source's short name, e.g. {@code gacc}
 * @param codeLengths how many characters its commodity codes can have
 * @param soleReporter the one reporter that the source is about, as an ISO 3166-1 alpha-2 code; empty for a source of many
 * @param flowInKey whether the key of each of its files declares the flow; then each trade flow has an upload log of its own, else
 *     all files of the source share one
 * @param currencies ISO 4217 codes of the currencies that its values can have
 * @param reporterGroups the groups of reporters that a feed can be about, by id: the members' codes
 * @param provinces the source's codes of all provinces, of which one file each makes a whole month; empty where it tells none apart
 */
public record SourceRules(
        String id,
        SortedSet<Integer> codeLengths,
        Optional<String> soleReporter,
        boolean flowInKey,
        SortedSet<String> currencies,
        SortedMap<String, SortedSet<String>> reporterGroups,
        SortedSet<String> provinces) {

    /** Of a source that tells no provinces apart. */
    public SourceRules(
            String id,
            SortedSet<Integer> codeLengths,
            Optional<String> soleReporter,
            boolean flowInKey,
            SortedSet<String> currencies,
            SortedMap<String, SortedSet<String>> reporterGroups) {
        this(id, codeLengths, soleReporter, flowInKey, currencies, reporterGroups, new TreeSet<>());
    }

    /**
     * The upload log that tells of the files that hold {@code tradeFlow}. It hangs on an object's key alone, for a deletion names
     * nothing else.
     */
    public String log(TradeFlow tradeFlow) {
        return flowInKey ? tradeFlow.key() : id;
    }
}
