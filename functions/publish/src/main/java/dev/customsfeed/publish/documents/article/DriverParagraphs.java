package dev.customsfeed.publish.documents.article;

import dev.customsfeed.publish.figures.report.Drivers;
import dev.customsfeed.publish.figures.report.Drivers.Driver;
import dev.customsfeed.publish.figures.report.MonthReport;
import dev.customsfeed.publish.figures.report.PartnerFigure;
import dev.customsfeed.publish.figures.trade.Comparison;
import dev.customsfeed.publish.figures.trade.Partner;
import dev.customsfeed.publish.words.language.Phrases;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What drove the change of the total: products, and partners. */
final class DriverParagraphs {

    private final Told told;
    private final MonthReport report;
    private final Phrases phrases;

    DriverParagraphs(Told told) {
        this.told = told;
        this.report = told.report();
        this.phrases = told.phrases();
    }

    /** Of the month. */
    List<String> paragraphs() {
        if (told.byValue()) {
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
        String ofMonth = cumulative().isPresent()
                ? ""
                : partnerDrivers(Comparison.YEAR_ON_YEAR)
                        .or(() -> partnerDrivers(Comparison.MONTH_ON_MONTH))
                        .orElse("");
        if (byProduct.isEmpty()) {
            return List.of(told.withPointsExplained(ofMonth));
        }
        return List.of(told.withPointsExplained(told.joined(byProduct)), ofMonth);
    }

    /** By partner, since January; in January that is the month. */
    Optional<String> cumulative() {
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
}
