package dev.customsfeed.publish.figures.report;

import dev.customsfeed.publish.figures.trade.Partner;
import dev.customsfeed.publish.figures.trade.Region;
import dev.customsfeed.publish.figures.trade.Reporters;
import dev.customsfeed.publish.figures.trade.Span;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The trade with one region.
 *
 * @param scheme {@link #M49} or {@link #EU27}
 * @param id which region of the scheme
 * @param month the month
 * @param sharePct its share in the net weight of the month of the product, or of the total, in percent
 * @param valueSharePct its share in the value, in percent
 * @param ytd from January to the month
 * @param contribution to the changes of the product, or of the total; those of {@link #M49} add up to them
 */
public record RegionFigure(
        String scheme,
        String id,
        MonthFigure month,
        Optional<BigDecimal> sharePct,
        Optional<BigDecimal> valueSharePct,
        YearToDate ytd,
        Contribution contribution) {

    /** The UN's regions; with {@link #REPORTER_ITSELF} and {@link #UNSPECIFIED} they add up to the product. */
    public static final String M49 = "m49";

    /** The European Union of 27, the one region of its scheme. */
    public static final String EU27 = "eu27";

    /** The reporter as its own partner: goods that came back. */
    public static final String REPORTER_ITSELF = "reporter-itself";

    /** Partners without a region: those that nobody named and those that the code list does not have. */
    public static final String UNSPECIFIED = "unspecified";

    /** The same with quantities in it that the source made up in {@code months}. */
    RegionFigure imputed(YearMonth period, Set<YearMonth> months) {
        if (months.isEmpty()) {
            return this;
        }
        return new RegionFigure(
                scheme,
                id,
                month.imputed(period, months),
                sharePct,
                valueSharePct,
                ytd.imputed(months.stream().anyMatch(Span.yearToDate(period)::has)),
                contribution);
    }

    /** Whether it is the reporter as its own partner. */
    public boolean isReporterItself() {
        return id.equals(REPORTER_ITSELF);
    }

    /** The regions that trade with {@code partner} counts in: one of the UN's, and the European Union where it is a member. */
    public static List<String> regionsOf(Partner partner, Reporters reporters) {
        if (reporters.isItself(partner)) {
            return List.of(REPORTER_ITSELF);
        }
        String region = partner.region().map(Region::id).orElse(UNSPECIFIED);
        return partner.eu27() ? List.of(region, EU27) : List.of(region);
    }

    /** The same without net weights. */
    RegionFigure byValue() {
        return new RegionFigure(
                scheme, id, month.byValue(), valueSharePct, valueSharePct, ytd.byValue(), Contribution.UNKNOWN);
    }
}
