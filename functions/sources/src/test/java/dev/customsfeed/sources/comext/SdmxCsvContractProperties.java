package dev.customsfeed.sources.comext;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Comparator;
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

/** SDMX-CSV of DS-045409. */
class SdmxCsvContractProperties extends SourceContract {

    private static final List<String> COLUMNS = List.of(
            "DATAFLOW",
            "LAST UPDATE",
            "freq",
            "reporter",
            "partner",
            "product",
            "flow",
            "indicators",
            "TIME_PERIOD",
            "OBS_VALUE");

    private static final int INDICATOR = 7;
    private static final int PERIOD = 8;

    /** What the rows of a key say; a weight or an amount of -1 is none. */
    private record Fact(
            String reporter,
            String partner,
            String product,
            Flow flow,
            int month,
            long value,
            long hundredths,
            long amount) {

        private List<List<String>> rows() {
            List<List<String>> rows = new ArrayList<>();
            rows.add(row("VALUE_IN_EUROS", value));
            if (hundredths >= 0) {
                // Hundredths of 100 kilograms are kilograms.
                rows.add(row("QUANTITY_IN_100KG", hundredths * 10));
            }
            if (amount >= 0) {
                rows.add(row("SUPPLEMENTARY_QUANTITY", amount));
            }
            return rows;
        }

        private List<String> row(String indicator, long thousandths) {
            return List.of(
                    "ESTAT:DS-045409(1.0)",
                    "15/01/26 11:00:00",
                    "M",
                    reporter,
                    partner,
                    product,
                    flow == Flow.IMPORT ? "1" : "2",
                    indicator,
                    month < 10 ? "2025-0" + month : "2025-" + month,
                    BigDecimal.valueOf(thousandths, 3).stripTrailingZeros().toPlainString());
        }

        private List<Object> group() {
            return List.of(reporter, product, flow, month);
        }

        private Fact to(String other, long sumOfValues, long sumOfHundredths) {
            return new Fact(reporter, other, product, flow, month, sumOfValues, sumOfHundredths, -1);
        }

        private CustomsRecord record() {
            return new CustomsRecord(
                    new Series(new TradeFlow("comext", reporter, flow), "EUR", product),
                    YearMonth.of(2025, month),
                    0,
                    partner,
                    new TreeMap<>(),
                    Optional.empty(),
                    amount < 0 ? Optional.empty() : Optional.of(new Quantity(amount, "supplementary unit")),
                    hundredths < 0 ? OptionalLong.empty() : OptionalLong.of(hundredths * 1_000),
                    false,
                    value,
                    Optional.of(flow == Flow.IMPORT ? Valuation.CIF : Valuation.FOB));
        }
    }

    @Override
    protected Arbitrary<Sample> files() {
        Arbitrary<Fact> fact = Combinators.combine(
                        Arbitraries.of("DE", "FI", "GR"),
                        Arbitraries.of("CN", "NA", "FR", "QQ", "US", "TW"),
                        Arbitraries.of("81041100", "81043000", "8104XXXX"),
                        Arbitraries.of(Flow.class),
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.longs().between(0, 999_999_999_999L),
                        Arbitraries.longs().between(-1, 999_999_999),
                        Arbitraries.longs().between(-1, 999_999))
                .as(Fact::new);
        return Combinators.combine(
                        fact.list()
                                .ofMinSize(1)
                                .ofMaxSize(20)
                                .uniqueElements(one -> List.of(one.group(), one.partner())),
                        Arbitraries.of(true, false))
                .as(SdmxCsvContractProperties::sample);
    }

    private static Sample sample(List<Fact> facts, boolean withWorld) {
        List<Fact> all = new ArrayList<>(facts);
        SortedMap<String, Long> excluded = new TreeMap<>();
        if (withWorld) {
            Map<List<Object>, List<Fact>> groups = new LinkedHashMap<>();
            facts.forEach(one -> groups.computeIfAbsent(one.group(), any -> new ArrayList<>())
                    .add(one));
            groups.values().forEach(group -> {
                long value = group.stream().mapToLong(Fact::value).sum();
                boolean weighed = group.stream().allMatch(one -> one.hundredths() >= 0);
                long weight = group.stream().mapToLong(Fact::hundredths).sum();
                all.add(group.get(0).to("WORLD", value, weighed ? weight : -1));
            });
            all.add(facts.get(0).to("EXT_EA21", 1, 1));
            excluded.put("totals", (long) groups.size());
            excluded.put("totals over groups of partners", 1L);
        }
        List<List<String>> rows = new ArrayList<>();
        all.forEach(one -> rows.addAll(one.rows()));
        // As Eurostat sorts: by reporter, partner, product, flow, indicator and month.
        rows.sort(Comparator.comparing(
                        (List<String> row) -> row.subList(0, INDICATOR).toString())
                .thenComparing(row -> row.get(INDICATOR))
                .thenComparing(row -> row.get(PERIOD)));
        Set<Integer> totals = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).contains("WORLD") && rows.get(i).contains("VALUE_IN_EUROS")) {
                totals.add(i);
            }
        }
        return new Sample(
                "incoming/comext/hs=8104/f.csv",
                COLUMNS,
                rows,
                totals,
                facts.stream().map(Fact::record).toList(),
                excluded);
    }

    @Override
    protected String valueColumn() {
        return "OBS_VALUE";
    }

    /** Value, weight and supplementary quantity are a row each, of what is excluded too. */
    @Override
    protected void checkEachRowIsToldOf(long rows, long records, long excluded) {
        long told = records + excluded;
        assertThat(rows).isBetween(told, 3 * told);
    }

    /** A row that is lost may be that of a weight, which then is unknown, or of an amount. */
    @Override
    protected boolean isLeftOf(CustomsRecord left, CustomsRecord whole) {
        return left.series().equals(whole.series())
                && left.period().equals(whole.period())
                && left.partner().equals(whole.partner())
                && left.valueThousandths() == whole.valueThousandths()
                && (left.netWeightGrams().isEmpty() || left.netWeightGrams().equals(whole.netWeightGrams()))
                && (left.supplementaryQuantity().isEmpty()
                        || left.supplementaryQuantity().equals(whole.supplementaryQuantity()));
    }

    @Override
    protected Set<String> splitDimensions() {
        return Set.of();
    }
}
