package dev.customsfeed.publish.article;

import dev.customsfeed.ledger.feed.PolicyEvent;
import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.article.Article.Section;
import dev.customsfeed.publish.article.Drivers.Driver;
import dev.customsfeed.publish.article.Phrases.LargestPartner;
import dev.customsfeed.publish.report.CycleFigure;
import dev.customsfeed.publish.report.Figures;
import dev.customsfeed.publish.report.MonthReport;
import dev.customsfeed.publish.report.NetRevision;
import dev.customsfeed.publish.report.Note;
import dev.customsfeed.publish.report.PartnerFigure;
import dev.customsfeed.publish.report.ProductReport;
import dev.customsfeed.publish.report.RegionFigure;
import dev.customsfeed.publish.statistics.Amount;
import dev.customsfeed.publish.statistics.Comparison;
import dev.customsfeed.publish.statistics.Partner;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Decides what an article says: the sentences that a report's figures support, and no others. */
public final class ArticleWriter {

    private static final int LARGEST_PARTNERS = 5;
    private static final int MOVERS = 3;
    /** A region is named from this share on, in percent. */
    private static final BigDecimal REGION_WORTH_NAMING = BigDecimal.valueOf(5);
    /** A product has a paragraph of its own from this share in the total on, in percent. */
    private static final BigDecimal PRODUCT_WORTH_A_PARAGRAPH = BigDecimal.valueOf(5);
    /** A partner's change is told from this contribution to the product's change on, in percentage points. */
    private static final BigDecimal CONTRIBUTION_WORTH_TELLING = new BigDecimal("0.5");
    /** Half-years or quarters are told where one of two changed by as much, in percent. */
    private static final BigDecimal CYCLE_WORTH_TELLING = BigDecimal.ONE;

    private static final int REVISIONS_IN_SUMMARY = 3;

    private final MonthReport report;
    private final Phrases phrases;
    private final List<ProductReport> larger;
    private final List<ProductReport> smaller;
    private final List<NetRevision> revisions;

    private ArticleWriter(MonthReport report, Phrases phrases) {
        this.report = report;
        this.phrases = phrases;
        List<ProductReport> small = report.products().stream()
                .filter(product -> isKnown(product.figures().month().amount()) && isSmall(product))
                .toList();
        // A single small product reads better in a paragraph like the others.
        this.smaller = small.size() > 1 ? small : List.of();
        this.larger = report.products().stream()
                .filter(product -> !smaller.contains(product))
                .toList();
        this.revisions = NetRevision.of(report.revisions()).stream()
                .sorted(Comparator.comparing(
                        revision -> report.feed().commodities().indexOf(revision.commodity())))
                .toList();
    }

    /** The article on {@code report} in {@code language}. */
    public static Article write(MonthReport report, Language language) {
        Phrases phrases = language.phrases(report);
        ArticleWriter writer = new ArticleWriter(report, phrases);
        List<Section> sections = new ArrayList<>();
        add(sections, "", writer.headline());
        add(sections, phrases.driversHeading(), writer.drivers());
        add(sections, phrases.productsHeading(), writer.products());
        add(sections, phrases.partnersHeading(), writer.partners());
        add(
                sections,
                phrases.eventsHeading(),
                report.events().stream()
                        .map(event -> phrases.event(event, writer.isLater(event)))
                        .toList());
        add(sections, phrases.notesHeading(), writer.notes());
        return new Article(writer.title(), List.copyOf(sections));
    }

    private static void add(List<Section> sections, String heading, List<String> paragraphs) {
        List<String> said =
                paragraphs.stream().filter(paragraph -> !paragraph.isEmpty()).toList();
        if (!said.isEmpty()) {
            sections.add(new Section(heading, said));
        }
    }

    /** Whether an event came after the month, and nothing says that the month was only released after it. */
    private boolean isLater(PolicyEvent event) {
        return event.date().isAfter(report.period().atEndOfMonth())
                && report.feed().release(report.period()).isEmpty();
    }

    private String title() {
        boolean known = isKnown(report.total().month().amount());
        boolean revised = revisions.stream().anyMatch(NetRevision::isOfAmount);
        return known ? phrases.title(revised) : phrases.titleOfIncomplete(unreported(), weightless());
    }

