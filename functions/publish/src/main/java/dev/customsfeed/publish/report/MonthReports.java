package dev.customsfeed.publish.report;

import dev.customsfeed.publish.report.Note.Code;
import dev.customsfeed.publish.statistics.Amount;
import dev.customsfeed.publish.statistics.PartnerCodes;
import dev.customsfeed.publish.statistics.ProductTrade;
import dev.customsfeed.publish.statistics.Reading;
import dev.customsfeed.publish.statistics.Span;
import dev.customsfeed.trade.CommodityMonth;
import dev.customsfeed.trade.CommodityMonth.Said;
import dev.customsfeed.trade.UploadLogEntry;
import dev.customsfeed.trade.feed.FeedDefinition;
import dev.customsfeed.trade.feed.LocalizedText;
import dev.customsfeed.trade.feed.PolicyEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Computes the report of every month that a commodity of the feed has. */
public final class MonthReports {

    /** How many months after its own a report looks out for policy events, if it is not released earlier. */
    private static final int MONTHS_OF_EVENTS = 2;

    private final FeedData data;
    private final List<ProductReports> products;
    private final ProductTrade whole;
    private final NavigableSet<YearMonth> periods = new TreeSet<>();
    private final List<NavigableMap<YearMonth, CommodityMonth>> commodities = new ArrayList<>();
    private final RefusedUploads refused;
    private final MonthHistory history;

    private MonthReports(FeedData data) {
        this.data = data;
        FeedDefinition definition = data.definition();
        for (String commodity : definition.commodities()) {
            NavigableMap<YearMonth, CommodityMonth> months = data.monthsOf(commodity);
            periods.addAll(months.keySet());
            commodities.add(months);
        }
        this.history = new MonthHistory(data);
        PartnerCodes codes = PartnerCodes.of(definition.tradeFlow().source());
        Set<YearMonth> uploaded = uploaded(data);
        this.products = definition.products().stream()
                .map(product -> new ProductReports(product, data, codes, uploaded, history))
                .toList();
        this.whole = ProductTrade.of(List.copyOf(commodities), codes);
        this.refused = new RefusedUploads(data, periods);
    }

    /** The months that files of the feed's currency have, whatever their commodities. */
    private static Set<YearMonth> uploaded(FeedData data) {
        Set<YearMonth> uploaded = new HashSet<>();
        data.uploads().standing().stream()
                .flatMap(upload -> upload.contents().stream())
                .filter(contents -> contents.currency().equals(data.definition().currency()))
                .forEach(contents -> uploaded.addAll(contents.periods()));
        return uploaded;
    }

    /** All revisions of the feed's months, newest first; those of months without a report among them. */
    public static List<Revision> revisions(FeedData data) {
        return new MonthHistory(data).revisions();
    }

    /**
     * The reports, newest first; none where no commodity has a month.
     *
     * @throws IllegalArgumentException if the project has no partner codes of the feed's source
     * @throws ArithmeticException if a sum does not fit a {@code long}
     */
    public static List<MonthReport> of(FeedData data) {
        MonthReports reports = new MonthReports(data);
        return reports.periods.descendingSet().stream().map(reports::report).toList();
    }

    private MonthReport report(YearMonth period) {
        Figures figures = Figures.of(whole.totals(), period);
        PartnerSplit split =
                PartnerSplit.of(whole, period, data.definition().tradeFlow().reporter());
        List<ProductReport> reports = products(period, figures.month().amount());
        Span span = Figures.sources(period);
        return new MonthReport(
                data.definition(),
                period,
                figures,
                split.partners(),
                split.regions(),
                reports,
                events(period),
                notes(period, figures, reports),
                history.revisions(period),
                sources(span).map(MonthReports::file).distinct().sorted().toList(),
                everSaid(period)
                        .map(MonthReports::uploaded)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                history.lastChange(span.first(), period));
    }

    private List<ProductReport> products(YearMonth period, Amount month) {
        List<Contribution> contributions = Contribution.split(
                products.stream().map(product -> product.reading(period)).toList(),
                Reading.of(period, whole.totals()::in));
        return IntStream.range(0, products.size())
                .mapToObj(i -> products.get(i).report(period, month, contributions.get(i)))
                .toList();
    }

    private List<Note> notes(YearMonth period, Figures figures, List<ProductReport> reports) {
        List<Note> notes = new ArrayList<>();
        if (data.definition().sample()) {
            notes.add(new Note(Code.SAMPLE, "feed", NoteText.sample()));
        }
        List<LocalizedText> unknown = reports.stream()
                .filter(report -> report.figures().month().amount().value().isEmpty())
                .map(report -> report.product().name())
                .toList();
        if (!unknown.isEmpty()) {
            notes.add(new Note(Code.MONTH_MISSING, "total.month", NoteText.productsUnknown(unknown)));
        }
        notes.addAll(FigureNotes.of("total.", figures, whole.totals(), period));
        if (figures.ytd().amount().value().isPresent()) {
            revisedBefore(period).ifPresent(notes::add);
        }
        notes.addAll(refused.notes(period));
        return List.copyOf(notes);
    }

    /** Earlier months of the year that changed after they had arrived: the cumulative figures did too. */
    private Optional<Note> revisedBefore(YearMonth period) {
        NavigableSet<YearMonth> revised = Span.yearToDate(period).months().stream()
                .filter(month -> month.isBefore(period)
                        && !NetRevision.of(history.revisions(month)).isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        return revised.isEmpty()
                ? Optional.empty()
                : Optional.of(new Note(Code.REVISED, "total.ytd", NoteText.revisedBefore(revised), revised));
    }

    private List<PolicyEvent> events(YearMonth period) {
        LocalDate from = period.atDay(1);
        LocalDate latest = period.plusMonths(MONTHS_OF_EVENTS).atEndOfMonth();
        // Nobody who reads the month on its day of release can know of a later event.
        LocalDate to = data.definition()
                .release(period)
                .filter(release -> release.isBefore(latest))
                .orElse(latest);
        return data.definition().events().stream()
                .filter(event -> !event.date().isBefore(from) && !event.date().isAfter(to))
                .toList();
    }

    /** What counts in {@code span}. */
    private Stream<Said> sources(Span span) {
        return commodities.stream()
                .map(months -> months.subMap(span.first(), true, span.last(), true))
                .flatMap(months -> months.values().stream())
                .map(CommodityMonth::counts);
    }

    /** All that files ever said of {@code period}. */
    private Stream<Said> everSaid(YearMonth period) {
        return data.definition().commodities().stream()
                .flatMap(commodity -> data.saidOf(commodity).getOrDefault(period, List.of()).stream());
    }

    private static Instant uploaded(Said said) {
        return said.upload().order().lastModified();
    }

    private static SourceFile file(Said said) {
        UploadLogEntry upload = said.upload();
        return new SourceFile(
                upload.object().key(),
                upload.object().versionId(),
                upload.contents().orElseThrow().sha256());
    }
}
