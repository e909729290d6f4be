package dev.customsfeed.publish.documents.series;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.publish.documents.json.Document;
import dev.customsfeed.publish.documents.json.FigureJson;
import dev.customsfeed.publish.figures.feed.TradeCube;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes {@code datapackage.json}, which says what the columns of {@code series.csv} and {@code outlook.csv} are.
 *
 * @see <a href="https://datapackage.org/standard/data-package/">Data Package v2</a>
 */
final class DataPackage {

    private static final String PROFILES = "https://datapackage.org/profiles/2.0/";

    private final FeedDefinition feed;
    private final JsonGenerator json;
    private final FigureJson write;

    /**
     * What it describes.
     *
     * @param cube the feed's trade
     * @param csv the same as {@code series.csv}
     * @param jsonStat the same as {@code series.json}
     * @param outlook the months ahead
     */
    record Contents(TradeCube cube, Document csv, Document jsonStat, Optional<Ahead> outlook) {}

    /**
     * An outlook.
     *
     * @param table what it says
     * @param csv the same as {@code outlook.csv}
     */
    record Ahead(OutlookTable table, Document csv) {}

    private DataPackage(FeedDefinition feed, JsonGenerator json) {
        this.feed = feed;
        this.json = json;
        this.write = new FigureJson(json);
    }

    /** The descriptor of {@code contents}. */
    static byte[] bytes(Contents contents) {
        return FigureJson.legible(json -> new DataPackage(contents.cube().feed(), json).descriptor(contents));
    }

    private void descriptor(Contents contents) throws IOException {
        TradeCube cube = contents.cube();
        Document jsonStat = contents.jsonStat();
        profile("datapackage");
        json.writeStringField("name", feed.id());
        json.writeStringField("title", feed.title().in("en"));
        json.writeStringField("description", String.join(" ", SeriesText.notes(cube)));
        if (cube.updated().isPresent()) {
            json.writeStringField("created", cube.updated().get().toString());
        }
        json.writeArrayFieldStart("sources");
        json.writeStartObject();
        json.writeStringField("title", SeriesText.source(feed));
        json.writeEndObject();
        json.writeEndArray();
        json.writeBooleanField("sample", feed.sample());
        json.writeArrayFieldStart("resources");
        table("series", "By month, product and partner", Optional.empty(), contents.csv(), () -> series(cube));
        json.writeStartObject();
        profile("dataresource");
        json.writeStringField("name", "series-json-stat");
        json.writeStringField("title", "The same as JSON-stat 2.0");
        json.writeStringField("path", jsonStat.path());
        json.writeStringField("format", "json");
        json.writeStringField("mediatype", "application/json");
        json.writeStringField("encoding", "utf-8");
        content(jsonStat);
        json.writeEndObject();
        if (contents.outlook().isPresent()) {
            OutlookTable outlook = contents.outlook().get().table();
            table(
                    "outlook",
                    "The months ahead: an outlook, not trade",
                    Optional.of(outlook.note()),
                    contents.outlook().get().csv(),
                    () -> outlook(cube));
        }
        json.writeEndArray();
    }

    /** Each part says so itself: without it, version 1 of the standard holds for it. */
    private void profile(String name) throws IOException {
        json.writeStringField("$schema", PROFILES + name + ".json");
    }

    private void content(Document document) throws IOException {
        json.writeNumberField("bytes", document.content().length);
        // Of the two that the standard's readers know, the one that S3 tells of the file, too.
        json.writeStringField("hash", "md5:" + document.md5());
    }

    /** Writes the schema of a table. */
    @FunctionalInterface
    private interface Schema {
        void write() throws IOException;
    }

    private void table(String name, String title, Optional<String> description, Document csv, Schema schema)
            throws IOException {
        json.writeStartObject();
        profile("dataresource");
        json.writeStringField("name", name);
        json.writeStringField("type", "table");
        json.writeStringField("title", title);
        if (description.isPresent()) {
            json.writeStringField("description", description.get());
        }
        json.writeStringField("path", csv.path());
        json.writeStringField("format", "csv");
        json.writeStringField("mediatype", "text/csv");
        json.writeStringField("encoding", "utf-8");
        content(csv);
        json.writeObjectFieldStart("dialect");
        profile("tabledialect");
        // Unless it is told otherwise a strict reader waits for a carriage return, too.
        json.writeStringField("lineTerminator", "\n");
        json.writeEndObject();
        json.writeObjectFieldStart("schema");
        profile("tableschema");
        schema.write();
        write.strings("missingValues", List.of(""));
        json.writeEndObject();
        json.writeEndObject();
    }

