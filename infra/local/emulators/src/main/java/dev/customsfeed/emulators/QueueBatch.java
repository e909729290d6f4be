package dev.customsfeed.emulators;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A batch of a queue's messages, as Lambda hands it to a function and is told which of them failed.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html#services-sqs-batchfailurereporting">Partial
 *     batch responses</a>
 */
public final class QueueBatch {

    private static final JsonMapper JSON = new JsonMapper();

    private QueueBatch() {}

    /** The event of messages with the ids {@code 0}, {@code 1}, ..., of which functions read id and body alone. */
    public static byte[] of(String... bodies) {
        ObjectNode event = JSON.createObjectNode();
        ArrayNode messages = event.putArray("Records");
        for (int i = 0; i < bodies.length; i++) {
            messages.addObject().put("messageId", Integer.toString(i)).put("body", bodies[i]);
        }
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Hands over an event.
     *
     * @return the ids of the messages that failed
     * @throws IOException if the function throws it, or answers something else than JSON
     */
    public static List<String> hand(RequestStreamHandler function, byte[] event, Context context) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        function.handleRequest(new ByteArrayInputStream(event), answer, context);
        List<String> failed = new ArrayList<>();
        for (JsonNode failure : JSON.readTree(answer.toByteArray()).path("batchItemFailures")) {
            failed.add(failure.path("itemIdentifier").asText());
        }
        return failed;
    }
}
