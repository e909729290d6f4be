package dev.customsfeed.sources.check;

import dev.customsfeed.ledger.UnknownWeight;
import dev.customsfeed.ledger.UnknownWeight.Reason;
import dev.customsfeed.sources.codes.Code;
import dev.customsfeed.sources.layout.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Why rows of a file have no net weight: the few reasons and units, and the commodities of each up to a number. */
final class UnknownWeights {

    /** Units that nobody can list are one. */
    private static final int MOST_UNITS = 100;

    private record Why(Reason reason, String unit) {}

    private final Map<Why, Set<Long>> commodities = new HashMap<>();
    private Reason lastReason = Reason.NOT_GIVEN;
    private String lastUnit = "";
    private long lastCommodity = Code.INVALID;

    /** Adds a row that has no net weight. */
    void add(Row row) {
        if (row.commodity() == lastCommodity
                && row.unknownWeight() == lastReason
                && row.unknownWeightUnit().equals(lastUnit)) {
            return;
        }
        lastCommodity = row.commodity();
        lastReason = row.unknownWeight();
        lastUnit = row.unknownWeightUnit();
        Why why = new Why(lastReason, lastUnit);
        if (commodities.size() >= MOST_UNITS && !commodities.containsKey(why)) {
            why = new Why(lastReason, "");
        }
        Set<Long> some = commodities.computeIfAbsent(why, any -> new HashSet<>());
        if (some.size() <= UnknownWeight.MOST_COMMODITIES) {
            some.add(lastCommodity);
        }
    }

    /** All reasons, sorted by id and unit. */
    List<UnknownWeight> reasons() {
        List<UnknownWeight> reasons = new ArrayList<>();
        commodities.forEach((why, codes) -> {
            SortedSet<String> texts = new TreeSet<>();
            if (codes.size() <= UnknownWeight.MOST_COMMODITIES) {
                codes.forEach(code -> texts.add(Code.text(code)));
            }
            reasons.add(new UnknownWeight(why.reason(), why.unit(), texts));
        });
        reasons.sort(Comparator.comparing((UnknownWeight one) -> one.reason().id() + "/" + one.unit()));
        return List.copyOf(reasons);
    }
}
