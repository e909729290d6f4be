package dev.customsfeed.publish.page;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.customsfeed.ledger.CommodityMonth;
import dev.customsfeed.ledger.Totals;
import dev.customsfeed.ledger.UploadLogEntry;
import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.ledger.feed.PolicyEvent;
import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.formats.SourceNames;
import dev.customsfeed.publish.formats.TradeCube;
import dev.customsfeed.publish.report.Document;
import dev.customsfeed.publish.report.Document.Keeping;
import dev.customsfeed.publish.report.FeedData;
import dev.customsfeed.publish.report.FigureJson;
import dev.customsfeed.publish.statistics.Partner;
import dev.customsfeed.publish.words.Chinese;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Writes {@code page/overview.json}: all that the page shows before anybody chooses a month, and the names of what it loads then. The
 * lists of figures have an entry for each of its months, null where it is not known.
 */
final class Overview {

    static final String PATH = "page/overview.json";

    /** How many destinations are drawn over time; more bands than this nobody can tell apart. */
    private static final int DESTINATIONS = 8;

    /** The months by which the largest destinations are found. */
    private static final int RECENT_MONTHS = 24;

    private final FeedData data;
    private final TradeCube cube;
    private final Map<String, Document> documents;
    private final SortedMap<YearMonth, Document> articles;
    private final JsonGenerator json;
    private final FigureJson write;
    private final Map<UploadLogEntry, Integer> files = new LinkedHashMap<>();

    private Overview(
            FeedData data,
            TradeCube cube,
            Map<String, Document> documents,
            SortedMap<YearMonth, Document> articles,
            JsonGenerator json) {
        this.data = data;
        this.cube = cube;
        this.documents = documents;
        this.articles = articles;
        this.json = json;
        this.write = new FigureJson(json);
    }

    static Document document(
            FeedData data, TradeCube cube, List<Document> documents, SortedMap<YearMonth, Document> articles) {
        Map<String, Document> byPath = new TreeMap<>();
        documents.forEach(document -> byPath.put(document.path(), document));
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 17);
        try (JsonGenerator json = FigureJson.generator(out)) {
            new Overview(data, cube, byPath, articles, json).overview();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Document.current(PATH, "application/json", out.toByteArray());
    }

    private void overview() throws IOException {
        FeedDefinition feed = data.definition();
        json.writeStartObject();
        json.writeStringField("feed", feed.id());
        write.text("title", feed.title());
        json.writeStringField("reporter", feed.tradeFlow().reporter());
        json.writeStringField("flow", feed.tradeFlow().flow().id());
        json.writeObjectFieldStart("source");
        json.writeStringField("id", feed.tradeFlow().source());
        write.text("name", SourceNames.of(feed.tradeFlow().source()));
        json.writeEndObject();
        json.writeStringField("currency", feed.currency());
        json.writeObjectFieldStart("currencyName");
        json.writeStringField("zh", Chinese.currency(feed.currency()));
        json.writeEndObject();
        json.writeBooleanField("sample", feed.sample());
        documents();
        months();
        json.writeArrayFieldStart("products");
        for (Product product : cube.products().keySet()) {
            product(product);
        }
        json.writeEndArray();
        json.writeObjectFieldStart("total");
        figures(month -> cube.total().in(month));
        destinations(partner -> month -> ofAllProducts(partner, month));
        json.writeEndObject();
        events();
        files();
        json.writeEndObject();
    }

    /** What the page links to beside the reports. */
    private void documents() throws IOException {
        json.writeArrayFieldStart("documents");
        for (Document document : documents.values()) {
            if (document.keeping() != Keeping.NAMED_BY_CONTENT
                    && !document.path().contains("/")) {
                json.writeString(document.path());
            }
        }
        json.writeEndArray();
    }

