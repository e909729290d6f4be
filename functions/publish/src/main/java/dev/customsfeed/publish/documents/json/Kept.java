package dev.customsfeed.publish.documents.json;

import java.util.function.Supplier;

/** Documents of a feed that were made before, for as long as they are made of the same: whoever asks gets what would be made now. */
@FunctionalInterface
public interface Kept {

    /**
     * The document {@code name}: kept, or made now.
     *
     * @param name what it is among the feed's documents
     * @param madeOf all that it is made of; of equal ones the document is the same. It is held as long as the document, beside what is
     *     counted of that: of what is large, it has a hash
     */
    Document document(String name, Object madeOf, Supplier<Document> make);
}
