package dev.customsfeed.sources.gacc;

import dev.customsfeed.ledger.Series;
import dev.customsfeed.ledger.Totals;
import dev.customsfeed.ledger.TradeFlow;
import dev.customsfeed.sources.key.Months;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Sums by commodity, month and partner, regime or province, in one array: 40 bytes a sum and no object.
 *
 * <p>Sums are not checked for overflow: who adds rows checks that the sum over all rows fits, and no sum here is larger.
 */
final class MonthSums {

    // commodity, month, list, code; sorting by it puts all sums of a commodity's month next to each other.
    private static final int MONTH_BITS = 11;
    private static final int LIST_BITS = 2;
    private static final int CODE_BITS = 10;
    private static final CodeList[] LISTS = CodeList.values();

    /** Of each slot, one more than the number of its sum; 0 is a free slot. */
    private int[] slots = new int[1 << 12];

    // A sum's figures lie next to each other: adding to it reaches into one place of memory.
    private static final int KEY = 0;
    private static final int ROWS = 1;
    private static final int NET_WEIGHT = 2;
    private static final int ROWS_WITHOUT_NET_WEIGHT = 3;
    private static final int VALUE = 4;
    private static final int FIGURES = 5;

    private long[] sums = new long[FIGURES << 11];
    private int size;

    void add(RowReader row) {
        add(row, CodeList.PARTNERS, row.partnerCode());
        if (row.regimeCode() != RowReader.NONE) {
            add(row, CodeList.REGIMES, row.regimeCode());
        }
        if (row.provinceCode() != RowReader.NONE) {
            add(row, CodeList.PROVINCES, row.provinceCode());
        }
    }

    private void add(RowReader row, CodeList list, int code) {
        long key = row.commodityCode();
        key = key << MONTH_BITS | row.monthNumber();
        key = key << LIST_BITS | list.ordinal();
        key = key << CODE_BITS | code;
        int sum = sumOf(key) * FIGURES;
        sums[sum + ROWS]++;
        sums[sum + VALUE] += row.value();
        if (row.netWeightKg() == RowReader.NONE) {
            sums[sum + ROWS_WITHOUT_NET_WEIGHT]++;
        } else {
            sums[sum + NET_WEIGHT] += row.netWeightKg();
        }
    }

    /** The number of the key's sum, a new one if it has none yet. */
    private int sumOf(long key) {
        int slot = slot(key);
        if (slots[slot] > 0) {
            return slots[slot] - 1;
        }
        if (size * FIGURES == sums.length) {
            grow();
            slot = slot(key);
        }
        sums[size * FIGURES + KEY] = key;
        slots[slot] = size + 1;
        return size++;
    }

    private int slot(long key) {
        int mask = slots.length - 1;
        int slot = (int) Hash.spread(key) & mask;
        while (slots[slot] > 0 && key(slots[slot] - 1) != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private long key(int sum) {
        return sums[sum * FIGURES + KEY];
    }

    private void grow() {
        sums = Arrays.copyOf(sums, 2 * sums.length);
        slots = new int[2 * slots.length];
        for (int sum = 0; sum < size; sum++) {
            slots[slot(key(sum))] = sum + 1;
        }
    }

    /** Gives each commodity's months, sorted by commodity and month. */
    void forEach(TradeFlow tradeFlow, String currency, MonthFiguresSink sink) throws IOException, InterruptedException {
        long[] sorted = IntStream.range(0, size).mapToLong(this::key).sorted().toArray();
        int from = 0;
        while (from < size) {
            long commodityMonth = commodityMonth(sorted[from]);
            int to = from;
            Totals total = Totals.NONE;
            SortedMap<String, Totals> partners = new TreeMap<>();
            SortedMap<String, Totals> regimes = new TreeMap<>();
            SortedMap<String, Totals> provinces = new TreeMap<>();
            for (; to < size && commodityMonth(sorted[to]) == commodityMonth; to++) {
                Totals totals = totals(slots[slot(sorted[to])] - 1);
                CodeList list = LISTS[(int) (sorted[to] >>> CODE_BITS) & (1 << LIST_BITS) - 1];
                String code = list.text((int) sorted[to] & (1 << CODE_BITS) - 1);
                switch (list) {
                    case PARTNERS -> {
                        partners.put(code, totals);
                        total = total.plus(totals);
                    }
                    case REGIMES -> regimes.put(code, totals);
                    case PROVINCES -> provinces.put(code, totals);
                }
            }
            String commodity = "%08d".formatted(commodityMonth >>> MONTH_BITS);
            sink.accept(
                    new Series(tradeFlow, currency, commodity),
                    Months.of((int) commodityMonth & (1 << MONTH_BITS) - 1),
                    total,
                    Collections.unmodifiableSortedMap(partners),
                    Collections.unmodifiableSortedMap(regimes),
                    Collections.unmodifiableSortedMap(provinces));
            from = to;
        }
    }

    private static long commodityMonth(long key) {
        return key >>> LIST_BITS + CODE_BITS;
    }

    private Totals totals(int sum) {
        int figures = sum * FIGURES;
        return new Totals(
                sums[figures + ROWS],
                sums[figures + NET_WEIGHT],
                sums[figures + ROWS_WITHOUT_NET_WEIGHT],
                sums[figures + VALUE]);
    }
}
