package dev.customsfeed.sources.comtrade;

import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.Valuation;
import dev.customsfeed.sources.codes.Code;
import dev.customsfeed.sources.codes.PartnerGroup;
import dev.customsfeed.sources.codes.PartnerNames;
import dev.customsfeed.sources.csv.CsvLine;
import dev.customsfeed.sources.csv.PartnerNameColumn;
import dev.customsfeed.sources.key.Months;
import dev.customsfeed.sources.layout.Field;
import dev.customsfeed.sources.layout.Reading;
import dev.customsfeed.sources.layout.Row;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Makes rows of records of UN Comtrade, which mean the same in all of its layouts. */
final class RecordReader {

    /** The one dimension: the edition of the Harmonized System that a row's commodity code belongs to, e.g. {@code H6}. */
    static final int HS_EDITION = 0;

    private static final long H0 = Code.of("H0");
    private static final long H9 = Code.of("H9");

    /** As the site and the API, programs, and spreadsheets write it. */
    private static final String[] FALSE = {"false", "False", "FALSE", "0"};

    private static final String[] TRUE = {"true", "True", "TRUE", "1"};

    /** The month by which UN Comtrade means the whole year. */
    private static final String WHOLE_YEAR = "52";

    private static final String NUMBER =
            "a number of at most three decimals, not below zero and at most " + CsvLine.LARGEST;
    private static final String KEEP_AS_IT_IS =
            "Upload the file as UN Comtrade gave it: spreadsheets change codes and numbers when they save.";
    private static final String MONTHLY =
            "Download monthly data (frequency M): annual figures cannot be split into months.";

    private static final PartnerNames NAMES = new PartnerNames(Codes.PARTNERS);

    private final CsvLine line;
    private final Columns columns;
    private final Problems problems;
    private final boolean everyLevel;
    private final boolean askedFor;
    private final Row row = new Row(ComtradeLayout.DIMENSIONS.size());

    private final PartnerNameColumn names;
    private final Map<Long, Edition> editions = new HashMap<>();
    private final TreeSet<Integer> unknownReporters = new TreeSet<>();
    private long lastReporterMonth = -1;
    private Edition lastEdition = new Edition(Code.NONE, 0);
    private long zeroWeights;
    private long unknownValuations;
    private long zeroTotals;

    /** The edition that a reporter's month has, and the line that says so first. */
    private record Edition(long code, long line) {}

    /**
     * @param line holds the record that is read next
     * @param columns where its columns stand
     * @param everyLevel whether the layout has all levels of the Harmonized System, so that those beside six digits are passed over
     */
    RecordReader(CsvLine line, Columns columns, Reading reading, boolean everyLevel) {
        this.line = line;
        this.columns = columns;
        this.problems = reading.problems();
        this.names = new PartnerNameColumn(line, Codes.PARTNERS, NAMES);
        this.everyLevel = everyLevel;
        this.askedFor = !reading.key().askedFor().isEmpty();
    }

    /** The row that was read last; the same object each time. */
    Row row() {
        return row;
    }

    /** Begins a row of which nothing can be read, for the reason that the problems tell. */
    void unreadable() {
        row.begin(line.line()).wrong();
    }

    /** Reads the line. */
    void read() {
        row.begin(line.line());
        long before = problems.count();
        if (isGoods() && isMonthly()) {
            int reporter = reporter();
            int month = month();
            row.month(month);
            flow();
            edition(reporter, month);
            boolean taken = commodity();
            partner();
            figures();
            if (problems.count() == before) {
                tell(taken);
            }
        }
        if (problems.count() > before) {
            row.wrong();
        }
    }

    /** Says what kind of row it is, and counts what a warning tells. */
    private void tell(boolean taken) {
        String part = partOfWhole();
        if (!taken) {
            row.passOver("of another level than six digits");
        } else if (!part.isEmpty()) {
            row.breakDown(part);
        } else if (number(columns.index(Column.PARTNER)) == 0) {
            row.total(Row.OVER_PARTNERS);
            zeroTotals += row.valueThousandths() == 0 ? 1 : 0;
        } else {
            zeroWeights += hasZeroWeight() && row.netWeightGrams() == Row.UNKNOWN ? 1 : 0;
            unknownValuations += row.hasValuation() ? 0 : 1;
        }
    }

