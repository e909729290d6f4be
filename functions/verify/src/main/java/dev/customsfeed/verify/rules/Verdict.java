package dev.customsfeed.verify.rules;

/** What the comparison says of one certificate. */
public enum Verdict {
    /** No error was found. */
    VERIFIED,
    /** An error was found. */
    DIFFERENT,
    /** No file has its declaration item. */
    UNKNOWN,
    /** Its declaration item may be in a file that is not uploaded yet, or in one that was deleted for its age. */
    PENDING
}
