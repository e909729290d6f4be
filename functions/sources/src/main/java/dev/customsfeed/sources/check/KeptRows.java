package dev.customsfeed.sources.check;

import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.Valuation;
import dev.customsfeed.sources.layout.Row;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows that are kept of a file that has everything, on disk beside it: of five million rows a hundred thousand are wanted, and
 * unpacking all of them once more would take longer than all the rest.
 */
final class KeptRows implements Closeable {

    private static final int BUFFER = 1 << 16;
    private static final byte NO_VALUATION = -1;

    /** Units are few; more than these are written out with each row. */
    private static final int NUMBERED_UNITS = 64;

    private static final byte OTHER_UNIT = -1;

    private final SpillingBytes bytes;
    private final int dimensions;
    private final DataOutputStream out;
    private final List<String> units = new ArrayList<>();
    private String lastUnit;
    private int lastNumber = OTHER_UNIT;
    private long count;

    private KeptRows(SpillingBytes bytes, int dimensions) {
        this.bytes = bytes;
        this.dimensions = dimensions;
        this.out = new DataOutputStream(new BufferedOutputStream(bytes, BUFFER));
    }

    /**
     * Begins to keep rows, beside {@code file} where they are many.
     *
     * @param dimensions how many the layout has
     */
    static KeptRows beside(Path file, int dimensions) {
        return new KeptRows(new SpillingBytes(file.toAbsolutePath().getParent()), dimensions);
    }

    void add(Row row) throws IOException {
        out.writeLong(row.line());
        out.writeLong(row.reporter());
        out.writeByte(row.flow().ordinal());
        out.writeInt(row.month());
        out.writeLong(row.commodity());
        out.writeLong(row.partner());
        out.writeLong(row.valueThousandths());
        out.writeLong(row.netWeightGrams());
        out.writeLong(row.netWeightNanograms());
        out.writeBoolean(row.netWeightEstimated());
        out.writeByte(row.hasValuation() ? row.valuation().ordinal() : NO_VALUATION);
        out.writeLong(row.quantityThousandths());
        writeUnit(row.unit());
        out.writeLong(row.supplementaryThousandths());
        writeUnit(row.supplementaryUnit());
        for (int i = 0; i < dimensions; i++) {
            out.writeLong(row.dimension(i));
        }
        count++;
    }

    private void writeUnit(String unit) throws IOException {
        if (!unit.equals(lastUnit)) {
            lastUnit = unit;
            lastNumber = units.indexOf(unit);
            if (lastNumber < 0 && units.size() < NUMBERED_UNITS) {
                lastNumber = units.size();
                units.add(unit);
            }
        }
        out.writeByte(lastNumber);
        if (lastNumber == OTHER_UNIT) {
            out.writeUTF(unit);
        }
    }

    private String readUnit(DataInputStream in) throws IOException {
        byte number = in.readByte();
        return number == OTHER_UNIT ? in.readUTF() : units.get(number);
    }

    /** No more rows come. */
    void finish() throws IOException {
        out.close();
    }

    /** Takes rows as they were kept. */
    @FunctionalInterface
    interface RowSink {
        void accept(Row row) throws IOException, InterruptedException;
    }

    /** Gives all rows in their order. */
    void forEach(RowSink sink) throws IOException, InterruptedException {
        Row row = new Row(dimensions);
        try (DataInputStream in = new DataInputStream(bytes.read())) {
            for (long i = 0; i < count; i++) {
                row.begin(in.readLong())
                        .reporter(in.readLong())
                        .flow(Flow.values()[in.readByte()])
                        .month(in.readInt())
                        .commodity(in.readLong())
                        .partner(in.readLong())
                        .value(in.readLong());
                long grams = in.readLong();
                long nanograms = in.readLong();
                row.netWeight(grams, in.readBoolean()).netWeightRemainder(nanograms);
                byte valuation = in.readByte();
                if (valuation != NO_VALUATION) {
                    row.valuation(Valuation.values()[valuation]);
                }
                long quantity = in.readLong();
                row.quantity(quantity, readUnit(in));
                long supplementary = in.readLong();
                row.supplementaryQuantity(supplementary, readUnit(in));
                for (int dimension = 0; dimension < dimensions; dimension++) {
                    row.dimension(dimension, in.readLong());
                }
                sink.accept(row);
            }
        }
    }

    @Override
    public void close() throws IOException {
        bytes.delete();
    }
}