    /** What the row is a part of the whole by; empty text for the whole itself. */
    private String partOfWhole() {
        int flow = columns.index(Column.FLOW);
        if (!line.is(flow, "M") && !line.is(flow, "X")) {
            return "flow (" + line.raw(flow) + ")";
        }
        if (number(columns.index(Column.PARTNER_2)) != 0) {
            return "second partner";
        }
        if (!line.is(columns.index(Column.CUSTOMS), "C00")) {
            return "customs procedure";
        }
        if (number(columns.index(Column.MODE_OF_TRANSPORT)) != 0) {
            return "mode of transport";
        }
        int supply = columns.index(Column.MODE_OF_SUPPLY);
        // -1 stands for a mode that was not asked for, which leaves the whole.
        boolean whole = supply < 0 || line.isEmpty(supply) || number(supply) == 0 || line.is(supply, "-1");
        return whole ? "" : "mode of supply";
    }

    private boolean isGoods() {
        int index = columns.index(Column.TYPE);
        if (index < 0 || line.is(index, "C")) {
            return true;
        }
        wrong("not-goods", index, "C, which stands for goods", "Download goods (type C): services are not read.");
        return false;
    }

    private boolean isMonthly() {
        int frequency = columns.index(Column.FREQUENCY);
        if (!line.is(frequency, "M")) {
            wrong("not-monthly", frequency, "M, which stands for monthly data", MONTHLY);
            return false;
        }
        int month = columns.index(Column.REF_MONTH);
        if (month >= 0 && line.is(month, WHOLE_YEAR)) {
            wrong("not-monthly", month, "a month from 1 to 12; 52 stands for the whole year", MONTHLY);
            return false;
        }
        return true;
    }

    private int month() {
        int index = columns.index(Column.PERIOD);
        int date = line.code(index, 6);
        int monthOfYear = date % 100;
        if (date < 0 || !Months.hasYear(date / 100) || monthOfYear < 1 || monthOfYear > 12) {
            wrong(
                    "bad-date",
                    index,
                    "year and month as YYYYMM, from " + Months.FIRST_YEAR + " on",
                    line.isDigits(index, 4) ? MONTHLY : KEEP_AS_IT_IS);
            return 0;
        }
        return Months.number(date / 100, monthOfYear);
    }

    /** The reporter's code, and in the row its country. */
    private int reporter() {
        int index = columns.index(Column.REPORTER);
        int code = number(index);
        if (code <= 0) {
            wrong("bad-code", index, "the numeric code of a reporter", KEEP_AS_IT_IS);
            return 0;
        }
        row.reporter(Codes.country(code));
        if (!Codes.isListed(code)) {
            unknownReporters.add(code);
        }
        return code;
    }

    private void flow() {
        int index = columns.index(Column.FLOW);
        if (line.is(index, "X")
                || line.is(index, "RX")
                || line.is(index, "DX")
                || line.is(index, "XIP")
                || line.is(index, "XOP")) {
            row.flow(Flow.EXPORT);
        } else if (line.is(index, "M")
                || line.is(index, "RM")
                || line.is(index, "FM")
                || line.is(index, "MIP")
                || line.is(index, "MOP")) {
            row.flow(Flow.IMPORT);
        } else {
            wrong(
                    "bad-flow",
                    index,
                    "M or X, or one of their parts: RM, FM, MIP, MOP, RX, DX, XIP, XOP",
                    "Download imports (M) or exports (X).");
        }
    }

