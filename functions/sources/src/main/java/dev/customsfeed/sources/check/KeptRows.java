package dev.customsfeed.sources.check;

import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.Valuation;
import dev.customsfeed.sources.layout.Row;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The rows that are kept of a file that has everything, on disk beside it: of five million rows a hundred thousand are wanted, and
 * unpacking all of them once more would take longer than all the rest.
 */
final class KeptRows implements Closeable {

    private static final int BUFFER = 1 << 16;
    private static final int NO_VALUATION = -1;
    private static final Flow[] FLOWS = Flow.values();
    private static final Valuation[] VALUATIONS = Valuation.values();

    // A row as numbers; its dimensions follow.
    private static final int REPORTER = 0;
    private static final int FLOW = 1;
    private static final int MONTH = 2;
    private static final int COMMODITY = 3;
    private static final int PARTNER = 4;
    private static final int VALUE = 5;
    private static final int NET_WEIGHT = 6;
    private static final int NANOGRAMS = 7;
    private static final int ESTIMATED = 8;
    private static final int VALUATION = 9;
    private static final int QUANTITY = 10;
    private static final int UNIT = 11;
    private static final int SUPPLEMENTARY_QUANTITY = 12;
    private static final int SUPPLEMENTARY_UNIT = 13;
    private static final int DIMENSIONS = 14;

    /** Units are few; more than these are written out with each row. */
    private static final int NUMBERED_UNITS = 64;

    private static final int OTHER_UNIT = -1;

    private final SpillingBytes bytes;
    private final int dimensions;

    /** The row that was written last. */
    private final long[] before;

    private final ByteBuffer out = ByteBuffer.allocate(BUFFER);
    private final List<String> units = new ArrayList<>();
    private String lastUnit;
    private int lastNumber = OTHER_UNIT;
    private long count;

    // What a row is compared with is there once there was one.
    @SuppressWarnings("NullAway.Init")
    private KeptRows(SpillingBytes bytes, int dimensions) {
        this.bytes = bytes;
        this.dimensions = dimensions;
        this.before = new long[DIMENSIONS + dimensions];
    }

    /**
     * Begins to keep rows, beside {@code file} where they are many.
     *
     * @param dimensions how many the layout has
     */
    static KeptRows beside(Path file, int dimensions) {
        return new KeptRows(
                new SpillingBytes(Objects.requireNonNull(file.toAbsolutePath().getParent())), dimensions);
    }

    /** Adds a row: its line, and what it has not in common with the row before. */
    void add(Row row) throws IOException {
        makeRoom(longest());
        int start = out.position();
        out.position(start + 2 * Integer.BYTES);
        int unit = number(row.unit());
        int supplementaryUnit = number(row.supplementaryUnit());
        int changed = change(REPORTER, row.reporter())
                | change(FLOW, row.flow().ordinal())
                | change(MONTH, row.month())
                | change(COMMODITY, row.commodity())
                | change(PARTNER, row.partner())
                | change(VALUE, row.valueThousandths())
                | change(NET_WEIGHT, row.netWeightGrams())
                | change(NANOGRAMS, row.netWeightNanograms())
                | change(ESTIMATED, row.netWeightEstimated() ? 1 : 0)
                | change(VALUATION, row.hasValuation() ? row.valuation().ordinal() : NO_VALUATION)
                | change(QUANTITY, row.quantityThousandths())
                | change(UNIT, unit)
                | change(SUPPLEMENTARY_QUANTITY, row.supplementaryThousandths())
                | change(SUPPLEMENTARY_UNIT, supplementaryUnit);
        for (int i = 0; i < dimensions; i++) {
            changed |= change(DIMENSIONS + i, row.dimension(i));
        }
        out.putInt(start, Math.toIntExact(row.line())).putInt(start + Integer.BYTES, changed);
        if (unit == OTHER_UNIT) {
            writeText(row.unit());
        }
        if (supplementaryUnit == OTHER_UNIT) {
            writeText(row.supplementaryUnit());
        }
        count++;
    }

