package dev.customsfeed.publish.report;

import dev.customsfeed.publish.report.Note.Code;
import dev.customsfeed.publish.statistics.Amount;
import dev.customsfeed.publish.statistics.PartnerCodes;
import dev.customsfeed.publish.statistics.ProductTrade;
import dev.customsfeed.publish.statistics.Reading;
import dev.customsfeed.trade.CommodityMonth;
import dev.customsfeed.trade.CommodityMonth.Said;
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
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Computes what the reports say of one product. */
final class ProductReports {

    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

    private final Product product;
    private final String reporter;
    private final Map<String, NavigableMap<YearMonth, CommodityMonth>> commodities = new LinkedHashMap<>();
    private final Set<YearMonth> uploaded;
    private final ProductTrade trade;

    /**
     * Of one product.
     *
     * @param uploaded the months that some file has, whatever its commodities
     */
    ProductReports(Product product, FeedData data, PartnerCodes codes, Set<YearMonth> uploaded) {
        this.product = product;
        this.reporter = data.definition().tradeFlow().reporter();
        product.hs().forEach(commodity -> commodities.put(commodity, data.monthsOf(commodity)));
        this.uploaded = uploaded;
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
            CommodityMonth month = months.get(period);
            if (month != null) {
                notes.addAll(otherFiles(commodity, month));
            } else if (uploaded.contains(period)) {
                notes.add(new Note(Code.ABSENCE_UNDECLARED, "month", NoteText.absenceUndeclared(commodity, period)));
            } else {
                notes.add(new Note(Code.MONTH_MISSING, "month", NoteText.commodityMissing(commodity, period)));
            }
        });
        return notes;
    }

    /** What other files said of the month, if it was something else: the one that was revised, and the one that was withdrawn. */
    private static List<Note> otherFiles(String commodity, CommodityMonth month) {
        Said counts = month.counts();
        List<Said> others = month.others().stream()
                .filter(other -> !other.totals().equals(counts.totals())
                        || !other.partners().equals(counts.partners()))
                .toList();
        List<Note> notes = new ArrayList<>();
        others.stream()
                .filter(other -> isOlder(other, counts))
                .findFirst()
                .ifPresent(before -> notes.add(new Note(
                        Code.REVISED,
                        "month",
                        NoteText.revised(commodity, amount(before), amount(counts), file(counts)))));
        others.stream()
                .filter(other -> !isOlder(other, counts))
                .findFirst()
                .ifPresent(withdrawn -> notes.add(new Note(
                        Code.WITHDRAWN, "month", NoteText.withdrawn(commodity, amount(withdrawn), file(withdrawn)))));
        return notes;
    }

    private static boolean isOlder(Said one, Said other) {
        return one.upload().order().compareTo(other.upload().order()) < 0;
    }

    private static Amount amount(Said said) {
        return Amount.of(Optional.of(said.totals()));
    }

    private static String file(Said said) {
        return said.upload().object().key();
    }
}
