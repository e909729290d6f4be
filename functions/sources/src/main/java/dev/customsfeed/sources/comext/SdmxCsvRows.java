package dev.customsfeed.sources.comext;

import dev.customsfeed.ledger.Flow;
import dev.customsfeed.sources.codes.Code;
import dev.customsfeed.sources.comext.Indicator.Figure;
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
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rows of SDMX-CSV, those of one key joined. */
final class SdmxCsvRows implements Rows {

    private static final Pattern DATA_SET = Pattern.compile("ESTAT:(DS-045409|DS-059341)\\(\\d+\\.\\d+\\)");

    /** Day, month and year without its century. */
    private static final Pattern LAST_UPDATE = Pattern.compile("([0-3]\\d)/([01]\\d)/(\\d\\d)( .*)?");

    private static final long TOTAL = Code.of("TOTAL");
    private static final long TOTAL_OF_BULK = Code.of("000TOTAL");
    private static final String SUPPLEMENTARY_UNIT = "supplementary unit";
    private static final int MONTHS = 12;

    private final DataLines lines;
    private final CsvLine line;
    private final List<String> columns;
    private final Problems problems;
    private final boolean ofSomePartners;
    private final boolean declaresAskedFor;
    private final Row row = new Row(0);
    private final Observations observations;
    private final Aggregates aggregates = new Aggregates();
    private final UnitedKingdom unitedKingdom = new UnitedKingdom();

    private final int dataflowIndex;
    private final int updateIndex;
    private final int frequencyIndex;
    private final int reporterIndex;
    private final int partnerIndex;
    private final int productIndex;
    private final int flowIndex;
    private final int indicatorIndex;
    private final int periodIndex;
    private final int figureIndex;

    private String lastDataflow = "";
    private String lastUpdate = "";
    private Optional<Indicator> lastIndicator = Optional.empty();
    private long lastReporter = Code.NONE;
    private long lastPartner = Code.NONE;
    private long lastProduct = Code.NONE;
    private long lastJoined = Code.NONE;
    private Optional<String> secretPrefix = Optional.empty();
    private Optional<String> vintage = Optional.empty();
    private boolean hasResiduals;
    private boolean allRead;
    private boolean checked;

    /**
     * @param lines of which the header has been read
     * @param observations where rows are joined
     */
    SdmxCsvRows(CsvLines lines, CsvHeader header, Reading reading, Observations observations) {
        this.lines = new DataLines(lines, header.names(), Comext.KEEP_AS_IT_IS, reading.problems())
                .takingBlankLines()
                .endingWithNothing(header.nothingAtEnd(), header.mostAtEnd(List.of(SdmxCsvLayout.FIGURE)));
        this.line = lines.line();
        this.columns = header.names();
        this.problems = reading.problems();
        this.ofSomePartners = !reading.key().parts().isEmpty();
        this.declaresAskedFor = !reading.key().askedFor().isEmpty();
        this.observations = observations;
        dataflowIndex = header.index(SdmxCsvLayout.DATAFLOW);
        updateIndex = header.index(SdmxCsvLayout.LAST_UPDATE);
        frequencyIndex = header.index(SdmxCsvLayout.FREQUENCY);
        reporterIndex = header.index(SdmxCsvLayout.REPORTER);
        partnerIndex = header.index(SdmxCsvLayout.PARTNER);
        productIndex = header.index(SdmxCsvLayout.PRODUCT);
        flowIndex = header.index(SdmxCsvLayout.FLOW);
        indicatorIndex = header.index(SdmxCsvLayout.INDICATOR);
        periodIndex = header.index(SdmxCsvLayout.PERIOD);
        figureIndex = header.index(SdmxCsvLayout.FIGURE);
    }

    @Override
    public boolean next() throws IOException {
        while (true) {
            if (observations.next()) {
                join();
                return true;
            }
            if (allRead) {
                checkWhole();
                return false;
            }
            if (!lines.next()) {
                allRead = true;
                lines.checkLastLineEnds();
                observations.give(true);
            } else if (isReadAlone()) {
                return true;
            } else if (observations.isFull()) {
                observations.give(false);
            }
        }
    }

    /** Reads a line; whether it is a row by itself: one that is wrong, or that nobody needs. */
    private boolean isReadAlone() {
        row.begin(line.line());
        long before = problems.count();
        if (lines.isHeaderAgain(reporterIndex) || !lines.hasRightFields()) {
            row.wrong();
            return true;
        }
        checkDataflow();
        readUpdate();
        Optional<Indicator> indicator = indicator();
        Flow flow = Comext.flow(lines, flowIndex);
        int month = month();
        long reporter = reporter();
        long partner = partner();
        long product = product();
        long amount = indicator.isPresent() ? figure(indicator.get()) : Row.UNKNOWN;
        if (problems.count() > before) {
            row.wrong();
            return true;
        }
        Figure figure = indicator.orElseThrow().figure();
        if (figure == Figure.NONE) {
            row.passOver("values in national currency");
            return true;
        }
        if (amount == Row.UNKNOWN) {
            row.passOver("empty figures");
            return true;
        }
        long firstLine = observations.add(reporter, partner, product, flow, month, figure, amount, line.line());
        if (firstLine > 0) {
            wrong(
                    "repeated-row",
                    indicatorIndex,
                    lines.found(indicatorIndex) + " of the same reporter, partner, product, flow and month as in line "
                            + firstLine,
                    "each of them once",
                    "Find out which of the two rows is right, or download the file again.");
            row.wrong();
        }
        return firstLine > 0;
    }

