package dev.customsfeed.sources.check;

import dev.customsfeed.ledger.CustomsRecord;
import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.Quantity;
import dev.customsfeed.ledger.Series;
import dev.customsfeed.ledger.TradeFlow;
import dev.customsfeed.sources.codes.Code;
import dev.customsfeed.sources.codes.CodeTexts;
import dev.customsfeed.sources.key.Months;
import dev.customsfeed.sources.layout.Dimension;
import dev.customsfeed.sources.layout.Row;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes records of rows. Rows that follow each other mostly share series and month, and so do their records. */
final class RecordMaker {

    private static final int SLOTS = 1 << 10;

    private final String source;
    private final String currency;
    private final List<Dimension> dimensions;
    private final CodeTexts texts = new CodeTexts();

    /** Rows have few combinations of codes: each is made once, at the slot of its hash. */
    private final long[] seenCodes;

    private final List<SortedMap<String, String>> seen =
            new ArrayList<>(Collections.nCopies(SLOTS, Collections.emptySortedMap()));

    private Series series;
    private long reporter;
    private Flow flow;
    private long commodity;
    private YearMonth period;
    private int month;

    @SuppressWarnings("NullAway.Init") // What is kept of the row before is there once there was one.
    RecordMaker(String source, String currency, List<Dimension> dimensions) {
        this.source = source;
        this.currency = currency;
        this.dimensions = dimensions;
        this.seenCodes = new long[SLOTS * dimensions.size()];
    }

    CustomsRecord of(Row row) {
        if (series == null || commodity != row.commodity() || reporter != row.reporter() || flow != row.flow()) {
            commodity = row.commodity();
            reporter = row.reporter();
            flow = row.flow();
            series = new Series(new TradeFlow(source, texts.text(reporter), flow), currency, texts.text(commodity));
        }
        if (month != row.month()) {
            month = row.month();
            period = Months.of(month);
        }
        return new CustomsRecord(
                series,
                period,
                row.line(),
                texts.text(row.partner()),
                codes(row),
                quantity(row.quantityThousandths(), row.unit()),
                quantity(row.supplementaryThousandths(), row.supplementaryUnit()),
                row.netWeightGrams() == Row.UNKNOWN ? OptionalLong.empty() : OptionalLong.of(Weights.rounded(row)),
                row.netWeightEstimated(),
                row.valueThousandths(),
                row.hasValuation() ? Optional.of(row.valuation()) : Optional.empty());
    }

    private SortedMap<String, String> codes(Row row) {
        int count = dimensions.size();
        long hash = 0;
        for (int i = 0; i < count; i++) {
            hash = hash * 31 + row.dimension(i);
        }
        int slot = (int) (hash * 0x9E3779B97F4A7C15L >>> 54);
        boolean same = true;
        for (int i = 0; i < count; i++) {
            same &= seenCodes[slot * count + i] == row.dimension(i);
        }
        if (!same) {
            SortedMap<String, String> codes = new TreeMap<>();
            for (int i = 0; i < count; i++) {
                seenCodes[slot * count + i] = row.dimension(i);
                if (row.dimension(i) != Code.NONE) {
                    codes.put(dimensions.get(i).name(), texts.text(row.dimension(i)));
                }
            }
            seen.set(slot, Collections.unmodifiableSortedMap(codes));
        }
        return seen.get(slot);
    }

    private static Optional<Quantity> quantity(long thousandths, String unit) {
        return thousandths == Row.UNKNOWN ? Optional.empty() : Optional.of(new Quantity(thousandths, unit));
    }
}
