package dev.customsfeed.sources.gacc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.ledger.CustomsRecord;
import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.Quantity;
import dev.customsfeed.ledger.Series;
import dev.customsfeed.ledger.Totals;
import dev.customsfeed.ledger.TradeFlow;
import dev.customsfeed.ledger.Valuation;
import dev.customsfeed.sources.Sources;
import dev.customsfeed.sources.check.CheckedFile;
import dev.customsfeed.sources.file.FileLimits;
import dev.customsfeed.sources.key.BegunMonths;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is written in any shape that customs files come in is read back as it was. */
class ReadingProperties {

    private static final BegunMonths BEGUN = new BegunMonths(Instant.parse("2026-01-31T10:00:00Z"));
    private static final YearMonth PERIOD = YearMonth.of(2025, 12);
    private static final List<Charset> ENCODINGS =
            List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"), StandardCharsets.UTF_16LE);

    /** What a row says; a supplementary quantity of -1 is none. */
    record Fact(
            int month,
            int commodity,
            int partner,
            int regime,
            int province,
            long quantity,
            long supplementary,
            long value) {}

    /** How a file is written. */
    record Shape(
            boolean chinese,
            boolean oldSpelling,
            boolean dates,
            boolean regimes,
            boolean provinces,
            boolean renminbi,
            boolean names,
            boolean trailingComma,
            boolean windowsLines,
            boolean quoted,
            boolean thousandsInQuantity,
            boolean gzip,
            int encoding,
            char separator,
            boolean title,
            boolean blankLines,
            String dateForm,
            long columnOrder) {

        /** Lines before the first row. */
        int linesAbove() {
            return title ? 3 : 1;
        }
    }

    @Provide
    Arbitrary<List<Fact>> facts() {
        Arbitrary<Fact> fact = Combinators.combine(
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.integers().between(0, 99_999_999),
                        // 000 is all partners together.
                        Arbitraries.integers().between(1, 999),
                        Arbitraries.integers().between(1, 99),
                        Arbitraries.integers().between(1, 99),
                        Arbitraries.longs().between(0, 999_999_999_999L),
                        Arbitraries.longs().between(-1, 999_999),
                        Arbitraries.longs().between(0, 99_999_999_999_999L))
                .as(Fact::new);
        return fact.list()
                .ofMinSize(1)
                .ofMaxSize(40)
                // What tells rows apart must differ even where a shape leaves months, regimes and provinces out.
                .uniqueElements(row -> row.commodity() + "/" + row.partner());
    }

    @Provide
    Arbitrary<Shape> shapes() {
        return Combinators.combine(
                        Arbitraries.of(true, false).list().ofSize(12),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.of(',', '\t', ';'),
                        Arbitraries.of(true, false).list().ofSize(2),
                        Arbitraries.of("%d%02d", "%d-%02d", "%d/%d", "%d/%d/1", "%d年%d月"),
                        Arbitraries.longs())
                .as((b, encoding, separator, lines, dateForm, order) -> new Shape(
                        b.get(0),
                        b.get(1),
                        b.get(2),
                        b.get(3),
                        b.get(4),
                        b.get(5),
                        b.get(6),
                        b.get(7),
                        b.get(8),
                        b.get(9),
                        b.get(10),
                        b.get(11),
                        encoding,
                        separator,
                        lines.get(0),
                        lines.get(1),
                        dateForm,
                        order));
    }

    @Property(tries = 200)
    void what_is_written_in_any_shape_is_read_back(@ForAll("facts") List<Fact> facts, @ForAll("shapes") Shape shape)
            throws Exception {
        Path file = Files.createTempFile("shape", ".csv");
        try {
            write(file, facts, shape);

            try (CheckedFile checked = Sources.check(file, Sources.key(key(shape)), BEGUN, FileLimits.DEFAULTS)) {
                List<CustomsRecord> records = new ArrayList<>();
                checked.records(records::add);

                assertThat(records).isEqualTo(expected(facts, shape));
                assertReconciled(checked, records);
            }
        } finally {
            Files.delete(file);
        }
    }

