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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Sums of each commodity's month by partner and by each dimension that is split, in a few arrays: some 80 bytes a sum and no object.
 *
 * <p>Sums are not checked for overflow: who adds rows checks that the sum over all rows fits, and no sum here is larger.
 */
final class MonthSums {

    /** The list of partners; dimension {@code i} is list {@code i + 1}. */
    private static final int PARTNERS = 0;

    private static final int LISTS = 8;
    private static final int NO_SUM = -1;

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

    /** How many sums a piece of memory has, and what their number is shifted by to find it. */
    private static final int PIECE = 1 << 10;

    private static final int PIECE_BITS = 10;

    /** A group of so many sums is searched one by one: most are small, and lie together. Sums of larger groups have slots. */
    private static final int SEARCHED = 16;

    private final List<Dimension> dimensions;
    private final List<Group> groups = new ArrayList<>();
    private final Fingerprint fingerprint = new Fingerprint();

    /** Of each slot, one more than the number of its group; 0 is a free slot. */
    private int[] groupSlots = new int[1 << 8];

    /** Of each slot, one more than the number of its sum; 0 is a free slot. */
    private int[] slots = new int[1 << 12];

    private int slotsTaken;

    /** The sums, piece by piece: what is there is never copied to make room. */
    private long[][] pieces = new long[1 << 4][];

    private final DistinctCodes[] codes = new DistinctCodes[LISTS];

    /** What the net weight of each sum has beyond whole grams; as long as any row has such. */
    private long[] nanograms = {};

    private int size;
    private Group last;

    /** Of each list, the code that was added to in the group {@link #last}, and its sum: rows that follow each other share most. */
    private final long[] lastCodes = new long[LISTS];

    private final int[] lastSums = new int[LISTS];

    /** One commodity's month of a reporter and flow, or a declared part of it. */
    private static final class Group {
        /** Of the object and of what holds it. */
        private static final long BYTES = 80;

        private static final int UNKNOWN = 1 << Valuation.values().length;

        private final int number;
        private final long reporter;
        private final Flow flow;
        private final long commodity;
        private final int month;
        private final int part;
        /** The bit of each valuation that a row has, by its ordinal; {@link #UNKNOWN} of a row that has none. */
        private int valuations;

        /** One more than the number of the group's newest sum; 0 for none. */
        private int newest;

        private int sums;

        private Group(int number, Row row, int part) {
            this.number = number;
            this.reporter = row.reporter();
            this.flow = row.flow();
            this.commodity = row.commodity();
            this.month = row.month();
            this.part = part;
        }

