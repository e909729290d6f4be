package dev.customsfeed.sources.uscensus;

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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Answers of the Census Bureau: of exports or imports, as array of arrays or as table. */
abstract class CensusContract extends SourceContract {

    /** Stands for the sum over all. */
    private static final String ALL = "-";

    private final Flow flow;
    private final String value;
    private final String quantity;
    private final Map<String, String> basis;
    private final boolean json;

    CensusContract(Flow flow, String value, String quantity, Map<String, String> basis, boolean json) {
        this.flow = flow;
        this.value = value;
        this.quantity = quantity;
        this.basis = basis;
        this.json = json;
    }

    /** What a row says; {@code trade} is 1, 2 or empty where the file does not tell them apart. */
    private record Fact(String commodity, String partner, String trade, int month, long value, long amount) {

        private Fact as(String otherPartner, String otherTrade) {
            return new Fact(commodity, otherPartner, otherTrade, month, value, amount);
        }

        private Fact plus(Fact other) {
            return new Fact(commodity, partner, trade, month, value + other.value, amount + other.amount);
        }

        /** A commodity has one unit. */
        private String unit() {
            return switch (commodity) {
                case "8104110000" -> "KG";
                case "8104190000" -> "T";
                case "8104900000" -> "NO";
                default -> "-";
            };
        }

        private long gramsAUnit() {
            return unit().equals("KG") ? 1_000 : unit().equals("T") ? 1_000_000 : 0;
        }
    }

    /** Which totals and groups stand in a file beside its rows. */
    private record Shape(boolean sixDigits, boolean trade, boolean overPartners, boolean overTrade, boolean groups) {}

    @Override
    protected Arbitrary<Sample> files() {
        Arbitrary<Shape> shapes = Arbitraries.of(true, false)
                .list()
                .ofSize(5)
                .map(is -> new Shape(is.get(0), is.get(1) && flow == Flow.EXPORT, is.get(2), is.get(3), is.get(4)));
        return shapes.flatMap(shape -> facts(shape).map(facts -> sample(facts, shape)));
    }

