package dev.customsfeed.ingest.answer;

import dev.customsfeed.ledger.QuotationMonths;
import dev.customsfeed.ledger.Quoted;
import dev.customsfeed.ledger.UploadHistory;
import dev.customsfeed.ledger.UploadLogEntry.Quotations;
import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.ledger.feed.PriceReference;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the answer to a feed definition says of the prices that it names: whether there is any file of them. */
final class NamedPrices {

    private final FeedDefinition feed;
    private final UploadHistory log;

    /** @param log the log of prices, as it is now */
    NamedPrices(FeedDefinition feed, UploadHistory log) {
        this.feed = feed;
        this.log = log;
    }

    List<Map<String, Object>> json() {
        return feed.prices().stream().map(this::json).toList();
    }

    private Map<String, Object> json(PriceReference reference) {
        NavigableMap<YearMonth, Quotations> counting =
                QuotationMonths.counting(log, Quoted.Price.nameOf(reference.id()));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", reference.id());
        json.put("product", reference.product());
        json.put("months", AnswerJson.texts(counting.keySet()));
        json.put("missing", counting.isEmpty() ? missing(reference.id()) : null);
        json.put("missingRates", missingRates(counting));
        return json;
    }

    private String missing(String id) {
        SortedSet<String> others = new TreeSet<>();
        log.quotations().forEach(file -> {
            if (file.contents().quoted() instanceof Quoted.Price price) {
                others.add(price.id());
            }
        });
        return "No file has the price " + id + ": upload one under incoming/price/id=" + id
                + "/currency=<code>/unit=<t, kg or lb>/tax=<percent>/"
                + (others.isEmpty() ? "" : ", or name one that exists (" + Words.list(others) + ")") + ".";
    }

    private List<Map<String, Object>> missingRates(NavigableMap<YearMonth, Quotations> counting) {
        SortedMap<String, SortedSet<YearMonth>> byCurrency = new TreeMap<>();
        counting.forEach((month, file) -> {
            if (file.contents().quoted() instanceof Quoted.Price price
                    && !price.currency().equals(feed.currency())) {
                byCurrency
                        .computeIfAbsent(price.currency(), any -> new TreeSet<>())
                        .add(month);
            }
        });
        List<Map<String, Object>> missing = new ArrayList<>();
        byCurrency.forEach((currency, months) ->
                MissingRates.of(log, feed.currency(), currency, months).ifPresent(missing::add));
        return missing;
    }
}
