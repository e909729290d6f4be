package dev.customsfeed.sources.layout;

/** What the engine does with a row. Nothing is dropped without a number: each kind is counted. */
public enum RowKind {
    /** It is stored and summed. */
    COUNTED,
    /** It is the sum of other rows of the file: excluded, and compared with them. */
    TOTAL,
    /** It says in part what a counted row of the same key says as a whole: excluded, and the whole must be there. */
    BREAK_DOWN,
    /** It is none of what the project is about, for the reason that the row names: excluded. */
    PASSED_OVER,
    /** Something is wrong with it, which the problems tell: the file is rejected. */
    WRONG
}
