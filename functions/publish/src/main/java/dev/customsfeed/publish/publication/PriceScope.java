package dev.customsfeed.publish.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.customsfeed.ledger.Quoted;
import dev.customsfeed.ledger.UploadLogEntry;
import dev.customsfeed.ledger.UploadLogEntry.Quotations;
import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.ledger.feed.PriceReference;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which entries of the log of prices a feed may depend on: files of the prices that its definition names, and of exchange rates between
 * its currency and another. Which of those it needs hangs on what the prices are quoted in, which their files say and may say otherwise
 * tomorrow.
 *
 * @param prices the ids of its prices, at least one
 * @param currency the feed's currency
 * @param quotedIn the currencies that files of these prices, be they withdrawn, are quoted in, which is not a part of the definition; empty
 *     where nobody looked: then rates of any currency concern it
 */
public record PriceScope(SortedSet<String> prices, String currency, Optional<SortedSet<String>> quotedIn)
        implements LogScope {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PRICES = "prices";

    /** Keeps a copy. */
    public PriceScope {
        prices = Collections.unmodifiableSortedSet(new TreeSet<>(prices));
    }

    /** Where nobody looked what the prices are quoted in. */
    public PriceScope(SortedSet<String> prices, String currency) {
        this(prices, currency, Optional.empty());
    }

    /**
     * The same, with no rates but those that its prices need by now.
     *
     * @param log all entries of the log of prices
     */
    public PriceScope needing(Collection<? extends UploadLogEntry> log) {
        SortedSet<String> currencies = new TreeSet<>();
        for (UploadLogEntry entry : log) {
            if (entry instanceof Quotations file
                    && file.contents().quoted() instanceof Quoted.Price price
                    && prices.contains(price.id())) {
                currencies.add(price.currency());
            }
        }
        return new PriceScope(prices, currency, Optional.of(currencies));
    }

    /** That of a feed; empty where it names no price. */
    public static Optional<PriceScope> of(FeedDefinition feed) {
        SortedSet<String> ids = new TreeSet<>();
        feed.prices().stream().map(PriceReference::id).forEach(ids::add);
        return ids.isEmpty() ? Optional.empty() : Optional.of(new PriceScope(ids, feed.currency()));
    }

    @Override
    public String log() {
        return UploadLogEntry.PRICES;
    }

    /** Rejected files are as if they had never been uploaded: no report tells of them. */
    @Override
    public boolean concerns(Collection<? extends UploadLogEntry> entries) {
        return entries.stream()
                .anyMatch(entry -> entry instanceof Quotations file
                        && concerns(file.contents().quoted()));
    }

    private boolean concerns(Quoted quoted) {
        if (quoted instanceof Quoted.Price price) {
            return prices.contains(price.id());
        }
        return quoted instanceof Quoted.Rate rate
                && (rate.base().equals(currency) && isQuotedIn(rate.counter())
                        || rate.counter().equals(currency) && isQuotedIn(rate.base()));
    }

    private boolean isQuotedIn(String other) {
        return quotedIn.isEmpty() || quotedIn.get().contains(other);
    }

    @Override
    public String json() {
        ObjectNode scope = JSON.createObjectNode();
        ArrayNode ids = scope.putArray(PRICES);
        prices.forEach(ids::add);
        scope.put("currency", currency);
        return scope.toString();
    }

    /** Whether {@code json} is what {@link #json} wrote of some scope. */
    static boolean isOne(String json) throws JsonProcessingException {
        JsonNode scope = JSON.readTree(json);
        return scope.has(PRICES) && !scope.has("log");
    }

    static PriceScope read(String json) throws JsonProcessingException {
        JsonNode scope = JSON.readTree(json);
        SortedSet<String> ids = new TreeSet<>();
        scope.path(PRICES).forEach(id -> ids.add(id.asText()));
        return new PriceScope(ids, scope.path("currency").asText());
    }
}
