package dev.customsfeed.ledger;

import dev.customsfeed.ledger.CommodityMonth.Said;
import dev.customsfeed.ledger.UploadLogEntry.CustomsFile;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds the pages that belong together: those of one query, which is of one number of pages and one set of commodities that were
 * asked for. A page belongs to a month if it has the month, or if its key is that of such a page but for the page's number: of a
 * long query sorted by months, most pages do not have a month that others have.
 */
final class PageFold {

    private final Series series;
    /** The standing files that are pages, by how many they are. */
    private final Map<Integer, List<FilePage>> pages = new TreeMap<>();

    private record FilePage(CustomsFile file, Part part, Part.Page page) {

        /** The key but for the page's number, so that the pages of one query are named alike. */
        String nameOfAll() {
            return file.object().bucket() + "/" + file.object().key().replace(part.id(), "page=of" + page.of());
        }
    }

    PageFold(Series series, List<CustomsFile> standing) {
        this.series = series;
        for (CustomsFile file : standing) {
            for (Part part : file.contents().parts()) {
                if (part.dimension() == Part.Dimension.PAGE) {
                    Part.Page page = part.page();
                    pages.computeIfAbsent(page.of(), of -> new ArrayList<>()).add(new FilePage(file, part, page));
                }
            }
        }
    }

    /** The pages of a month, by their numbers. */
    record Pages(int of, Map<Integer, Said> byNumber) {

        Collection<Said> said() {
            return byNumber.values();
        }

        boolean isComplete() {
            return byNumber.size() == of && twice().isEmpty();
        }

        private SortedSet<String> twice() {
            Set<String> seen = new HashSet<>();
            return said().stream()
                    .flatMap(said -> said.rowKeys().stream())
                    .filter(key -> !seen.add(key))
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        UncountedPages uncounted() {
            SortedSet<Integer> missing = new TreeSet<>();
            for (int number = 1; number <= of; number++) {
                if (!byNumber.containsKey(number)) {
                    missing.add(number);
                }
            }
            SortedSet<Upload> files =
                    said().stream().map(said -> said.file().upload()).collect(Collectors.toCollection(TreeSet::new));
            return new UncountedPages(of, missing, missing.isEmpty() ? twice() : new TreeSet<>(), files);
        }
    }

    /**
     * The pages of a month: of each number the one uploaded last.
     *
     * @param newest what decides how many there are
     * @param said what pages say of the commodity's month
     */
    Pages of(YearMonth period, Said newest, List<Said> said) {
        int of = newest.part().orElseThrow().page().of();
        SortedSet<String> askedFor = newest.file().contents().answersFor();
        List<FilePage> ofQuery = pages.getOrDefault(of, List.of()).stream()
                .filter(page -> page.file().contents().answersFor().equals(askedFor))
                .toList();
        Set<ObjectVersion> haveMonth = said.stream().map(Said::object).collect(Collectors.toSet());
        Set<String> names = ofQuery.stream()
                .filter(page -> haveMonth.contains(page.file().object()))
                .map(FilePage::nameOfAll)
                .collect(Collectors.toSet());
        Map<SaidPage, Said> bySaid = new HashMap<>();
        said.forEach(one -> bySaid.putIfAbsent(new SaidPage(one.object(), one.part()), one));
        TradeFlow flow = series.tradeFlow();
        Map<Integer, Said> byNumber = new TreeMap<>();
        ofQuery.stream()
                .filter(page -> page.file().contents().hasReported(flow.reporter(), flow.flow(), period)
                        || names.contains(page.nameOfAll()))
                .sorted(Comparator.comparing(page -> page.file().upload()))
                .forEach(page -> byNumber.put(page.page().number(), said(page, bySaid)));
        return new Pages(of, byNumber);
    }

    private record SaidPage(ObjectVersion object, Optional<Part> part) {}

    private static Said said(FilePage page, Map<SaidPage, Said> said) {
        Optional<Part> part = Optional.of(page.part());
        Said one = said.get(new SaidPage(page.file().object(), part));
        return one == null ? Said.none(page.file(), part) : one;
    }
}
