package dev.customsfeed.publish.documents.article;

import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.figures.report.Figures;
import dev.customsfeed.publish.figures.report.Gap;
import dev.customsfeed.publish.figures.report.MonthReport;
import dev.customsfeed.publish.figures.report.ProductReport;
import dev.customsfeed.publish.figures.report.Telling;
import dev.customsfeed.publish.figures.report.Worth;
import dev.customsfeed.publish.figures.revision.NetRevision;
import dev.customsfeed.publish.figures.trade.Amount;
import dev.customsfeed.publish.figures.trade.Comparison;
import dev.customsfeed.publish.figures.trade.WeightReason;
import dev.customsfeed.publish.words.language.Phrases;
import dev.customsfeed.publish.words.language.Standing;
import dev.customsfeed.publish.words.language.TotalPhrases.TellingChange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What an article begins with: its title, and what the month came to, what is most telling of it and what lacks. */
final class HeadlineParagraphs {

    private static final int TELLING = 3;
    private static final int REVISIONS_IN_SUMMARY = 3;

    private final Told told;
    private final MonthReport report;
    private final Phrases phrases;
    private final List<NetRevision> revisions;

    /** @param revisions of the month, as readers see them */
    HeadlineParagraphs(Told told, List<NetRevision> revisions) {
        this.told = told;
        this.report = told.report();
        this.phrases = told.phrases();
        this.revisions = revisions;
    }

    String title() {
        boolean known = told.isTold(report.total().month().amount());
        boolean revised = revisions.stream().anyMatch(NetRevision::isOfAmount);
        return known
                ? phrases.totals().title(revised)
                : phrases.totals().titleOfIncomplete(unreported(), told.weightless());
    }

    List<String> paragraphs() {
        List<String> level = new ArrayList<>();
        Figures total = report.total();
        Amount month = total.month().amount();
        level.add(
                told.isTold(month)
                        ? phrases.totals().totalMonth()
                        : phrases.totals().incomplete(unreported(), told.weightless()));
        if (Told.isPartial(total)) {
            level.add(phrases.totals().noWhole());
        }
        if (report.feed().isOfGroup()
                && report.reporting().size() < report.feed().reporters().size()) {
            level.add(phrases.totals().membersMissing());
        }
        if (report.products().stream()
                .flatMap(product -> product.suspicions().stream())
                .anyMatch(suspicion -> suspicion.suspect().suggestsPart())) {
            level.add(phrases.remarks().mayBePart());
        }
        total.month().estimatedPct().map(phrases.totals()::estimated).ifPresent(level::add);
        boolean isWorthTelling =
                !told.byValue() && Told.isKnown(month) && month.value().orElse(0) > 0;
        if (isWorthTelling) {
            level.add(phrases.totals().totalValue(ValueParagraphs.hasUnitValues(report)));
        }
        if (told.byValue()) {
            SortedSet<WeightReason> why = new TreeSet<>();
            report.products().forEach(product -> why.addAll(product.unknownWeights()));
            level.add(phrases.totals().byValue(why));
        }
        if ((told.byValue() || isWorthTelling) && report.saysValuation()) {
            level.add(phrases.totals().valuation());
        }
        Standing standing = Standing.of(report.analysis());
        if (!told.byValue() && Told.isKnown(month) && !standing.isEmpty()) {
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
                            told.isOfOneProduct()));
        }
        total.inside()
                .filter(inside -> told.isTold(inside.month().amount()))
                .map(phrases.totals()::amongMembers)
                .ifPresent(level::add);
        return List.of(
                told.joined(level),
                told.joined(Gap.of(report).stream().map(phrases.totals()::gap).toList()));
    }

    /** The first of the changes that the report ranks, as far as they move the total. */
    private List<TellingChange> telling() {
        return told.byValue()
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
                .filter(product ->
                        !told.isOfOneProduct() && product.product().id().equals(telling.subject()))
                .filter(product -> Told.isAtLeast(
                        product.contribution().pp(telling.comparison()).map(BigDecimal::abs),
                        Told.CONTRIBUTION_WORTH_TELLING))
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

    private List<Product> unreported() {
        return told.products(month -> month.value().isEmpty()).stream()
                .map(ProductReport::product)
                .toList();
    }
}