    private List<String> headline() {
        List<String> level = new ArrayList<>();
        Figures total = report.total();
        Amount month = total.month().amount();
        level.add(isKnown(month) ? phrases.totalMonth() : phrases.incomplete(unreported(), weightless()));
        if (isPartial(total)) {
            level.add(phrases.noWhole());
        }
        if (report.feed().isOfGroup()
                && report.reporting().size() < report.feed().reporters().size()) {
            level.add(phrases.membersMissing());
        }
        total.month().estimatedPct().map(phrases::estimated).ifPresent(level::add);
        if (month.unitValuePerTonne().isPresent()) {
            level.add(phrases.totalValue(month));
            if (report.saysValuation()) {
                level.add(phrases.valuation());
            }
        }
        if (hasYearToDate(total)) {
            level.add(phrases.totalYearToDate());
        }
        List<NetRevision> ofAmount =
                revisions.stream().filter(NetRevision::isOfAmount).toList();
        if (!ofAmount.isEmpty()) {
            level.add(phrases.revised(
                    ofAmount.stream().limit(REVISIONS_IN_SUMMARY).toList(),
                    ofAmount.size() > REVISIONS_IN_SUMMARY,
                    isOfOneProduct()));
        }
        total.inside()
                .filter(inside -> isKnown(inside.month().amount()))
                .map(phrases::amongMembers)
                .ifPresent(level::add);
        return List.of(
                joined(level),
                joined(Gap.of(report).stream().map(phrases::gap).toList()),
                joined(course(total)),
                report.feed().sample() ? phrases.sample() : "");
    }

    private boolean hasYearToDate(Figures figures) {
        return isKnown(figures.ytd().amount()) && report.period().getMonthValue() > 1;
    }

    /** Half-years, quarters, peak and trough. */
    private List<String> course(Figures figures) {
        List<String> course = new ArrayList<>();
        cycles(figures.halfYears()).ifPresent(course::add);
        cycles(figures.quarters()).ifPresent(course::add);
        // Nothing where all twelve months are alike.
        figures.peak()
                .filter(peak ->
                        peak.netWeightGrams() > figures.trough().orElseThrow().netWeightGrams())
                .map(peak -> phrases.extremes(peak, figures.trough().orElseThrow()))
                .ifPresent(course::add);
        return course;
    }

    /** A half-year or quarter is news in the month that ends it. */
    private Optional<String> cycles(List<CycleFigure> cycles) {
        CycleFigure latest = cycles.get(0);
        CycleFigure before = cycles.get(1);
        boolean known = latest.prevPct().isPresent() && before.prevPct().isPresent();
        boolean isNews = known
                && latest.span().last().equals(report.period())
                && Stream.of(latest, before)
                        .anyMatch(cycle -> isAtLeast(cycle.prevPct().map(BigDecimal::abs), CYCLE_WORTH_TELLING));
        return isNews ? Optional.of(phrases.cycles(latest, before)) : Optional.empty();
    }

    private List<String> drivers() {
        List<String> byProduct = new ArrayList<>();
        if (report.products().size() > 1) {
            for (Comparison comparison : List.of(Comparison.MONTH_ON_MONTH, Comparison.YEAR_ON_YEAR)) {
                change(comparison)
                        .flatMap(change -> Drivers.of(
                                comparison,
                                change,
                                report.products().stream()
                                        .map(product -> new Driver<>(
                                                product.product(),
                                                product.contribution()
                                                        .pp(comparison)
                                                        .orElseThrow()))
                                        .toList()))
                        .map(phrases::productDrivers)
                        .ifPresent(byProduct::add);
            }
        }
        return List.of(joined(byProduct), partnerDrivers().orElse(""));
    }

    /** By partner, the change over the longest time that is known. */
    private Optional<String> partnerDrivers() {
        if (report.partners().size() < 2) {
            return Optional.empty();
        }
        return Stream.of(Comparison.CUMULATIVE, Comparison.YEAR_ON_YEAR, Comparison.MONTH_ON_MONTH)
                .filter(comparison ->
                        comparison != Comparison.CUMULATIVE || report.period().getMonthValue() > 1)
                .filter(comparison -> change(comparison).isPresent()
                        && report.partners().stream()
                                .allMatch(partner ->
                                        partner.contribution().pp(comparison).isPresent()))
                .findFirst()
                .flatMap(comparison -> Drivers.of(
                        comparison,
                        change(comparison).orElseThrow(),
                        report.partners().stream()
                                .map(partner -> driver(partner, comparison))
                                .toList()))
                .map(phrases::partnerDrivers);
    }

    private static Driver<Partner> driver(PartnerFigure partner, Comparison comparison) {
        return new Driver<>(
                partner.partner(), partner.contribution().pp(comparison).orElseThrow());
    }

    private Optional<BigDecimal> change(Comparison comparison) {
        return switch (comparison) {
            case MONTH_ON_MONTH -> report.total().month().momPct();
            case YEAR_ON_YEAR -> report.total().month().yoyPct();
            case CUMULATIVE -> report.total().ytd().yoyPct();
        };
    }

