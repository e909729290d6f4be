package dev.customsfeed.publish;

import dev.customsfeed.emulators.SharedEmulators;
import dev.customsfeed.emulators.TemplateResources;
import dev.customsfeed.ledger.CommodityMonth;
import dev.customsfeed.ledger.CustomsRecord;
import dev.customsfeed.ledger.FileContents;
import dev.customsfeed.ledger.MonthFigures;
import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.QuotationContents;
import dev.customsfeed.ledger.Quoted;
import dev.customsfeed.ledger.Reported;
import dev.customsfeed.ledger.Series;
import dev.customsfeed.ledger.Totals;
import dev.customsfeed.ledger.TradeFlow;
import dev.customsfeed.ledger.Upload;
import dev.customsfeed.ledger.UploadLogEntry;
import dev.customsfeed.ledger.UploadOrder;
import dev.customsfeed.ledger.tables.MonthsTable;
import dev.customsfeed.ledger.tables.RecordsTable;
import dev.customsfeed.ledger.tables.StoredQuotations;
import dev.customsfeed.ledger.tables.StoredRecord;
import dev.customsfeed.publish.bench.S3InMemory;
import dev.customsfeed.publish.figures.feed.FeedData;
import dev.customsfeed.runtime.aws.FifoMessage;
import dev.customsfeed.runtime.log.Log;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Object;

/** What the function works on, in the emulators: a table of months as ingest leaves it, and a feed bucket. */
public final class FeedSystem {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-21T00:00:00Z"), ZoneOffset.UTC);
    private static final TradeFlow EXPORTS = TradeFlow.parse("gacc/CN/export");

    private final Calls calls = new Calls();
    private final S3Client s3;

    /** A client whose calls nobody sees. */
    private final S3Client operator;

    private final DynamoDbClient dynamoDb = SharedEmulators.get().dynamoDb(seenBy(calls));
    private final MonthsTable months;
    private final RecordsTable records;
    private final Map<String, String> tables;
    private final String table;
    private final String bucket = "feed-" + UUID.randomUUID();
    private final String checkpoints = "checkpoints-" + UUID.randomUUID();
    private final List<FifoMessage> queue = new ArrayList<>();
    private final List<FifoMessage> failed = new ArrayList<>();
    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
    private Function function;
    private int uploads;

    /** With an empty table and an empty bucket. */
    public FeedSystem() {
        this(SharedEmulators.get().s3(), calls -> SharedEmulators.get().s3(seenBy(calls)));
        // Without versions: S3Mock goes on listing what was deleted from a bucket that has them.
        operator.createBucket(create -> create.bucket(bucket));
        operator.createBucket(create -> create.bucket(checkpoints));
    }

    /**
     * The same with buckets within this process, for tests of hundreds of systems: what they publish is the same, which a test holds, and
     * takes a third of the time.
     */
    public static FeedSystem inMemory() {
        S3InMemory s3 = new S3InMemory();
        return new FeedSystem(s3.client(), s3::client);
    }

    private FeedSystem(S3Client operator, java.util.function.Function<Calls, S3Client> clientThatIsSeen) {
        this.operator = operator;
        this.s3 = clientThatIsSeen.apply(calls);
        tables = SharedEmulators.template()
                .createTablesIn(dynamoDb, id -> TemplateResources.plainName(id) + "-" + UUID.randomUUID());
        table = tables.get("MonthsTable");
        DynamoDbEnhancedClient client =
                DynamoDbEnhancedClient.builder().dynamoDbClient(dynamoDb).build();
        months = new MonthsTable(client, table);
        records = new RecordsTable(client, tables.get("RecordsTable"));
        restart();
        calls.take();
    }

    private static ClientOverrideConfiguration seenBy(Calls calls) {
        return ClientOverrideConfiguration.builder()
                .addExecutionInterceptor(calls)
                .build();
    }

    /** A function with all that it knows. */
    public static final class Function {
        private final PublishHandler handler;

        private Function(PublishHandler handler) {
            this.handler = handler;
        }
    }

    /** From now on another function publishes, one that knows nothing but what lies in the table and the bucket. */
    public void restart() {
        function = new Function(new PublishHandler(
                new PublishSettings(
                        table,
                        tables.get("FilesTable"),
                        tables.get("RecordsTable"),
                        bucket,
                        checkpoints,
                        Optional.empty()),
                s3,
                dynamoDb,
                messages -> {
                    calls.see("SendMessage");
                    queue.addAll(messages);
                },
                new Log(new PrintStream(logged, true, StandardCharsets.UTF_8), CLOCK),
                CLOCK));
    }

