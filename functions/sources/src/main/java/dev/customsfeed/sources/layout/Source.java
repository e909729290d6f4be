package dev.customsfeed.sources.layout;

import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.SourceRules;
import dev.customsfeed.ledger.Valuation;
import dev.customsfeed.sources.codes.PartnerList;
import dev.customsfeed.sources.codes.ReporterGroups;
import dev.customsfeed.sources.key.KeyRules;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * A statistical office that publishes customs statistics: all that is to be known of it.
 *
 * @param id its short name, as in {@code incoming/<id>/}
 * @param names what it is called, by language ({@code en}, {@code zh})
 * @param keys what keys of its files declare
 * @param layouts the ways in which it writes files; a file is read by the first that recognises it
 * @param partners its code list of partners
 * @param codeLengths how many characters its commodity codes can have
 * @param soleReporter the one reporter that it is about; empty for a source of many
 * @param currencies ISO 4217 codes of the currencies that its values can have
 * @param provinces its codes of all provinces, of which one file each makes a whole month; empty where it tells none apart
 * @param valuations what values include where a row does not say
 * @param rowCaps numbers of rows after which it cuts its answers: a file of exactly so many is rejected unless its key declares
 *     {@code rows=complete}
 * @param download where its files come from, for advice, e.g. {@code stats.customs.gov.cn}
 * @param rowsMayBePublished whether its terms of use let its rows be passed on, rather than figures alone
 */
public record Source(
        String id,
        SortedMap<String, String> names,
        KeyRules keys,
        List<Layout> layouts,
        PartnerList partners,
        SortedSet<Integer> codeLengths,
        Optional<String> soleReporter,
        SortedSet<String> currencies,
        SortedSet<String> provinces,
        Map<Flow, Valuation> valuations,
        SortedSet<Long> rowCaps,
        String download,
        boolean rowsMayBePublished) {

    /** One that tells no provinces apart. */
    public Source(
            String id,
            SortedMap<String, String> names,
            KeyRules keys,
            List<Layout> layouts,
            PartnerList partners,
            SortedSet<Integer> codeLengths,
            Optional<String> soleReporter,
            SortedSet<String> currencies,
            Map<Flow, Valuation> valuations,
            SortedSet<Long> rowCaps,
            String download,
            boolean rowsMayBePublished) {
        this(
                id,
                names,
                keys,
                layouts,
                partners,
                codeLengths,
                soleReporter,
                currencies,
                Collections.emptySortedSet(),
                valuations,
                rowCaps,
                download,
                rowsMayBePublished);
    }

    /**
     * What its code lists call a code of a dimension such as {@code province}, by language ({@code en}, {@code zh}); empty where none
     * names it.
     */
    public Map<String, String> names(String dimension, String code) {
        return layouts.stream()
                .flatMap(layout -> layout.dimensions().stream()
                        .filter(one -> one.name().equals(dimension))
                        .map(one -> layout.names(one, code)))
                .filter(names -> !names.isEmpty())
                .findFirst()
                .orElse(Map.of());
    }

    /** What its files are, e.g. {@code a CSV file or an answer of the API in JSON}. */
    public String fileKinds() {
        List<String> kinds = layouts.stream().map(Layout::fileKind).distinct().toList();
        int last = kinds.size() - 1;
        return last == 0 ? kinds.get(0) : String.join(", ", kinds.subList(0, last)) + " or " + kinds.get(last);
    }

    /** What the ledger has to know of it. */
    public SourceRules rules() {
        return new SourceRules(
                id,
                codeLengths,
                soleReporter,
                keys.flowRequired(),
                currencies,
                soleReporter.isPresent() ? ReporterGroups.NONE : ReporterGroups.ALL,
                provinces);
    }
}
