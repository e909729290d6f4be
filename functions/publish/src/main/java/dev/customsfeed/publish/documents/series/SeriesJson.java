package dev.customsfeed.publish.documents.series;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.customsfeed.ledger.Totals;
import dev.customsfeed.ledger.UnknownWeight.Reason;
import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.ledger.feed.LocalizedText;
import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.documents.json.FigureJson;
import dev.customsfeed.publish.figures.feed.ProductCourse;
import dev.customsfeed.publish.figures.feed.TradeCube;
import dev.customsfeed.publish.figures.trade.Partner;
import dev.customsfeed.publish.words.en.English;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Writes {@code series.json}: measure x product x partner x month.
 *
 * <p>The month is last and so varies fastest: neighbours in the list of values are neighbours in time, which is what compresses
 * best. Where a month is known, a partner that the customs office does not list has zero; where it is not, the value is null and the
 * status says why.
 *
 * @see <a href="https://json-stat.org/full/">JSON-stat 2.0</a>
 */
final class SeriesJson {

    /** SDMX's code list of observation status: data exist but were not collected. */
    private static final String NOT_UPLOADED = "L";

    /** SDMX's code list of observation status: not reported. */
    private static final String NOT_REPORTED = "O";

    /** SDMX's code list of observation status: data are included in another category. */
    private static final String IN_ALL_PARTNERS = "K";

    /** SDMX's code list of observation status: provisional. */
    private static final String MEMBERS_MISSING = "P";

    private final TradeCube cube;
    private final Optional<OutlookTable> outlook;
    private final JsonGenerator json;
    private final FigureJson write;

    private SeriesJson(TradeCube cube, Optional<OutlookTable> outlook, JsonGenerator json) {
        this.cube = cube;
        this.outlook = outlook;
        this.json = json;
        this.write = new FigureJson(json);
    }

    static byte[] bytes(TradeCube cube, Optional<OutlookTable> outlook) {
        return FigureJson.object(json -> new SeriesJson(cube, outlook, json).dataset());
    }

    private void dataset() throws IOException {
        FeedDefinition feed = cube.feed();
        json.writeStringField("version", "2.0");
        json.writeStringField("class", "dataset");
        json.writeStringField("label", feed.title().in("en"));
        json.writeStringField("source", SeriesText.source(feed));
        if (cube.updated().isPresent()) {
            json.writeStringField("updated", cube.updated().get().toString());
        }
        write.strings("note", SeriesText.notes(cube));
        write.strings("id", List.of("measure", "product", "partner", "month"));
        json.writeArrayFieldStart("size");
        json.writeNumber(Measure.values().length);
        json.writeNumber(cube.products().size());
        json.writeNumber(cube.partners().size() + 1);
        json.writeNumber(cube.months().size());
        json.writeEndArray();
        json.writeObjectFieldStart("role");
        write.strings("time", List.of("month"));
        write.strings("geo", List.of("partner"));
        write.strings("metric", List.of("measure"));
        json.writeEndObject();
        json.writeObjectFieldStart("dimension");
        measures();
        products();
        partners();
        months();
        json.writeEndObject();
        values();
        extension();
    }

