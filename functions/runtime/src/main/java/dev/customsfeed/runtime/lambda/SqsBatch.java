package dev.customsfeed.runtime.lambda;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.customsfeed.runtime.log.Metrics;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The shape in which Lambda hands a function a batch of a queue's messages and hears which of them to deliver again.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html">Partial batch responses</a>
 */
public final class SqsBatch {

    private static final JsonMapper JSON = new JsonMapper();

    private SqsBatch() {}

    /**
     * Reads the messages of an event.
     *
     * @throws IOException if the event is not a batch of queue messages; says what was found
     */
    public static List<SqsMessage> read(InputStream event) throws IOException {
        JsonNode root = JSON.readTree(event);
        JsonNode records = root == null ? JSON.missingNode() : root.path("Records");
        if (!records.isArray()) {
            throw new IOException("found an event without 'Records', expected a batch of queue messages: " + root);
        }
        List<SqsMessage> messages = new ArrayList<>();
        for (JsonNode message : records) {
            if (!message.path("messageId").isTextual() || !message.path("body").isTextual()) {
                throw new IOException(
                        "found a record without 'messageId' or 'body', expected a queue message: " + message);
            }
            messages.add(new SqsMessage(
                    message.get("messageId").asText(), message.get("body").asText()));
        }
        return messages;
    }

    /**
     * Answers Lambda: the messages named by {@code failedIds} are to be delivered again, all others are done. Lambda counts such an
     * answer as a success, so the failures are told by the metric {@code MessagesFailed}, which an alarm watches.
     */
    public static void respond(OutputStream out, List<String> failedIds, Metrics metrics) throws IOException {
        if (!failedIds.isEmpty()) {
            metrics.tell(List.of(Metrics.Value.count("MessagesFailed", failedIds.size())));
        }
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeArrayFieldStart("batchItemFailures");
            for (String id : failedIds) {
                json.writeStartObject();
                json.writeStringField("itemIdentifier", id);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }
}
