package dev.customsfeed.publish.report;

import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.report.Note.Code;
import dev.customsfeed.publish.statistics.Amount;
import dev.customsfeed.publish.statistics.ProductTrade;
import dev.customsfeed.publish.statistics.Reading;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Computes what a report says of one product. */
final class ProductFigures {

    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

    private final Product product;
    private final ProductTrade trade;
    private final ReportBasis basis;

    /** Of the report that is made from {@code basis}, by what was traded in the months that its figures come from. */
    ProductFigures(Product product, ProductTrade trade, ReportBasis basis) {
        this.product = product;
        this.trade = trade;
        this.basis = basis;
    }

    /** The month and what it is held against. */
    Reading reading() {
        return Reading.of(basis.period(), trade.totals()::in);
    }

    /** The product in the month, of which {@code whole} is the total of all products, to whose changes it contributes. */
    ProductReport report(Amount whole, Contribution contribution) {
        YearMonth period = basis.period();
        Figures figures = Figures.of(trade.totals(), period);
        Amount month = figures.month().amount();
        PartnerSplit split =
                PartnerSplit.of(trade, period, basis.feed().tradeFlow().reporter());

        List<Note> notes = new ArrayList<>(commodityNotes());
        notes.addAll(FigureNotes.of("", figures, trade.totals(), period));
        if (month.netWeightKg().isPresent() && whole.netWeightKg().isEmpty()) {
            notes.add(new Note(Code.BASE_MISSING, "sharePct", NoteText.totalUnknown()));
        }
        notes.addAll(split.notes());
        return new ProductReport(
                product,
                month.sharePct(whole),
                contribution,
                figures,
                split.partners(),
                split.regions(),
                concentration(split.partners()),
                List.copyOf(notes));
    }

    /** The Herfindahl-Hirschman index over the partners that somebody named; empty where a weight is not known or all are zero. */
    static OptionalLong concentration(List<PartnerFigure> partners) {
        BigInteger sum = BigInteger.ZERO;
        BigInteger squares = BigInteger.ZERO;
        for (PartnerFigure partner : partners) {
            if (partner.partner().isUnspecified()) {
                continue;
            }
            OptionalLong weight = partner.month().amount().netWeightKg();
            if (weight.isEmpty()) {
                return OptionalLong.empty();
            }
            BigInteger kg = BigInteger.valueOf(weight.getAsLong());
            sum = sum.add(kg);
            squares = squares.add(kg.multiply(kg));
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
            if (!basis.knows(commodity)) {
                notes.add(
                        basis.uploaded()
                                ? new Note(
                                        Code.ABSENCE_UNDECLARED, "month", NoteText.absenceUndeclared(commodity, period))
                                : new Note(Code.MONTH_MISSING, "month", NoteText.commodityMissing(commodity, period)));
            }
            basis.revisions().stream()
                    .filter(revision -> revision.commodity().equals(commodity))
                    .findFirst()
                    .map(this::note)
                    .ifPresent(notes::add);
        }
        return notes;
    }

    private Note note(Revision newest) {
        Code code = newest.kind() == Revision.Kind.WITHDRAWN ? Code.WITHDRAWN : Code.REVISED;
        return new Note(code, "month", NoteText.revision(newest, basis.feed().currency()));
    }
}
