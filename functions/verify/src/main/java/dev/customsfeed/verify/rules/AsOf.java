package dev.customsfeed.verify.rules;

import java.time.LocalDate;
import java.time.Year;
import java.util.Optional;

/**
 * The days on which the newest files that stand were uploaded, by UTC; empty where none stands. There is no other clock.
 *
 * @param declarations of declarations
 * @param refunds of refunds
 * @param certificates of certificates
 * @param uses of uses
 * @param newest of any kind
 * @param retentionDays for how many days files are kept
 */
public record AsOf(
        Optional<LocalDate> declarations,
        Optional<LocalDate> refunds,
        Optional<LocalDate> certificates,
        Optional<LocalDate> uses,
        Optional<LocalDate> newest,
        int retentionDays) {

    /** Files are kept for so many days where nothing else is said: a return may come a year after export. */
    public static final int DEFAULT_RETENTION_DAYS = 730;

    /** Whether what happened on {@code day} can be in no file of declarations yet. */
    public boolean declarationsPend(LocalDate day) {
        return declarations.isEmpty() || day.isAfter(declarations.get());
    }

    /** Whether a certificate that was used on {@code day} can be in no file yet. */
    public boolean certificatesPend(LocalDate day) {
        return certificates.isEmpty() || day.isAfter(certificates.get());
    }

    /** The day from which on a file that had a declaration of that number may have been deleted for its age. */
    public LocalDate expires(String number) {
        return Year.of(Integer.parseInt(number.substring(4, 8))).atDay(1).plusDays(retentionDays);
    }

    /** Whether the file that had a declaration may have been deleted for its age; {@code number} has the year in it. */
    public boolean mayHaveExpired(String number) {
        return newest.isPresent() && !expires(number).isAfter(newest.get());
    }
}
