package dev.customsfeed.sources.check;

import dev.customsfeed.sources.key.Declaration;
import dev.customsfeed.sources.key.KeyDeclarations;
import dev.customsfeed.sources.layout.Layout;
import dev.customsfeed.sources.layout.Source;
import dev.customsfeed.sources.rejection.Problem;
import java.util.Locale;
import java.util.Optional;

/** A file that has exactly as many rows as the source gives at most was cut there. */
final class RowCaps {

    private RowCaps() {}

    /**
     * What is wrong with a file that may be cut.
     *
     * @param rows how many it has, of all kinds
     */
    static Optional<Problem> check(long rows, Source source, Layout layout, KeyDeclarations key) {
        if (!layout.capped() || !source.rowCaps().contains(rows) || key.rowsComplete()) {
            return Optional.empty();
        }
        return Optional.of(Problem.ofFile(
                "rows-cut",
                "exactly " + String.format(Locale.ROOT, "%,d", rows) + " rows",
                "fewer rows, for " + source.download() + " cuts its answers after "
                        + String.format(Locale.ROOT, "%,d", rows),
                "Split the download by commodity or month."
                        + (key.rules().takes(Declaration.ROWS)
                                ? " If the file is known to be whole, add rows=complete/ to its path."
                                : "")));
    }
}
