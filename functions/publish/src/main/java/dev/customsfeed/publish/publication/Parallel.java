package dev.customsfeed.publish.publication;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Does several requests at a time: each waits for the network, hardly any for the processor. */
public final class Parallel {

    private final ThreadPoolExecutor threads;

    /** At most {@code width} at a time. Idle threads end, and none keeps the process alive. */
    public Parallel(int width) {
        threads = new ThreadPoolExecutor(width, width, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            Thread thread = new Thread(task, "parallel");
            thread.setDaemon(true);
            return thread;
        });
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * Does all of them and waits until none runs any more. After the first failure none is begun.
     *
     * @return what they gave, in their order
     * @throws RuntimeException the failure of one of them, as it was thrown
     */
    public <T> List<T> all(Collection<? extends Callable<T>> tasks) {
        AtomicBoolean failed = new AtomicBoolean();
        List<Callable<List<T>>> guarded = new ArrayList<>();
        for (Callable<T> task : tasks) {
            guarded.add(() -> {
                if (failed.get()) {
                    return List.of();
                }
                try {
                    return List.of(task.call());
                } catch (Exception e) {
                    failed.set(true);
                    throw e;
                }
            });
        }
        try {
            List<T> results = new ArrayList<>();
            List<RuntimeException> failures = new ArrayList<>();
            for (Future<List<T>> future : threads.invokeAll(guarded)) {
                try {
                    results.addAll(future.get());
                } catch (ExecutionException e) {
                    failures.add(unchecked(Objects.requireNonNull(e.getCause())));
                }
            }
            if (!failures.isEmpty()) {
                throw failures.get(0);
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while requests were under way", e);
        }
    }

    private static RuntimeException unchecked(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(cause);
    }
}