    /** Codes mean other goods in other editions: a reporter's month has one. */
    private void edition(int reporter, int month) {
        int index = columns.index(Column.CLASSIFICATION);
        long edition = line.code(index);
        if (edition < H0 || edition > H9) {
            wrong(
                    "bad-classification",
                    index,
                    "an edition of the Harmonized System, H0 to H6",
                    "Download by the Harmonized System (HS) as reported: other classifications have other codes.");
            return;
        }
        row.dimension(HS_EDITION, edition);
        long reporterMonth = (long) reporter << 16 | month;
        if (reporterMonth != lastReporterMonth) {
            lastReporterMonth = reporterMonth;
            lastEdition = editions.computeIfAbsent(reporterMonth, any -> new Edition(edition, line.line()));
        }
        if (lastEdition.code() != edition) {
            wrong(
                    "hs-editions-mixed",
                    index,
                    Code.text(lastEdition.code()) + ", as in line " + lastEdition.line()
                            + " for the same reporter and month",
                    "Download by HS as reported, which has one edition for each reporter and month: a code means other goods in"
                            + " another.");
        }
    }

    /** Reads the commodity; whether it is of a level that is taken. */
    private boolean commodity() {
        int index = columns.index(Column.COMMODITY);
        boolean six = Codes.isSixDigits(line, index);
        boolean fewer = line.isDigits(index, 4) || line.isDigits(index, 2);
        if (!six && everyLevel && (fewer || line.is(index, "TOTAL"))) {
            return false;
        }
        if (!six && !fewer) {
            wrong(
                    "bad-commodity",
                    index,
                    "a commodity code of 6 digits, or of 4 or 2 throughout the file",
                    line.is(index, "TOTAL")
                            ? "Download commodity codes of six digits (AG6) by themselves: the total of all holds them."
                            : "A spreadsheet may have dropped a leading zero: upload the file as UN Comtrade gave it.");
            return true;
        }
        row.commodity(line.code(index));
        if (Codes.isNotSpecified(line, index)) {
            row.residual("");
        }
        return true;
    }

    private void partner() {
        long partner = code(Column.PARTNER);
        row.partner(partner == Codes.WORLD ? Code.NONE : partner);
        seeName();
        code(Column.PARTNER_2);
        code(Column.MODE_OF_TRANSPORT);
        if (line.isEmpty(columns.index(Column.CUSTOMS))) {
            wrong(
                    "bad-code",
                    columns.index(Column.CUSTOMS),
                    "the code of a customs procedure, C00 for all of them",
                    KEEP_AS_IT_IS);
        }
    }

    private void seeName() {
        int code = number(columns.index(Column.PARTNER));
        int index = columns.index(Column.PARTNER_NAME);
        if (code >= 0 && names.isNew(code, index)) {
            String name = line.text(index);
            names.note(Integer.toString(code), name);
            if (code > 0 && PartnerGroup.of(name).isPresent()) {
                wrong(
                        "partner-is-a-group",
                        index,
                        "the name of a country or territory: the trade with a group is that with its members, and would count twice",
                        "Take the rows of groups out, or download the partners one by one, and World (0) beside them.");
            }
        }
    }

    private long code(Column column) {
        int index = columns.index(column);
        int code = number(index);
        if (code < 0) {
            wrong("bad-code", index, "a numeric code, 0 for all", KEEP_AS_IT_IS);
            return Codes.WORLD;
        }
        return Codes.text(code);
    }

    private void figures() {
        long value = required(Column.VALUE);
        row.value(value);
        valuation(value, optional(Column.CIF_VALUE), optional(Column.FOB_VALUE));
        long netWeight = optional(Column.NET_WEIGHT);
        if (netWeight > 0 || netWeight == 0 && value == 0) {
            row.netWeight(netWeight, isEstimated());
        }
        int unitIndex = columns.index(Column.UNIT);
        if (unitIndex >= 0 && columns.index(Column.QUANTITY) >= 0) {
            long quantity = optional(Column.QUANTITY);
            int unit = number(unitIndex);
            if (unit < 0 && !line.is(unitIndex, "-1") && !line.isEmpty(unitIndex)) {
                wrong("bad-code", unitIndex, "the numeric code of a unit, -1 for none", KEEP_AS_IT_IS);
            } else if (unit >= 0 && (quantity > 0 || quantity == 0 && value == 0)) {
                row.quantity(quantity, Codes.unit(unit));
            }
        }
    }

