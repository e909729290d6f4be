package dev.customsfeed.verify.publication;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.customsfeed.ledger.SchemaVersion;
import dev.customsfeed.verify.comparison.Clock;
import dev.customsfeed.verify.comparison.Comparison;
import dev.customsfeed.verify.comparison.KnownFile;
import dev.customsfeed.verify.comparison.Part;
import dev.customsfeed.verify.comparison.RowStore;
import dev.customsfeed.verify.comparison.Shards;
import dev.customsfeed.verify.comparison.Standing;
import dev.customsfeed.verify.file.FileKind;
import dev.customsfeed.verify.publication.ReportStore.Document;
import dev.customsfeed.verify.publication.ReportStore.Stored;
import dev.customsfeed.verify.report.FindingsCsv;
import dev.customsfeed.verify.report.ReportJson;
import dev.customsfeed.verify.report.ReportPage;
import dev.customsfeed.verify.rules.AsOf;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * Publishes the report. It is a function of the files that stand; of the publication before it, it takes over the parts that cannot have
 * changed. All objects but {@value #REPORT} have a hash of their content in their names and never change; the report is written last, and
 * names them. So a reader of a report finds what belongs to it, whatever is published meanwhile.
 */
public final class Publication {

    /** The report's key. */
    public static final String REPORT = "report/report.json";

    /** The page's key; it shows one report, whose generation it names. */
    public static final String PAGE = "report/index.html";

    /** The same in Chinese. */
    public static final String PAGE_IN_CHINESE = "report/index.zh.html";

    /** The key of all findings as a table, where they are not in parts alone. */
    public static final String CSV = "report/findings.csv";

    /** The version of the rules and of what is written of them: with another one, all is compared and written again. */
    static final String RULES = "2";

    /** Lists of more findings, or of more items, are in parts alone. */
    private static final int WHOLE = 5_000;

    /** Documents that wait to be written. */
    private static final int WAITING = 256;

    private final RowStore rows;
    private final ReportStore reports;
    private final int whole;

    /**
     * @param rows has the rows of all files
     * @param reports takes the report
     */
    public Publication(RowStore rows, ReportStore reports) {
        this(rows, reports, WHOLE);
    }

    /**
     * @param rows has the rows of all files
     * @param reports takes the report
     * @param whole how many findings, and how many items, the report itself lists; of more, the parts do
     */
    public Publication(RowStore rows, ReportStore reports, int whole) {
        this.rows = rows;
        this.reports = reports;
        this.whole = whole;
    }

    /**
     * What was published.
     *
     * @param report the report, as it is written
     * @param comparedShards how many shards were compared for it
     * @param writtenObjects how many objects were written for it
     */
    public record Published(JsonNode report, int comparedShards, int writtenObjects) {}

    /**
     * Publishes the report on the files that stand.
     *
     * @return empty if somebody else published meanwhile: it has to be tried again
     */
    public Optional<Published> publish(Standing standing) {
        Optional<Stored> before = reports.get(REPORT);
        String rules = RULES + "/" + standing.asOf().retentionDays();
        Optional<String> stateKey =
                before.map(stored -> read(stored.bytes()).path("state").asText());
        PublicationState last = stateKey.flatMap(reports::get)
                .map(stored -> PublicationState.parse(stored.bytes()))
                .filter(state -> state.rules().equals(rules))
                .orElse(PublicationState.NONE);
        JsonNode former = before.map(stored -> read(stored.bytes())).orElse(ReportJson.JSON.missingNode());
        Run run = new Run(standing, last, former);
        run.compare();
        return run.write(rules, before, stateKey);
    }

    private static JsonNode read(byte[] bytes) {
        try {
            return ReportJson.JSON.readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("found no JSON where a report was written", e);
        }
    }

    /** One publication. */
    private final class Run {

        private final Standing standing;
        private final PublicationState last;
        private final JsonNode former;
        private final Set<String> changed;
        private final Comparison comparison;
        private final SortedMap<String, PartEntry> parts;
        private final Set<String> kept = new HashSet<>();
        private final Set<String> fresh = new HashSet<>();
        private final Set<String> formerKeys = new LinkedHashSet<>();
        private final List<Document> waiting = new ArrayList<>();
        private int compared;
        private int written;

        private Run(Standing standing, PublicationState last, JsonNode former) {
            this.standing = standing;
            this.last = last;
            this.former = former;
            Set<String> difference = new HashSet<>(standing.ids());
            difference.removeAll(last.files());
            last.files().stream().filter(id -> !standing.ids().contains(id)).forEach(difference::add);
            this.changed = difference;
            this.comparison = new Comparison(rows, standing, changed);
            this.parts = new TreeMap<>(last.parts());
        }

        private void compare() {
            BitSet items = new BitSet(Shards.COUNT);
            BitSet uses = new BitSet(Shards.COUNT);
            List<KnownFile> files =
                    changed.stream().flatMap(id -> standing.known(id).stream()).toList();
            boolean all = files.size() < changed.size() || files.stream().anyMatch(file -> holdsForAll(file.kind()));
            files.forEach(file -> {
                items.or(file.items());
                uses.or(file.certificates());
            });
            if (all) {
                // Somebody knows a file no more, or what holds for all items changed.
                standing.files().forEach(file -> items.or(file.items()));
                standing.files().forEach(file -> uses.or(file.certificates()));
                parts.keySet().forEach(name -> mark(name, items, uses, new BitSet()));
            }
            clocksMoved(items, uses);
            each(uses, new BitSet(Shards.COUNT), comparison::uses);
            BitSet done = new BitSet(Shards.COUNT);
            items.or(comparison.touchedItems());
            while (each(items, done, comparison::items)) {
                items.or(comparison.touchedItems());
            }
            BitSet lots = comparison.touchedLots();
            if (files.size() < changed.size()) {
                // What a file that nobody knows any more hid may be in any of them.
                lots.set(0, Shards.COUNT);
            }
            if (all) {
                parts.keySet().forEach(name -> mark(name, new BitSet(), new BitSet(), lots));
            }
            each(lots, new BitSet(Shards.COUNT), comparison::lots);
        }

        private boolean holdsForAll(FileKind kind) {
            return kind == FileKind.RATES || kind == FileKind.LISTS || kind == FileKind.CONTROLS;
        }

        /** Marks the shards whose outcome hangs on a day that a clock came to, or fell behind, since. */
        private void clocksMoved(BitSet items, BitSet uses) {
            for (Clock clock : Clock.values()) {
                LocalDate from = last.clock(clock).orElse(LocalDate.MIN);
                LocalDate to = clock.of(standing.asOf()).orElse(LocalDate.MIN);
                LocalDate low = from.isBefore(to) ? from : to;
                LocalDate high = from.isBefore(to) ? to : from;
                parts.forEach((name, part) -> {
                    boolean moved = part.days().getOrDefault(clock, new TreeSet<>()).stream()
                            .anyMatch(day -> day.isAfter(low) && !day.isAfter(high));
                    if (moved) {
                        mark(name, items, uses, new BitSet());
                    }
                });
            }
        }

        private void mark(String name, BitSet items, BitSet uses, BitSet lots) {
            int shard = Shards.number(name);
            switch (Shards.kind(name)) {
                case "item" -> items.set(shard);
                case "use" -> uses.set(shard);
                default -> lots.set(shard);
            }
        }

        /** Compares those of {@code shards} that are not done; whether there were any. */
        private boolean each(BitSet shards, BitSet done, IntFunction<Part> compare) {
            BitSet left = (BitSet) shards.clone();
            left.andNot(done);
            left.stream().forEach(shard -> {
                done.set(shard);
                take(compare.apply(shard));
            });
            return !left.isEmpty();
        }

        private void take(Part part) {
            compared++;
            fresh.add(part.name());
            PartEntry before = parts.remove(part.name());
            if (before != null) {
                formerKeys.addAll(before.keys());
            }
            if (part.isEmpty()) {
                return;
            }
            List<Document> documents = PartDocuments.of(part);
            List<String> keys = documents.stream().map(Document::key).toList();
            parts.put(part.name(), PartEntry.of(part, keys));
            Set<String> there = before == null ? Set.of() : new HashSet<>(before.keys());
            documents.stream().filter(one -> !there.contains(one.key())).forEach(this::put);
            kept.addAll(keys);
        }

        private void put(Document document) {
            waiting.add(document);
            if (waiting.size() >= WAITING) {
                flush();
            }
        }

        private void flush() {
            reports.putAll(List.copyOf(waiting));
            written += waiting.size();
            waiting.clear();
        }

        private Optional<Published> write(String rules, Optional<Stored> before, Optional<String> stateKey) {
            if (changed.isEmpty() && compared == 0 && before.isPresent()) {
                return Optional.of(new Published(former, 0, 0));
            }
            flush();
            formerKeys.removeAll(kept);
            ObjectNode report = report(rules);
            Map<Clock, LocalDate> clocks = new EnumMap<>(Clock.class);
            for (Clock clock : Clock.values()) {
                clock.of(standing.asOf()).ifPresent(day -> clocks.put(clock, day));
            }
            stateKey.ifPresent(formerKeys::add);
            PublicationState state =
                    new PublicationState(rules, standing.ids(), clocks, parts, List.copyOf(formerKeys));
            Document stated = PartDocuments.document("report/state/state", ".json", PartDocuments.JSON, state.bytes());
            report.put("state", stated.key());
            put(stated);
            if (last == PublicationState.NONE) {
                SchemaDocuments.all().forEach(this::put);
            }
            flush();
            Document document = new Document(REPORT, PartDocuments.JSON, ReportJson.bytes(report));
            if (!reports.replace(document, before.map(Stored::tag))) {
                return Optional.empty();
            }
            written++;
            Set<String> gone = new LinkedHashSet<>(last.former());
            gone.removeAll(formerKeys);
            parts.values().forEach(part -> gone.removeAll(part.keys()));
            gone.remove(stated.key());
            if (!report.has("csv")) {
                gone.add(CSV);
            }
            reports.deleteAll(gone);
            return Optional.of(new Published(report, compared, written));
        }

        private ObjectNode report(String rules) {
            AsOf asOf = standing.asOf();
            ObjectNode report = ReportJson.JSON.createObjectNode();
            report.put(SchemaVersion.MEMBER, SchemaVersion.NUMBER);
            report.put("generation", PartDocuments.hash(rules + "\n" + String.join("\n", standing.ids())));
            ObjectNode days = report.putObject("asOf");
            for (FileKind kind : FileKind.values()) {
                standing.files().stream()
                        .filter(file -> file.kind() == kind)
                        .map(KnownFile::day)
                        .max(Comparator.naturalOrder())
                        .ifPresent(day -> days.put(kind.folder(), day.toString()));
            }
            report.put("retentionDays", asOf.retentionDays());
            ObjectNode counts = report.putObject("counts");
            for (String name : PartEntry.names()) {
                counts.put(name, sum(name));
            }
            ArrayNode files = report.putArray("files");
            standing.files().forEach(file -> files.addObject()
                    .put("key", file.key())
                    .put("version", file.version())
                    .put("kind", file.kind().folder())
                    .put("uploaded", file.upload().order().lastModified().toString())
                    .put("rows", file.rows()));
            boolean wholeFindings = sum(PartEntry.FINDINGS) <= whole;
            boolean wholeItems = sum(PartEntry.BALANCES) <= whole;
            report.put("findingsInParts", !wholeFindings);
            report.put("balancesInParts", !wholeItems);
            List<JsonNode> findings = new ArrayList<>();
            List<JsonNode> balances = new ArrayList<>();
            gather(wholeFindings, wholeItems, findings, balances);
            ArrayNode some = report.putArray("findings");
            ArrayNode pending = report.putArray("pending");
            if (wholeFindings) {
                findings.forEach(one -> ("pending".equals(one.path("level").asText()) ? pending : some).add(one));
                put(new Document(CSV, PartDocuments.CSV, FindingsCsv.bytes(findings)));
                report.put("csv", CSV);
            }
            ArrayNode all = report.putArray("balances");
            if (wholeItems) {
                balances.forEach(all::add);
            }
            ArrayNode entries = report.putArray("parts");
            parts.forEach((name, part) -> {
                ObjectNode entry = entries.addObject().put("part", name).put("key", part.key());
                part.keys().stream().filter(key -> key.endsWith(".csv")).forEach(key -> entry.put("csv", key));
                entry.put("findings", part.count(PartEntry.FINDINGS));
                entry.put("items", part.count(PartEntry.BALANCES));
            });
            for (Locale language : List.of(Locale.ENGLISH, Locale.CHINESE)) {
                byte[] page = ReportPage.of(report, findings, balances, language);
                String key = language.equals(Locale.ENGLISH) ? PAGE : PAGE_IN_CHINESE;
                put(new Document(key, "text/html; charset=utf-8", page));
            }
            return report;
        }

        private long sum(String name) {
            return parts.values().stream().mapToLong(part -> part.count(name)).sum();
        }

        /**
         * Reads what is shown as a whole; of more findings than that, those of the first parts. What the report before shows of parts that
         * are taken over is not read again.
         */
        private void gather(
                boolean wholeFindings, boolean wholeItems, List<JsonNode> findings, List<JsonNode> balances) {
            boolean takeFindings = last != PublicationState.NONE
                    && wholeFindings
                    && !former.path("findingsInParts").asBoolean(true);
            boolean takeBalances = last != PublicationState.NONE
                    && wholeItems
                    && !former.path("balancesInParts").asBoolean(true);
            if (takeFindings) {
                takeOverFindings(findings);
            }
            if (takeBalances) {
                takeOverBalances(balances);
            }
            parts.forEach((name, part) -> {
                boolean newPart = fresh.contains(name);
                boolean needFindings = part.count(PartEntry.FINDINGS) > 0
                        && (wholeFindings ? newPart || !takeFindings : findings.size() < whole);
                boolean needBalances = part.count(PartEntry.BALANCES) > 0 && wholeItems && (newPart || !takeBalances);
                if (needFindings || needBalances) {
                    JsonNode json = read(reports.get(part.key()).orElseThrow().bytes());
                    if (needFindings) {
                        json.path("findings").forEach(findings::add);
                        json.path("pending").forEach(findings::add);
                    }
                    if (needBalances) {
                        json.path("balances").forEach(balances::add);
                    }
                }
            });
            findings.sort(Comparator.comparingInt(
                            (JsonNode one) -> levels().indexOf(one.path("level").asText()))
                    .thenComparing(one -> one.path("code").asText())
                    .thenComparing(one -> one.path("subject").toString())
                    .thenComparing(JsonNode::toString));
            balances.sort(Comparator.comparing(Run::item));
        }

        private static String item(JsonNode json) {
            return json.path("declaration").asText() + "/" + json.path("item").asText();
        }

        /** The findings of the parts that were not compared. */
        private void takeOverFindings(List<JsonNode> findings) {
            Set<String> documents = new HashSet<>();
            parts.forEach((name, part) -> {
                if (!fresh.contains(name)) {
                    documents.addAll(part.keys());
                }
            });
            Stream.of(former.path("findings"), former.path("pending"))
                    .forEach(some -> some.forEach(one -> {
                        if (documents.contains(one.path("document").asText())) {
                            findings.add(one);
                        }
                    }));
        }

        /** The balances of the parts that were not compared. */
        private void takeOverBalances(List<JsonNode> balances) {
            former.path("balances").forEach(one -> {
                if (!fresh.contains(Shards.ofItem(item(one)))) {
                    balances.add(one);
                }
            });
        }

        private List<String> levels() {
            return List.of("error", "check", "info", "pending");
        }
    }
}
