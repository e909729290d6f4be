package dev.customsfeed.publish.documents.article;

import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.figures.report.Figures;
import dev.customsfeed.publish.figures.report.MonthReport;
import dev.customsfeed.publish.figures.report.PartnerFigure;
import dev.customsfeed.publish.figures.report.PartnerStanding;
import dev.customsfeed.publish.figures.report.ProductReport;
import dev.customsfeed.publish.figures.report.RegionFigure;
import dev.customsfeed.publish.figures.trade.Amount;
import dev.customsfeed.publish.words.language.PartnerPhrases.LargestPartner;
import dev.customsfeed.publish.words.language.Phrases;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Whom the trade was with: regions, the largest partners, and those that moved it. */
final class PartnerParagraphs {

    private static final int LARGEST_PARTNERS = 5;
    private static final int LARGEST_PARTNERS_OF_A_PRODUCT = 3;
    private static final int MOVERS = 2;
    /** A region is named from this share on, in percent. */
    private static final BigDecimal REGION_WORTH_NAMING = BigDecimal.valueOf(5);

    private final Told told;
    private final MonthReport report;
    private final Phrases phrases;

    PartnerParagraphs(Told told) {
        this.told = told;
        this.report = told.report();
        this.phrases = told.phrases();
    }

    /** Of the month. */
    List<String> paragraphs() {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(totalPartners());
        if (!told.isOfOneProduct()) {
            told.larger().forEach(product -> paragraphs.add(partners(product)));
            boolean hasYear = report.period().getMonthValue() > 1
                    && told.smaller().stream().allMatch(product -> told.hasYearToDate(product.figures()));
            if (!hasYear) {
                smaller(false).ifPresent(paragraphs::add);
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
        ofMonth(Optional.empty(), report.partners(), report.total(), told.byValue())
                .ifPresent(sentences::add);
        return told.joined(sentences);
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
        // Where nothing of the product is told before it, nobody could tell what they are movers of.
        if (!Told.isPartial(product.figures()) && !sentences.isEmpty()) {
            movers(product, false).ifPresent(sentences::add);
        }
        return told.joined(sentences);
    }

    /** By their contribution to the product's cumulative change or, where that is not known, to that of its month. */
    Optional<String> movers(ProductReport product, boolean cumulative) {
        boolean hasYear = report.period().getMonthValue() > 1
                && product.figures().ytd().yoyPct().isPresent();
        if (cumulative != hasYear) {
            return Optional.empty();
        }
        List<PartnerStanding> telling = product.partners().stream()
                .map(cumulative ? PartnerStanding::cumulative : PartnerStanding::ofMonth)
                .filter(partner ->
                        Told.isAtLeast(partner.contributionPp().map(BigDecimal::abs), Told.CONTRIBUTION_WORTH_TELLING))
                .toList();
        return telling.size() > 1
                ? Optional.of(
                        told.withPointsExplained(phrases.partners().movers(movers(telling, 1), movers(telling, -1))))
                : Optional.empty();
    }

    /** The regions of a scheme that have a share worth naming, largest first. */
    private static List<RegionFigure> regions(List<RegionFigure> regions, String scheme) {
        return regions.stream()
                .filter(region -> region.scheme().equals(scheme))
                .filter(region -> Told.isAtLeast(region.sharePct(), REGION_WORTH_NAMING))
                .sorted(Comparator.comparing((RegionFigure region) ->
                                Told.size(region.month().amount()))
                        .reversed())
                .toList();
    }

    /** The largest partners of the month, where those since January are not known; of a part of the trade, all that it was with. */
    private Optional<String> ofMonth(
            Optional<Product> product, List<PartnerFigure> partners, Figures whole, boolean ofValue) {
        if (!Told.isPartial(whole)) {
            return largest(partners, whole, ofValue, false);
        }
        List<PartnerStanding> largest = largestFirst(partners, false, ofValue);
        return largest.isEmpty()
                ? Optional.empty()
                : Optional.of(phrases.partners().partnersOfPart(product, largest));
    }

    /** The largest partners since January or, where those are not known, of the month; nothing in the part that tells the other. */
    Optional<String> largest(List<PartnerFigure> partners, Figures whole, boolean ofValue, boolean cumulative) {
        boolean hasYear = report.period().getMonthValue() > 1
                && Told.hasTotal(whole.ytd().amount(), ofValue)
                && partners.stream()
                        .allMatch(partner -> Told.hasTotal(partner.ytd().amount(), ofValue));
        List<PartnerStanding> largest = cumulative == hasYear && !Told.isPartial(whole)
                ? largestFirst(partners, cumulative, ofValue)
                : List.of();
        return largest.isEmpty()
                ? Optional.empty()
                : Optional.of(phrases.partners()
                        .largestPartners(
                                largest.stream()
                                        .limit(
                                                whole == report.total()
                                                        ? LARGEST_PARTNERS
                                                        : LARGEST_PARTNERS_OF_A_PRODUCT)
                                        .toList(),
                                largest.size() == 1 && isOneAlone(partners, cumulative)));
    }

    /** Whether one partner had all of the trade; one of so little that its net weight is zero had some of it. */
    private static boolean isOneAlone(List<PartnerFigure> partners, boolean cumulative) {
        return partners.stream()
                        .map(partner -> cumulative
                                ? partner.ytd().amount()
                                : partner.month().amount())
                        .filter(Told::isTraded)
                        .count()
                == 1;
    }

    /** The largest of those that had trade, largest first, as many as are told of. */
    private static List<PartnerStanding> largestFirst(
            List<PartnerFigure> partners, boolean cumulative, boolean ofValue) {
        List<PartnerFigure> largest = new ArrayList<>();
        long[] sizes = new long[LARGEST_PARTNERS + 1];
        for (PartnerFigure partner : partners) {
            Amount amount =
                    cumulative ? partner.ytd().amount() : partner.month().amount();
            long size = Told.size(amount);
            // Sorting all of them would take longer than the rest of the article.
            if (size > 0 && Told.hasTotal(amount, ofValue)) {
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

    Optional<String> smaller(boolean cumulative) {
        List<LargestPartner> largest = new ArrayList<>();
        for (ProductReport product : told.smaller()) {
            largestFirst(product.partners(), cumulative, false).stream()
                    .findFirst()
                    .ifPresent(partner -> largest.add(new LargestPartner(product.product(), partner)));
        }
        return largest.isEmpty()
                ? Optional.empty()
                : Optional.of(phrases.partners().smallerProductsPartners(largest));
    }
}
