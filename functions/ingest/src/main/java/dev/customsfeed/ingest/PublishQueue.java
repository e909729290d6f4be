package dev.customsfeed.ingest;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.runtime.aws.AwsClients;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Wakes the function that publishes: bursts of wake-ups collapse into one. */
public final class PublishQueue implements Consumer<String> {

    private static final String GROUP = "feed";

    /**
     * Wake-ups within so many seconds are one. The queue holds each back for 30 seconds: longer, so that whoever is dropped has
     * committed before the one that was let in is delivered, even where two clocks differ by a few seconds.
     */
    private static final int BUCKET_SECONDS = 20;

    private static final JsonMapper JSON = new JsonMapper();

    private final String url;
    private final Supplier<SqsClient> connect;
    private final Clock clock;
    private SqsClient sqs;

    /**
     * The queue at {@code url}.
     *
     * @param connect makes the client, once, when somebody is to be woken for the first time
     * @param clock tells which wake-ups are one
     */
    public PublishQueue(String url, Supplier<SqsClient> connect, Clock clock) {
        this.url = url;
        this.connect = connect;
        this.clock = clock;
    }

    /** The queue at {@code url}, with the function's clock; nobody is woken where there is none. */
    static Consumer<String> at(String url, Clock clock) {
        return url == null || url.isBlank()
                ? message -> {}
                : new PublishQueue(
                        url,
                        () -> SqsClient.builder()
                                .overrideConfiguration(AwsClients.CALLS)
                                .build(),
                        clock);
    }

    /** The message that says why: something happened to {@code object}. */
    static String message(ObjectVersion object) {
        ObjectNode message = JSON.createObjectNode();
        message.put("recompute", object.object());
        return message.toString();
    }

    @Override
    public void accept(String message) {
        if (sqs == null) {
            sqs = connect.get();
        }
        String bucket = "recompute-" + clock.instant().getEpochSecond() / BUCKET_SECONDS;
        sqs.sendMessage(send -> send.queueUrl(url)
                .messageGroupId(GROUP)
                .messageDeduplicationId(bucket)
                .messageBody(message));
    }
}
