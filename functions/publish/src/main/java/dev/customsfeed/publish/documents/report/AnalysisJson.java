package dev.customsfeed.publish.documents.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.customsfeed.ledger.Totals;
import dev.customsfeed.publish.documents.json.FindingJson;
import dev.customsfeed.publish.documents.json.OutlookJson;
import dev.customsfeed.publish.figures.Fraction;
import dev.customsfeed.publish.figures.report.Analysis;
import dev.customsfeed.publish.figures.value.UnusualUnitValue;
import dev.customsfeed.publish.figures.value.ValueChange;
import java.io.IOException;

/** Writes an analysis. */
final class AnalysisJson {

    private static final int FACTOR_DECIMALS = 2;

    private final JsonGenerator json;
    private final FindingJson write;

    AnalysisJson(JsonGenerator json) {
        this.json = json;
        this.write = new FindingJson(json);
    }

    void write(Analysis analysis) throws IOException {
        json.writeObjectFieldStart("analysis");
        json.writeObjectFieldStart("valueChange");
        write.finding("mom", analysis.valueSinceMonthBefore(), this::valueChange);
        write.finding("yoy", analysis.valueSinceYearBefore(), this::valueChange);
        json.writeEndObject();
        write.finding("twelveMonths", analysis.twelveMonths(), found -> {
            write.span(found.span());
            write.kilograms("netWeightKg", Fraction.of(found.sum()));
            write.finding("change", found.change(), change -> write.percent("pct", change));
        });
        write.finding("shape", analysis.shape(), found -> json.writeStringField("name", found.id()));
        write.finding("stability", analysis.stability(), found -> {
            json.writeBooleanField("stable", found.isStable());
            write.percent("nowPct", found.now());
            write.percent("threeMonthsAgoPct", found.threeMonthsAgo());
            write.percent("sixMonthsAgoPct", found.sixMonthsAgo());
        });
        write.finding("run", analysis.run(), found -> {
            json.writeStringField("direction", found.rising() ? "rising" : "falling");
            json.writeNumberField("months", found.months());
            json.writeBooleanField("atLeast", !found.broken());
        });
        write.finding("record", analysis.record(), found -> {
            json.writeStringField("is", found.highest() ? "highest" : "lowest");
            json.writeNumberField("ofMonthsBefore", found.months());
            if (found.since().isPresent()) {
                write.month("since", found.since().get());
            }
        });
        write.finding("yearBase", analysis.yearBase(), found -> {
            write.month("period", found.base());
            write.kilograms("netWeightKg", Fraction.of(found.amount()));
            write.kilograms("medianKg", found.median());
            json.writeBooleanField("low", found.isLow());
        });
        if (analysis.imputed().isPresent()) {
            json.writeObjectFieldStart("quantityImputed");
            json.writeNumberField("partners", analysis.imputed().get().partners());
            json.writeNumberField("of", analysis.imputed().get().of());
            json.writeEndObject();
        }
        json.writeArrayFieldStart("toCheck");
        for (Analysis.ToCheck one : analysis.toCheck()) {
            toCheck(one);
        }
        json.writeEndArray();
        write.finding("outlook", analysis.outlook(), new OutlookJson(json)::withOutcome);
        json.writeEndObject();
    }

    private void valueChange(ValueChange found) throws IOException {
        json.writeNumberField("change", found.change());
        json.writeNumberField("volume", found.volume());
        json.writeNumberField("mix", found.mix());
        json.writeNumberField("price", found.price());
    }

    private void toCheck(Analysis.ToCheck one) throws IOException {
        UnusualUnitValue found = one.found();
        json.writeStartObject();
        json.writeStringField("partner", one.partner().id());
        perTonne("unitValuePerTonne", found.unitValue());
        perTonne("usualPerTonne", found.usual());
        json.writeNumberField("factor", found.factor().rounded(FACTOR_DECIMALS));
        json.writeNumberField("months", found.months());
        json.writeNumberField("aboveUsualKg", found.kilogramsAboveUsual());
        json.writeEndObject();
    }

    /** From units by kilogram. */
    private void perTonne(String field, Fraction byKilogram) throws IOException {
        json.writeNumberField(
                field, byKilogram.times(Fraction.of(Totals.THOUSAND)).whole());
    }
}
