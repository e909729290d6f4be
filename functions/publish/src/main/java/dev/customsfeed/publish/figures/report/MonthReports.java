package dev.customsfeed.publish.figures.report;

import dev.customsfeed.ledger.Scope;
import dev.customsfeed.ledger.Series;
import dev.customsfeed.ledger.UploadLogEntry.CustomsFile;
import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.ledger.feed.PolicyEvent;
import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.figures.feed.FeedData;
import dev.customsfeed.publish.figures.feed.FeedTrade;
import dev.customsfeed.publish.figures.feed.Valuations;
import dev.customsfeed.publish.figures.price.FeedPrices;
import dev.customsfeed.publish.figures.report.Note.Code;
import dev.customsfeed.publish.figures.report.ReportBasis.Counting;
import dev.customsfeed.publish.figures.revision.MonthHistory;
import dev.customsfeed.publish.figures.revision.NetRevision;
import dev.customsfeed.publish.figures.revision.Revision;
import dev.customsfeed.publish.figures.revision.Suspicions;
import dev.customsfeed.publish.figures.trade.MonthlyTotals;
import dev.customsfeed.publish.figures.trade.ProductTrade;
import dev.customsfeed.publish.figures.trade.Reading;
import dev.customsfeed.publish.figures.trade.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Computes the report of every month that a commodity of a feed has. */
public final class MonthReports {

    /** How many months after its own a report looks out for policy events, if it is not released earlier. */
    private static final int MONTHS_OF_EVENTS = 2;

    private final FeedData data;
    private final FeedTrade trade;
    private final ProductMonths.ByCoverage months;
    private final Map<Product, ProductMonths.ByCoverage> monthsOfProducts = new HashMap<>();
    private final NavigableSet<YearMonth> periods;
    private final RejectedUploads rejected;
    private final MonthHistory history;
    private final Suspicions suspicions;
    private final SortedMap<String, String> partnerNames;

    private MonthReports(FeedData data, FeedTrade trade) {
        this.data = data;
        this.trade = trade;
        this.months = new ProductMonths.ByCoverage(trade.whole());
        trade.products()
                .forEach((product, traded) -> monthsOfProducts.put(product, new ProductMonths.ByCoverage(traded)));
        this.periods = data.periods();
        this.rejected = new RejectedUploads(data, periods);
        this.history = new MonthHistory(data);
        this.suspicions = new Suspicions(data, history);
        this.partnerNames = data.partnerNames();
    }

    /**
     * Those of a feed.
     *
     * @param trade what {@code data} add up to
     */
    public static MonthReports of(FeedData data, FeedTrade trade) {
        return new MonthReports(data, trade);
    }

    /** All revisions of the feed's months, newest first; those of months without a report among them. */
    public List<Revision> revisions() {
        return history.revisions();
    }

    /** What each report is computed from, newest first; none where no commodity has a month. */
    public List<ReportBasis> bases() {
        return periods.descendingSet().stream().map(this::basis).toList();
    }

    private ReportBasis basis(YearMonth period) {
        Span span = sources(period);
        List<Counting> counting = counting(span);
        FeedPrices prices = PriceReport.within(data.prices(), period);
        Instant lastChanged = history.lastChange(span.first(), period);
        return new ReportBasis(
                data.definition(),
                period,
                counting,
                reported(span),
                partnerNames(counting),
                suspicions.of(period),
                rejected.notes(period),
                history.revisions(period),
                revisedBefore(period),
                firstUploaded(period),
                prices.lastChange()
                        .filter(change -> change.isAfter(lastChanged))
                        .orElse(lastChanged),
                prices);
    }

    /** The months that the report of {@code period} is computed from. */
    private Span sources(YearMonth period) {
        FeedDefinition feed = data.definition();
        return Stream.of(
                        Optional.of(Figures.sources(period)),
                        EventTrace.sources(feed, period),
                        PriceReport.sources(feed, period))
                .flatMap(Optional::stream)
                .min(Comparator.comparing(Span::first))
                .orElseThrow();
    }

    private List<Counting> counting(Span span) {
        List<Counting> counting = new ArrayList<>();
        for (Series series : data.series()) {
            data.monthsOf(series)
                    .subMap(span.first(), true, span.last(), true)
                    .forEach((month, said) -> counting.add(
                            new Counting(series.tradeFlow().reporter(), series.commodity(), month, said.counts())));
        }
        return counting;
    }

