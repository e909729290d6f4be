package dev.customsfeed.ledger;

import java.time.YearMonth;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a committed file of prices or rates has.
 *
 * @param quoted what it is about
 * @param observations how many, {@value #MOST_OBSERVATIONS} at most
 * @param months the months that it has observations of, each with a hash of them and of what is declared: of equal ones a month says
 *     the same
 * @param sha256 of the object's bytes, as hexadecimal text
 */
public record QuotationContents(Quoted quoted, int observations, SortedMap<YearMonth, String> months, String sha256) {

    /** So many fit into an item of a table, which takes 400 KB: a day takes up to 32 bytes. */
    public static final int MOST_OBSERVATIONS = 10_000;

    /** Keeps a copy. */
    public QuotationContents {
        months = Collections.unmodifiableSortedMap(new TreeMap<>(months));
    }
}