    private void outlook(TradeCube cube) throws IOException {
        List<String> products = new ArrayList<>(List.of(OutlookTable.ALL_PRODUCTS));
        cube.products().keySet().forEach(product -> products.add(product.id()));
        json.writeArrayFieldStart("fields");
        field(
                "as_of",
                "yearmonth",
                "The newest month with trade, at the end of which the outlook was made.",
                List.of());
        field(
                "product",
                "string",
                "A product of the feed, or " + OutlookTable.ALL_PRODUCTS
                        + " for all together. Products have ranges of their own, which do not add up to that of all.",
                products);
        field("from", "yearmonth", "The first month that the row is of.", List.of());
        field("to", "yearmonth", "The last: of January and February, which are one sum, February.", List.of());
        field(
                "outlook_kg",
                "integer",
                "What the months come to if things run on as they did, in kilograms.",
                List.of());
        field("low_kg", "integer", "The lower bound of the range, in kilograms.", List.of());
        field("high_kg", "integer", "The upper bound of the range, in kilograms.", List.of());
        field("level_pct", "integer", "How many of a hundred such ranges are to hold.", List.of());
        field("ranges_before", "integer", "How many such ranges were given for months that are over.", List.of());
        field("ranges_held", "integer", "How many of those held.", List.of());
        field(
                "method",
                "string",
                "mean-of-last-three: the mean of the three months up to as_of, for each month.",
                List.of("mean-of-last-three"));
        field("event_in_basis", "boolean", "Whether those three months lie around a policy event.", List.of());
        field("sample", "boolean", "Whether it is computed from samples rather than customs data.", List.of());
        json.writeEndArray();
        write.strings("primaryKey", List.of("product", "from"));
    }

    private void series(TradeCube cube) throws IOException {
        json.writeArrayFieldStart("fields");
        field("month", "yearmonth", "The month of the trade.", List.of());
        field(
                "product",
                "string",
                "A product of the feed.",
                cube.products().keySet().stream().map(product -> product.id()).toList());
        field(
                "partner",
                "string",
                "ISO 3166-1 alpha-2 code of the trading partner, or the customs office's own code where there is none; "
                        + SeriesDocuments.ALL_PARTNERS
                        + " for all together. NA is Namibia: tell your reader that only an empty field is missing.",
                List.of());
        field("partner_name", "string", "What the partner is called.", List.of());
        field("net_weight_kg", "integer", "Net weight in kilograms; empty where it is not known.", List.of());
        field(
                "value",
                "integer",
                "Statistical value in " + feed.currency() + "; empty where it is not known.",
                List.of());
        boolean partial = cube.anywhere(cube::isPartial);
        boolean lacking = cube.anywhere(cube::lacksMembers);
        List<String> statuses = new ArrayList<>(
                List.of(SeriesCsv.REPORTED, SeriesCsv.WEIGHT_MISSING, SeriesCsv.NO_TRADE, SeriesCsv.MISSING));
        if (partial) {
            statuses.add(SeriesCsv.PARTIAL);
        }
        if (lacking) {
            statuses.add(SeriesCsv.MEMBERS_MISSING);
        }
        field(
                "status",
                "string",
                SeriesCsv.REPORTED + ": as the customs office reports it; " + SeriesCsv.WEIGHT_MISSING
                        + ": rows lack their net weight; " + SeriesCsv.NO_TRADE
                        + ": nothing was traded with anybody; " + SeriesCsv.MISSING
                        + ": no file has this month of the product"
                        + (partial
                                ? "; " + SeriesCsv.PARTIAL + ": files have a part of it, see the report of the month"
                                : "")
                        + (lacking
                                ? "; " + SeriesCsv.MEMBERS_MISSING
                                        + ": the sum of those members of the group that have reported the month"
                                : "")
                        + ".",
                statuses);
        field("source", "string", "Short name of the statistical office.", List.of());
        field("sample", "boolean", "Whether the figures are samples rather than customs data.", List.of());
        json.writeEndArray();
        write.strings("primaryKey", List.of("month", "product", "partner"));
    }

    private void field(String name, String type, String description, List<String> values) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", name);
        json.writeStringField("type", type);
        json.writeStringField("description", description);
        if (!values.isEmpty()) {
            json.writeObjectFieldStart("constraints");
            write.strings("enum", values);
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}
