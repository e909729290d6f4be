package dev.customsfeed.publish.figures.revision;

import dev.customsfeed.ledger.SuspectMonth;
import dev.customsfeed.ledger.feed.Product;
import java.util.Optional;

/**
 * A commodity's month of which a file counts that looks like a part of it, or that lost something which was known before.
 *
 * @param product the product that the commodity belongs to
 * @param commodity its code
 * @param reporter whose trade it is, in the feed of a group of reporters; empty in others
 * @param suspect what was noticed
 */
public record Suspicion(Product product, String commodity, Optional<String> reporter, SuspectMonth suspect) {}
