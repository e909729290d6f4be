package dev.customsfeed.ledger;

/**
 * One version of an object in the upload bucket: what a customs file is, once it has been uploaded.
 *
 * @param bucket the bucket's name
 * @param key the object's key, decoded
 * @param versionId S3's version id
 */
public record ObjectVersion(String bucket, String key, String versionId) {

    /** Bucket and key, e.g. {@code uploads/incoming/gacc/flow=export/2025-12.csv}: the same for all versions. */
    public String object() {
        return bucket + "/" + key;
    }
}