    private static void assertReconciled(CheckedFile checked, List<CustomsRecord> records) throws Exception {
        Totals ofRecords = records.stream().map(Totals::of).reduce(Totals.NONE, Totals::plus);
        Totals[] ofMonths = {Totals.NONE};
        checked.months((series, period, part, totals, partners, splits, valuations) -> {
            ofMonths[0] = ofMonths[0].plus(totals);
            List<CustomsRecord> ofMonth = records.stream()
                    .filter(row -> row.series().equals(series) && row.period().equals(period))
                    .toList();
            assertThat(partners).isEqualTo(sums(ofMonth, row -> Optional.of(row.partner())));
            for (String dimension : List.of(CustomsRecord.REGIME, CustomsRecord.PROVINCE)) {
                assertThat(splits.getOrDefault(dimension, Collections.emptySortedMap()))
                        .isEqualTo(sums(
                                ofMonth,
                                row -> Optional.ofNullable(row.dimensions().get(dimension))));
            }
        });
        assertThat(ofMonths[0]).isEqualTo(ofRecords);
        assertThat(checked.totals()).isEqualTo(ofRecords);
        assertThat(checked.contents("").periods())
                .isEqualTo(records.stream().map(CustomsRecord::period).collect(Collectors.toSet()));
    }

    private static Map<String, Totals> sums(List<CustomsRecord> rows, Function<CustomsRecord, Optional<String>> code) {
        return rows.stream()
                .filter(row -> code.apply(row).isPresent())
                .collect(Collectors.toMap(row -> code.apply(row).orElseThrow(), Totals::of, Totals::plus));
    }

    private static String key(Shape shape) {
        return "incoming/gacc/flow=import/" + (shape.dates() ? "" : "period=" + PERIOD + "/") + "f.csv"
                + (shape.gzip() ? ".gz" : "");
    }

    private static List<CustomsRecord> expected(List<Fact> facts, Shape shape) {
        List<CustomsRecord> records = new ArrayList<>();
        TradeFlow tradeFlow = new TradeFlow("gacc", "CN", Flow.IMPORT);
        for (Fact fact : facts) {
            records.add(new CustomsRecord(
                    new Series(
                            tradeFlow,
                            shape.renminbi() ? "CNY" : "USD",
                            String.format(Locale.ROOT, "%08d", fact.commodity())),
                    shape.dates() ? YearMonth.of(2025, fact.month()) : PERIOD,
                    shape.linesAbove() + 1L + records.size() * (shape.blankLines() ? 2L : 1L),
                    String.format(Locale.ROOT, "%03d", fact.partner()),
                    dimensions(fact, shape),
                    Optional.of(new Quantity(1_000 * fact.quantity(), shape.chinese() ? "千克" : "Kilogram")),
                    fact.supplementary() < 0
                            ? Optional.empty()
                            : Optional.of(new Quantity(1_000 * fact.supplementary(), shape.chinese() ? "件" : "Piece")),
                    OptionalLong.of(1_000 * fact.quantity()),
                    false,
                    1_000 * fact.value(),
                    Optional.of(Valuation.CIF)));
        }
        return records;
    }

    private static SortedMap<String, String> dimensions(Fact fact, Shape shape) {
        SortedMap<String, String> dimensions = new TreeMap<>();
        if (shape.regimes()) {
            dimensions.put(CustomsRecord.REGIME, String.format(Locale.ROOT, "%02d", fact.regime()));
        }
        if (shape.provinces()) {
            dimensions.put(CustomsRecord.PROVINCE, String.format(Locale.ROOT, "%02d", fact.province()));
        }
        return dimensions;
    }

