package dev.customsfeed.sources.comexstat;

import dev.customsfeed.ledger.Flow;
import dev.customsfeed.sources.codes.Code;
import dev.customsfeed.sources.csv.CsvLine;
import dev.customsfeed.sources.csv.CsvLines;
import dev.customsfeed.sources.csv.DataLines;
import dev.customsfeed.sources.key.Months;
import dev.customsfeed.sources.layout.Field;
import dev.customsfeed.sources.layout.Row;
import dev.customsfeed.sources.layout.Rows;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.Problems;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The rows of a Comex Stat file. */
final class ComexStatRows implements Rows {

    private static final long BRAZIL = Code.of("BR");

    /** As units have codes of two digits, each has its text. */
    private static final int UNITS = 100;

    private static final String KEEP_AS_IT_IS =
            "Upload the file as it comes: spreadsheets change codes and numbers when they save.";

    private static final String ZEROS_LOST =
            "A spreadsheet may have dropped the zeros that codes begin with: download the file again and upload it as it comes.";

    private final DataLines lines;
    private final CsvLine line;
    private final Header header;
    private final Problems problems;
    private final Row row = new Row(ComexStatLayout.DIMENSIONS.size());
    private final String[] units = new String[UNITS];

    /** @param lines of which the header has been read */
    ComexStatRows(CsvLines lines, Header header, Problems problems) {
        this.lines = new DataLines(lines, header.names(), KEEP_AS_IT_IS, problems)
                .takingBlankLines()
                .endingWithNothing(header.nothingAtEnd(), header.mostAtEnd());
        this.line = lines.line();
        // Figures are whole, and who reads them parts thousands by points.
        this.line.doubtPoints();
        this.header = header;
        this.problems = problems;
        if (header.flow() == Flow.IMPORT) {
            lines.line().passOver(header.index(Column.VL_FRETE));
            lines.line().passOver(header.index(Column.VL_SEGURO));
        }
    }

    @Override
    public boolean next() throws IOException {
        if (!lines.next()) {
            lines.checkLastLineEnds();
            return false;
        }
        row.begin(line.line());
        long before = problems.count();
        if (!lines.isHeaderAgain(header.index(Column.CO_NCM)) && lines.hasRightFields()) {
            read();
        }
        if (problems.count() > before) {
            row.wrong();
        }
        return true;
    }

    private void read() {
        row.reporter(BRAZIL)
                .flow(header.flow())
                .month(month())
                .commodity(digits(Column.CO_NCM))
                .partner(digits(Column.CO_PAIS))
                .dimension(ComexStatLayout.STATE, state())
                .dimension(ComexStatLayout.VIA, digits(Column.CO_VIA))
                .dimension(ComexStatLayout.OFFICE, digits(Column.CO_URF))
                .netWeight(number(Column.KG_LIQUIDO), false)
                .value(number(Column.VL_FOB))
                .valuation(ComexStat.VALUATION);
        String unit = unit();
        row.quantity(number(Column.QT_ESTAT), unit);
    }

    private int month() {
        int yearIndex = header.index(Column.CO_ANO);
        int monthIndex = header.index(Column.CO_MES);
        int year = line.code(yearIndex, Column.CO_ANO.codeLength());
        int month = line.code(monthIndex, Column.CO_MES.codeLength());
        if (!Months.hasYear(year)) {
            lines.wrong(
                    "bad-date",
                    yearIndex,
                    lines.found(yearIndex),
                    "a year of 4 digits, from " + Months.FIRST_YEAR + " on",
                    ZEROS_LOST);
        }
        if (month < 1 || month > 12) {
            lines.wrong("bad-date", monthIndex, lines.found(monthIndex), "a month, from 01 to 12", ZEROS_LOST);
        }
        return Months.hasYear(year) && month >= 1 && month <= 12 ? Months.number(year, month) : 1;
    }

    private long digits(Column column) {
        int index = header.index(column);
        long code = line.length(index) == column.codeLength() ? line.codeOfDigits(index) : Code.INVALID;
        return code != Code.INVALID ? code : wrongCode(column, column.codeLength() + " digits");
    }

    private long state() {
        int index = header.index(Column.SG_UF_NCM);
        long code = line.code(index);
        return code != Code.INVALID
                        && line.length(index) == Column.SG_UF_NCM.codeLength()
                        && !line.isDigits(index, Column.SG_UF_NCM.codeLength())
                ? code
                : wrongCode(Column.SG_UF_NCM, "2 capital letters");
    }

    private long wrongCode(Column column, String expected) {
        int index = header.index(column);
        lines.wrong(
                column == Column.CO_NCM ? "bad-commodity" : "bad-code",
                index,
                lines.found(index),
                "a code of " + expected,
                ZEROS_LOST);
        return Code.NONE;
    }

    private String unit() {
        int code = line.code(header.index(Column.CO_UNID), Column.CO_UNID.codeLength());
        if (code < 0) {
            wrongCode(Column.CO_UNID, "2 digits");
            return "";
        }
        if (units[code] == null) {
            units[code] = line.raw(header.index(Column.CO_UNID));
        }
        return units[code];
    }

    /** Figures are whole and bare; a comma in one would be the decimal comma of a spreadsheet. */
    private long number(Column column) {
        int index = header.index(column);
        long thousandths = line.thousandths(index);
        if (thousandths < 0 || thousandths % 1_000 != 0) {
            lines.wrong(
                    "bad-number",
                    index,
                    "a whole number of at most " + CsvLine.LARGEST + " and not below zero, without separators");
        }
        return thousandths;
    }

    @Override
    public Row row() {
        return row;
    }

    @Override
    public Problem problem(Field field, String code, String expected, String advice) {
        Column column =
                switch (field) {
                    case MONTH -> Column.CO_MES;
                    case COMMODITY -> Column.CO_NCM;
                    case PARTNER -> Column.CO_PAIS;
                    case PROVINCE -> Column.SG_UF_NCM;
                    case NET_WEIGHT -> Column.KG_LIQUIDO;
                    case REPORTER, FLOW, REGIME, VALUE -> Column.VL_FOB;
                };
        if (field == Field.MONTH) {
            String found = line.text(header.index(Column.CO_ANO)) + "-" + line.text(header.index(Column.CO_MES));
            return Problem.ofLine(code, line.line(), found, expected, advice);
        }
        return lines.problem(header.index(column), column.name(), code, expected, advice);
    }

    @Override
    public String layout() {
        return header.flow() == Flow.IMPORT ? "comexstat-imp" : "comexstat-exp";
    }

    @Override
    public String currency() {
        return "USD";
    }

    @Override
    public Optional<Flow> soleFlow() {
        return Optional.of(header.flow());
    }

    @Override
    public List<String> warnings() {
        return lines.warnings();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
