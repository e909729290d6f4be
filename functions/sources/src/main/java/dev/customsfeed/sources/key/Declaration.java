package dev.customsfeed.sources.key;

import java.util.Locale;
import java.util.Optional;

/** What the key of a customs file can declare, each as a folder {@code name=value}. */
public enum Declaration {
    /** {@code flow=export}: the direction of trade. */
    FLOW("flow=export/ or flow=import/"),
    /** {@code period=2025-12}: the month of all rows. */
    PERIOD("period=YYYY-MM/"),
    /** {@code hs=8104}: what the download was asked for. Rows outside contradict it; within it, absent is zero. */
    HS("hs=8104/"),
    /** {@code keep=8104+2504}: what to store of a file that has everything. Rows outside are checked and passed over. */
    KEEP("keep=8104+2504/"),
    /** {@code rows=complete}: a file that has just as many rows as the source gives at most is not cut. */
    ROWS("rows=complete/"),
    /** {@code reporters=DE+FR}: who reported, even without a row. */
    REPORTERS("reporters=DE+FR/"),
    /** {@code vintage=2026-02-05}: the day on which the source made the data. */
    VINTAGE("vintage=YYYY-MM-DD/"),
    /** {@code partner=116+309}: the file was limited to these partners. */
    PARTNER("partner=116/"),
    /** {@code province=44}: the file was limited to these provinces. */
    PROVINCE("province=44/"),
    /** {@code regime=10}: the file was limited to these customs regimes. */
    REGIME("regime=10/"),
    /** {@code page=2of10}: the file is one page of a longer answer. */
    PAGE("page=2of10/");

    private final String form;

    Declaration(String form) {
        this.form = form;
    }

    /** The declaration as keys spell it, e.g. {@code period}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** An example, or what it looks like. */
    String form() {
        return form;
    }

    static Optional<Declaration> of(String id) {
        for (Declaration declaration : values()) {
            if (declaration.id().equals(id)) {
                return Optional.of(declaration);
            }
        }
        return Optional.empty();
    }
}