    private static void write(Path file, List<Fact> facts, Shape shape) throws IOException {
        List<Column> columns = new ArrayList<>(List.of(
                Column.COMMODITY,
                Column.PARTNER,
                Column.QUANTITY,
                Column.UNIT,
                Column.SUPPLEMENTARY_QUANTITY,
                Column.SUPPLEMENTARY_UNIT,
                shape.renminbi() ? Column.CNY : Column.USD));
        addIf(shape.dates(), Column.DATE, columns);
        addIf(shape.regimes(), Column.REGIME, columns);
        addIf(shape.provinces(), Column.PROVINCE, columns);
        if (shape.names()) {
            columns.addAll(Column.NAMES);
        }
        Collections.shuffle(columns, new Random(shape.columnOrder()));

        StringBuilder text = new StringBuilder(shape.encoding() % 2 == 1 ? "\uFEFF" : "");
        if (shape.title()) {
            text.append("Customs statistics\n\n");
        }
        line(text, columns.stream().map(column -> header(column, shape)).toList(), shape);
        for (Fact fact : facts) {
            line(
                    text,
                    columns.stream().map(column -> field(column, fact, shape)).toList(),
                    shape);
            text.append(shape.blankLines() ? "\n" : "");
        }
        byte[] bytes = text.toString().getBytes(ENCODINGS.get(shape.encoding() / 2));
        try (OutputStream raw = Files.newOutputStream(file);
                OutputStream out = shape.gzip() ? new GZIPOutputStream(raw) : raw) {
            out.write(bytes);
        }
    }

    private static void addIf(boolean condition, Column column, List<Column> columns) {
        if (condition) {
            columns.add(column);
        }
    }

    private static void line(StringBuilder text, List<String> fields, Shape shape) {
        text.append(fields.stream()
                .map(field -> shape.quoted() || field.contains(",") || field.contains(";") || field.contains("\"")
                        ? "\"" + field.replace("\"", "\"\"") + "\""
                        : field)
                .collect(Collectors.joining(Character.toString(shape.separator()))));
        text.append(shape.trailingComma() ? Character.toString(shape.separator()) : "")
                .append(shape.windowsLines() ? "\r\n" : "\n");
    }

    private static String header(Column column, Shape shape) {
        String label = column.label();
        String english = label.substring(0, label.indexOf(" ("));
        String chinese = label.substring(label.indexOf('(') + 1, label.length() - 1);
        return shape.chinese()
                ? chinese
                : shape.oldSpelling() ? english.replace("Supplementary", "Supplimentary") : english;
    }

    private static String field(Column column, Fact fact, Shape shape) {
        boolean chinese = shape.chinese();
        return switch (column) {
            case DATE -> String.format(Locale.ROOT, shape.dateForm(), 2025, fact.month());
            case COMMODITY -> String.format(Locale.ROOT, "%08d", fact.commodity());
            case PARTNER -> String.format(Locale.ROOT, "%03d", fact.partner());
            case REGIME -> String.format(Locale.ROOT, "%02d", fact.regime());
            case PROVINCE -> String.format(Locale.ROOT, "%02d", fact.province());
            case QUANTITY -> shape.thousandsInQuantity() ? thousands(fact.quantity()) : Long.toString(fact.quantity());
            case UNIT -> chinese ? "千克" : "Kilogram";
            case SUPPLEMENTARY_QUANTITY -> Long.toString(Math.max(0, fact.supplementary()));
            case SUPPLEMENTARY_UNIT -> fact.supplementary() < 0 ? "?" : chinese ? "件" : "Piece";
            case USD, CNY -> thousands(fact.value());
            case COMMODITY_NAME -> chinese ? "未锻轧镁，含镁量≥99.8%" : "Magnesium, \"unwrought\" ≥ 99.8%";
            case PARTNER_NAME -> chinese ? "中国香港" : "Hong Kong，China";
            case REGIME_NAME -> chinese ? "一般贸易" : "Ordinary Trade";
            case PROVINCE_NAME -> chinese ? "广东省" : "";
        };
    }

    private static String thousands(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
