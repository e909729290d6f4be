package dev.customsfeed.sources.gacc;

import dev.customsfeed.ledger.CustomsRecord;
import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.Quantity;
import dev.customsfeed.ledger.Series;
import dev.customsfeed.ledger.TradeFlow;
import dev.customsfeed.ledger.Valuation;
import dev.customsfeed.sources.SourceContract;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** The CSV of China Customs' portal. */
class GaccContractProperties extends SourceContract {

    private static final List<String> COLUMNS = List.of(
            "Date of data",
            "Commodity code",
            "Trading partner code",
            "Customs Regime code",
            "Locations of importers and exporters code",
            "Quantity",
            "Unit",
            "US dollar",
            "Trading partner");

    private static final TradeFlow FLOW = new TradeFlow("gacc", "CN", Flow.EXPORT);

    /** What a row says. */
    private record Fact(int month, int commodity, int partner, int regime, int province, long quantity, long value) {

        private List<String> row() {
            return List.of(
                    "2025" + two(month),
                    "8104" + two(commodity) + "00",
                    "1" + two(partner),
                    two(regime),
                    two(province),
                    Long.toString(quantity),
                    commodity % 2 == 0 ? "Kilogram" : "Litre",
                    "\"" + String.format(Locale.ROOT, "%,d", value) + "\"",
                    "\"A, name\"");
        }

        private CustomsRecord record() {
            boolean weighed = commodity % 2 == 0;
            return new CustomsRecord(
                    new Series(FLOW, "USD", "8104" + two(commodity) + "00"),
                    YearMonth.of(2025, month),
                    0,
                    "1" + two(partner),
                    new TreeMap<>(Map.of("regime", two(regime), "province", two(province))),
                    Optional.of(new Quantity(quantity * 1_000, weighed ? "Kilogram" : "Litre")),
                    Optional.empty(),
                    weighed ? OptionalLong.of(quantity * 1_000) : OptionalLong.empty(),
                    false,
                    value * 1_000,
                    Optional.of(Valuation.FOB));
        }

        private static String two(int number) {
            return number < 10 ? "0" + number : Integer.toString(number);
        }
    }

    @Override
    protected Arbitrary<Sample> files() {
        Arbitrary<Fact> fact = Combinators.combine(
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.integers().between(10, 14),
                        Arbitraries.integers().between(0, 99),
                        Arbitraries.integers().between(10, 15),
                        Arbitraries.integers().between(11, 65),
                        Arbitraries.longs().between(0, 999_999_999),
                        Arbitraries.longs().between(0, 999_999_999_999L))
                .as(Fact::new);
        return fact.list()
                .ofMinSize(1)
                .ofMaxSize(30)
                .uniqueElements(
                        row -> List.of(row.month(), row.commodity(), row.partner(), row.regime(), row.province()))
                .map(facts -> new Sample(
                        "incoming/gacc/flow=export/f.csv",
                        COLUMNS,
                        facts.stream().map(Fact::row).toList(),
                        Set.of(),
                        facts.stream().map(Fact::record).toList(),
                        new TreeMap<>()));
    }

    @Override
    protected String valueColumn() {
        return "US dollar";
    }

    @Override
    protected Set<String> freeTexts() {
        return Set.of("Unit");
    }

    @Override
    protected Set<String> splitDimensions() {
        return Set.of("regime", "province");
    }
}
