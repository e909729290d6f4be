package dev.customsfeed.sources.comtrade;

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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Files of UN Comtrade with totals, break-downs, unknown and estimated weights, and what must be read of them. */
abstract class ComtradeContract extends SourceContract {

    /** All 47 names, in their order. */
    static final List<String> COLUMNS = List.of(
            ("typeCode,freqCode,refPeriodId,refYear,refMonth,period,reporterCode,reporterISO,reporterDesc,flowCode,"
                            + "flowDesc,partnerCode,partnerISO,partnerDesc,partner2Code,partner2ISO,partner2Desc,"
                            + "classificationCode,classificationSearchCode,isOriginalClassification,cmdCode,cmdDesc,aggrLevel,"
                            + "isLeaf,customsCode,customsDesc,mosCode,motCode,motDesc,qtyUnitCode,qtyUnitAbbr,qty,"
                            + "isQtyEstimated,altQtyUnitCode,altQtyUnitAbbr,altQty,isAltQtyEstimated,netWgt,"
                            + "isNetWgtEstimated,grossWgt,isGrossWgtEstimated,cifvalue,fobvalue,primaryValue,"
                            + "legacyEstimationFlag,isReported,isAggregate")
                    .split(","));

    /** Reporters with their ISO codes, of which UN Comtrade's own differ, and the edition that each reports by. */
    private static final Map<String, List<String>> REPORTERS = Map.of(
            "699", List.of("IN", "H6"),
            "842", List.of("US", "H6"),
            "24", List.of("AO", "H5"),
            "516", List.of("NA", "H5"),
            "490", List.of("490", "H6"));

    private static final List<String> PARTNERS = List.of("156", "842", "490", "516", "180", "792", "899", "699");
    private static final List<String> MONTHS = List.of("202510", "202511", "202512");
    private static final List<String> COMMODITIES = List.of("810411", "810419", "260500", "999999");
    private static final List<String> PARTS = List.of("RX", "DX", "XIP", "XOP");
    private static final List<String> PARTS_OF_IMPORTS = List.of("RM", "FM", "MIP", "MOP");

    /** The key that files are uploaded under. */
    abstract String key(Random random);

    /** The columns of the layout. */
    abstract List<String> columns();

    /** Whether rows of other levels stand beside those of six digits. */
    boolean hasAllLevels() {
        return false;
    }

    @Override
    protected final Arbitrary<Sample> files() {
        return Arbitraries.randomValue(this::file);
    }

    private Sample file(Random random) {
        return new FileMaker(random).make();
    }

    @Override
    protected final String valueColumn() {
        return "primaryValue";
    }

    @Override
    protected final Set<String> splitDimensions() {
        return Set.of();
    }

    /** Makes one file. */
    private final class FileMaker {

        private final Random random;
        private final List<List<String>> rows = new ArrayList<>();
        private final Set<Integer> totals = new TreeSet<>();
        private final List<CustomsRecord> records = new ArrayList<>();
        private final SortedMap<String, Long> excluded = new TreeMap<>();
        private final String key;

        FileMaker(Random random) {
            this.random = random;
            this.key = key(random);
        }

        Sample make() {
            Set<String> groups = new HashSet<>();
            int count = 1 + random.nextInt(5);
            for (int i = 0; i < count; i++) {
                String reporter = one(List.copyOf(new TreeSet<>(REPORTERS.keySet())));
                String flow = one(List.of("M", "X"));
                String month = one(MONTHS);
                String commodity = i == 0 ? "810411" : one(COMMODITIES);
                if (groups.add(reporter + flow + month + commodity)) {
                    group(reporter, flow, month, commodity);
                }
            }
            return new Sample(key, columns(), rows, totals, records, excluded);
        }

        private void group(String reporter, String flow, String month, String commodity) {
            Map<String, String> same = new HashMap<>(Map.of(
                    "typeCode",
                    "C",
                    "freqCode",
                    "M",
                    "refMonth",
                    String.valueOf(Integer.parseInt(month.substring(4))),
                    "period",
                    month,
                    "reporterCode",
                    reporter,
                    "flowCode",
                    flow,
                    "cmdCode",
                    commodity,
                    "classificationCode",
                    REPORTERS.get(reporter).get(1)));
            same.putAll(Map.of(
                    "partner2Code", "0",
                    "customsCode", "C00",
                    "mosCode", one(List.of("0", "-1")),
                    "motCode", "0",
                    "cmdDesc", "Magnesium, \"unwrought\"",
                    "qtyUnitCode", "-1",
                    "qty", "0",
                    "isNetWgtEstimated", "false",
                    "legacyEstimationFlag", "0"));
            long value = 0;
            OptionalLong grams = OptionalLong.of(0);
            List<String> partners = new ArrayList<>(PARTNERS);
            for (int i = 1 + random.nextInt(4); i > 0; i--) {
                Map<String, String> fields = new HashMap<>(same);
                CustomsRecord record = partner(fields, partners.remove(random.nextInt(partners.size())));
                value += record.valueThousandths();
                grams = grams.isPresent() && record.netWeightGrams().isPresent()
                        ? OptionalLong.of(
                                grams.getAsLong() + record.netWeightGrams().getAsLong())
                        : OptionalLong.empty();
            }
            if (random.nextInt(4) > 0) {
                world(new HashMap<>(same), value, grams);
            }
            if (hasAllLevels()) {
                Map<String, String> fields = new HashMap<>(same);
                fields.putAll(Map.of("cmdCode", one(List.of("TOTAL", "81", "8104")), "partnerCode", "156"));
                values(fields, value, false);
                add(fields);
                exclude("of another level than six digits");
            }
        }