    private List<String> products() {
        if (isOfOneProduct()) {
            return List.of();
        }
        List<String> paragraphs = new ArrayList<>();
        larger.forEach(product -> paragraphs.add(product(product)));
        if (!smaller.isEmpty()) {
            boolean cumulative = smaller.stream().allMatch(product -> hasYearToDate(product.figures()));
            paragraphs.add(phrases.smallerProducts(smaller, cumulative));
        }
        return paragraphs;
    }

    /** All that is said of the total is said of the one product. */
    private boolean isOfOneProduct() {
        return report.products().size() == 1;
    }

    private String product(ProductReport product) {
        Figures figures = product.figures();
        if (!isKnown(figures.month().amount())) {
            return "";
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(
                isTraded(figures.month().amount())
                        ? phrases.productMonth(product, isOfOneProduct())
                        : phrases.productWithoutTrade(product));
        if (isTraded(figures.ytd().amount()) && hasYearToDate(figures)) {
            sentences.add(phrases.productYearToDate(figures));
        }
        sentences.addAll(course(figures));
        return joined(sentences);
    }

    private List<String> partners() {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(totalPartners());
        if (!isOfOneProduct()) {
            larger.forEach(product -> paragraphs.add(partners(product)));
            smallerPartners().ifPresent(paragraphs::add);
        }
        return paragraphs;
    }

    private String totalPartners() {
        List<String> sentences = new ArrayList<>();
        List<RegionFigure> regions = regions(report.regions(), RegionFigure.M49);
        if (!regions.isEmpty()) {
            sentences.add(phrases.regions(
                    regions,
                    regions(report.regions(), RegionFigure.EU27).stream().findFirst()));
        }
        largest(Optional.empty(), report.partners(), report.total()).ifPresent(sentences::add);
        return joined(sentences);
    }

    private String partners(ProductReport product) {
        List<String> sentences = new ArrayList<>();
        List<RegionFigure> regions = regions(product.regions(), RegionFigure.M49);
        if (!regions.isEmpty()) {
            sentences.add(phrases.regions(
                    product.product(),
                    regions,
                    regions(product.regions(), RegionFigure.EU27).stream().findFirst()));
        }
        largest(Optional.of(product.product()), product.partners(), product.figures())
                .ifPresent(sentences::add);
        if (!isPartial(product.figures())) {
            movers(product).ifPresent(sentences::add);
        }
        return joined(sentences);
    }

    /** By their contribution to the product's cumulative change or, where that is not known, to that of its month. */
    private Optional<String> movers(ProductReport product) {
        boolean cumulative = product.figures().ytd().yoyPct().isPresent();
        List<PartnerStanding> telling = product.partners().stream()
                .map(cumulative ? PartnerStanding::cumulative : PartnerStanding::ofMonth)
                .filter(partner -> isAtLeast(partner.contributionPp().map(BigDecimal::abs), CONTRIBUTION_WORTH_TELLING))
                .toList();
        return telling.size() > 1
                ? Optional.of(phrases.movers(cumulative, movers(telling, 1), movers(telling, -1)))
                : Optional.empty();
    }

    /** The regions of a scheme that have a share worth naming, largest first. */
    private static List<RegionFigure> regions(List<RegionFigure> regions, String scheme) {
        return regions.stream()
                .filter(region -> region.scheme().equals(scheme))
                .filter(region -> isAtLeast(region.sharePct(), REGION_WORTH_NAMING))
                .sorted(Comparator.comparing((RegionFigure region) ->
                                region.month().amount().netWeightGrams().orElseThrow())
                        .reversed())
                .toList();
    }

    private Optional<String> largest(Optional<Product> product, List<PartnerFigure> partners, Figures whole) {
        boolean cumulative = isKnown(whole.ytd().amount())
                && partners.stream().allMatch(partner -> isKnown(partner.ytd().amount()));
        List<PartnerStanding> largest = largest(partners, cumulative && !isPartial(whole));
        if (largest.isEmpty()) {
            return Optional.empty();
        }
        return isPartial(whole)
                ? Optional.of(phrases.partnersOfPart(
                        product, largest.stream().limit(LARGEST_PARTNERS).toList()))
                : Optional.of(phrases.largestPartners(
                        cumulative, largest.stream().limit(LARGEST_PARTNERS).toList()));
    }

    private static List<PartnerStanding> largest(List<PartnerFigure> partners, boolean cumulative) {
        return partners.stream()
                .map(cumulative ? PartnerStanding::cumulative : PartnerStanding::ofMonth)
                .filter(partner -> isTraded(partner.amount()))
                .sorted(Comparator.comparing((PartnerStanding partner) ->
                                partner.amount().netWeightGrams().orElseThrow())
                        .reversed())
                .toList();
    }

    private static List<PartnerStanding> movers(List<PartnerStanding> partners, int direction) {
        return partners.stream()
                .filter(partner -> partner.contributionPp().orElseThrow().signum() == direction)
                .sorted(Comparator.comparing((PartnerStanding partner) ->
                                partner.contributionPp().orElseThrow().abs())
                        .reversed())
                .limit(MOVERS)
                .toList();
    }

    private Optional<String> smallerPartners() {
        boolean cumulative = smaller.stream()
                .allMatch(product -> isKnown(product.figures().ytd().amount()));
        List<LargestPartner> largest = new ArrayList<>();
        for (ProductReport product : smaller) {
            largest(product.partners(), cumulative).stream()
                    .findFirst()
                    .ifPresent(partner -> largest.add(new LargestPartner(product.product(), partner)));
        }
        return largest.isEmpty() ? Optional.empty() : Optional.of(phrases.smallerProductsPartners(cumulative, largest));
    }

    /** What is missing or revised, for readers of articles; single figures of the report are explained by its notes. */
    private List<String> notes() {
        List<String> told = new ArrayList<>();
        List<Product> undeclared = productsWith(Note.Code.ABSENCE_UNDECLARED);
        if (!undeclared.isEmpty()) {
            told.add(phrases.notListed(undeclared));
        }
        List<Product> weightless = weightless();
        if (!weightless.isEmpty()) {
            told.add(phrases.weightless(weightless));
        }
        NavigableSet<String> unknown = Stream.concat(
                        report.partners().stream(),
                        report.products().stream().flatMap(product -> product.partners().stream()))
                .map(PartnerFigure::partner)
                .filter(partner -> !partner.listed())
                .map(Partner::id)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!unknown.isEmpty()) {
            told.add(phrases.unknownPartners(List.copyOf(unknown)));
        }
        report.notes().stream()
                .filter(note -> note.code() == Note.Code.PARTNERS_MISSING)
                .map(note -> phrases.partnersMissing(note.months()))
                .forEach(told::add);
        revisions.forEach(revision -> told.add(phrases.revision(revision, isOfOneProduct())));
        report.notes().stream()
                .filter(note -> note.code() == Note.Code.REVISED)
                .map(note -> phrases.revisedBefore(note.months()))
                .forEach(told::add);
        if (report.notes().stream().anyMatch(note -> note.code() == Note.Code.UPLOAD_REJECTED)) {
            told.add(phrases.rejected());
        }
        return told;
    }

