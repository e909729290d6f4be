package dev.customsfeed.sources.comext;

import dev.customsfeed.ledger.Flow;
import dev.customsfeed.sources.codes.Code;
import dev.customsfeed.sources.csv.CsvHeader;
import dev.customsfeed.sources.csv.CsvLine;
import dev.customsfeed.sources.csv.CsvLines;
import dev.customsfeed.sources.csv.DataLines;
import dev.customsfeed.sources.key.Months;
import dev.customsfeed.sources.layout.Field;
import dev.customsfeed.sources.layout.Reading;
import dev.customsfeed.sources.layout.Row;
import dev.customsfeed.sources.layout.Rows;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.Problems;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The rows of a {@code full_v2} file. */
final class FullV2Rows implements Rows {

    private static final int PRODUCT_LENGTH = 8;
    private static final int MONTHS = 12;

    /** Comext's thirteenth to fifty-second months stand for quarters and years. */
    private static final int YEAR = 52;

    private static final String TOTAL = "000TOTAL";
    private static final String SHORT_TOTAL = "TOTAL";
    private static final String NO_UNIT = "NO_SU";

    private static final String NUMBER =
            "a number of at most three decimals, not below zero, with a point and no thousands commas";

    private final DataLines lines;
    private final CsvLine line;
    private final CsvHeader header;
    private final Problems problems;
    private final Row row = new Row(2);
    private final Reporters reporters = new Reporters();
    private final UnitedKingdom unitedKingdom = new UnitedKingdom();
    private final Residuals residuals = new Residuals();
    private final List<String> units = new ArrayList<>();

    private final int reporterIndex;
    private final int partnerIndex;
    private final int tradeTypeIndex;
    private final int productIndex;
    private final int[] classificationIndexes;
    private final int flowIndex;
    private final int procedureIndex;
    private final int unitIndex;
    private final int periodIndex;
    private final int valueIndex;
    private final int weightIndex;
    private final int supplementaryIndex;

    private long lastReporter = Code.NONE;
    private int lastReporterMonth;
    private long withLostZero;
    private long withoutUnit;
    private boolean ended;

    /** @param lines of which the header has been read */
    FullV2Rows(CsvLines lines, CsvHeader header, Reading reading) {
        this.lines = new DataLines(lines, header.names(), Comext.KEEP_AS_IT_IS, reading.problems())
                .takingBlankLines()
                .endingWithNothing(header.nothingAtEnd(), header.nothingAtEnd());
        this.line = lines.line();
        this.header = header;
        this.problems = reading.problems();
        reporterIndex = header.index(FullV2Layout.REPORTER);
        partnerIndex = header.index(FullV2Layout.PARTNER);
        tradeTypeIndex = header.index(FullV2Layout.TRADE_TYPE);
        productIndex = header.index(FullV2Layout.PRODUCT);
        classificationIndexes = FullV2Layout.CLASSIFICATIONS.stream()
                .mapToInt(header::index)
                .filter(index -> index >= 0)
                .toArray();
        flowIndex = header.index(FullV2Layout.FLOW);
        procedureIndex = header.index(FullV2Layout.PROCEDURE);
        unitIndex = header.index(FullV2Layout.SUPPLEMENTARY_UNIT);
        periodIndex = header.index(FullV2Layout.PERIOD);
        valueIndex = header.index(FullV2Layout.VALUE);
        weightIndex = header.index(FullV2Layout.NET_WEIGHT);
        supplementaryIndex = header.index(FullV2Layout.SUPPLEMENTARY_QUANTITY);
    }

    @Override
    public boolean next() throws IOException {
        if (lines.next()) {
            read();
            return true;
        }
        if (!ended) {
            ended = true;
            checkWhole();
        }
        return false;
    }

