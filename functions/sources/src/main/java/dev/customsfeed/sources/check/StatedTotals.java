package dev.customsfeed.sources.check;

import dev.customsfeed.sources.key.Declaration;
import dev.customsfeed.sources.key.KeyDeclarations;
import dev.customsfeed.sources.layout.Layout;
import dev.customsfeed.sources.layout.Layout.DifferingTotal;
import dev.customsfeed.sources.layout.Row;
import dev.customsfeed.sources.layout.Rows;
import dev.customsfeed.sources.rejection.Figure;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.Problems;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/** The totals that a file states, of all kinds, compared with the sums of their rows: what differs, and what has no total beside it. */
final class StatedTotals {

    private final Layout layout;
    private final KeyDeclarations key;
    private final SumTooLarge tooLarge;
    private final RowFingerprint fingerprint;

    /** What totals of the file can be over; beside each its groups. */
    private final int[] over;

    private final GroupTotals[] totals;

    /** Totals that the layout does not foresee, by what they are over: the file is read once more for their rows. */
    private final SortedMap<Integer, GroupTotals> unforeseen = new TreeMap<>();

    private boolean anyCompared;

    StatedTotals(Layout layout, Rows rows, KeyDeclarations key, SumTooLarge tooLarge) {
        this.layout = layout;
        this.key = key;
        this.tooLarge = tooLarge;
        this.fingerprint = new RowFingerprint(layout.dimensions());
        this.over = layout.totals().stream()
                .filter(rows::hasTotalsOver)
                .mapToInt(Integer::intValue)
                .toArray();
        this.totals = IntStream.of(over).mapToObj(any -> new GroupTotals()).toArray(GroupTotals[]::new);
    }

    /** Totals over commodities are the sum of rows outside keep= as well; others stand beside rows of the same commodity. */
    static boolean areCompared(int over, boolean kept) {
        return kept || (over & Row.OVER_COMMODITIES) != 0;
    }

    /** Adds a row that counts to the sums of all totals that are foreseen. */
    void addRow(Row row, boolean kept) {
        for (int i = 0; i < totals.length; i++) {
            addTo(totals[i], over[i], row, kept);
        }
    }

    /** Whether the rows must be read once more: few files have such totals, so that the others need not sum for what they might be over. */
    boolean hasUnforeseen() {
        return !unforeseen.isEmpty();
    }

    /** Adds a row that counts to the sums of the totals that are not foreseen. */
    void addRowToUnforeseen(Row row, boolean kept) {
        unforeseen.forEach((overWhat, groups) -> addTo(groups, overWhat, row, kept));
    }

    private void addTo(GroupTotals groups, int overWhat, Row row, boolean kept) {
        try {
            if (areCompared(overWhat, kept)) {
                groups.addRow(fingerprint.ofGroup(row, overWhat), row);
            }
        } catch (ArithmeticException e) {
            tooLarge.tell(row.line());
        }
    }

    /** Notes a total that {@linkplain #areCompared is compared}. */
    void state(Row total) {
        anyCompared = true;
        try {
            groupsOver(total.totalOver()).state(fingerprint.ofGroup(total, total.totalOver()), total);
        } catch (ArithmeticException e) {
            tooLarge.tell(total.line());
        }
    }

    private GroupTotals groupsOver(int overWhat) {
        for (int i = 0; i < totals.length; i++) {
            if (over[i] == overWhat) {
                return totals[i];
            }
        }
        return unforeseen.computeIfAbsent(overWhat, any -> new GroupTotals());
    }

    /** Whether a total that differs from rows that are not there would reject the file. */
    boolean wouldTellOfMissingRows() {
        return anyCompared && layout.differingTotal() == DifferingTotal.REJECT;
    }

    /** Adds a problem for each total that differs from its rows, in layouts where that rejects the file. */
    void reject(String currency, Problems problems) {
        if (layout.differingTotal() != DifferingTotal.REJECT) {
            return;
        }
        GroupTotals.Rounding rounding = GroupTotals.Rounding.of(layout);
        forEachStated((overWhat, stated) -> {
            if (stated.valueDiffers(rounding)) {
                problems.add(differs(overWhat, stated, stated.value(), stated.sumOfValues(), currency));
            } else if (stated.netWeightDiffers(rounding)) {
                problems.add(differs(overWhat, stated, stated.netWeight(), stated.sumOfNetWeights(), "kg"));
            }
        });
    }

