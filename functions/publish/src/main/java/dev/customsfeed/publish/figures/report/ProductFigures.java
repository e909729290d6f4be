package dev.customsfeed.publish.figures.report;

import dev.customsfeed.ledger.SuspectMonth;
import dev.customsfeed.ledger.SuspectMonth.Likely;
import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.figures.report.Note.Code;
import dev.customsfeed.publish.figures.revision.Revision;
import dev.customsfeed.publish.figures.revision.Suspicion;
import dev.customsfeed.publish.figures.trade.Amount;
import dev.customsfeed.publish.figures.trade.ProductTrade;
import dev.customsfeed.publish.figures.trade.Reading;
import dev.customsfeed.publish.figures.trade.Reporters;
import dev.customsfeed.publish.figures.trade.Span;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;

/** Computes what a report says of one product. */
final class ProductFigures {

    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

    private final Product product;
    private final ProductMonths months;
    private final ProductTrade trade;
    private final Optional<PriceReport> price;
    private final Reporters reporters;
    private final ReportBasis basis;
    private final ReportBasis own;
    private final SortedSet<YearMonth> imputed;

    /**
     * Of the report that is made from {@code basis}.
     *
     * @param months all that can be held against its own
     * @param price what its unit value is held against
     * @param own the same with what counts of the product's commodities alone
     */
    ProductFigures(
            Product product,
            ProductMonths months,
            Optional<PriceReport> price,
            Reporters reporters,
            ReportBasis basis,
            ReportBasis own) {
        this.product = product;
        this.months = months;
        this.trade = months.within(Figures.sources(basis.period()));
        this.price = price;
        this.reporters = reporters;
        this.basis = basis;
        this.own = own;
        this.imputed = months.imputed(Figures.sources(basis.period()));
    }

    /** The months that its figures come from whose quantities the source made up. */
    SortedSet<YearMonth> imputed() {
        return imputed;
    }

    /** The month and what it is held against. */
    Reading reading() {
        return Reading.of(basis.period(), trade.totals()::in);
    }

    /** What was traded in the months that its figures come from. */
    ProductTrade trade() {
        return trade;
    }

    /** Which product. */
    Product product() {
        return product;
    }

    /** The product in the month, of which {@code whole} is the total of all products, to whose changes it contributes. */
    ProductReport report(Amount whole, Contribution contribution) {
        YearMonth period = basis.period();
        WeightReasons reasons = new WeightReasons(own, product.hs());
        Figures figures = Figures.of(trade, period, imputed);
        Amount month = figures.month().amount();
        PartnerSplit split = PartnerSplit.of(trade, period, reporters, reasons, imputed);
        boolean concentrates = figures.coverage().isOfAllParts() && trade.tellsPartners(period);

        List<Note> notes = new ArrayList<>(commodityNotes());
        suspicions().forEach(suspicion -> notes.add(note(suspicion)));
        notes.addAll(ScopeNotes.of("", basis, figures, trade, isKnownByCommodity()));
        notes.addAll(FigureNotes.of("", figures, trade.totals(), period, reasons));
        if (month.netWeightKg().isPresent() && whole.netWeightKg().isEmpty()) {
            notes.add(new Note(Code.BASE_MISSING, "sharePct", new NoteDetail.TotalUnknown()));
        }
        notes.addAll(split.notes());
        notes.addAll(split.notesOfUntold());
        if (!concentrates && month.value().isPresent() && figures.coverage().isOfAllParts()) {
            notes.add(new Note(Code.PARTNERS_MISSING, "hhi", new NoteDetail.ConcentrationUnknown()));
        }
        price.flatMap(held -> PriceNotes.of(held, basis.feed().currency(), period))
                .ifPresent(notes::add);
        return new ProductReport(
                product,
                month.sharePct(whole),
                month.valueSharePct(whole),
                contribution,
                figures,
                split.partners(),
                split.regions(),
                concentrates ? concentration(split.partners()) : OptionalLong.empty(),
                month.value().isPresent() && month.netWeightGrams().isEmpty()
                        ? reasons.in(Span.of(period))
                        : Collections.emptySortedSet(),
                suspicions(),
                Analysis.ofProduct(months, trade, period, imputed),
                List.copyOf(notes),
                DimensionSplit.of(basis.feed(), trade, own.counting(), period, imputed),
                price);
    }

    /**
     * The Herfindahl-Hirschman index (Hirschman 1945, Herfindahl 1950), on the scale of 0 to 10,000 that the merger guidelines of the United
     * States use: 10,000 sum(q^2) / sum(q)^2 over the net weights q of the partners that somebody named, rounded half up.
     *
     * @return empty where a weight is not known or all are zero
     */
    static OptionalLong concentration(List<PartnerFigure> partners) {
        BigInteger sum = BigInteger.ZERO;
        BigInteger squares = BigInteger.ZERO;
        for (PartnerFigure partner : partners) {
            if (!partner.partner().isSomebody()) {
                continue;
            }
            OptionalLong weight = partner.month().amount().netWeightGrams();
            if (weight.isEmpty()) {
                return OptionalLong.empty();
            }
            BigInteger grams = BigInteger.valueOf(weight.getAsLong());
            sum = sum.add(grams);
            squares = squares.add(grams.multiply(grams));
        }
        if (sum.signum() == 0) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(new BigDecimal(squares)
                .multiply(TEN_THOUSAND)
                .divide(new BigDecimal(sum.multiply(sum)), 0, RoundingMode.HALF_UP)
                .longValueExact());
    }

    private List<Note> commodityNotes() {
        YearMonth period = basis.period();
        List<Note> notes = new ArrayList<>();
        for (String commodity : product.hs()) {
            SortedSet<String> lacking = own.lacking(commodity);
            if (basis.reporting().isEmpty()) {
                notes.add(new Note(Code.MONTH_MISSING, "month", new NoteDetail.CommodityMissing(commodity, period)));
            } else if (!lacking.isEmpty()) {
                notes.add(new Note(
                        Code.ABSENCE_UNDECLARED,
                        "month",
                        new NoteDetail.AbsenceUndeclared(
                                commodity, period, basis.feed().isOfGroup() ? lacking : Collections.emptySortedSet())));
            }
            Set<Optional<String>> told = new HashSet<>();
            basis.revisions().stream()
                    .filter(revision -> revision.commodity().equals(commodity) && told.add(revision.reporter()))
                    .map(this::note)
                    .forEach(notes::add);
        }
        return notes;
    }

    /** Whether each of the commodities is known, although not all of them may be of one scope. */
    private boolean isKnownByCommodity() {
        return !basis.reporting().isEmpty()
                && product.hs().stream()
                        .allMatch(commodity -> own.lacking(commodity).isEmpty());
    }

    private List<Suspicion> suspicions() {
        return basis.suspicions().stream()
                .filter(suspicion -> suspicion.product().equals(product))
                .toList();
    }

    private Note note(Suspicion suspicion) {
        SuspectMonth suspect = suspicion.suspect();
        Code code = suspect.suggestsPart()
                ? Code.SUSPECTED_PART
                : suspect.suggests(Likely.MISTAKE) ? Code.SUSPECTED_MISTAKE : Code.FIGURES_LOST;
        return new Note(
                code, "month", new NoteDetail.Suspected(suspicion, basis.feed().currency(), basis.partnerCodes()));
    }

    private Note note(Revision newest) {
        Code code = newest.kind() == Revision.Kind.WITHDRAWN ? Code.WITHDRAWN : Code.REVISED;
        return new Note(
                code, "month", new NoteDetail.Revised(newest, basis.feed().currency()));
    }
}
