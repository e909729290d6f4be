package dev.customsfeed.publish.publication;

import dev.customsfeed.publish.documents.json.Document;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Error;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The bucket that feeds are published in. Whatever it writes over, it writes over only as long as that is what was seen. */
public final class FeedBucket {

    /** The folder of a feed that holds its immutable copies. */
    public static final String ARCHIVE = "archive/";

    // The name says the content: whoever has it once never needs to ask again.
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    // Monthly figures, read by people who wait for them on the day of their release: a minute is the longest that a
    // cache may show the last ones, and still spares the bucket all but one request a minute from each place.
    private static final String A_MINUTE = "public, max-age=60";

    // Precondition failed; another conditional write of the same key is under way; the key to be replaced is gone.
    private static final Set<Integer> CONFLICTS = Set.of(412, 409, 404);

    // The most that S3 takes.
    private static final int DELETIONS_A_REQUEST = 1000;

    private final S3Client s3;
    private final String bucket;

    /** The bucket named {@code bucket}. */
    public FeedBucket(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    /**
     * What lies in a folder and its own folders, immutable copies left out.
     *
     * @param folder ends with a slash
     * @return ETags by path within the folder
     */
    public SortedMap<String, String> list(String folder) {
        SortedMap<String, String> etags = new TreeMap<>();
        s3.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(folder).delimiter("/"))
                .forEach(page -> {
                    page.contents().forEach(object -> add(etags, folder, object));
                    // Folder by folder, since there are many times more immutable copies than all the rest.
                    for (CommonPrefix inner : page.commonPrefixes()) {
                        if (!inner.prefix().equals(folder + ARCHIVE)) {
                            s3
                                    .listObjectsV2Paginator(
                                            list -> list.bucket(bucket).prefix(inner.prefix()))
                                    .contents()
                                    .stream()
                                    .forEach(object -> add(etags, folder, object));
                        }
                    }
                });
        return Collections.unmodifiableSortedMap(etags);
    }

    /** The ETags of the objects that lie in no folder, by their keys. */
    public SortedMap<String, String> listTopLevel() {
        SortedMap<String, String> etags = new TreeMap<>();
        s3.listObjectsV2Paginator(list -> list.bucket(bucket).delimiter("/")).contents().stream()
                .forEach(object -> add(etags, "", object));
        return Collections.unmodifiableSortedMap(etags);
    }

    private static void add(SortedMap<String, String> etags, String folder, S3Object object) {
        etags.put(object.key().substring(folder.length()), object.eTag());
    }

    /**
     * What an object says of itself.
     *
     * @param etag of its content
     * @param metadata what was written with it, by lower-case names
     */
    public record Head(String etag, Map<String, String> metadata) {}

