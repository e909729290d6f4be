package dev.customsfeed.ledger.feed;

/**
 * One thing that is wrong with a feed definition.
 *
 * @param pointer JSON pointer (RFC 6901) to the place; empty for the whole document
 * @param line line of the text, from 1; 0 where only the pointer is known
 * @param column column of the text, from 1; 0 where only the pointer is known
 * @param found what stands there
 * @param expected what should
 */
public record FeedProblem(String pointer, int line, int column, String found, String expected) {

    @Override
    public String toString() {
        return where() + ": found " + found + ", expected " + expected;
    }

    private String where() {
        if (line == 0) {
            return pointer.isEmpty() ? "document" : pointer;
        }
        return "line " + line + ", column " + column + (pointer.isEmpty() ? "" : ", in " + pointer);
    }
}