    /** Of those partners alone whom the figures have: others change nothing in the report. */
    private SortedMap<String, String> partnerNames(List<Counting> counting) {
        if (partnerNames.isEmpty()) {
            return partnerNames;
        }
        SortedMap<String, String> names = new TreeMap<>(partnerNames);
        names.keySet()
                .retainAll(counting.stream()
                        .flatMap(one -> Stream.concat(
                                one.counts().partners().keySet().stream(),
                                one.counts().scope() instanceof Scope.PartOf part
                                        ? part.values().stream()
                                        : Stream.empty()))
                        .collect(Collectors.toSet()));
        return names;
    }

    private SortedMap<YearMonth, SortedSet<String>> reported(Span span) {
        SortedMap<YearMonth, SortedSet<String>> reported = new TreeMap<>();
        for (YearMonth month : span.months()) {
            Set<String> reporters = trade.reporters().reported(month);
            if (!reporters.isEmpty()) {
                reported.put(month, new TreeSet<>(reporters));
            }
        }
        return reported;
    }

    /** Earlier months of the year that changed after they had arrived, for those who read them. */
    private NavigableSet<YearMonth> revisedBefore(YearMonth period) {
        return Span.yearToDate(period).months().stream()
                .filter(month -> month.isBefore(period)
                        && !NetRevision.of(history.revisions(month)).isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Instant firstUploaded(YearMonth period) {
        return data.series().stream()
                .flatMap(series -> data.saidOf(series).getOrDefault(period, List.of()).stream())
                .map(said -> said.file().upload().order().lastModified())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /**
     * The report that is made of {@code basis}, one of {@link #bases}. Nothing else of the feed's data goes into it: its trade is
     * cut to the months that the basis has.
     *
     * @throws ArithmeticException if a sum does not fit a {@code long}
     */
    public MonthReport report(ReportBasis basis) {
        YearMonth period = basis.period();
        Span sources = Figures.sources(period);
        ProductTrade whole = months.comparableWith(period).within(sources);
        Map<String, List<Counting>> byCommodity =
                basis.counting().stream().collect(Collectors.groupingBy(Counting::commodity));
        List<ProductFigures> products = basis.feed().products().stream()
                .map(product -> new ProductFigures(
                        product,
                        Objects.requireNonNull(monthsOfProducts.get(product)).comparableWith(period),
                        price(product, basis),
                        trade.reporters(),
                        basis,
                        basis.of(product.hs().stream()
                                .flatMap(commodity -> byCommodity.getOrDefault(commodity, List.of()).stream())
                                .toList())))
                .toList();
        SortedSet<YearMonth> imputed = new TreeSet<>();
        products.forEach(product -> imputed.addAll(product.imputed()));
        Figures figures = Figures.of(whole, period, imputed);
        PartnerSplit split = PartnerSplit.of(
                whole,
                period,
                trade.reporters(),
                new WeightReasons(basis, basis.feed().commodities()),
                imputed);
        List<ProductReport> reports = products(products, Reading.of(period, whole.totals()::in));
        Analysis analysis = Analysis.ofTotal(
                whole, products.stream().map(ProductFigures::trade).toList(), period, imputed);
        List<EventTrace> traces = traces(basis);
        List<Note> notes = new ArrayList<>(notes(basis, figures, whole, split, reports));
        OutlookEvents.of(basis.feed(), traces, analysis, reports)
                .forEach(event -> notes.add(
                        new Note(Code.EVENT_IN_BASIS, "total.analysis.outlook", new NoteDetail.EventInBasis(event))));
        return new MonthReport(
                basis.feed(),
                period,
                basis.feed().isOfGroup() ? basis.reporting() : Collections.emptySortedSet(),
                basis.valuations(),
                basis.partnerNames(),
                figures,
                split.partners(),
                split.regions(),
                analysis,
                reports,
                events(basis.feed(), period),
                traces,
                telling(basis, whole, products, imputed),
                List.copyOf(notes),
                basis.revisions(),
                basis.counting().stream()
                        .flatMap(one -> one.counts().files().stream())
                        .map(MonthReports::file)
                        .distinct()
                        .sorted()
                        .toList(),
                basis.firstUploaded(),
                basis.lastChanged(),
                DimensionSplit.of(basis.feed(), whole, basis.counting(), period, imputed));
    }

    private Optional<PriceReport> price(Product product, ReportBasis basis) {
        YearMonth period = basis.period();
        return basis.feed().prices().stream()
                .filter(reference -> reference.product().equals(product.id()))
                .findFirst()
                .map(reference -> PriceReport.of(
                        basis.feed(),
                        reference,
                        basis.prices(),
                        Objects.requireNonNull(monthsOfProducts.get(product)).comparableWith(period),
                        period));
    }

    private static List<ProductReport> products(List<ProductFigures> products, Reading whole) {
        List<Contribution> contributions = Contribution.split(
                products.stream().map(ProductFigures::reading).toList(), whole);
        return IntStream.range(0, products.size())
                .mapToObj(i -> products.get(i).report(whole.amount(), contributions.get(i)))
                .toList();
    }

    private static List<Note> notes(
            ReportBasis basis, Figures figures, ProductTrade whole, PartnerSplit split, List<ProductReport> reports) {
        List<Note> notes = new ArrayList<>();
        if (basis.feed().sample()) {
            notes.add(new Note(Code.SAMPLE, "feed", new NoteDetail.Sample()));
        }
        List<Product> unknown = reports.stream()
                .filter(report -> report.figures().month().amount().value().isEmpty())
                .map(ProductReport::product)
                .toList();
        if (!unknown.isEmpty()) {
            notes.add(new Note(Code.MONTH_MISSING, "total.month", new NoteDetail.ProductsUnknown(unknown)));
        }
        notes.addAll(ScopeNotes.of("total.", basis, figures, whole, unknown.isEmpty()));
        notes.addAll(FigureNotes.of(
                "total.",
                figures,
                whole.totals(),
                basis.period(),
                new WeightReasons(basis, basis.feed().commodities())));
        notes.addAll(split.notesOfUntold());
        if (Valuations.areWorthSaying(basis.feed().tradeFlow().flow(), basis.valuations())) {
            notes.add(new Note(Code.VALUATION, "total.month.value", new NoteDetail.ValuesInclude(basis.valuations())));
        }
        // The cumulative figures changed with those months.
        if (figures.ytd().amount().value().isPresent() && !basis.revisedBefore().isEmpty()) {
            NavigableSet<YearMonth> revised = basis.revisedBefore();
            notes.add(new Note(Code.REVISED, "total.ytd", new NoteDetail.RevisedBefore(revised)));
        }
        notes.addAll(basis.rejections());
        return List.copyOf(notes);
    }

    private List<EventTrace> traces(ReportBasis basis) {
        Optional<Span> sources = EventTrace.sources(basis.feed(), basis.period());
        if (sources.isEmpty()) {
            return List.of();
        }
        Map<String, ProductTrade> products = new HashMap<>();
        monthsOfProducts.forEach((product, months) ->
                products.put(product.id(), months.comparableWith(basis.period()).within(sources.get())));
        return EventTrace.of(basis.feed(), basis.period(), products);
    }

    private static List<Telling> telling(
            ReportBasis basis, ProductTrade whole, List<ProductFigures> products, SortedSet<YearMonth> imputed) {
        Map<String, MonthlyTotals> subjects = new LinkedHashMap<>();
        Map<String, SortedSet<YearMonth>> madeUp = new HashMap<>();
        subjects.put(Telling.ALL_PRODUCTS, whole.totals());
        madeUp.put(Telling.ALL_PRODUCTS, imputed);
        products.forEach(figures -> {
            subjects.put(figures.product().id(), figures.trade().totals());
            madeUp.put(figures.product().id(), figures.imputed());
        });
        return Telling.of(basis.feed().id(), basis.period(), subjects, madeUp);
    }

    private static List<PolicyEvent> events(FeedDefinition feed, YearMonth period) {
        LocalDate from = period.atDay(1);
        LocalDate latest = period.plusMonths(MONTHS_OF_EVENTS).atEndOfMonth();
        // Nobody who reads the month on its day of release can know of a later event.
        LocalDate to =
                feed.release(period).filter(release -> release.isBefore(latest)).orElse(latest);
        return feed.events().stream()
                .filter(event -> event.days().stream().anyMatch(day -> !day.isBefore(from) && !day.isAfter(to)))
                .toList();
    }

    private static SourceFile file(CustomsFile file) {
        return new SourceFile(
                file.object().key(), file.object().versionId(), file.contents().sha256());
    }
}
