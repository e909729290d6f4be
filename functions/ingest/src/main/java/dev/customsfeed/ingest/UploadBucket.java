package dev.customsfeed.ingest;

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
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The bucket that files are uploaded to: their versions are read, and reports of rejection lie beside them. */
final class UploadBucket {

    /** S3's own limit on a key, in bytes. */
    private static final int LONGEST_KEY = 1024;

    private static final String VERSION = "version";

    private final S3Client s3;

    UploadBucket(S3Client s3) {
        this.s3 = s3;
    }

    /**
     * Opens exactly this version; empty if it is not there any more.
     *
     * @throws RejectedFileException if it is there and S3 does not give it out as it is stored
     */
    Optional<OpenedUpload> open(ObjectVersion object) throws RejectedFileException {
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

    /** The version that the report on an object is about; empty if there is no report. */
    Optional<String> reported(ObjectVersion object) {
        try {
            return Optional.of(
                    s3.headObject(head -> head.bucket(object.bucket()).key(reportKey(object)))
                            .metadata()
                            .getOrDefault(VERSION, ""));
        } catch (S3Exception e) {
            if (e.statusCode() == 404) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Puts the report on an object, in place of the one that may be there. */
    void putReport(ObjectVersion object, byte[] json) {
        s3.putObject(
                put -> put.bucket(object.bucket())
                        .key(reportKey(object))
                        .contentType("application/json")
                        .metadata(Map.of(VERSION, object.versionId())),
                RequestBody.fromBytes(json));
    }

    /** Takes the report on an object away. */
    void deleteReport(ObjectVersion object) {
        s3.deleteObject(delete -> delete.bucket(object.bucket()).key(reportKey(object)));
    }

    /**
     * {@code rejected/<key>.json}. Control characters in the key become {@code _}, since listings with them are no XML; its hash
     * follows then, so that every key has a report of its own. A key too long for all that gives way to its hash.
     */
    static String reportKey(ObjectVersion object) {
        String plain = object.key().replaceAll("\\p{Cntrl}", "_");
        String key = "rejected/" + plain + (plain.equals(object.key()) ? "" : "." + sha256(object.key())) + ".json";
        return key.getBytes(StandardCharsets.UTF_8).length <= LONGEST_KEY
                ? key
                : "rejected/" + sha256(object.key()) + ".json";
    }

    private static String sha256(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
