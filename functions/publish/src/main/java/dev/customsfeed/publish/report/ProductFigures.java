package dev.customsfeed.publish.report;

import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.report.Note.Code;
import dev.customsfeed.publish.statistics.Amount;
import dev.customsfeed.publish.statistics.ProductTrade;
import dev.customsfeed.publish.statistics.Reading;
import dev.customsfeed.publish.statistics.Reporters;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
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
    private final ProductTrade trade;
    private final Reporters reporters;
    private final ReportBasis basis;

    /** Of the report that is made from {@code basis}, by what was traded in the months that its figures come from. */
    ProductFigures(Product product, ProductTrade trade, Reporters reporters, ReportBasis basis) {
        this.product = product;
        this.trade = trade;
        this.reporters = reporters;
        this.basis = basis;
    }

    /** The month and what it is held against. */
    Reading reading() {
        return Reading.of(basis.period(), trade.totals()::in);
    }

    /** The product in the month, of which {@code whole} is the total of all products, to whose changes it contributes. */
    ProductReport report(Amount whole, Contribution contribution) {
        YearMonth period = basis.period();
        Figures figures = Figures.of(trade, period);
        Amount month = figures.month().amount();
        PartnerSplit split = PartnerSplit.of(trade, period, reporters);
        boolean concentrates = figures.coverage().isOfAllParts() && trade.tellsPartners(period);

        List<Note> notes = new ArrayList<>(commodityNotes());
        notes.addAll(ScopeNotes.of("", basis, figures, trade, isKnownByCommodity()));
        notes.addAll(FigureNotes.of("", figures, trade.totals(), period));
        if (month.netWeightKg().isPresent() && whole.netWeightKg().isEmpty()) {
            notes.add(new Note(Code.BASE_MISSING, "sharePct", NoteText.totalUnknown()));
        }
        notes.addAll(split.notes());
        notes.addAll(split.notesOfUntold());
        if (!concentrates && month.value().isPresent() && figures.coverage().isOfAllParts()) {
            notes.add(new Note(Code.PARTNERS_MISSING, "hhi", NoteText.concentrationUnknown()));
        }
        return new ProductReport(
                product,
                month.sharePct(whole),
                contribution,
                figures,
                split.partners(),
                split.regions(),
                concentrates ? concentration(split.partners()) : OptionalLong.empty(),
                List.copyOf(notes));
    }

    /** The Herfindahl-Hirschman index over the partners that somebody named; empty where a weight is not known or all are zero. */
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
            SortedSet<String> lacking = basis.lacking(commodity);
            if (basis.reporting().isEmpty()) {
                notes.add(new Note(Code.MONTH_MISSING, "month", NoteText.commodityMissing(commodity, period)));
            } else if (!lacking.isEmpty()) {
                notes.add(new Note(
                        Code.ABSENCE_UNDECLARED,
                        "month",
                        basis.feed().isOfGroup()
                                ? NoteText.absenceUndeclared(commodity, period, lacking)
                                : NoteText.absenceUndeclared(commodity, period)));
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
                        .allMatch(commodity -> basis.lacking(commodity).isEmpty());
    }

    private Note note(Revision newest) {
        Code code = newest.kind() == Revision.Kind.WITHDRAWN ? Code.WITHDRAWN : Code.REVISED;
        return new Note(code, "month", NoteText.revision(newest, basis.feed().currency()));
    }
}
