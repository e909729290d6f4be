package dev.customsfeed.emulators;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;

/** What Lambda tells a function of its invocation. */
public final class Invocation implements Context {

    private final String function;
    private final String requestId = UUID.randomUUID().toString();
    private final Supplier<Duration> left;

    private Invocation(String function, Supplier<Duration> left) {
        this.function = function;
        this.left = left;
    }

    /** One of {@code function} that begins now and may take as long as {@code limit}. */
    public static Invocation begun(String function, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        return new Invocation(function, () -> Duration.ofNanos(end - System.nanoTime()));
    }

    /** One of {@code function} that has {@code left} whenever it asks, so that what it does next depends on no machine. */
    public static Invocation withLeft(String function, Duration left) {
        return new Invocation(function, () -> left);
    }

    @Override
    public String getAwsRequestId() {
        return requestId;
    }

    @Override
    public String getLogGroupName() {
        return "local";
    }

    @Override
    public String getLogStreamName() {
        return function;
    }

    @Override
    public String getFunctionName() {
        return function;
    }

    @Override
    public String getFunctionVersion() {
        return "$LATEST";
    }

    @Override
    public String getInvokedFunctionArn() {
        return "arn:aws:lambda:us-east-1:000000000000:function:" + function;
    }

    @Override
    public CognitoIdentity getIdentity() {
        throw new UnsupportedOperationException("nobody signs in here");
    }

    @Override
    public ClientContext getClientContext() {
        throw new UnsupportedOperationException("no app calls here");
    }

    @Override
    public int getRemainingTimeInMillis() {
        return (int) left.get().toMillis();
    }

    @Override
    public int getMemoryLimitInMB() {
        return (int) (Runtime.getRuntime().maxMemory() >> 20);
    }

    @Override
    public LambdaLogger getLogger() {
        return new LambdaLogger() {
            @Override
            public void log(String message) {
                System.out.println(message);
            }

            @Override
            public void log(byte[] message) {
                log(new String(message, StandardCharsets.UTF_8));
            }
        };
    }
}
