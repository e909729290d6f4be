package dev.customsfeed.sources.csv;

import dev.customsfeed.sources.file.CustomsFile;
import dev.customsfeed.sources.file.FileLimits;
import dev.customsfeed.sources.rejection.Problems;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where in a file the header stands, and what parts its columns: offices write it first; spreadsheets and people put other separators
 * between columns, and titles above them.
 *
 * @param separator between columns
 * @param above the lines before it, as text, blank ones among them
 * @param columns how many of its columns are known
 */
record HeaderPlace(char separator, List<String> above, int columns) {

    /** Titles take fewer. */
    private static final int LINES_LOOKED_AT = 20;

    /** A title has one or two cells; more are a row of a table. */
    private static final int MOST_CELLS_OF_TITLE = 2;

    /** A header with one column that is known is any other table. */
    private static final int FEWEST_COLUMNS = 2;

    /** Finds the header of a file; empty if no line looks like one. */
    static Optional<HeaderPlace> find(CustomsFile file, TableForm form, FileLimits limits) throws IOException {
        Optional<HeaderPlace> best = Optional.empty();
        for (char separator : form.separators().toCharArray()) {
            Optional<HeaderPlace> place = find(file, separator, form, limits);
            if (place.isPresent()
                    && (best.isEmpty() || place.get().columns() > best.get().columns())) {
                best = place;
            }
            if (best.isPresent()
                    && separator == form.separator()
                    && best.get().above().isEmpty()) {
                return best;
            }
        }
        return best;
    }

    private static Optional<HeaderPlace> find(CustomsFile file, char separator, TableForm form, FileLimits limits)
            throws IOException {
        List<String> above = new ArrayList<>();
        try (CsvLines lines = CsvLines.of(file, separator, limits, new Problems())) {
            while (above.size() < LINES_LOOKED_AT && lines.next()) {
                CsvLine line = lines.line();
                int fields = Math.min(line.fieldCount(), limits.maxColumns() + 1);
                Set<String> known = new HashSet<>();
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < fields; i++) {
                    if (!line.isEmpty(i)) {
                        cells.add(line.text(i));
                        form.column(line.text(i)).ifPresent(known::add);
                    }
                }
                if (known.size() >= FEWEST_COLUMNS) {
                    return Optional.of(new HeaderPlace(separator, List.copyOf(above), known.size()));
                }
                if (cells.size() > MOST_CELLS_OF_TITLE) {
                    return Optional.empty();
                }
                above.add(String.join(" ", cells));
            }
        }
        return Optional.empty();
    }
}
