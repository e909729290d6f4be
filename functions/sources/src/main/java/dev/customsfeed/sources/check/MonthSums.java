package dev.customsfeed.sources.check;

import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.Part;
import dev.customsfeed.ledger.Series;
import dev.customsfeed.ledger.Totals;
import dev.customsfeed.ledger.TradeFlow;
import dev.customsfeed.ledger.Valuation;
import dev.customsfeed.sources.codes.Code;
import dev.customsfeed.sources.key.Months;
import dev.customsfeed.sources.layout.Dimension;
import dev.customsfeed.sources.layout.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Sums of each commodity's month by partner and by each dimension that is split, in a few arrays: some 90 bytes a sum and no object.
 *
 * <p>Sums are not checked for overflow: who adds rows checks that the sum over all rows fits, and no sum here is larger.
 */
final class MonthSums {

    /** The list of partners; dimension {@code i} is list {@code i + 1}. */
    private static final int PARTNERS = 0;

    private static final int LISTS = 8;

    // A sum's figures lie next to each other: adding to it reaches into one place of memory.
    private static final int GROUP_AND_LIST = 0;
    private static final int CODE = 1;
    private static final int ROWS = 2;
    private static final int NET_WEIGHT = 3;
    private static final int ROWS_WITHOUT_NET_WEIGHT = 4;
    private static final int ESTIMATED = 5;
    private static final int VALUE = 6;
    private static final int NEXT = 7;
    private static final int FIGURES = 8;

    private final List<Dimension> dimensions;
    private final List<Group> groups = new ArrayList<>();
    private final Fingerprint fingerprint = new Fingerprint();

    /** Of each slot, one more than the number of its group; 0 is a free slot. */
    private int[] groupSlots = new int[1 << 8];

    /** Of each slot, one more than the number of its sum; 0 is a free slot. */
    private int[] slots = new int[1 << 12];

    private long[] sums = new long[FIGURES << 11];

    /** What the net weight of each sum has beyond whole grams; as long as any row has such. */
    private long[] nanograms = {};

    private int size;
    private Group last;

    /** One commodity's month of a reporter and flow, or a declared part of it. */
    private static final class Group {
        private final int number;
        private final long reporter;
        private final Flow flow;
        private final long commodity;
        private final int month;
        private final int part;
        private final EnumSet<Valuation> valuations = EnumSet.noneOf(Valuation.class);
        private boolean unknownValuation;
        /** One more than the number of the group's newest sum; 0 for none. */
        private int newest;

        private Group(int number, Row row, int part) {
            this.number = number;
            this.reporter = row.reporter();
            this.flow = row.flow();
            this.commodity = row.commodity();
            this.month = row.month();
            this.part = part;
        }

        private boolean is(Row row, int ofPart) {
            return commodity == row.commodity()
                    && month == row.month()
                    && reporter == row.reporter()
                    && flow == row.flow()
                    && part == ofPart;
        }
    }

    /** @param dimensions of the layout */
    MonthSums(List<Dimension> dimensions) {
        if (dimensions.size() >= LISTS) {
            throw new IllegalArgumentException("a layout can have " + (LISTS - 1) + " dimensions, not " + dimensions);
        }
        this.dimensions = dimensions;
    }

    /**
     * Adds a row.
     *
     * @param part number of the declared part that it belongs to; -1 for the whole
     */
    void add(Row row, int part) {
        Group group = last != null && last.is(row, part) ? last : groupOf(row, part);
        last = group;
        if (row.hasValuation()) {
            group.valuations.add(row.valuation());
        } else {
            group.unknownValuation = true;
        }
        add(group, PARTNERS, row.partner(), row);
        for (int i = 0; i < dimensions.size(); i++) {
            if (row.dimension(i) != Code.NONE && dimensions.get(i).split()) {
                add(group, i + 1, row.dimension(i), row);
            }
        }
    }

    private Group groupOf(Row row, int part) {
        if (groups.size() >= groupSlots.length / 2) {
            groupSlots = new int[2 * groupSlots.length];
            for (Group group : groups) {
                groupSlots[groupSlot(group.reporter, group.flow, group.commodity, group.month, group.part)] =
                        group.number + 1;
            }
        }
        int slot = groupSlot(row.reporter(), row.flow(), row.commodity(), row.month(), part);
        if (groupSlots[slot] == 0) {
            groups.add(new Group(groups.size(), row, part));
            groupSlots[slot] = groups.size();
        }
        return groups.get(groupSlots[slot] - 1);
    }

