package dev.customsfeed.ledger.tables;

import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.UploadOrder;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The entry of one uploaded object version in the table of files.
 *
 * @param object the version
 * @param order when it was uploaded
 * @param status what has become of it
 * @param layout the layout it was read by, e.g. {@code gacc-en}; empty before it is known
 * @param encoding the character encoding it was read by; empty before it is known
 * @param sha256 of its bytes, as hexadecimal text; empty before it is known
 * @param rows how many data rows; empty before it is known
 * @param value the sum of all values, in whole units; empty before it is known
 * @param netWeightKg the sum of all net weights, in kilograms; empty before it is known or where rows report none
 * @param months the months it has
 * @param warnings what somebody should look at
 * @param reason why it was refused: the first thing that is wrong
 * @param lease who is loading it and until when; empty where nobody is
 */
public record UploadedFile(
        ObjectVersion object,
        UploadOrder order,
        Status status,
        Optional<String> layout,
        Optional<String> encoding,
        Optional<String> sha256,
        OptionalLong rows,
        OptionalLong value,
        OptionalLong netWeightKg,
        SortedSet<YearMonth> months,
        List<String> warnings,
        Optional<String> reason,
        Optional<Lease> lease) {

    /** What has become of an uploaded version. */
    public enum Status {
        /** It was announced. */
        RECEIVED,
        /** Its rows are being stored; nobody reads them yet. */
        LOADING,
        /** It is stored and counts. */
        COMMITTED,
        /** It was refused; nothing of it is stored. */
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

    /** A version of which nothing is known but that it was uploaded. */
    public static UploadedFile received(ObjectVersion object, UploadOrder order) {
        return new UploadedFile(
                object,
                order,
                Status.RECEIVED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                new TreeSet<>(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same with another status, and loaded by nobody. */
    public UploadedFile with(Status newStatus) {
        return with(newStatus, Optional.empty());
    }

    /** The same as {@code holder} works on it. */
    public UploadedFile with(Status newStatus, Lease holder) {
        return with(newStatus, Optional.of(holder));
    }

    /**
     * The same, refused.
     *
     * @param because the first thing that is wrong
     * @param knownLayout the layout, if it was recognised
     * @param knownEncoding the encoding, if it was found
     */
    public UploadedFile rejected(String because, Optional<String> knownLayout, Optional<String> knownEncoding) {
        return new UploadedFile(
                object,
                order,
                Status.REJECTED,
                knownLayout,
                knownEncoding,
                sha256,
                rows,
                value,
                netWeightKg,
                months,
                warnings,
                Optional.of(because),
                Optional.empty());
    }

    private UploadedFile with(Status newStatus, Optional<Lease> newLease) {
        return new UploadedFile(
                object,
                order,
                newStatus,
                layout,
                encoding,
                sha256,
                rows,
                value,
                netWeightKg,
                months,
                warnings,
                reason,
                newLease);
    }
}