    private void measures() throws IOException {
        Map<String, LocalizedText> labels = new LinkedHashMap<>();
        for (Measure measure : Measure.values()) {
            labels.put(measure.id(), measure.label());
        }
        json.writeObjectFieldStart("measure");
        json.writeStringField("label", "Measure");
        json.writeObjectFieldStart("category");
        categories(labels);
        json.writeObjectFieldStart("unit");
        for (Measure measure : Measure.values()) {
            json.writeObjectFieldStart(measure.id());
            json.writeStringField("label", measure.unit(cube.feed().currency()));
            json.writeNumberField("decimals", 0);
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
        inChinese(labels);
        json.writeEndObject();
    }

    private void products() throws IOException {
        Map<String, LocalizedText> labels = new LinkedHashMap<>();
        cube.products().keySet().forEach(product -> labels.put(product.id(), product.name()));
        json.writeObjectFieldStart("product");
        json.writeStringField("label", "Product");
        json.writeObjectFieldStart("category");
        categories(labels);
        json.writeObjectFieldStart("note");
        for (Product product : cube.products().keySet()) {
            write.strings(product.id(), List.of("HS " + String.join(", ", product.hs())));
        }
        json.writeEndObject();
        json.writeEndObject();
        inChinese(labels);
        json.writeEndObject();
    }

    private void partners() throws IOException {
        Map<String, LocalizedText> labels = new LinkedHashMap<>();
        labels.put(SeriesDocuments.ALL_PARTNERS, SeriesText.allPartners());
        cube.partners().forEach((id, partner) -> labels.put(id, partner.name()));
        json.writeObjectFieldStart("partner");
        json.writeStringField("label", "Partner");
        json.writeObjectFieldStart("category");
        categories(labels);
        json.writeEndObject();
        inChinese(labels);
        json.writeEndObject();
    }

    private void months() throws IOException {
        json.writeObjectFieldStart("month");
        json.writeStringField("label", "Month");
        json.writeObjectFieldStart("category");
        write.strings("index", cube.months().stream().map(YearMonth::toString).toList());
        json.writeEndObject();
        json.writeEndObject();
    }

    private void categories(Map<String, LocalizedText> labels) throws IOException {
        write.strings("index", List.copyOf(labels.keySet()));
        json.writeObjectFieldStart("label");
        for (Map.Entry<String, LocalizedText> label : labels.entrySet()) {
            json.writeStringField(label.getKey(), label.getValue().in("en"));
        }
        json.writeEndObject();
    }

    /** JSON-stat has one language a document; others go where it leaves room for what it does not know. */
    private void inChinese(Map<String, LocalizedText> labels) throws IOException {
        json.writeObjectFieldStart("extension");
        json.writeObjectFieldStart("zh");
        for (Map.Entry<String, LocalizedText> label : labels.entrySet()) {
            json.writeStringField(label.getKey(), label.getValue().in("zh"));
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void values() throws IOException {
        List<String> status = new ArrayList<>();
        List<ProductCourse> courses =
                cube.products().keySet().stream().map(cube::course).toList();
        json.writeArrayFieldStart("value");
        for (Measure measure : Measure.values()) {
            for (ProductCourse course : courses) {
                values(measure, course, course.all(), status);
                for (Partner partner : cube.partners().values()) {
                    values(measure, course, course.of(partner), status);
                }
            }
        }
        json.writeEndArray();
        json.writeObjectFieldStart("status");
        for (int i = 0; i < status.size(); i++) {
            if (!status.get(i).isEmpty()) {
                json.writeStringField(Integer.toString(i), status.get(i));
            }
        }
        json.writeEndObject();
    }

    private void values(Measure measure, ProductCourse course, List<Optional<Totals>> months, List<String> status)
            throws IOException {
        for (int month = 0; month < months.size(); month++) {
            Optional<Totals> totals = months.get(month);
            OptionalLong measured = totals.isPresent() ? measure.of(totals.get()) : OptionalLong.empty();
            if (measured.isPresent()) {
                json.writeNumber(measured.getAsLong());
                status.add(course.lacksMembers(month) ? MEMBERS_MISSING : "");
            } else {
                json.writeNull();
                status.add(
                        totals.isPresent()
                                ? NOT_REPORTED
                                : course.all().get(month).isPresent() ? IN_ALL_PARTNERS : NOT_UPLOADED);
            }
        }
    }

    private void extension() throws IOException {
        FeedDefinition feed = cube.feed();
        json.writeObjectFieldStart("extension");
        json.writeStringField("feed", feed.id());
        write.text("title", feed.title());
        json.writeStringField("reporter", feed.tradeFlow().reporter());
        json.writeStringField("flow", feed.tradeFlow().flow().id());
        json.writeStringField("source", feed.tradeFlow().source());
        json.writeStringField("currency", feed.currency());
        json.writeBooleanField("sample", feed.sample());
        json.writeObjectFieldStart("status");
        json.writeObjectFieldStart("label");
        json.writeStringField(
                NOT_UPLOADED,
                cube.anywhere(cube::isPartial)
                        ? "no file has the month of this product, or the whole of it"
                        : "no file has the month of this product");
        boolean reported = cube.weightReasons().stream().allMatch(why -> why.reason() == Reason.NOT_GIVEN);
        json.writeStringField(
                NOT_REPORTED,
                reported
                        ? "rows of the file do not report a net weight"
                        : "the net weight of rows is not known: " + English.weightReasons(cube.weightReasons()));
        if (cube.anywhere((product, month) -> cube.of(product, month).isPresent()
                && !Objects.requireNonNull(cube.products().get(product)).tellsPartners(month))) {
            json.writeStringField(IN_ALL_PARTNERS, "the file does not tell partners: it is in all partners together");
        }
        if (cube.anywhere(cube::lacksMembers)) {
            json.writeStringField(
                    MEMBERS_MISSING, "the sum of those members of the group that have reported the month");
        }
        json.writeEndObject();
        json.writeEndObject();
        if (outlook.isPresent()) {
            outlook(outlook.get());
        }
        json.writeEndObject();
    }

    /** Beside the values and not among them: months that have not been are no category of the dimension. */
    private void outlook(OutlookTable table) throws IOException {
        json.writeObjectFieldStart("outlook");
        json.writeStringField("note", table.note());
        json.writeStringField("asOf", table.asOf());
        json.writeBooleanField("eventInBasis", table.eventInBasis());
        json.writeArrayFieldStart("ranges");
        for (OutlookTable.Row row : table.rows()) {
            json.writeStartObject();
            json.writeStringField("product", row.product());
            json.writeStringField("from", row.from());
            json.writeStringField("to", row.to());
            json.writeNumberField("outlookKg", row.outlookKg());
            json.writeNumberField("lowKg", row.lowKg());
            json.writeNumberField("highKg", row.highKg());
            json.writeNumberField("levelPct", row.levelPct());
            json.writeNumberField("origins", row.origins());
            json.writeNumberField("covered", row.covered());
            json.writeStringField("method", row.method());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
