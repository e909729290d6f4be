package dev.customsfeed.ledger.feed;

import java.util.List;

/**
 * One product of a feed.
 *
 * @param id its name in reports, e.g. {@code ingot}
 * @param hs the commodity codes that make it up, of lengths that the source has
 * @param name what people call it
 */
public record Product(String id, List<String> hs, LocalizedText name) {

    /** By what tells it from others: products are looked up for every partner's month. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
