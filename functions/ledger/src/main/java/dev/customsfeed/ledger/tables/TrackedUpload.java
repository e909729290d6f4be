package dev.customsfeed.ledger.tables;

import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.Upload;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An upload as the table of files keeps track of it.
 *
 * @param upload the version, and when it was uploaded
 * @param status what has become of it
 * @param layout the layout it was read by, e.g. {@code gacc-en}; empty before it is known
 * @param encoding the character encoding it was read by; empty before it is known
 * @param sha256 of its bytes, as hexadecimal text; empty before it is known
 * @param sums what its rows add up to
 * @param months the months it has
 * @param warnings what somebody should look at
 * @param reason why it was rejected: the first thing that is wrong
 * @param recordsOf the version of the same object that its records are stored under, for its bytes are the same; empty where they are
 *     stored under its own
 * @param lease who is loading it and until when; empty where nobody is
 */
public record TrackedUpload(
        Upload upload,
        Status status,
        Optional<String> layout,
        Optional<String> encoding,
        Optional<String> sha256,
        Sums sums,
        SortedSet<YearMonth> months,
        List<String> warnings,
        Optional<String> reason,
        Optional<String> recordsOf,
        Optional<Lease> lease) {

    /** What has become of an uploaded version. */
    public enum Status {
        /** It was announced. */
        RECEIVED,
        /** Its rows are being stored; nobody reads them yet. */
        LOADING,
        /** It is stored and counts. */
        COMMITTED,
        /** It was rejected; nothing of it is stored. */
        REJECTED,
        /** It is stored, and a newer version of the same object counts in its place. */
        SUPERSEDED,
        /** Its object was deleted or the version removed, perhaps before it was stored. */
        WITHDRAWN;

        /** Whether there is nothing more to load: a version never changes. */
        public boolean isSettled() {
            return this == COMMITTED || this == SUPERSEDED || this == WITHDRAWN;
        }
    }

    /**
     * What the rows of a customs file add up to; all is empty before it is known.
     *
     * @param rows how many data rows
     * @param valueThousandths the sum of all values, in thousandths of their currency
     * @param netWeightGrams the sum of all net weights, in grams; empty where a row reports none
     */
    public record Sums(OptionalLong rows, OptionalLong valueThousandths, OptionalLong netWeightGrams) {

        /** Nothing is known. */
        public static final Sums NONE = new Sums(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());
    }

    /**
     * The right to load a version, for a while.
     *
     * @param owner names one invocation
     * @param until when anybody else may take over, whole seconds
     */
    public record Lease(String owner, Instant until) {

        /** Cuts {@code until} to seconds: the table compares it as text, and only texts of one length sort like their times. */
        public Lease {
            until = until.truncatedTo(ChronoUnit.SECONDS);
        }
    }

    /** The version. */
    public ObjectVersion object() {
        return upload.object();
    }

    /** A version of which nothing is known but that it was uploaded. */
    public static TrackedUpload received(Upload upload) {
        return new TrackedUpload(
                upload,
                Status.RECEIVED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Sums.NONE,
                new TreeSet<>(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same with another status, and loaded by nobody. */
    public TrackedUpload with(Status newStatus) {
        return with(newStatus, Optional.empty());
    }

    /** The same as {@code holder} works on it. */
    public TrackedUpload with(Status newStatus, Lease holder) {
        return with(newStatus, Optional.of(holder));
    }

    private TrackedUpload with(Status newStatus, Optional<Lease> newLease) {
        return new TrackedUpload(
                upload, newStatus, layout, encoding, sha256, sums, months, warnings, reason, recordsOf, newLease);
    }

    /** The same with all that is known once it was checked. */
    public TrackedUpload checked(
            String knownLayout,
            String knownEncoding,
            String knownSha256,
            Sums knownSums,
            SortedSet<YearMonth> knownMonths,
            List<String> knownWarnings) {
        return new TrackedUpload(
                upload,
                status,
                Optional.of(knownLayout),
                Optional.of(knownEncoding),
                Optional.of(knownSha256),
                knownSums,
                knownMonths,
                knownWarnings,
                reason,
                recordsOf,
                lease);
    }

    /**
     * The same, rejected.
     *
     * @param because the first thing that is wrong
     * @param knownLayout the layout, if it was recognised
     * @param knownEncoding the encoding, if it was found
     */
    public TrackedUpload rejected(String because, Optional<String> knownLayout, Optional<String> knownEncoding) {
        return new TrackedUpload(
                upload,
                Status.REJECTED,
                knownLayout,
                knownEncoding,
                sha256,
                sums,
                months,
                warnings,
                Optional.of(because),
                recordsOf,
                Optional.empty());
    }

    /** Whether {@code other}, a version of the same object, is stored, has the same bytes, and was read in the same way. */
    public boolean hasSameRecordsAs(TrackedUpload other) {
        return (other.status == Status.COMMITTED || other.status == Status.SUPERSEDED)
                && sums.rows().isPresent()
                && object().object().equals(other.object().object())
                && sha256.equals(other.sha256)
                && layout.equals(other.layout)
                && encoding.equals(other.encoding)
                && sums.equals(other.sums)
                && months.equals(other.months)
                && warnings.equals(other.warnings);
    }

    /** The same, its records being those of {@code other}. */
    public TrackedUpload withRecordsOf(TrackedUpload other) {
        return new TrackedUpload(
                upload,
                status,
                layout,
                encoding,
                sha256,
                sums,
                months,
                warnings,
                reason,
                Optional.of(other.recordsUnder()),
                lease);
    }

    /** The version id that its records are stored under. */
    public String recordsUnder() {
        return recordsOf.orElse(object().versionId());
    }
}
