package dev.customsfeed.ingest;

import dev.customsfeed.ingest.answer.Answers;
import dev.customsfeed.ledger.QuotationContents;
import dev.customsfeed.ledger.Quoted;
import dev.customsfeed.ledger.Upload;
import dev.customsfeed.ledger.UploadLogEntry;
import dev.customsfeed.ledger.tables.MonthsTable;
import dev.customsfeed.ledger.tables.StoredQuotations;
import dev.customsfeed.ledger.tables.TrackedUpload;
import dev.customsfeed.ledger.tables.TrackedUpload.Lease;
import dev.customsfeed.ledger.tables.TrackedUpload.Status;
import dev.customsfeed.sources.key.BegunMonths;
import dev.customsfeed.sources.quotation.QuotationFile;
import dev.customsfeed.sources.quotation.QuotationKey;
import dev.customsfeed.sources.rejection.RejectedFileException;
import dev.customsfeed.uploads.LocalCopy;
import dev.customsfeed.uploads.OpenedUpload;
import dev.customsfeed.uploads.UploadBucket;
import dev.customsfeed.uploads.store.Deadline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A file of prices or exchange rates of which every line is right.
 *
 * @param key what its key declares
 * @param file what it says
 * @param sha256 of the object's bytes, as hexadecimal text
 * @param months where it is stored
 */
record CheckedQuotations(QuotationKey key, QuotationFile file, String sha256, MonthsTable months)
        implements CheckedUpload {

    /** Of a hash so many digits tell the contents of a month apart. */
    private static final int DIGITS = 16;

    static CheckedQuotations check(QuotationKey key, OpenedUpload opened, MonthsTable months)
            throws RejectedFileException, IOException {
        BegunMonths begun = new BegunMonths(opened.lastModified());
        try (LocalCopy copy = opened.copy(QuotationFile.LIMITS.maxBytes())) {
            return new CheckedQuotations(key, QuotationFile.check(copy.path(), key, begun), copy.sha256(), months);
        }
    }

    private Quoted quoted() {
        return key.quoted();
    }

    private QuotationContents contents() {
        SortedMap<YearMonth, StringBuilder> texts = new TreeMap<>();
        file.observations().forEach((day, value) -> texts.computeIfAbsent(
                        YearMonth.from(day), month -> new StringBuilder(quoted().toString()))
                .append('\n')
                .append(day)
                .append(' ')
                .append(value.toPlainString()));
        SortedMap<YearMonth, String> hashes = new TreeMap<>();
        texts.forEach((month, text) -> hashes.put(month, hash(text.toString())));
        return new QuotationContents(quoted(), file.observations().size(), hashes, sha256);
    }

    private static String hash(String text) {
        return HexFormat.of()
                .formatHex(UploadBucket.sha256().digest(text.getBytes(StandardCharsets.UTF_8)))
                .substring(0, DIGITS);
    }

    @Override
    public TrackedUpload loading(Upload upload, Lease lease) {
        return TrackedUpload.received(upload)
                .checked(
                        QuotationFile.layout(quoted()),
                        file.encoding(),
                        sha256,
                        TrackedUpload.Sums.NONE,
                        new TreeSet<>(contents().months().keySet()),
                        file.warnings())
                .with(Status.LOADING, lease);
    }

    @Override
    public void store(TrackedUpload loading, Deadline deadline) {
        months.add(new StoredQuotations(quoted().name(), loading.object(), file.observations()));
    }

    @Override
    public UploadLogEntry.Quotations entry(Upload upload) {
        return new UploadLogEntry.Quotations(upload, contents());
    }

    @Override
    public byte[] answer(Upload upload, Answers answers) {
        return answers.of(entry(upload), file);
    }

    @Override
    public void close() {
        // It holds nothing open.
    }
}
