package dev.customsfeed.publish.figures.report;

import dev.customsfeed.ledger.Totals;
import dev.customsfeed.publish.figures.report.Note.Code;
import dev.customsfeed.publish.figures.trade.Amount;
import dev.customsfeed.publish.figures.trade.Cycle;
import dev.customsfeed.publish.figures.trade.MonthlyTotals;
import dev.customsfeed.publish.figures.trade.Span;
import dev.customsfeed.publish.figures.trade.WeightReason;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Says why figures are not known. That a month itself is missing is said by whoever knows why. */
final class FigureNotes {

    private final String prefix;
    private final MonthlyTotals totals;
    private final YearMonth period;
    private final WeightReasons reasons;
    private final List<Note> notes = new ArrayList<>();

    private FigureNotes(String prefix, MonthlyTotals totals, YearMonth period, WeightReasons reasons) {
        this.prefix = prefix;
        this.totals = totals;
        this.period = period;
        this.reasons = reasons;
    }

    /**
     * The notes on {@code figures}.
     *
     * @param prefix goes before each subject: where the figures stand
     * @param totals what the figures were computed from
     * @param reasons why net weights are not known
     */
    static List<Note> of(
            String prefix, Figures figures, MonthlyTotals totals, YearMonth period, WeightReasons reasons) {
        FigureNotes collected = new FigureNotes(prefix, totals, period, reasons);
        collected.month(figures.month());
        collected.yearToDate(figures.ytd());
        collected.cycles("halfYears", Cycle.HALF_YEAR, figures.halfYears());
        collected.cycles("quarters", Cycle.QUARTER, figures.quarters());
        collected.extreme("peak", figures.peak());
        collected.extreme("trough", figures.trough());
        if (!figures.imputed().isEmpty()) {
            collected.add(
                    Code.QUANTITY_IMPUTED,
                    "unitValuePerTonne",
                    new NoteDetail.QuantityImputed(new TreeSet<>(figures.imputed())));
        }
        return collected.notes;
    }

    private void month(MonthFigure month) {
        Span span = Span.of(period);
        netWeight("month", month.amount(), span);
        month.estimatedPct()
                .ifPresent(percent ->
                        add(Code.WEIGHT_ESTIMATED, "month.netWeightKg", new NoteDetail.WeightEstimated(percent)));
        if (isZero(month.amount())) {
            add(Code.NET_WEIGHT_ZERO, "month.unitValuePerTonne", new NoteDetail.NetWeightZero(period));
        }
        change("month.momPct", month.amount(), month.momPct(), span.back(1));
        change("month.yoyPct", month.amount(), month.yoyPct(), span.back(12));
        changeOfValue("month.valueMomPct", month.amount(), month.valueMomPct(), span.back(1));
        changeOfValue("month.valueYoyPct", month.amount(), month.valueYoyPct(), span.back(12));
    }

    private void yearToDate(YearToDate ytd) {
        Span span = Span.yearToDate(period);
        if (!totals.knows(span)) {
            addMissing(Code.MONTH_MISSING, "ytd", span);
        }
        netWeight("ytd", ytd.amount(), span);
        change("ytd.yoyPct", ytd.amount(), ytd.yoyPct(), span.back(12));
        changeOfValue("ytd.valueYoyPct", ytd.amount(), ytd.valueYoyPct(), span.back(12));
    }

    private void netWeight(String subject, Amount amount, Span span) {
        if (amount.value().isPresent() && amount.netWeightGrams().isEmpty()) {
            addWeightless(subject, span);
        }
    }

    private void addWeightless(String subject, Span span) {
        SortedSet<WeightReason> why = reasons.in(span);
        add(Code.NET_WEIGHT_MISSING, subject, new NoteDetail.NetWeightMissing(why));
    }

    private void change(String subject, Amount now, Optional<BigDecimal> change, Span base) {
        if (change.isPresent() || now.netWeightGrams().isEmpty()) {
            return;
        }
        Optional<Totals> before = totals.in(base);
        if (before.isEmpty()) {
            addMissing(Code.BASE_MISSING, subject, base);
        } else if (before.get().netWeightGrams().isEmpty()) {
            addWeightless(subject, base);
        } else {
            NoteDetail.Base zero = new NoteDetail.Base(base, before.get().rows() > 0);
            add(Code.BASE_ZERO, subject, new NoteDetail.BaseZero(zero));
        }
    }

