package dev.customsfeed.verify.comparison;

import dev.customsfeed.verify.rules.AsOf;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** The days that findings depend on beside the rows: those of the newest files. */
public enum Clock {
    DECLARATIONS,
    CERTIFICATES,
    NEWEST;

    /** As states write it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it shows; empty where no such file stands. */
    public Optional<LocalDate> of(AsOf asOf) {
        return switch (this) {
            case DECLARATIONS -> asOf.declarations();
            case CERTIFICATES -> asOf.certificates();
            case NEWEST -> asOf.newest();
        };
    }
}
