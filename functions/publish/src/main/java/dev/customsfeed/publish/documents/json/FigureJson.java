package dev.customsfeed.publish.documents.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.UploadLogEntry;
import dev.customsfeed.ledger.UploadLogEntry.Committed;
import dev.customsfeed.ledger.UploadLogEntry.Deleted;
import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.ledger.feed.LocalizedText;
import dev.customsfeed.ledger.feed.PolicyEvent;
import dev.customsfeed.ledger.feed.StudyPlan;
import dev.customsfeed.publish.figures.missing.MissingFigures;
import dev.customsfeed.publish.figures.report.MonthFigure;
import dev.customsfeed.publish.figures.report.YearToDate;
import dev.customsfeed.publish.figures.revision.Revision;
import dev.customsfeed.publish.figures.trade.Amount;
import dev.customsfeed.publish.words.Languages;
import dev.customsfeed.publish.words.SourceNames;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Writes figures the same way in every document: what is not known is null, percentages have two decimals. */
public final class FigureJson {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private static final SerializableString NET_WEIGHT_KG = new SerializedString("netWeightKg");
    private static final SerializableString VALUE = new SerializedString("value");
    private static final SerializableString YTD = new SerializedString("ytd");
    private static final SerializableString YOY_PCT = new SerializedString("yoyPct");

    /** As many as most of them have. */
    private static final int OBJECT_BYTES = 1 << 14;

    private static final int DECIMALS = 2;
    /** Fewer than these always fit a {@code long}. */
    private static final int LONG_DIGITS = 19;

    private final JsonGenerator json;
    private final char[] digits = new char[LONG_DIGITS + DECIMALS + 2];

    /** Writes to {@code json}, which must be one that {@link #generator} made. */
    public FigureJson(JsonGenerator json) {
        this.json = json;
    }

    /** What a document says: the fields of an object. */
    @FunctionalInterface
    public interface Fields {
        /** Writes them to {@code json}, which {@link #generator} made. */
        void write(JsonGenerator json) throws IOException;
    }

    /** The bytes of a document that is one object: {@code fields}, and the end of the line. */
    public static byte[] object(Fields fields) {
        return object(json -> {}, fields);
    }