    /** What the object at {@code key} says of itself; empty if there is none. */
    public Optional<Head> head(String key) {
        try {
            HeadObjectResponse head =
                    s3.headObject(request -> request.bucket(bucket).key(key));
            return Optional.of(new Head(head.eTag(), Map.copyOf(head.metadata())));
        } catch (S3Exception e) {
            if (e.statusCode() == 404) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** The content of the object at {@code key} as it is now; empty if there is none. */
    public Optional<byte[]> content(String key) {
        try {
            return Optional.of(
                    s3.getObjectAsBytes(get -> get.bucket(bucket).key(key)).asByteArray());
        } catch (S3Exception e) {
            if (e.statusCode() == 404) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * The content of an object.
     *
     * @param etag the one that was listed
     * @throws ConcurrentPublicationException if another content is there by now, or none
     */
    public byte[] content(String key, String etag) {
        try {
            ResponseBytes<GetObjectResponse> object =
                    s3.getObjectAsBytes(get -> get.bucket(bucket).key(key).ifMatch(etag));
            return object.asByteArray();
        } catch (S3Exception e) {
            throw conflictOr(e, key);
        }
    }

    /** Writes an object that is named by its content; that it is there already is as good. */
    public void putImmutable(String key, String contentType, byte[] content) {
        try {
            put(key, contentType, FOR_EVER, RequestBody.fromBytes(content), Optional.empty(), Map.of());
        } catch (S3Exception e) {
            if (e.statusCode() != 412) {
                throw conflictOr(e, key);
            }
        }
    }

    /**
     * Writes an object.
     *
     * @param replaced the ETag of what was listed under this key; empty if nothing was
     * @throws ConcurrentPublicationException if something else is there by now; nothing was written
     */
    public void put(String key, String contentType, byte[] content, Optional<String> replaced) {
        put(key, contentType, content, replaced, Map.of());
    }

    /**
     * Writes an object.
     *
     * @param replaced the ETag of what was listed under this key; empty if nothing was
     * @param metadata what the object is to say of itself, by lower-case names
     * @throws ConcurrentPublicationException if something else is there by now; nothing was written
     */
    public void put(
            String key, String contentType, byte[] content, Optional<String> replaced, Map<String, String> metadata) {
        putBody(key, contentType, RequestBody.fromBytes(content), replaced, metadata);
    }

    /** The same with the content of {@code document}, which is not held. */
    void put(String key, Document document, Optional<String> replaced, Map<String, String> metadata) {
        RequestBody body = document.held() > 0 || document.length() == 0
                ? RequestBody.fromBytes(document.content())
                : RequestBody.fromContentProvider(document::open, document.length(), document.contentType());
        putBody(key, document.contentType(), body, replaced, metadata);
    }

    private void putBody(
            String key, String contentType, RequestBody body, Optional<String> replaced, Map<String, String> metadata) {
        try {
            put(key, contentType, A_MINUTE, body, replaced, metadata);
        } catch (S3Exception e) {
            throw conflictOr(e, key);
        }
    }

    private void put(
            String key,
            String contentType,
            String cacheControl,
            RequestBody body,
            Optional<String> replaced,
            Map<String, String> metadata) {
        PutObjectRequest.Builder put = PutObjectRequest.builder()
                .bucket(bucket)
                .key(key)
                .contentType(contentType)
                .cacheControl(cacheControl)
                .metadata(metadata);
        replaced.ifPresentOrElse(put::ifMatch, () -> put.ifNoneMatch("*"));
        s3.putObject(put.build(), body);
    }

    /**
     * Writes a document under its path in the bucket, unless that is there already.
     *
     * @param there the ETag of what was listed under this path; empty if nothing was
     * @throws ConcurrentPublicationException if something else is there by now; nothing was written
     */
    void putUnlessSame(Document document, Optional<String> there) {
        if (!there.equals(Optional.of(Publication.etag(document)))) {
            put(document.path(), document.contentType(), document.content(), there);
        }
    }

    /**
     * Deletes objects; that one is gone already is as good. It asks for no condition: not every S3 has it for deletions, and
     * what another publication would miss, its own conditions tell it.
     *
     * @throws IllegalStateException if S3 did not delete one of them
     */
    public void delete(List<String> keys) {
        for (int from = 0; from < keys.size(); from += DELETIONS_A_REQUEST) {
            List<ObjectIdentifier> some = keys.subList(from, Math.min(from + DELETIONS_A_REQUEST, keys.size())).stream()
                    .map(key -> ObjectIdentifier.builder().key(key).build())
                    .toList();
            List<S3Error> left = s3.deleteObjects(delete -> delete.bucket(bucket)
                            .delete(which -> which.objects(some).quiet(true)))
                    .errors();
            if (!left.isEmpty()) {
                throw new IllegalStateException(
                        "found objects that S3 did not delete, expected all of them gone: " + left);
            }
        }
    }

    private static RuntimeException conflictOr(S3Exception e, String key) {
        return CONFLICTS.contains(e.statusCode()) ? new ConcurrentPublicationException(key, e) : e;
    }
}
