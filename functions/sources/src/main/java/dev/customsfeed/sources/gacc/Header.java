package dev.customsfeed.sources.gacc;

import dev.customsfeed.sources.csv.CsvHeader;
import dev.customsfeed.sources.csv.CsvLine;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.Problems;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which column stands where. Columns are numbered from 0. */
final class Header {

    private static final String DOWNLOAD_AGAIN =
            "Download the file again from stats.customs.gov.cn and upload it with the header that it comes with.";

    /** Columns in which each row has something, and those in which nobody could take a number or code for what belongs there. */
    private static final Set<Column> TELLING =
            EnumSet.of(Column.DATE, Column.COMMODITY, Column.USD, Column.CNY, Column.UNIT, Column.SUPPLEMENTARY_UNIT);

    private final List<String> headers;
    private final int nothingAtEnd;
    private final int[] indexes = new int[Column.values().length];
    private final String name;

    private Header(List<String> headers, int nothingAtEnd, Map<Column, Integer> columns) {
        this.headers = List.copyOf(headers);
        this.nothingAtEnd = nothingAtEnd;
        Arrays.fill(indexes, -1);
        columns.forEach((column, index) -> indexes[column.ordinal()] = index);
        long chinese = columns.entrySet().stream()
                .filter(entry -> entry.getKey().isHeadedInChinese(headers.get(entry.getValue())))
                .count();
        name = chinese == 0 ? "gacc-en" : chinese == columns.size() ? "gacc-zh" : "gacc-mixed";
    }

    /**
     * Recognises a layout by its header.
     *
     * @param problems takes all that is wrong with the header
     * @return empty if something is
     */
    static Optional<Header> of(CsvLine header, int maxColumns, Problems problems) {
        int count = header.fieldCount();
        // Header and rows of a download end with a comma, and so with one more, empty, field.
        int named = count <= maxColumns + 1 ? CsvHeader.named(header) : count;
        if (named > maxColumns) {
            problems.add(Problem.ofLine(
                    "too-many-columns", header.line(), count + " columns", "at most " + maxColumns, DOWNLOAD_AGAIN));
            return Optional.empty();
        }
        if (IntStream.range(0, named).noneMatch(i -> Column.of(header.text(i)).isPresent())) {
            problems.add(Problem.ofLine(
                    "header-missing",
                    header.line(),
                    "no column that is known, the first is " + Problem.quote(header.text(0)),
                    "the names of the columns, with commas between them: " + Column.allLabels(),
                    DOWNLOAD_AGAIN));
            return Optional.empty();
        }
        List<String> headers = new ArrayList<>();
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        long before = problems.count();
        for (int i = 0; i < named; i++) {
            String text = header.text(i);
            headers.add(text);
            Optional<Column> column = Column.of(text);
            if (column.isEmpty()) {
                problems.add(new Problem(
                        "header-unknown-column",
                        header.line(),
                        i + 1,
                        "",
                        Problem.quote(text),
                        "one of " + Column.allLabels(),
                        DOWNLOAD_AGAIN));
            } else if (columns.putIfAbsent(column.get(), i) != null) {
                problems.add(new Problem(
                        "header-repeated-column",
                        header.line(),
                        i + 1,
                        text,
                        "the column " + column.get().label() + " a second time",
                        "each column at most once",
                        DOWNLOAD_AGAIN));
            }
        }
        // What is missing can only be told once all that is there is understood.
        if (problems.count() == before) {
            checkComplete(header.line(), columns, problems);
        }
        return problems.count() == before ? Optional.of(new Header(headers, count - named, columns)) : Optional.empty();
    }

    private static void checkComplete(long line, Map<Column, Integer> columns, Problems problems) {
        if (!columns.containsKey(Column.COMMODITY)) {
            missing(line, columns, Column.COMMODITY.label(), "Ask for the commodity when you download.", problems);
        }
        if (columns.containsKey(Column.PARTNER_NAME) && !columns.containsKey(Column.PARTNER)) {
            missing(
                    line,
                    columns,
                    Column.PARTNER.label(),
                    "Ask for the trading partner with its code when you download: the spelling of names changes.",
                    problems);
        }
        if (columns.containsKey(Column.USD) && columns.containsKey(Column.CNY)) {
            problems.add(Problem.ofLine(
                    "header-two-currencies",
                    line,
                    "values in " + Column.USD.label() + " and in " + Column.CNY.label(),
                    "values in one currency",
                    "Download one file for each currency and upload both."));
        }
        if (!columns.containsKey(Column.USD) && !columns.containsKey(Column.CNY)) {
            missing(
                    line,
                    columns,
                    Column.USD.label() + " or " + Column.CNY.label(),
                    "Ask for the value in one currency when you download.",
                    problems);
        }
    }

    private static void missing(
            long line, Map<Column, Integer> columns, String missing, String advice, Problems problems) {
        String found = columns.keySet().stream().map(Column::label).collect(Collectors.joining(", "));
        problems.add(Problem.ofLine(
                "header-missing-column", line, "only " + found, "the column " + missing + " as well", advice));
    }

    /** Where the column stands; -1 if the file does not have it. */
    int index(Column column) {
        return indexes[column.ordinal()];
    }

    boolean has(Column column) {
        return index(column) >= 0;
    }

    /** How many fields of nothing a line has at least behind its columns: one that customs' own comma makes may have been cut off. */
    int fewestAtEnd() {
        return nothingAtEnd > 1 ? nothingAtEnd : 0;
    }

    /**
     * How many it has at most. Where the header has none, rows may end with a comma all the same if their last column tells whether a
     * comma within a number has moved another field into it.
     */
    int mostAtEnd() {
        return nothingAtEnd == 0 && endsWithTellingColumn() ? 1 : nothingAtEnd;
    }

    /** Whether what stands in the last column of a line tells that it belongs there. */
    boolean endsWithTellingColumn() {
        return TELLING.stream().anyMatch(column -> index(column) == headers.size() - 1);
    }

    /** How many columns have a header. */
    int columnCount() {
        return headers.size();
    }

    /** Whether the last column is of a unit and a line can end with a comma that the header has not. */
    boolean endsWithUnit() {
        int last = headers.size() - 1;
        return nothingAtEnd == 0 && (index(Column.UNIT) == last || index(Column.SUPPLEMENTARY_UNIT) == last);
    }

    /** All headers as the file has them. */
    List<String> headers() {
        return headers;
    }

    /** The header as the file has it. */
    String header(int index) {
        return headers.get(index);
    }

    /** The column of values. */
    int valueIndex() {
        return Math.max(index(Column.USD), index(Column.CNY));
    }

    /** ISO 4217 code of the values. */
    String currency() {
        return has(Column.USD) ? "USD" : "CNY";
    }

    /** {@code gacc-en}, {@code gacc-zh}, or {@code gacc-mixed} if both languages are in the header. */
    String name() {
        return name;
    }
}
