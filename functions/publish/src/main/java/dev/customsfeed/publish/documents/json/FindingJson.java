package dev.customsfeed.publish.documents.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.customsfeed.ledger.Totals;
import dev.customsfeed.publish.figures.Finding;
import dev.customsfeed.publish.figures.Fraction;
import dev.customsfeed.publish.figures.Reason;
import dev.customsfeed.publish.figures.trade.Span;
import java.io.IOException;
import java.time.YearMonth;

/** Writes findings the same way wherever they stand: each is an object; where there is none, the object says why. */
public final class FindingJson {

    private static final Fraction KG = Fraction.of(1, Totals.THOUSAND);

    private final JsonGenerator json;

    /** Writes to {@code json}. */
    public FindingJson(JsonGenerator json) {
        this.json = json;
    }

    /** Writes what is found, in an object that is open. */
    @FunctionalInterface
    public interface Fields<T> {
        /** Its fields. */
        void write(T found) throws IOException;
    }

    /** What is found, or why nothing is, as an object. */
    public <T> void finding(String field, Finding<T> finding, Fields<T> fields) throws IOException {
        json.writeObjectFieldStart(field);
        if (finding.value().isPresent()) {
            fields.write(finding.value().get());
        } else {
            none(finding.reason().orElseThrow());
        }
        json.writeEndObject();
    }

    private void none(Reason reason) throws IOException {
        json.writeStringField("none", reason.id());
        if (reason instanceof Reason.TooShort tooShort) {
            json.writeNumberField("needed", tooShort.needed());
            json.writeNumberField("there", tooShort.there());
        } else if (reason instanceof Reason.Untestable untestable) {
            json.writeNumberField("needed", untestable.needed());
            json.writeNumberField("there", untestable.there());
        } else if (reason instanceof Reason.Incomplete incomplete) {
            json.writeArrayFieldStart("missing");
            for (YearMonth month : incomplete.missing()) {
                json.writeString(month.toString());
            }
            json.writeEndArray();
        }
    }

    /** {@code from} and {@code to}, both within. */
    public void span(Span span) throws IOException {
        month("from", span.first());
        month("to", span.last());
    }

    /** A month, e.g. {@code 2025-12}. */
    public void month(String field, YearMonth month) throws IOException {
        json.writeStringField(field, month.toString());
    }

    /** Whole kilograms, of grams. */
    public void kilograms(String field, Fraction grams) throws IOException {
        json.writeNumberField(field, grams.times(KG).whole());
    }

    /** A percentage, of a change as a fraction. */
    public void percent(String field, Fraction change) throws IOException {
        json.writeNumberField(field, change.percent());
    }
}
