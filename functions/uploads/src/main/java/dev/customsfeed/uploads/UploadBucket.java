package dev.customsfeed.uploads;

import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.Problems;
import dev.customsfeed.sources.rejection.RejectedFileException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The bucket that files are uploaded to: their versions are read, and answers lie beside them, to what is taken under {@code taken/}
 * and to what is rejected under {@code rejected/}.
 */
public final class UploadBucket {

    /** S3's own limit on a key, in bytes. */
    private static final int LONGEST_KEY = 1024;

    private static final String VERSION = "version";

    private final S3Client s3;

    /** The bucket that {@code s3} reads and writes. */
    public UploadBucket(S3Client s3) {
        this.s3 = s3;
    }

    /**
     * Opens exactly this version; empty if it is not there any more.
     *
     * @throws RejectedFileException if it is there and S3 does not give it out as it is stored
     */
    public Optional<OpenedUpload> open(ObjectVersion object) throws RejectedFileException {
        try {
            return Optional.of(new OpenedUpload(s3.getObject(
                    get -> get.bucket(object.bucket()).key(object.key()).versionId(object.versionId()))));
        } catch (S3Exception e) {
            String code = e.awsErrorDetails() == null ? "" : e.awsErrorDetails().errorCode();
            // A version id that S3 has never given out is an invalid argument to it.
            if (e.statusCode() == 404 || "InvalidArgument".equals(code)) {
                return Optional.empty();
            }
            if ("InvalidObjectState".equals(code) || "InvalidRequest".equals(code)) {
                throw new RejectedFileException(Problems.of(Problem.ofFile(
                        "object-not-readable",
                        "an object that S3 does not give out: "
                                + e.awsErrorDetails().errorMessage(),
                        "one that can be read at once, without a key of your own",
                        "Upload it again in the standard storage class and with the bucket's own encryption.")));
            }
            throw e;
        }
    }

    /** The two kinds of answers. */
    public enum Answer {
        /** To an upload that is taken. */
        TAKEN("taken/"),
        /** To one that is rejected. */
        REJECTED("rejected/");

        private final String folder;

        Answer(String folder) {
            this.folder = folder;
        }

        /**
         * {@code taken/<key>.json}, {@code rejected/<key>.json}. Control characters in the key become {@code _}, since listings with them
         * are no XML; its hash follows then, so that every key has an answer of its own. A key too long for all that gives way to its
         * hash.
         */
        public String key(ObjectVersion object) {
            String plain = object.key().replaceAll("\\p{Cntrl}", "_");
            String key = folder + plain + (plain.equals(object.key()) ? "" : "." + sha256(object.key())) + ".json";
            return key.getBytes(StandardCharsets.UTF_8).length <= LONGEST_KEY
                    ? key
                    : folder + sha256(object.key()) + ".json";
        }
    }

    /**
     * An answer that lies there.
     *
     * @param version of the object, that it is about
     * @param etag of the answer itself
     */
    public record Answered(String version, String etag) {}

    /** The answer that an object has; empty if it has none of this kind. */
    public Optional<Answered> answered(Answer kind, ObjectVersion object) {
        try {
            HeadObjectResponse head =
                    s3.headObject(request -> request.bucket(object.bucket()).key(kind.key(object)));
            return Optional.of(new Answered(head.metadata().getOrDefault(VERSION, ""), head.eTag()));
        } catch (S3Exception e) {
            if (e.statusCode() == 404) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** The answer to a version that is taken; empty if there is none, or one to another version. */
    public Optional<byte[]> taken(ObjectVersion object) {
        try {
            ResponseBytes<GetObjectResponse> answer =
                    s3.getObjectAsBytes(get -> get.bucket(object.bucket()).key(Answer.TAKEN.key(object)));
            return object.versionId().equals(answer.response().metadata().get(VERSION))
                    ? Optional.of(answer.asByteArray())
                    : Optional.empty();
        } catch (S3Exception e) {
            if (e.statusCode() == 404) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * Puts an answer, unless somebody else was faster.
     *
     * @param replaced what lies there as far as is known; empty for nothing
     * @return false if something else lies there by now: nothing was written
     */
    public boolean put(Answer kind, ObjectVersion object, byte[] json, Optional<Answered> replaced) {
        PutObjectRequest.Builder put = PutObjectRequest.builder()
                .bucket(object.bucket())
                .key(kind.key(object))
                .contentType("application/json")
                .metadata(Map.of(VERSION, object.versionId()));
        replaced.ifPresentOrElse(there -> put.ifMatch(there.etag()), () -> put.ifNoneMatch("*"));
        try {
            s3.putObject(put.build(), RequestBody.fromBytes(json));
            return true;
        } catch (S3Exception e) {
            // 404: what was to be replaced is gone; 409: somebody writes at the same time.
            if (e.statusCode() != 412 && e.statusCode() != 409 && e.statusCode() != 404) {
                throw e;
            }
        }
        if (replaced.isPresent() || answered(kind, object).isPresent()) {
            return false;
        }
        // Something was deleted there, which not every storage service takes for nothing. Should anybody write
        // meanwhile, that is
        // set right by whoever reads the log last.
        s3.putObject(put.ifNoneMatch(null).build(), RequestBody.fromBytes(json));
        return true;
    }

    /** Takes an answer away. */
    public void delete(Answer kind, ObjectVersion object) {
        s3.deleteObject(delete -> delete.bucket(object.bucket()).key(kind.key(object)));
    }

    private static String sha256(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** What SHA-256 is made by. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
