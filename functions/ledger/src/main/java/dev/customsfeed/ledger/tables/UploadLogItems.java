package dev.customsfeed.ledger.tables;

import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.primaryPartitionKey;
import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.primarySortKey;

import dev.customsfeed.ledger.Declared;
import dev.customsfeed.ledger.FileContents;
import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.Part;
import dev.customsfeed.ledger.Reported;
import dev.customsfeed.ledger.Residual;
import dev.customsfeed.ledger.TradeFlow;
import dev.customsfeed.ledger.UnknownWeight;
import dev.customsfeed.ledger.UnknownWeight.Reason;
import dev.customsfeed.ledger.Upload;
import dev.customsfeed.ledger.UploadLogEntry;
import dev.customsfeed.ledger.UploadLogEntry.Committed;
import dev.customsfeed.ledger.UploadLogEntry.CustomsFile;
import dev.customsfeed.ledger.UploadLogEntry.Definition;
import dev.customsfeed.ledger.UploadLogEntry.Deleted;
import dev.customsfeed.ledger.UploadLogEntry.Quotations;
import dev.customsfeed.ledger.UploadLogEntry.Rejected;
import dev.customsfeed.ledger.UploadLogEntry.Removed;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;

/** An entry of an upload log as an item of the table of months. */
final class UploadLogItems {

    /** Bytes. A sort key takes 1,024, of which the version id needs its share. */
    private static final int LONGEST_NAME = 800;

    /** What became known, as the attribute {@code outcome} says it. */
    private enum Outcome {
        COMMITTED,
        REJECTED,
        DELETED,
        REMOVED
    }

    /** Of a file without rows. */
    private static final int NO_CODES = 0;

    /** Entries without it were written when all codes had eight digits. */
    private static final int FORMER_CODE_LENGTH = 8;

