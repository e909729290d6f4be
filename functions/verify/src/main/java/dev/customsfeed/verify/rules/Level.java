package dev.customsfeed.verify.rules;

import java.util.Locale;

/** What a finding asks for. */
public enum Level {
    /** Files contradict each other: somebody has to correct one of them. */
    ERROR,
    /** It may be right: a person has to look. */
    CHECK,
    /** Worth knowing. */
    INFO,
    /** It cannot be compared yet: the newest file of the other side is older. */
    PENDING;

    /** As reports write it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
