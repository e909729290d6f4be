package dev.customsfeed.publish.documents.article;

import dev.customsfeed.publish.documents.article.Article.Section;
import dev.customsfeed.publish.figures.report.DimensionFigure;
import dev.customsfeed.publish.figures.report.DimensionSplit;
import dev.customsfeed.publish.figures.report.Figures;
import dev.customsfeed.publish.figures.report.MonthReport;
import dev.customsfeed.publish.figures.report.ProductReport;
import dev.customsfeed.publish.figures.revision.NetRevision;
import dev.customsfeed.publish.words.language.Language;
import dev.customsfeed.publish.words.language.Phrases;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Decides what an article says: the sentences that a report's figures support, and no others. */
public final class ArticleWriter {

    /** A customs regime or province is named from this share on, in percent. */
    private static final BigDecimal PART_WORTH_NAMING = BigDecimal.valueOf(5);

    private static final int LARGEST_PARTS = 5;

    private final Told told;
    private final MonthReport report;
    private final Phrases phrases;

    private ArticleWriter(Told told) {
        this.told = told;
        this.report = told.report();
        this.phrases = told.phrases();
    }

    /** The article on the report {@code computed} in {@code language}. */
    public static Article write(MonthReport computed, Language language) {
        MonthReport report = computed.asTold();
        Phrases phrases = language.phrases(report);
        Told told = new Told(report, phrases);
        ArticleWriter writer = new ArticleWriter(told);
        List<NetRevision> revisions = revisions(report);
        HeadlineParagraphs headline = new HeadlineParagraphs(told, revisions);
        DriverParagraphs drivers = new DriverParagraphs(told);
        PartnerParagraphs partners = new PartnerParagraphs(told);
        List<Section> sections = new ArrayList<>();
        List<ProductReport> beside = told.isOfOneProduct() ? List.of() : told.larger();
        add(sections, "", headline.paragraphs());
        add(sections, phrases.remarks().sampleHeading(), writer.sample());
        add(sections, phrases.movements().driversHeading(), drivers.paragraphs());
        add(sections, phrases.products().productsHeading(), writer.products());
        add(sections, phrases.partners().partnersHeading(), partners.paragraphs());
        add(
                sections,
                phrases.splits()
                        .splitsHeading(report.splits().stream()
                                .map(DimensionSplit::dimension)
                                .toList()),
                writer.splits());
        if (!told.byValue()) {
            add(sections, phrases.values().valuesHeading(), new ValueParagraphs(report, phrases, beside).paragraphs());
        }
        add(sections, phrases.prices().pricesHeading(), writer.prices());
        add(sections, phrases.totals().yearHeading(), new YearParagraphs(told, drivers, partners).paragraphs());
        if (!told.byValue()) {
            add(sections, phrases.course().courseHeading(), new CourseParagraphs(report, phrases, beside).paragraphs());
        }
        add(sections, phrases.remarks().eventsHeading(), new EventParagraphs(told).paragraphs());
        if (!told.byValue()) {
            add(
                    sections,
                    phrases.outlook().outlookHeading(),
                    new OutlookParagraphs(report, phrases, beside).paragraphs());
        }
        add(sections, phrases.remarks().notesHeading(), new NoteParagraphs(told, revisions).paragraphs());
        return new Article(headline.title(), List.copyOf(sections));
    }

    private static void add(List<Section> sections, String heading, List<String> paragraphs) {
        List<String> said =
                paragraphs.stream().filter(paragraph -> !paragraph.isEmpty()).toList();
        if (!said.isEmpty()) {
            sections.add(new Section(heading, said));
        }
    }

    /** In the order of the feed's commodities. */
    private static List<NetRevision> revisions(MonthReport report) {
        Map<String, Integer> order = new HashMap<>();
        report.feed().commodities().forEach(commodity -> order.put(commodity, order.size()));
        return NetRevision.of(report.revisions()).stream()
                .sorted(Comparator.comparing(revision -> order.get(revision.commodity())))
                .toList();
    }

    private List<String> sample() {
        return report.feed().sample() ? List.of(phrases.remarks().sample()) : List.of();
    }

    private List<String> products() {
        if (told.isOfOneProduct()) {
            return List.of();
        }
        List<String> paragraphs = new ArrayList<>();
        told.larger().forEach(product -> paragraphs.add(product(product)));
        if (!told.smaller().isEmpty()) {
            paragraphs.add(phrases.products().smallerProducts(told.smaller()));
        }
        return paragraphs;
    }

    private String product(ProductReport product) {
        Figures figures = product.figures();
        if (figures.month().amount().value().isEmpty()) {
            return "";
        }
        return Told.isTraded(figures.month().amount())
                ? phrases.products().productMonth(product)
                : phrases.products().productWithoutTrade(product);
    }

    /** By customs regime, province and the like: the largest parts of the month that are worth naming. */
    private List<String> splits() {
        List<String> paragraphs = new ArrayList<>();
        for (DimensionSplit split : report.splits()) {
            List<DimensionFigure> largest = split.figures().stream()
                    .filter(figure -> Told.isAtLeast(figure.sharePct(), PART_WORTH_NAMING))
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
}
