package dev.customsfeed.sources.key;

/** How an upload is packed, as its name says. */
public enum Packing {
    /** Not at all. */
    PLAIN,
    /** With gzip, in one or more members. */
    GZIP,
    /** A 7z archive of one file. */
    SEVEN_ZIP
}
