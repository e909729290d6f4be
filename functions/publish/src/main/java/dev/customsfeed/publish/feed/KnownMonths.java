package dev.customsfeed.publish.feed;

import dev.customsfeed.publish.report.ReportBasis;
import java.time.YearMonth;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What was written of months before, for as long as they are still made of the same: a month is found by all that it is computed
 * from, so that whoever asks gets what would be computed now. Those that nobody asked for the longest go when they take more
 * memory than they may. Not for several threads at once.
 */
public final class KnownMonths {

    private final long capacity;
    private final Map<Name, Known> months = new LinkedHashMap<>(16, 0.75f, true);
    private long size;

    private record Name(String feed, YearMonth period) {}

    private record Known(ReportBasis basis, Optional<String> root, MonthDocuments documents) {

        boolean isOf(ReportBasis other, Optional<String> otherRoot) {
            return root.equals(otherRoot) && basis.equals(other);
        }
    }

    /** Knows nothing yet, and keeps documents of at most {@code capacity} bytes. */
    public KnownMonths(long capacity) {
        this.capacity = capacity;
    }

    /** The documents that are made of {@code basis}, for a feed that is served under {@code root}: kept, or computed now. */
    MonthDocuments of(ReportBasis basis, Optional<String> root, Function<ReportBasis, MonthDocuments> compute) {
        Name name = new Name(basis.feed().id(), basis.period());
        Known known = months.get(name);
        if (known != null && known.isOf(basis, root)) {
            return known.documents();
        }
        MonthDocuments documents = compute.apply(basis);
        keep(name, new Known(basis, root, documents));
        return documents;
    }

    private void keep(Name name, Known known) {
        size += known.documents().size();
        Known before = months.put(name, known);
        if (before != null) {
            size -= before.documents().size();
        }
        Iterator<Known> eldest = months.values().iterator();
        while (size > capacity) {
            size -= eldest.next().documents().size();
            eldest.remove();
        }
    }
}
