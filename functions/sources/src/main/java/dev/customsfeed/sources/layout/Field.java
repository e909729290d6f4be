package dev.customsfeed.sources.layout;

/** What a problem of a row can be about; a layout knows where in the file it stands. */
public enum Field {
    REPORTER,
    FLOW,
    MONTH,
    COMMODITY,
    PARTNER,
    PROVINCE,
    REGIME,
    VALUE,
    NET_WEIGHT
}