    private void months() throws IOException {
        json.writeArrayFieldStart("months");
        for (YearMonth month : cube.months()) {
            String path = "reports/" + month + ".json";
            Optional<Document> report = Optional.ofNullable(documents.get(path));
            json.writeStartObject();
            json.writeStringField("period", month.toString());
            if (report.isPresent()) {
                json.writeStringField("report", path);
                json.writeStringField("archive", report.get().archivePath());
            }
            if (articles.containsKey(month)) {
                json.writeStringField("article", articles.get(month).path());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void product(Product product) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", product.id());
        json.writeArrayFieldStart("hs");
        for (String code : product.hs()) {
            json.writeString(code);
        }
        json.writeEndArray();
        write.text("name", product.name());
        figures(month -> cube.of(product, month));
        destinations(partner -> month -> cube.of(product, month, partner));
        json.writeArrayFieldStart("files");
        for (YearMonth month : cube.months()) {
            filesOf(product, month);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** The numbers of the files that the product's month comes from. */
    private void filesOf(Product product, YearMonth month) throws IOException {
        json.writeStartArray();
        List<Integer> numbers = product.hs().stream()
                .flatMap(commodity ->
                        Optional.ofNullable(data.monthsOf(commodity).get(month)).stream())
                .map(CommodityMonth::counts)
                .map(said -> files.computeIfAbsent(said.upload(), any -> files.size()))
                .distinct()
                .sorted()
                .toList();
        for (int number : numbers) {
            json.writeNumber(number);
        }
        json.writeEndArray();
    }

    private void files() throws IOException {
        json.writeArrayFieldStart("files");
        for (UploadLogEntry file : files.keySet()) {
            json.writeStartObject();
            json.writeStringField("key", file.object().key());
            json.writeStringField("version", file.object().versionId());
            json.writeStringField("sha256", file.contents().orElseThrow().sha256());
            json.writeStringField("uploaded", file.order().lastModified().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void figures(Function<YearMonth, Optional<Totals>> trade) throws IOException {
        List<Optional<Totals>> months = cube.months().stream().map(trade).toList();
        json.writeArrayFieldStart("netWeightKg");
        for (Optional<Totals> month : months) {
            number(month.map(Totals::netWeightKg).orElse(OptionalLong.empty()));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("value");
        for (Optional<Totals> month : months) {
            number(month.map(totals -> OptionalLong.of(totals.value())).orElse(OptionalLong.empty()));
        }
        json.writeEndArray();
    }

    private void number(OptionalLong number) throws IOException {
        if (number.isPresent()) {
            json.writeNumber(number.getAsLong());
        } else {
            json.writeNull();
        }
    }

    /** The largest of the last months, by net weight, then by value for goods that nobody weighs. */
    private void destinations(Function<Partner, Function<YearMonth, Optional<Totals>>> trade) throws IOException {
        List<YearMonth> recent = cube.months()
                .subList(
                        Math.max(0, cube.months().size() - RECENT_MONTHS),
                        cube.months().size());
        Map<Partner, Totals> sums = new HashMap<>();
        for (Partner partner : cube.partners().values()) {
            Totals sum = recent.stream()
                    .map(trade.apply(partner))
                    .flatMap(Optional::stream)
                    .reduce(Totals.NONE, Totals::plus);
            if (sum.rows() > 0) {
                sums.put(partner, sum);
            }
        }
        Comparator<Map.Entry<Partner, Totals>> largest = Comparator.comparingLong(
                        (Map.Entry<Partner, Totals> entry) -> entry.getValue().reportedNetWeightKg())
                .thenComparingLong(entry -> entry.getValue().value())
                .reversed()
                .thenComparing(entry -> entry.getKey().id());
        List<Partner> shown = sums.entrySet().stream()
                .sorted(largest)
                .limit(DESTINATIONS)
                .map(Map.Entry::getKey)
                .toList();
        json.writeArrayFieldStart("destinations");
        for (Partner partner : shown) {
            json.writeStartObject();
            json.writeStringField("id", partner.id());
            write.text("name", partner.name());
            figures(trade.apply(partner));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private Optional<Totals> ofAllProducts(Partner partner, YearMonth month) {
        Totals sum = Totals.NONE;
        for (Product product : cube.products().keySet()) {
            Optional<Totals> traded = cube.of(product, month, partner);
            if (traded.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.plus(traded.get());
        }
        return Optional.of(sum);
    }

    private void events() throws IOException {
        json.writeArrayFieldStart("events");
        for (PolicyEvent event : data.definition().events()) {
            write.event(event);
        }
        json.writeEndArray();
    }
}