    /** Of values CIF and FOB, the row's is the one that equals its own; which one differs by reporter. */
    private void valuation(long value, long cif, long fob) {
        if (cif == value && (fob != value || row.flow() == Flow.IMPORT)) {
            row.valuation(Valuation.CIF);
        } else if (fob == value) {
            row.valuation(Valuation.FOB);
        }
    }

    private boolean hasZeroWeight() {
        int index = columns.index(Column.NET_WEIGHT);
        return !line.isEmpty(index) && line.thousandths(index) == 0;
    }

    private boolean isEstimated() {
        int flag = columns.index(Column.ESTIMATION);
        // 4 stands for an estimated weight, 6 for an estimated weight and quantity.
        boolean byFlag = flag >= 0 && (line.is(flag, "4") || line.is(flag, "6"));
        if (flag >= 0 && !line.isEmpty(flag) && number(flag) < 0) {
            wrong("bad-flag", flag, "0, 2, 4 or 6", KEEP_AS_IT_IS);
        }
        int index = columns.index(Column.NET_WEIGHT_ESTIMATED);
        if (index < 0 || line.isEmpty(index) || isOneOf(index, FALSE)) {
            return byFlag;
        }
        if (!isOneOf(index, TRUE)) {
            wrong("bad-flag", index, "true or false", KEEP_AS_IT_IS);
        }
        return true;
    }

    private boolean isOneOf(int index, String[] words) {
        for (String word : words) {
            if (line.is(index, word)) {
                return true;
            }
        }
        return false;
    }

    private long required(Column column) {
        int index = columns.index(column);
        long number = line.thousandths(index);
        if (number < 0) {
            wrong("bad-number", index, NUMBER, KEEP_AS_IT_IS);
        }
        return number;
    }

    /** The number; -1 if there is none. */
    private long optional(Column column) {
        return line.isEmpty(columns.index(column)) ? -1 : required(column);
    }

    /** The field as a number of one to four digits; -1 if it is none. */
    private int number(int index) {
        int length = line.length(index);
        return length == 0 || length > 4 ? -1 : line.code(index, length);
    }

    private void wrong(String code, int index, String expected, String advice) {
        problems.add(problem(code, index, expected, advice));
    }

    private Problem problem(String code, int index, String expected, String advice) {
        return new Problem(
                code,
                line.line(),
                index + 1,
                columns.names().get(index),
                Problem.quote(line.text(index)) + line.readings(index),
                expected,
                advice);
    }

    /** A problem of the row that was read last, in the place where {@code field} stands. */
    Problem problem(Field field, String code, String expected, String advice) {
        Column column =
                switch (field) {
                    case REPORTER -> Column.REPORTER;
                    case FLOW -> Column.FLOW;
                    case COMMODITY -> Column.COMMODITY;
                    case PARTNER -> Column.PARTNER;
                    case NET_WEIGHT -> Column.NET_WEIGHT;
                    case VALUE -> Column.VALUE;
                    case MONTH, PROVINCE, REGIME -> Column.PERIOD;
                };
        return problem(code, columns.index(column), expected, advice);
    }

    /** What is not wrong but should be known, as sentences. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>(names.warnings());
        unknownReporters.forEach(code ->
                warnings.add("Reporter code " + code + " is not in the code list; its rows are kept under the code."));
        if (zeroWeights > 0) {
            warnings.add(rows(zeroWeights)
                    + " 0 kg beside a value, by which UN Comtrade means that the weight is not known; it"
                    + " counts as unknown.");
        }
        if (unknownValuations > 0) {
            warnings.add(rows(unknownValuations)
                    + " neither a CIF nor an FOB value that equals the primary value; whether that includes freight and insurance is"
                    + " not known.");
        }
        if (zeroTotals > 0 && !askedFor && !everyLevel) {
            warnings.add(rows(zeroTotals)
                    + " a total of 0 over all partners: nothing was traded. That counts as zero if the path"
                    + " says what the file was asked for: add hs=.");
        }
        return warnings;
    }

    private static String rows(long count) {
        return count == 1 ? "1 row has" : count + " rows have";
    }
}
