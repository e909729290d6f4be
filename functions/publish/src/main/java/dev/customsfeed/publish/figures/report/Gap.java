package dev.customsfeed.publish.figures.report;

import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.figures.trade.WeightReason;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedSet;

/**
 * A figure of the headline that is not known, and why.
 *
 * @param figure which
 * @param reason why
 * @param months those that are missing; empty for another reason
 * @param products those of which they are missing; empty if of all of them
 * @param inPart whether not each of the products lacks all of the months
 * @param weightReasons why a net weight is not known; empty for another reason, and where nobody knows
 */
public record Gap(
        Figure figure,
        Reason reason,
        NavigableSet<YearMonth> months,
        List<Product> products,
        boolean inPart,
        SortedSet<WeightReason> weightReasons) {

    /** The figures of a headline. */
    public enum Figure {
        /** The change on the month before. */
        MONTH_ON_MONTH("month.momPct", "month.valueMomPct"),
        /** The change of the month on a year before. */
        YEAR_ON_YEAR("month.yoyPct", "month.valueYoyPct"),
        /** The total since January. */
        CUMULATIVE("ytd", "ytd"),
        /** Its change on a year before. */
        CUMULATIVE_YEAR_ON_YEAR("ytd.yoyPct", "ytd.valueYoyPct"),
        /** Every change on a year before, of the month and since January. */
        ALL_YEAR_ON_YEAR("ytd.yoyPct", "ytd.valueYoyPct");

        private final String ofWeight;
        private final String ofValue;

        Figure(String ofWeight, String ofValue) {
            this.ofWeight = ofWeight;
            this.ofValue = ofValue;
        }

        private String subject(boolean byValue) {
            return byValue ? ofValue : ofWeight;
        }
    }

    /** Why a figure is not known. */
    public enum Reason {
        /** Months are missing. */
        MISSING,
        /** There was no trade to hold it against. */
        NO_TRADE,
        /** There was trade to hold it against, of a net weight of zero. */
        ZERO_WEIGHT,
        /** There was trade to hold it against, of a value of zero. */
        ZERO_VALUE,
        /** Net weights of rows are not known. */
        NO_WEIGHT,
        /** Months are of another scope. */
        OTHER_SCOPE
    }

    /** What the headline of {@code report} cannot tell although it tells, or would tell, of the month. */
    public static List<Gap> of(MonthReport report) {
        List<Gap> gaps = new ArrayList<>();
        find(report, Figure.MONTH_ON_MONTH).ifPresent(gaps::add);
        Optional<Gap> month = find(report, Figure.YEAR_ON_YEAR);
        boolean cumulates = report.period().getMonthValue() > 1;
        Optional<Gap> cumulative = cumulates ? find(report, Figure.CUMULATIVE_YEAR_ON_YEAR) : Optional.empty();
        boolean together = month.isPresent()
                && cumulative.isPresent()
                && month.get().reason() == cumulative.get().reason()
                && month.get().products().equals(cumulative.get().products());
        if (together) {
            gaps.add(cumulative.get().of(Figure.ALL_YEAR_ON_YEAR));
        } else {
            month.ifPresent(gaps::add);
            cumulative.ifPresent(gaps::add);
        }
        if (cumulates) {
            // That the month itself is not known is the first thing that is said.
            find(report, Figure.CUMULATIVE)
                    .filter(gap -> !gap.isOfOnly(report.period()))
                    .ifPresent(gaps::add);
        }
        return gaps;
    }

    /** Whether a month is held against a single one, which is the one that is missing. */
    public boolean isOfOneMonth() {
        return figure == Figure.MONTH_ON_MONTH || figure == Figure.YEAR_ON_YEAR;
    }

    private boolean isOfOnly(YearMonth period) {
        return reason == Reason.MISSING && months.size() == 1 && months.contains(period);
    }

    private Gap of(Figure other) {
        return new Gap(other, reason, months, products, inPart, weightReasons);
    }

    private static Optional<Gap> find(MonthReport report, Figure figure) {
        boolean byValue = report.isOfValueAlone();
        String subject = figure.subject(byValue);
        return note(report.notes(), "total." + subject, byValue).map(note -> {
            List<Optional<Note>> byProduct = report.products().stream()
                    .map(product -> ofProduct(product, figure, byValue))
                    .toList();
            List<Product> without = report.products().stream()
                    .filter(product -> ofProduct(product, figure, byValue)
                            .filter(found -> found.code() == note.code())
                            .isPresent())
                    .map(ProductReport::product)
                    .toList();
            boolean all = without.size() == report.products().size() || without.isEmpty();
            return new Gap(
                    figure,
                    reason(note),
                    note.months(),
                    all ? List.of() : without,
                    byProduct.stream().flatMap(Optional::stream).anyMatch(found -> !found.months()
                            .equals(note.months())),
                    note.weightReasons());
        });
    }

    /** A product without trade has net weights, of zero, where the total is told by value. */
    private static Optional<Note> ofProduct(ProductReport product, Figure figure, boolean byValue) {
        return note(product.notes(), figure.subject(byValue), byValue)
                .or(() -> note(product.notes(), figure.ofWeight, byValue));
    }

    private static Optional<Note> note(List<Note> notes, String subject, boolean byValue) {
        return notes.stream()
                .filter(note -> note.subject().equals(subject) && isReason(note.code()))
                .filter(note -> !byValue || note.code() != Note.Code.NET_WEIGHT_MISSING)
                .findFirst();
    }

    private static boolean isReason(Note.Code code) {
        return switch (code) {
            case MONTH_MISSING, BASE_MISSING, BASE_ZERO, NET_WEIGHT_MISSING, SCOPE_DIFFERS -> true;
            default -> false;
        };
    }

    private static Reason zeroBase(NoteDetail detail) {
        if (detail instanceof NoteDetail.BaseZero weight && weight.base().traded()) {
            return Reason.ZERO_WEIGHT;
        }
        return detail instanceof NoteDetail.ValueBaseZero value && value.base().traded()
                ? Reason.ZERO_VALUE
                : Reason.NO_TRADE;
    }

    private static Reason reason(Note note) {
        return switch (note.code()) {
            case BASE_ZERO -> zeroBase(note.detail());
            case NET_WEIGHT_MISSING -> Reason.NO_WEIGHT;
            case SCOPE_DIFFERS -> Reason.OTHER_SCOPE;
            default -> Reason.MISSING;
        };
    }
}
