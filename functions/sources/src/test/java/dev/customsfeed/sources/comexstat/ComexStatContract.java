package dev.customsfeed.sources.comexstat;

import dev.customsfeed.ledger.CustomsRecord;
import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.Quantity;
import dev.customsfeed.ledger.Series;
import dev.customsfeed.ledger.TradeFlow;
import dev.customsfeed.ledger.Valuation;
import dev.customsfeed.sources.SourceContract;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
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

/** {@code EXP_YYYY.csv} and {@code IMP_YYYY.csv}. */
abstract class ComexStatContract extends SourceContract {

    private static final List<String> CODES =
            List.of("CO_ANO", "CO_MES", "CO_NCM", "CO_UNID", "CO_PAIS", "SG_UF_NCM", "CO_VIA", "CO_URF");

    private final Flow flow;

    ComexStatContract(Flow flow) {
        this.flow = flow;
    }

    private record Fact(List<String> codes, long amount, long kilograms, long value) {

        private boolean isKept() {
            return codes.get(2).startsWith("8104");
        }

        private List<String> row(Flow flow) {
            List<String> row = new ArrayList<>(codes);
            row.addAll(List.of(Long.toString(amount), Long.toString(kilograms), Long.toString(value)));
            if (flow == Flow.IMPORT) {
                row.addAll(List.of("75", "12"));
            }
            return row;
        }

        private CustomsRecord record(Flow flow) {
            return new CustomsRecord(
                    new Series(new TradeFlow("comexstat", "BR", flow), "USD", codes.get(2)),
                    YearMonth.of(2025, Integer.parseInt(codes.get(1))),
                    0,
                    codes.get(4),
                    new TreeMap<>(Map.of("state", codes.get(5), "via", codes.get(6), "office", codes.get(7))),
                    Optional.of(new Quantity(amount * 1_000, codes.get(3))),
                    Optional.empty(),
                    OptionalLong.of(kilograms * 1_000),
                    false,
                    value * 1_000,
                    Optional.of(Valuation.FOB));
        }
    }

    @Override
    protected Arbitrary<Sample> files() {
        Arbitrary<List<String>> codes = Combinators.combine(
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.of("81041100", "81043000", "09011110", "12019000"),
                        Arbitraries.of("10", "21"),
                        Arbitraries.of("249", "396", "023", "507", "990"),
                        Arbitraries.of("MG", "SP", "RE"),
                        Arbitraries.of("01", "04"),
                        Arbitraries.of("0817800", "1017700"))
                .as((month, ncm, unit, partner, state, via, office) -> List.of(
                        "2025",
                        month < 10 ? "0" + month : Integer.toString(month),
                        ncm,
                        unit,
                        partner,
                        state,
                        via,
                        office));
        return Combinators.combine(
                        codes,
                        Arbitraries.longs().between(0, 999_999),
                        Arbitraries.longs().between(0, 999_999_999),
                        Arbitraries.longs().between(0, 999_999_999_999L))
                .as(Fact::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(25)
                .uniqueElements(Fact::codes)
                .map(this::sample);
    }

    private Sample sample(List<Fact> facts) {
        SortedMap<String, Long> excluded = new TreeMap<>();
        long outside = facts.stream().filter(fact -> !fact.isKept()).count();
        if (outside > 0) {
            excluded.put("rows outside keep=", outside);
        }
        List<String> columns = new ArrayList<>(CODES);
        columns.addAll(List.of("QT_ESTAT", "KG_LIQUIDO", "VL_FOB"));
        if (flow == Flow.IMPORT) {
            columns.addAll(List.of("VL_FRETE", "VL_SEGURO"));
        }
        return new Sample(
                "incoming/comexstat/keep=8104/f.csv",
                columns,
                facts.stream().map(fact -> fact.row(flow)).toList(),
                Set.of(),
                facts.stream()
                        .filter(Fact::isKept)
                        .map(fact -> fact.record(flow))
                        .toList(),
                excluded);
    }

    /** Names and codes in quotes, figures bare. */
    @Override
    protected byte[] bytes(List<String> columns, List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        text.append('"').append(String.join("\";\"", columns)).append("\"\n");
        for (List<String> row : rows) {
            for (int i = 0; i < columns.size(); i++) {
                String quote = CODES.contains(columns.get(i)) ? "\"" : "";
                text.append(i == 0 ? "" : ";").append(quote).append(row.get(i)).append(quote);
            }
            text.append('\n');
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    protected String valueColumn() {
        return "none";
    }

    @Override
    protected Set<String> splitDimensions() {
        return Set.of("state");
    }
}
