package dev.customsfeed.publish.figures.report;

import dev.customsfeed.publish.figures.trade.Amount;
import dev.customsfeed.publish.figures.trade.Partner;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A partner as the article speaks of it.
 *
 * @param partner who
 * @param amount how much, since January or in the month
 * @param yoyPct the change on a year before, in percent
 * @param tradedYearBefore whether it is known to have had trade a year before, be its net weight zero
 * @param contributionPp what it contributes to that change of the product, in percentage points
 */
public record PartnerStanding(
        Partner partner,
        Amount amount,
        Optional<BigDecimal> yoyPct,
        boolean tradedYearBefore,
        Optional<BigDecimal> contributionPp) {

    public static PartnerStanding cumulative(PartnerFigure figure) {
        return new PartnerStanding(
                figure.partner(),
                figure.ytd().amount(),
                figure.ytd().yoyPct(),
                figure.ytd().valueYoyPct().isPresent(),
                figure.contribution().ytdPp());
    }

    public static PartnerStanding ofMonth(PartnerFigure figure) {
        return new PartnerStanding(
                figure.partner(),
                figure.month().amount(),
                figure.month().yoyPct(),
                figure.month().valueYoyPct().isPresent(),
                figure.contribution().yoyPp());
    }
}