    /** The function that publishes. */
    public Function function() {
        return function;
    }

    /** From now on {@code warm} publishes again. */
    public void resume(Function warm) {
        function = warm;
    }

    /** Sees the function's calls. */
    public Calls calls() {
        return calls;
    }

    /** A client of the bucket that {@link #calls} sees too. */
    public S3Client s3() {
        return s3;
    }

    /** The feed bucket's name. */
    public String bucket() {
        return bucket;
    }

    /** What the function logged so far. */
    public String logged() {
        return logged.toString(StandardCharsets.UTF_8);
    }

    /** A message as the schedule sends it, and all that come of it; gives the answer to the last that failed, or to all. */
    public String publish() throws IOException {
        return deliver("{\"recompute\":\"schedule\"}");
    }

    /** A message as the daily check sends it, and all that come of it. */
    public String check() throws IOException {
        return deliver("{\"check\":\"daily\"}");
    }

    /** A message as ingest sends it of a log, and all that come of it. */
    public String changed(String log) throws IOException {
        return deliver("{\"changed\":\"" + log + "\"}");
    }

    /** Hands the function a message and all that come of it, one after the other. */
    public String deliver(String body) throws IOException {
        queue.clear();
        queue.add(new FifoMessage("by hand", body, body));
        return drain();
    }

    /** Hands the function the messages that failed once more, and all that come of them. */
    public String redeliver() throws IOException {
        queue.addAll(0, failed);
        return drain();
    }

    /** Hands the function all messages that wait. */
    public String drain() throws IOException {
        failed.clear();
        String last = "{\"batchItemFailures\":[]}";
        while (!queue.isEmpty()) {
            FifoMessage message = queue.remove(0);
            String answer = handle(message.body());
            if (answer.contains("itemIdentifier")) {
                last = answer;
                failed.add(message);
            }
        }
        return last;
    }

    /** The messages that wait, to be looked at, shuffled or doubled. */
    public List<FifoMessage> queue() {
        return queue;
    }

    /** The messages that failed. */
    public List<FifoMessage> failed() {
        return failed;
    }

    /** The bucket of the checkpoints. */
    public String checkpoints() {
        return checkpoints;
    }

    /** Hands the function a batch of messages, whose ids are m0, m1 and so on; gives its answer. */
    public String handle(String... bodies) throws IOException {
        StringBuilder event = new StringBuilder();
        for (int i = 0; i < bodies.length; i++) {
            event.append(i == 0 ? "{\"Records\":[" : ",")
                    .append("{\"messageId\":\"m" + i + "\",\"body\":\""
                            + bodies[i].replace("\\", "\\\\").replace("\"", "\\\"") + "\"}");
        }
        return handleEvent(event + "]}");
    }