        private CustomsRecord partner(Map<String, String> fields, String partner) {
            long value = random.nextInt(20) == 0 ? 0 : 1 + random.nextInt(5_000_000);
            fields.put("partnerCode", partner);
            boolean fob = fields.get("flowCode").equals("X") || random.nextInt(3) == 0;
            boolean known = random.nextInt(5) > 0;
            values(fields, value, fob);
            if (!known) {
                fields.put("cifvalue", "");
                fields.put("fobvalue", decimal(value + 1));
            }
            OptionalLong grams = weight(fields, value);
            boolean estimated = grams.isPresent() && random.nextInt(3) == 0;
            if (estimated && random.nextBoolean()) {
                fields.put("isNetWgtEstimated", "true");
            } else if (estimated) {
                fields.put("legacyEstimationFlag", one(List.of("4", "6")));
            }
            Optional<Quantity> pieces = Optional.empty();
            if (random.nextBoolean()) {
                pieces = Optional.of(new Quantity(1 + random.nextInt(9_000), "u"));
                fields.putAll(
                        Map.of("qtyUnitCode", "5", "qty", decimal(pieces.get().thousandths())));
            }
            CustomsRecord record = new CustomsRecord(
                    new Series(
                            new TradeFlow(
                                    "comtrade",
                                    REPORTERS.get(fields.get("reporterCode")).get(0),
                                    fields.get("flowCode").equals("X") ? Flow.EXPORT : Flow.IMPORT),
                            "USD",
                            fields.get("cmdCode")),
                    YearMonth.of(
                            Integer.parseInt(fields.get("period").substring(0, 4)),
                            Integer.parseInt(fields.get("refMonth"))),
                    0,
                    partner,
                    new TreeMap<>(Map.of("hsEdition", fields.get("classificationCode"))),
                    pieces,
                    Optional.empty(),
                    grams,
                    estimated,
                    value,
                    known ? Optional.of(fob ? Valuation.FOB : Valuation.CIF) : Optional.empty());
            add(fields);
            if (isKept(fields)) {
                records.add(record);
            } else {
                exclude("rows outside keep=");
            }
            breakDowns(fields);
            return record;
        }

        private OptionalLong weight(Map<String, String> fields, long value) {
            switch (random.nextInt(4)) {
                case 0 -> fields.put("netWgt", "");
                case 1 -> fields.put("netWgt", "0");
                default -> {
                    long grams = 1 + random.nextInt(9_000_000);
                    fields.put("netWgt", decimal(grams));
                    return OptionalLong.of(grams);
                }
            }
            return fields.get("netWgt").equals("0") && value == 0 ? OptionalLong.of(0) : OptionalLong.empty();
        }

        private void breakDowns(Map<String, String> whole) {
            for (int i = random.nextInt(3); i > 0; i--) {
                Map<String, String> fields = new HashMap<>(whole);
                switch (random.nextInt(5)) {
                    case 0 -> breakDown(fields, "partner2Code", "276", "second partner");
                    case 1 -> breakDown(fields, "customsCode", "C04", "customs procedure");
                    case 2 -> breakDown(fields, "motCode", one(List.of("1000", "2100")), "mode of transport");
                    case 3 -> breakDown(fields, "mosCode", "1", "mode of supply");
                    default -> {
                        String part = one(whole.get("flowCode").equals("X") ? PARTS : PARTS_OF_IMPORTS);
                        breakDown(fields, "flowCode", part, "flow (" + part + ")");
                    }
                }
            }
        }

        private void breakDown(Map<String, String> fields, String column, String code, String reason) {
            if (columns().contains(column)) {
                fields.put(column, code);
                add(fields);
                exclude("break-downs by " + reason);
            }
        }

        private void world(Map<String, String> fields, long value, OptionalLong grams) {
            fields.put("partnerCode", "0");
            values(fields, value, fields.get("flowCode").equals("X"));
            fields.put("netWgt", grams.isPresent() ? decimal(grams.getAsLong()) : "");
            if (isKept(fields)) {
                totals.add(rows.size());
            }
            add(fields);
            exclude("totals");
            breakDowns(fields);
        }

        private void values(Map<String, String> fields, long value, boolean fob) {
            fields.put("primaryValue", decimal(value));
            fields.put(fob ? "fobvalue" : "cifvalue", decimal(value));
            fields.put(fob ? "cifvalue" : "fobvalue", random.nextBoolean() ? "" : decimal(value + 1_000));
        }

        /** What is not specified according to kind may hold what is kept. */
        private boolean isKept(Map<String, String> fields) {
            String commodity = fields.get("cmdCode");
            return !key.contains("keep=8104/") || commodity.startsWith("8104") || commodity.startsWith("9999");
        }

        private void add(Map<String, String> fields) {
            rows.add(columns().stream()
                    .map(column -> fields.getOrDefault(column, ""))
                    .toList());
        }

        private void exclude(String reason) {
            excluded.merge(reason, 1L, Long::sum);
        }

        private <T> T one(List<T> of) {
            return of.get(random.nextInt(of.size()));
        }
    }

    private static String decimal(long thousandths) {
        return BigDecimal.valueOf(thousandths, 3).stripTrailingZeros().toPlainString();
    }
}
