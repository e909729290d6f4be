package dev.customsfeed.publish.documents.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.customsfeed.ledger.Quoted;
import dev.customsfeed.publish.documents.json.FigureJson;
import dev.customsfeed.publish.documents.json.FindingJson;
import dev.customsfeed.publish.figures.Fraction;
import dev.customsfeed.publish.figures.price.MonthlyAverage;
import dev.customsfeed.publish.figures.price.PriceGap;
import dev.customsfeed.publish.figures.report.PriceReport;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Writes what a product's unit value is held against. Of a price that is not open nothing is written that it could be computed from: the
 * unit value is public, so that the gap in percent would give it away.
 */
final class PriceJson {

    private static final int DECIMALS = 4;
    private static final int DECIMALS_OF_RATES = 6;
    private static final int DECIMALS_BY_TONNE = 2;

    private final JsonGenerator json;
    private final FigureJson write;
    private final FindingJson findings;

    PriceJson(JsonGenerator json) {
        this.json = json;
        this.write = new FigureJson(json);
        this.findings = new FindingJson(json);
    }

    void write(PriceReport price) throws IOException {
        json.writeObjectFieldStart("price");
        json.writeStringField("id", price.reference().id());
        write.text("name", price.reference().name());
        json.writeStringField(
                "license",
                price.quoted()
                        .map(Quoted.Price::license)
                        .orElse(Quoted.License.PRIVATE)
                        .id());
        findings.finding("comparison", price.gap(), gap -> {
            // That a private price is the very unit value would tell it.
            boolean equal = price.isOpen() && gap.gap().signum() == 0;
            json.writeStringField("direction", equal ? "equal" : gap.isAbove() ? "above" : "below");
            json.writeStringField("gapClass", gap.size().id());
        });
        findings.finding("lag", price.lag(), lag -> {
            json.writeNumberField("months", lag.months());
            json.writeNumberField("correlation", lag.correlationRounded());
            json.writeNumberField("threshold", lag.thresholdRounded());
            json.writeNumberField("pairs", lag.pairs());
        });
        if (price.isOpen()) {
            open(price, price.quoted().orElseThrow());
        }
        json.writeEndObject();
    }

    private void open(PriceReport price, Quoted.Price quoted) throws IOException {
        Optional<MonthlyAverage> average = price.average().value();
        if (quoted.basis().isPresent()) {
            json.writeStringField("basis", quoted.basis().get());
        }
        if (average.isPresent()) {
            json.writeNumberField("observations", average.get().observations());
            json.writeObjectFieldStart("monthAverage");
            number("value", average.get().value(), DECIMALS);
            json.writeStringField("currency", quoted.currency());
            json.writeStringField("unit", quoted.unit().id());
            json.writeNumberField("taxPct", quoted.taxPct());
            json.writeEndObject();
            Fraction taxed = Fraction.ONE.plus(Fraction.of(quoted.taxPct()).dividedBy(Fraction.of(100)));
            number("exTax", average.get().value().dividedBy(taxed), DECIMALS);
        }
        optional("rate", price.rate().value(), DECIMALS_OF_RATES);
        optional("inFeedCurrency", price.gap().value().map(PriceGap::inFeedCurrency), DECIMALS_BY_TONNE);
        optional("unitValuePerTonne", price.unitValue().value(), DECIMALS_BY_TONNE);
        if (price.gap().value().isPresent()) {
            findings.percent("gapPct", price.gap().value().get().gap());
        }
    }

    private void optional(String field, Optional<Fraction> exact, int decimals) throws IOException {
        if (exact.isPresent()) {
            number(field, exact.get(), decimals);
        }
    }

    /** Without zeros that say nothing. */
    private void number(String field, Fraction exact, int decimals) throws IOException {
        BigDecimal stripped = exact.rounded(decimals).stripTrailingZeros();
        json.writeNumberField(field, stripped.scale() < 0 ? stripped.setScale(0) : stripped);
    }
}