    static final TableSchema<UploadLogEntry> SCHEMA = UploadItems.add(
                    StaticImmutableTableSchema.builder(UploadLogEntry.class, Draft.class), UploadLogEntry::upload)
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
                    .getter(upload -> outcome(upload).name())
                    .setter((draft, outcome) -> draft.outcome = Outcome.valueOf(outcome)))
            .addAttribute(String.class, a -> a.name("currency")
                    .getter(entry -> contents(entry, FileContents::currency))
                    .setter((draft, currency) -> draft.currency = currency))
            .addAttribute(StoredTypes.TEXTS, a -> a.name("periods")
                    .getter(entry -> contents(entry, contents -> texts(contents.periods())))
                    .setter((draft, periods) -> draft.periods = periods))
            .addAttribute(StoredTypes.TEXTS_BY_NAME, a -> a.name("reported")
                    .getter(UploadLogItems::reported)
                    .setter((draft, reported) -> draft.reported = reported))
            .addAttribute(StoredTypes.TEXTS, a -> a.name("askedFor")
                    .getter(entry -> contents(entry, contents -> List.copyOf(contents.answersFor())))
                    .setter((draft, askedFor) -> draft.askedFor = askedFor))
            .addAttribute(Integer.class, a -> a.name("codeLength")
                    .getter(entry ->
                            contents(entry, contents -> contents.codeLength().orElse(NO_CODES)))
                    .setter((draft, codeLength) -> draft.codeLength = codeLength))
            .addAttribute(StoredTypes.TEXTS_BY_NAME, a -> a.name("residuals")
                    .getter(entry -> contents(entry, UploadLogItems::residuals))
                    .setter((draft, residuals) -> draft.residuals = residuals))
            .addAttribute(StoredTypes.TEXTS, a -> a.name("parts")
                    .getter(entry -> contents(entry, contents -> parts(contents)))
                    .setter((draft, parts) -> draft.parts = parts))
            .addAttribute(Long.class, a -> a.name("rows")
                    .getter(entry -> contents(entry, FileContents::rows))
                    .setter((draft, rows) -> draft.rows = rows))
            .addAttribute(String.class, a -> a.name("sha256")
                    .getter(UploadLogItems::sha256)
                    .setter((draft, sha256) -> draft.sha256 = sha256))
            .addAttribute(String.class, a -> a.name("vintage")
                    .getter(entry ->
                            contents(entry, contents -> contents.vintage().orElse(null)))
                    .setter((draft, vintage) -> draft.vintage = vintage))
            .addAttribute(StoredTypes.TEXTS_BY_NAME, a -> a.name("partnerNames")
                    .getter(entry -> contents(entry, UploadLogItems::partnerNames))
                    .setter((draft, names) -> draft.partnerNames = names))
            .addAttribute(StoredTypes.TEXTS_BY_NAME, a -> a.name("unknownWeights")
                    .getter(entry -> contents(entry, UploadLogItems::unknownWeights))
                    .setter((draft, unknown) -> draft.unknownWeights = unknown))
            .addAttribute(StoredTypes.TEXTS, a -> a.name("commodities")
                    .getter(entry -> contents(entry, UploadLogItems::commodities))
                    .setter((draft, commodities) -> draft.commodities = commodities))
            .addAttribute(String.class, a -> a.name("definition")
                    .getter(entry -> entry instanceof Definition definition ? definition.text() : null)
                    .setter((draft, definition) -> draft.definition = definition))
            .addAttribute(StoredTypes.TEXTS_BY_NAME, a -> a.name("quotations")
                    .getter(entry -> entry instanceof Quotations file ? QuotationItems.texts(file.contents()) : null)
                    .setter((draft, quotations) -> draft.quotations = quotations))
            .addAttribute(String.class, a -> a.name("reason")
                    .getter(entry -> entry instanceof Rejected rejected ? rejected.reason() : null)
                    .setter((draft, reason) -> draft.reason = reason))
            .addAttribute(String.class, a -> a.name("declaredPeriod")
                    .getter(entry -> entry instanceof Rejected rejected
                            ? rejected.declared()
                                    .period()
                                    .map(YearMonth::toString)
                                    .orElse(null)
                            : null)
                    .setter((draft, period) -> draft.declaredPeriod = period))
            .addAttribute(StoredTypes.TEXTS, a -> a.name("declaredCommodities")
                    .getter(entry -> entry instanceof Rejected rejected
                                    && !rejected.declared().commodities().isEmpty()
                            ? List.copyOf(rejected.declared().commodities())
                            : null)
                    .setter((draft, commodities) -> draft.declaredCommodities = commodities))
            .build();

    private UploadLogItems() {}

    private static Outcome outcome(UploadLogEntry entry) {
        if (entry instanceof Committed) {
            return Outcome.COMMITTED;
        }
        if (entry instanceof Rejected) {
            return Outcome.REJECTED;
        }
        return entry instanceof Deleted ? Outcome.DELETED : Outcome.REMOVED;
    }

    private static <T> T contents(UploadLogEntry entry, Function<FileContents, T> part) {
        return entry instanceof CustomsFile file ? part.apply(file.contents()) : null;
    }

    private static String sha256(UploadLogEntry entry) {
        return entry instanceof Quotations file ? file.contents().sha256() : contents(entry, FileContents::sha256);
    }

    private static List<String> texts(Collection<YearMonth> months) {
        return months.stream().map(YearMonth::toString).toList();
    }

    /**
     * Who reported what, as {@code {"export": ["DE+NL", "2025-11", "2025-12"]}} with a number behind the flow where there are
     * several; nothing where the log is that of the one trade flow, whose months are in {@code periods}.
     */
    private static Map<String, List<String>> reported(UploadLogEntry entry) {
        if (!(entry instanceof CustomsFile file) || isOfLog(file)) {
            return null;
        }
        Map<String, List<String>> stored = new TreeMap<>();
        for (Reported some : file.contents().reported()) {
            List<String> texts = new ArrayList<>();
            texts.add(String.join("+", some.reporters()));
            texts.addAll(texts(some.months()));
            stored.put(stored.size() + "/" + some.flow().id(), texts);
        }
        return stored;
    }

    private static boolean isOfLog(CustomsFile file) {
        List<Reported> reported = file.contents().reported();
        return reported.size() == 1
                && reported.get(0).reporters().size() == 1
                && file.log()
                        .endsWith("/" + reported.get(0).reporters().first() + "/"
                                + reported.get(0).flow().id());
    }

    /** Leading digits that are not secret, as {@code {"DE/export/2025-12": ["8104"]}}. */
    private static Map<String, List<String>> residuals(FileContents contents) {
        Map<String, List<String>> stored = new TreeMap<>();
        for (Residual residual : contents.residuals()) {
            stored.computeIfAbsent(
                            residual.reporter() + "/" + residual.flow().id() + "/" + residual.month(),
                            month -> new ArrayList<>())
                    .add(residual.prefix());
        }
        return stored.isEmpty() ? null : stored;
    }

    /** As {@code {"150": ["Georgia"]}}. */
    private static Map<String, List<String>> partnerNames(FileContents contents) {
        Map<String, List<String>> stored = new TreeMap<>();
        contents.partnerNames().forEach((code, name) -> stored.put(code, List.of(name)));
        return stored.isEmpty() ? null : stored;
    }

    /** As {@code {"unit-unknown/bushel": ["10059000"]}}. */
    private static Map<String, List<String>> unknownWeights(FileContents contents) {
        Map<String, List<String>> stored = new TreeMap<>();
        for (UnknownWeight unknown : contents.unknownWeights()) {
            stored.put(unknown.reason().id() + "/" + unknown.unit(), List.copyOf(unknown.commodities()));
        }
        return stored.isEmpty() ? null : stored;
    }

    private static List<String> commodities(FileContents contents) {
        return contents.commodities().isEmpty() ? null : List.copyOf(contents.commodities());
    }

    private static List<String> parts(FileContents contents) {
        return contents.parts().isEmpty()
                ? null
                : contents.parts().stream().map(Part::id).toList();
    }

    /**
     * One entry for a version, one more for a delete marker and one more for a removal: none can overwrite another, even where a
     * storage service gives a marker the id of the version that it hides.
     */
    static String entry(UploadLogEntry upload) {
        String entry = prefix(upload.object().object()) + upload.object().versionId();
        return switch (outcome(upload)) {
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
    static final class Draft extends UploadItems.Draft {
        private String log;
        private Outcome outcome;
        private String currency;
        private List<String> periods = List.of();
        private Map<String, List<String>> reported;
        private List<String> askedFor = List.of();
        private Integer codeLength = FORMER_CODE_LENGTH;
        private Map<String, List<String>> residuals = Map.of();
        private List<String> parts = List.of();
        private long rows;
        private String sha256;
        private String vintage;
        private Map<String, List<String>> partnerNames = Map.of();
        private Map<String, List<String>> unknownWeights = Map.of();
        private List<String> commodities = List.of();
        private String definition;
        private Map<String, List<String>> quotations;
        private String reason = "";
        private String declaredPeriod;
        private List<String> declaredCommodities = List.of();

        private UploadLogEntry build() {
            Upload upload = upload();
            return switch (outcome) {
                case COMMITTED -> committed(upload);
                case REJECTED ->
                    new Rejected(
                            log,
                            upload,
                            reason,
                            new Declared(
                                    Optional.ofNullable(declaredPeriod).map(YearMonth::parse),
                                    new TreeSet<>(declaredCommodities)));
                case DELETED -> new Deleted(log, upload);
                case REMOVED -> new Removed(log, upload);
            };
        }

        private Committed committed(Upload upload) {
            if (quotations != null) {
                return new Quotations(upload, QuotationItems.contents(quotations, sha256));
            }
            return definition == null ? new CustomsFile(log, upload, contents()) : new Definition(upload, definition);
        }

        private FileContents contents() {
            return new FileContents(
                    currency,
                    reported(),
                    new TreeSet<>(askedFor),
                    codeLength == NO_CODES ? OptionalInt.empty() : OptionalInt.of(codeLength),
                    residuals(),
                    parts.stream().map(Part::parse).collect(Collectors.toCollection(TreeSet::new)),
                    rows,
                    sha256,
                    Optional.ofNullable(vintage),
                    partnerNames(),
                    unknownWeights(),
                    new TreeSet<>(commodities));
        }

        private SortedMap<String, String> partnerNames() {
            SortedMap<String, String> names = new TreeMap<>();
            partnerNames.forEach((code, name) -> names.put(code, name.get(0)));
            return names;
        }

        private List<UnknownWeight> unknownWeights() {
            List<UnknownWeight> all = new ArrayList<>();
            new TreeMap<>(unknownWeights).forEach((of, commodities) -> {
                int slash = of.indexOf('/');
                all.add(new UnknownWeight(
                        Reason.of(of.substring(0, slash)).orElseThrow(),
                        of.substring(slash + 1),
                        new TreeSet<>(commodities)));
            });
            return List.copyOf(all);
        }

        private List<Reported> reported() {
            if (reported == null) {
                TradeFlow flow = TradeFlow.parse(log);
                return List.of(new Reported(flow.flow(), new TreeSet<>(List.of(flow.reporter())), months(periods)));
            }
            return new TreeMap<>(reported)
                    .entrySet().stream()
                            .sorted(Comparator.comparingInt(entry -> number(entry.getKey())))
                            .map(entry -> new Reported(
                                    flow(entry.getKey().substring(entry.getKey().indexOf('/') + 1)),
                                    new TreeSet<>(
                                            List.of(entry.getValue().get(0).split("\\+"))),
                                    months(entry.getValue()
                                            .subList(1, entry.getValue().size()))))
                            .toList();
        }

        private static int number(String name) {
            return Integer.parseInt(name.substring(0, name.indexOf('/')));
        }

        private List<Residual> residuals() {
            List<Residual> all = new ArrayList<>();
            new TreeMap<>(residuals).forEach((of, prefixes) -> {
                String[] names = of.split("/");
                prefixes.forEach(
                        prefix -> all.add(new Residual(names[0], flow(names[1]), YearMonth.parse(names[2]), prefix)));
            });
            return List.copyOf(all);
        }

        private static Flow flow(String id) {
            return Flow.of(id).orElseThrow(() -> new IllegalArgumentException("not a flow in the upload log: " + id));
        }

        private static SortedSet<YearMonth> months(List<String> months) {
            return months.stream().map(YearMonth::parse).collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
