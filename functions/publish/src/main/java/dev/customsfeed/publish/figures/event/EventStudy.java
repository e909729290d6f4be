package dev.customsfeed.publish.figures.event;

import dev.customsfeed.publish.figures.Finding;
import dev.customsfeed.publish.figures.Fraction;
import dev.customsfeed.publish.figures.MonthSeries;
import dev.customsfeed.publish.figures.Reason;
import dev.customsfeed.publish.figures.trade.Span;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the months around an event show.
 *
 * <p>N is the mean of the twelve months before the announcement, A the months between announcement and force, P the first three in
 * force:
 *
 * <pre>
 * rush    = sum(A) / (|A| N) - 1     excess(A) = sum(A) - |A| N
 * fall    = sum(P) / (|P| N) - 1     excess(P) = sum(P) - |P| N
 * payback = -excess(P) / excess(A)   where excess(A) > 0 and P is over
 * </pre>
 *
 * <p>The same is computed at every other month whose norm and windows are clear of the event's windows. A p value is one-sided: (1 + how many of n
 * other dates were at least as extreme) / (1 + n). It takes 19 other dates; with fewer the event is untestable, for no p value could be 5% or less.
 *
 * <p>That what would have been is the mean of the months before, and the effect what differs from it, is the constant mean return model
 * of event studies (MacKinlay, Event Studies in Economics and Finance, 1997), of amounts in place of returns. The test is a placebo
 * test: {@link Ordinary} has its sources. Rules of this project's own: the lengths of norm and windows, payback, and what is said of it
 * from three quarters and up to one quarter on; the norm ends before the announcement, since a mean of months just before the force
 * holds the very rush that it is to measure.
 *
 * @param windows the months, as far as they are over
 * @param norm N, by month
 * @param anticipation what A shows; {@link Reason.NoMonths} where there are none
 * @param after what P shows; {@link Reason.NoMonths} where none is over
 * @param payback which part of a rush the months after paid back; empty where there was no rush or not all of them are over
 * @param dates how many other dates it is held against
 * @param reading what all this amounts to
 * @param payment what became of a rush beyond the ordinary; empty where there was none or nothing can be said
 * @param comparisons relative to what was named to compare with, by its name
 */