    private int groupSlot(long reporter, Flow flow, long commodity, int month, int part) {
        fingerprint
                .begin(flow.ordinal())
                .with(reporter)
                .with(commodity)
                .with(month)
                .with(part);
        int mask = groupSlots.length - 1;
        int slot = Fingerprint.slot(fingerprint.high(), fingerprint.low(), groupSlots.length);
        while (groupSlots[slot] > 0) {
            Group group = groups.get(groupSlots[slot] - 1);
            if (group.commodity == commodity
                    && group.month == month
                    && group.reporter == reporter
                    && group.flow == flow
                    && group.part == part) {
                return slot;
            }
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void add(Group group, int list, long code, Row row) {
        int sum = sumOf(group, list, code) * FIGURES;
        sums[sum + ROWS]++;
        sums[sum + VALUE] += row.valueThousandths();
        if (row.netWeightGrams() == Row.UNKNOWN) {
            sums[sum + ROWS_WITHOUT_NET_WEIGHT]++;
        } else {
            sums[sum + NET_WEIGHT] += row.netWeightGrams();
            if (row.netWeightNanograms() > 0) {
                addNanograms(sum / FIGURES, row.netWeightNanograms());
            }
            if (row.netWeightEstimated()) {
                sums[sum + ESTIMATED] += row.netWeightGrams();
            }
        }
    }

    /** Less than a gram a row: of all rows that a file may have the sum fits. */
    private void addNanograms(int sum, long added) {
        if (sum >= nanograms.length) {
            nanograms = Arrays.copyOf(nanograms, sums.length / FIGURES);
        }
        nanograms[sum] += added;
    }

    /** The number of the sum, a new one if there is none yet. */
    private int sumOf(Group group, int list, long code) {
        long groupAndList = (long) group.number * LISTS + list;
        int slot = slot(groupAndList, code);
        if (slots[slot] > 0) {
            return slots[slot] - 1;
        }
        if (size * FIGURES == sums.length) {
            grow();
            slot = slot(groupAndList, code);
        }
        int at = size * FIGURES;
        sums[at + GROUP_AND_LIST] = groupAndList;
        sums[at + CODE] = code;
        sums[at + NEXT] = group.newest;
        slots[slot] = size + 1;
        group.newest = size + 1;
        return size++;
    }

    private int slot(long groupAndList, long code) {
        int mask = slots.length - 1;
        int slot = Fingerprint.slot(groupAndList * 0x9E3779B97F4A7C15L, code, slots.length);
        while (slots[slot] > 0) {
            int at = (slots[slot] - 1) * FIGURES;
            if (sums[at + CODE] == code && sums[at + GROUP_AND_LIST] == groupAndList) {
                return slot;
            }
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        sums = Arrays.copyOf(sums, 2 * sums.length);
        slots = new int[2 * slots.length];
        for (int sum = 0; sum < size; sum++) {
            slots[slot(sums[sum * FIGURES + GROUP_AND_LIST], sums[sum * FIGURES + CODE])] = sum + 1;
        }
    }

    /**
     * Gives each commodity's months, sorted by reporter, flow, commodity, month and part.
     *
     * @param source the source's short name
     * @param parts what the numbers of parts stand for
     */
    void forEach(String source, String currency, List<Part> parts, MonthFiguresSink sink)
            throws IOException, InterruptedException {
        List<Group> sorted = new ArrayList<>(groups);
        sorted.sort(Comparator.comparing((Group group) -> Code.text(group.reporter))
                .thenComparing(group -> group.flow)
                .thenComparing(group -> Code.text(group.commodity))
                .thenComparing(group -> group.month)
                .thenComparing(group -> group.part));
        for (Group group : sorted) {
            give(group, source, currency, parts, sink);
        }
    }

    private void give(Group group, String source, String currency, List<Part> parts, MonthFiguresSink sink)
            throws IOException, InterruptedException {
        Totals total = Totals.NONE;
        long wholeGrams = 0;
        long remainders = 0;
        SortedMap<String, Totals> partners = new TreeMap<>();
        SortedMap<String, SortedMap<String, Totals>> splits = new TreeMap<>();
        for (int sum = group.newest - 1; sum >= 0; sum = (int) sums[sum * FIGURES + NEXT] - 1) {
            int list = (int) (sums[sum * FIGURES + GROUP_AND_LIST] % LISTS);
            long code = sums[sum * FIGURES + CODE];
            Totals totals = totals(sum);
            if (list == PARTNERS) {
                total = total.plus(totals);
                wholeGrams += sums[sum * FIGURES + NET_WEIGHT];
                remainders += nanograms(sum);
                if (code != Code.NONE) {
                    partners.put(Code.text(code), totals);
                }
            } else {
                splits.computeIfAbsent(dimensions.get(list - 1).name(), name -> new TreeMap<>())
                        .put(Code.text(code), totals);
            }
        }
        splits.replaceAll((name, split) -> Collections.unmodifiableSortedMap(split));
        SortedSet<Valuation> valuations = new TreeSet<>(group.unknownValuation ? List.of() : group.valuations);
        sink.accept(
                new Series(
                        new TradeFlow(source, Code.text(group.reporter), group.flow),
                        currency,
                        Code.text(group.commodity)),
                Months.of(group.month),
                group.part < 0 ? Optional.empty() : Optional.of(parts.get(group.part)),
                new Totals(
                        total.rows(),
                        Weights.rounded(wholeGrams, remainders),
                        total.rowsWithoutNetWeight(),
                        total.estimatedNetWeightGrams(),
                        total.valueThousandths()),
                Collections.unmodifiableSortedMap(partners),
                Collections.unmodifiableSortedMap(splits),
                Collections.unmodifiableSortedSet(valuations));
    }

    /** The codes that rows have in a list: of partners for -1, else of dimension {@code i}. */
    SortedSet<String> codes(int i) {
        java.util.HashSet<Long> seen = new java.util.HashSet<>();
        for (int sum = 0; sum < size; sum++) {
            if (sums[sum * FIGURES + GROUP_AND_LIST] % LISTS == i + 1) {
                seen.add(sums[sum * FIGURES + CODE]);
            }
        }
        seen.remove(Code.NONE);
        SortedSet<String> codes = new TreeSet<>();
        seen.forEach(code -> codes.add(Code.text(code)));
        return codes;
    }

    private long nanograms(int sum) {
        return sum < nanograms.length ? nanograms[sum] : 0;
    }

    private Totals totals(int sum) {
        int figures = sum * FIGURES;
        return new Totals(
                sums[figures + ROWS],
                Weights.rounded(sums[figures + NET_WEIGHT], nanograms(sum)),
                sums[figures + ROWS_WITHOUT_NET_WEIGHT],
                sums[figures + ESTIMATED],
                sums[figures + VALUE]);
    }
}
