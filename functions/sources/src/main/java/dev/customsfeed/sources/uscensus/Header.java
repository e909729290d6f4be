package dev.customsfeed.sources.uscensus;

import dev.customsfeed.ledger.Flow;
import dev.customsfeed.sources.csv.CsvHeader;
import dev.customsfeed.sources.csv.CsvLine;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.Problems;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which column stands where, and what the file is about by them. Columns are numbered from 0. */
final class Header {

    private static final String ASK_AGAIN = "Ask the API again, and upload the answer as it comes.";

    private final List<String> names;
    private final int[] indexes;
    private final int nothingAtEnd;
    private final List<int[]> repeated;
    private final Flow flow;
    private final Optional<Basis> basis;

    private Header(
            List<String> names,
            int nothingAtEnd,
            int[] indexes,
            List<int[]> repeated,
            Flow flow,
            Optional<Basis> basis) {
        this.names = names;
        this.nothingAtEnd = nothingAtEnd;
        this.indexes = indexes;
        this.repeated = repeated;
        this.flow = flow;
        this.basis = basis;
    }

    /**
     * Reads the header.
     *
     * @param problems takes all that is wrong with it
     * @return empty if something is
     */
    static Optional<Header> of(CsvLine line, int maxColumns, Problems problems) {
        if (line.fieldCount() > maxColumns) {
            problems.add(Problem.ofLine(
                    "too-many-columns",
                    line.line(),
                    line.fieldCount() + " columns",
                    "at most " + maxColumns,
                    "Ask for fewer variables."));
            return Optional.empty();
        }
        List<String> names = new ArrayList<>();
        List<int[]> repeated = new ArrayList<>();
        int[] indexes = new int[Column.values().length];
        Arrays.fill(indexes, -1);
        Set<Column> found = EnumSet.noneOf(Column.class);
        long before = problems.count();
        int named = CsvHeader.named(line);
        for (int i = 0; i < named; i++) {
            String name = line.text(i);
            names.add(name);
            Optional<Column> column = Column.of(name);
            if (column.isPresent()) {
                if (!found.add(column.get())) {
                    repeated.add(new int[] {indexes[column.get().ordinal()], i});
                } else {
                    indexes[column.get().ordinal()] = i;
                }
            } else if (Column.isPassedOver(name) || name.isEmpty() && i == 0) {
                line.passOver(i);
            } else {
                problems.add(unknown(line.line(), i, name));
            }
        }
        if (problems.count() == before) {
            checkTogether(line.line(), found, problems);
        }
        if (problems.count() > before) {
            return Optional.empty();
        }
        return Optional.of(new Header(
                List.copyOf(names),
                line.fieldCount() - named,
                indexes,
                List.copyOf(repeated),
                flows(found).iterator().next(),
                basis(found)));
    }

    private static Problem unknown(long line, int index, String name) {
        boolean separators = index == 0 && (name.contains(";") || name.contains("\t"));
        return separators
                ? Problem.ofLine(
                        "separator",
                        line,
                        name.contains(";") ? "semicolons between the columns" : "tabs between the columns",
                        "commas",
                        "Upload the answer of the API as it comes: programs change codes and numbers when they save tables.")
                : new Problem(
                        "header-unknown-column",
                        line,
                        index + 1,
                        "",
                        Problem.quote(name),
                        "variables of the API that are known: it may split figures",
                        "Ask the API without it. If it is a note of your own, take it out.");
    }

