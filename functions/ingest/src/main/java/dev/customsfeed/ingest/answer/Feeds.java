package dev.customsfeed.ingest.answer;

import dev.customsfeed.ledger.SourceRules;
import dev.customsfeed.ledger.UploadHistory;
import dev.customsfeed.ledger.UploadLogEntry;
import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.ledger.feed.FeedDefinitionReader;
import dev.customsfeed.ledger.feed.InvalidFeedException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The feed definitions that stand.
 *
 * @param definitions by their ids
 * @param unreadable keys of those that were taken by another version and are none to this one
 */
record Feeds(List<FeedDefinition> definitions, List<String> unreadable) {

    private static final String FOLDER = "feeds/";
    private static final String SUFFIX = ".json";

    /** Those of {@code log}. */
    static Feeds of(Collection<UploadLogEntry> log, Map<String, SourceRules> sources) {
        List<FeedDefinition> definitions = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (UploadLogEntry.Definition entry : UploadHistory.of(log).definitions()) {
            String key = entry.object().key();
            try {
                definitions.add(FeedDefinitionReader.read(
                        key.substring(FOLDER.length(), key.length() - SUFFIX.length()), entry.text(), sources));
            } catch (InvalidFeedException e) {
                unreadable.add(key);
            }
        }
        definitions.sort(Comparator.comparing(FeedDefinition::id));
        unreadable.sort(Comparator.naturalOrder());
        return new Feeds(List.copyOf(definitions), List.copyOf(unreadable));
    }
}
