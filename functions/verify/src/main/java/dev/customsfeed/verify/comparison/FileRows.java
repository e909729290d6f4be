package dev.customsfeed.verify.comparison;

import dev.customsfeed.ledger.Upload;
import dev.customsfeed.verify.file.FileKind;
import dev.customsfeed.verify.file.VerificationFile;
import dev.customsfeed.verify.model.Certificate;
import dev.customsfeed.verify.model.CertificateUse;
import dev.customsfeed.verify.model.Declaration;
import dev.customsfeed.verify.model.DeclarationItem;
import dev.customsfeed.verify.model.Refund;
import dev.customsfeed.verify.model.Row;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Puts the rows of one file where they are looked for, each wherever it is: by declaration item, by certificate, by lot. Memory stays
 * flat: what waits is given on when it is 32 MB.
 */
public final class FileRows {

    private static final int MOST_WAITING = 32 << 20;

    /** An item of the table takes 400 KB. Bytes that are compressed are fewer. */
    private static final int MOST_OF_ONE = 256 << 10;

    private final String file;
    private final Consumer<StoredRows> sink;
    private final Map<String, ByteArrayOutputStream> waiting = new TreeMap<>();
    private final Map<String, Integer> chunks = new HashMap<>();
    private final BitSet items = new BitSet(Shards.COUNT);
    private final BitSet certificates = new BitSet(Shards.COUNT);
    private long waitingBytes;

    private FileRows(String file, Consumer<StoredRows> sink) {
        this.file = file;
        this.sink = sink;
    }

    /**
     * Gives all rows of a file to {@code sink}, the same each time.
     *
     * @return what is known of the file once they are stored
     * @throws IOException if the file cannot be read from disk
     */
    public static KnownFile store(VerificationFile file, Upload upload, Consumer<StoredRows> sink) throws IOException {
        String id = KnownFile.id(upload.object().key(), upload.object().versionId());
        FileRows rows = new FileRows(id, sink);
        file.rows(rows::add);
        rows.giveAll();
        FileKind kind = file.key().kind();
        return new KnownFile(upload, kind, file.rowCount(), rows.items, rows.certificates);
    }

    private void add(Row row) {
        if (row instanceof Declaration declaration) {
            addToItem(declaration.item(), row);
            add(Shards.lots(Shards.ofLot(declaration.lot())), row);
        } else if (row instanceof Refund refund) {
            addToItem(refund.item(), row);
        } else if (row instanceof Certificate certificate) {
            addToItem(certificate.item(), row);
            addToCertificate(certificate.number(), row);
        } else if (row instanceof CertificateUse use) {
            addToCertificate(use.certificate(), row);
            add(Shards.uses(Shards.ofCertificate(use.certificate())), row);
        } else {
            add(Shards.LISTS, row);
        }
    }

    private void addToItem(DeclarationItem item, Row row) {
        int shard = Shards.ofItem(item);
        items.set(shard);
        add(Shards.items(shard), row);
    }

    private void addToCertificate(String number, Row row) {
        certificates.set(Shards.ofCertificate(number));
        add(Shards.certificate(number), row);
    }

    private void add(String partition, Row row) {
        ByteArrayOutputStream bytes = waiting.computeIfAbsent(partition, key -> new ByteArrayOutputStream(256));
        int before = bytes.size();
        RowCodec.write(row, bytes);
        waitingBytes += bytes.size() - before + (before == 0 ? 256 : 0);
        if (bytes.size() > MOST_OF_ONE) {
            waiting.remove(partition);
            waitingBytes -= bytes.size();
            give(partition, bytes);
        }
        if (waitingBytes > MOST_WAITING) {
            giveAll();
        }
    }

    private void giveAll() {
        waiting.forEach(this::give);
        waiting.clear();
        waitingBytes = 0;
    }

    private void give(String partition, ByteArrayOutputStream bytes) {
        int chunk = chunks.merge(partition, 1, Integer::sum) - 1;
        sink.accept(new StoredRows(partition, file, chunk, RowCodec.compress(bytes)));
    }
}