    /** The same for people to read: a field a line, whose ends are the same on every system. */
    public static byte[] legible(Fields fields) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        return object(
                json -> json.setPrettyPrinter(
                        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter)),
                fields);
    }

    private static byte[] object(Consumer<JsonGenerator> form, Fields fields) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(OBJECT_BYTES);
        try (JsonGenerator json = generator(out)) {
            form.accept(json);
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A generator that writes numbers as plain decimals. */
    public static JsonGenerator generator(OutputStream out) throws IOException {
        return JSON.createGenerator(out);
    }

    /** The same, for text. */
    public static JsonGenerator generator(Writer out) throws IOException {
        return JSON.createGenerator(out);
    }

    /** Which feed a document of the page is of, and whose trade it is. */
    public void feed(FeedDefinition feed) throws IOException {
        json.writeStringField("feed", feed.id());
        text("title", feed.title());
        json.writeStringField("reporter", feed.tradeFlow().reporter());
        json.writeStringField("flow", feed.tradeFlow().flow().id());
        json.writeObjectFieldStart("source");
        json.writeStringField("id", feed.tradeFlow().source());
        text("name", SourceNames.of(feed.tradeFlow().source()));
        json.writeEndObject();
        json.writeStringField("currency", feed.currency());
    }

    /** {@code M} of the report's contract, as the object {@code month}. */
    public void month(MonthFigure month) throws IOException {
        month(month, month.amount().isOfValueAlone());
    }

    /** The same of what is told by value, if {@code byValue}, since that is how the whole is told that it stands in. */
    public void month(MonthFigure month, boolean byValue) throws IOException {
        json.writeObjectFieldStart("month");
        amount(month.amount());
        whole("unitValuePerTonne", month.amount().unitValuePerTonne());
        percent("momPct", month.momPct());
        percent("yoyPct", month.yoyPct());
        changesOfValue(month, byValue);
        if (month.estimatedPct().isPresent()) {
            percent("netWeightEstimatedPct", month.estimatedPct());
        }
        json.writeEndObject();
    }

    /** {@code Y} of the report's contract, as the object {@code ytd}. */
    public void yearToDate(YearToDate ytd) throws IOException {
        yearToDate(ytd, false);
    }

    /** The same of what is told by value, if {@code byValue}, since that is how the whole is told that it stands in. */
    public void yearToDate(YearToDate ytd, boolean byValue) throws IOException {
        json.writeFieldName(YTD);
        json.writeStartObject();
        amount(ytd.amount());
        percent(YOY_PCT, ytd.yoyPct());
        if (byValue || ytd.amount().isOfValueAlone()) {
            percent("valueYoyPct", ytd.valueYoyPct());
        }
        json.writeEndObject();
    }

    /** The changes of a month's value, where it or the whole that it stands in has nothing but the value to go by. */
    public void changesOfValue(MonthFigure month, boolean byValue) throws IOException {
        if (byValue || month.amount().isOfValueAlone()) {
            percent("valueMomPct", month.valueMomPct());
            percent("valueYoyPct", month.valueYoyPct());
        }
    }

    /** {@code netWeightKg} and {@code value}. */
    public void amount(Amount amount) throws IOException {
        whole(NET_WEIGHT_KG, amount.netWeightKg());
        whole(VALUE, amount.value());
    }

    /** A whole number or null. */
    public void whole(String field, OptionalLong number) throws IOException {
        json.writeFieldName(field);
        whole(number);
    }

    /** The same, of a name that is written many times. */
    public void whole(SerializableString field, OptionalLong number) throws IOException {
        json.writeFieldName(field);
        whole(number);
    }

    private void whole(OptionalLong number) throws IOException {
        if (number.isPresent()) {
            json.writeNumber(number.getAsLong());
        } else {
            json.writeNull();
        }
    }

    /** A percentage or null. */
    public void percent(String field, Optional<BigDecimal> percent) throws IOException {
        json.writeFieldName(field);
        percent(percent);
    }

    /** The same, of a name that is written many times. */
    public void percent(SerializableString field, Optional<BigDecimal> percent) throws IOException {
        json.writeFieldName(field);
        percent(percent);
    }

    private void percent(Optional<BigDecimal> percent) throws IOException {
        if (percent.isPresent()) {
            percent(percent.get());
        } else {
            json.writeNull();
        }
    }

    /** A percentage, as a value. By its digits: a report has thousands, and the library makes several strings of each. */
    public void percent(BigDecimal percent) throws IOException {
        long hundredths = percent.scale() == DECIMALS && percent.precision() < LONG_DIGITS
                ? percent.unscaledValue().longValue()
                : 0;
        if (hundredths == 0) {
            json.writeNumber(percent);
            return;
        }
        long left = Math.abs(hundredths);
        int at = digits.length;
        for (int written = 0; left > 0 || written <= DECIMALS; written++) {
            if (written == DECIMALS) {
                digits[--at] = '.';
            }
            digits[--at] = (char) ('0' + left % 10);
            left /= 10;
        }
        if (hundredths < 0) {
            digits[--at] = '-';
        }
        json.writeNumber(digits, at, digits.length - at);
    }

    /** What changed, from what to what, by which file version and when. */
    public void revision(Revision revision) throws IOException {
        json.writeStartObject();
        json.writeStringField("period", revision.period().toString());
        json.writeStringField("product", revision.product().id());
        json.writeStringField("commodity", revision.commodity());
        if (revision.reporter().isPresent()) {
            json.writeStringField("reporter", revision.reporter().get());
        }
        json.writeStringField("kind", revision.kind().id());
        amount("from", revision.from());
        amount("to", revision.to());
        if (revision.change() != Revision.Change.AMOUNT) {
            json.writeStringField("changed", revision.change().name().toLowerCase(Locale.ROOT));
        }
        json.writeObjectFieldStart("by");
        json.writeStringField("key", revision.by().object().key());
        json.writeStringField("version", revision.by().object().versionId());
        json.writeStringField("event", event(revision.by()));
        json.writeEndObject();
        json.writeStringField("at", revision.at().toString());
        json.writeEndObject();
    }

    private static String event(UploadLogEntry entry) {
        return entry instanceof Committed ? "committed" : entry instanceof Deleted ? "deleted" : "removed";
    }

    private void amount(String field, Optional<Amount> amount) throws IOException {
        if (amount.isEmpty()) {
            json.writeNullField(field);
            return;
        }
        json.writeObjectFieldStart(field);
        amount(amount.get());
        json.writeEndObject();
    }

    /** A text by language. */
    public void text(String field, LocalizedText text) throws IOException {
        json.writeObjectFieldStart(field);
        for (Map.Entry<String, String> entry : text.byLanguage().entrySet()) {
            json.writeStringField(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
    }

    /** What figures need that are not there, as {@code needed}, and why they are missing, as {@code reasons}. */
    public void missing(MissingFigures missing, Languages languages) throws IOException {
        if (missing.needed().isPresent()) {
            text("needed", languages.of(missing.needed().get()));
        } else {
            json.writeNullField("needed");
        }
        json.writeArrayFieldStart("reasons");
        for (MissingFigures.Reason reason : missing.reasons()) {
            json.writeStartObject();
            json.writeStringField("code", reason.code().id());
            strings("months", reason.months().stream().map(YearMonth::toString).toList());
            json.writeArrayFieldStart("files");
            for (ObjectVersion file : reason.files()) {
                json.writeStartObject();
                json.writeStringField("key", file.key());
                json.writeStringField("version", file.versionId());
                json.writeEndObject();
            }
            json.writeEndArray();
            text("text", languages.of(reason));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** A policy event, as an object; text and address are left out where it has none. */
    public void event(PolicyEvent event) throws IOException {
        json.writeStartObject();
        if (event.plan().isPresent()) {
            StudyPlan plan = event.plan().get();
            json.writeStringField("id", plan.id());
            json.writeStringField("announced", plan.announced().toString());
            json.writeStringField("inForce", plan.inForce().toString());
        }
        json.writeStringField("date", event.date().toString());
        text("name", event.name());
        if (event.text().isPresent()) {
            text("text", event.text().get());
        }
        if (event.url().isPresent()) {
            json.writeStringField("url", event.url().get());
        }
        json.writeEndObject();
    }

    /** An array of strings. */
    public void strings(String field, Collection<String> strings) throws IOException {
        json.writeArrayFieldStart(field);
        for (String string : strings) {
            json.writeString(string);
        }
        json.writeEndArray();
    }
}
