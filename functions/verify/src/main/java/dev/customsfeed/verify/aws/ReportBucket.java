package dev.customsfeed.verify.aws;

import dev.customsfeed.verify.publication.ReportStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The report in its bucket. */
public final class ReportBucket implements ReportStore {

    private static final int AT_ONCE = 16;

    private final S3Client s3;
    private final String bucket;
    private final ExecutorService writers = Executors.newFixedThreadPool(AT_ONCE, task -> {
        Thread thread = new Thread(task, "report-writer");
        thread.setDaemon(true);
        return thread;
    });

    /** In the bucket of that name. */
    public ReportBucket(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    @Override
    public Optional<Stored> get(String key) {
        try {
            ResponseBytes<GetObjectResponse> found =
                    s3.getObjectAsBytes(get -> get.bucket(bucket).key(key));
            return Optional.of(
                    new Stored(found.asByteArrayUnsafe(), found.response().eTag()));
        } catch (S3Exception e) {
            if (e.statusCode() == 404) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private PutObjectRequest.Builder put(Document document) {
        return PutObjectRequest.builder()
                .bucket(bucket)
                .key(document.key())
                .contentType(document.contentType())
                .cacheControl("no-store");
    }

    @Override
    public void putAll(Collection<Document> documents) {
        List<Runnable> puts = new ArrayList<>();
        documents.forEach(document ->
                puts.add(() -> s3.putObject(put(document).build(), RequestBody.fromBytes(document.bytes()))));
        all(puts);
    }

    @Override
    public boolean replace(Document document, Optional<String> replaced) {
        PutObjectRequest.Builder put = put(document);
        replaced.ifPresentOrElse(put::ifMatch, () -> put.ifNoneMatch("*"));
        try {
            s3.putObject(put.build(), RequestBody.fromBytes(document.bytes()));
            return true;
        } catch (S3Exception e) {
            if (e.statusCode() == 412 || e.statusCode() == 409 || e.statusCode() == 404) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public void deleteAll(Collection<String> keys) {
        List<Runnable> deletes = new ArrayList<>();
        keys.forEach(key -> deletes.add(
                () -> s3.deleteObject(delete -> delete.bucket(bucket).key(key))));
        all(deletes);
    }

    private void all(List<Runnable> some) {
        List<Future<?>> running = new ArrayList<>();
        some.forEach(one -> running.add(writers.submit(one)));
        Optional<RuntimeException> failed = Optional.empty();
        for (Future<?> one : running) {
            try {
                one.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while the report was written", e);
            } catch (ExecutionException e) {
                failed = Optional.of(
                        e.getCause() instanceof RuntimeException cause
                                ? cause
                                : new IllegalStateException("the report could not be written", e.getCause()));
            }
        }
        if (failed.isPresent()) {
            throw failed.get();
        }
    }
}
