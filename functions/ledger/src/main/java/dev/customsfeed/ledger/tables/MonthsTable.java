package dev.customsfeed.ledger.tables;

import dev.customsfeed.ledger.MonthFigures;
import dev.customsfeed.ledger.Series;
import dev.customsfeed.ledger.UploadLogEntry;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactPutItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactWriteItemsEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * The table of months: what each file says of each commodity and month, and the upload logs that say which files count. Items
 * are only ever added.
 */
public final class MonthsTable {

    /** Each who loses a place reads the newest again: so many must have been faster, one after the other. */
    private static final int MOST_TRIES = 200;

    private static final Duration LONGEST_PAUSE = Duration.ofMillis(200);

    private static final String UNMET = "ConditionalCheckFailed";

    /** Why a transaction is cancelled that somebody else was faster than. */
    private static final Set<String> TAKEN = Set.of(UNMET, "TransactionConflict");

    private static final Expression FREE =
            Expression.builder().expression("attribute_not_exists(entry)").build();

    private final DynamoDbEnhancedClient client;
    private final DynamoDbTable<MonthFigures> figures;
    private final DynamoDbTable<UploadLogEntry> uploads;
    private final DynamoDbTable<PlacedEntry> entries;
    private final DynamoDbTable<PlacedEntry> order;
    private final DynamoDbTable<StoredQuotations> quotations;

    /** The table named {@code name}. */
    public MonthsTable(DynamoDbEnhancedClient client, String name) {
        this.client = client;
        this.figures = client.table(name, MonthItems.SCHEMA);
        this.uploads = client.table(name, UploadLogItems.SCHEMA);
        this.entries = client.table(name, PlacedItems.ENTRY);
        this.order = client.table(name, PlacedItems.ORDER);
        this.quotations = client.table(name, QuotationItems.SCHEMA);
    }

    /** The table as the Enhanced Client's own, for batches of figures. */
    public DynamoDbTable<MonthFigures> figures() {
        return figures;
    }

    /** All that files ever said of a series, oldest month first. */
    public List<MonthFigures> figures(Series series) {
        return figures
                .query(request -> request.queryConditional(QueryConditional.keyEqualTo(
                                Key.builder().partitionValue(series.key()).build()))
                        .consistentRead(true))
                .items()
                .stream()
                .toList();
    }

    /** All that files ever said of the months from {@code first} to {@code last} of a series. */
    public List<MonthFigures> figures(Series series, YearMonth first, YearMonth last) {
        return figures
                .query(request -> request.queryConditional(QueryConditional.sortBetween(
                                key(series.key(), MonthItems.begin(first)), key(series.key(), MonthItems.end(last))))
                        .consistentRead(true))
                .items()
                .stream()
                .toList();
    }

    /** Writes what a file of prices or rates says, before it is committed; the same again changes nothing. */
    public void add(StoredQuotations file) {
        quotations.putItem(file);
    }

    /**
     * What a committed file of prices or rates says.
     *
     * @throws IllegalStateException if it is lost: it was there before the file's entry
     */
    public StoredQuotations quotations(UploadLogEntry.Quotations file) {
        String name = file.contents().quoted().name();
        StoredQuotations found = quotations.getItem(request ->
                request.key(key(name, QuotationItems.entry(file.object()))).consistentRead(true));
        if (found == null) {
            throw new IllegalStateException("found no observations of " + file.object()
                    + " in the table of months, expected them with its entry in the log of prices");
        }
        return found;
    }

    private static Key key(String partition, String sort) {
        return Key.builder().partitionValue(partition).sortValue(sort).build();
    }

    /** All entries of an upload log, as of now. Read it before the figures: a file's figures are there before its entry is. */
    public List<UploadLogEntry> uploads(String log) {
        return uploads
                .query(request -> request.queryConditional(QueryConditional.keyEqualTo(
                                Key.builder().partitionValue(log).build()))
                        .consistentRead(true))
                .items()
                .stream()
                .toList();
    }

    /** The entries of an upload log about one object, as of now. */
    public List<UploadLogEntry> uploads(String log, String object) {
        return uploads
                .query(request -> request.queryConditional(QueryConditional.sortBeginsWith(Key.builder()
                                .partitionValue(log)
                                .sortValue(UploadLogItems.prefix(object))
                                .build()))
                        .consistentRead(true))
                .items()
                .stream()
                // '#' may stand in a key too, so that one object's name can begin another's.
                .filter(upload -> upload.object().object().equals(object))
                .toList();
    }

    /**
     * Hands out all entries of an upload log with their places, as of now: also those that were written when entries had none. It costs
     * what the log has ever held; what is new since a place is asked for by {@link #placedAfter}.
     */
    public void forEachPlaced(String log, Consumer<PlacedEntry> taker) {
        entries.query(request -> request.queryConditional(QueryConditional.keyEqualTo(
                                Key.builder().partitionValue(log).build()))
                        .consistentRead(true))
                .items()
                .forEach(taker);
    }

