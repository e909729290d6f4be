package dev.customsfeed.publish.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.UploadLogEntry;
import dev.customsfeed.ledger.UploadLogEntry.Definition;
import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.ledger.feed.FeedDefinitionReader;
import dev.customsfeed.ledger.feed.InvalidFeedException;
import dev.customsfeed.ledger.tables.MonthsTable;
import dev.customsfeed.ledger.tables.PlacedEntry;
import dev.customsfeed.ledger.tables.PlacedEntryText;
import dev.customsfeed.runtime.cache.LruCache;
import dev.customsfeed.sources.Sources;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Follows the log of feed definitions: of what is known already nothing is read again, be it known to this function or to the
 * checkpoint. Texts are read when somebody asks for the definition.
 */
public final class KnownDefinitions {

    private static final String CHECKPOINT = "definitions";

    /** Characters of definitions that are kept as they were read; a definition takes some ten times as many bytes. */
    private static final long TEXT_KEPT = 3_000_000;

    private final MonthsTable months;
    private final Checkpoints checkpoints;
    private final String head;
    private final LruCache<ObjectVersion, Read> definitions = new LruCache<>(TEXT_KEPT, Read::size);
    private final Map<ObjectVersion, Optional<FeedScope>> scopes = new HashMap<>();
    private Optional<FeedDefinitions> known = Optional.empty();

    private record Read(FeedDefinition definition, long size) {}

    /**
     * Of the log in {@code months}.
     *
     * @param code says which version of the function reads definitions: what another one made of them is not believed
     */
    public KnownDefinitions(MonthsTable months, Checkpoints checkpoints, String code) {
        this.months = months;
        this.checkpoints = checkpoints;
        this.head = "definitions of " + code + " up to ";
    }

    /** The definitions as of now. */
    public synchronized FeedDefinitions now() {
        FeedDefinitions before = known.or(this::saved).orElseGet(this::all);
        List<PlacedEntry> news = months.placedAfter(UploadLogEntry.FEEDS, before.place());
        known = Optional.of(news.isEmpty() ? before : with(before, news));
        return known.get();
    }

    /** The definitions as of now, whatever was known: for entries that were lost, or written past their order. */
    public synchronized FeedDefinitions afresh() {
        scopes.clear();
        known = Optional.of(all());
        return known.get();
    }

    private FeedDefinitions all() {
        // First the place, then the entries: what is entered between is read once more.
        long place = months.newestPlace(UploadLogEntry.FEEDS);
        List<PlacedEntry> entries = new ArrayList<>();
        months.forEachPlaced(UploadLogEntry.FEEDS, placed -> entries.add(withoutText(placed)));
        return new FeedDefinitions(place, entries, this::definition);
    }

    private FeedDefinitions with(FeedDefinitions before, List<PlacedEntry> news) {
        Map<String, PlacedEntry> byName = new LinkedHashMap<>();
        before.entries().forEach(placed -> byName.put(placed.name(), placed));
        for (PlacedEntry placed : news) {
            byName.put(placed.name(), withoutText(placed));
        }
        return new FeedDefinitions(news.get(news.size() - 1).place(), byName.values(), this::definition);
    }

    private static PlacedEntry withoutText(PlacedEntry placed) {
        return placed.entry() instanceof Definition definition
                ? new PlacedEntry(placed.place(), new Definition(definition.upload(), ""))
                : placed;
    }

    private synchronized Optional<FeedDefinition> definition(String id, Definition entry) throws InvalidFeedException {
        Optional<Read> kept = definitions.get(entry.object());
        if (kept.isPresent()) {
            return kept.map(Read::definition);
        }
        Optional<PlacedEntry> whole =
                months.named(UploadLogEntry.FEEDS, new PlacedEntry(PlacedEntry.NONE, entry).name());
        if (whole.isEmpty() || !(whole.get().entry() instanceof Definition found)) {
            return Optional.empty();
        }
        FeedDefinition definition = FeedDefinitionReader.read(id, found.text(), Sources.rules());
        definitions.put(entry.object(), new Read(definition, found.text().length()));
        return Optional.of(definition);
    }

    /** What the feed {@code id} may depend on; empty if it has no definition, or none that can be read. */
    public synchronized Optional<FeedScope> scope(FeedDefinitions among, String id) {
        Optional<ObjectVersion> standing = among.standing(id);
        if (standing.isEmpty()) {
            return Optional.empty();
        }
        Optional<FeedScope> scope = scopes.get(standing.get());
        if (scope == null) {
            try {
                scope = among.version(id, standing.get().versionId()).map(FeedScope::of);
            } catch (InvalidFeedException e) {
                scope = Optional.empty();
            }
            scopes.put(standing.get(), scope);
        }
        return scope;
    }

    /** The place up to which the checkpoint goes, by which whoever wakes feeds knows what is new; empty if there is none. */
    public OptionalLong savedPlace() {
        return saved().map(saved -> OptionalLong.of(saved.place())).orElse(OptionalLong.empty());
    }

    /** Moves the checkpoint: whoever calls it has told all whom what is new concerns. */
    public synchronized void save(FeedDefinitions definitions) {
        List<String> lines = new ArrayList<>();
        lines.add(head + definitions.place());
        definitions.entries().forEach(placed -> lines.add(PlacedEntryText.write(placed)));
        for (String id : definitions.standing()) {
            ObjectVersion version = definitions.standing(id).orElseThrow();
            scope(definitions, id)
                    .ifPresent(scope ->
                            lines.add("scope " + version.versionId() + " " + version.object() + "\t" + scope.json()));
        }
        checkpoints.write(CHECKPOINT, lines);
    }

    private Optional<FeedDefinitions> saved() {
        Optional<List<String>> lines = checkpoints.read(CHECKPOINT);
        if (lines.isEmpty() || lines.get().isEmpty() || !lines.get().get(0).startsWith(head)) {
            return Optional.empty();
        }
        try {
            long place = Long.parseLong(lines.get().get(0).substring(head.length()));
            List<PlacedEntry> entries = new ArrayList<>();
            Map<String, FeedScope> read = new HashMap<>();
            for (String line : lines.get().subList(1, lines.get().size())) {
                if (line.startsWith("scope ")) {
                    int tab = line.indexOf('\t');
                    read.put(line.substring("scope ".length(), tab), FeedScope.read(line.substring(tab + 1)));
                } else {
                    entries.add(PlacedEntryText.read(line));
                }
            }
            keepScopes(entries, read);
            return Optional.of(new FeedDefinitions(place, entries, this::definition));
        } catch (JsonProcessingException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private synchronized void keepScopes(Collection<PlacedEntry> entries, Map<String, FeedScope> read) {
        for (PlacedEntry placed : entries) {
            ObjectVersion version = placed.entry().object();
            FeedScope scope = read.get(version.versionId() + " " + version.object());
            if (scope != null) {
                scopes.putIfAbsent(version, Optional.of(scope));
            }
        }
    }
}
