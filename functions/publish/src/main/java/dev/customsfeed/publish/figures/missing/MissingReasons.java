package dev.customsfeed.publish.figures.missing;

import dev.customsfeed.ledger.CommodityMonth;
import dev.customsfeed.ledger.CommodityMonth.Said;
import dev.customsfeed.ledger.CommodityMonths;
import dev.customsfeed.ledger.FileContents;
import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.Series;
import dev.customsfeed.ledger.TradeFlow;
import dev.customsfeed.ledger.UncountedPages;
import dev.customsfeed.ledger.Upload;
import dev.customsfeed.ledger.UploadLogEntry.CustomsFile;
import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.ledger.feed.FeedFit;
import dev.customsfeed.ledger.feed.FeedFit.FileFigures;
import dev.customsfeed.ledger.feed.FeedFit.Goods;
import dev.customsfeed.ledger.feed.FeedFit.Misfit;
import dev.customsfeed.ledger.feed.FeedFit.OtherCodeLength;
import dev.customsfeed.ledger.feed.FeedFit.OtherCurrency;
import dev.customsfeed.ledger.feed.FeedFit.OtherFlow;
import dev.customsfeed.ledger.feed.FeedFit.OtherLevel;
import dev.customsfeed.ledger.feed.FeedFit.OtherReporters;
import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.figures.feed.FeedData;
import dev.customsfeed.publish.figures.feed.FeedTrade;
import dev.customsfeed.publish.figures.missing.MissingFigures.Code;
import dev.customsfeed.publish.figures.missing.MissingFigures.Reason;
import dev.customsfeed.publish.figures.missing.MissingFigures.Why;
import dev.customsfeed.publish.figures.trade.MonthlyTotals;
import dev.customsfeed.publish.figures.trade.Span;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds out why months of a feed's products are missing: from what the standing files are and say, by the rules by which uploads are
 * answered.
 */
public final class MissingReasons {

    /** Of each reason, so many files are named, the newest. */
    private static final int FILES = 10;

    /** So many kinds of files that have something else are told, the nearest. */
    private static final int NEAREST = 3;

    private final FeedData data;
    private final FeedDefinition feed;
    private final FeedTrade trade;
    private final NavigableSet<YearMonth> months;
    private final List<Alike> files = new ArrayList<>();
    private final Map<YearMonth, List<CustomsFile>> concerned = new HashMap<>();
    private boolean filesRead;

    /** Files that fit a product, or do not, for the same reasons. */
    private static final class Alike {
        private final FileContents one;
        private final NavigableMap<YearMonth, SortedSet<Upload>> byMonth = new TreeMap<>();

        Alike(FileContents one) {
            this.one = one;
        }

        void add(CustomsFile file) {
            file.contents().periods().forEach(month -> byMonth.computeIfAbsent(month, any -> new TreeSet<>())
                    .add(file.upload()));
        }
    }

    /** Collects what is found of the months of one product. */
    private static final class Found {
        private final NavigableSet<YearMonth> months = new TreeSet<>();
        private final SortedSet<String> commodities = new TreeSet<>();
        private final SortedSet<Upload> files = new TreeSet<>();

        void add(YearMonth month, String commodity, Stream<Upload> of) {
            months.add(month);
            commodities.add(commodity);
            of.forEach(files::add);
        }
    }

    private MissingReasons(FeedData data, FeedTrade trade) {
        this.data = data;
        this.feed = data.definition();
        this.trade = trade;
        NavigableSet<YearMonth> known = data.periods();
        this.months = known.isEmpty() ? new TreeSet<>() : new TreeSet<>(new Span(known.first(), known.last()).months());
    }

    /**
     * Why months of each product are missing, in the order of the definition.
     *
     * @param trade what {@code data} add up to
     */
    public static Map<Product, MissingFigures> of(FeedData data, FeedTrade trade) {
        MissingReasons reasons = new MissingReasons(data, trade);
        Map<Product, MissingFigures> byProduct = new LinkedHashMap<>();
        data.definition().products().forEach(product -> byProduct.put(product, reasons.of(product)));
        return byProduct;
    }