    /** How much a row takes at most, without its units. */
    private int longest() {
        return 2 * Integer.BYTES + Long.BYTES * before.length;
    }

    /** Writes a number if it is not the same as in the row before; its bit if so, or 0. */
    private int change(int field, long number) {
        if (before[field] == number) {
            return 0;
        }
        before[field] = number;
        out.putLong(number);
        return 1 << field;
    }

    private void makeRoom(int length) throws IOException {
        if (out.remaining() < length) {
            bytes.write(out.array(), 0, out.position());
            out.clear();
        }
    }

    private int number(String unit) {
        if (!unit.equals(lastUnit)) {
            lastUnit = unit;
            lastNumber = units.indexOf(unit);
            if (lastNumber < 0 && units.size() < NUMBERED_UNITS) {
                lastNumber = units.size();
                units.add(unit);
            }
        }
        return lastNumber;
    }

    private void writeText(String unit) throws IOException {
        byte[] text = unit.getBytes(StandardCharsets.UTF_8);
        makeRoom(Integer.BYTES + text.length);
        out.putInt(text.length).put(text);
    }

    /** No more rows come. */
    void finish() throws IOException {
        bytes.write(out.array(), 0, out.position());
        out.clear();
        bytes.close();
    }

    /** The bytes of the rows, read piece by piece. */
    private static final class Pieces {

        private final InputStream in;
        private final ByteBuffer piece = ByteBuffer.allocate(BUFFER).limit(0);

        Pieces(InputStream in) {
            this.in = in;
        }

        /** The piece, with {@code length} bytes at least that have not been read. */
        ByteBuffer with(int length) throws IOException {
            if (piece.remaining() < length) {
                piece.compact();
                int read = in.readNBytes(piece.array(), piece.position(), piece.remaining());
                piece.position(piece.position() + read).flip();
            }
            return piece;
        }
    }

    private String unit(long number, Pieces in) throws IOException {
        if (number != OTHER_UNIT) {
            return units.get((int) number);
        }
        byte[] text = new byte[in.with(Integer.BYTES).getInt()];
        in.with(text.length).get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    /** Takes rows as they were kept. */
    @FunctionalInterface
    interface RowSink {
        void accept(Row row) throws IOException, InterruptedException;
    }

    /** Gives all rows in their order. */
    void forEach(RowSink sink) throws IOException, InterruptedException {
        Row row = new Row(dimensions);
        long[] numbers = new long[before.length];
        try (InputStream stream = bytes.read()) {
            Pieces pieces = new Pieces(stream);
            for (long i = 0; i < count; i++) {
                ByteBuffer in = pieces.with(longest());
                row.begin(in.getInt());
                for (int changed = in.getInt(); changed != 0; changed &= changed - 1) {
                    numbers[Integer.numberOfTrailingZeros(changed)] = in.getLong();
                }
                fill(row, numbers);
                row.quantity(numbers[QUANTITY], unit(numbers[UNIT], pieces))
                        .supplementaryQuantity(
                                numbers[SUPPLEMENTARY_QUANTITY], unit(numbers[SUPPLEMENTARY_UNIT], pieces));
                sink.accept(row);
            }
        }
    }

    private void fill(Row row, long[] numbers) {
        row.reporter(numbers[REPORTER])
                .flow(FLOWS[(int) numbers[FLOW]])
                .month((int) numbers[MONTH])
                .commodity(numbers[COMMODITY])
                .partner(numbers[PARTNER])
                .value(numbers[VALUE])
                .netWeight(numbers[NET_WEIGHT], numbers[ESTIMATED] == 1)
                .netWeightRemainder(numbers[NANOGRAMS]);
        if (numbers[VALUATION] != NO_VALUATION) {
            row.valuation(VALUATIONS[(int) numbers[VALUATION]]);
        }
        for (int dimension = 0; dimension < dimensions; dimension++) {
            row.dimension(dimension, numbers[DIMENSIONS + dimension]);
        }
    }

    @Override
    public void close() throws IOException {
        bytes.delete();
    }
}
