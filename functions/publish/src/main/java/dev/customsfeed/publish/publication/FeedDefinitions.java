package dev.customsfeed.publish.publication;

import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.UploadHistory;
import dev.customsfeed.ledger.UploadLogEntry;
import dev.customsfeed.ledger.UploadLogEntry.Committed;
import dev.customsfeed.ledger.UploadLogEntry.Definition;
import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.ledger.feed.InvalidFeedException;
import dev.customsfeed.ledger.tables.PlacedEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The feed definitions that were ever uploaded, as of some place in their log, and which of them stand. */
public final class FeedDefinitions {

    private final long place;
    private final Collection<PlacedEntry> entries;
    private final Texts texts;
    private final SortedMap<String, Definition> standing = new TreeMap<>();
    private final List<Definition> all = new ArrayList<>();

    /** Reads definitions, whose texts are not kept. */
    interface Texts {
        /**
         * The definition of the feed {@code id} that {@code entry} is about.
         *
         * @return empty if its text is lost
         * @throws InvalidFeedException if it cannot be read any more
         */
        Optional<FeedDefinition> read(String id, Definition entry) throws InvalidFeedException;
    }

    FeedDefinitions(long place, Collection<PlacedEntry> entries, Texts texts) {
        this.place = place;
        this.entries = Collections.unmodifiableCollection(entries);
        this.texts = texts;
        UploadHistory uploads =
                UploadHistory.of(entries.stream().map(PlacedEntry::entry).toList());
        uploads.retired().forEach(upload -> all.add(definition(upload)));
        all.addAll(uploads.definitions());
        // Oldest first: should a feed be defined in two buckets, the newer definition stands.
        uploads.definitions().forEach(upload -> standing.put(id(upload), upload));
    }

    private static Definition definition(Committed upload) {
        if (upload instanceof Definition definition) {
            return definition;
        }
        throw new IllegalArgumentException("found no feed definition in the log of feeds: " + upload);
    }

    /** The place up to which their log was read. */
    public long place() {
        return place;
    }

    /** What was read, without texts. */
    Collection<PlacedEntry> entries() {
        return entries;
    }

    /** The names of all feeds that have or ever had a definition. */
    public SortedSet<String> ids() {
        SortedSet<String> ids = new TreeSet<>();
        all.forEach(upload -> ids.add(id(upload)));
        return ids;
    }

    /** The names of the feeds that something was entered of after {@code since}. */
    public SortedSet<String> changedAfter(long since) {
        SortedSet<String> ids = new TreeSet<>();
        entries.stream().filter(placed -> placed.place() > since).forEach(placed -> ids.add(id(placed.entry())));
        ids.retainAll(ids());
        return ids;
    }

    /** The names of the feeds that have a definition. */
    public SortedSet<String> standing() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(standing.keySet()));
    }

    /** The version of its definition that the feed {@code id} is made by; empty if it was deleted, or never had one. */
    public Optional<ObjectVersion> standing(String id) {
        return Optional.ofNullable(standing.get(id)).map(UploadLogEntry::object);
    }

    /**
     * A definition of the feed {@code id}, whether it stands or once did.
     *
     * @param versionId S3's version id of its file
     * @return empty if there never was such a version
     * @throws InvalidFeedException if it cannot be read any more
     */
    public Optional<FeedDefinition> version(String id, String versionId) throws InvalidFeedException {
        for (Definition upload : all) {
            if (id(upload).equals(id) && upload.object().versionId().equals(versionId)) {
                return texts.read(id, upload);
            }
        }
        return Optional.empty();
    }

    /** {@code magnesium} for {@code feeds/magnesium.json}. */
    private static String id(UploadLogEntry upload) {
        String key = upload.object().key();
        String name = key.substring(key.lastIndexOf('/') + 1);
        return name.endsWith(".json") ? name.substring(0, name.length() - ".json".length()) : name;
    }
}