    private MissingFigures of(Product product) {
        MonthlyTotals totals =
                Objects.requireNonNull(trade.products().get(product)).totals();
        NavigableSet<YearMonth> missing = new TreeSet<>();
        NavigableSet<YearMonth> apart = new TreeSet<>();
        NavigableSet<YearMonth> parts = new TreeSet<>();
        for (YearMonth month : months) {
            if (totals.in(month).isEmpty()) {
                (totals.apart(Span.of(month)).isEmpty() ? missing : apart).add(month);
            } else if (!totals.coverage(month).orElseThrow().isOfAllParts()) {
                parts.add(month);
            }
        }
        boolean none = missing.size() == months.size();
        List<Reason> reasons = new ArrayList<>();
        explain(product, none ? withWhatFilesSaid(product, missing) : missing, reasons);
        if (!parts.isEmpty()) {
            reasons.add(new Reason(Code.PART_ONLY, parts, counting(product, parts), new Why.PartOnly(parts)));
        }
        if (!apart.isEmpty()) {
            reasons.add(new Reason(Code.SCOPE_DIFFERS, apart, counting(product, apart), new Why.ScopesDiffer(apart)));
        }
        if (none || !missing.isEmpty()) {
            reasons.addAll(nearest(product, missing, none));
        }
        return new MissingFigures(
                none ? Optional.of(new MissingFigures.Needed(feed, product)) : Optional.empty(), List.copyOf(reasons));
    }

    /** Months that the feed has not may be those of pages that do not count, or of files that are gone. */
    private NavigableSet<YearMonth> withWhatFilesSaid(Product product, NavigableSet<YearMonth> missing) {
        NavigableSet<YearMonth> all = new TreeSet<>(missing);
        for (Series series : series(product)) {
            all.addAll(data.saidOf(series).keySet());
            all.addAll(uncountedPages(series).keySet());
        }
        return all;
    }

    private List<Series> series(Product product) {
        return product.hs().stream()
                .flatMap(commodity -> feed.reporters().stream().map(reporter -> feed.series(reporter, commodity)))
                .toList();
    }

    private NavigableMap<YearMonth, UncountedPages> uncountedPages(Series series) {
        return Optional.ofNullable(data.months().get(series))
                .map(CommodityMonths::uncountedPages)
                .orElse(Collections.emptyNavigableMap());
    }

    private void explain(Product product, NavigableSet<YearMonth> missing, List<Reason> reasons) {
        Found noFile = new Found();
        Found undeclared = new Found();
        Found withdrawn = new Found();
        Map<UncountedPages, Found> pages = new LinkedHashMap<>();
        for (YearMonth month : missing) {
            boolean anything = false;
            for (Series series : series(product)) {
                String commodity = series.commodity();
                if (data.monthsOf(series).containsKey(month)) {
                    continue;
                }
                UncountedPages uncounted = uncountedPages(series).get(month);
                List<Said> said = data.saidOf(series).getOrDefault(month, List.of());
                if (uncounted != null) {
                    pages.computeIfAbsent(alike(uncounted), any -> new Found())
                            .add(month, commodity, uncounted.files().stream());
                    anything = true;
                } else if (!said.isEmpty()) {
                    withdrawn.add(month, commodity, said.stream().map(one -> one.file()
                            .upload()));
                    anything = true;
                } else if (trade.reporters().hasReported(series.tradeFlow().reporter(), month)) {
                    undeclared.add(month, commodity, reporting(series, month));
                    anything = true;
                }
            }
            if (!anything) {
                noFile.add(month, "", Stream.empty());
            }
        }
        if (!noFile.months.isEmpty()) {
            reasons.add(reason(Code.NO_FILE, noFile, new Why.NoFile(noFile.months)));
        }
        if (!undeclared.months.isEmpty()) {
            reasons.add(reason(
                    Code.ABSENCE_UNDECLARED,
                    undeclared,
                    new Why.AbsenceUndeclared(undeclared.commodities, undeclared.months)));
        }
        pages.forEach((of, found) -> reasons.add(reason(
                of.missing().isEmpty() ? Code.PAGES_OVERLAP : Code.PAGES_MISSING,
                found,
                new Why.PagesUncounted(of, found.months))));
        if (!withdrawn.months.isEmpty()) {
            reasons.add(reason(Code.WITHDRAWN, withdrawn, new Why.Withdrawn(withdrawn.months)));
        }
    }