    private void read() {
        row.begin(line.line());
        long before = problems.count();
        if (!lines.isHeaderAgain(reporterIndex) && lines.hasRightFields()) {
            Flow flow = Comext.flow(lines, flowIndex);
            int month = month();
            row.flow(flow)
                    .month(month)
                    .reporter(reporter(month))
                    .partner(partner())
                    .valuation(Objects.requireNonNull(Comext.VALUATIONS.get(flow)))
                    .dimension(FullV2Layout.OF_PROCEDURE, code(procedureIndex, "0123456789", "a code of one digit"))
                    .dimension(
                            FullV2Layout.OF_TRADE_TYPE,
                            code(tradeTypeIndex, "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "a code of one capital letter"))
                    .value(number(valueIndex));
            product();
            if (!line.isEmpty(weightIndex)) {
                row.netWeight(netWeight(), false);
            }
            supplementaryQuantity();
        }
        if (problems.count() > before) {
            row.wrong();
            return;
        }
        reporters.see(row.reporter(), row.flow(), row.month());
        unitedKingdom.see(row.partner(), row.month());
    }

    private int month() {
        int date = line.code(periodIndex, 6);
        int monthOfYear = date % 100;
        if (date >= 0 && Months.hasYear(date / 100)) {
            if (monthOfYear >= 1 && monthOfYear <= MONTHS) {
                return Months.number(date / 100, monthOfYear);
            }
            if (monthOfYear == YEAR) {
                lines.wrong(
                        "annual-row",
                        periodIndex,
                        lines.found(periodIndex) + ", which stands for a year",
                        "year and month as YYYYMM",
                        "Download monthly files: figures of years cannot be split into months.");
                return 1;
            }
        }
        lines.wrong("bad-date", periodIndex, "year and month as YYYYMM, from " + Months.FIRST_YEAR + " on");
        return 1;
    }

    private long reporter(int month) {
        long code = line.code(reporterIndex);
        if (code == lastReporter && month == lastReporterMonth) {
            return code;
        }
        if (!Reporters.isMember(code, month)) {
            lines.wrong("bad-reporter", reporterIndex, Reporters.EXPECTED + "; GB only until 2020");
            return code;
        }
        lastReporter = code;
        lastReporterMonth = month;
        return code;
    }

    private long partner() {
        long code = line.code(partnerIndex);
        if (Partners.isGroup(code)) {
            lines.wrong(
                    "partner-is-a-group",
                    partnerIndex,
                    lines.found(partnerIndex),
                    "single partners: the trade with a group is that with its members, and would count twice",
                    "Take the rows of groups out, or download the file again: Comext's own has none.");
        } else if (!Partners.isCode(code)) {
            lines.wrong("bad-partner", partnerIndex, Partners.EXPECTED);
        }
        return code;
    }

    private long code(int index, String signs, String expected) {
        String found = line.isEmpty(index) ? "" : line.raw(index);
        if (found.length() != 1 || signs.indexOf(found.charAt(0)) < 0) {
            lines.wrong("bad-code", index, expected);
            return Code.NONE;
        }
        return line.code(index);
    }

    private void product() {
        long code = line.length(productIndex) == PRODUCT_LENGTH ? line.codeOfDigits(productIndex) : Code.INVALID;
        if (code != Code.INVALID) {
            row.commodity(code);
        } else if (line.is(productIndex, TOTAL) || line.is(productIndex, SHORT_TOTAL)) {
            row.commodity(line.code(productIndex)).total(Row.OVER_COMMODITIES);
        } else if (line.isDigits(productIndex, PRODUCT_LENGTH - 1)
                && !line.raw(productIndex).startsWith("0")) {
            // No chapter has one digit alone, so that what is missing is the zero before it.
            row.commodity(Code.of("0" + line.raw(productIndex)));
            withLostZero++;
        } else if (!residuals.isOne(line, productIndex, PRODUCT_LENGTH, row)) {
            lines.wrong(
                    "bad-commodity",
                    productIndex,
                    "a code of the Combined Nomenclature of 8 digits, such as 81041100; or 8104XXXX for secret trade, or 000TOTAL");
        }
        long classifications = 0;
        for (int index : classificationIndexes) {
            classifications = line.mixed(index, classifications);
        }
        row.distinction(line.mixed(unitIndex, classifications));
    }

    private void supplementaryQuantity() {
        long amount = line.isEmpty(supplementaryIndex) ? Row.UNKNOWN : number(supplementaryIndex);
        boolean hasUnit = !line.is(unitIndex, NO_UNIT) && !line.isEmpty(unitIndex);
        if (hasUnit && amount != Row.UNKNOWN) {
            row.supplementaryQuantity(amount, unit());
        } else if (!hasUnit && amount > 0) {
            withoutUnit++;
        }
    }

    private long netWeight() {
        long number = number(weightIndex);
        if (number >= 0 && line.mayPartThousands(weightIndex)) {
            String text = line.text(weightIndex);
            lines.wrong(
                    "bad-number",
                    weightIndex,
                    lines.found(weightIndex) + ", which is " + text + " kg or " + text.replace(".", "") + " kg",
                    "a weight of whole kilograms, as Comext has them",
                    "Download the file again: another program seems to have written points between thousands.");
        }
        return number;
    }

    private long number(int index) {
        long number = line.thousandths(index);
        if (number < 0) {
            lines.wrong("bad-number", index, NUMBER);
        }
        return number;
    }

    private String unit() {
        for (String unit : units) {
            if (line.is(unitIndex, unit)) {
                return unit;
            }
        }
        String unit = line.raw(unitIndex);
        units.add(unit);
        return unit;
    }

    private void checkWhole() {
        lines.checkLastLineEnds();
        if (unitedKingdom.isAlone()) {
            problems.add(Problem.ofFile(
                    "layout-partxixu",
                    "no partners but GB, XI and XU: the file full_partxixu_v2, which splits the United Kingdom",
                    "the file full_v2, which has all partners",
                    "Download full_v2_YYYYMM.7z in place of full_partxixu_v2_YYYYMM.7z."));
        } else {
            unitedKingdom.countedTwice().ifPresent(problems::add);
        }
    }

    @Override
    public Row row() {
        return row;
    }

    @Override
    public Problem problem(Field field, String code, String expected, String advice) {
        int index =
                switch (field) {
                    case REPORTER -> reporterIndex;
                    case FLOW -> flowIndex;
                    case MONTH -> periodIndex;
                    case COMMODITY -> productIndex;
                    case PARTNER -> partnerIndex;
                    case NET_WEIGHT -> weightIndex;
                    case VALUE, PROVINCE, REGIME -> valueIndex;
                };
        return new Problem(
                code, line.line(), index + 1, header.names().get(index), lines.found(index), expected, advice);
    }

    @Override
    public String layout() {
        return "comext-full-v2";
    }

    @Override
    public String currency() {
        return Comext.CURRENCY;
    }

    @Override
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>(lines.warnings());
        warnings.addAll(reporters.missing());
        if (withLostZero > 0) {
            warnings.add(rows(withLostZero) + " a commodity code of seven digits; a zero was put before it.");
        }
        if (withoutUnit > 0) {
            warnings.add(rows(withoutUnit) + " a supplementary quantity without a unit; it counts as not reported.");
        }
        return warnings;
    }

    private static String rows(long count) {
        return count == 1 ? "1 row has" : count + " rows have";
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
