package dev.customsfeed.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.customsfeed.publish.figures.feed.FeedData;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What a {@code feed.json} says of itself.
 *
 * @param periods the months it has an item of
 * @param definitionVersion S3's version id of the definition it was made by; empty if it does not say
 */
record PublishedFeed(SortedSet<YearMonth> periods, Optional<String> definitionVersion) {

    private static final JsonMapper JSON = new JsonMapper();

    /** What the {@code feed.json} that is made of {@code data} says. */
    static PublishedFeed of(FeedData data) {
        return new PublishedFeed(
                Collections.unmodifiableSortedSet(data.periods()),
                Optional.of(data.definitionFile().versionId()));
    }

    /**
     * Reads it. Of a feed with pages, the months are read off its {@code availability.json}, the one that was published with it.
     *
     * @param archived gives the immutable copies of documents that it names
     * @throws WithheldPublicationException if it is not a feed of ours
     */
    static PublishedFeed read(byte[] feedJson, Function<String, Optional<byte[]>> archived)
            throws WithheldPublicationException {
        try {
            JsonNode feed = JSON.readTree(feedJson);
            JsonNode items = feed.path("items");
            if (!items.isArray()) {
                throw new WithheldPublicationException("found a feed.json without 'items', expected a JSON Feed");
            }
            SortedSet<YearMonth> periods = new TreeSet<>();
            for (JsonNode item : items) {
                periods.add(YearMonth.parse(item.path("_customs").path("period").asText()));
            }
            if (feed.has("next_url")) {
                periods.addAll(available(feed, archived));
            }
            JsonNode version = feed.path("_customs").path("definition").path("version");
            return new PublishedFeed(
                    Collections.unmodifiableSortedSet(periods),
                    version.isTextual() ? Optional.of(version.asText()) : Optional.empty());
        } catch (IOException | DateTimeException e) {
            throw new WithheldPublicationException(
                    "found a feed.json that cannot be read, expected a JSON Feed of ours", e);
        }
    }

    private static SortedSet<YearMonth> available(JsonNode feed, Function<String, Optional<byte[]>> archived)
            throws IOException, WithheldPublicationException {
        String path = feed.path("_customs").path("availability").path("archive").asText();
        byte[] availability = archived.apply(path)
                .orElseThrow(() -> new WithheldPublicationException("found no '" + path
                        + "', which feed.json names, expected the months that are live to stand there"));
        SortedSet<YearMonth> periods = new TreeSet<>();
        for (JsonNode month : JSON.readTree(availability).path("months")) {
            if (!month.path("status").asText().equals("missing")) {
                periods.add(YearMonth.parse(month.path("period").asText()));
            }
        }
        return periods;
    }
}