    private void checkDataflow() {
        if (line.is(dataflowIndex, lastDataflow)) {
            return;
        }
        String dataflow = line.raw(dataflowIndex);
        if (!DATA_SET.matcher(dataflow).matches()) {
            wrong(
                    "unknown-data-set",
                    dataflowIndex,
                    lines.found(dataflowIndex),
                    "ESTAT:DS-045409(1.0) or ESTAT:DS-059341(1.0)",
                    "Download the trade from DS-045409 (by products of the Combined Nomenclature) or DS-059341 (HS6); DS-059322"
                            + " is no longer kept up.");
        } else if (!lastDataflow.isEmpty()) {
            wrong(
                    "data-sets-mixed",
                    dataflowIndex,
                    lines.found(dataflowIndex) + " after " + lastDataflow,
                    "one data set in a file",
                    "Upload each data set by itself.");
        } else {
            lastDataflow = dataflow;
        }
    }

    private void readUpdate() {
        if (line.isEmpty(updateIndex) || line.is(updateIndex, lastUpdate)) {
            return;
        }
        lastUpdate = line.raw(updateIndex);
        Matcher date = LAST_UPDATE.matcher(lastUpdate);
        String of = date.matches() ? "20" + date.group(3) + "-" + date.group(2) + "-" + date.group(1) : lastUpdate;
        vintage = vintage.filter(other -> other.compareTo(of) > 0).or(() -> Optional.of(of));
    }

    private Optional<Indicator> indicator() {
        if (lastIndicator.isPresent()
                && line.is(indicatorIndex, lastIndicator.get().name())) {
            return lastIndicator;
        }
        for (Indicator indicator : Indicator.ALL) {
            if (line.is(indicatorIndex, indicator.name())) {
                lastIndicator = Optional.of(indicator);
                return lastIndicator;
            }
        }
        wrong(
                "unknown-indicator",
                indicatorIndex,
                lines.found(indicatorIndex),
                "one of " + Indicator.names(),
                "Download only values and quantities.");
        return Optional.empty();
    }

    private int month() {
        if (!line.is(frequencyIndex, "M")) {
            wrong(
                    line.is(frequencyIndex, "A") ? "annual-row" : "bad-frequency",
                    frequencyIndex,
                    lines.found(frequencyIndex),
                    "M (monthly)",
                    "Download monthly figures: those of years cannot be split into months.");
            return 1;
        }
        int yearAndMonth = line.yearAndMonth(periodIndex);
        int monthOfYear = yearAndMonth % 100;
        if (Months.hasYear(yearAndMonth / 100) && monthOfYear >= 1 && monthOfYear <= MONTHS) {
            return Months.number(yearAndMonth / 100, monthOfYear);
        }
        lines.wrong("bad-date", periodIndex, "year and month as YYYY-MM, from " + Months.FIRST_YEAR + " on");
        return 1;
    }

    private long reporter() {
        long code = line.code(reporterIndex);
        if (code == lastReporter && code != Code.INVALID) {
            return code;
        }
        if (code != Code.INVALID && Reporters.isCountry(line.raw(reporterIndex))) {
            lastReporter = code;
            return code;
        }
        long aggregate = aggregates.number(line, reporterIndex);
        if (aggregate == Code.INVALID) {
            lines.wrong("bad-reporter", reporterIndex, Reporters.EXPECTED);
        }
        return aggregate;
    }

    private long partner() {
        long code = line.code(partnerIndex);
        if (code == lastPartner && code != Code.INVALID) {
            return code;
        }
        if (Partners.isCode(code)) {
            lastPartner = code;
            return code;
        }
        long aggregate = aggregates.number(line, partnerIndex);
        if (aggregate == Code.INVALID) {
            lines.wrong("bad-partner", partnerIndex, Partners.EXPECTED + "; or WORLD");
        }
        return aggregate;
    }

    private long product() {
        long code = line.code(productIndex);
        if (code == lastProduct && code != Code.INVALID) {
            return code;
        }
        boolean right = line.isDigits(productIndex, 8)
                || line.isDigits(productIndex, 6)
                || line.isDigits(productIndex, 4)
                || line.isDigits(productIndex, 2)
                || isTotal(code)
                || code != Code.INVALID && Residuals.isResidual(line.raw(productIndex));
        if (!right) {
            lines.wrong(
                    "bad-commodity",
                    productIndex,
                    "a code of 8, 6, 4 or 2 digits, such as 81041100; or 8104XXXX for secret trade");
            return code;
        }
        lastProduct = code;
        return code;
    }

    private static boolean isTotal(long product) {
        return product == TOTAL || product == TOTAL_OF_BULK;
    }