    /** Hands the function an event. */
    public String handleEvent(String event) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        function.handler.handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), answer, null);
        return answer.toString(StandardCharsets.UTF_8);
    }

    /** A feed of these commodities, one product each. */
    public void define(String id, String title, String... commodities) {
        defineAs(id, definition(id, title, "", commodities));
    }

    /** The same, with a price that the first of them is held against. */
    public void definePriced(String id, String title, String price, String... commodities) {
        defineAs(
                id,
                definition(
                        id,
                        title,
                        ",\"prices\":[{\"id\":\"" + price + "\",\"product\":\"p" + commodities[0]
                                + "\",\"name\":{\"en\":\"the price " + price + "\"}}]",
                        commodities));
    }

    private static String definition(String id, String title, String more, String... commodities) {
        StringBuilder products = new StringBuilder();
        for (String hs : commodities) {
            products.append(products.isEmpty() ? "" : ",")
                    .append("{\"id\":\"p" + hs + "\",\"hs\":[\"" + hs + "\"],\"name\":{\"en\":\"Product " + hs
                            + "\"}}");
        }
        return "{\"id\":\"" + id + "\",\"title\":{\"en\":\"" + title + "\"},\"source\":\"gacc\",\"reporter\":\"CN\","
                + "\"flow\":\"export\",\"currency\":\"USD\",\"products\":[" + products + "]" + more + "}";
    }

    /** A feed definition of this text, taken as ingest takes one. */
    public void defineAs(String id, String text) {
        ObjectVersion file = next("feeds/" + id + ".json");
        months.add(new UploadLogEntry.Definition(upload(file), text));
    }

    /** Deletes a feed's definition. */
    public void undefine(String id) {
        ObjectVersion marker = next("feeds/" + id + ".json");
        months.add(new UploadLogEntry.Deleted(UploadLogEntry.FEEDS, upload(marker)));
    }

    /** A customs file that has these kilograms of one commodity. */
    public ObjectVersion upload(String name, String commodity, Map<String, Long> kilogramsByMonth) {
        Loading loading = load(name, commodity, kilogramsByMonth);
        loading.commit().run();
        return loading.file();
    }

    /**
     * A customs file whose figures are stored and that is not committed yet.
     *
     * @param commit commits it
     */
    public record Loading(ObjectVersion file, Runnable commit) {}

    /** The same of a file that was asked for this commodity alone, so that it concerns no feed of others. */
    public ObjectVersion uploadOf(String name, String commodity, Map<String, Long> kilogramsByMonth) {
        Loading loading = load(name, commodity, kilogramsByMonth, new TreeSet<>(List.of(commodity)));
        loading.commit().run();
        return loading.file();
    }

    /** The same as {@link #upload} as far as it goes before the file is committed. */
    public Loading load(String name, String commodity, Map<String, Long> kilogramsByMonth) {
        return load(name, commodity, kilogramsByMonth, new TreeSet<>());
    }

    private Loading load(
            String name, String commodity, Map<String, Long> kilogramsByMonth, SortedSet<String> answersFor) {
        ObjectVersion file = next("incoming/gacc/flow=export/" + name + ".csv");
        TreeSet<YearMonth> periods = new TreeSet<>();
        kilogramsByMonth.forEach((month, kilograms) -> {
            Totals totals = Totals.ofWhole(1, kilograms, 2 * kilograms);
            TreeMap<String, Totals> india = new TreeMap<>(Map.of("111", totals));
            months.figures()
                    .putItem(new MonthFigures(
                            new Series(EXPORTS, "USD", commodity),
                            YearMonth.parse(month),
                            upload(file),
                            Optional.empty(),
                            totals,
                            india,
                            new TreeMap<>(),
                            new TreeSet<>(),
                            new TreeSet<>()));
            records.records()
                    .putItem(new StoredRecord(
                            file.versionId(),
                            new CustomsRecord(
                                    new Series(EXPORTS, "USD", commodity),
                                    YearMonth.parse(month),
                                    2,
                                    "111",
                                    new TreeMap<>(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    OptionalLong.of(totals.reportedNetWeightGrams()),
                                    false,
                                    totals.valueThousandths(),
                                    Optional.empty())));
            periods.add(YearMonth.parse(month));
        });
        UploadLogEntry entry = new UploadLogEntry.CustomsFile(
                EXPORTS.key(),
                upload(file),
                new FileContents(
                        "USD",
                        List.of(new Reported(EXPORTS.flow(), new TreeSet<>(List.of(EXPORTS.reporter())), periods)),
                        answersFor,
                        OptionalInt.of(commodity.length()),
                        List.of(),
                        new TreeSet<>(),
                        kilogramsByMonth.size(),
                        "00",
                        Optional.empty()));
        return new Loading(file, () -> months.add(entry));
    }

    /** A file of prices or rates, as ingest takes one; gives its version. */
    public ObjectVersion quote(String name, Quoted quoted, Map<String, String> valuesByDay) {
        NavigableMap<LocalDate, BigDecimal> observations = new TreeMap<>();
        valuesByDay.forEach((day, value) -> observations.put(LocalDate.parse(day), new BigDecimal(value)));
        ObjectVersion file = next("incoming/" + quoted.name() + "/" + name + ".csv");
        months.add(new StoredQuotations(quoted.name(), file, observations));
        SortedMap<YearMonth, String> hashes = new TreeMap<>();
        observations.forEach(
                (day, value) -> hashes.merge(YearMonth.from(day), quoted + " " + day + " " + value, String::concat));
        months.add(new UploadLogEntry.Quotations(
                upload(file), new QuotationContents(quoted, observations.size(), hashes, "00")));
        return file;
    }

    /** Deletes a file of prices or rates. */
    public void withdraw(String name, Quoted quoted) {
        ObjectVersion marker = next("incoming/" + quoted.name() + "/" + name + ".csv");
        months.add(new UploadLogEntry.Deleted(UploadLogEntry.PRICES, upload(marker)));
    }

    /** Has all that {@code data} is computed from, as if ingest had taken its files. */
    public void take(FeedData data) {
        data.uploads().entries().forEach(months::add);
        data.months().forEach((series, known) -> known.said().forEach((period, all) -> {
            for (CommodityMonth.Said said : all) {
                months.figures()
                        .putItem(new MonthFigures(
                                series,
                                period,
                                said.file().upload(),
                                said.part(),
                                said.totals(),
                                said.partners(),
                                said.splits(),
                                said.valuations(),
                                said.rowKeys()));
            }
        }));
    }

    /** Deletes a customs file. */
    public void withdraw(String name) {
        ObjectVersion marker = next("incoming/gacc/flow=export/" + name + ".csv");
        months.add(new UploadLogEntry.Deleted(EXPORTS.key(), upload(marker)));
    }

    /** Loses the log's entry of a file, which nothing but damage does. */
    public void lose(ObjectVersion file) {
        dynamoDb.deleteItem(delete -> delete.tableName(table)
                .key(Map.of(
                        "series", AttributeValue.fromS(EXPORTS.key()),
                        "entry", AttributeValue.fromS(file.object() + "#" + file.versionId()))));
    }

    /** Takes the places of all entries away: so they were written when entries had none. */
    public void forgetPlaces() {
        dynamoDb.scanPaginator(scan -> scan.tableName(table)).items().forEach(item -> {
            Map<String, AttributeValue> key = Map.of("series", item.get("series"), "entry", item.get("entry"));
            if (item.get("series").s().endsWith("#order")) {
                dynamoDb.deleteItem(delete -> delete.tableName(table).key(key));
            } else if (item.containsKey("place")) {
                dynamoDb.updateItem(update -> update.tableName(table).key(key).updateExpression("REMOVE place"));
            }
        });
        calls.take();
    }

    /** Puts {@code content} in the place of each checkpoint; without content they are gone. */
    public void spoilCheckpoints(Optional<String> content) {
        operator.listObjectsV2Paginator(list -> list.bucket(checkpoints)).contents().stream()
                .map(S3Object::key)
                .toList()
                .forEach(key -> {
                    if (content.isPresent()) {
                        operator.putObject(
                                put -> put.bucket(checkpoints).key(key),
                                software.amazon.awssdk.core.sync.RequestBody.fromString(content.get()));
                    } else {
                        operator.deleteObjects(
                                delete -> delete.bucket(checkpoints).delete(which -> which.objects(identifier(key))));
                    }
                });
    }

    private static ObjectIdentifier identifier(String key) {
        return ObjectIdentifier.builder().key(key).build();
    }

    private ObjectVersion next(String key) {
        uploads++;
        return new ObjectVersion("upload", key, "v" + uploads);
    }

    private Upload upload(ObjectVersion file) {
        Instant uploaded = Instant.parse("2026-01-20T00:00:00Z").plusSeconds(uploads);
        return new Upload(file, new UploadOrder(uploaded, "", uploaded));
    }

    /** The ETags of all that lies in the feed bucket: they tell contents apart as well as the contents themselves, and sooner. */
    public SortedMap<String, String> etags() {
        SortedMap<String, String> etags = new TreeMap<>();
        s3.listObjectsV2Paginator(list -> list.bucket(bucket))
                .contents()
                .forEach(object -> etags.put(object.key(), object.eTag()));
        calls.take();
        return etags;
    }

    /** Everything in the feed bucket: content by key. */
    public SortedMap<String, String> objects() {
        SortedMap<String, String> objects = new TreeMap<>();
        List<S3Object> all = s3.listObjectsV2Paginator(list -> list.bucket(bucket)).contents().stream()
                .toList();
        all.forEach(object -> objects.put(object.key(), content(object.key())));
        calls.take();
        return objects;
    }

    /** What lies under stable names. */
    public SortedMap<String, String> stableObjects() {
        SortedMap<String, String> objects = objects();
        objects.keySet().removeIf(key -> key.contains("/archive/"));
        return objects;
    }

    /** One object's content; of a workbook, a character for each byte. */
    public String content(String key) {
        return s3.getObjectAsBytes(get -> get.bucket(bucket).key(key)).asString(charset(key));
    }

    private static Charset charset(String key) {
        return key.endsWith(".xlsx") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
    }

    /** Writes an object past the function. */
    public void put(String key, String content) {
        s3.putObject(
                put -> put.bucket(bucket).key(key),
                software.amazon.awssdk.core.sync.RequestBody.fromString(content, charset(key)));
        calls.take();
    }

    /** Months and kilograms, in turn. */
    public static Map<String, Long> months(Object... monthsAndKilograms) {
        Map<String, Long> kilograms = new HashMap<>();
        for (int i = 0; i < monthsAndKilograms.length; i += 2) {
            kilograms.put((String) monthsAndKilograms[i], ((Number) monthsAndKilograms[i + 1]).longValue());
        }
        return kilograms;
    }
}
