package dev.customsfeed.publish.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.customsfeed.ledger.FileContents;
import dev.customsfeed.ledger.MonthFigures;
import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.Part;
import dev.customsfeed.ledger.Reported;
import dev.customsfeed.ledger.Series;
import dev.customsfeed.ledger.Totals;
import dev.customsfeed.ledger.TradeFlow;
import dev.customsfeed.ledger.Upload;
import dev.customsfeed.ledger.UploadLogEntry;
import dev.customsfeed.ledger.UploadOrder;
import dev.customsfeed.ledger.tables.MonthsTable;
import dev.customsfeed.ledger.tables.PlacedEntry;
import dev.customsfeed.ledger.tables.PlacedEntryText;
import dev.customsfeed.publish.PublishHandler;
import dev.customsfeed.publish.PublishSettings;
import dev.customsfeed.runtime.aws.FifoMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.enhanced.dynamodb.model.WriteBatch;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Measures what publishing costs where there is much of something: feeds, entries of a log, uploads of one key. Tables are filled
 * directly; tables and S3 are within the process, so that processor time is the function's own and the SDK's. The table of records is
 * empty, and feeds keep their rows back: those of a month are read when the month changes, which is the same whatever else there is.
 */
public final class ScaleBenchmark {

    private static final TradeFlow EXPORTS = TradeFlow.parse("gacc/CN/export");
    private static final String DONE = "{\"batchItemFailures\":[]}";
    private static final PrintStream OUT = System.out;
    private static final String TABLE = "months";
    private static final String FILES_TABLE = "files";
    private static final String RECORDS_TABLE = "records";
    private static final int FEEDS = 200;
    private static final int ENTRIES = 100_000;
    private static final int MONTHS = 60;
    private static final int COMMODITIES = 5;
    private static final int PARTNERS = 20;
    private static final int RUNS = 7;

    /** One takes less than the clock of the processor tells. */
    private static final int WAKE_UPS = 50;

    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final Meter meter = new Meter();
    private final S3InMemory s3 = new S3InMemory(S3InMemory.READ);
    private final S3Client s3Client = s3.client(meter);
    private final DynamoDbClient dynamoDb = DynamoDbClient.builder()
            .httpClient(new DynamoDbInMemory())
            .region(Region.US_EAST_1)
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .overrideConfiguration(client -> client.addExecutionInterceptor(meter))
            .build();
    private final DynamoDbEnhancedClient tables =
            DynamoDbEnhancedClient.builder().dynamoDbClient(dynamoDb).build();
    private final MonthsTable months;
    private final Deque<FifoMessage> queue = new ArrayDeque<>();
    private final Map<String, Long> places = new HashMap<>();
    private PublishHandler function;
    private int uploads;

    private ScaleBenchmark() {
        months = new MonthsTable(tables, TABLE);
        restart();
    }

    /** Counts calls and read units. */
    private static final class Meter implements ExecutionInterceptor {

        private final SortedMap<String, Long> calls = Collections.synchronizedSortedMap(new TreeMap<>());
        private final DoubleAdder readUnits = new DoubleAdder();

