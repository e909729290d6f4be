package dev.customsfeed.publish.documents.feed;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.customsfeed.ledger.SchemaVersion;
import dev.customsfeed.ledger.Upload;
import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.ledger.feed.Release;
import dev.customsfeed.publish.documents.json.Document;
import dev.customsfeed.publish.documents.json.FigureJson;
import dev.customsfeed.publish.figures.feed.FeedData;
import dev.customsfeed.publish.figures.missing.MissingFigures;
import dev.customsfeed.publish.figures.report.Availability;
import dev.customsfeed.publish.figures.revision.Revision;
import dev.customsfeed.publish.words.Languages;
import java.io.IOException;
import java.time.YearMonth;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Writes what goes with a feed: {@code revisions.json} and {@code availability.json}, as their schemas describe them. */
public final class CompanionJson {

    private final FeedDefinition definition;
    private final Optional<String> root;
    private final JsonGenerator json;
    private final FigureJson write;

    private CompanionJson(FeedDefinition definition, Optional<String> root, JsonGenerator json) {
        this.definition = definition;
        this.root = root;
        this.json = json;
        this.write = new FigureJson(json);
    }

    /** Something to write. */
    @FunctionalInterface
    private interface Body {
        void write(CompanionJson json) throws IOException;
    }

    /** {@code revisions.json}: what changed in months since they first arrived. */
    public static Document revisions(FeedData data, List<Revision> revisions, Optional<String> root) {
        return document("revisions", data.definition(), root, json -> json.revisions(revisions));
    }

    /** {@code availability.json}: which months there are, and which comes next. */
    public static Document availability(
            FeedData data,
            List<Availability.OfMonth> months,
            Map<Product, MissingFigures> why,
            Languages languages,
            Optional<String> root) {
        Availability availability = Availability.of(data.definition(), months, why);
        return document("availability", data.definition(), root, json -> {
            json.availability(availability, languages);
            json.files(data);
        });
    }

    private static Document document(String name, FeedDefinition definition, Optional<String> root, Body body) {
        return Document.json(name + ".json", FigureJson.object(json -> {
            json.writeStringField("about", FeedJson.schema(root, name));
            json.writeNumberField(SchemaVersion.MEMBER, SchemaVersion.NUMBER);
            json.writeStringField("feed", definition.id());
            body.write(new CompanionJson(definition, root, json));
        }));
    }

    private void revisions(List<Revision> revisions) throws IOException {
        json.writeStringField("reporter", definition.tradeFlow().reporter());
        json.writeStringField("flow", definition.tradeFlow().flow().id());
        json.writeStringField("source", definition.tradeFlow().source());
        json.writeStringField("currency", definition.currency());
        json.writeBooleanField("sample", definition.sample());
        json.writeArrayFieldStart("revisions");
        for (Revision revision : revisions) {
            write.revision(revision);
        }
        json.writeEndArray();
    }

    private void availability(Availability availability, Languages languages) throws IOException {
        json.writeBooleanField("sample", definition.sample());
        month("newestMonth", availability.newest());
        months("missingMonths", availability.missing());
        Optional<Release> next = availability.next();
        if (next.isPresent()) {
            json.writeObjectFieldStart("nextRelease");
            json.writeStringField("period", next.get().period().toString());
            json.writeStringField("date", next.get().date().toString());
            json.writeEndObject();
        } else {
            json.writeNullField("nextRelease");
        }
        json.writeArrayFieldStart("products");
        for (Availability.OfProduct product : availability.products()) {
            json.writeStartObject();
            json.writeStringField("id", product.product().id());
            json.writeArrayFieldStart("hs");
            for (String commodity : product.product().hs()) {
                json.writeString(commodity);
            }
            json.writeEndArray();
            write.text("name", product.product().name());
            month("newestMonth", product.newest());
            months("missingMonths", product.missing());
            write.missing(product.why(), languages);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("months");
        for (Availability.OfMonth month : availability.months()) {
            json.writeStartObject();
            json.writeStringField("period", month.period().toString());
            json.writeStringField("status", month.status());
            json.writeArrayFieldStart("missingProducts");
            for (Product product : month.missing()) {
                json.writeString(product.id());
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** The files that count, oldest first, each with the products and months that come from it. */
    private void files(FeedData data) throws IOException {
        SortedMap<Upload, Map<Product, SortedSet<YearMonth>>> files = new TreeMap<>();
        for (Product product : definition.products()) {
            for (String commodity : product.hs()) {
                for (String reporter : definition.reporters()) {
                    data.monthsOf(definition.series(reporter, commodity))
                            .forEach((month, known) -> known.counts().files().forEach(file -> files.computeIfAbsent(
                                            file.upload(), any -> new LinkedHashMap<>())
                                    .computeIfAbsent(product, any -> new TreeSet<>())
                                    .add(month)));
                }
            }
        }
        json.writeArrayFieldStart("files");
        for (Map.Entry<Upload, Map<Product, SortedSet<YearMonth>>> file : files.entrySet()) {
            json.writeStartObject();
            json.writeStringField("key", file.getKey().object().key());
            json.writeStringField("version", file.getKey().object().versionId());
            json.writeArrayFieldStart("products");
            for (Map.Entry<Product, SortedSet<YearMonth>> product :
                    file.getValue().entrySet()) {
                json.writeStartObject();
                json.writeStringField("id", product.getKey().id());
                months("months", product.getValue());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void month(String field, Optional<YearMonth> month) throws IOException {
        if (month.isPresent()) {
            json.writeStringField(field, month.get().toString());
        } else {
            json.writeNullField(field);
        }
    }

    private void months(String field, Collection<YearMonth> months) throws IOException {
        json.writeArrayFieldStart(field);
        for (YearMonth month : months) {
            json.writeString(month.toString());
        }
        json.writeEndArray();
    }
}
