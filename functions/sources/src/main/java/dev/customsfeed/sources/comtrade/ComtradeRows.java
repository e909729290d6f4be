package dev.customsfeed.sources.comtrade;

import dev.customsfeed.sources.layout.Field;
import dev.customsfeed.sources.layout.Row;
import dev.customsfeed.sources.layout.Rows;
import dev.customsfeed.sources.rejection.Problem;
import java.util.List;

/** What the rows of all layouts of UN Comtrade share. */
abstract class ComtradeRows implements Rows {

    final RecordReader record;
    private final String layout;

    ComtradeRows(RecordReader record, String layout) {
        this.record = record;
        this.layout = layout;
    }

    @Override
    public final Row row() {
        return record.row();
    }

    @Override
    public final Problem problem(Field field, String code, String expected, String advice) {
        return record.problem(field, code, expected, advice);
    }

    @Override
    public final String layout() {
        return layout;
    }

    /** UN Comtrade converts all values to US dollars. */
    @Override
    public final String currency() {
        return "USD";
    }

    @Override
    public List<String> warnings() {
        return record.warnings();
    }
}