    private static Set<Flow> flows(Set<Column> found) {
        return found.stream().flatMap(column -> column.flow().stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Optional<Basis> basis(Set<Column> found) {
        return found.stream().flatMap(column -> column.basis().stream()).findFirst();
    }

    private static void checkTogether(long line, Set<Column> found, Problems problems) {
        Set<Flow> flows = flows(found);
        Set<Basis> bases =
                found.stream().flatMap(column -> column.basis().stream()).collect(Collectors.toSet());
        if (flows.size() > 1) {
            problems.add(Problem.ofLine(
                    "header-two-flows",
                    line,
                    "columns of exports (" + ofFlow(found, Flow.EXPORT) + ") and of imports ("
                            + ofFlow(found, Flow.IMPORT) + ")",
                    "one of them",
                    "Upload the answers about exports and imports each by itself."));
        } else if (bases.size() > 1) {
            problems.add(Problem.ofLine(
                    "header-two-bases",
                    line,
                    "general imports (GEN_...) and imports for consumption (CON_...)",
                    "one of them: they differ by what goes through bonded warehouses, and a month has one figure",
                    "Ask for GEN_VAL_MO and GEN_QY1_MO, or for CON_VAL_MO and CON_QY1_MO."));
        } else {
            checkComplete(line, found, problems);
        }
    }

    private static void checkComplete(long line, Set<Column> found, Problems problems) {
        if (!found.contains(Column.CTY_CODE)) {
            missing(
                    line,
                    "CTY_CODE",
                    "Ask for CTY_CODE as well: figures without partners are the totals alone.",
                    problems);
        }
        if (!found.contains(Column.E_COMMODITY) && !found.contains(Column.I_COMMODITY)) {
            missing(line, "E_COMMODITY or I_COMMODITY", "Ask for the commodity as well.", problems);
        }
        if (!found.contains(Column.TIME) && !found.containsAll(EnumSet.of(Column.YEAR, Column.MONTH))) {
            missing(
                    line,
                    "time, or YEAR and MONTH",
                    "Ask for the month as well: annual figures are not read.",
                    problems);
        }
        if (!found.contains(Column.ALL_VAL_MO)
                && !found.contains(Column.GEN_VAL_MO)
                && !found.contains(Column.CON_VAL_MO)) {
            missing(
                    line,
                    "ALL_VAL_MO (exports), GEN_VAL_MO or CON_VAL_MO (imports)",
                    "Ask for the value of the month as well; columns that end in _YR are of the year to date.",
                    problems);
        }
    }

    private static String ofFlow(Set<Column> found, Flow flow) {
        return found.stream()
                .filter(column -> column.flow().equals(Optional.of(flow)))
                .map(Column::label)
                .collect(Collectors.joining(", "));
    }

    private static void missing(long line, String column, String advice, Problems problems) {
        problems.add(Problem.ofLine(
                "header-missing-column", line, "no column " + column, "it among the variables asked for", advice));
    }

    /** Where the column stands; -1 where the file does not have it. */
    int index(Column column) {
        return indexes[column.ordinal()];
    }

    boolean has(Column column) {
        return index(column) >= 0;
    }

    /** The columns that stand a second time, each beside where it stands first: the API repeats what a query limits. */
    List<int[]> repeated() {
        return repeated;
    }

    List<String> names() {
        return names;
    }

    /** How many columns without a name stand behind the last that has one. */
    int nothingAtEnd() {
        return nothingAtEnd;
    }

    /** Whether the last column is of codes that are none once their end is cut off. */
    boolean endsWithCode() {
        return Column.of(names.get(names.size() - 1))
                .filter(Column.OF_ONE_LENGTH::contains)
                .isPresent();
    }

    /** How many fields of nothing a line may have behind its columns: one that the header has not, if the last is never empty. */
    int mostAtEnd() {
        boolean told = Column.of(names.get(names.size() - 1))
                .filter(Column.NEVER_EMPTY::contains)
                .isPresent();
        return nothingAtEnd == 0 && told ? 1 : nothingAtEnd;
    }

    /** Whether there are weights of what came by air or vessel, which are no net weights. */
    boolean hasShippingWeights() {
        return names.stream().anyMatch(name -> name.matches("(?i)(AIR|VES|CNT)_WGT_MO"));
    }

    Flow flow() {
        return flow;
    }

    /** What the imports are; empty for exports. */
    Optional<Basis> basis() {
        return basis;
    }

    Column commodity() {
        return flow == Flow.EXPORT ? Column.E_COMMODITY : Column.I_COMMODITY;
    }

    Column value() {
        return ofBasis(Column.ALL_VAL_MO, Column.GEN_VAL_MO, Column.CON_VAL_MO);
    }

    /** @param which 1 or 2 */
    Column quantity(int which) {
        return which == 1
                ? ofBasis(Column.QTY_1_MO, Column.GEN_QY1_MO, Column.CON_QY1_MO)
                : ofBasis(Column.QTY_2_MO, Column.GEN_QY2_MO, Column.CON_QY2_MO);
    }

    /** The mark of a quantity that is truly zero. */
    Column flag(int which) {
        return which == 1
                ? ofBasis(Column.QTY_1_MO_FLAG, Column.GEN_QY1_MO_FLAG, Column.CON_QY1_MO_FLAG)
                : ofBasis(Column.QTY_2_MO_FLAG, Column.GEN_QY2_MO_FLAG, Column.CON_QY2_MO_FLAG);
    }

    private Column ofBasis(Column exports, Column general, Column consumption) {
        return flow == Flow.EXPORT ? exports : basis.equals(Optional.of(Basis.GENERAL)) ? general : consumption;
    }

    /** Where a file is wrong, this is told beside it. */
    static String askAgain() {
        return ASK_AGAIN;
    }
}