    /** Of what is known by its value alone. */
    private void changeOfValue(String subject, Amount now, Optional<BigDecimal> change, Span base) {
        if (change.isPresent() || !now.isOfValueAlone()) {
            return;
        }
        Optional<Totals> before = totals.in(base);
        if (before.isEmpty()) {
            addMissing(Code.BASE_MISSING, subject, base);
        } else {
            add(
                    Code.BASE_ZERO,
                    subject,
                    new NoteDetail.ValueBaseZero(
                            new NoteDetail.Base(base, before.get().rows() > 0)));
        }
    }

    private void cycles(String subject, Cycle cycle, List<CycleFigure> figures) {
        NavigableSet<YearMonth> missing = new TreeSet<>();
        NavigableSet<YearMonth> apart = new TreeSet<>();
        NavigableSet<Span> weightless = new TreeSet<>(Comparator.comparing(Span::first));
        NavigableSet<Span> zero = new TreeSet<>(Comparator.comparing(Span::first));
        NavigableSet<Span> zeroBefore = new TreeSet<>(Comparator.comparing(Span::first));
        for (CycleFigure figure : figures) {
            int length = cycle.length();
            for (Span span : List.of(
                    figure.span(), figure.span().back(length), figure.span().back(12))) {
                Amount amount = Amount.of(totals.in(span));
                // Where there is a sum, no month is missing.
                if (amount.value().isEmpty()) {
                    missing.addAll(totals.missing(span));
                    apart.addAll(totals.apart(span));
                }
                if (amount.value().isPresent() && amount.netWeightGrams().isEmpty()) {
                    weightless.add(span);
                }
                if (isZero(amount)) {
                    (span.equals(figure.span()) ? zero : zeroBefore).add(span);
                }
            }
        }
        if (!missing.isEmpty()) {
            add(Code.MONTH_MISSING, subject, new NoteDetail.CyclesMissing(missing));
        }
        if (!apart.isEmpty()) {
            add(Code.SCOPE_DIFFERS, subject, new NoteDetail.CyclesOfOtherScope(apart));
        }
        if (!weightless.isEmpty()) {
            SortedSet<WeightReason> why = reasons.in(weightless);
            add(Code.NET_WEIGHT_MISSING, subject, new NoteDetail.CyclesWeightless(cycle, List.copyOf(weightless), why));
        }
        if (!zero.isEmpty()) {
            add(Code.NET_WEIGHT_ZERO, subject, new NoteDetail.CyclesOfZero(cycle, List.copyOf(zero)));
        }
        if (!zeroBefore.isEmpty()) {
            add(Code.BASE_ZERO, subject, new NoteDetail.CyclesOnZero(cycle, List.copyOf(zeroBefore)));
        }
    }

    private void extreme(String subject, Optional<Extreme> extreme) {
        Span year = Span.endingAt(period, 12);
        if (extreme.isPresent()) {
            if (extreme.get().changeSincePct().isEmpty()) {
                String change = subject + ".changeSincePct";
                add(
                        Code.BASE_ZERO,
                        change,
                        new NoteDetail.ExtremeZero(extreme.get().period()));
            }
        } else if (!totals.knows(year)) {
            addMissing(Code.MONTH_MISSING, subject, year);
        } else {
            addWeightless(subject, year);
        }
    }

    private static boolean isZero(Amount amount) {
        return amount.netWeightGrams().isPresent() && amount.netWeightGrams().getAsLong() == 0;
    }

    private void addMissing(Code code, String subject, Span span) {
        NavigableSet<YearMonth> missing = totals.missing(span);
        NavigableSet<YearMonth> apart = totals.apart(span);
        if (!missing.isEmpty()) {
            add(code, subject, new NoteDetail.MonthsMissing(missing));
        }
        if (!apart.isEmpty()) {
            add(Code.SCOPE_DIFFERS, subject, new NoteDetail.MonthsOfOtherScope(apart));
        }
    }

    private void add(Code code, String subject, NoteDetail detail) {
        notes.add(new Note(code, prefix + subject, detail));
    }
}