    private Arbitrary<List<Fact>> facts(Shape shape) {
        return Combinators.combine(
                        shape.sixDigits()
                                ? Arbitraries.of("810411", "810419", "030111")
                                : Arbitraries.of("8104110000", "8104190000", "8104900000", "0301110000"),
                        Arbitraries.of("1220", "5700", "7660", "7920", "4280"),
                        shape.trade() ? Arbitraries.of("1", "2") : Arbitraries.just(""),
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.longs().between(0, 999_999_999),
                        Arbitraries.longs().between(0, 9_999_999))
                .as(Fact::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(25)
                .uniqueElements(fact -> List.of(fact.commodity(), fact.partner(), fact.trade(), fact.month()));
    }

    private Sample sample(List<Fact> facts, Shape shape) {
        List<Fact> totals = new ArrayList<>();
        if (shape.overPartners()) {
            totals.addAll(sums(facts, fact -> fact.as(ALL, fact.trade())));
        }
        if (shape.trade() && shape.overTrade()) {
            totals.addAll(sums(facts, fact -> fact.as(fact.partner(), ALL)));
            totals.addAll(sums(facts, fact -> fact.as(ALL, ALL)));
        }
        List<Fact> groups = shape.groups()
                ? facts.stream()
                        .map(fact -> fact.as(fact.partner().charAt(0) + "XXX", fact.trade()))
                        .toList()
                : List.of();
        List<List<String>> rows = new ArrayList<>();
        totals.forEach(total -> rows.add(row(total, shape)));
        facts.forEach(fact -> rows.add(row(fact, shape)));
        groups.forEach(group -> rows.add(row(group, shape)));
        Set<Integer> places = new TreeSet<>();
        for (int i = 0; i < totals.size(); i++) {
            places.add(i);
        }
        SortedMap<String, Long> excluded = new TreeMap<>();
        count(excluded, "totals", totals);
        count(excluded, "groups of countries", groups);
        return new Sample(
                "incoming/uscensus/f." + (json ? "json" : "csv"),
                columns(shape),
                rows,
                places,
                facts.stream().map(fact -> record(fact, shape)).toList(),
                excluded);
    }

    private static void count(SortedMap<String, Long> excluded, String reason, Collection<Fact> rows) {
        if (!rows.isEmpty()) {
            excluded.put(reason, (long) rows.size());
        }
    }

    private static Collection<Fact> sums(List<Fact> facts, Function<Fact, Fact> group) {
        Map<List<String>, Fact> sums = new LinkedHashMap<>();
        facts.stream()
                .map(group)
                .forEach(fact -> sums.merge(
                        List.of(fact.commodity(), fact.partner(), fact.trade(), Integer.toString(fact.month())),
                        fact,
                        Fact::plus));
        return sums.values();
    }

    private String commodityColumn() {
        return flow == Flow.EXPORT ? "E_COMMODITY" : "I_COMMODITY";
    }

    private List<String> columns(Shape shape) {
        List<String> columns = new ArrayList<>(List.of(
                commodityColumn(),
                "CTY_CODE",
                "CTY_NAME",
                value,
                quantity,
                "UNIT_QY1",
                "time",
                "COMM_LVL",
                "SUMMARY_LVL"));
        if (shape.trade()) {
            columns.add("DF");
        }
        // What limits a query, the API repeats.
        columns.add(commodityColumn());
        return columns;
    }

    private List<String> row(Fact fact, Shape shape) {
        List<String> row = new ArrayList<>(List.of(
                fact.commodity(),
                fact.partner(),
                "NAME OF " + fact.partner(),
                Long.toString(fact.value()),
                Long.toString(fact.amount()),
                fact.unit(),
                YearMonth.of(2025, fact.month()).toString(),
                "HS" + fact.commodity().length(),
                fact.partner().endsWith("XXX") ? "CGP" : "DET"));
        if (shape.trade()) {
            row.add(fact.trade());
        }
        row.add(fact.commodity());
        return row;
    }

    private CustomsRecord record(Fact fact, Shape shape) {
        boolean known = !shape.sixDigits() && !fact.unit().equals(ALL) && (fact.amount() > 0 || fact.value() == 0);
        SortedMap<String, String> dimensions = new TreeMap<>(basis);
        if (shape.trade()) {
            dimensions.put("trade", fact.trade().equals("1") ? "DOMESTIC" : "RE-EXPORT");
        }
        return new CustomsRecord(
                new Series(new TradeFlow("uscensus", "US", flow), "USD", fact.commodity()),
                YearMonth.of(2025, fact.month()),
                0,
                fact.partner(),
                dimensions,
                known ? Optional.of(new Quantity(fact.amount() * 1_000, fact.unit())) : Optional.empty(),
                Optional.empty(),
                known && fact.gramsAUnit() > 0
                        ? OptionalLong.of(fact.amount() * fact.gramsAUnit())
                        : OptionalLong.empty(),
                false,
                fact.value() * 1_000,
                Optional.of(flow == Flow.EXPORT ? Valuation.FAS : Valuation.CUSTOMS_VALUE));
    }

    @Override
    protected byte[] bytes(List<String> columns, List<List<String>> rows) {
        if (!json) {
            return super.bytes(columns, rows);
        }
        List<List<String>> all = new ArrayList<>(List.of(columns));
        all.addAll(rows);
        return all.stream()
                .map(row -> row.stream().map(text -> '"' + text + '"').collect(Collectors.joining(",", "[", "]")))
                .collect(Collectors.joining(",\n", "[", "]\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected String valueColumn() {
        return value;
    }

    @Override
    protected Set<String> freeTexts() {
        return Set.of("UNIT_QY1");
    }

    @Override
    protected Set<String> splitDimensions() {
        return new LinkedHashSet<>(List.of("trade", "basis"));
    }
}
