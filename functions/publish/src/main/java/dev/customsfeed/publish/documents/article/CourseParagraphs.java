package dev.customsfeed.publish.documents.article;

import dev.customsfeed.publish.figures.course.Shape;
import dev.customsfeed.publish.figures.course.Stability;
import dev.customsfeed.publish.figures.course.TwelveMonths;
import dev.customsfeed.publish.figures.report.CycleFigure;
import dev.customsfeed.publish.figures.report.Figures;
import dev.customsfeed.publish.figures.report.MonthReport;
import dev.customsfeed.publish.figures.report.ProductReport;
import dev.customsfeed.publish.words.language.CoursePhrases.Extremes;
import dev.customsfeed.publish.words.language.CoursePhrases.Of;
import dev.customsfeed.publish.words.language.CoursePhrases.Pair;
import dev.customsfeed.publish.words.language.Phrases;
import java.math.BigDecimal;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What an article says of the twelve months that end with the report's: of the total and, beside it, of products. */
final class CourseParagraphs {

    /** Half-years or quarters are told where one of two changed by as much, in percent. */
    private static final BigDecimal CYCLE_WORTH_TELLING = BigDecimal.ONE;

    private final MonthReport report;
    private final Phrases phrases;
    private final List<ProductReport> products;

    /** @param products those that are told beside the total; none where the total is that of one product */
    CourseParagraphs(MonthReport report, Phrases phrases, List<ProductReport> products) {
        this.report = report;
        this.phrases = phrases;
        this.products = products;
    }

    List<String> paragraphs() {
        return List.of(
                String.join(phrases.sentenceSeparator(), together()),
                cycles(Figures::halfYears).orElse(""),
                cycles(Figures::quarters).orElse(""),
                extremes().orElse(""));
    }

    private List<String> together() {
        List<String> sentences = new ArrayList<>();
        Optional<Stability> stability = report.analysis().stability().value();
        Optional<TwelveMonths> total = report.analysis().twelveMonths().value();
        // In December the year so far is the twelve months, and has been told.
        if (report.period().getMonth() != Month.DECEMBER) {
            List<Of<TwelveMonths>> ofProducts =
                    ofProducts(product -> product.analysis().twelveMonths().value());
            if (total.isPresent() || !ofProducts.isEmpty()) {
                sentences.add(phrases.course().twelveMonths(total, ofProducts));
            }
        }
        stability.map(phrases.course()::stability).ifPresent(sentences::add);
        List<Of<Shape>> shapes = new ArrayList<>();
        report.analysis().shape().value().ifPresent(shape -> shapes.add(new Of<>(Optional.empty(), shape)));
        shapes.addAll(ofProducts(product -> product.analysis().shape().value()));
        if (!shapes.isEmpty()) {
            sentences.add(phrases.course().shapes(shapes));
        }
        return sentences;
    }

    private Optional<String> cycles(Function<Figures, List<CycleFigure>> cycles) {
        Optional<Pair> total = news(cycles.apply(report.total()));
        List<Of<Pair>> ofProducts = ofProducts(product -> news(cycles.apply(product.figures())));
        return total.isEmpty() && ofProducts.isEmpty()
                ? Optional.empty()
                : Optional.of(phrases.course().cycles(total, ofProducts));
    }

    /** A half-year or quarter is news in the month that ends it. */
    private Optional<Pair> news(List<CycleFigure> cycles) {
        CycleFigure latest = cycles.get(0);
        CycleFigure before = cycles.get(1);
        boolean known = latest.prevPct().isPresent() && before.prevPct().isPresent();
        boolean isNews = known
                && latest.span().last().equals(report.period())
                && Stream.of(latest, before)
                        .anyMatch(cycle -> cycle.prevPct().orElseThrow().abs().compareTo(CYCLE_WORTH_TELLING) >= 0);
        return isNews ? Optional.of(new Pair(latest, before)) : Optional.empty();
    }

    private Optional<String> extremes() {
        Optional<Extremes> total = extremes(report.total());
        List<Of<Extremes>> ofProducts = ofProducts(product -> extremes(product.figures()));
        return total.isEmpty() && ofProducts.isEmpty()
                ? Optional.empty()
                : Optional.of(phrases.course().extremes(total, ofProducts));
    }

    /** Nothing where all twelve months are alike. */
    private static Optional<Extremes> extremes(Figures figures) {
        return figures.peak()
                .filter(peak ->
                        peak.netWeightGrams() > figures.trough().orElseThrow().netWeightGrams())
                .map(peak -> new Extremes(peak, figures.trough().orElseThrow()));
    }

    /** Of those products that have it; they are told by net weight. */
    private <T> List<Of<T>> ofProducts(Function<ProductReport, Optional<T>> what) {
        return products.stream()
                .filter(product -> !product.isOfValueAlone())
                .flatMap(product ->
                        what.apply(product).map(one -> new Of<>(Optional.of(product.product()), one)).stream())
                .toList();
    }
}
