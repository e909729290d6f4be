package dev.customsfeed.sources.gacc;

import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.Valuation;
import dev.customsfeed.sources.codes.Code;
import dev.customsfeed.sources.csv.CsvLine;
import dev.customsfeed.sources.csv.CsvLines;
import dev.customsfeed.sources.csv.DataLines;
import dev.customsfeed.sources.layout.Field;
import dev.customsfeed.sources.layout.Reading;
import dev.customsfeed.sources.layout.Row;
import dev.customsfeed.sources.layout.RowKind;
import dev.customsfeed.sources.layout.Rows;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.Problems;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The rows of a China Customs file. */
final class GaccRows implements Rows {

    private static final int PARTNER_DIGITS = 3;
    private static final int REGIME_DIGITS = 2;
    private static final int PROVINCE_DIGITS = 2;

    private static final String COMMODITY = "a commodity code of 8 digits, or of 6, 4 or 2 throughout the file";

    private static final long CHINA = Code.of("CN");
    private static final int WORLD = 0;

    /** What people write over a sum, in lower case and without spaces. */
    private static final Set<String> WORDS_OF_TOTALS = Set.of(
            "合计",
            "总计",
            "共计",
            "小计",
            "总值",
            "总额",
            "总和",
            "全部",
            "世界",
            "全球",
            "全世界",
            "世界合计",
            "所有国家",
            "total",
            "totals",
            "grandtotal",
            "subtotal",
            "sum",
            "all",
            "world",
            "worldtotal",
            "allcountries",
            "allpartners");

    private static final boolean[] LISTED = new boolean[1_000];

    static {
        Gacc.SOURCE.partners().entries().keySet().forEach(code -> LISTED[Integer.parseInt(code)] = true);
    }

    private final DataLines lines;
    private final CsvLine line;
    private final Header header;
    private final Problems problems;
    private final List<String> assumed;
    private final Row row = new Row(GaccLayout.DIMENSIONS.size());
    private final Flow flow;
    private final Valuation valuation;
    private final Dates dates;
    private final Numbers numbers;
    private final Quantities quantities;
    private final int partnerIndex;
    private final int partnerNameIndex;
    private final int dateIndex;
    private final SortedMap<String, String> partnerNames = new TreeMap<>();

    /**
     * @param lines of which the header has been read
     * @param reading its declared period, if any, is the month of all rows where the file has no dates
     * @param assumed how the file is read, as sentences
     */
    GaccRows(CsvLines lines, Header header, Reading reading, List<String> assumed, Dates.OtherYears years) {
        this.lines =
                new DataLines(lines, header.headers(), Numbers.KEEP_AS_IT_IS, reading.problems()).takingBlankLines();
        this.line = lines.line();
        this.header = header;
        this.problems = reading.problems();
        this.assumed = assumed;
        this.flow = reading.key().flow().orElseThrow();
        this.valuation = Gacc.VALUATIONS.get(flow);
        this.dateIndex = header.index(Column.DATE);
        this.dates = new Dates(this.lines, dateIndex, reading.key().period(), years);
        this.numbers = new Numbers(this.lines);
        this.quantities = new Quantities(this.lines, header, numbers);
        this.partnerIndex = header.index(Column.PARTNER);
        this.partnerNameIndex = header.index(Column.PARTNER_NAME);
    }

    @Override
    public boolean next() throws IOException {
        if (!lines.next()) {
            return false;
        }
        read();
        return true;
    }

    private void read() throws IOException {
        row.begin(line.line());
        long before = problems.count();
        if (!isHeaderAgain() && lines.hasRightFields() && !isNote()) {
            row.reporter(CHINA).flow(flow).valuation(valuation);
            int over = totalOver();
            if (over == 0) {
                row.month(dates.month())
                        .commodity(commodity())
                        .partner(partner())
                        .dimension(GaccLayout.REGIME, code(Column.REGIME, REGIME_DIGITS))
                        .dimension(GaccLayout.PROVINCE, code(Column.PROVINCE, PROVINCE_DIGITS));
            } else {
                readTotal(over);
            }
            quantities.read(row);
            row.value(numbers.whole(header.valueIndex()));
        }
        if (problems.count() > before) {
            row.wrong();
        } else if (row.kind() == RowKind.COUNTED) {
            quantities.count(row);
        }
    }

    /** What the row is the total over, by its commodity and partner; 0 for a row that is none. */
    private int totalOver() {
        int over = 0;
        int index = header.index(Column.COMMODITY);
        if (!isCommodity(index) && isOfTotal(index)) {
            over |= Row.OVER_COMMODITIES;
        }
        if (partnerIndex >= 0 && isWorld()) {
            over |= Row.OVER_PARTNERS;
        }
        return over;
    }

    private boolean isWorld() {
        int code = line.code(partnerIndex, PARTNER_DIGITS);
        if (code >= 0) {
            return code == WORLD
                    || !LISTED[code] && partnerNameIndex >= 0 && isWordOfTotal(line.text(partnerNameIndex));
        }
        return isOfTotal(partnerIndex);
    }

    private boolean isOfTotal(int index) {
        return line.isEmpty(index) || isWordOfTotal(line.text(index));
    }

