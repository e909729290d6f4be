package dev.customsfeed.publish.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.customsfeed.ledger.FileContents;
import dev.customsfeed.ledger.Part.Dimension;
import dev.customsfeed.ledger.UploadLogEntry;
import dev.customsfeed.ledger.UploadLogEntry.CustomsFile;
import dev.customsfeed.ledger.UploadLogEntry.Rejected;
import dev.customsfeed.ledger.feed.FeedDefinition;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which entries of which upload log a feed may depend on: all that its definition says of that. Files of its goods count whatever their
 * reporter, flow and currency are, for what a feed cannot use may be what it lacks.
 *
 * @param log the log that tells of its files
 * @param group whether it is about a group of reporters: then files of other goods count too, for they say who has reported a month
 * @param commodities its codes
 * @param prices what it may depend on in the log of prices; empty where it names none
 */
public record FeedScope(String log, boolean group, SortedSet<String> commodities, Optional<PriceScope> prices)
        implements LogScope {

    private static final JsonMapper JSON = new JsonMapper();

    /** That of a feed. */
    public static FeedScope of(FeedDefinition feed) {
        return new FeedScope(feed.log(), feed.isOfGroup(), new TreeSet<>(feed.commodities()), PriceScope.of(feed));
    }

    @Override
    public boolean concerns(Collection<? extends UploadLogEntry> entries) {
        return entries.stream().anyMatch(this::concerns);
    }

    private boolean concerns(UploadLogEntry entry) {
        if (entry instanceof CustomsFile file) {
            return concerns(file.contents());
        }
        // A report tells of the rejected ones that may have had its goods.
        return entry instanceof Rejected rejected
                && (rejected.declared().commodities().isEmpty()
                        || mayHave(rejected.declared().commodities()));
    }

    private boolean concerns(FileContents contents) {
        return group
                || mayHaveRowsOf(contents)
                // Pages count when all are there, also those without any of the goods.
                || contents.parts().stream().anyMatch(part -> part.dimension() == Dimension.PAGE);
    }

    /** A file that answers for no goods concerns all feeds: it says that a month was reported, be it without theirs. */
    private boolean mayHaveRowsOf(FileContents contents) {
        return contents.answersFor().isEmpty() || mayHave(contents.answersFor());
    }

    /** No row of a file is outside of what it answers for, or its key declares. */
    private boolean mayHave(Collection<String> beginnings) {
        return beginnings.stream().anyMatch(this::isOfOneLineWithACommodity);
    }

    /** Whether a commodity begins with {@code code}, or is what that begins with. */
    private boolean isOfOneLineWithACommodity(String code) {
        // The first in order that is not before it begins with it if any does.
        for (String commodity : commodities.tailSet(code)) {
            if (commodity.startsWith(code)) {
                return true;
            }
            break;
        }
        for (int length = 0; length < code.length(); length++) {
            if (commodities.contains(code.substring(0, length))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String json() {
        ObjectNode scope = JSON.createObjectNode();
        scope.put("log", log).put("group", group);
        ArrayNode codes = scope.putArray("commodities");
        commodities.forEach(codes::add);
        prices.ifPresent(some -> scope.put("priced", some.json()));
        return scope.toString();
    }

    /**
     * Reads what {@link #json} wrote.
     *
     * @throws JsonProcessingException if it did not
     */
    static FeedScope read(String json) throws JsonProcessingException {
        JsonNode scope = JSON.readTree(json);
        return new FeedScope(
                scope.path("log").asText(),
                scope.path("group").asBoolean(),
                texts(scope.path("commodities")),
                scope.has("priced")
                        ? Optional.of(PriceScope.read(scope.path("priced").asText()))
                        : Optional.empty());
    }

    private static SortedSet<String> texts(JsonNode array) {
        SortedSet<String> texts = new TreeSet<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
