package dev.customsfeed.ledger;

import dev.customsfeed.ledger.CommodityMonth.Counted;
import dev.customsfeed.ledger.CommodityMonth.Said;
import dev.customsfeed.ledger.Part.Dimension;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What counts of one month of one commodity, of all that standing files say of it. */
final class MonthFold {

    private final YearMonth period;
    private final SourceRules rules;
    private final PageFold pages;
    private Optional<Counted> counts = Optional.empty();
    private Optional<UncountedPages> uncountedPages = Optional.empty();

    MonthFold(YearMonth period, List<Said> standing, SourceRules rules, PageFold pages) {
        this.period = period;
        this.rules = rules;
        this.pages = pages;
        Optional<Said> whole =
                standing.stream().filter(said -> said.part().isEmpty()).max(Said.BY_UPLOAD);
        if (whole.isPresent()) {
            counts = Optional.of(Counted.of(Scope.WHOLE, List.of(whole.get())));
        } else {
            countParts(standing);
        }
    }

    private void countParts(List<Said> standing) {
        Map<Dimension, List<Said>> byDimension = new TreeMap<>();
        for (Said said : standing) {
            byDimension
                    .computeIfAbsent(said.part().orElseThrow().dimension(), dimension -> new ArrayList<>())
                    .add(said);
        }
        List<Map.Entry<Dimension, List<Said>>> newestFirst = byDimension.entrySet().stream()
                .sorted(Comparator.comparing(
                        (Map.Entry<Dimension, List<Said>> parts) -> newest(parts.getValue()),
                        Said.BY_UPLOAD.reversed()))
                .toList();
        for (Map.Entry<Dimension, List<Said>> parts : newestFirst) {
            if (parts.getKey() != Dimension.PAGE) {
                counts = Optional.of(sum(parts.getKey(), parts.getValue()));
                return;
            }
            PageFold.Pages found = pages.of(period, newest(parts.getValue()), parts.getValue());
            if (found.isComplete()) {
                counts = Optional.of(Counted.of(Scope.WHOLE, found.said()));
                return;
            }
            uncountedPages = Optional.of(found.uncounted());
        }
    }

    private static Said newest(Collection<Said> some) {
        return some.stream().max(Said.BY_UPLOAD).orElseThrow();
    }

    private Counted sum(Dimension dimension, List<Said> parts) {
        Map<String, Said> byValue = new TreeMap<>();
        parts.stream()
                .sorted(Said.BY_UPLOAD)
                .forEach(said -> byValue.put(said.part().orElseThrow().value(), said));
        SortedSet<String> values = new TreeSet<>(byValue.keySet());
        boolean allProvinces = dimension == Dimension.PROVINCE
                && !rules.provinces().isEmpty()
                && values.containsAll(rules.provinces());
        return Counted.of(allProvinces ? Scope.WHOLE : new Scope.PartOf(dimension, values), byValue.values());
    }

    /** What counts; empty as long as there are pages alone and they do not count. */
    Optional<Counted> counts() {
        return counts;
    }

    /** The pages that were passed over. */
    Optional<UncountedPages> uncountedPages() {
        return uncountedPages;
    }
}
