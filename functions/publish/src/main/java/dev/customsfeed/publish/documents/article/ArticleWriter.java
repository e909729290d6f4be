package dev.customsfeed.publish.documents.article;

import dev.customsfeed.ledger.feed.PolicyEvent;
import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.documents.article.Article.Section;
import dev.customsfeed.publish.figures.report.DimensionFigure;
import dev.customsfeed.publish.figures.report.DimensionSplit;
import dev.customsfeed.publish.figures.report.Drivers;
import dev.customsfeed.publish.figures.report.Drivers.Driver;
import dev.customsfeed.publish.figures.report.EventTrace;
import dev.customsfeed.publish.figures.report.Figures;
import dev.customsfeed.publish.figures.report.Gap;
import dev.customsfeed.publish.figures.report.MonthReport;
import dev.customsfeed.publish.figures.report.Note;
import dev.customsfeed.publish.figures.report.PartnerFigure;
import dev.customsfeed.publish.figures.report.PartnerStanding;
import dev.customsfeed.publish.figures.report.ProductReport;
import dev.customsfeed.publish.figures.report.RegionFigure;
import dev.customsfeed.publish.figures.report.Telling;
import dev.customsfeed.publish.figures.report.Worth;
import dev.customsfeed.publish.figures.revision.NetRevision;
import dev.customsfeed.publish.figures.trade.Amount;
import dev.customsfeed.publish.figures.trade.Comparison;
import dev.customsfeed.publish.figures.trade.Partner;
import dev.customsfeed.publish.figures.trade.WeightReason;
import dev.customsfeed.publish.words.language.Language;
import dev.customsfeed.publish.words.language.PartnerPhrases.LargestPartner;
import dev.customsfeed.publish.words.language.Phrases;
import dev.customsfeed.publish.words.language.Standing;
import dev.customsfeed.publish.words.language.TotalPhrases.TellingChange;
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
    private static final int LARGEST_PARTNERS_OF_A_PRODUCT = 3;
    private static final int MOVERS = 2;
    /** A region is named from this share on, in percent. */
    private static final BigDecimal REGION_WORTH_NAMING = BigDecimal.valueOf(5);
    /** A product has a paragraph of its own from this share in the total on, in percent. */
    private static final BigDecimal PRODUCT_WORTH_A_PARAGRAPH = BigDecimal.valueOf(5);
    /** A partner's change is told from this contribution to the product's change on, in percentage points. */
    private static final BigDecimal CONTRIBUTION_WORTH_TELLING = new BigDecimal("0.5");

    private static final int TELLING = 3;
    /** A customs regime or province is named from this share on, in percent. */
    private static final BigDecimal PART_WORTH_NAMING = BigDecimal.valueOf(5);

    private static final int LARGEST_PARTS = 5;
    private static final int REVISIONS_IN_SUMMARY = 3;

    private final MonthReport report;
    private final boolean byValue;
    private final Phrases phrases;
    private final List<ProductReport> larger;
    private final List<ProductReport> smaller;
    private final List<NetRevision> revisions;
    private boolean pointsExplained;

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
        List<ProductReport> beside = writer.isOfOneProduct() ? List.of() : writer.larger;
        add(sections, "", writer.headline());
        add(sections, phrases.remarks().sampleHeading(), writer.sample());
        add(sections, phrases.movements().driversHeading(), writer.drivers());
        add(sections, phrases.products().productsHeading(), writer.products());
        add(sections, phrases.partners().partnersHeading(), writer.partners());
        add(
                sections,
                phrases.splits()
                        .splitsHeading(report.splits().stream()
                                .map(DimensionSplit::dimension)
                                .toList()),
                writer.splits());
        if (!writer.byValue) {
            add(sections, phrases.values().valuesHeading(), new ValueParagraphs(report, phrases, beside).paragraphs());
        }
        add(sections, phrases.prices().pricesHeading(), writer.prices());
        add(sections, phrases.totals().yearHeading(), writer.year());
        if (!writer.byValue) {
            add(sections, phrases.course().courseHeading(), new CourseParagraphs(report, phrases, beside).paragraphs());
        }
        add(sections, phrases.remarks().eventsHeading(), writer.events());
        if (!writer.byValue) {
            add(
                    sections,
                    phrases.outlook().outlookHeading(),
                    new OutlookParagraphs(report, phrases, beside).paragraphs());
        }
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
        boolean isWorthTelling = !byValue && isKnown(month) && month.value().orElse(0) > 0;
        if (isWorthTelling) {
            level.add(phrases.totals().totalValue(ValueParagraphs.hasUnitValues(report)));
        }
        if (byValue) {
            SortedSet<WeightReason> why = new TreeSet<>();
            report.products().forEach(product -> why.addAll(product.unknownWeights()));
            level.add(phrases.totals().byValue(why));
        }
        if ((byValue || isWorthTelling) && report.saysValuation()) {
            level.add(phrases.totals().valuation());
        }
        Standing standing = Standing.of(report.analysis());
        if (!byValue && isKnown(month) && !standing.isEmpty()) {
            level.add(phrases.totals().standing(standing));
        }
        List<TellingChange> telling = telling();
        if (!telling.isEmpty()) {
            level.add(phrases.totals().telling(telling));
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
                joined(Gap.of(report).stream().map(phrases.totals()::gap).toList()));
    }

    private List<String> sample() {
        return report.feed().sample() ? List.of(phrases.remarks().sample()) : List.of();
    }

    /** The first of the changes that the report ranks, as far as they move the total. */
    private List<TellingChange> telling() {
        return byValue
                ? List.of()
                : report.telling().stream()
                        .flatMap(telling -> change(telling).stream())
                        .filter(change -> change.changePct().signum() != 0)
                        .limit(TELLING)
                        .toList();
    }

    private Optional<TellingChange> change(Telling telling) {
        if (telling.subject().equals(Telling.ALL_PRODUCTS)) {
            return change(telling, report.total())
                    .map(change ->
                            new TellingChange(Optional.empty(), telling.measure(), telling.comparison(), change));
        }
        return report.products().stream()
                .filter(product -> !isOfOneProduct() && product.product().id().equals(telling.subject()))
                .filter(product -> isAtLeast(
                        product.contribution().pp(telling.comparison()).map(BigDecimal::abs),
                        CONTRIBUTION_WORTH_TELLING))
                .findFirst()
                .flatMap(product -> change(telling, product.figures())
                        .map(change -> new TellingChange(
                                Optional.of(product.product()), telling.measure(), telling.comparison(), change)));
    }

    private static Optional<BigDecimal> change(Telling telling, Figures figures) {
        boolean monthOnMonth = telling.comparison() == Comparison.MONTH_ON_MONTH;
        Worth worth = figures.worth();
        return switch (telling.measure()) {
            case NET_WEIGHT ->
                monthOnMonth ? figures.month().momPct() : figures.month().yoyPct();
            case VALUE -> monthOnMonth ? worth.valueMomPct() : worth.valueYoyPct();
            case UNIT_VALUE -> monthOnMonth ? worth.unitValueMomPct() : worth.unitValueYoyPct();
        };
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
        String ofMonth = cumulativeDrivers().isPresent()
                ? ""
                : partnerDrivers(Comparison.YEAR_ON_YEAR)
                        .or(() -> partnerDrivers(Comparison.MONTH_ON_MONTH))
                        .orElse("");
        if (byProduct.isEmpty()) {
            return List.of(withPointsExplained(ofMonth));
        }
        return List.of(withPointsExplained(joined(byProduct)), ofMonth);
    }

    /** {@code sentences}, with what percentage points are where they are the first in the article that have any. */
    private String withPointsExplained(String sentences) {
        if (sentences.isEmpty() || pointsExplained) {
            return sentences;
        }
        pointsExplained = true;
        return joined(List.of(sentences, phrases.movements().pointsExplained()));
    }

    /** By partner, since January; in January that is the month. */
    private Optional<String> cumulativeDrivers() {
        return report.period().getMonthValue() > 1 ? partnerDrivers(Comparison.CUMULATIVE) : Optional.empty();
    }

    private Optional<String> partnerDrivers(Comparison comparison) {
        boolean known = report.partners().size() > 1
                && change(comparison).isPresent()
                && report.partners().stream()
                        .allMatch(
                                partner -> partner.contribution().pp(comparison).isPresent());
        return known
                ? Drivers.of(
                                comparison,
                                change(comparison).orElseThrow(),
                                report.partners().stream()
                                        .map(partner -> driver(partner, comparison))
                                        .toList())
                        .map(phrases.movements()::partnerDrivers)
                : Optional.empty();
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
            paragraphs.add(phrases.products().smallerProducts(smaller));
        }
        return paragraphs;
    }

    /** By customs regime, province and the like: the largest parts of the month that are worth naming. */
    private List<String> splits() {
        List<String> paragraphs = new ArrayList<>();
        for (DimensionSplit split : report.splits()) {
            List<DimensionFigure> largest = split.figures().stream()
                    .filter(figure -> isAtLeast(figure.sharePct(), PART_WORTH_NAMING))
                    .sorted(Comparator.comparing((DimensionFigure figure) ->
                                    figure.sharePct().orElseThrow())
                            .reversed())
                    .limit(LARGEST_PARTS)
                    .toList();
            if (!largest.isEmpty()) {
                paragraphs.add(phrases.splits().split(split.dimension(), largest));
            }
        }
        return paragraphs;
    }

    private List<String> prices() {
        return report.products().stream()
                .flatMap(product -> product
                        .price()
                        .filter(price -> price.gap().value().isPresent())
                        .map(price -> phrases.prices().price(product, price))
                        .stream())
                .toList();
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
        return isTraded(figures.month().amount())
                ? phrases.products().productMonth(product)
                : phrases.products().productWithoutTrade(product);
    }

    /** What is told of the months since January; in January that is the month. */
    private List<String> year() {
        if (report.period().getMonthValue() == 1) {
            return List.of();
        }
        List<String> paragraphs = new ArrayList<>();
        List<String> total = new ArrayList<>();
        if (hasYearToDate(report.total())) {
            Amount ytd = report.total().ytd().amount();
            total.add(phrases.totals().totalYearToDate());
            if (!byValue && isKnown(ytd) && ytd.value().orElse(0) > 0) {
                total.add(phrases.totals().valueYearToDate(ValueParagraphs.hasUnitValues(report)));
            }
        }
        paragraphs.add(joined(total));
        paragraphs.add(withPointsExplained(byValue ? "" : cumulativeDrivers().orElse("")));
        paragraphs.add(largest(report.partners(), report.total(), byValue, true).orElse(""));
        if (!isOfOneProduct()) {
            larger.forEach(product -> paragraphs.add(year(product)));
            paragraphs.add(joined(smallerYear()));
        }
        return paragraphs;
    }

    private String year(ProductReport product) {
        Figures figures = product.figures();
        if (figures.month().amount().value().isEmpty()
                || !isTraded(figures.ytd().amount())
                || !hasYearToDate(figures)) {
            return "";
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(phrases.products()
                .productYearToDate(product, product.analysis().imputed().isEmpty()));
        largest(product.partners(), figures, product.isOfValueAlone(), true).ifPresent(sentences::add);
        if (!isPartial(figures)) {
            movers(product, true).ifPresent(sentences::add);
        }
        return joined(sentences);
    }

    private List<String> smallerYear() {
        List<String> sentences = new ArrayList<>();
        if (!smaller.isEmpty() && smaller.stream().allMatch(product -> hasYearToDate(product.figures()))) {
            sentences.add(phrases.products().smallerProductsYearToDate(smaller));
            smallerPartners(true).ifPresent(sentences::add);
        }
        return sentences;
    }

    /** What happened, with the traces that it left; then traces of what happened earlier. */
    private List<String> events() {
        List<String> paragraphs = new ArrayList<>();
        for (PolicyEvent event : report.events()) {
            List<String> sentences = new ArrayList<>();
            sentences.add(phrases.remarks().event(event, isLater(event)));
            traces(event).forEach(trace -> sentences.addAll(phrases.traces().trace(trace)));
            paragraphs.add(joined(sentences));
        }
        for (PolicyEvent event : report.feed().events()) {
            if (!report.events().contains(event)) {
                List<String> sentences = new ArrayList<>();
                traces(event).forEach(trace -> sentences.addAll(phrases.traces().trace(trace)));
                if (!sentences.isEmpty()) {
                    sentences.add(0, phrases.traces().event(event));
                    paragraphs.add(joined(sentences));
                }
            }
        }
        return paragraphs;
    }

    private List<EventTrace> traces(PolicyEvent event) {
        return report.traces().stream()
                .filter(trace -> event.plan().filter(trace.plan()::equals).isPresent())
                .toList();
    }

    private List<String> partners() {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(totalPartners());
        if (!isOfOneProduct()) {
            larger.forEach(product -> paragraphs.add(partners(product)));
            boolean hasYear = report.period().getMonthValue() > 1
                    && smaller.stream().allMatch(product -> hasYearToDate(product.figures()));
            if (!hasYear) {
                smallerPartners(false).ifPresent(paragraphs::add);
            }
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
        ofMonth(Optional.empty(), report.partners(), report.total(), byValue).ifPresent(sentences::add);
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
        ofMonth(Optional.of(product.product()), product.partners(), product.figures(), product.isOfValueAlone())
                .ifPresent(sentences::add);
        if (!isPartial(product.figures())) {
            movers(product, false).ifPresent(sentences::add);
        }
        return joined(sentences);
    }

    /** By their contribution to the product's cumulative change or, where that is not known, to that of its month. */
    private Optional<String> movers(ProductReport product, boolean cumulative) {
        boolean hasYear = report.period().getMonthValue() > 1
                && product.figures().ytd().yoyPct().isPresent();
        if (cumulative != hasYear) {
            return Optional.empty();
        }
        List<PartnerStanding> telling = product.partners().stream()
                .map(cumulative ? PartnerStanding::cumulative : PartnerStanding::ofMonth)
                .filter(partner -> isAtLeast(partner.contributionPp().map(BigDecimal::abs), CONTRIBUTION_WORTH_TELLING))
                .toList();
        return telling.size() > 1
                ? Optional.of(withPointsExplained(phrases.partners().movers(movers(telling, 1), movers(telling, -1))))
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

    /** The largest partners of the month, where those since January are not known; of a part of the trade, all that it was with. */
    private Optional<String> ofMonth(
            Optional<Product> product, List<PartnerFigure> partners, Figures whole, boolean ofValue) {
        if (!isPartial(whole)) {
            return largest(partners, whole, ofValue, false);
        }
        List<PartnerStanding> largest = largest(partners, false, ofValue);
        return largest.isEmpty()
                ? Optional.empty()
                : Optional.of(phrases.partners().partnersOfPart(product, largest));
    }

    /** The largest partners since January or, where those are not known, of the month; nothing in the part that tells the other. */
    private Optional<String> largest(List<PartnerFigure> partners, Figures whole, boolean ofValue, boolean cumulative) {
        boolean hasYear = report.period().getMonthValue() > 1
                && hasTotal(whole.ytd().amount(), ofValue)
                && partners.stream().allMatch(partner -> hasTotal(partner.ytd().amount(), ofValue));
        List<PartnerStanding> largest =
                cumulative == hasYear && !isPartial(whole) ? largest(partners, cumulative, ofValue) : List.of();
        return largest.isEmpty()
                ? Optional.empty()
                : Optional.of(phrases.partners()
                        .largestPartners(largest.stream()
                                .limit(whole == report.total() ? LARGEST_PARTNERS : LARGEST_PARTNERS_OF_A_PRODUCT)
                                .toList()));
    }

    /** The largest of those that had trade, largest first, as many as are told of. */
    private static List<PartnerStanding> largest(List<PartnerFigure> partners, boolean cumulative, boolean ofValue) {
        List<PartnerFigure> largest = new ArrayList<>();
        long[] sizes = new long[LARGEST_PARTNERS + 1];
        for (PartnerFigure partner : partners) {
            Amount amount =
                    cumulative ? partner.ytd().amount() : partner.month().amount();
            long size = size(amount);
            // Sorting all of them would take longer than the rest of the article.
            if (size > 0 && hasTotal(amount, ofValue)) {
                int place = largest.size();
                for (; place > 0 && sizes[place - 1] < size; place--) {
                    sizes[place] = sizes[place - 1];
                }
                sizes[place] = size;
                largest.add(place, partner);
                if (largest.size() > LARGEST_PARTNERS) {
                    largest.remove(LARGEST_PARTNERS);
                }
            }
        }
        return largest.stream()
                .map(cumulative ? PartnerStanding::cumulative : PartnerStanding::ofMonth)
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

    private Optional<String> smallerPartners(boolean cumulative) {
        List<LargestPartner> largest = new ArrayList<>();
        for (ProductReport product : smaller) {
            largest(product.partners(), cumulative, false).stream()
                    .findFirst()
                    .ifPresent(partner -> largest.add(new LargestPartner(product.product(), partner)));
        }
        return largest.isEmpty()
                ? Optional.empty()
                : Optional.of(phrases.partners().smallerProductsPartners(largest));
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
