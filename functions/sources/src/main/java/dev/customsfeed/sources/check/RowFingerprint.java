package dev.customsfeed.sources.check;

import dev.customsfeed.sources.codes.Code;
import dev.customsfeed.sources.layout.Dimension;
import dev.customsfeed.sources.layout.Row;
import java.util.List;

/** What rows have in common with others, as fingerprints. Each is valid until the next is made. */
final class RowFingerprint {

    private final Fingerprint fingerprint = new Fingerprint();

    /** Of each dimension, whether it tells rows apart. */
    private final boolean[] telling;

    /** @param dimensions of the layout */
    RowFingerprint(List<Dimension> dimensions) {
        telling = new boolean[dimensions.size()];
        for (int i = 0; i < telling.length; i++) {
            telling[i] = dimensions.get(i).inKey();
        }
    }

    /** The key of a row: what no other row of the file may have. */
    Fingerprint ofKey(Row row) {
        ofWhole(row);
        for (int i = 0; i < telling.length; i++) {
            if (telling[i]) {
                fingerprint.with(row.dimension(i));
            }
        }
        return fingerprint.with(row.distinction());
    }

    /** All that a row says, whose key was made last: its figures beside its key. */
    Fingerprint withFigures(Row row) {
        return fingerprint
                .with(row.valueThousandths())
                .with(row.netWeightGrams())
                .with(row.quantityThousandths())
                .with(row.supplementaryThousandths());
    }

    /** What a break-down has in common with the row that says the whole. */
    Fingerprint ofWhole(Row row) {
        return fingerprint
                .begin(row.flow().ordinal())
                .with(row.reporter())
                .with(row.month())
                .with(row.commodity())
                .with(row.partner());
    }

    /** The group that a total over some fields is the sum of. */
    Fingerprint ofGroup(Row row, int over) {
        fingerprint
                .begin(over << 1 | row.flow().ordinal())
                .with(row.reporter())
                .with((over & Row.OVER_MONTHS) == 0 ? row.month() : 0)
                .with((over & Row.OVER_COMMODITIES) == 0 ? row.commodity() : Code.NONE)
                .with((over & Row.OVER_PARTNERS) == 0 ? row.partner() : Code.NONE);
        for (int i = 0; i < telling.length; i++) {
            fingerprint.with(telling[i] && (over & Row.overDimension(i)) == 0 ? row.dimension(i) : Code.NONE);
        }
        return fingerprint;
    }
}
