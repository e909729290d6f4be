package dev.customsfeed.sources.gacc;

import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.Part;
import dev.customsfeed.ledger.Valuation;
import dev.customsfeed.sources.codes.Code;
import dev.customsfeed.sources.codes.PartnerGroup;
import dev.customsfeed.sources.codes.PartnerNames;
import dev.customsfeed.sources.codes.TotalWords;
import dev.customsfeed.sources.csv.CsvLine;
import dev.customsfeed.sources.csv.CsvLines;
import dev.customsfeed.sources.csv.DataLines;
import dev.customsfeed.sources.csv.PartnerNameColumn;
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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The rows of a China Customs file. */
final class GaccRows implements Rows {

    static final int PARTNER_DIGITS = 3;
    private static final int MOST_GROUPS = 10;
    private static final int REGIME_DIGITS = 2;
    private static final int PROVINCE_DIGITS = 2;

    private static final String COMMODITY = "a commodity code of 8 digits, or of 6, 4 or 2 throughout the file";

    private static final long CHINA = Code.of("CN");
    private static final int WORLD = 0;
    private static final long SUM = Code.of("00");

    private static final PartnerNames NAMES = new PartnerNames(Gacc.SOURCE.partners());

    private static final boolean[] LISTED = new boolean[1_000];

    static {
        Gacc.SOURCE.partners().entries().keySet().forEach(code -> LISTED[Integer.parseInt(code)] = true);
    }

    private final DataLines lines;
    private final CsvLine line;
    private final Header header;
    private final Problems problems;
    private final Row row = new Row(GaccLayout.DIMENSIONS.size());
    private final Flow flow;
    private final Valuation valuation;
    private final Dates dates;
    private final Numbers numbers;
    private final Quantities quantities;
    private final int commodityIndex;
    private final int partnerIndex;
    /** By its key: of several, a file without the column is rejected. */
    private final boolean ofOnePartner;

    private final PartnerNameColumn names;
    private final int nameIndex;
    private final Cells cells;
    private final int dateIndex;

    /** What groups of countries are called that stand under codes of partners, by code. */
    private final SortedMap<String, SortedMap<PartnerGroup, String>> groups = new TreeMap<>();

    private final List<String> groupsWithoutMembers = new ArrayList<>();
    private Optional<SortedMap<String, String>> partnerNames = Optional.empty();

    /**
     * @param lines of which the header has been read
     * @param reading its declared period, if any, is the month of all rows where the file has no dates
     */
    GaccRows(CsvLines lines, Header header, Reading reading, Cells cells) {
        this.lines = new DataLines(lines, header.headers(), Numbers.KEEP_AS_IT_IS, reading.problems())
                .takingBlankLines()
                .endingWithNothing(header.fewestAtEnd(), header.mostAtEnd());
        if (!header.endsWithTellingColumn()) {
            this.lines.allAlike();
        }
        this.line = lines.line();
        this.header = header;
        this.problems = reading.problems();
        this.flow = reading.key().flow().orElseThrow();
        this.valuation = Objects.requireNonNull(Gacc.VALUATIONS.get(flow));
        this.dateIndex = header.index(Column.DATE);
        this.dates = new Dates(this.lines, dateIndex, reading.key().period(), cells::years);
        this.numbers = new Numbers(this.lines);
        this.quantities = new Quantities(this.lines, header, numbers, TitleUnits.of(lines.above()));
        this.commodityIndex = header.index(Column.COMMODITY);
        this.partnerIndex = header.index(Column.PARTNER);
        this.ofOnePartner = reading.key().parts().stream().anyMatch(part -> part.dimension() == Part.Dimension.PARTNER);
        this.names = new PartnerNameColumn(line, Gacc.SOURCE.partners(), NAMES);
        this.nameIndex = header.index(Column.PARTNER_NAME);
        this.cells = cells;
    }

    @Override
    public boolean next() throws IOException {
        if (!lines.next()) {
            partnerNames().forEach(this::checkIsNoGroup);
            checkGroups();
            return false;
        }
        read();
        return true;
    }

    /** A sum over regimes or provinces of one partner, beside those that it is the sum of, would count twice. */
    private void checkIsNoSum(Column column, int dimension) {
        if (row.kind() == RowKind.COUNTED && row.dimension(dimension) == SUM) {
            int index = header.index(column);
            lines.wrong(
                    "bad-code",
                    index,
                    lines.found(index),
                    "a code on the portal's list, which has no 00",
                    "Take the row out if it is the sum of others; leave the code empty in a sum over all partners.");
        }
    }

    /** A group's rows stand beside those of its members: counted as one more partner, all of that would count twice. */
    private void checkIsNoGroup(String code, String name) {
        // The world's row is a total, which is compared.
        if (PartnerGroup.of(name).filter(group -> group != PartnerGroup.WORLD).isPresent()) {
            problems.add(isGroup(code, name, ""));
        }
    }

