package dev.customsfeed.ledger;

import dev.customsfeed.ledger.UploadLogEntry.CustomsFile;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One month of one commodity.
 *
 * @param counts what counts
 * @param others what else files said of the month and does not count (superseded, withdrawn, replaced by a newer file, or a part
 *     beside a whole), newest upload first
 */
public record CommodityMonth(Counted counts, List<Said> others) {

    /**
     * What one committed file says of the month, or of one part of it.
     *
     * @param file the file
     * @param part the declared part that it is about; empty for the whole
     * @param totals over all rows; {@link Totals#NONE} where the file answers for the commodity and has no row of it
     * @param partners totals by partner code; empty where neither the file nor its part tells partners
     * @param splits totals by dimension and the source's code in it; without the dimensions that neither the file nor its part tells
     * @param valuations what the values include; empty where it is not known
     * @param rowKeys of a page, the keys of its rows
     */
    public record Said(
            CustomsFile file,
            Optional<Part> part,
            Totals totals,
            SortedMap<String, Totals> partners,
            SortedMap<String, SortedMap<String, Totals>> splits,
            SortedSet<Valuation> valuations,
            SortedSet<String> rowKeys) {

        /** Oldest upload first. */
        static final Comparator<Said> BY_UPLOAD = Comparator.comparing(
                        (Said said) -> said.file().upload())
                .thenComparing(said -> said.part().map(Part::id).orElse(""));

        static Said of(CustomsFile file, MonthFigures figures) {
            Optional<Part> told = figures.part()
                    .filter(part -> part.dimension() != Part.Dimension.PAGE
                            && figures.totals().rows() > 0);
            return new Said(
                    file,
                    figures.part(),
                    figures.totals(),
                    partners(figures, told),
                    splits(figures, told),
                    figures.valuations(),
                    figures.rowKeys());
        }

        /** All rows of a part are of the one code that its key declares, whether the file has a column of them or not. */
        private static SortedMap<String, Totals> partners(MonthFigures figures, Optional<Part> told) {
            return told.filter(part -> part.dimension() == Part.Dimension.PARTNER)
                    .map(part -> all(figures, part))
                    .orElseGet(figures::partners);
        }

        private static SortedMap<String, SortedMap<String, Totals>> splits(MonthFigures figures, Optional<Part> told) {
            return told.filter(part -> part.dimension() != Part.Dimension.PARTNER)
                    .map(part -> {
                        SortedMap<String, SortedMap<String, Totals>> splits = new TreeMap<>(figures.splits());
                        splits.put(part.dimension().id(), all(figures, part));
                        return splits;
                    })
                    .orElseGet(figures::splits);
        }

        private static SortedMap<String, Totals> all(MonthFigures figures, Part part) {
            return new TreeMap<>(Map.of(part.value(), figures.totals()));
        }

        /** Nothing was traded: the file answers for the commodity, or the page, and does not list it. */
        static Said none(CustomsFile file, Optional<Part> part) {
            return new Said(
                    file,
                    part,
                    Totals.NONE,
                    Collections.emptySortedMap(),
                    Collections.emptySortedMap(),
                    Collections.emptySortedSet(),
                    Collections.emptySortedSet());
        }

        /** The file version that says it. */
        public ObjectVersion object() {
            return file.object();
        }
    }

    /**
     * What counts of a month: what one whole file says, or the sum of what parts say.
     *
     * @param scope what the figures are about
     * @param said what they are the sum of, oldest upload first; at least one
     * @param totals over all rows
     * @param partners totals by partner code; empty where a file with rows does not tell partners
     * @param splits totals by dimension and the source's code in it; of the dimensions that all files with rows have
     * @param valuations what the values include; empty where it is not known
     */
    public record Counted(
            Scope scope,
            List<Said> said,
            Totals totals,
            SortedMap<String, Totals> partners,
            SortedMap<String, SortedMap<String, Totals>> splits,
            SortedSet<Valuation> valuations) {

        /**
         * The sum of {@code said}.
         *
         * @throws ArithmeticException if a sum does not fit a {@code long}
         */
        static Counted of(Scope scope, Collection<Said> said) {
            List<Said> sorted = said.stream().sorted(Said.BY_UPLOAD).toList();
            if (sorted.size() == 1) {
                Said one = sorted.get(0);
                return new Counted(scope, sorted, one.totals(), one.partners(), one.splits(), one.valuations());
            }
            List<Said> withRows =
                    sorted.stream().filter(one -> one.totals().rows() > 0).toList();
            Totals totals = withRows.stream().map(Said::totals).reduce(Totals.NONE, Totals::plus);
            SortedMap<String, Totals> partners =
                    sum(withRows.stream().map(Said::partners).toList());
            SortedMap<String, SortedMap<String, Totals>> splits = new TreeMap<>();
            for (String dimension : withRows.isEmpty()
                    ? List.<String>of()
                    : withRows.get(0).splits().keySet()) {
                SortedMap<String, Totals> split = sum(withRows.stream()
                        .map(one -> one.splits().getOrDefault(dimension, Collections.emptySortedMap()))
                        .toList());
                if (!split.isEmpty()) {
                    splits.put(dimension, split);
                }
            }
            SortedSet<Valuation> valuations = new TreeSet<>();
            if (withRows.stream().noneMatch(one -> one.valuations().isEmpty())) {
                withRows.forEach(one -> valuations.addAll(one.valuations()));
            }
            return new Counted(scope, sorted, totals, partners, splits, valuations);
        }

        /** Nothing where one of them tells nothing apart: the sum of the others would be taken for all. */
        private static SortedMap<String, Totals> sum(List<SortedMap<String, Totals>> all) {
            SortedMap<String, Totals> sums = new TreeMap<>();
            if (all.stream().noneMatch(SortedMap::isEmpty)) {
                all.forEach(some -> some.forEach((code, totals) -> sums.merge(code, totals, Totals::plus)));
            }
            return sums;
        }

        /** The file that was uploaded last of those that count. */
        public CustomsFile newest() {
            return said.get(said.size() - 1).file();
        }

        /** The files that count, oldest upload first, each once. */
        public List<CustomsFile> files() {
            return said.size() == 1
                    ? List.of(said.get(0).file())
                    : said.stream().map(Said::file).distinct().toList();
        }
    }
}
