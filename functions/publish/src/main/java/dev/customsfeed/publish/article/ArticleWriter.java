package dev.customsfeed.publish.article;

import dev.customsfeed.publish.article.Article.Section;
import dev.customsfeed.publish.report.CycleFigure;
import dev.customsfeed.publish.report.Figures;
import dev.customsfeed.publish.report.MonthReport;
import dev.customsfeed.publish.report.Note;
import dev.customsfeed.publish.report.ProductReport;
import dev.customsfeed.publish.report.RegionFigure;
import dev.customsfeed.publish.statistics.Amount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;

/** Decides what an article says: the sentences that a report's figures support, and no others. */
public final class ArticleWriter {

    private static final int LARGEST_PARTNERS = 5;
    private static final int MOVERS = 3;
    /** A region is named from this share of the product's month on, in percent. */
    private static final BigDecimal REGION_WORTH_NAMING = BigDecimal.valueOf(5);
    /** A partner's change is told from this share of the product's cumulative weight on, in percent. */
    private static final BigDecimal PARTNER_WORTH_TELLING = BigDecimal.valueOf(5);
    /** Notes that a reader of the article must know; the others explain single figures of the report. */
    private static final Set<Note.Code> TOLD = EnumSet.of(
            Note.Code.ABSENCE_UNDECLARED,
            Note.Code.UNKNOWN_PARTNER,
            Note.Code.REVISED,
            Note.Code.WITHDRAWN,
            Note.Code.UPLOAD_REFUSED);

    private final MonthReport report;
    private final Phrases phrases;

    private ArticleWriter(MonthReport report, Phrases phrases) {
        this.report = report;
        this.phrases = phrases;
    }

    /** The article on {@code report} in English. */
    public static Article english(MonthReport report) {
        return write(report, new EnglishPhrases());
    }

    private static Article write(MonthReport report, Phrases phrases) {
        ArticleWriter writer = new ArticleWriter(report, phrases);
        List<Section> sections = new ArrayList<>();
        add(sections, "", writer.headline());
        add(sections, phrases.productsHeading(), writer.products());
        add(sections, phrases.partnersHeading(report), writer.partners());
        add(
                sections,
                phrases.eventsHeading(),
                report.events().stream().map(phrases::event).toList());
        add(sections, phrases.notesHeading(), writer.notes());
        return new Article(phrases.title(report), List.copyOf(sections));
    }

    private static void add(List<Section> sections, String heading, List<String> paragraphs) {
        List<String> said =
                paragraphs.stream().filter(paragraph -> !paragraph.isEmpty()).toList();
        if (!said.isEmpty()) {
            sections.add(new Section(heading, said));
        }
    }

    private List<String> headline() {
        List<String> level = new ArrayList<>();
        Figures total = report.total();
        if (isKnown(total.month().amount())) {
            level.add(phrases.totalMonth(report, total.month()));
        }
        if (isKnown(total.ytd().amount()) && report.period().getMonthValue() > 1) {
            level.add(phrases.totalYearToDate(report, total.ytd()));
        }
        OptionalLong unitValue = total.month().amount().unitValuePerTonne();
        if (unitValue.isPresent()) {
            level.add(phrases.totalValue(report, total.month().amount().value().orElseThrow(), unitValue.getAsLong()));
        }
        List<String> course = new ArrayList<>(turns(total));
        extremes(total).ifPresent(course::add);
        return List.of(joined(level), joined(course), report.feed().sample() ? phrases.sample() : "");
    }

    /** Nothing where all twelve months are alike. */
    private Optional<String> extremes(Figures figures) {
        return figures.peak()
                .filter(peak ->
                        peak.netWeightKg() > figures.trough().orElseThrow().netWeightKg())
                .map(peak -> phrases.extremes(report, peak, figures.trough().orElseThrow()));
    }

    private List<String> turns(Figures figures) {
        List<String> turns = new ArrayList<>();
        turn(figures.halfYears()).ifPresent(turns::add);
        turn(figures.quarters()).ifPresent(turns::add);
        return turns;
    }

    /** A half-year or quarter is news in the month that ends it. */
    private Optional<String> turn(List<CycleFigure> cycles) {
        CycleFigure latest = cycles.get(0);
        CycleFigure before = cycles.get(1);
        boolean isNews = latest.span().last().equals(report.period())
                && latest.prevPct().isPresent()
                && before.prevPct().isPresent();
        return isNews ? Optional.of(phrases.cycleTurn(latest, before)) : Optional.empty();
    }

    private List<String> products() {
        return report.products().stream().map(this::product).toList();
    }