    /** What is said of pages is the same whichever they are. */
    private static UncountedPages alike(UncountedPages pages) {
        return new UncountedPages(pages.of(), pages.missing(), new TreeSet<>(), new TreeSet<>());
    }

    private Stream<Upload> reporting(Series series, YearMonth month) {
        if (concerned.isEmpty()) {
            data.uploads().customsFiles().stream()
                    .filter(file -> data.concerns(file.contents()))
                    .forEach(file -> file.contents().periods().forEach(period -> concerned
                            .computeIfAbsent(period, any -> new ArrayList<>())
                            .add(file)));
        }
        TradeFlow flow = series.tradeFlow();
        return concerned.getOrDefault(month, List.of()).stream()
                .filter(file -> file.contents().hasReported(flow.reporter(), flow.flow(), month))
                .map(CustomsFile::upload);
    }

    private List<ObjectVersion> counting(Product product, NavigableSet<YearMonth> of) {
        SortedSet<Upload> uploads = new TreeSet<>();
        for (Series series : series(product)) {
            for (YearMonth month : of) {
                CommodityMonth known = data.monthsOf(series).get(month);
                if (known != null) {
                    known.counts().files().forEach(file -> uploads.add(file.upload()));
                }
            }
        }
        return newest(uploads);
    }

    private static Reason reason(Code code, Found found, Why why) {
        return new Reason(code, found.months, newest(found.files), why);
    }

    private static List<ObjectVersion> newest(SortedSet<Upload> uploads) {
        return uploads.stream()
                .sorted(Comparator.reverseOrder())
                .limit(FILES)
                .map(Upload::object)
                .toList();
    }

    /** What there is instead: files that have the product's goods in another way or, where it has no month at all, other goods. */
    private List<Reason> nearest(Product product, NavigableSet<YearMonth> missing, boolean none) {
        Map<List<Misfit>, Found> byMisfits = new LinkedHashMap<>();
        Map<List<Misfit>, Integer> distances = new LinkedHashMap<>();
        for (Alike some : files()) {
            FeedFit fit = FeedFit.of(
                    feed, product.hs(), new FileFigures(feed.tradeFlow().source(), some.one, some.one.commodities()));
            if (fit.misfits().isEmpty() || fit.goods() == Goods.OTHER && !none) {
                continue;
            }
            some.byMonth.forEach((month, uploads) -> {
                if (none || missing.contains(month)) {
                    byMisfits.computeIfAbsent(fit.misfits(), any -> new Found()).add(month, "", uploads.stream());
                    distances.merge(fit.misfits(), fit.distance(), Math::min);
                }
            });
        }
        return byMisfits.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<List<Misfit>, Found> some) -> distances.get(some.getKey()))
                        .thenComparing(some -> some.getValue().files.last(), Comparator.reverseOrder()))
                .limit(NEAREST)
                .map(some -> reason(
                        code(some.getKey().get(0)),
                        some.getValue(),
                        new Why.OtherFiles(some.getKey(), some.getValue().files.size() > 1)))
                .toList();
    }

    private static Code code(Misfit misfit) {
        if (misfit instanceof OtherReporters) {
            return Code.OTHER_REPORTER;
        }
        if (misfit instanceof OtherFlow) {
            return Code.OTHER_FLOW;
        }
        if (misfit instanceof OtherCurrency) {
            return Code.OTHER_CURRENCY;
        }
        return misfit instanceof OtherLevel || misfit instanceof OtherCodeLength ? Code.OTHER_LEVEL : Code.OTHER_GOODS;
    }

    /** All standing files, those together that are alike: there may be very many, and each product is held against them. */
    private List<Alike> files() {
        if (!filesRead) {
            Map<List<Object>, Alike> byKind = new LinkedHashMap<>();
            Stream.concat(data.uploads().customsFiles().stream(), data.elsewhere().stream())
                    .forEach(file -> byKind.computeIfAbsent(kind(file.contents()), any -> new Alike(file.contents()))
                            .add(file));
            files.addAll(byKind.values());
            filesRead = true;
        }
        return files;
    }

    private static List<Object> kind(FileContents contents) {
        return List.of(
                contents.currency(),
                contents.reported().stream()
                        .map(some -> List.of(some.flow(), some.reporters()))
                        .collect(Collectors.toSet()),
                contents.answersFor(),
                contents.codeLength(),
                contents.commodities(),
                contents.rows() > 0);
    }
}
