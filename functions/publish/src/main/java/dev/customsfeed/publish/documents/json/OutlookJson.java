package dev.customsfeed.publish.documents.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.customsfeed.publish.figures.Fraction;
import dev.customsfeed.publish.figures.outlook.Outlook;
import java.io.IOException;

/** Writes an outlook the same way wherever it stands: by its method and level, so that nobody takes it for trade. */
public final class OutlookJson {

    private static final String METHOD = "mean-of-last-three";
    private static final int LEVEL_PCT = 80;

    private final JsonGenerator json;
    private final FindingJson write;

    /** Writes to {@code json}. */
    public OutlookJson(JsonGenerator json) {
        this.json = json;
        this.write = new FindingJson(json);
    }

    /** The fields of an outlook: months ahead, with how often such ranges held. */
    public void fields(Outlook found) throws IOException {
        json.writeStringField("method", METHOD);
        json.writeNumberField("levelPct", LEVEL_PCT);
        json.writeArrayFieldStart("ranges");
        for (Outlook.Range range : found.ranges()) {
            json.writeStartObject();
            range(range);
            json.writeNumberField("origins", range.origins());
            json.writeNumberField("covered", range.covered());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** The same, and how the last range did. */
    public void withOutcome(Outlook found) throws IOException {
        fields(found);
        if (found.last().isPresent()) {
            Outlook.Outcome last = found.last().get();
            json.writeObjectFieldStart("last");
            range(last.range());
            write.kilograms("actualKg", Fraction.of(last.actual()));
            json.writeBooleanField("held", last.held());
            json.writeEndObject();
        }
    }

    private void range(Outlook.Range range) throws IOException {
        write.span(range.span());
        write.kilograms("netWeightKg", range.expected());
        write.kilograms("lowKg", range.low());
        write.kilograms("highKg", range.high());
    }
}
