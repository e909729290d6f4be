package dev.customsfeed.publish.figures.report;

import dev.customsfeed.publish.figures.trade.Amount;
import dev.customsfeed.publish.figures.trade.Cycle;
import dev.customsfeed.publish.figures.trade.MonthlyTotals;
import dev.customsfeed.publish.figures.trade.Span;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;

/**
 * A half-year or a quarter.
 *
 * @param cycle which of the two
 * @param span its months
 * @param amount how much
 * @param prevPct change on the one before, in percent
 * @param yoyPct change on the same one a year before, in percent
 */
public record CycleFigure(
        Cycle cycle, Span span, Amount amount, Optional<BigDecimal> prevPct, Optional<BigDecimal> yoyPct) {

    static CycleFigure of(Cycle cycle, Span span, MonthlyTotals totals) {
        Amount amount = Amount.of(totals.in(span));
        return new CycleFigure(
                cycle,
                span,
                amount,
                amount.changePct(Amount.of(totals.in(span.back(cycle.length())))),
                amount.changePct(Amount.of(totals.in(span.back(12)))));
    }

    /** The same with quantities in it that the source made up, if it has one of {@code months}. */
    CycleFigure imputed(Set<YearMonth> months) {
        return new CycleFigure(cycle, span, amount.imputed(months.stream().anyMatch(span::has)), prevPct, yoyPct);
    }

    /** Its name, e.g. {@code 2025-H2}. */
    public String label() {
        return cycle.label(span);
    }
}