    private List<Product> productsWith(Note.Code code) {
        return report.products().stream()
                .filter(product -> product.notes().stream().anyMatch(note -> note.code() == code))
                .map(ProductReport::product)
                .toList();
    }

    /** The products of which the month's trade is known, but not all of its weight. */
    private List<Product> weightless() {
        return products(month -> month.value().isPresent() && !isKnown(month));
    }

    private List<Product> unreported() {
        return products(month -> month.value().isEmpty());
    }

    private List<Product> products(Predicate<Amount> month) {
        return report.products().stream()
                .filter(product -> month.test(product.figures().month().amount()))
                .map(ProductReport::product)
                .toList();
    }

    private boolean isSmall(ProductReport product) {
        Optional<BigDecimal> cumulative =
                product.figures().ytd().amount().sharePct(report.total().ytd().amount());
        return !isPartial(product.figures())
                && (product.sharePct().isPresent() || cumulative.isPresent())
                && !isAtLeast(product.sharePct(), PRODUCT_WORTH_A_PARAGRAPH)
                && !isAtLeast(cumulative, PRODUCT_WORTH_A_PARAGRAPH);
    }

    /** Whether figures are those of a part of the trade. */
    private static boolean isPartial(Figures figures) {
        return !figures.coverage().isOfAllParts();
    }

    private static boolean isKnown(Amount amount) {
        return amount.netWeightGrams().isPresent();
    }

    private static boolean isTraded(Amount amount) {
        return amount.netWeightGrams().orElse(0) > 0;
    }

    private static boolean isAtLeast(Optional<BigDecimal> share, BigDecimal least) {
        return share.isPresent() && share.get().compareTo(least) >= 0;
    }

    private String joined(List<String> sentences) {
        return String.join(phrases.sentenceSeparator(), sentences);
    }
}
