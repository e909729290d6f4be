package dev.customsfeed.sources.comext;

import dev.customsfeed.ledger.CustomsRecord;
import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.Quantity;
import dev.customsfeed.ledger.Series;
import dev.customsfeed.ledger.TradeFlow;
import dev.customsfeed.ledger.Valuation;
import dev.customsfeed.sources.SourceContract;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** {@code full_v2}. */
class FullV2ContractProperties extends SourceContract {

    private static final List<String> COLUMNS = List.of(
            "REPORTER",
            "PARTNER",
            "TRADE_TYPE",
            "PRODUCT_NC",
            "PRODUCT_SITC",
            "PRODUCT_CPA21",
            "PRODUCT_CPA22",
            "PRODUCT_BEC",
            "PRODUCT_BEC5",
            "PRODUCT_SECTION",
            "FLOW",
            "STAT_PROCEDURE",
            "SUPPL_UNIT",
            "PERIOD",
            "VALUE_EUR",
            "VALUE_NAC",
            "QUANTITY_KG",
            "QUANTITY_SUPPL_UNIT");

    private static final Set<String> KEPT = Set.of("81041100", "81043000", "8104XXXX", "81XXXXXX", "25041000");

    /** What a row says; a weight or an amount of -1 is none. */
    private record Fact(
            String reporter,
            String partner,
            String product,
            String sitc,
            Flow flow,
            String procedure,
            int month,
            long value,
            long kilograms,
            long amount) {

        private boolean isKept() {
            return KEPT.contains(product);
        }

        private List<String> group() {
            return List.of(reporter, partner, flow.id(), procedure, Integer.toString(month));
        }

        private List<String> row() {
            return row(product, value, kilograms < 0 ? "" : Long.toString(kilograms), amount);
        }

        private List<String> total(long sumOfValues, OptionalLong sumOfKilograms) {
            return row(
                    "000TOTAL",
                    sumOfValues,
                    sumOfKilograms.isPresent() ? Long.toString(sumOfKilograms.getAsLong()) : "",
                    -1);
        }

        private List<String> row(String as, long of, String weight, long pieces) {
            return List.of(
                    reporter,
                    partner,
                    partner.equals("FR") ? "I" : "E",
                    as,
                    sitc,
                    "2445",
                    "2446",
                    "220",
                    "221220",
                    "15",
                    flow == Flow.IMPORT ? "1" : "2",
                    procedure,
                    pieces < 0 ? "NO_SU" : "p/st",
                    month < 10 ? "20250" + month : "2025" + month,
                    decimal(of),
                    "7",
                    weight,
                    decimal(Math.max(0, pieces)));
        }

        private CustomsRecord record() {
            return new CustomsRecord(
                    new Series(new TradeFlow("comext", reporter, flow), "EUR", product),
                    YearMonth.of(2025, month),
                    0,
                    partner,
                    new TreeMap<>(Map.of("procedure", procedure, "tradeType", partner.equals("FR") ? "I" : "E")),
                    Optional.empty(),
                    amount < 0 ? Optional.empty() : Optional.of(new Quantity(amount, "p/st")),
                    kilograms < 0 ? OptionalLong.empty() : OptionalLong.of(kilograms * 1_000),
                    false,
                    value,
                    Optional.of(flow == Flow.IMPORT ? Valuation.CIF : Valuation.FOB));
        }
    }

    private static String decimal(long thousandths) {
        return BigDecimal.valueOf(thousandths, 3).stripTrailingZeros().toPlainString();
    }

    @Override
    protected Arbitrary<Sample> files() {
        Arbitrary<Fact> fact = Combinators.combine(
                        Combinators.combine(
                                        Arbitraries.of("DE", "FI", "GR"),
                                        Arbitraries.of("CN", "NA", "FR", "QQ"),
                                        Arbitraries.of(
                                                "81041100",
                                                "81043000",
                                                "8104XXXX",
                                                "81XXXXXX",
                                                "25041000",
                                                "28046900",
                                                "39XXXXXX"))
                                .as(List::of),
                        Arbitraries.of("68915", "69999"),
                        Arbitraries.of(Flow.class),
                        Arbitraries.of("1", "2", "3", "9"),
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.longs().between(0, 999_999_999_999L),
                        Arbitraries.longs().between(-1, 999_999_999),
                        Arbitraries.longs().between(-1, 999_999))
                .as((codes, sitc, flow, procedure, month, value, kilograms, amount) -> new Fact(
                        codes.get(0),
                        codes.get(1),
                        codes.get(2),
                        sitc,
                        flow,
                        procedure,
                        month,
                        value,
                        kilograms,
                        amount));
        return Combinators.combine(
                        fact.list()
                                .ofMinSize(1)
                                .ofMaxSize(25)
                                .uniqueElements(row -> List.of(row.group(), row.product(), row.sitc())),
                        Arbitraries.of(true, false))
                .as(FullV2ContractProperties::sample);
    }

    private static Sample sample(List<Fact> facts, boolean withTotals) {
        List<List<String>> rows = new ArrayList<>(facts.stream().map(Fact::row).toList());
        Set<Integer> totals = new HashSet<>();
        if (withTotals) {
            Map<List<String>, List<Fact>> groups = new LinkedHashMap<>();
            facts.forEach(one -> groups.computeIfAbsent(one.group(), any -> new ArrayList<>())
                    .add(one));
            groups.values().forEach(group -> {
                totals.add(rows.size());
                boolean weighed = group.stream().allMatch(one -> one.kilograms() >= 0);
                rows.add(group.get(0)
                        .total(
                                group.stream().mapToLong(Fact::value).sum(),
                                weighed
                                        ? OptionalLong.of(group.stream()
                                                .mapToLong(Fact::kilograms)
                                                .sum())
                                        : OptionalLong.empty()));
            });
        }
        SortedMap<String, Long> excluded = new TreeMap<>();
        long outside = facts.stream().filter(one -> !one.isKept()).count();
        if (outside > 0) {
            excluded.put("rows outside keep=", outside);
        }
        if (!totals.isEmpty()) {
            excluded.put("totals", (long) totals.size());
        }
        return new Sample(
                "incoming/comext/keep=8104+2504/f.dat",
                COLUMNS,
                rows,
                totals,
                facts.stream().filter(Fact::isKept).map(Fact::record).toList(),
                excluded);
    }

    @Override
    protected String valueColumn() {
        return "VALUE_EUR";
    }

    @Override
    protected Set<String> freeTexts() {
        return Set.of("SUPPL_UNIT");
    }

    @Override
    protected Set<String> splitDimensions() {
        return Set.of("procedure");
    }
}
