package dev.customsfeed.sources.comext;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What a row of SDMX-CSV says of its key. */
enum Indicator {
    VALUE_IN_EUROS(Figure.VALUE, 1),
    VALUE_EUR(Figure.VALUE, 1),
    QUANTITY_IN_100KG(Figure.NET_WEIGHT, 100),
    QUANTITY_KG(Figure.NET_WEIGHT, 1),
    SUPPLEMENTARY_QUANTITY(Figure.SUPPLEMENTARY_QUANTITY, 1),
    /** In national currency: nobody asks for it beside the value in euros. */
    VALUE_NAC(Figure.NONE, 1);

    /** Which of a record's figures it is. */
    enum Figure {
        VALUE,
        NET_WEIGHT,
        SUPPLEMENTARY_QUANTITY,
        NONE
    }

    static final Indicator[] ALL = values();

    private final Figure figure;
    private final int factor;

    Indicator(Figure figure, int factor) {
        this.figure = figure;
        this.factor = factor;
    }

    Figure figure() {
        return figure;
    }

    /** How many kilograms, euros ... one of its units is. */
    int factor() {
        return factor;
    }

    static String names() {
        return Arrays.stream(ALL).map(Indicator::name).collect(Collectors.joining(", "));
    }
}
