package dev.customsfeed.ledger;

import dev.customsfeed.ledger.CommodityMonth.Counted;
import dev.customsfeed.ledger.CommodityMonth.Said;
import dev.customsfeed.ledger.UploadLogEntry.CustomsFile;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The months of one commodity that count: for each, what the newest standing whole file that has it says; where there is none, the
 * sum of what parts say.
 *
 * <p>A file has a commodity's month if it has a row of it, or if it answers for the commodity and has the month: then absent is
 * zero, in each part that the file was limited to. A month that no standing file has is not here, which is not zero.
 *
 * <p>Parts count together within one dimension, that of the part uploaded last: of each value the newest part that declares it.
 * Pages count when all of them are there and no two hold the same row; until then the dimension uploaded before them does.
 */
public final class CommodityMonths {

    private final NavigableMap<YearMonth, CommodityMonth> months;
    private final NavigableMap<YearMonth, List<Said>> said;
    private final NavigableMap<YearMonth, UncountedPages> uncountedPages;

    private CommodityMonths(
            NavigableMap<YearMonth, CommodityMonth> months,
            NavigableMap<YearMonth, List<Said>> said,
            NavigableMap<YearMonth, UncountedPages> uncountedPages) {
        this.months = months;
        this.said = said;
        this.uncountedPages = uncountedPages;
    }

    /**
     * Folds the figures of one commodity.
     *
     * @param series the commodity's series
     * @param rules those of its source
     * @param uploads the upload log of its trade flow
     * @param figures all that files ever said of the series, in any order
     * @throws IllegalArgumentException if something else than a customs file is committed in {@code uploads}
     * @throws ArithmeticException if a sum of parts does not fit a {@code long}
     */
    public static CommodityMonths fold(
            Series series, SourceRules rules, UploadHistory uploads, Collection<MonthFigures> figures) {
        Map<ObjectVersion, Map<YearMonth, List<MonthFigures>>> byFile = new HashMap<>();
        for (MonthFigures one : figures) {
            byFile.computeIfAbsent(one.upload().object(), file -> new HashMap<>())
                    .computeIfAbsent(one.period(), period -> new ArrayList<>())
                    .add(one);
        }
        List<CustomsFile> files = customsFiles(uploads.standing(), series);
        Map<YearMonth, List<Said>> standing = new HashMap<>();
        files.forEach(file -> collect(series, file, byFile, standing));
        Map<YearMonth, List<Said>> retired = new HashMap<>();
        customsFiles(uploads.retired(), series).forEach(file -> collect(series, file, byFile, retired));

        PageFold pages = new PageFold(series, files);
        NavigableMap<YearMonth, CommodityMonth> months = new TreeMap<>();
        NavigableMap<YearMonth, UncountedPages> uncounted = new TreeMap<>();
        NavigableMap<YearMonth, List<Said>> all = new TreeMap<>();
        standing.forEach((period, said) -> {
            MonthFold month = new MonthFold(period, said, rules, pages);
            month.counts().ifPresent(counts -> {
                Set<Said> counted = Collections.newSetFromMap(new IdentityHashMap<>());
                counted.addAll(counts.said());
                List<Said> others = Stream.concat(
                                said.stream().filter(other -> !counted.contains(other)),
                                retired.getOrDefault(period, List.of()).stream())
                        .sorted(Said.BY_UPLOAD.reversed())
                        .toList();
                months.put(period, new CommodityMonth(counts, others));
            });
            month.uncountedPages().ifPresent(found -> uncounted.put(period, found));
        });
        Stream.of(standing, retired)
                .forEach(by -> by.forEach((period, some) ->
                        all.computeIfAbsent(period, any -> new ArrayList<>()).addAll(some)));
        all.values().forEach(some -> some.sort(Said.BY_UPLOAD));
        return new CommodityMonths(months, all, uncounted);
    }

    /**
     * What counts of one month of a series by some standing files: the same as {@link #fold} of them, for who lets files come and go one by
     * one and knows already what each says.
     *
     * @param standing the customs files that stand
     * @param said what they say of the month
     * @throws ArithmeticException if a sum of parts does not fit a {@code long}
     */
    public static Optional<Counted> counting(
            Series series, SourceRules rules, YearMonth period, List<CustomsFile> standing, List<Said> said) {
        return new MonthFold(period, said, rules, new PageFold(series, standing)).counts();
    }

    private static List<CustomsFile> customsFiles(List<UploadLogEntry.Committed> committed, Series series) {
        List<CustomsFile> files = new ArrayList<>();
        for (UploadLogEntry.Committed entry : committed) {
            if (!(entry instanceof CustomsFile file)) {
                throw new IllegalArgumentException("no customs file in the log of " + series.key() + ": " + entry);
            }
            if (file.contents().currency().equals(series.currency())) {
                files.add(file);
            }
        }
        return files;
    }

    private static void collect(
            Series series,
            CustomsFile file,
            Map<ObjectVersion, Map<YearMonth, List<MonthFigures>>> byFile,
            Map<YearMonth, List<Said>> months) {
        FileContents contents = file.contents();
        Map<YearMonth, List<MonthFigures>> figures = byFile.getOrDefault(file.object(), Map.of());
        Set<YearMonth> periods = new HashSet<>(figures.keySet());
        contents.periods().stream()
                .filter(period -> contents.answersFor(series, period))
                .forEach(periods::add);
        for (YearMonth period : periods) {
            List<Said> said = months.computeIfAbsent(period, month -> new ArrayList<>());
            Map<Optional<Part>, MonthFigures> byPart = figures.getOrDefault(period, List.of()).stream()
                    .collect(Collectors.toMap(MonthFigures::part, one -> one, (one, same) -> one));
            for (Optional<Part> part : parts(contents)) {
                MonthFigures one = byPart.get(part);
                said.add(one == null ? Said.none(file, part) : Said.of(file, one));
            }
        }
    }

    private static List<Optional<Part>> parts(FileContents contents) {
        return contents.parts().isEmpty()
                ? List.of(Optional.empty())
                : contents.parts().stream().map(Optional::of).toList();
    }

    /** The months that count, oldest first. */
    public NavigableMap<YearMonth, CommodityMonth> months() {
        return Collections.unmodifiableNavigableMap(months);
    }

    /**
     * All that files ever said, oldest month and oldest upload first: of the months that count, and of those that no standing file
     * has any more.
     */
    public NavigableMap<YearMonth, List<Said>> said() {
        return Collections.unmodifiableNavigableMap(said);
    }

    /** The pages that stand and do not count, since some are missing or overlap, of the months that no whole file has. */
    public NavigableMap<YearMonth, UncountedPages> uncountedPages() {
        return Collections.unmodifiableNavigableMap(uncountedPages);
    }

    /** The file versions that these months come from. */
    public Set<ObjectVersion> files() {
        return months.values().stream()
                .flatMap(month -> month.counts().said().stream())
                .map(Said::object)
                .collect(Collectors.toSet());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CommodityMonths of
                && months.equals(of.months)
                && said.equals(of.said)
                && uncountedPages.equals(of.uncountedPages);
    }

    @Override
    public int hashCode() {
        return said.hashCode();
    }
}
