package dev.customsfeed.publish.documents.series;

import dev.customsfeed.ledger.Totals;
import dev.customsfeed.ledger.feed.LocalizedText;
import dev.customsfeed.publish.figures.trade.Amount;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** What is measured of a trade. */
enum Measure {
    NET_WEIGHT("net_weight_kg", "Net weight", "净重") {
        @Override
        OptionalLong of(Totals totals) {
            return Amount.of(Optional.of(totals)).netWeightKg();
        }

        @Override
        String unit(String currency) {
            return "kg";
        }
    },
    VALUE("value", "Statistical value", "统计价值") {
        @Override
        OptionalLong of(Totals totals) {
            return Amount.of(Optional.of(totals)).value();
        }

        @Override
        String unit(String currency) {
            return currency;
        }
    };

    private final String id;
    private final LocalizedText label;

    Measure(String id, String english, String chinese) {
        this.id = id;
        this.label = new LocalizedText(new TreeMap<>(Map.of("en", english, "zh", chinese)));
    }

    /** The name in documents, e.g. {@code net_weight_kg}. */
    String id() {
        return id;
    }

    LocalizedText label() {
        return label;
    }

    /** How much of it; empty if {@code totals} do not know. */
    abstract OptionalLong of(Totals totals);

    /** The unit of a feed whose values are in {@code currency}. */
    abstract String unit(String currency);
}
