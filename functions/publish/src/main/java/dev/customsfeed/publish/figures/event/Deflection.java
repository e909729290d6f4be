package dev.customsfeed.publish.figures.event;

import dev.customsfeed.publish.figures.Finding;
import dev.customsfeed.publish.figures.Fraction;
import dev.customsfeed.publish.figures.MonthSeries;
import dev.customsfeed.publish.figures.Reason;
import dev.customsfeed.publish.figures.trade.Span;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Whether countries that were named beforehand took more when a partner took less. It does not show that the goods were the same, nor
 * where they went after that.
 *
 * <p>What it looks for is trade deflection as Bown and Crowley describe it (Trade deflection and trade depression, Journal of
 * International Economics 72, 2007): exports that a restriction keeps out of one market go to third ones. They estimate it by a model
 * over thousands of products; the plain difference of means of one series, and its test by {@linkplain Ordinary other dates}, are a
 * rule of this project's own.
 *
 * <pre>
 * loss = N - mean since          of the partner, by month; N is the mean of the twelve months before the announcement
 * gain = mean since - N          of each third country; their sum is held against the same sum at other dates
 * </pre>
 *
 * @param span the months since: the first three in force, as far as they are over
 * @param loss how much less the partner took by month
 * @param gains how much more each third country took by month, less than zero where it took less
 * @param gain all of them together
 * @param ofLoss the gain by the loss
 * @param dates how many other dates the gain is held against
 * @param ordinaryGain the 95th percentile of the gain at other dates; {@link Reason.Untestable} where there are too few
 * @param shareBefore the partner's share of all in the twelve months before
 * @param shareSince the partner's share of all since
 * @param hubs those of the third countries that pass on much of what they take
 */
public record Deflection(
        Span span,
        Fraction loss,
        Map<String, Fraction> gains,
        Fraction gain,
        Fraction ofLoss,
        int dates,
        Finding<Fraction> ordinaryGain,
        Finding<Fraction> shareBefore,
        Finding<Fraction> shareSince,
        SortedSet<String> hubs) {

    private static final Set<String> HUBS = Set.of("HK", "SG", "NL", "AE");

    /** What a gain amounts to. */
    public enum Reading {
        /** More than at 95% of other dates. */
        GAIN_BEYOND_ORDINARY,
        /** Not more than that. */
        WITHIN_ORDINARY,
        /** Too few other dates to tell. */
        UNTESTABLE;

        /** The name in reports, e.g. {@code gain-beyond-ordinary}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What the gain amounts to. */
    public Reading reading() {
        return ordinaryGain
                .value()
                .map(bound -> gain.isAbove(bound) ? Reading.GAIN_BEYOND_ORDINARY : Reading.WITHIN_ORDINARY)
                .orElse(Reading.UNTESTABLE);
    }

    /**
     * What third countries gained while {@code partner} lost.
     *
     * @param partner what it took
     * @param thirdCountries what each of the countries named beforehand took, by ISO 3166-1 alpha-2 code, at least one
     * @param all what all took, the others included
     * @param event the windows of the event
     * @param period the newest month that is looked at
     * @return {@link Reason.NoLoss} where the partner took no less, {@link Reason.NoMonths} where no month in force is over
     */
    public static Finding<Deflection> of(
            MonthSeries partner,
            Map<String, MonthSeries> thirdCountries,
            MonthSeries all,
            EventWindows event,
            YearMonth period) {
        EventWindows windows = event.until(period);
        if (windows.after().isEmpty()) {
            return Finding.none(new Reason.NoMonths());
        }
        return gain(partner, windows)
                .flatMap(change -> change.signum() >= 0
                        ? Finding.none(new Reason.NoLoss())
                        : of(partner, change.negated(), thirdCountries, all, windows, period));
    }

    private static Finding<Deflection> of(
            MonthSeries partner,
            Fraction loss,
            Map<String, MonthSeries> thirdCountries,
            MonthSeries all,
            EventWindows windows,
            YearMonth period) {
        Map<String, Fraction> gains = new LinkedHashMap<>();
        for (Map.Entry<String, MonthSeries> country : thirdCountries.entrySet()) {
            Finding<Fraction> gain = gain(country.getValue(), windows);
            if (gain.value().isEmpty()) {
                return Finding.none(gain.reason().orElseThrow());
            }
            gains.put(country.getKey(), gain.value().get());
        }
        Fraction gain = gains.values().stream().reduce(Fraction.ZERO, Fraction::plus);
        MonthSeries together = MonthSeries.sum(thirdCountries.values());
        List<Fraction> elsewhere = new ArrayList<>();
        for (EventWindows date : Effect.otherDates(together, windows, period)) {
            gain(together, date).value().ifPresent(elsewhere::add);
        }
        Ordinary ordinary = new Ordinary(elsewhere);
        SortedSet<String> hubs = new TreeSet<>(thirdCountries.keySet());
        hubs.retainAll(HUBS);
        Span since = windows.after().orElseThrow();
        return Finding.found(new Deflection(
                since,
                loss,
                gains,
                gain,
                gain.dividedBy(loss),
                ordinary.dates(),
                ordinary.isEnough()
                        ? Finding.found(ordinary.band().high())
                        : Finding.none(new Reason.Untestable(Ordinary.LEAST_DATES, ordinary.dates())),
                share(partner, all, windows.norm()),
                share(partner, all, since),
                hubs));
    }

    private static Finding<Fraction> gain(MonthSeries series, EventWindows windows) {
        Span since = windows.after().orElseThrow();
        return series.sum(windows.norm()).flatMap(norm -> series.sum(since).map(sum -> Fraction.of(sum, since.length())
                .minus(Fraction.of(norm, windows.norm().length()))));
    }

    private static Finding<Fraction> share(MonthSeries part, MonthSeries all, Span span) {
        return all.sum(span)
                .flatMap(whole -> whole == 0
                        ? Finding.none(new Reason.NoBase())
                        : part.sum(span).map(sum -> Fraction.of(sum, whole)));
    }
}