    private long figure(Indicator indicator) {
        if (line.isEmpty(figureIndex) && indicator.figure() != Figure.VALUE) {
            return Row.UNKNOWN;
        }
        long amount = line.thousandths(figureIndex);
        if (amount < 0 || amount > Long.MAX_VALUE / indicator.factor()) {
            lines.wrong(
                    "bad-number",
                    figureIndex,
                    "a number of at most three decimals, not below zero, with a point and no thousands commas");
            return amount;
        }
        if (indicator.figure() == Figure.NET_WEIGHT && line.mayPartThousands(figureIndex)) {
            lines.wrong(
                    "bad-number",
                    figureIndex,
                    twoReadings(indicator),
                    "a weight of whole kilograms, as Eurostat has them",
                    "Download the file again: another program seems to have written points between thousands.");
        }
        return amount * indicator.factor();
    }

    private String twoReadings(Indicator indicator) {
        String text = line.text(figureIndex);
        BigDecimal factor = BigDecimal.valueOf(indicator.factor());
        return lines.found(figureIndex) + ", which is "
                + new BigDecimal(text).multiply(factor).stripTrailingZeros().toPlainString() + " kg or "
                + new BigDecimal(text.replace(".", "")).multiply(factor).toPlainString() + " kg";
    }

    /** Makes one row of what was read of a key. */
    private void join() {
        Flow flow = observations.flow();
        row.begin(observations.line())
                .reporter(observations.reporter())
                .partner(observations.partner())
                .flow(flow)
                .month(observations.month())
                .commodity(observations.product())
                .value(observations.has(Figure.VALUE) ? observations.figure(Figure.VALUE) : 0)
                .netWeight(observations.figure(Figure.NET_WEIGHT), false)
                .valuation(Objects.requireNonNull(Comext.VALUATIONS.get(flow)));
        if (observations.has(Figure.SUPPLEMENTARY_QUANTITY)) {
            row.supplementaryQuantity(observations.figure(Figure.SUPPLEMENTARY_QUANTITY), SUPPLEMENTARY_UNIT);
        }
        if (!observations.has(Figure.VALUE)) {
            problems.add(Problem.ofLine(
                    "value-missing",
                    row.line(),
                    "a quantity, and no row of the value of the same reporter, partner, product, flow and month",
                    "values beside quantities, within " + Observations.HELD_AT_MOST
                            + " keys or sorted by reporter, partner, product and flow",
                    "Download values (VALUE_IN_EUROS or VALUE_EUR) as well; the file may also be cut."));
            row.wrong();
            return;
        }
        if (isTotal(row.commodity())) {
            row.passOver("totals over commodities");
        } else if (Aggregates.isOne(row.reporter())) {
            row.passOver("totals over reporters");
        } else if (Aggregates.isOne(row.partner())) {
            aggregate();
        } else {
            unitedKingdom.see(row.partner(), row.month());
            if (row.commodity() != lastJoined) {
                lastJoined = row.commodity();
                secretPrefix = Optional.of(Code.text(lastJoined))
                        .filter(Residuals::isResidual)
                        .map(Residuals::prefix);
            }
            if (secretPrefix.isPresent()) {
                row.residual(secretPrefix.get());
                hasResiduals = true;
            }
        }
    }

    private void aggregate() {
        aggregates.note(row);
        if (!aggregates.isWorld(row.partner())) {
            row.passOver("totals over groups of partners");
        } else if (ofSomePartners) {
            row.passOver("totals over partners, of which the file has some");
        } else {
            row.total(Row.OVER_PARTNERS);
        }
    }

    private void checkWhole() {
        if (!checked) {
            checked = true;
            unitedKingdom.countedTwice().ifPresent(problems::add);
            aggregates.differing().forEach(problems::add);
        }
    }

    private void wrong(String code, int index, String found, String expected, String advice) {
        lines.wrong(code, index, found, expected, advice);
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
                    case VALUE, NET_WEIGHT, PROVINCE, REGIME -> figureIndex;
                };
        String found =
                switch (field) {
                    case REPORTER -> Code.text(row.reporter());
                    case FLOW -> row.flow().id();
                    case MONTH -> Months.of(row.month()).toString();
                    case COMMODITY -> Code.text(row.commodity());
                    case PARTNER -> Code.text(row.partner());
                    case VALUE, NET_WEIGHT, PROVINCE, REGIME -> "";
                };
        return new Problem(code, row.line(), index + 1, columns.get(index), Problem.quote(found), expected, advice);
    }

    @Override
    public String layout() {
        return "comext-sdmx-csv";
    }

    @Override
    public String currency() {
        return Comext.CURRENCY;
    }

    @Override
    public Optional<String> vintage() {
        return vintage;
    }

    @Override
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>(lines.warnings());
        if (declaresAskedFor && !hasResiduals) {
            warnings.add(
                    "What hs= declares and the file lacks is taken for zero. That is right only if the download asked for secret trade,"
                            + " too: the file has no code such as 8104XXXX.");
        }
        aggregates.notCompared().ifPresent(warnings::add);
        return warnings;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
