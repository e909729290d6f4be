package dev.customsfeed.publish.documents.rows;

import dev.customsfeed.ledger.CustomsRecord;
import dev.customsfeed.ledger.Decimal;
import dev.customsfeed.ledger.Quantity;
import dev.customsfeed.ledger.Valuation;
import dev.customsfeed.publish.documents.json.CsvField;
import dev.customsfeed.publish.figures.rows.MonthRows;
import dev.customsfeed.publish.figures.rows.RowBehind;
import dev.customsfeed.publish.figures.rows.RowReader;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes the rows of a month as CSV, a bundle of rows at a time. */
final class RowsCsv {

    static final List<String> COLUMNS = List.of(
            "file",
            "version",
            "line",
            "product",
            "commodity",
            "reporter",
            "partner",
            "partner_code",
            "partner_name",
            "customs_regime",
            "customs_regime_name",
            "province",
            "province_name",
            "other",
            "quantity",
            "quantity_unit",
            "supplementary_quantity",
            "supplementary_unit",
            "net_weight_kg",
            "net_weight_estimated",
            "value",
            "valuation");

    /** So many are text at a time. */
    private static final int BUNDLE = 500;

    private RowsCsv() {}

    /**
     * The document's bytes, made as they are read.
     *
     * @param seen is told of each row
     */
    static InputStream open(MonthRows month, RowReader reader, Consumer<RowBehind> seen) {
        return new Bundles(month, month.read(reader), seen);
    }

    /** Not a sequence of streams: closing one before its end would make all that is left. */
    private static final class Bundles extends InputStream {
        private final MonthRows month;
        private final Iterator<RowBehind> rows;
        private final Consumer<RowBehind> seen;
        private byte[] bundle = (String.join(",", COLUMNS) + "\n").getBytes(StandardCharsets.UTF_8);
        private int at;

        private Bundles(MonthRows month, Iterator<RowBehind> rows, Consumer<RowBehind> seen) {
            this.month = month;
            this.rows = rows;
            this.seen = seen;
        }

        private boolean hasMore() {
            if (at == bundle.length && rows.hasNext()) {
                StringBuilder text = new StringBuilder(1 << 16);
                for (int i = 0; i < BUNDLE && rows.hasNext(); i++) {
                    RowBehind row = rows.next();
                    seen.accept(row);
                    append(text, month, row);
                }
                bundle = text.toString().getBytes(StandardCharsets.UTF_8);
                at = 0;
            }
            return at < bundle.length;
        }

        @Override
        public int read() {
            return hasMore() ? bundle[at++] & 0xff : -1;
        }

        @Override
        public int read(byte[] into, int from, int most) {
            if (most == 0) {
                return 0;
            }
            if (!hasMore()) {
                return -1;
            }
            int some = Math.min(most, bundle.length - at);
            System.arraycopy(bundle, at, into, from, some);
            at += some;
            return some;
        }
    }

    /** Appends the line of {@code of}, its end included. */
    static void append(StringBuilder text, MonthRows month, RowBehind of) {
        List<String> fields = new ArrayList<>(COLUMNS.size());
        CustomsRecord row = of.row();
        fields.add(of.file().key());
        fields.add(of.file().versionId());
        fields.add(Long.toString(row.line()));
        fields.add(of.product().id());
        fields.add(row.series().commodity());
        fields.add(row.series().tradeFlow().reporter());
        boolean tellsPartner = !row.partner().isEmpty();
        fields.add(tellsPartner ? of.partner().id() : "");
        fields.add(row.partner());
        fields.add(tellsPartner ? of.partner().name().in("en") : "");
        dimension(fields, month, row, CustomsRecord.REGIME);
        dimension(fields, month, row, CustomsRecord.PROVINCE);
        fields.add(other(row));
        quantity(fields, row.quantity());
        quantity(fields, row.supplementaryQuantity());
        fields.add(
                row.netWeightGrams().isPresent()
                        ? Decimal.text(row.netWeightGrams().getAsLong())
                        : "");
        fields.add(row.netWeightGrams().isPresent() ? Boolean.toString(row.netWeightEstimated()) : "");
        fields.add(Decimal.text(row.valueThousandths()));
        fields.add(month.valuation(row).map(Valuation::id).orElse(""));
        for (int i = 0; i < fields.size(); i++) {
            text.append(i == 0 ? "" : ",").append(CsvField.of(fields.get(i)));
        }
        text.append('\n');
    }

    private static void dimension(List<String> fields, MonthRows month, CustomsRecord row, String dimension) {
        String code = row.dimensions().get(dimension);
        fields.add(code == null ? "" : code);
        fields.add(code == null ? "" : month.name(dimension, code));
    }

    /** The source's further dimensions, e.g. {@code procedure=1;transport=3}. */
    private static String other(CustomsRecord row) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, String> one : row.dimensions().entrySet()) {
            if (!one.getKey().equals(CustomsRecord.REGIME) && !one.getKey().equals(CustomsRecord.PROVINCE)) {
                text.append(text.isEmpty() ? "" : ";")
                        .append(one.getKey())
                        .append('=')
                        .append(one.getValue());
            }
        }
        return text.toString();
    }

    private static void quantity(List<String> fields, Optional<Quantity> quantity) {
        fields.add(quantity.map(some -> Decimal.text(some.thousandths())).orElse(""));
        fields.add(quantity.map(Quantity::unit).orElse(""));
    }
}
