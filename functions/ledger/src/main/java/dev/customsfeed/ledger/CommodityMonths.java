package dev.customsfeed.ledger;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The months of one commodity that count: for each, what the newest standing file that has it says.
 *
 * <p>A file has a commodity's month if it has a row of it, or if it was asked for the commodity and has the month: then absent is
 * zero. A month that no standing file has is not here, which is not zero.
 */
public final class CommodityMonths {

    private final NavigableMap<YearMonth, CommodityMonth> months;
    private final NavigableMap<YearMonth, List<CommodityMonth.Said>> said;

    private CommodityMonths(
            NavigableMap<YearMonth, CommodityMonth> months, NavigableMap<YearMonth, List<CommodityMonth.Said>> said) {
        this.months = months;
        this.said = said;
    }

    /**
     * Folds the figures of one commodity.
     *
     * @param series the commodity's series
     * @param uploads the upload log of its trade flow
     * @param figures all that files ever said of the series, in any order
     */
    public static CommodityMonths fold(Series series, UploadHistory uploads, Collection<MonthFigures> figures) {
        Map<ObjectVersion, Map<YearMonth, MonthFigures>> byFile = new HashMap<>();
        for (MonthFigures said : figures) {
            byFile.computeIfAbsent(said.file(), file -> new HashMap<>()).put(said.period(), said);
        }
        Map<YearMonth, List<CommodityMonth.Said>> standing = new HashMap<>();
        for (UploadLogEntry upload : uploads.standing()) {
            collect(series, upload, byFile, standing);
        }
        Map<YearMonth, List<CommodityMonth.Said>> retired = new HashMap<>();
        for (UploadLogEntry upload : uploads.retired()) {
            collect(series, upload, byFile, retired);
        }
        NavigableMap<YearMonth, CommodityMonth> months = new TreeMap<>();
        standing.forEach((period, said) -> {
            CommodityMonth.Said counts = Collections.max(said, BY_UPLOAD);
            List<CommodityMonth.Said> others = new ArrayList<>(retired.getOrDefault(period, List.of()));
            said.stream().filter(other -> other != counts).forEach(others::add);
            others.sort(BY_UPLOAD.reversed());
            months.put(period, new CommodityMonth(counts, List.copyOf(others)));
        });
        NavigableMap<YearMonth, List<CommodityMonth.Said>> said = new TreeMap<>();
        Stream.of(standing, retired)
                .forEach(by -> by.forEach((period, all) ->
                        said.computeIfAbsent(period, any -> new ArrayList<>()).addAll(all)));
        said.values().forEach(all -> all.sort(BY_UPLOAD));
        return new CommodityMonths(months, said);
    }

    private static final Comparator<CommodityMonth.Said> BY_UPLOAD =
            Comparator.comparing(said -> said.upload().order());

    private static void collect(
            Series series,
            UploadLogEntry upload,
            Map<ObjectVersion, Map<YearMonth, MonthFigures>> byFile,
            Map<YearMonth, List<CommodityMonth.Said>> months) {
        FileContents contents = upload.contents()
                .orElseThrow(
                        () -> new IllegalArgumentException("a customs file's log entry without contents: " + upload));
        if (!contents.currency().equals(series.currency())) {
            return;
        }
        Map<YearMonth, MonthFigures> figures = byFile.getOrDefault(upload.object(), Map.of());
        Set<YearMonth> periods = new HashSet<>(figures.keySet());
        if (contents.answersFor(series.commodity())) {
            periods.addAll(contents.periods());
        }
        for (YearMonth period : periods) {
            MonthFigures said = figures.get(period);
            months.computeIfAbsent(period, month -> new ArrayList<>())
                    .add(
                            said == null
                                    ? CommodityMonth.Said.none(upload)
                                    : new CommodityMonth.Said(
                                            upload, said.totals(), said.partners(), said.regimes(), said.provinces()));
        }
    }

    /** The months that some standing file has, oldest first. */
    public NavigableMap<YearMonth, CommodityMonth> months() {
        return Collections.unmodifiableNavigableMap(months);
    }

    /**
     * All that files ever said, oldest month and oldest upload first: of the months that count, and of those that no standing file
     * has any more.
     */
    public NavigableMap<YearMonth, List<CommodityMonth.Said>> said() {
        return Collections.unmodifiableNavigableMap(said);
    }

    /** The file versions that these months come from. */
    public Set<ObjectVersion> files() {
        return months.values().stream()
                .map(month -> month.counts().upload().object())
                .collect(Collectors.toSet());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CommodityMonths of && months.equals(of.months) && said.equals(of.said);
    }

    @Override
    public int hashCode() {
        return said.hashCode();
    }
}