    private static Problem isGroup(String code, String name, String beside) {
        return Problem.ofFile(
                "partner-is-a-group",
                "the partner " + code + " with the name " + Problem.quote(name) + ", which is a group of countries"
                        + beside,
                "countries and territories only: trade with a group is trade with its members",
                "Take the rows of groups out, or download the trading partners alone.");
    }

    /** A group under the code of a listed partner: its rows may be the sum of others, or those of the partner under a wrong name. */
    private void checkGroups() throws IOException {
        groupsWithoutMembers.clear();
        int looked = 0;
        for (Map.Entry<String, SortedMap<PartnerGroup, String>> under : groups.entrySet()) {
            for (Map.Entry<PartnerGroup, String> group : under.getValue().entrySet()) {
                // The file is read once more for each: nobody confuses so many.
                if (looked++ == MOST_GROUPS) {
                    problems.add(isGroup(under.getKey(), group.getValue(), ""));
                    return;
                }
                checkGroup(under.getKey(), group.getValue(), cells.memberBeside(under.getKey(), group.getKey()));
            }
        }
    }

    private void checkGroup(String code, String name, Optional<String> member) {
        if (member.isPresent()) {
            problems.add(isGroup(
                    code,
                    name,
                    ", beside rows of the same commodity and month for " + member.get() + " (" + nameOf(member.get())
                            + ")"));
        } else {
            groupsWithoutMembers.add("Partner code " + code + " (" + nameOf(code) + ") stands beside the name "
                    + Problem.quote(name) + ", which is a group of countries: its rows count for " + nameOf(code)
                    + ", by the code.");
        }
    }

    private static String nameOf(String listed) {
        return Gacc.SOURCE.partners().find(listed).orElseThrow().nameEn();
    }

    private void seeName(int code) {
        if (names.isNew(code, nameIndex)) {
            String text = line.text(partnerIndex);
            String name = line.text(nameIndex);
            names.note(text, name);
            PartnerGroup.of(name).ifPresent(group -> groups.computeIfAbsent(text, any -> new TreeMap<>())
                    .merge(group, name, (one, other) -> one.compareTo(other) <= 0 ? one : other));
        }
    }

    private void read() throws IOException {
        row.begin(line.line());
        long before = problems.count();
        if (!isHeaderAgain() && lines.hasRightFields() && !isNote() && !isMoved()) {
            row.reporter(CHINA).flow(flow).valuation(valuation);
            long commodity = codeOfCommodity();
            if (commodity != Code.INVALID && (partnerIndex < 0 || hasListedPartner())) {
                readCodes(commodity, partnerIndex < 0 ? Code.NONE : line.code(partnerIndex));
            } else {
                readOther();
            }
            checkIsNoSum(Column.REGIME, GaccLayout.REGIME);
            checkIsNoSum(Column.PROVINCE, GaccLayout.PROVINCE);
            quantities.read(row);
            row.value(numbers.whole(header.valueIndex()));
        }
        if (problems.count() > before) {
            row.wrong();
        } else if (row.kind() == RowKind.COUNTED) {
            quantities.count(row);
        }
    }

    /** Whether a comma within a number may have moved a quantity, or nothing, into the column of its unit. */
    private boolean isMoved() {
        int last = header.columnCount() - 1;
        boolean moved = header.endsWithUnit()
                && line.fieldCount() > header.columnCount()
                && (line.isEmpty(last) || line.beginsWithDigit(last));
        if (moved) {
            lines.wrongLength(header.columnCount() + " fields, as the header has");
        }
        return moved;
    }

    private void readCodes(long commodity, long partner) throws IOException {
        row.month(dates.month())
                .commodity(commodity)
                .partner(partner)
                .dimension(GaccLayout.REGIME, code(Column.REGIME, REGIME_DIGITS))
                .dimension(GaccLayout.PROVINCE, code(Column.PROVINCE, PROVINCE_DIGITS));
    }

    /** Reads a row whose commodity or partner is not as in most rows: a total, a partner that is not listed, or wrong. */
    private void readOther() throws IOException {
        int over = totalOver();
        if (over == 0) {
            readCodes(commodity(), code(Column.PARTNER, PARTNER_DIGITS));
        } else {
            readTotal(over);
        }
    }

    private boolean hasListedPartner() {
        int code = line.code(partnerIndex, PARTNER_DIGITS);
        boolean listed = code >= 0 && LISTED[code];
        if (listed) {
            seeName(code);
        }
        return listed;
    }