    private String product(ProductReport product) {
        Figures figures = product.figures();
        Amount month = figures.month().amount();
        if (!isKnown(month)) {
            return "";
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(
                isTraded(month)
                        ? phrases.productMonth(report, product.product(), figures.month(), product.sharePct())
                        : phrases.productWithoutTrade(report, product.product()));
        if (isTraded(figures.ytd().amount()) && report.period().getMonthValue() > 1) {
            sentences.add(phrases.productYearToDate(report, figures.ytd()));
        }
        month.unitValuePerTonne().ifPresent(unitValue -> sentences.add(phrases.unitValue(report, unitValue)));
        sentences.addAll(turns(figures));
        extremes(figures).ifPresent(sentences::add);
        return joined(sentences);
    }

    private List<String> partners() {
        return report.products().stream().map(this::partners).toList();
    }

    private String partners(ProductReport product) {
        List<String> sentences = new ArrayList<>();
        List<RegionFigure> regions = product.regions().stream()
                .filter(region -> region.scheme().equals(RegionFigure.M49))
                .filter(region -> isAtLeast(region.sharePct(), REGION_WORTH_NAMING))
                .sorted(Comparator.comparing((RegionFigure region) ->
                                region.month().amount().netWeightKg().orElseThrow())
                        .reversed())
                .toList();
        Optional<RegionFigure> europeanUnion = product.regions().stream()
                .filter(region -> region.scheme().equals(RegionFigure.EU27))
                .filter(region -> isAtLeast(region.sharePct(), REGION_WORTH_NAMING))
                .findFirst();
        if (!regions.isEmpty()) {
            sentences.add(phrases.regions(report, product.product(), regions, europeanUnion));
        }
        boolean cumulative = isKnown(product.figures().ytd().amount());
        Amount whole = cumulative
                ? product.figures().ytd().amount()
                : product.figures().month().amount();
        List<PartnerStanding> largest = product.partners().stream()
                .map(cumulative ? PartnerStanding::cumulative : PartnerStanding::ofMonth)
                .filter(partner -> isTraded(partner.amount()))
                .sorted(Comparator.comparing((PartnerStanding partner) ->
                                partner.amount().netWeightKg().orElseThrow())
                        .reversed())
                .toList();
        if (!largest.isEmpty()) {
            sentences.add(phrases.largestPartners(
                    report, cumulative, largest.stream().limit(LARGEST_PARTNERS).toList()));
            List<PartnerStanding> telling = largest.stream()
                    .filter(partner -> isAtLeast(partner.amount().sharePct(whole), PARTNER_WORTH_TELLING))
                    .toList();
            List<PartnerStanding> growing = movers(telling, change -> change.signum() > 0);
            List<PartnerStanding> falling = movers(telling, change -> change.signum() < 0);
            if (!growing.isEmpty() || !falling.isEmpty()) {
                sentences.add(phrases.movers(growing, falling));
            }
        }
        return joined(sentences);
    }

    private static List<PartnerStanding> movers(List<PartnerStanding> partners, Predicate<BigDecimal> direction) {
        return partners.stream()
                .filter(partner -> partner.yoyPct().filter(direction).isPresent())
                .sorted(Comparator.comparing((PartnerStanding partner) ->
                                partner.yoyPct().orElseThrow().abs())
                        .reversed())
                .limit(MOVERS)
                .toList();
    }

    private List<String> notes() {
        List<String> told = new ArrayList<>();
        for (Note note : report.notes()) {
            if (TOLD.contains(note.code()) || isMissing(note, "total.ytd")) {
                told.add(note.text().in(phrases.language()));
            }
        }
        for (ProductReport product : report.products()) {
            for (Note note : product.notes()) {
                if (TOLD.contains(note.code()) || isMissing(note, "month") || isMissing(note, "ytd")) {
                    told.add(product.product().name().in(phrases.language())
                            + ": "
                            + note.text().in(phrases.language()));
                }
            }
        }
        return told;
    }

    private static boolean isMissing(Note note, String subject) {
        boolean missing = note.code() == Note.Code.MONTH_MISSING || note.code() == Note.Code.NET_WEIGHT_MISSING;
        return missing && note.subject().equals(subject);
    }

    private static boolean isKnown(Amount amount) {
        return amount.netWeightKg().isPresent();
    }

    private static boolean isTraded(Amount amount) {
        return amount.netWeightKg().orElse(0) > 0;
    }

    private static boolean isAtLeast(Optional<BigDecimal> share, BigDecimal least) {
        return share.isPresent() && share.get().compareTo(least) >= 0;
    }

    private String joined(List<String> sentences) {
        return String.join(phrases.sentenceSeparator(), sentences);
    }
}