public record EventStudy(
        EventWindows windows,
        Fraction norm,
        Finding<Window> anticipation,
        Finding<Window> after,
        Optional<Fraction> payback,
        int dates,
        Reading reading,
        Optional<Payment> payment,
        Map<String, Finding<Relative>> comparisons) {

    private static final Fraction SIGNIFICANT = Fraction.of(5, 100);
    private static final Fraction MOST_OF_IT = Fraction.of(75, 100);
    private static final Fraction LITTLE_OF_IT = Fraction.of(25, 100);
    private static final int YEAR = 12;
    private static final int EARLIER_YEARS = 3;

    /**
     * What one window shows.
     *
     * @param span its months
     * @param sum how much there was in them
     * @param change relative change of the monthly mean since the norm
     * @param excess how much more there was than the norm
     * @param test how that compares with other dates; {@link Reason.Untestable} where there are too few
     * @param sinceSameMonths relative change since the mean of the same months of the three years before the announcement
     */
    public record Window(
            Span span,
            long sum,
            Fraction change,
            Fraction excess,
            Finding<Test> test,
            Finding<Fraction> sinceSameMonths) {

        private boolean isBeyondOrdinary() {
            return test.value().filter(Test::isBeyondOrdinary).isPresent();
        }
    }

    /**
     * How a window compares with the same at other dates.
     *
     * @param p the one-sided p value: of a rush before the force, of a fall after it
     * @param ordinary between what the change lies at nine out of ten other dates
     */
    public record Test(Fraction p, Band ordinary) {

        /** Whether p is 5% or less. */
        public boolean isBeyondOrdinary() {
            return !p.isAbove(SIGNIFICANT);
        }
    }

    /**
     * What the windows show relative to other goods: (1 + change) / (1 + change of the other) - 1.
     *
     * @param anticipation of A; empty where there is none
     * @param after of P; empty where there is none
     */
    public record Relative(Optional<RelativeWindow> anticipation, Optional<RelativeWindow> after) {}

    /**
     * What one window shows relative to other goods.
     *
     * @param change the relative change
     * @param test how that compares with other dates
     */
    public record RelativeWindow(Fraction change, Test test) {}

    /** What a study amounts to. */
    public enum Reading {
        /** More than ordinary before the force, less than ordinary after it. */
        RUSH_AND_PAYBACK,
        /** More than ordinary before the force. */
        RUSH,
        /** Less than ordinary after the force. */
        FALL,
        /** Neither. */
        WITHIN_ORDINARY,
        /** Too few other dates to tell. */
        UNTESTABLE;

        /** The name in reports, e.g. {@code rush-and-payback}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What became of a rush beyond the ordinary. */
    public enum Payment {
        /** Three quarters of it or more were missing afterwards. */
        BROUGHT_FORWARD,
        /** A quarter of it or less was missing afterwards, and the months after were not below the ordinary. */
        NOT_PAID_BACK_SO_FAR;

        /** The name in reports, e.g. {@code brought-forward}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * The study of an event.
     *
     * @param series what it concerns
     * @param event its windows
     * @param period the newest month that is looked at
     * @param comparisons other goods, named beforehand, that it does not concern
     * @return no study where a month of norm or windows is missing, the norm is zero, or nothing of a window is over
     */
    public static Finding<EventStudy> of(
            MonthSeries series, EventWindows event, YearMonth period, Map<String, MonthSeries> comparisons) {
        EventWindows windows = event.until(period);
        if (windows.anticipation().isEmpty() && windows.after().isEmpty()) {
            return Finding.none(new Reason.NoMonths());
        }
        return Effect.of(series, windows).map(effect -> study(series, windows, period, effect, comparisons));
    }

    private static EventStudy study(
            MonthSeries series,
            EventWindows windows,
            YearMonth period,
            Effect effect,
            Map<String, MonthSeries> comparisons) {
        List<Effect> elsewhere = new ArrayList<>();
        for (EventWindows other : Effect.otherDates(series, windows, period)) {
            Effect.of(series, other).value().ifPresent(elsewhere::add);
        }
        Fraction norm = Fraction.of(
                series.sum(windows.norm()).value().orElseThrow(), windows.norm().length());
        Finding<Window> anticipation = windows.anticipation()
                .map(span -> Finding.found(
                        window(series, windows, span, norm, test(effect, elsewhere, Effect::anticipation, true))))
                .orElse(Finding.none(new Reason.NoMonths()));
        Finding<Window> after = windows.after()
                .map(span -> Finding.found(
                        window(series, windows, span, norm, test(effect, elsewhere, Effect::after, false))))
                .orElse(Finding.none(new Reason.NoMonths()));
        Optional<Fraction> payback = anticipation
                .value()
                .filter(rush -> rush.excess().signum() > 0 && windows.isOver())
                .flatMap(rush ->
                        after.value().map(fall -> fall.excess().negated().dividedBy(rush.excess())));
        Reading reading = reading(elsewhere.size(), anticipation.value(), after.value());
        Map<String, Finding<Relative>> relative = new LinkedHashMap<>();
        comparisons.forEach((name, other) -> relative.put(name, relative(series, other, windows, period)));
        return new EventStudy(
                windows,
                norm,
                anticipation,
                after,
                payback,
                elsewhere.size(),
                reading,
                payment(reading, payback),
                relative);
    }

    private static Window window(
            MonthSeries series, EventWindows windows, Span span, Fraction norm, Finding<Test> test) {
        long sum = series.sum(span).value().orElseThrow();
        Fraction expected = norm.times(Fraction.of(span.length()));
        Fraction excess = Fraction.of(sum).minus(expected);
        return new Window(
                span, sum, excess.dividedBy(expected), excess, test, sinceSameMonths(series, windows, span, sum));
    }

    /** The three newest years that lie before the announcement with all of the window. */
    private static Finding<Fraction> sinceSameMonths(MonthSeries series, EventWindows windows, Span window, long sum) {
        int years = (int) windows.announced().until(window.last(), ChronoUnit.MONTHS) / YEAR + 1;
        Span oldest = window.back((years + EARLIER_YEARS - 1) * YEAR);
        Span needed = new Span(oldest.first(), windows.announced().minusMonths(1));
        Optional<Reason> lacking = series.lacking(needed);
        if (lacking.isPresent()) {
            return Finding.none(lacking.get());
        }
        long earlier = 0;
        for (int i = 0; i < EARLIER_YEARS; i++) {
            earlier = Math.addExact(
                    earlier, series.sum(window.back((years + i) * YEAR)).value().orElseThrow());
        }
        return earlier == 0
                ? Finding.none(new Reason.NoBase())
                : Finding.found(Fraction.of(sum)
                        .times(Fraction.of(EARLIER_YEARS, earlier))
                        .minus(Fraction.ONE));
    }

    private static Finding<Test> test(
            Effect effect, List<Effect> elsewhere, Function<Effect, Optional<Fraction>> window, boolean isRush) {
        Fraction change = window.apply(effect).orElseThrow();
        return test(
                change,
                elsewhere.stream()
                        .map(other -> window.apply(other).orElseThrow())
                        .toList(),
                isRush);
    }

    private static Finding<Test> test(Fraction change, List<Fraction> elsewhere, boolean isRush) {
        Ordinary ordinary = new Ordinary(elsewhere);
        if (!ordinary.isEnough()) {
            return Finding.none(new Reason.Untestable(Ordinary.LEAST_DATES, ordinary.dates()));
        }
        return Finding.found(
                new Test(isRush ? ordinary.shareAtLeast(change) : ordinary.shareAtMost(change), ordinary.band()));
    }

    private static Reading reading(int dates, Optional<Window> anticipation, Optional<Window> after) {
        if (dates < Ordinary.LEAST_DATES) {
            return Reading.UNTESTABLE;
        }
        boolean rush = anticipation.filter(Window::isBeyondOrdinary).isPresent();
        boolean fall = after.filter(Window::isBeyondOrdinary).isPresent();
        if (rush) {
            return fall ? Reading.RUSH_AND_PAYBACK : Reading.RUSH;
        }
        return fall ? Reading.FALL : Reading.WITHIN_ORDINARY;
    }

    private static Optional<Payment> payment(Reading reading, Optional<Fraction> payback) {
        if (payback.isEmpty()) {
            return Optional.empty();
        }
        return switch (reading) {
            case RUSH_AND_PAYBACK, RUSH -> {
                if (!payback.get().isBelow(MOST_OF_IT)) {
                    yield Optional.of(Payment.BROUGHT_FORWARD);
                }
                yield reading == Reading.RUSH && !payback.get().isAbove(LITTLE_OF_IT)
                        ? Optional.of(Payment.NOT_PAID_BACK_SO_FAR)
                        : Optional.empty();
            }
            case FALL, WITHIN_ORDINARY, UNTESTABLE -> Optional.empty();
        };
    }

    private static Finding<Relative> relative(
            MonthSeries series, MonthSeries other, EventWindows windows, YearMonth period) {
        Finding<EventStudy> own = of(other, windows, period, Map.of());
        if (own.value().isEmpty()) {
            return Finding.none(own.reason().orElseThrow());
        }
        if (own.value().get().dates() < Ordinary.LEAST_DATES) {
            return Finding.none(new Reason.Untestable(
                    Ordinary.LEAST_DATES, own.value().get().dates()));
        }
        if (own.value().get().leavesItsBand()) {
            return Finding.none(new Reason.LeftItsBand());
        }
        List<Effect> elsewhere = new ArrayList<>();
        for (EventWindows date : Effect.otherDates(series, windows, period)) {
            ratio(series, other, date).ifPresent(elsewhere::add);
        }
        if (elsewhere.size() < Ordinary.LEAST_DATES) {
            return Finding.none(new Reason.Untestable(Ordinary.LEAST_DATES, elsewhere.size()));
        }
        return ratio(series, other, windows)
                .map(ratio -> Finding.found(new Relative(
                        relativeWindow(ratio, elsewhere, Effect::anticipation, true),
                        relativeWindow(ratio, elsewhere, Effect::after, false))))
                .orElse(Finding.none(new Reason.NoBase()));
    }

    private boolean leavesItsBand() {
        return List.of(anticipation, after).stream()
                .flatMap(window -> window.value().stream())
                .anyMatch(window -> window.test()
                        .value()
                        .filter(test -> !test.ordinary().contains(window.change()))
                        .isPresent());
    }

    /** The effect on one relative to that on the other; empty where one is not known or the other had nothing left. */
    private static Optional<Effect> ratio(MonthSeries series, MonthSeries other, EventWindows windows) {
        Optional<Effect> one = Effect.of(series, windows).value();
        Optional<Effect> base = Effect.of(other, windows).value();
        if (one.isEmpty() || base.isEmpty() || hasNothingLeft(base.get())) {
            return Optional.empty();
        }
        return Optional.of(new Effect(
                one.get()
                        .anticipation()
                        .map(change -> ratio(change, base.get().anticipation().orElseThrow())),
                one.get().after().map(change -> ratio(change, base.get().after().orElseThrow()))));
    }

    private static boolean hasNothingLeft(Effect effect) {
        Optional<Fraction> nothing = Optional.of(Fraction.ONE.negated());
        return effect.anticipation().equals(nothing) || effect.after().equals(nothing);
    }

    private static Fraction ratio(Fraction change, Fraction base) {
        return change.plus(Fraction.ONE).dividedBy(base.plus(Fraction.ONE)).minus(Fraction.ONE);
    }

    private static Optional<RelativeWindow> relativeWindow(
            Effect ratio, List<Effect> elsewhere, Function<Effect, Optional<Fraction>> window, boolean isRush) {
        return window.apply(ratio)
                .map(change -> new RelativeWindow(
                        change, test(ratio, elsewhere, window, isRush).value().orElseThrow()));
    }
}
