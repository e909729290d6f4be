package dev.customsfeed.uploads;

import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.Upload;
import dev.customsfeed.ledger.UploadHistory;
import dev.customsfeed.ledger.UploadLogEntry;
import dev.customsfeed.uploads.UploadBucket.Answer;
import dev.customsfeed.uploads.UploadBucket.Answered;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Makes the answers to an object agree with its upload log: {@code rejected/<key>.json} is there exactly as long as a rejected version is
 * newer than what counts, {@code taken/<key>.json} exactly as long as a version counts, and is about that one.
 */
public final class SettledAnswers {

    private final UploadBucket bucket;

    /** In this bucket. */
    public SettledAnswers(UploadBucket bucket) {
        this.bucket = bucket;
    }

    /**
     * Makes an answer that is not there any more.
     *
     * @param <T> what it is about
     */
    @FunctionalInterface
    public interface Again<T> {

        /** The answer as JSON in UTF-8; empty if there is none to give by now. */
        Optional<byte[]> answer(T about) throws IOException, InterruptedException;
    }

    /**
     * Settles the answer under {@code rejected/}.
     *
     * @param object any version of the object
     * @param fresh the answer to that very version, if it was rejected just now
     * @param again makes the answer to a version that was rejected before
     * @return whether nobody else answered at the same time
     */
    public boolean rejected(
            ObjectVersion object, UploadHistory history, Optional<byte[]> fresh, Again<ObjectVersion> again)
            throws IOException, InterruptedException {
        List<UploadLogEntry.Rejected> rejected = history.rejected();
        Optional<Answered> there = bucket.answered(Answer.REJECTED, object);
        if (rejected.isEmpty()) {
            there.ifPresent(answer -> bucket.delete(Answer.REJECTED, object));
            return true;
        }
        ObjectVersion newest = rejected.get(rejected.size() - 1).object();
        // A rejected version that is announced again is checked again, perhaps by newer rules.
        boolean isFresh = fresh.isPresent() && newest.equals(object);
        if (!isFresh && isAbout(newest, there)) {
            return true;
        }
        Optional<byte[]> answer = isFresh ? fresh : again.answer(newest);
        return answer.isEmpty() || bucket.put(Answer.REJECTED, newest, answer.get(), there);
    }

    /**
     * Settles the answer under {@code taken/}. It is written once for a version: it says what was so then.
     *
     * @param object any version of the object
     * @param fresh the answer to that very version, if it was taken just now
     * @param again makes the answer to a version that was taken before
     * @return whether nobody else answered at the same time
     */
    public boolean taken(ObjectVersion object, UploadHistory history, Optional<byte[]> fresh, Again<Upload> again)
            throws IOException, InterruptedException {
        Optional<Upload> standing = history.standing(object.object()).map(UploadLogEntry::upload);
        Optional<Answered> there = bucket.answered(Answer.TAKEN, object);
        if (standing.isPresent() && isAbout(standing.get().object(), there)) {
            return true;
        }
        Optional<byte[]> answer = Optional.empty();
        if (standing.isPresent()) {
            boolean isFresh = fresh.isPresent() && standing.get().object().equals(object);
            answer = isFresh ? fresh : again.answer(standing.get());
        }
        if (answer.isEmpty()) {
            there.ifPresent(old -> bucket.delete(Answer.TAKEN, object));
            return true;
        }
        return bucket.put(Answer.TAKEN, standing.get().object(), answer.get(), there);
    }

    private static boolean isAbout(ObjectVersion object, Optional<Answered> there) {
        return there.filter(answer -> answer.version().equals(object.versionId()))
                .isPresent();
    }
}
