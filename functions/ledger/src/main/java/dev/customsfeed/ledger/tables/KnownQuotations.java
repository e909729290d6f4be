package dev.customsfeed.ledger.tables;

import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.UploadLogEntry.Quotations;
import dev.customsfeed.runtime.cache.LruCache;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.NavigableMap;

/** Reads what committed files of prices and rates say, and keeps it: they never say anything else. */
public final class KnownQuotations {

    private final MonthsTable table;
    private final LruCache<ObjectVersion, StoredQuotations> kept;

    /**
     * Of {@code table}.
     *
     * @param observations how many it may keep; one takes some 200 bytes
     */
    public KnownQuotations(MonthsTable table, long observations) {
        this.table = table;
        this.kept =
                new LruCache<>(observations, file -> 1L + file.observations().size());
    }

    /** What a committed file says, by day. */
    public NavigableMap<LocalDate, BigDecimal> of(Quotations file) {
        StoredQuotations said = kept.get(file.object()).orElseGet(() -> table.quotations(file));
        kept.put(file.object(), said);
        return said.observations();
    }
}
