package dev.customsfeed.sources.csv;

import dev.customsfeed.sources.layout.Reading;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.Problems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Which column stands where, in a layout whose columns have one name each and come in any order. Columns are numbered from 0. */
public final class CsvHeader {

    private final List<String> names;
    private final int nothingAtEnd;

    private CsvHeader(List<String> names, int nothingAtEnd) {
        this.names = names;
        this.nothingAtEnd = nothingAtEnd;
    }

    /**
     * Reads the names of the columns.
     *
     * @param line the header
     * @param required the columns that must be there
     * @param optional those that may be there besides
     * @param download where files of the source come from, for advice
     * @param reading its problems take all that is wrong with the header
     * @return empty if something is
     */
    public static Optional<CsvHeader> of(
            CsvLine line, List<String> required, List<String> optional, String download, Reading reading) {
        Problems problems = reading.problems();
        String advice =
                "Download the file again from " + download + " and upload it with the header that it comes with.";
        int maxColumns = reading.limits().maxColumns();
        if (line.fieldCount() > maxColumns) {
            problems.add(Problem.ofLine(
                    "too-many-columns", line.line(), line.fieldCount() + " columns", "at most " + maxColumns, advice));
            return Optional.empty();
        }
        long before = problems.count();
        List<String> names = new ArrayList<>();
        int named = named(line);
        for (int i = 0; i < named; i++) {
            String name = line.text(i);
            if (names.contains(name)) {
                problems.add(new Problem(
                        "header-repeated-column",
                        line.line(),
                        i + 1,
                        name,
                        "the column " + name + " a second time",
                        "each column at most once",
                        advice));
            } else if (!required.contains(name) && !optional.contains(name)) {
                problems.add(new Problem(
                        "header-unknown-column",
                        line.line(),
                        i + 1,
                        "",
                        Problem.quote(name),
                        "one of " + String.join(", ", all(required, optional)),
                        advice));
            }
            names.add(name);
        }
        List<String> missing =
                required.stream().filter(name -> !names.contains(name)).toList();
        if (!missing.isEmpty()) {
            problems.add(Problem.ofLine(
                    "header-missing-column",
                    line.line(),
                    "only " + String.join(", ", names),
                    "the columns " + String.join(", ", missing) + " as well",
                    advice));
        }
        return problems.count() == before
                ? Optional.of(new CsvHeader(List.copyOf(names), line.fieldCount() - named))
                : Optional.empty();
    }

    /**
     * How many columns there are up to the last that has a name: spreadsheets end all lines with as many separators as the longest
     * has.
     *
     * @param line the header, of no more fields than are kept
     */
    public static int named(CsvLine line) {
        int named = line.fieldCount();
        while (named > 1 && line.isEmpty(named - 1)) {
            named--;
        }
        return named;
    }

    private static List<String> all(List<String> required, List<String> optional) {
        List<String> all = new ArrayList<>(required);
        all.addAll(optional);
        return all;
    }

    /** Where the column stands; -1 if the file does not have it. */
    public int index(String name) {
        return names.indexOf(name);
    }

    /** How many columns without a name stand behind the last that has one; all lines have them, and nothing in them. */
    public int nothingAtEnd() {
        return nothingAtEnd;
    }

    /**
     * How many fields of nothing a line may have behind its columns: where the header has none, one if no line is empty in the last
     * column. Of a line that is, a comma within a number would move the rest behind the columns.
     *
     * @param neverEmpty the names of columns in which each line has something
     */
    public int mostAtEnd(Collection<String> neverEmpty) {
        return nothingAtEnd == 0 && neverEmpty.contains(names.get(names.size() - 1)) ? 1 : nothingAtEnd;
    }

    /** The columns in their order. */
    public List<String> names() {
        return names;
    }
}
