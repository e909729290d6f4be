package dev.customsfeed.sources.check;

import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.Valuation;
import dev.customsfeed.sources.layout.Row;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The rows that are kept of a file that has everything, on disk beside it: of five million rows a hundred thousand are wanted, and
 * unpacking all of them once more would take longer than all the rest.
 */
final class KeptRows implements Closeable {

    private static final int BUFFER = 1 << 16;
    private static final byte NO_VALUATION = -1;

    private final Path path;
    private final int dimensions;
    private final DataOutputStream out;
    private long count;

    private KeptRows(Path path, int dimensions) throws IOException {
        this.path = path;
        this.dimensions = dimensions;
        this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(path), BUFFER));
    }

    /**
     * Begins an empty file beside {@code file}.
     *
     * @param dimensions how many the layout has
     */
    static KeptRows beside(Path file, int dimensions) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path path = Files.createTempFile(folder, "customs-file-", ".kept");
        try {
            return new KeptRows(path, dimensions);
        } catch (IOException e) {
            Files.deleteIfExists(path);
            throw e;
        }
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
        out.writeBoolean(row.netWeightEstimated());
        out.writeByte(row.hasValuation() ? row.valuation().ordinal() : NO_VALUATION);
        out.writeLong(row.quantityThousandths());
        out.writeUTF(row.unit());
        out.writeLong(row.supplementaryThousandths());
        out.writeUTF(row.supplementaryUnit());
        for (int i = 0; i < dimensions; i++) {
            out.writeLong(row.dimension(i));
        }
        count++;
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
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path), BUFFER))) {
            for (long i = 0; i < count; i++) {
                row.begin(in.readLong())
                        .reporter(in.readLong())
                        .flow(Flow.values()[in.readByte()])
                        .month(in.readInt())
                        .commodity(in.readLong())
                        .partner(in.readLong())
                        .value(in.readLong());
                long grams = in.readLong();
                row.netWeight(grams, in.readBoolean());
                byte valuation = in.readByte();
                if (valuation != NO_VALUATION) {
                    row.valuation(Valuation.values()[valuation]);
                }
                long quantity = in.readLong();
                row.quantity(quantity, in.readUTF());
                long supplementary = in.readLong();
                row.supplementaryQuantity(supplementary, in.readUTF());
                for (int dimension = 0; dimension < dimensions; dimension++) {
                    row.dimension(dimension, in.readLong());
                }
                sink.accept(row);
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            out.close();
        } finally {
            Files.deleteIfExists(path);
        }
    }
}
