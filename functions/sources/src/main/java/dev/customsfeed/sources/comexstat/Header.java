package dev.customsfeed.sources.comexstat;

import dev.customsfeed.ledger.Flow;
import dev.customsfeed.sources.csv.CsvLine;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.Problems;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which column stands where, and which flow the file is of. Columns are numbered from 0. */
final class Header {

    private static final String DOWNLOAD_AGAIN =
            "Download EXP_YYYY.csv or IMP_YYYY.csv again and upload it as it comes.";

    private final List<String> names;
    private final int[] indexes;
    private final Flow flow;

    private Header(List<String> names, int[] indexes, Flow flow) {
        this.names = names;
        this.indexes = indexes;
        this.flow = flow;
    }

    /**
     * Reads the header.
     *
     * @param problems takes all that is wrong with it
     * @return empty if something is
     */
    static Optional<Header> of(CsvLine line, Problems problems) {
        List<String> names = new ArrayList<>();
        int[] indexes = new int[Column.values().length];
        Arrays.fill(indexes, -1);
        Set<Column> found = EnumSet.noneOf(Column.class);
        for (int i = 0; i < line.fieldCount(); i++) {
            names.add(line.text(i));
        }
        Optional<Problem> other = otherFile(line.line(), names);
        if (other.isPresent()) {
            problems.add(other.get());
            return Optional.empty();
        }
        long before = problems.count();
        for (int i = 0; i < names.size(); i++) {
            Optional<Column> column = Column.of(names.get(i));
            if (column.isEmpty()) {
                problems.add(new Problem(
                        "header-unknown-column",
                        line.line(),
                        i + 1,
                        "",
                        Problem.quote(names.get(i)),
                        "one of " + Column.names(EnumSet.allOf(Column.class)),
                        DOWNLOAD_AGAIN));
            } else if (!found.add(column.get())) {
                problems.add(new Problem(
                        "header-repeated-column",
                        line.line(),
                        i + 1,
                        names.get(i),
                        "the column a second time",
                        "each column once",
                        DOWNLOAD_AGAIN));
            } else {
                indexes[column.get().ordinal()] = i;
            }
        }
        if (problems.count() > before || !isComplete(line.line(), found, problems)) {
            return Optional.empty();
        }
        return Optional.of(new Header(
                List.copyOf(names), indexes, found.containsAll(Column.OF_IMPORTS) ? Flow.IMPORT : Flow.EXPORT));
    }

    /** Files that lie beside those that are read, and have headers like them. */
    private static Optional<Problem> otherFile(long line, List<String> names) {
        if (names.contains("NUMERO_LINHAS") || names.contains("ARQUIVO")) {
            return Optional.of(Problem.ofLine(
                    "check-file",
                    line,
                    "the totals of whole years (EXP_TOTAIS_CONFERENCIA.csv or IMP_TOTAIS_CONFERENCIA.csv), by which downloads are"
                            + " checked",
                    "the trade itself",
                    "Upload EXP_YYYY.csv or IMP_YYYY.csv, and compare its figures with these by hand if you like."));
        }
        if (names.contains("SH4") || names.contains("CO_MUN")) {
            return Optional.of(Problem.ofLine(
                    "municipal-file",
                    line,
                    "trade by municipality (EXP_YYYY_MUN.csv or IMP_YYYY_MUN.csv), which has 4 digits of the commodity",
                    "trade by commodities of 8 digits, with a column CO_NCM",
                    "Upload EXP_YYYY.csv or IMP_YYYY.csv from the folder ncm."));
        }
        if (names.size() == 1 && names.get(0).contains(",")) {
            return Optional.of(Problem.ofLine(
                    "separator",
                    line,
                    "commas between the columns",
                    "semicolons, as Comex Stat writes",
                    "Another program seems to have saved the file again, and may have dropped the zeros that codes begin with. "
                            + DOWNLOAD_AGAIN));
        }
        return Optional.empty();
    }

    private static boolean isComplete(long line, Set<Column> found, Problems problems) {
        Set<Column> missing = EnumSet.copyOf(Column.OF_BOTH);
        missing.removeAll(found);
        if (missing.isEmpty() && (found.containsAll(Column.OF_IMPORTS) || found.equals(Column.OF_BOTH))) {
            return true;
        }
        boolean halfImports = missing.isEmpty();
        if (halfImports) {
            missing.addAll(Column.OF_IMPORTS);
            missing.removeAll(found);
        }
        problems.add(Problem.ofLine(
                "header-missing-column",
                line,
                "no column " + Column.names(missing),
                halfImports
                        ? "both of VL_FRETE and VL_SEGURO, as files of imports have, or none of them, as those of exports"
                        : "the columns " + Column.names(Column.OF_BOTH),
                DOWNLOAD_AGAIN));
        return false;
    }

    /** Where the column stands. */
    int index(Column column) {
        return indexes[column.ordinal()];
    }

    /** The names of all columns, as they stand. */
    List<String> names() {
        return names;
    }

    /** Imports where the columns of freight and insurance are there. */
    Flow flow() {
        return flow;
    }
}