        @Override
        public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
            calls.merge(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME), 1L, Long::sum);
            if (context.request() instanceof QueryRequest query) {
                return query.toBuilder()
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                        .build();
            }
            return context.request() instanceof GetItemRequest get
                    ? get.toBuilder()
                            .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                            .build()
                    : context.request();
        }

        @Override
        public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
            if (context.response() instanceof QueryResponse query) {
                readUnits.add(query.consumedCapacity().capacityUnits());
            } else if (context.response() instanceof GetItemResponse get) {
                readUnits.add(get.consumedCapacity().capacityUnits());
            }
        }

        void reset() {
            calls.clear();
            readUnits.reset();
        }

        long all() {
            return calls.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * What something cost.
     *
     * @param cpu milliseconds of the processor
     * @param wall milliseconds
     */
    private record Cost(double cpu, double wall, long requests, double readUnits, String kinds) {}

    /** Something that is measured. */
    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }

    private Cost measure(Step step) throws IOException {
        meter.reset();
        long began = System.nanoTime();
        long used = PROCESS.getProcessCpuTime();
        step.run();
        double cpu = (PROCESS.getProcessCpuTime() - used) / 1e6;
        return new Cost(
                cpu, (System.nanoTime() - began) / 1e6, meter.all(), meter.readUnits.sum(), meter.calls.toString());
    }

    private Cost median(Step before, Step step) throws IOException {
        Cost[] costs = new Cost[RUNS];
        for (int run = 0; run < RUNS; run++) {
            before.run();
            costs[run] = measure(step);
        }
        Arrays.sort(costs, (one, other) -> Double.compare(one.cpu(), other.cpu()));
        return costs[RUNS / 2];
    }

    /** From now on a function works that just started; what it logs is of use to nobody here. */
    private void restart() {
        function = quietly(() -> new PublishHandler(
                new PublishSettings(TABLE, FILES_TABLE, RECORDS_TABLE, "feeds", "uploads", Optional.empty()),
                s3Client,
                dynamoDb,
                messages -> {
                    meter.calls.merge("SendMessageBatch", (messages.size() + 9) / 10L, Long::sum);
                    queue.addAll(messages);
                }));
    }

    private static <T> T quietly(Supplier<T> step) {
        PrintStream console = System.out;
        try (PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8)) {
            System.setOut(nowhere);
            return step.get();
        } finally {
            System.setOut(console);
        }
    }

    private void handle(String body) {
        String event = "{\"Records\":[{\"messageId\":\"m\",\"body\":\""
                + body.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}]}";
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            function.handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), answer, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!DONE.equals(answer.toString(StandardCharsets.UTF_8))) {
            throw new IllegalStateException("not done: " + body);
        }
    }

    private void drain() {
        while (!queue.isEmpty()) {
            handle(queue.remove().body());
        }
    }

    private void recompute() {
        handle("{\"recompute\":\"schedule\"}");
        drain();
    }

    private void changed() {
        handle("{\"changed\":\"gacc/CN/export\"}");
        drain();
    }

    // Filling the tables.

    private static String code(int feed, int commodity) {
        return String.format(Locale.ROOT, "%04d%02d00", 1000 + feed, commodity + 10);
    }

    private Upload upload(String key) {
        uploads++;
        Instant at = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(uploads);
        return new Upload(new ObjectVersion("uploads", key, "v" + uploads), new UploadOrder(at, "", at));
    }

    private void define(int feed) {
        StringBuilder products = new StringBuilder();
        for (int commodity = 0; commodity < COMMODITIES; commodity++) {
            products.append(products.isEmpty() ? "" : ",")
                    .append("{\"id\":\"p" + commodity + "\",\"hs\":[\"" + code(feed, commodity)
                            + "\"],\"name\":{\"en\":\"Product " + commodity + "\"}}");
        }
        months.add(new UploadLogEntry.Definition(
                upload("feeds/feed-" + feed + ".json"),
                "{\"id\":\"feed-" + feed + "\",\"title\":{\"en\":\"Feed " + feed
                        + "\"},\"source\":\"gacc\",\"reporter\":\"CN\","
                        + "\"flow\":\"export\",\"currency\":\"USD\",\"rows\":false,\"products\":[" + products + "]}"));
    }

    /** A file of one feed and month. */
    private UploadLogEntry file(int feed, YearMonth month, String name, List<MonthFigures> figures) {
        return file(feed, month, name, Optional.empty(), figures);
    }

    private UploadLogEntry file(
            int feed, YearMonth month, String name, Optional<Part> part, List<MonthFigures> figures) {
        Random random = new Random(feed * 1000L + uploads);
        Upload upload = upload("incoming/gacc/flow=export/" + name + ".csv");
        TreeSet<String> codes = new TreeSet<>();
        for (int commodity = 0; commodity < COMMODITIES; commodity++) {
            String code = code(feed, commodity);
            codes.add(code);
            TreeMap<String, Totals> partners = new TreeMap<>();
            Totals all = Totals.NONE;
            for (int partner = 0; partner < PARTNERS; partner++) {
                long kilograms = 1000 + random.nextInt(100_000);
                Totals one = Totals.ofWhole(1, kilograms, 2 * kilograms + random.nextInt(1000));
                partners.put(Integer.toString(101 + partner), one);
                all = all.plus(one);
            }
            figures.add(new MonthFigures(
                    new Series(EXPORTS, "USD", code),
                    month,
                    upload,
                    part,
                    all,
                    partners,
                    new TreeMap<>(),
                    new TreeSet<>(),
                    part.filter(one -> one.dimension() == Part.Dimension.PAGE)
                            .map(page -> new TreeSet<>(Set.of(page.value())))
                            .orElseGet(TreeSet::new)));
        }
        return new UploadLogEntry.CustomsFile(
                EXPORTS.key(),
                upload,
                new FileContents(
                        "USD",
                        List.of(new Reported(
                                EXPORTS.flow(),
                                new TreeSet<>(List.of(EXPORTS.reporter())),
                                new TreeSet<>(List.of(month)))),
                        codes,
                        OptionalInt.of(8),
                        List.of(),
                        part.map(one -> new TreeSet<>(Set.of(one))).orElseGet(TreeSet::new),
                        (long) COMMODITIES * PARTNERS,
                        "00",
                        Optional.empty()));
    }

    private void store(List<MonthFigures> figures) {
        int batches = (figures.size() + 24) / 25;
        IntStream.range(0, batches).parallel().forEach(batch -> {
            WriteBatch.Builder<MonthFigures> write =
                    WriteBatch.builder(MonthFigures.class).mappedTableResource(months.figures());
            figures.subList(batch * 25, Math.min(batch * 25 + 25, figures.size()))
                    .forEach(write::addPutItem);
            tables.batchWriteItem(request -> request.addWriteBatch(write.build()));
        });
        figures.clear();
    }

    /** Enters entries at their places, past the transaction that each would be. */
    private void enter(List<UploadLogEntry> entries) {
        List<WriteRequest> writes = new ArrayList<>();
        for (UploadLogEntry entry : entries) {
            long place = places.merge(entry.log(), 1L, Long::sum);
            Map<String, AttributeValue> item = EnhancedDocument.fromJson(
                            PlacedEntryText.write(new PlacedEntry(place, entry)))
                    .toMap();
            Map<String, AttributeValue> order = new HashMap<>(item);
            order.put("log", item.get("series"));
            order.put("series", AttributeValue.fromS(entry.log() + "#order"));
            order.put("entry", AttributeValue.fromS(String.format(Locale.ROOT, "%012d", place)));
            for (Map<String, AttributeValue> one : List.of(item, order)) {
                writes.add(
                        WriteRequest.builder().putRequest(put -> put.item(one)).build());
            }
        }
        IntStream.range(0, (writes.size() + 24) / 25)
                .parallel()
                .forEach(batch -> dynamoDb.batchWriteItem(request -> request.requestItems(
                        Map.of(TABLE, writes.subList(batch * 25, Math.min(batch * 25 + 25, writes.size()))))));
        entries.clear();
    }

    private void fill(int feeds) {
        List<MonthFigures> figures = new ArrayList<>();
        List<UploadLogEntry> entries = new ArrayList<>();
        for (int feed = 0; feed < feeds; feed++) {
            define(feed);
            for (int month = 0; month < MONTHS; month++) {
                YearMonth period = YearMonth.of(2021, 1).plusMonths(month);
                entries.add(file(feed, period, "feed-" + feed + "-" + period, figures));
            }
            store(figures);
        }
        enter(entries);
    }

    private void newFile(int feed) {
        List<MonthFigures> figures = new ArrayList<>();
        UploadLogEntry entry = file(feed, YearMonth.of(2025, 12), "feed-" + feed + "-2025-12", figures);
        store(figures);
        enter(new ArrayList<>(List.of(entry)));
    }

    /** What is measured over some feeds. */
    private record OfFeeds(Cost longest, Cost newFile, Cost nothingNewStarted, Cost schedule) {}

    private static OfFeeds feeds(int feeds) throws IOException {
        ScaleBenchmark benchmark = new ScaleBenchmark();
        benchmark.fill(feeds);
        benchmark.handle("{\"recompute\":\"schedule\"}");
        Cost longest = new Cost(0, 0, 0, 0, "");
        while (!benchmark.queue.isEmpty()) {
            FifoMessage message = benchmark.queue.remove();
            Cost cost = benchmark.measure(() -> benchmark.handle(message.body()));
            longest = cost.cpu() > longest.cpu() ? cost : longest;
        }
        // From now on the log has a cursor, and what this feed needs is warm.
        benchmark.newFile(0);
        benchmark.changed();
        Cost newFile = benchmark.median(() -> benchmark.newFile(0), benchmark::changed);
        benchmark.recompute();
        benchmark.handle("{\"recompute\":\"schedule\"}");
        FifoMessage first = benchmark.queue.stream()
                .filter(message -> message.group().equals("feed/feed-0"))
                .findFirst()
                .orElseThrow();
        benchmark.queue.clear();
        Cost started = benchmark.median(() -> {}, () -> {
            for (int i = 0; i < WAKE_UPS; i++) {
                benchmark.restart();
                benchmark.handle(first.body());
            }
        });
        Cost schedule = benchmark.median(() -> {}, benchmark::recompute);
        return new OfFeeds(longest, newFile, started, schedule);
    }

    /**
     * Measures.
     *
     * @param arguments which of {@code feeds}, {@code log}, {@code key}, {@code parts} and {@code products}; all of them without. {@code feeds=20} and
     *     {@code log=5000} are of so many
     */
    public static void main(String[] arguments) throws IOException {
        List<String> wanted =
                arguments.length > 0 ? List.of(arguments) : List.of("feeds", "log", "key", "parts", "products");
        for (String one : wanted) {
            String[] what = one.split("=", 2);
            switch (what[0]) {
                case "feeds" -> manyFeeds(what.length > 1 ? Integer.parseInt(what[1]) : FEEDS);
                case "log" -> logOf(what.length > 1 ? Integer.parseInt(what[1]) : ENTRIES);
                case "key" -> oneKey();
                case "parts" -> parts();
                case "products" -> products(50, 250, 500, 1000);
                default ->
                    throw new IllegalArgumentException(
                            "found '" + one + "', expected feeds, log, key, parts or products");
            }
        }
        System.exit(0);
    }

    private static void manyFeeds(int feeds) throws IOException {
        // The first of all is measured by a machine that is not warm yet.
        feeds(1);
        OfFeeds one = feeds(1);
        OfFeeds all = feeds(feeds);
        OUT.println("| | 1 feed | " + feeds + " feeds | ratio |");
        OUT.println("|---|---|---|---|");
        row("one new file for one feed, warm", one.newFile(), all.newFile());
        row(
                "nothing new, just started, " + WAKE_UPS + " wake-ups of one feed",
                one.nothingNewStarted(),
                all.nothingNewStarted());
        row("nothing new, the schedule's run", one.schedule(), all.schedule());
        row("first publication, the longest invocation", one.longest(), all.longest());
        say(
                "the schedule's run: %.2f requests a feed, %s",
                all.schedule().requests() / (double) feeds, all.schedule().kinds());
        say("one new file among %d feeds: %s", feeds, all.newFile().kinds());
    }

    /** A feed of one commodity whose log tells of many other files. */
    private static void logOf(int entries) throws IOException {
        ScaleBenchmark benchmark = new ScaleBenchmark();
        List<MonthFigures> figures = new ArrayList<>();
        List<UploadLogEntry> others = new ArrayList<>();
        benchmark.define(0);
        others.add(benchmark.file(0, YearMonth.of(2025, 12), "own", figures));
        benchmark.store(figures);
        for (int i = 1; i < entries; i++) {
            others.add(benchmark.file(1 + i % 500, YearMonth.of(2025, 12), "other-" + i, figures));
            figures.clear();
        }
        benchmark.enter(others);
        Cost first = benchmark.measure(benchmark::recompute);
        benchmark.changed();
        Cost warm = benchmark.median(() -> {}, () -> {
            benchmark.changed();
            benchmark.recompute();
        });
        Cost started = benchmark.median(benchmark::restart, () -> {
            benchmark.changed();
            benchmark.recompute();
        });
        Cost news = benchmark.median(
                () -> {
                    benchmark.restart();
                    benchmark.newFile(0);
                },
                benchmark::changed);
        say(
                "%d entries in the log, read units (processor time): first publication %.0f (%.1f s); nothing new, message of the log"
                        + " and schedule: warm %.1f (%.0f ms), just started %.1f (%.0f ms); one new file, just started %.1f (%.0f ms)",
                entries,
                first.readUnits(),
                first.cpu() / 1000,
                warm.readUnits(),
                warm.cpu(),
                started.readUnits(),
                started.cpu(),
                news.readUnits(),
                news.cpu());
    }

    /** A feed of many products, a commodity each, with a file a month. */
    private static void products(int... counts) throws IOException {
        for (int count : counts) {
            ScaleBenchmark benchmark = new ScaleBenchmark();
            List<MonthFigures> figures = new ArrayList<>();
            List<UploadLogEntry> entries = new ArrayList<>();
            StringBuilder products = new StringBuilder();
            for (int feed = 0; feed < count / COMMODITIES; feed++) {
                for (int commodity = 0; commodity < COMMODITIES; commodity++) {
                    products.append(products.isEmpty() ? "" : ",")
                            .append("{\"id\":\"p" + feed + "-" + commodity + "\",\"hs\":[\"" + code(feed, commodity)
                                    + "\"],\"name\":{\"en\":\"Product " + feed + " " + commodity + "\"}}");
                }
                for (int month = 0; month < MONTHS; month++) {
                    YearMonth period = YearMonth.of(2021, 1).plusMonths(month);
                    entries.add(benchmark.file(feed, period, "feed-" + feed + "-" + period, figures));
                }
                benchmark.store(figures);
            }
            benchmark.enter(entries);
            String text = "{\"id\":\"wide\",\"title\":{\"en\":\"Wide\"},\"source\":\"gacc\",\"reporter\":\"CN\","
                    + "\"flow\":\"export\",\"currency\":\"USD\",\"products\":[" + products + "]}";
            benchmark.months.add(new UploadLogEntry.Definition(benchmark.upload("feeds/wide.json"), text));
            Cost cost = benchmark.measure(benchmark::recompute);
            say(
                    "%d products (%d bytes of definition), %d months, %d partners each, first publication: %.1f s of processor time,"
                            + " %.1f s",
                    count, text.length(), MONTHS, PARTNERS, cost.cpu() / 1000, cost.wall() / 1000);
        }
    }

    /** Uploads of one key, each with other figures, published at once. */
    private static void oneKey() throws IOException {
        Map<Integer, Double> medians = new TreeMap<>();
        for (int uploads : new int[] {1000, 2000}) {
            double[] seconds = new double[3];
            for (int run = 0; run < seconds.length; run++) {
                ScaleBenchmark benchmark = new ScaleBenchmark();
                List<MonthFigures> figures = new ArrayList<>();
                List<UploadLogEntry> entries = new ArrayList<>();
                benchmark.define(0);
                for (int i = 0; i < uploads; i++) {
                    entries.add(benchmark.file(0, YearMonth.of(2025, 12), "own", figures));
                }
                benchmark.store(figures);
                benchmark.enter(entries);
                System.gc();
                seconds[run] = benchmark.measure(benchmark::recompute).cpu() / 1000;
            }
            Arrays.sort(seconds);
            medians.put(uploads, seconds[1]);
            say("%d uploads of one key, publication: %.2f s of processor time", uploads, seconds[1]);
        }
        say("2,000 by 1,000: %.2f", medians.get(2000) / medians.get(1000));
    }

    /** A month in many parts, or on many pages, published at once: what counted after each of them is found out too. */
    private static void parts() throws IOException {
        for (Part.Dimension dimension : List.of(Part.Dimension.PARTNER, Part.Dimension.PAGE)) {
            for (int parts : new int[] {500, 1000, 2000}) {
                ScaleBenchmark benchmark = new ScaleBenchmark();
                List<MonthFigures> figures = new ArrayList<>();
                List<UploadLogEntry> entries = new ArrayList<>();
                benchmark.define(0);
                for (int i = 1; i <= parts; i++) {
                    Part part = new Part(
                            dimension,
                            dimension == Part.Dimension.PAGE ? i + "of" + parts : Integer.toString(1000 + i));
                    entries.add(benchmark.file(
                            0, YearMonth.of(2025, 12), part.id() + "/december", Optional.of(part), figures));
                    benchmark.store(figures);
                }
                benchmark.enter(entries);
                Cost cost = benchmark.measure(benchmark::recompute);
                say("a month in %d parts by %s: %.1f s of processor time", parts, dimension.id(), cost.cpu() / 1000);
            }
        }
    }

    private static void row(String what, Cost one, Cost many) {
        say(
                "| %s | %.0f ms, %d requests, %.1f read units | %.0f ms, %d requests, %.1f read units | %.2f, %.2f |",
                what,
                one.cpu(),
                one.requests(),
                one.readUnits(),
                many.cpu(),
                many.requests(),
                many.readUnits(),
                many.cpu() / one.cpu(),
                many.requests() / (double) one.requests());
    }

    private static void say(String text, Object... figures) {
        OUT.println(String.format(Locale.ROOT, text, figures));
    }
}
