package dev.customsfeed.ledger;

import java.time.YearMonth;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a committed file of prices or rates has.
 *
 * @param quoted what it is about
 * @param observations how many
 * @param months the months that it has observations of, each with a hash of them and of what is declared: of equal ones a month says
 *     the same
 * @param sha256 of the object's bytes, as hexadecimal text
 */
public record QuotationContents(Quoted quoted, int observations, SortedMap<YearMonth, String> months, String sha256) {

    /** Keeps a copy. */
    public QuotationContents {
        months = Collections.unmodifiableSortedMap(new TreeMap<>(months));
    }
}
