package dev.customsfeed.publish.documents.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.customsfeed.publish.documents.json.FindingJson;
import dev.customsfeed.publish.figures.Finding;
import dev.customsfeed.publish.figures.Fraction;
import dev.customsfeed.publish.figures.event.Deflection;
import dev.customsfeed.publish.figures.event.EventStudy;
import dev.customsfeed.publish.figures.event.EventStudy.Payment;
import dev.customsfeed.publish.figures.event.EventStudy.Relative;
import dev.customsfeed.publish.figures.event.EventStudy.RelativeWindow;
import dev.customsfeed.publish.figures.event.EventStudy.Test;
import dev.customsfeed.publish.figures.event.EventStudy.Window;
import dev.customsfeed.publish.figures.report.EventTrace;
import java.io.IOException;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;

/** Writes what trace an event left. */
final class EventTraceJson {

    private static final int P_DECIMALS = 4;
    private static final int RATIO_DECIMALS = 2;

    private final JsonGenerator json;
    private final FindingJson write;

    EventTraceJson(JsonGenerator json) {
        this.json = json;
        this.write = new FindingJson(json);
    }

    void write(EventTrace trace) throws IOException {
        json.writeStartObject();
        json.writeStringField("event", trace.plan().id());
        write.finding("study", trace.study(), this::study);
        if (trace.deflection().isPresent()) {
            write.finding("deflection", trace.deflection().get(), this::deflection);
        }
        json.writeEndObject();
    }

    private void study(EventStudy study) throws IOException {
        write.kilograms("normKg", study.norm());
        write.finding("anticipation", study.anticipation(), this::window);
        write.finding("after", study.after(), this::window);
        json.writeBooleanField("over", study.windows().isOver());
        json.writeArrayFieldStart("leftOut");
        for (YearMonth month : study.windows().leftOut()) {
            json.writeString(month.toString());
        }
        json.writeEndArray();
        json.writeNumberField("dates", study.dates());
        if (study.payback().isPresent()) {
            json.writeNumberField("payback", study.payback().get().rounded(RATIO_DECIMALS));
        }
        json.writeStringField("reading", study.reading().id());
        Optional<Payment> payment = study.payment();
        if (payment.isPresent()) {
            json.writeStringField("payment", payment.get().id());
        }
        json.writeObjectFieldStart("comparisons");
        for (Map.Entry<String, Finding<Relative>> comparison :
                study.comparisons().entrySet()) {
            write.finding(comparison.getKey(), comparison.getValue(), this::relative);
        }
        json.writeEndObject();
    }

    private void window(Window window) throws IOException {
        write.span(window.span());
        write.kilograms("netWeightKg", Fraction.of(window.sum()));
        write.percent("changePct", window.change());
        write.kilograms("excessKg", window.excess());
        write.finding("test", window.test(), this::test);
        write.finding("sinceSameMonths", window.sinceSameMonths(), change -> write.percent("changePct", change));
    }

    private void test(Test test) throws IOException {
        json.writeNumberField("p", test.p().rounded(P_DECIMALS));
        json.writeArrayFieldStart("ordinaryPct");
        json.writeNumber(test.ordinary().low().percent());
        json.writeNumber(test.ordinary().high().percent());
        json.writeEndArray();
    }

    private void relative(Relative relative) throws IOException {
        relative("anticipation", relative.anticipation());
        relative("after", relative.after());
    }

    private void relative(String field, Optional<RelativeWindow> window) throws IOException {
        if (window.isPresent()) {
            json.writeObjectFieldStart(field);
            write.percent("changePct", window.get().change());
            test(window.get().test());
            json.writeEndObject();
        }
    }

    private void deflection(Deflection found) throws IOException {
        write.span(found.span());
        write.kilograms("lossKgPerMonth", found.loss());
        json.writeArrayFieldStart("thirdCountries");
        for (Map.Entry<String, Fraction> country : found.gains().entrySet()) {
            json.writeStartObject();
            json.writeStringField("iso2", country.getKey());
            write.kilograms("gainKgPerMonth", country.getValue());
            json.writeBooleanField("hub", found.hubs().contains(country.getKey()));
            json.writeEndObject();
        }
        json.writeEndArray();
        write.kilograms("gainKgPerMonth", found.gain());
        write.percent("ofLossPct", found.ofLoss());
        json.writeNumberField("dates", found.dates());
        write.finding("ordinaryGain", found.ordinaryGain(), bound -> write.kilograms("p95KgPerMonth", bound));
        write.finding("shareBefore", found.shareBefore(), share -> write.percent("pct", share));
        write.finding("shareSince", found.shareSince(), share -> write.percent("pct", share));
        json.writeStringField("reading", found.reading().id());
    }
}
