package dev.customsfeed.publish.report;

import dev.customsfeed.ledger.Totals;
import dev.customsfeed.ledger.feed.LocalizedText;
import dev.customsfeed.publish.report.Note.Code;
import dev.customsfeed.publish.statistics.Amount;
import dev.customsfeed.publish.statistics.Cycle;
import dev.customsfeed.publish.statistics.MonthlyTotals;
import dev.customsfeed.publish.statistics.Span;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** Says why figures are not known. That a month itself is missing is said by whoever knows why. */
final class FigureNotes {

    private final String prefix;
    private final MonthlyTotals totals;
    private final YearMonth period;
    private final List<Note> notes = new ArrayList<>();

    private FigureNotes(String prefix, MonthlyTotals totals, YearMonth period) {
        this.prefix = prefix;
        this.totals = totals;
        this.period = period;
    }

    /**
     * The notes on {@code figures}.
     *
     * @param prefix goes before each subject: where the figures stand
     * @param totals what the figures were computed from
     */
    static List<Note> of(String prefix, Figures figures, MonthlyTotals totals, YearMonth period) {
        FigureNotes collected = new FigureNotes(prefix, totals, period);
        collected.month(figures.month());
        collected.yearToDate(figures.ytd());
        collected.cycles("halfYears", Cycle.HALF_YEAR, figures.halfYears());
        collected.cycles("quarters", Cycle.QUARTER, figures.quarters());
        collected.extreme("peak", figures.peak());
        collected.extreme("trough", figures.trough());
        return collected.notes;
    }

    private void month(MonthFigure month) {
        Span span = Span.of(period);
        netWeight("month", month.amount());
        month.estimatedPct()
                .ifPresent(percent ->
                        add(Code.WEIGHT_ESTIMATED, "month.netWeightKg", NoteText.weightEstimated(prefix, percent)));
        if (isZero(month.amount())) {
            add(Code.NET_WEIGHT_ZERO, "month.unitValuePerTonne", NoteText.netWeightZero(period));
        }
        change("month.momPct", month.amount(), month.momPct(), span.back(1));
        change("month.yoyPct", month.amount(), month.yoyPct(), span.back(12));
    }

    private void yearToDate(YearToDate ytd) {
        Span span = Span.yearToDate(period);
        if (!totals.knows(span)) {
            addMissing(Code.MONTH_MISSING, "ytd", span);
        }
        netWeight("ytd", ytd.amount());
        change("ytd.yoyPct", ytd.amount(), ytd.yoyPct(), span.back(12));
    }

    private void netWeight(String subject, Amount amount) {
        if (amount.value().isPresent() && amount.netWeightGrams().isEmpty()) {
            add(Code.NET_WEIGHT_MISSING, subject, NoteText.netWeightMissing(prefix + subject));
        }
    }

    private void change(String subject, Amount now, Optional<BigDecimal> change, Span base) {
        if (change.isPresent() || now.netWeightGrams().isEmpty()) {
            return;
        }
        Optional<Totals> before = totals.in(base);
        if (before.isEmpty()) {
            addMissing(Code.BASE_MISSING, subject, base);
        } else if (before.get().netWeightGrams().isEmpty()) {
            add(Code.NET_WEIGHT_MISSING, subject, NoteText.netWeightMissing(prefix + subject));
        } else {
            NoteText.Base zero = new NoteText.Base(base, before.get().rows() > 0);
            add(Code.BASE_ZERO, subject, NoteText.baseZero(prefix + subject, zero));
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
                missing.addAll(totals.missing(span));
                apart.addAll(totals.apart(span));
                Amount amount = Amount.of(totals.in(span));
                if (amount.value().isPresent() && amount.netWeightGrams().isEmpty()) {
                    weightless.add(span);
                }
                if (isZero(amount)) {
                    (span.equals(figure.span()) ? zero : zeroBefore).add(span);
                }
            }
        }
        if (!missing.isEmpty()) {
            notes.add(new Note(
                    Code.MONTH_MISSING, prefix + subject, NoteText.cyclesMissing(prefix + subject, missing), missing));
        }
        if (!apart.isEmpty()) {
            notes.add(new Note(
                    Code.SCOPE_DIFFERS, prefix + subject, NoteText.cyclesOfOtherScope(prefix + subject, apart), apart));
        }
        if (!weightless.isEmpty()) {
            add(Code.NET_WEIGHT_MISSING, subject, NoteText.cyclesWeightless(prefix + subject, cycle, weightless));
        }
        if (!zero.isEmpty()) {
            add(Code.NET_WEIGHT_ZERO, subject, NoteText.cyclesOfZero(cycle, zero));
        }
        if (!zeroBefore.isEmpty()) {
            add(Code.BASE_ZERO, subject, NoteText.cyclesOnZero(cycle, zeroBefore));
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
                        NoteText.extremeZero(prefix + change, extreme.get().period()));
            }
        } else if (!totals.knows(year)) {
            addMissing(Code.MONTH_MISSING, subject, year);
        } else {
            add(Code.NET_WEIGHT_MISSING, subject, NoteText.netWeightMissing(prefix + subject));
        }
    }

    private static boolean isZero(Amount amount) {
        return amount.netWeightGrams().isPresent() && amount.netWeightGrams().getAsLong() == 0;
    }

    private void addMissing(Code code, String subject, Span span) {
        NavigableSet<YearMonth> missing = totals.missing(span);
        NavigableSet<YearMonth> apart = totals.apart(span);
        if (!missing.isEmpty()) {
            notes.add(new Note(code, prefix + subject, NoteText.monthsMissing(prefix + subject, missing), missing));
        }
        if (!apart.isEmpty()) {
            notes.add(new Note(
                    Code.SCOPE_DIFFERS, prefix + subject, NoteText.monthsOfOtherScope(prefix + subject, apart), apart));
        }
    }

    private void add(Code code, String subject, LocalizedText text) {
        notes.add(new Note(code, prefix + subject, text));
    }
}
