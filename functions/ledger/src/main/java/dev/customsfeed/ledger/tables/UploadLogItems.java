package dev.customsfeed.ledger.tables;

import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.primaryPartitionKey;
import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.primarySortKey;

import dev.customsfeed.ledger.FileContents;
import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.UploadLogEntry;
import dev.customsfeed.ledger.UploadLogEntry.Outcome;
import dev.customsfeed.ledger.UploadOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;

/** An entry of an upload log as an item of the table of months. */
final class UploadLogItems {

    /** Bytes. A sort key takes 1,024, of which the version id needs its share. */
    private static final int LONGEST_NAME = 800;

    private static final EnhancedType<List<String>> TEXTS = EnhancedType.listOf(String.class);

    static final TableSchema<UploadLogEntry> SCHEMA = StaticImmutableTableSchema.builder(
                    UploadLogEntry.class, Draft.class)
            .newItemBuilder(Draft::new, Draft::build)
            .addAttribute(String.class, a -> a.name("series")
                    .getter(UploadLogEntry::log)
                    .setter((draft, log) -> draft.log = log)
                    .tags(primaryPartitionKey()))
            .addAttribute(String.class, a -> a.name("entry")
                    .getter(UploadLogItems::entry)
                    .setter((draft, entry) -> {})
                    .tags(primarySortKey()))
            .addAttribute(String.class, a -> a.name("outcome")
                    .getter(upload -> upload.outcome().name())
                    .setter((draft, outcome) -> draft.outcome = Outcome.valueOf(outcome)))
            .addAttribute(String.class, a -> a.name("bucket")
                    .getter(upload -> upload.object().bucket())
                    .setter((draft, bucket) -> draft.bucket = bucket))
            .addAttribute(
                    String.class,
                    a -> a.name("key").getter(upload -> upload.object().key()).setter((draft, key) -> draft.key = key))
            .addAttribute(String.class, a -> a.name("version")
                    .getter(upload -> upload.object().versionId())
                    .setter((draft, version) -> draft.version = version))
            .addAttribute(Instant.class, a -> a.name("lastModified")
                    .getter(upload -> upload.order().lastModified())
                    .setter((draft, lastModified) -> draft.lastModified = lastModified))
            .addAttribute(String.class, a -> a.name("sequencer")
                    .getter(upload -> upload.order().sequencer())
                    .setter((draft, sequencer) -> draft.sequencer = sequencer))
            .addAttribute(Instant.class, a -> a.name("announcedAt")
                    .getter(upload -> upload.order().announcedAt())
                    .setter((draft, announcedAt) -> draft.announcedAt = announcedAt))
            .addAttribute(String.class, a -> a.name("currency")
                    .getter(upload ->
                            upload.contents().map(FileContents::currency).orElse(null))
                    .setter((draft, currency) -> draft.currency = currency))
            .addAttribute(TEXTS, a -> a.name("periods")
                    .getter(upload -> upload.contents()
                            .map(contents -> contents.periods().stream()
                                    .map(YearMonth::toString)
                                    .toList())
                            .orElse(null))
                    .setter((draft, periods) -> draft.periods = periods))
            .addAttribute(TEXTS, a -> a.name("askedFor")
                    .getter(upload -> upload.contents()
                            .map(contents -> List.copyOf(contents.askedFor()))
                            .orElse(null))
                    .setter((draft, askedFor) -> draft.askedFor = askedFor))
            .addAttribute(Long.class, a -> a.name("rows")
                    .getter(upload -> upload.contents().map(FileContents::rows).orElse(null))
                    .setter((draft, rows) -> draft.rows = rows))
            .addAttribute(String.class, a -> a.name("sha256")
                    .getter(upload ->
                            upload.contents().map(FileContents::sha256).orElse(null))
                    .setter((draft, sha256) -> draft.sha256 = sha256))
            .addAttribute(String.class, a -> a.name("definition")
                    .getter(upload -> upload.definition().orElse(null))
                    .setter((draft, definition) -> draft.definition = definition))
            .addAttribute(String.class, a -> a.name("reason")
                    .getter(upload -> upload.reason().orElse(null))
                    .setter((draft, reason) -> draft.reason = reason))
            .build();

    private UploadLogItems() {}

    /**
     * One entry for a version, one more for a delete marker and one more for a removal: none can overwrite another, even where a
     * storage service gives a marker the id of the version that it hides.
     */
    static String entry(UploadLogEntry upload) {
        String entry = prefix(upload.object().object()) + upload.object().versionId();
        return switch (upload.outcome()) {
            case COMMITTED, REJECTED -> entry;
            case DELETED -> entry + "#deleted";
            case REMOVED -> entry + "#removed";
        };
    }

    /** What the entries of all versions of an object begin with: its name, or the name's hash where it is too long for a key. */
    static String prefix(String object) {
        byte[] bytes = object.getBytes(StandardCharsets.UTF_8);
        return (bytes.length > LONGEST_NAME ? "sha256:" + sha256(bytes) : object) + "#";
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** What the table schema fills, attribute by attribute. */
    static final class Draft {
        private String log;
        private Outcome outcome;
        private String bucket;
        private String key;
        private String version;
        private Instant lastModified;
        private String sequencer;
        private Instant announcedAt;
        private String currency;
        private List<String> periods = List.of();
        private List<String> askedFor = List.of();
        private long rows;
        private String sha256;
        private String definition;
        private String reason;

        private UploadLogEntry build() {
            return new UploadLogEntry(
                    log,
                    new ObjectVersion(bucket, key, version),
                    new UploadOrder(lastModified, key, sequencer, announcedAt, version),
                    outcome,
                    Optional.ofNullable(currency).map(this::contents),
                    Optional.ofNullable(definition),
                    Optional.ofNullable(reason));
        }

        private FileContents contents(String inCurrency) {
            TreeSet<YearMonth> months = new TreeSet<>();
            periods.forEach(period -> months.add(YearMonth.parse(period)));
            return new FileContents(inCurrency, months, new TreeSet<>(askedFor), rows, sha256);
        }
    }
}
