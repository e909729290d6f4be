package dev.customsfeed.publish;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/** Sees every call to S3 and DynamoDB before it is sent, and can let it fail. */
public final class Calls implements ExecutionInterceptor {

    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
    private volatile Predicate<String> before = call -> true;

    /** Thrown in place of a call. */
    public static final class NotSent extends RuntimeException {
        NotSent(String call) {
            super(call);
        }
    }

    /** Sends {@code more} calls and none after them, as when the process ends. */
    public void stopAfter(int more) {
        left.set(more);
    }

    /** Runs {@code step} before each call, e.g. {@code PutObject magnesium/feed.json}; where it gives false, that is not sent. */
    public void before(Predicate<String> step) {
        before = step;
    }

    /** What was called since the last time this was asked. */
    public List<String> take() {
        synchronized (seen) {
            List<String> taken = List.copyOf(seen);
            seen.clear();
            return taken;
        }
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        see(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME) + key(context));
    }

    /** The same for what is sent by another way. */
    public void see(String call) {
        if (left.getAndDecrement() <= 0 || !before.test(call)) {
            throw new NotSent(call);
        }
        seen.add(call);
    }

    private static String key(Context.BeforeExecution context) {
        if (context.request() instanceof PutObjectRequest put) {
            return " " + put.key();
        }
        return context.request() instanceof DeleteObjectsRequest delete
                ? delete.delete().objects().stream()
                        .map(object -> " " + object.key())
                        .collect(Collectors.joining())
                : "";
    }
}
