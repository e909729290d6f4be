package dev.customsfeed.publish.report;

import dev.customsfeed.publish.report.Note.Code;
import dev.customsfeed.publish.statistics.Amount;
import dev.customsfeed.publish.statistics.PartnerCodes;
import dev.customsfeed.publish.statistics.ProductTrade;
import dev.customsfeed.publish.statistics.Reading;
import dev.customsfeed.trade.CommodityMonth;
import dev.customsfeed.trade.feed.Product;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.Set;

/** Computes what the reports say of one product. */
final class ProductReports {

    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

    private final Product product;
    private final String reporter;
    private final String currency;
    private final Map<String, NavigableMap<YearMonth, CommodityMonth>> commodities = new LinkedHashMap<>();
    private final Set<YearMonth> uploaded;
    private final MonthHistory history;
    private final ProductTrade trade;

    /**
     * Of one product.
     *
     * @param uploaded the months that some file has, whatever its commodities
     * @param history what became of the feed's months
     */
    ProductReports(Product product, FeedData data, PartnerCodes codes, Set<YearMonth> uploaded, MonthHistory history) {
        this.product = product;
        this.reporter = data.definition().tradeFlow().reporter();
        this.currency = data.definition().currency();
        product.hs().forEach(commodity -> commodities.put(commodity, data.monthsOf(commodity)));
        this.uploaded = uploaded;
        this.history = history;
        this.trade = ProductTrade.of(List.copyOf(commodities.values()), codes);
    }

    Product product() {
        return product;
    }

    ProductTrade trade() {
        return trade;
    }

    /** The month and what it is held against. */
    Reading reading(YearMonth period) {
        return Reading.of(period, trade.totals()::in);
    }

    /** The product in {@code period}, of which {@code whole} is the total of all products, to whose changes it contributes. */
    ProductReport report(YearMonth period, Amount whole, Contribution contribution) {
        Figures figures = Figures.of(trade.totals(), period);
        Amount month = figures.month().amount();
        PartnerSplit split = PartnerSplit.of(trade, period, reporter);

        List<Note> notes = new ArrayList<>(commodityNotes(period));
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

    private List<Note> commodityNotes(YearMonth period) {
        List<Note> notes = new ArrayList<>();
        commodities.forEach((commodity, months) -> {
            if (!months.containsKey(period)) {
                notes.add(
                        uploaded.contains(period)
                                ? new Note(
                                        Code.ABSENCE_UNDECLARED, "month", NoteText.absenceUndeclared(commodity, period))
                                : new Note(Code.MONTH_MISSING, "month", NoteText.commodityMissing(commodity, period)));
            }
            history.revisions(period).stream()
                    .filter(revision -> revision.commodity().equals(commodity))
                    .findFirst()
                    .map(this::note)
                    .ifPresent(notes::add);
        });
        return notes;
    }

    private Note note(Revision newest) {
        Code code = newest.kind() == Revision.Kind.WITHDRAWN ? Code.WITHDRAWN : Code.REVISED;
        return new Note(code, "month", NoteText.revision(newest, currency));
    }
}
