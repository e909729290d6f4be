package dev.customsfeed.publish.documents.rows;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.customsfeed.ledger.Decimal;
import dev.customsfeed.ledger.SchemaVersion;
import dev.customsfeed.ledger.Totals;
import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.documents.feed.FeedJson;
import dev.customsfeed.publish.documents.json.Document;
import dev.customsfeed.publish.documents.json.Document.Digest;
import dev.customsfeed.publish.documents.json.FigureJson;
import dev.customsfeed.publish.documents.json.RowAccess.Written;
import dev.customsfeed.publish.documents.rows.RowsDocuments.OfMonth;
import dev.customsfeed.publish.documents.rows.RowsDocuments.Withheld;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes and reads {@code rows/index.json}: what the rows of each month are, what they were made of, and what they add up to exactly. */
public final class RowsIndex {

    /** Where it is, within the feed. */
    public static final String PATH = "rows/index.json";

    private static final JsonMapper JSON = new JsonMapper();

    private RowsIndex() {}

    static Document document(
            FeedDefinition feed,
            Optional<String> root,
            Optional<Withheld> withheld,
            List<OfMonth> months,
            List<Document> before) {
        return Document.current(PATH, "application/json", FigureJson.object(json -> {
            json.writeStringField("about", FeedJson.schema(root, "rows"));
            json.writeNumberField(SchemaVersion.MEMBER, SchemaVersion.NUMBER);
            json.writeStringField("feed", feed.id());
            json.writeStringField("source", feed.tradeFlow().source());
            json.writeStringField("currency", feed.currency());
            json.writeBooleanField("sample", feed.sample());
            withheld(json, withheld);
            json.writeArrayFieldStart("months");
            for (OfMonth month : months) {
                month(json, month, before);
            }
            json.writeEndArray();
        }));
    }

    private static void withheld(JsonGenerator json, Optional<Withheld> why) throws IOException {
        if (why.isPresent()) {
            json.writeStringField("withheld", why.get().id());
        } else {
            json.writeNullField("withheld");
        }
    }

    private static void month(JsonGenerator json, OfMonth month, List<Document> before) throws IOException {
        json.writeStartObject();
        json.writeStringField("month", month.rows().month().toString());
        // So that whoever looks at a report knows whether the rows are those of this one.
        json.writeStringField(
                "report",
                before.stream()
                        .filter(document ->
                                document.path().equals("reports/" + month.rows().month() + ".json"))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException(
                                "found no report of " + month.rows().month() + " among the documents before its rows"))
                        .archivePath());
        withheld(json, month.why());
        if (month.written().isPresent()) {
            Written written = month.written().get();
            json.writeStringField("document", month.path());
            json.writeNumberField("bytes", written.digest().length());
            json.writeStringField("sha256", written.digest().sha256());
            json.writeStringField("md5", written.digest().md5());
            json.writeStringField("madeOf", written.madeOf());
        } else {
            json.writeNullField("document");
        }
        Optional<Totals> total = month.rows().total();
        if (total.isPresent()) {
            json.writeObjectFieldStart("total");
            totals(json, total.get());
            json.writeEndObject();
        } else {
            json.writeNullField("total");
        }
        json.writeArrayFieldStart("products");
        for (Map.Entry<Product, Totals> figure : month.rows().figures().entrySet()) {
            json.writeStartObject();
            json.writeStringField("id", figure.getKey().id());
            totals(json, figure.getValue());
            Optional<Long> rounding = month.written()
                    .map(written -> written.rounding().get(figure.getKey().id()));
            if (rounding.isPresent()) {
                json.writeStringField("roundingKg", Decimal.text(rounding.get()));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** As text: not every reader of JSON keeps all digits of a number. */
    private static void totals(JsonGenerator json, Totals totals) throws IOException {
        json.writeNumberField("rows", totals.rows());
        if (totals.netWeightGrams().isPresent()) {
            json.writeStringField(
                    "netWeightKg", Decimal.text(totals.netWeightGrams().getAsLong()));
        } else {
            json.writeNullField("netWeightKg");
        }
        json.writeStringField("value", Decimal.text(totals.valueThousandths()));
    }

    /** What {@code document} says was written of each month; nothing where it cannot be read, so that all is written again. */
    public static Map<YearMonth, Written> read(byte[] document) {
        Map<YearMonth, Written> written = new TreeMap<>();
        try {
            for (JsonNode month : JSON.readTree(document).path("months")) {
                if (month.path("document").isTextual()) {
                    SortedMap<String, Long> rounding = new TreeMap<>();
                    for (JsonNode product : month.path("products")) {
                        if (product.has("roundingKg")) {
                            rounding.put(
                                    product.path("id").asText(),
                                    Decimal.thousandths(
                                            product.path("roundingKg").asText()));
                        }
                    }
                    written.put(
                            YearMonth.parse(month.path("month").asText()),
                            new Written(
                                    month.path("madeOf").asText(),
                                    new Digest(
                                            month.path("bytes").asLong(),
                                            month.path("sha256").asText(),
                                            month.path("md5").asText()),
                                    Collections.unmodifiableSortedMap(rounding)));
                }
            }
        } catch (IOException | DateTimeException | NumberFormatException e) {
            return Map.of();
        }
        return Collections.unmodifiableMap(written);
    }
}
