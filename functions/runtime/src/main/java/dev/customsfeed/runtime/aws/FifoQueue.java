package dev.customsfeed.runtime.aws;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** Sends messages to a FIFO queue that holds each back for a while: bursts of the same message collapse into one. */
public final class FifoQueue implements Consumer<List<FifoMessage>> {

    /**
     * Messages that are the same within so many seconds are one. The queue holds each back for 15 seconds: longer, so that whoever is
     * dropped has written what it tells of before the one that was let in is delivered, even where two clocks differ by a few
     * seconds.
     */
    private static final int COLLAPSE_SECONDS = 10;

    /** The most that SQS takes by one request. */
    private static final int MESSAGES_A_REQUEST = 10;

    private final String url;
    private final Supplier<SqsClient> connect;
    private final Clock clock;
    private @Nullable SqsClient sqs;

    /**
     * The queue at {@code url}.
     *
     * @param connect makes the client, once, when something is to be sent for the first time
     * @param clock tells which messages are one
     */
    public FifoQueue(String url, Supplier<SqsClient> connect, Clock clock) {
        this.url = url;
        this.connect = connect;
        this.clock = clock;
    }

    /** The queue at {@code url}, with the function's own client; nothing is sent where there is none. */
    public static Consumer<List<FifoMessage>> at(String url, Clock clock) {
        return url == null || url.isBlank()
                ? messages -> {}
                : new FifoQueue(
                        url,
                        () -> SqsClient.builder()
                                .overrideConfiguration(AwsClients.CALLS)
                                .build(),
                        clock);
    }

    /**
     * Sends messages, in their order.
     *
     * @throws IllegalStateException if the queue did not take one of them
     */
    @Override
    public synchronized void accept(List<FifoMessage> messages) {
        if (messages.isEmpty()) {
            return;
        }
        if (sqs == null) {
            sqs = connect.get();
        }
        for (int from = 0; from < messages.size(); from += MESSAGES_A_REQUEST) {
            List<SendMessageBatchRequestEntry> some = new ArrayList<>();
            for (FifoMessage message : messages.subList(from, Math.min(from + MESSAGES_A_REQUEST, messages.size()))) {
                some.add(SendMessageBatchRequestEntry.builder()
                        .id(Integer.toString(some.size()))
                        .messageGroupId(message.group())
                        .messageDeduplicationId(deduplicationId(message))
                        .messageBody(message.body())
                        .build());
            }
            List<BatchResultErrorEntry> left = sqs.sendMessageBatch(
                            send -> send.queueUrl(url).entries(some))
                    .failed();
            if (!left.isEmpty()) {
                throw new IllegalStateException(
                        "found messages that the queue did not take, expected it to take all: " + left);
            }
        }
    }

    /** A hash, since an id takes 128 characters and not all of them. */
    private String deduplicationId(FifoMessage message) {
        long collapse = clock.instant().getEpochSecond() / COLLAPSE_SECONDS;
        String same = message.group() + "\n" + message.sameAs() + "\n" + collapse;
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(same.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