    /** The entries of an upload log about one object with their places, as of now. */
    public List<PlacedEntry> placed(String log, String object) {
        return entries
                .query(request -> request.queryConditional(
                                QueryConditional.sortBeginsWith(key(log, UploadLogItems.prefix(object))))
                        .consistentRead(true))
                .items()
                .stream()
                .filter(placed -> placed.entry().object().object().equals(object))
                .toList();
    }

    /** The entry of an upload log that has this {@linkplain PlacedEntry#name name}, as it is now; empty if there is none. */
    public Optional<PlacedEntry> named(String log, String name) {
        return Optional.ofNullable(
                entries.getItem(request -> request.key(key(log, name)).consistentRead(true)));
    }

    /**
     * The entries of an upload log that were entered after {@code place}, in their order, as of now. An entry that was entered twice,
     * since a rejected version was taken at last, is there twice.
     */
    public List<PlacedEntry> placedAfter(String log, long place) {
        return order
                .query(request -> request.queryConditional(
                                QueryConditional.sortGreaterThan(key(PlacedItems.order(log), PlacedItems.place(place))))
                        .consistentRead(true))
                .items()
                .stream()
                .toList();
    }

    /** The highest place of an upload log that is taken, as of now; {@link PlacedEntry#NONE} where none is. */
    public long newestPlace(String log) {
        return order
                .query(request -> request.queryConditional(QueryConditional.keyEqualTo(Key.builder()
                                .partitionValue(PlacedItems.order(log))
                                .build()))
                        .consistentRead(true)
                        .scanIndexForward(false)
                        .limit(1))
                .stream()
                .flatMap(page -> page.items().stream())
                .limit(1)
                .mapToLong(PlacedEntry::place)
                .findFirst()
                .orElse(PlacedEntry.NONE);
    }

    /**
     * Adds an entry at the next place of its log; the same one again changes nothing.
     *
     * @throws IllegalStateException if others took one place after the other
     */
    public void add(UploadLogEntry entry) {
        if (!isEntered(entry)) {
            enter(entry, transaction -> {});
        }
    }

    /** Whether the log has exactly this entry, and a place for it. */
    private boolean isEntered(UploadLogEntry entry) {
        return named(entry.log(), UploadLogItems.entry(entry))
                .filter(placed ->
                        placed.place() != PlacedEntry.NONE && placed.entry().equals(entry))
                .isPresent();
    }

    /**
     * Adds an entry at the next place of its log, in one transaction with whatever {@code first} puts into it. The place is free or
     * nothing is written: so places have no gaps, and nothing is entered behind what somebody has read. An entry that is there already
     * gets no second place.
     *
     * @param first writes something under a condition
     * @return false if that did not hold: nothing was written
     */
    boolean enterWith(UploadLogEntry entry, Consumer<TransactWriteItemsEnhancedRequest.Builder> first) {
        if (!isEntered(entry)) {
            return enter(entry, first);
        }
        try {
            client.transactWriteItems(first);
            return true;
        } catch (TransactionCanceledException cancelled) {
            if (reasons(cancelled).contains(UNMET)) {
                return false;
            }
            throw cancelled;
        }
    }

    private boolean enter(UploadLogEntry entry, Consumer<TransactWriteItemsEnhancedRequest.Builder> first) {
        for (int tries = 1; tries <= MOST_TRIES; tries++) {
            PlacedEntry placed = new PlacedEntry(newestPlace(entry.log()) + 1, entry);
            try {
                client.transactWriteItems(transaction -> {
                    first.accept(transaction);
                    transaction
                            .addPutItem(entries, placed)
                            .addPutItem(
                                    order,
                                    TransactPutItemEnhancedRequest.builder(PlacedEntry.class)
                                            .item(placed)
                                            .conditionExpression(FREE)
                                            .build());
                });
                return true;
            } catch (TransactionCanceledException cancelled) {
                List<String> reasons = reasons(cancelled);
                // Entry and place come last: what else failed its condition is what was to hold.
                if (reasons.subList(0, reasons.size() - 2).contains(UNMET)) {
                    return false;
                }
                if (reasons.stream().noneMatch(TAKEN::contains)) {
                    throw cancelled;
                }
            }
            LockSupport.parkNanos(
                    ThreadLocalRandom.current().nextLong(1, Math.min(LONGEST_PAUSE.toNanos(), tries * 10_000_000L)));
        }
        throw new IllegalStateException("found each of " + MOST_TRIES + " places of the log " + entry.log()
                + " taken by somebody else, expected one that is free: the next delivery tries again");
    }

    private static List<String> reasons(TransactionCanceledException cancelled) {
        return cancelled.cancellationReasons().stream()
                .map(CancellationReason::code)
                .toList();
    }
}
