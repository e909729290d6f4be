package dev.customsfeed.publish.documents.page;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.publish.documents.json.Document;
import dev.customsfeed.publish.documents.json.FeedContent;
import dev.customsfeed.publish.documents.json.FigureJson;
import dev.customsfeed.publish.documents.json.Output;
import dev.customsfeed.publish.figures.trade.Amount;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.OptionalLong;

/** What the list of feeds says of a feed, {@code page/summary.json}: its newest month, how that changed, and its last months. */
public final class SummaryDocuments implements Output {

    static final String PATH = "page/summary.json";

    /** As many as the line beside a feed shows: two years. */
    private static final int MONTHS = 24;

    @Override
    public List<Document> of(FeedContent content, List<Document> before) {
        return List.of(Document.current(PATH, "application/json", FigureJson.object(json -> {
            FeedDefinition feed = content.data().definition();
            new FigureJson(json).feed(feed);
            json.writeBooleanField("sample", feed.sample());
            if (content.newest().isEmpty()) {
                json.writeNullField("newest");
            } else {
                newest(content, content.newest().get().at("/total/month"), json);
            }
        })));
    }

    private static void newest(FeedContent content, JsonNode month, JsonGenerator json) throws IOException {
        boolean byValue =
                month.path("netWeightKg").isNull() && !month.path("value").isNull();
        json.writeStringField(
                "newest", content.months().get(0).availability().period().toString());
        StringBuilder reports = new StringBuilder();
        content.months()
                .forEach(one -> reports.append(one.report().archivePath()).append('\n'));
        // Another one whenever a report of any month is another.
        json.writeStringField("mark", Document.hash16(reports.toString().getBytes(StandardCharsets.UTF_8)));
        String measure = byValue ? "value" : "netWeightKg";
        json.writeStringField("measure", measure);
        field(json, "amount", month.path(measure));
        field(json, "momPct", month.path(byValue ? "valueMomPct" : "momPct"));
        field(json, "yoyPct", month.path(byValue ? "valueYoyPct" : "yoyPct"));
        List<YearMonth> all = content.cube().months();
        json.writeArrayFieldStart("months");
        for (YearMonth one : all.subList(Math.max(0, all.size() - MONTHS), all.size())) {
            Amount amount = Amount.of(content.cube().total().in(one));
            OptionalLong shown = byValue ? amount.value() : amount.netWeightKg();
            if (shown.isPresent()) {
                json.writeNumber(shown.getAsLong());
            } else {
                json.writeNull();
            }
        }
        json.writeEndArray();
    }

    private static void field(JsonGenerator json, String name, JsonNode number) throws IOException {
        if (number.isNumber()) {
            json.writeNumberField(name, number.decimalValue());
        } else {
            json.writeNullField(name);
        }
    }
}