    private Problem differs(int overWhat, GroupTotals.Stated stated, long found, long sum, String unit) {
        boolean overPartners = (overWhat & Row.OVER_PARTNERS) != 0;
        String rows = stated.rows() == 1 ? "1 row adds" : stated.rows() + " rows add";
        return Problem.ofLine(
                "total-differs",
                stated.line(),
                "a total of " + Figure.ofThousandths(found) + " " + unit + ", where its " + rows + " up to "
                        + Figure.ofThousandths(sum) + " " + unit,
                "a total that is the sum of its rows",
                stated.rows() == 0
                        ? "The file has only the total: download it with the rows that the total adds up."
                        : "Rows may be missing: download the file again, with all " + whatIsSummed(overWhat) + "."
                                + (overPartners && key.rules().takes(Declaration.PARTNER)
                                        ? " If it was limited to some, say so by partner= in the path."
                                        : ""));
    }

    private static String whatIsSummed(int overWhat) {
        if ((overWhat & Row.OVER_PARTNERS) != 0) {
            return "partners";
        }
        return (overWhat & Row.OVER_COMMODITIES) != 0
                ? "commodities"
                : (overWhat & Row.OVER_MONTHS) != 0 ? "months" : "rows that it is the total of";
    }

    /** How many totals differ from their rows and by how much, in layouts where that is a warning. */
    Optional<String> warningOfDiffering(String currency) {
        if (layout.differingTotal() != DifferingTotal.WARN) {
            return Optional.empty();
        }
        long[] counts = new long[2];
        long[] differences = new long[2];
        GroupTotals.Rounding rounding = GroupTotals.Rounding.of(layout);
        forEachStated((overWhat, stated) -> {
            counts[0]++;
            if (stated.valueDiffers(rounding) || stated.netWeightDiffers(rounding)) {
                counts[1]++;
                differences[0] += Math.abs(stated.value() - stated.sumOfValues());
                differences[1] +=
                        stated.netWeight() == Row.UNKNOWN ? 0 : Math.abs(stated.netWeight() - stated.sumOfNetWeights());
            }
        });
        return counts[1] == 0
                ? Optional.empty()
                : Optional.of(
                        counts[1] + " of " + counts[0] + " totals in the file differ from the sum of their rows, by "
                                + Figure.ofThousandths(differences[0]) + " " + currency + " and "
                                + Figure.ofThousandths(differences[1]) + " kg together; the rows count.");
    }

    /** Gives each total with what it is over. */
    private void forEachStated(BiConsumer<Integer, GroupTotals.Stated> sink) {
        for (int i = 0; i < totals.length; i++) {
            int overWhat = over[i];
            totals[i].forEachStated(stated -> sink.accept(overWhat, stated));
        }
        unforeseen.forEach((overWhat, groups) -> groups.forEachStated(stated -> sink.accept(overWhat, stated)));
    }

    /** Whether rows have no total beside them that should, unless the key says that they are a part. */
    boolean areMissing() {
        return layout.expectsTotals() && key.parts().isEmpty() && countMissing() > 0;
    }

    /** How many sums over partners have no total, where they should. */
    Optional<String> warningOfMissing() {
        if (!areMissing()) {
            return Optional.empty();
        }
        long count = countMissing();
        return Optional.of((count == 1 ? "1 sum over partners has" : count + " sums over partners have")
                + " no total beside the rows: whether all partners are in the file cannot be told"
                + (layout.answersWithoutTotals()
                        ? "."
                        : ". Partners may be missing; their months are taken as if all were there, and nothing that is absent"
                                + " counts as zero."));
    }

    /**
     * How many sums over partners have no total. Where a file has totals over partners and something else at once, those over
     * partners alone may be left out, and the other way round.
     */
    private long countMissing() {
        return IntStream.range(0, totals.length)
                .filter(i -> (over[i] & Row.OVER_PARTNERS) != 0)
                .mapToLong(i -> totals[i].countUnstated())
                .min()
                .orElse(0);
    }

    /** How much memory they take. */
    long bytes() {
        long bytes = 0;
        for (GroupTotals groups : totals) {
            bytes += groups.bytes();
        }
        for (GroupTotals groups : unforeseen.values()) {
            bytes += groups.bytes();
        }
        return bytes;
    }
}
