package dev.customsfeed.ledger.tables;

import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.primaryPartitionKey;
import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.primarySortKey;

import dev.customsfeed.ledger.tables.TrackedUpload.Lease;
import dev.customsfeed.ledger.tables.TrackedUpload.Status;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;

/** An upload as an item of the table of files. */
final class FileItems {

    private static final EnhancedType<List<String>> TEXTS = EnhancedType.listOf(String.class);

    static final TableSchema<TrackedUpload> SCHEMA = UploadItems.addOrder(
                    StaticImmutableTableSchema.builder(TrackedUpload.class, Draft.class), TrackedUpload::upload)
            .newItemBuilder(Draft::new, Draft::build)
            .addAttribute(String.class, a -> a.name("object")
                    .getter(file -> file.object().object())
                    .setter((draft, object) -> {
                        int slash = object.indexOf('/');
                        draft.bucket = object.substring(0, slash);
                        draft.key = object.substring(slash + 1);
                    })
                    .tags(primaryPartitionKey()))
            .addAttribute(String.class, a -> a.name("version")
                    .getter(file -> file.object().versionId())
                    .setter((draft, version) -> draft.version = version)
                    .tags(primarySortKey()))
            .addAttribute(String.class, a -> a.name("status")
                    .getter(file -> file.status().name())
                    .setter((draft, status) -> draft.status = Status.valueOf(status)))
            .addAttribute(String.class, a -> a.name("layout")
                    .getter(file -> file.layout().orElse(null))
                    .setter((draft, layout) -> draft.layout = layout))
            .addAttribute(String.class, a -> a.name("encoding")
                    .getter(file -> file.encoding().orElse(null))
                    .setter((draft, encoding) -> draft.encoding = encoding))
            .addAttribute(String.class, a -> a.name("sha256")
                    .getter(file -> file.sha256().orElse(null))
                    .setter((draft, sha256) -> draft.sha256 = sha256))
            .addAttribute(Long.class, a -> a.name("rows")
                    .getter(file -> boxed(file.sums().rows()))
                    .setter((draft, rows) -> draft.rows = rows))
            .addAttribute(Long.class, a -> a.name("value")
                    .getter(file -> boxed(file.sums().valueThousandths()))
                    .setter((draft, value) -> draft.valueThousandths = value)
                    .attributeConverter(StoredTypes.THOUSANDTHS))
            .addAttribute(Long.class, a -> a.name("netWeightKg")
                    .getter(file -> boxed(file.sums().netWeightGrams()))
                    .setter((draft, grams) -> draft.netWeightGrams = grams)
                    .attributeConverter(StoredTypes.THOUSANDTHS))
            .addAttribute(TEXTS, a -> a.name("months")
                    .getter(file ->
                            file.months().stream().map(YearMonth::toString).toList())
                    .setter((draft, months) -> draft.months = months))
            .addAttribute(TEXTS, a -> a.name("warnings")
                    .getter(TrackedUpload::warnings)
                    .setter((draft, warnings) -> draft.warnings = warnings))
            .addAttribute(String.class, a -> a.name("reason")
                    .getter(file -> file.reason().orElse(null))
                    .setter((draft, reason) -> draft.reason = reason))
            .addAttribute(String.class, a -> a.name("recordsOf")
                    .getter(file -> file.recordsOf().orElse(null))
                    .setter((draft, version) -> draft.recordsOf = version))
            .addAttribute(String.class, a -> a.name("leaseOwner")
                    .getter(file -> file.lease().map(Lease::owner).orElse(null))
                    .setter((draft, owner) -> draft.leaseOwner = owner))
            .addAttribute(Instant.class, a -> a.name("leaseUntil")
                    .getter(file -> file.lease().map(Lease::until).orElse(null))
                    .setter((draft, until) -> draft.leaseUntil = until))
            .build();

    private FileItems() {}

    private static Long boxed(OptionalLong number) {
        return number.isPresent() ? number.getAsLong() : null;
    }

    /** What the table schema fills, attribute by attribute. */
    static final class Draft extends UploadItems.Draft {
        private Status status;
        private String layout;
        private String encoding;
        private String sha256;
        private Long rows;
        private Long valueThousandths;
        private Long netWeightGrams;
        private List<String> months = List.of();
        private List<String> warnings = List.of();
        private String reason;
        private String recordsOf;
        private String leaseOwner;
        private Instant leaseUntil;

        private TrackedUpload build() {
            TreeSet<YearMonth> periods = new TreeSet<>();
            months.forEach(month -> periods.add(YearMonth.parse(month)));
            return new TrackedUpload(
                    upload(),
                    status,
                    Optional.ofNullable(layout),
                    Optional.ofNullable(encoding),
                    Optional.ofNullable(sha256),
                    new TrackedUpload.Sums(unboxed(rows), unboxed(valueThousandths), unboxed(netWeightGrams)),
                    periods,
                    warnings,
                    Optional.ofNullable(reason),
                    Optional.ofNullable(recordsOf),
                    Optional.ofNullable(leaseOwner).map(owner -> new Lease(owner, leaseUntil)));
        }

        private static OptionalLong unboxed(Long number) {
            return number == null ? OptionalLong.empty() : OptionalLong.of(number);
        }
    }
}
