package dev.customsfeed.publish.documents.json;

import java.util.function.Supplier;

/** Documents of a feed that were made before, for as long as they are made of the same: whoever asks gets what would be made now. */
@FunctionalInterface
public interface Kept {

    /**
     * The document {@code name}: kept, or made now.
     *
     * @param name what it is among the feed's documents
     * @param madeOf all that it is made of; of equal ones the document is the same. It is held as long as the document
     * @param bytes how many bytes {@code madeOf} takes in memory beside the document, roughly, where they matter
     */
    Document document(String name, Object madeOf, long bytes, Supplier<Document> make);

    /** The same of what is made of little. */
    default Document document(String name, Object madeOf, Supplier<Document> make) {
        return document(name, madeOf, 0, make);
    }
}
