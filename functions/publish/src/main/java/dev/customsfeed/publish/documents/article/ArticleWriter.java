package dev.customsfeed.publish.documents.article;

import dev.customsfeed.ledger.feed.PolicyEvent;
import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.documents.article.Article.Section;
import dev.customsfeed.publish.figures.report.CycleFigure;
import dev.customsfeed.publish.figures.report.Drivers;
import dev.customsfeed.publish.figures.report.Drivers.Driver;
import dev.customsfeed.publish.figures.report.Figures;
import dev.customsfeed.publish.figures.report.Gap;
import dev.customsfeed.publish.figures.report.MonthReport;
import dev.customsfeed.publish.figures.report.Note;
import dev.customsfeed.publish.figures.report.PartnerFigure;
import dev.customsfeed.publish.figures.report.PartnerStanding;
import dev.customsfeed.publish.figures.report.ProductReport;
import dev.customsfeed.publish.figures.report.RegionFigure;
import dev.customsfeed.publish.figures.revision.NetRevision;
import dev.customsfeed.publish.figures.trade.Amount;
import dev.customsfeed.publish.figures.trade.Comparison;
import dev.customsfeed.publish.figures.trade.Partner;
import dev.customsfeed.publish.figures.trade.WeightReason;
import dev.customsfeed.publish.words.language.Language;
import dev.customsfeed.publish.words.language.PartnerPhrases.LargestPartner;
import dev.customsfeed.publish.words.language.Phrases;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
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
    private final boolean byValue;
    private final Phrases phrases;
    private final List<ProductReport> larger;
    private final List<ProductReport> smaller;
    private final List<NetRevision> revisions;

    private ArticleWriter(MonthReport report, Phrases phrases) {
        this.report = report;
        this.byValue = report.isOfValueAlone();
        this.phrases = phrases;
        List<ProductReport> small = report.products().stream()
                .filter(product -> isKnown(product.figures().month().amount()) && isSmall(product))
                .toList();
        // A single small product reads better in a paragraph like the others.
        this.smaller = small.size() > 1 ? small : List.of();
        Set<ProductReport> apart = Collections.newSetFromMap(new IdentityHashMap<>());
        apart.addAll(smaller);
        this.larger = report.products().stream()
                .filter(product -> !apart.contains(product))
                .toList();
        Map<String, Integer> order = new HashMap<>();
        report.feed().commodities().forEach(commodity -> order.put(commodity, order.size()));
        this.revisions = NetRevision.of(report.revisions()).stream()
                .sorted(Comparator.comparing(revision -> order.get(revision.commodity())))
                .toList();
    }

    /** The article on the report {@code computed} in {@code language}. */
    public static Article write(MonthReport computed, Language language) {
        MonthReport report = computed.asTold();
        Phrases phrases = language.phrases(report);
        ArticleWriter writer = new ArticleWriter(report, phrases);
        List<Section> sections = new ArrayList<>();
        add(sections, "", writer.headline());
        add(sections, phrases.movements().driversHeading(), writer.drivers());
        add(sections, phrases.products().productsHeading(), writer.products());
        add(sections, phrases.partners().partnersHeading(), writer.partners());
        add(
                sections,
                phrases.remarks().eventsHeading(),
                report.events().stream()
                        .map(event -> phrases.remarks().event(event, writer.isLater(event)))
                        .toList());
        add(sections, phrases.remarks().notesHeading(), writer.notes());
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
        boolean known = isTold(report.total().month().amount());
        boolean revised = revisions.stream().anyMatch(NetRevision::isOfAmount);
        return known ? phrases.totals().title(revised) : phrases.totals().titleOfIncomplete(unreported(), weightless());
    }

    private List<String> headline() {
        List<String> level = new ArrayList<>();
        Figures total = report.total();
        Amount month = total.month().amount();
        level.add(
                isTold(month)
                        ? phrases.totals().totalMonth()
                        : phrases.totals().incomplete(unreported(), weightless()));
        if (isPartial(total)) {
            level.add(phrases.totals().noWhole());
        }
        if (report.feed().isOfGroup()
                && report.reporting().size() < report.feed().reporters().size()) {
            level.add(phrases.totals().membersMissing());
        }
        if (report.products().stream()
                .flatMap(product -> product.suspicions().stream())
                .anyMatch(suspicion -> suspicion.part().suggestsPart())) {
            level.add(phrases.remarks().mayBePart());
        }
        total.month().estimatedPct().map(phrases.totals()::estimated).ifPresent(level::add);
        if (month.unitValuePerTonne().isPresent()) {
            level.add(phrases.totals().totalValue(month));
        }
        if (byValue) {
            SortedSet<WeightReason> why = new TreeSet<>();
            report.products().forEach(product -> why.addAll(product.unknownWeights()));
            level.add(phrases.totals().byValue(why));
        }
        if ((byValue || month.unitValuePerTonne().isPresent()) && report.saysValuation()) {
            level.add(phrases.totals().valuation());
        }
        if (hasYearToDate(total)) {
            level.add(phrases.totals().totalYearToDate());
        }
        List<NetRevision> ofAmount =
                revisions.stream().filter(NetRevision::isOfAmount).toList();
        if (!ofAmount.isEmpty()) {
            level.add(phrases.remarks()
                    .revised(
                            ofAmount.stream().limit(REVISIONS_IN_SUMMARY).toList(),
                            ofAmount.size() > REVISIONS_IN_SUMMARY,
                            isOfOneProduct()));
        }
        total.inside()
                .filter(inside -> isTold(inside.month().amount()))
                .map(phrases.totals()::amongMembers)
                .ifPresent(level::add);
        return List.of(
                joined(level),
                joined(Gap.of(report).stream().map(phrases.totals()::gap).toList()),
                joined(course(total)),
                report.feed().sample() ? phrases.remarks().sample() : "");
    }

    /** Whether an amount of the total is known as it is told: by its net weight, or where nothing is weighed, by its value. */
    private boolean isTold(Amount amount) {
        return byValue ? amount.value().isPresent() : isKnown(amount);
    }

    private boolean hasYearToDate(Figures figures) {
        Amount ytd = figures.ytd().amount();
        boolean known = figures.month().amount().isOfValueAlone() ? ytd.value().isPresent() : isKnown(ytd);
        return known && report.period().getMonthValue() > 1;
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
                .map(peak -> phrases.movements().extremes(peak, figures.trough().orElseThrow()))
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
        return isNews ? Optional.of(phrases.movements().cycles(latest, before)) : Optional.empty();
    }

    private List<String> drivers() {
        if (byValue) {
            // Contributions are of net weights.
            return List.of();
        }
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
                        .map(phrases.movements()::productDrivers)
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
                .map(phrases.movements()::partnerDrivers);
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
            paragraphs.add(phrases.products().smallerProducts(smaller, cumulative));
        }
        return paragraphs;
    }

    /** All that is said of the total is said of the one product. */
    private boolean isOfOneProduct() {
        return report.products().size() == 1;
    }

    private String product(ProductReport product) {
        Figures figures = product.figures();
        if (figures.month().amount().value().isEmpty()) {
            return "";
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(
                isTraded(figures.month().amount())
                        ? phrases.products().productMonth(product, isOfOneProduct())
                        : phrases.products().productWithoutTrade(product));
        if (isTraded(figures.ytd().amount()) && hasYearToDate(figures)) {
            sentences.add(phrases.products().productYearToDate(figures));
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
            sentences.add(phrases.partners()
                    .regions(
                            regions,
                            regions(report.regions(), RegionFigure.EU27).stream()
                                    .findFirst()));
        }
        largest(Optional.empty(), report.partners(), report.total(), byValue).ifPresent(sentences::add);
        return joined(sentences);
    }

    private String partners(ProductReport product) {
        List<String> sentences = new ArrayList<>();
        List<RegionFigure> regions = regions(product.regions(), RegionFigure.M49);
        if (!regions.isEmpty()) {
            sentences.add(phrases.partners()
                    .regions(
                            product.product(),
                            regions,
                            regions(product.regions(), RegionFigure.EU27).stream()
                                    .findFirst()));
        }
        largest(Optional.of(product.product()), product.partners(), product.figures(), product.isOfValueAlone())
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
                ? Optional.of(phrases.partners().movers(cumulative, movers(telling, 1), movers(telling, -1)))
                : Optional.empty();
    }

    /** The regions of a scheme that have a share worth naming, largest first. */
    private static List<RegionFigure> regions(List<RegionFigure> regions, String scheme) {
        return regions.stream()
                .filter(region -> region.scheme().equals(scheme))
                .filter(region -> isAtLeast(region.sharePct(), REGION_WORTH_NAMING))
                .sorted(Comparator.comparing(
                                (RegionFigure region) -> size(region.month().amount()))
                        .reversed())
                .toList();
    }

    private Optional<String> largest(
            Optional<Product> product, List<PartnerFigure> partners, Figures whole, boolean ofValue) {
        boolean cumulative = hasTotal(whole.ytd().amount(), ofValue)
                && partners.stream().allMatch(partner -> hasTotal(partner.ytd().amount(), ofValue));
        List<PartnerStanding> largest = largest(partners, cumulative && !isPartial(whole), ofValue);
        if (largest.isEmpty()) {
            return Optional.empty();
        }
        return isPartial(whole)
                ? Optional.of(phrases.partners()
                        .partnersOfPart(
                                product,
                                largest.stream().limit(LARGEST_PARTNERS).toList()))
                : Optional.of(phrases.partners()
                        .largestPartners(
                                cumulative,
                                largest.stream().limit(LARGEST_PARTNERS).toList()));
    }

    private static List<PartnerStanding> largest(List<PartnerFigure> partners, boolean cumulative, boolean ofValue) {
        return partners.stream()
                .map(cumulative ? PartnerStanding::cumulative : PartnerStanding::ofMonth)
                .filter(partner -> hasTotal(partner.amount(), ofValue) && isTraded(partner.amount()))
                .sorted(Comparator.comparing((PartnerStanding partner) -> size(partner.amount()))
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
            largest(product.partners(), cumulative, false).stream()
                    .findFirst()
                    .ifPresent(partner -> largest.add(new LargestPartner(product.product(), partner)));
        }
        return largest.isEmpty()
                ? Optional.empty()
                : Optional.of(phrases.partners().smallerProductsPartners(cumulative, largest));
    }

    /** What is missing or revised, for readers of articles; single figures of the report are explained by its notes. */
    private List<String> notes() {
        List<String> told = new ArrayList<>();
        List<Product> undeclared = productsWith(Note.Code.ABSENCE_UNDECLARED);
        if (!undeclared.isEmpty()) {
            told.add(phrases.remarks().notListed(undeclared));
        }
        // In the order of the products: those that lack weights for the same reasons are told together.
        Map<SortedSet<WeightReason>, List<Product>> weightless = new LinkedHashMap<>();
        (byValue ? List.<ProductReport>of() : weightless()).forEach(product -> weightless
                .computeIfAbsent(product.unknownWeights(), any -> new ArrayList<>())
                .add(product.product()));
        weightless.forEach((why, products) -> told.add(phrases.remarks().weightless(products, why)));
        report.products().stream()
                .flatMap(product -> product.suspicions().stream())
                .map(suspicion -> phrases.remarks().suspected(suspicion, isOfOneProduct()))
                .forEach(told::add);
        SortedMap<String, Partner> unknown = new TreeMap<>();
        Stream.concat(
                        report.partners().stream(),
                        report.products().stream().flatMap(product -> product.partners().stream()))
                .map(PartnerFigure::partner)
                .filter(partner -> !partner.listed())
                .forEach(partner -> unknown.put(partner.id(), partner));
        if (!unknown.isEmpty()) {
            told.add(phrases.partners().unknownPartners(List.copyOf(unknown.values())));
        }
        report.notes().stream()
                .filter(note -> note.code() == Note.Code.PARTNERS_MISSING)
                .map(note -> phrases.partners().partnersMissing(note.months()))
                .forEach(told::add);
        revisions.forEach(revision -> told.add(phrases.remarks().revision(revision, isOfOneProduct())));
        report.notes().stream()
                .filter(note -> note.code() == Note.Code.REVISED)
                .map(note -> phrases.remarks().revisedBefore(note.months()))
                .forEach(told::add);
        if (report.notes().stream().anyMatch(note -> note.code() == Note.Code.UPLOAD_REJECTED)) {
            told.add(phrases.remarks().rejected());
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
    private List<ProductReport> weightless() {
        return products(month -> month.value().isPresent() && !isKnown(month));
    }

    private List<Product> unreported() {
        return products(month -> month.value().isEmpty()).stream()
                .map(ProductReport::product)
                .toList();
    }

    private List<ProductReport> products(Predicate<Amount> month) {
        return report.products().stream()
                .filter(product -> month.test(product.figures().month().amount()))
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

    /** Whether an amount of what is told by value, or by net weight, is known. */
    private static boolean hasTotal(Amount amount, boolean ofValue) {
        return ofValue ? amount.value().isPresent() : isKnown(amount);
    }

    private static boolean isTraded(Amount amount) {
        return size(amount) > 0;
    }

    /** Of amounts that are told beside each other either all have net weights or none. */
    private static long size(Amount amount) {
        return amount.netWeightGrams().orElseGet(() -> amount.valueThousandths().orElse(0));
    }

    private static boolean isAtLeast(Optional<BigDecimal> share, BigDecimal least) {
        return share.isPresent() && share.get().compareTo(least) >= 0;
    }

    private String joined(List<String> sentences) {
        return String.join(phrases.sentenceSeparator(), sentences);
    }
}
