package dev.customsfeed.ingest;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.runtime.aws.FifoMessage;

/** The message by which the function that publishes hears that an upload log has something new. */
final class ChangedLog {

    private static final JsonMapper JSON = new JsonMapper();

    private ChangedLog() {}

    /**
     * {@code {"changed":"gacc/CN/export","object":"upload/incoming/a.csv"}}. What is new stands in the log itself, so that messages
     * about one log are the same, whatever object they tell of: that is there for people to read.
     */
    static FifoMessage message(String log, ObjectVersion object) {
        ObjectNode message = JSON.createObjectNode();
        message.put("changed", log);
        message.put("object", object.object());
        return new FifoMessage("log/" + log, "changed", message.toString());
    }
}