    private static boolean isWordOfTotal(String text) {
        return WORDS_OF_TOTALS.contains(text.replaceAll("[\\s\\p{Z}:：]", "").toLowerCase(Locale.ROOT));
    }

    /** A total is over all that it leaves empty, or has such a word for. */
    private void readTotal(int overAtLeast) throws IOException {
        int over = overAtLeast;
        row.commodity((over & Row.OVER_COMMODITIES) == 0 ? commodity() : Code.NONE)
                .partner((over & Row.OVER_PARTNERS) == 0 ? partner() : Code.NONE);
        if (dateIndex >= 0 && isOfTotal(dateIndex)) {
            over |= Row.OVER_MONTHS;
            row.month(Dates.NONE);
        } else {
            row.month(dates.month());
        }
        over |= dimension(GaccLayout.REGIME, Column.REGIME, REGIME_DIGITS);
        over |= dimension(GaccLayout.PROVINCE, Column.PROVINCE, PROVINCE_DIGITS);
        row.total(over);
    }

    private int dimension(int dimension, Column column, int digits) {
        int index = header.index(column);
        if (index >= 0 && isOfTotal(index)) {
            return Row.overDimension(dimension);
        }
        row.dimension(dimension, code(column, digits));
        return 0;
    }

    @Override
    public Row row() {
        return row;
    }

    @Override
    public String layout() {
        return header.name();
    }

    @Override
    public String currency() {
        return header.currency();
    }

    @Override
    public boolean hasPartners() {
        return partnerIndex >= 0;
    }

    @Override
    public SortedMap<String, String> partnerNames() {
        return Collections.unmodifiableSortedMap(partnerNames);
    }

    @Override
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>(assumed);
        lines.warning().ifPresent(warnings::add);
        dates.warning().ifPresent(warnings::add);
        if (partnerIndex < 0) {
            warnings.add("The file has no column " + Column.PARTNER.label()
                    + ": its rows are taken, and the partners of what they say are unknown.");
        }
        warnings.addAll(quantities.warnings());
        return warnings;
    }

    @Override
    public Problem problem(Field field, String code, String expected, String advice) {
        Column column =
                switch (field) {
                    case MONTH -> Column.DATE;
                    case COMMODITY -> Column.COMMODITY;
                    case PARTNER -> Column.PARTNER;
                    case REGIME -> Column.REGIME;
                    case PROVINCE -> Column.PROVINCE;
                    case NET_WEIGHT -> Column.QUANTITY;
                    case VALUE, REPORTER, FLOW -> header.has(Column.USD) ? Column.USD : Column.CNY;
                };
        return lines.problem(header.index(column), column.label(), code, expected, advice);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private boolean isHeaderAgain() {
        int index = header.index(Column.COMMODITY);
        boolean again = index < line.fieldCount()
                && !isCommodity(index)
                && Column.of(line.text(index)).equals(Optional.of(Column.COMMODITY));
        if (again) {
            lines.headerAgain();
        }
        return again;
    }

    /** Whether the line has neither commodity nor value, which is a problem: it is no row. */
    private boolean isNote() {
        int index = header.index(Column.COMMODITY);
        if (!line.isEmpty(index) || !line.isEmpty(header.valueIndex())) {
            return false;
        }
        String first = IntStream.range(0, header.columnCount())
                .filter(field -> !line.isEmpty(field))
                .mapToObj(lines::found)
                .findFirst()
                .orElse("a name");
        lines.wrong(
                "commodity-missing",
                index,
                "nothing, in a row that begins with " + first,
                COMMODITY,
                "Take the row out if it is a note. If it is none, download the file again.");
        return true;
    }

    private boolean isCommodity(int index) {
        return line.isDigits(index, 8) || line.isDigits(index, 6) || line.isDigits(index, 4) || line.isDigits(index, 2);
    }

    private long commodity() {
        int index = header.index(Column.COMMODITY);
        if (isCommodity(index)) {
            return line.code(index);
        }
        lines.wrong(
                "bad-commodity",
                index,
                lines.found(index),
                COMMODITY,
                "A spreadsheet may have dropped a leading zero: upload the file as customs gave it.");
        return Code.NONE;
    }

    private long partner() {
        long code = code(Column.PARTNER, PARTNER_DIGITS);
        if (partnerNameIndex >= 0 && code != Code.NONE && !LISTED[line.code(partnerIndex, PARTNER_DIGITS)]) {
            String name = line.text(partnerNameIndex);
            if (!name.isEmpty()) {
                // Of several spellings the first in the alphabet, whatever the order of rows.
                partnerNames.merge(
                        line.text(partnerIndex), name, (one, other) -> one.compareTo(other) <= 0 ? one : other);
            }
        }
        return code;
    }

    private long code(Column column, int digits) {
        int index = header.index(column);
        if (index < 0) {
            return Code.NONE;
        }
        if (line.isDigits(index, digits)) {
            return line.code(index);
        }
        lines.wrong("bad-code", index, lines.found(index), "a code of " + digits + " digits", Numbers.KEEP_AS_IT_IS);
        return Code.NONE;
    }
}