        /** What all values include; none where that is not known of each. */
        private SortedSet<Valuation> valuations() {
            SortedSet<Valuation> all = new TreeSet<>();
            for (Valuation one : Valuation.values()) {
                if ((valuations & (UNKNOWN | 1 << one.ordinal())) == 1 << one.ordinal()) {
                    all.add(one);
                }
            }
            return all;
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
    @SuppressWarnings("NullAway.Init") // The last series is there once there was one.
    MonthSums(List<Dimension> dimensions) {
        if (dimensions.size() >= LISTS) {
            throw new IllegalArgumentException("a layout can have " + (LISTS - 1) + " dimensions, not " + dimensions);
        }
        this.dimensions = dimensions;
        Arrays.setAll(codes, list -> new DistinctCodes());
    }

    /**
     * Adds a row.
     *
     * @param part number of the declared part that it belongs to; -1 for the whole
     */
    void add(Row row, int part) {
        Group group = last;
        if (group == null || !group.is(row, part)) {
            group = groupOf(row, part);
            last = group;
            Arrays.fill(lastSums, NO_SUM);
        }
        group.valuations |= row.hasValuation() ? 1 << row.valuation().ordinal() : Group.UNKNOWN;
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
        if (lastSums[list] == NO_SUM || lastCodes[list] != code) {
            lastSums[list] = sumOf(group, list, code);
            lastCodes[list] = code;
        }
        int number = lastSums[list];
        long[] sums = piece(number);
        int sum = at(number);
        sums[sum + ROWS]++;
        sums[sum + VALUE] += row.valueThousandths();
        if (row.netWeightGrams() == Row.UNKNOWN) {
            sums[sum + ROWS_WITHOUT_NET_WEIGHT]++;
        } else {
            sums[sum + NET_WEIGHT] += row.netWeightGrams();
            if (row.netWeightNanograms() > 0) {
                addNanograms(number, row.netWeightNanograms());
            }
            if (row.netWeightEstimated()) {
                sums[sum + ESTIMATED] += row.netWeightGrams();
            }
        }
    }

    /** Less than a gram a row: of all rows that a file may have the sum fits. */
    private void addNanograms(int sum, long added) {
        if (sum >= nanograms.length) {
            nanograms = Arrays.copyOf(nanograms, Math.max(sum + 1, Math.min(2 * sum, pieces.length * PIECE)));
        }
        nanograms[sum] += added;
    }

    private long[] piece(int sum) {
        return pieces[sum >> PIECE_BITS];
    }

    /** Where the figures of a sum begin in its piece. */
    private static int at(int sum) {
        return (sum & PIECE - 1) * FIGURES;
    }

    private long figure(int sum, int figure) {
        return piece(sum)[at(sum) + figure];
    }

    /** The number of the sum, a new one if there is none yet. */
    private int sumOf(Group group, int list, long code) {
        long groupAndList = (long) group.number * LISTS + list;
        if (group.sums <= SEARCHED) {
            for (int sum = group.newest - 1; sum >= 0; sum = (int) figure(sum, NEXT) - 1) {
                if (isOf(sum, groupAndList, code)) {
                    return sum;
                }
            }
        } else {
            int slot = slot(groupAndList, code);
            if (slots[slot] > 0) {
                return slots[slot] - 1;
            }
        }
        int sum = add(groupAndList, code, group);
        codes[list].add(code);
        if (group.sums > SEARCHED + 1) {
            giveSlot(sum);
        } else if (group.sums == SEARCHED + 1) {
            for (int some = group.newest - 1; some >= 0; some = (int) figure(some, NEXT) - 1) {
                giveSlot(some);
            }
        }
        return sum;
    }

    private int add(long groupAndList, long code, Group group) {
        int sum = size++;
        if (sum >> PIECE_BITS == pieces.length) {
            pieces = Arrays.copyOf(pieces, 2 * pieces.length);
        }
        if (at(sum) == 0) {
            pieces[sum >> PIECE_BITS] = new long[PIECE * FIGURES];
        }
        long[] piece = piece(sum);
        piece[at(sum) + GROUP_AND_LIST] = groupAndList;
        piece[at(sum) + CODE] = code;
        piece[at(sum) + NEXT] = group.newest;
        group.newest = sum + 1;
        group.sums++;
        return sum;
    }

    private boolean isOf(int sum, long groupAndList, long code) {
        return figure(sum, CODE) == code && figure(sum, GROUP_AND_LIST) == groupAndList;
    }

    private void giveSlot(int sum) {
        if (slotsTaken >= slots.length / 2) {
            int[] before = slots;
            slots = new int[2 * before.length];
            for (int taken : before) {
                if (taken > 0) {
                    take(taken - 1);
                }
            }
        }
        take(sum);
        slotsTaken++;
    }

    private void take(int sum) {
        slots[slot(figure(sum, GROUP_AND_LIST), figure(sum, CODE))] = sum + 1;
    }

    private int slot(long groupAndList, long code) {
        int mask = slots.length - 1;
        int slot = Fingerprint.slot(groupAndList * 0x9E3779B97F4A7C15L, code, slots.length);
        while (slots[slot] > 0 && !isOf(slots[slot] - 1, groupAndList, code)) {
            slot = slot + 1 & mask;
        }
        return slot;
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
        Map<String, Map<String, Long>> beyondGrams = new HashMap<>();
        Totals total = Totals.NONE;
        long wholeGrams = 0;
        long remainders = 0;
        SortedMap<String, Totals> partners = new TreeMap<>();
        SortedMap<String, SortedMap<String, Totals>> splits = new TreeMap<>();
        for (int sum = group.newest - 1; sum >= 0; sum = (int) figure(sum, NEXT) - 1) {
            int list = (int) (figure(sum, GROUP_AND_LIST) % LISTS);
            long code = figure(sum, CODE);
            Totals totals = totals(sum);
            if (nanograms.length > 0) {
                beyondGrams
                        .computeIfAbsent(
                                list == PARTNERS ? "" : dimensions.get(list - 1).name(), any -> new HashMap<>())
                        .put(Code.text(code), nanograms(sum));
            }
            if (list == PARTNERS) {
                total = total.plus(totals);
                wholeGrams += figure(sum, NET_WEIGHT);
                remainders += nanograms(sum);
                if (code != Code.NONE) {
                    partners.put(Code.text(code), totals);
                }
            } else {
                splits.computeIfAbsent(dimensions.get(list - 1).name(), name -> new TreeMap<>())
                        .put(Code.text(code), totals);
            }
        }
        beyondGrams.forEach((list, nanos) ->
                Weights.addUp(list.isEmpty() ? partners : splits.getOrDefault(list, new TreeMap<>()), nanos));
        splits.replaceAll((name, split) -> Collections.unmodifiableSortedMap(split));
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
                Collections.unmodifiableSortedSet(group.valuations()));
    }

    /** How much memory they take; slots are there twice while they grow, the second time twice as large. */
    long bytes() {
        long ofSums = (long) Long.BYTES * FIGURES * (size + PIECE);
        long ofSlots = 3L * Integer.BYTES * (slots.length + groupSlots.length);
        return ofSums + ofSlots + 3L * Long.BYTES * nanograms.length + Group.BYTES * groups.size();
    }

    /** How many there are. */
    int size() {
        return size;
    }

    /** The codes of the partners that rows have. */
    SortedSet<String> partners() {
        return codes[PARTNERS].texts();
    }

    /** The codes that rows have in dimension {@code i} of the layout; of those alone that are split. */
    SortedSet<String> codes(int i) {
        return codes[i + 1].texts();
    }

    /** The codes of the commodities that rows are of; none where they are more than {@code most}. */
    SortedSet<String> commodities(int most) {
        SortedSet<String> codes = new TreeSet<>();
        for (Group group : groups) {
            codes.add(Code.text(group.commodity));
            if (codes.size() > most) {
                return new TreeSet<>();
            }
        }
        return codes;
    }

    private long nanograms(int sum) {
        return sum < nanograms.length ? nanograms[sum] : 0;
    }

    private Totals totals(int sum) {
        return new Totals(
                figure(sum, ROWS),
                Weights.rounded(figure(sum, NET_WEIGHT), nanograms(sum)),
                figure(sum, ROWS_WITHOUT_NET_WEIGHT),
                figure(sum, ESTIMATED),
                figure(sum, VALUE));
    }
}
