package dev.customsfeed.publish.documents.series;

import dev.customsfeed.ledger.Totals;
import dev.customsfeed.ledger.feed.LocalizedText;
import dev.customsfeed.publish.figures.trade.Amount;
import dev.customsfeed.publish.words.Languages;
import dev.customsfeed.publish.words.language.Names;
import java.util.OptionalLong;
import java.util.function.Function;

/** What is measured of a trade. */
enum Measure {
    NET_WEIGHT("net_weight_kg", Names::netWeight) {
        @Override
        OptionalLong of(Totals totals) {
            return Amount.of(totals).netWeightKg();
        }

        @Override
        String unit(String currency) {
            return "kg";
        }
    },
    VALUE("value", Names::statisticalValue) {
        @Override
        OptionalLong of(Totals totals) {
            return Amount.of(totals).value();
        }

        @Override
        String unit(String currency) {
            return currency;
        }
    };

    private final String id;
    private final LocalizedText label;

    Measure(String id, Function<Names, String> called) {
        this.id = id;
        this.label = Languages.PUBLISHED.name(called);
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
