package dev.customsfeed.ledger.tables;

import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.QuotationContents;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The observations of one file of prices or rates: one item of the table of months. It never changes.
 *
 * @param name of what is quoted, e.g. {@code price/mg-ingot}
 * @param object the file
 * @param observations above zero, by day, {@value QuotationContents#MOST_OBSERVATIONS} at most
 */
public record StoredQuotations(String name, ObjectVersion object, NavigableMap<LocalDate, BigDecimal> observations) {

    /** Keeps a copy. */
    public StoredQuotations {
        observations = Collections.unmodifiableNavigableMap(new TreeMap<>(observations));
    }
}
