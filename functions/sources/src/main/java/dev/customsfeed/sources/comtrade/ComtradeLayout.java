package dev.customsfeed.sources.comtrade;

import dev.customsfeed.sources.layout.Dimension;
import dev.customsfeed.sources.layout.Layout;
import dev.customsfeed.sources.layout.Row;
import java.util.List;

/** What all layouts of UN Comtrade share. */
abstract class ComtradeLayout implements Layout {

    /** Neither a split nor part of a row's key: a reporter's month has one edition. */
    static final List<Dimension> DIMENSIONS = List.of(new Dimension("hsEdition", false, false));

    private final String name;

    ComtradeLayout(String name) {
        this.name = name;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final List<Dimension> dimensions() {
        return DIMENSIONS;
    }

    @Override
    public final List<Integer> totals() {
        return List.of(Row.OVER_PARTNERS);
    }

    /** Of 48 fields and some 500 bytes a row, little is read. */
    @Override
    public final boolean keepsRows() {
        return true;
    }

    @Override
    public final boolean expectsTotals() {
        return true;
    }

    @Override
    public final boolean answersWithoutTotals() {
        return false;
    }
}