    /** What the row is the total over, by its commodity and partner; 0 for a row that is none. */
    private int totalOver() throws IOException {
        int over = 0;
        if (codeOfCommodity() == Code.INVALID && isOfTotal(commodityIndex)) {
            over |= Row.OVER_COMMODITIES;
        }
        if (partnerIndex >= 0 && isWorld()) {
            over |= Row.OVER_PARTNERS;
        }
        return over;
    }

    private boolean isWorld() throws IOException {
        int code = line.code(partnerIndex, PARTNER_DIGITS);
        if (code < 0) {
            return isOfTotal(partnerIndex);
        }
        return code == WORLD
                || !LISTED[code] && TotalWords.isOne(namesOfUnlisted().getOrDefault(line.text(partnerIndex), ""));
    }

    /** Read once the first such partner comes. */
    private SortedMap<String, String> namesOfUnlisted() throws IOException {
        if (partnerNames.isEmpty()) {
            partnerNames =
                    Optional.of(Collections.unmodifiableSortedMap(cells.namesOfUnlistedPartners(GaccRows::choice)));
        }
        return partnerNames.get();
    }

    /** Of several spellings the first in the alphabet, whatever the order of rows; a word for the world before any other. */
    private static String choice(String one, String other) {
        if (TotalWords.isOne(one) != TotalWords.isOne(other)) {
            return TotalWords.isOne(one) ? one : other;
        }
        return one.compareTo(other) <= 0 ? one : other;
    }

    private boolean isOfTotal(int index) {
        return line.isEmpty(index) || TotalWords.isOne(line.text(index));
    }

    /** A total is over all that it leaves empty, or has such a word for. */
    private void readTotal(int overAtLeast) throws IOException {
        int over = overAtLeast;
        row.commodity((over & Row.OVER_COMMODITIES) == 0 ? commodity() : Code.NONE)
                .partner((over & Row.OVER_PARTNERS) == 0 ? code(Column.PARTNER, PARTNER_DIGITS) : Code.NONE);
        if (dateIndex >= 0 && isOfTotal(dateIndex)) {
            over |= Row.OVER_MONTHS;
            row.month(Dates.NONE);
        } else {
            row.month(dates.month());
        }
        over |= dimension(GaccLayout.REGIME, Column.REGIME, REGIME_DIGITS);
        over |= dimension(GaccLayout.PROVINCE, Column.PROVINCE, PROVINCE_DIGITS);
        if ((over & Row.OVER_PARTNERS) != 0) {
            // Whoever adds up all partners copies the other codes from any row; those of one regime each are added up.
            over |= Row.overDimension(GaccLayout.REGIME) | Row.overDimension(GaccLayout.PROVINCE);
        }
        row.total(over);
    }

    private int dimension(int dimension, Column column, int digits) {
        int index = header.index(column);
        if (index >= 0 && (isOfTotal(index) || line.code(index, digits) == WORLD)) {
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
        return partnerNames.orElseGet(Collections::emptySortedMap);
    }

    @Override
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>(lines.warnings());
        dates.warning().ifPresent(warnings::add);
        if (partnerIndex < 0 && !ofOnePartner) {
            warnings.add("The file has no column " + Column.PARTNER.label()
                    + ": its rows are taken, and the partners of what they say are unknown.");
        }
        warnings.addAll(names.warnings());
        warnings.addAll(groupsWithoutMembers);
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
        int index = commodityIndex;
        boolean again = index < line.fieldCount()
                && !line.beginsWithDigit(index)
                && Column.of(line.text(index)).equals(Optional.of(Column.COMMODITY));
        if (again) {
            lines.headerAgain();
        }
        return again;
    }

    /** Whether the line has neither commodity nor value, which is a problem: it is no row. */
    private boolean isNote() {
        int index = commodityIndex;
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
                "Take the row out if it is a note; if it is not, download the file again.");
        return true;
    }

    private long codeOfCommodity() {
        int length = line.length(commodityIndex);
        return length == 8 || length == 6 || length == 4 || length == 2
                ? line.codeOfDigits(commodityIndex)
                : Code.INVALID;
    }

    private long commodity() {
        long code = codeOfCommodity();
        if (code != Code.INVALID) {
            return code;
        }
        lines.wrong(
                "bad-commodity",
                commodityIndex,
                lines.found(commodityIndex),
                COMMODITY,
                "A spreadsheet may have dropped a leading zero: upload the file as customs gave it.");
        return Code.NONE;
    }

    private long code(Column column, int digits) {
        int index = header.index(column);
        if (index < 0) {
            return Code.NONE;
        }
        long code = line.length(index) == digits ? line.codeOfDigits(index) : Code.INVALID;
        if (code != Code.INVALID) {
            return code;
        }
        lines.wrong("bad-code", index, lines.found(index), "a code of " + digits + " digits", Numbers.KEEP_AS_IT_IS);
        return Code.NONE;
    }
}
