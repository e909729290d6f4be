package dev.customsfeed.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.customsfeed.runtime.aws.FifoMessage;
import java.util.Optional;

/** What a message asks for. */
sealed interface Wish {

    /** All feeds are looked at, those in which nothing can have changed among them: {@code {"recompute":"why"}}. */
    record Recompute(String why) implements Wish {}

    /** All feeds are made again from the beginning, whatever anybody knows: {@code {"check":"why"}}. */
    record Check(String why) implements Wish {}

    /**
     * An upload log has something new: {@code {"changed":"gacc/CN/export"}}.
     *
     * @param log its name
     */
    record Changed(String log) implements Wish {}

    /**
     * One feed is looked at: {@code {"feed":"magnesium","definition":"v1","place":42,"prices":7}}, or
     * {@code {"feed":"magnesium","check":true}}.
     *
     * @param id of the feed
     * @param definition the version of its definition that stood; empty where it had none
     * @param place of the newest entry of its log that may concern it
     * @param prices the same in the log of prices; nothing where none may
     * @param check whether it is made again from the beginning
     */
    record Feed(String id, Optional<String> definition, long place, long prices, boolean check) implements Wish {

        /** The message that asks for it. */
        FifoMessage message() {
            ObjectNode message = JSON.createObjectNode().put("feed", id);
            definition.ifPresent(version -> message.put("definition", version).put("place", place));
            if (prices > 0) {
                message.put("prices", prices);
            }
            if (check) {
                message.put("check", true);
            }
            return new FifoMessage("feed/" + id, message.toString(), message.toString());
        }
    }

    /**
     * The list of feeds is written, in which each stands as it is live: {@code {"list":"why"}} for all that ever were,
     * {@code {"list":"why","standing":true}} for those that have a definition, {@code {"list":"why","feed":"magnesium"}} for one.
     *
     * @param feed the one; empty for all
     * @param standing whether all are those that have a definition
     */
    record ListFeeds(String why, Optional<String> feed, boolean standing) implements Wish {

        /** The message that asks for it. */
        FifoMessage message() {
            ObjectNode message = JSON.createObjectNode().put("list", why);
            feed.ifPresent(id -> message.put("feed", id));
            if (standing) {
                message.put("standing", true);
            }
            return new FifoMessage("list", message.toString(), message.toString());
        }
    }

    /** Reads and writes messages. */
    JsonMapper JSON = new JsonMapper();

    /**
     * Reads a message.
     *
     * @throws IllegalArgumentException if it asks for nothing that is known
     */
    static Wish read(String message) {
        JsonNode body;
        try {
            body = JSON.readTree(message);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("found a message that is no JSON", e);
        }
        Optional<String> feed = text(body, "feed");
        if (text(body, "list").isPresent()) {
            return new ListFeeds(
                    text(body, "list").get(), feed, body.path("standing").asBoolean());
        }
        if (feed.isPresent()) {
            return new Feed(
                    feed.get(),
                    text(body, "definition"),
                    body.path("place").asLong(),
                    body.path("prices").asLong(),
                    body.path("check").asBoolean());
        }
        return text(body, "recompute")
                .<Wish>map(Recompute::new)
                .or(() -> text(body, "check").map(Check::new))
                .or(() -> text(body, "changed").map(Changed::new))
                .orElseThrow(() -> new IllegalArgumentException(
                        "found a message without 'recompute', 'check', 'changed', 'feed' or 'list'"));
    }

    private static Optional<String> text(JsonNode body, String name) {
        return Optional.ofNullable(body.get(name)).filter(JsonNode::isTextual).map(JsonNode::asText);
    }
}
