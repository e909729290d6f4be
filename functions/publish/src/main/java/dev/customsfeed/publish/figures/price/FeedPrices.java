package dev.customsfeed.publish.figures.price;

import dev.customsfeed.ledger.QuotationMonths;
import dev.customsfeed.ledger.Quoted;
import dev.customsfeed.ledger.UploadHistory;
import dev.customsfeed.ledger.UploadLogEntry.Quotations;
import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.ledger.feed.PriceReference;
import dev.customsfeed.publish.figures.Finding;
import dev.customsfeed.publish.figures.Fraction;
import dev.customsfeed.publish.figures.Reason;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What counts of the prices that a feed names, and of the exchange rates between what they are quoted in and the feed's currency.
 *
 * @param months what counts of each month, by the name of what is quoted ({@link Quoted#name})
 * @param changes when that last came to say something else, of months that no file has any more too
 */
public record FeedPrices(
        SortedMap<String, NavigableMap<YearMonth, QuotedMonth>> months, NavigableMap<YearMonth, Instant> changes) {

    /** Of a feed that names no price. */
    public static final FeedPrices NONE = new FeedPrices(new TreeMap<>(), new TreeMap<>());

    /** Keeps copies. */
    public FeedPrices {
        months = Collections.unmodifiableSortedMap(new TreeMap<>(months));
        changes = Collections.unmodifiableNavigableMap(new TreeMap<>(changes));
    }

    /**
     * Those of a feed.
     *
     * @param log what the log of prices says that the feed may depend on; it may say more
     * @param observations gives what a committed file says, by day
     */
    public static FeedPrices of(
            FeedDefinition feed,
            UploadHistory log,
            Function<Quotations, NavigableMap<LocalDate, BigDecimal>> observations) {
        SortedMap<String, NavigableMap<YearMonth, QuotedMonth>> months = new TreeMap<>();
        NavigableMap<YearMonth, Instant> changes = new TreeMap<>();
        for (String name : names(feed, log)) {
            months.put(name, months(QuotationMonths.counting(log, name), observations));
            QuotationMonths.changes(log, name)
                    .forEach((month, when) ->
                            changes.merge(month, when, (one, other) -> one.isAfter(other) ? one : other));
        }
        return new FeedPrices(months, changes);
    }

    /** The prices that the feed names, and the rates that files of these, be they withdrawn, were ever in need of. */
    private static Iterable<String> names(FeedDefinition feed, UploadHistory log) {
        TreeSet<String> ids = new TreeSet<>();
        feed.prices().stream().map(PriceReference::id).forEach(ids::add);
        TreeSet<String> names = new TreeSet<>();
        log.entries().stream()
                .filter(Quotations.class::isInstance)
                .map(entry -> ((Quotations) entry).contents().quoted())
                .forEach(quoted -> {
                    if (quoted instanceof Quoted.Price price && ids.contains(price.id())) {
                        names.add(price.name());
                        if (!price.currency().equals(feed.currency())) {
                            names.add(new Quoted.Rate(feed.currency(), price.currency()).name());
                            names.add(new Quoted.Rate(price.currency(), feed.currency()).name());
                        }
                    }
                });
        return names;
    }

    private static NavigableMap<YearMonth, QuotedMonth> months(
            NavigableMap<YearMonth, Quotations> counting,
            Function<Quotations, NavigableMap<LocalDate, BigDecimal>> observations) {
        Map<Quotations, NavigableMap<LocalDate, BigDecimal>> read = new HashMap<>();
        NavigableMap<LocalDate, Fraction> days = new TreeMap<>();
        counting.forEach((month, file) -> read.computeIfAbsent(file, observations)
                .subMap(month.atDay(1), true, month.atEndOfMonth(), true)
                .forEach((day, value) -> days.put(day, Fraction.of(value))));
        NavigableMap<YearMonth, QuotedMonth> months = new TreeMap<>();
        counting.forEach((month, file) ->
                months.put(month, new QuotedMonth(file.contents().quoted(), MonthlyAverage.of(days, month))));
        return months;
    }

    /** The same without other months than those from {@code first} to {@code last}. */
    public FeedPrices within(YearMonth first, YearMonth last) {
        SortedMap<String, NavigableMap<YearMonth, QuotedMonth>> some = new TreeMap<>();
        months.forEach((name, all) -> some.put(name, new TreeMap<>(all.subMap(first, true, last, true))));
        return new FeedPrices(some, changes.subMap(first, true, last, true));
    }

    /** When what counts of any of the months last changed; empty if there never was anything. */
    public Optional<Instant> lastChange() {
        return changes.values().stream().max(Comparator.naturalOrder());
    }

    /** What counts of a price in {@code month}; empty if no file has it. */
    public Optional<QuotedMonth> price(String id, YearMonth month) {
        return quoted(Quoted.Price.nameOf(id), month);
    }

    private Optional<QuotedMonth> quoted(String name, YearMonth month) {
        return Optional.ofNullable(months.get(name)).map(all -> all.get(month));
    }

    /**
     * How many units of {@code counter} were paid for one of {@code base} in the mean of {@code month}: as files say it, or else by the
     * rate the other way round.
     */
    public Finding<Fraction> rate(String base, String counter, YearMonth month) {
        if (base.equals(counter)) {
            return Finding.found(Fraction.ONE);
        }
        Optional<QuotedMonth> direct = quoted(new Quoted.Rate(base, counter).name(), month);
        if (direct.isPresent()) {
            return direct.get().average().map(MonthlyAverage::value);
        }
        return quoted(new Quoted.Rate(counter, base).name(), month)
                .map(reverse -> reverse.average().map(mean -> Fraction.ONE.dividedBy(mean.value())))
                .orElseGet(() -> Finding.none(new Reason.NotQuoted()));
    }
}
