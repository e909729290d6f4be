package dev.customsfeed.sources.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.ledger.CustomsRecord;
import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.Quantity;
import dev.customsfeed.ledger.Valuation;
import dev.customsfeed.sources.codes.Code;
import dev.customsfeed.sources.key.Months;
import dev.customsfeed.sources.layout.Dimension;
import dev.customsfeed.sources.layout.Row;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RecordMakerTest {

    private final RecordMaker records =
            new RecordMaker("gacc", "USD", List.of(Dimension.splitting("regime"), Dimension.splitting("province")));
    private final Row row = new Row(2);

    @Test
    void rows_that_follow_each_other_share_nothing_that_differs() {
        assertThat(of("CN", Flow.EXPORT, "81041100", 1)).isEqualTo("gacc/CN/export/USD/81041100 2025-01");
        assertThat(of("CN", Flow.EXPORT, "81041100", 2)).isEqualTo("gacc/CN/export/USD/81041100 2025-02");
        assertThat(of("CN", Flow.EXPORT, "81041900", 2)).isEqualTo("gacc/CN/export/USD/81041900 2025-02");
        assertThat(of("CN", Flow.IMPORT, "81041900", 2)).isEqualTo("gacc/CN/import/USD/81041900 2025-02");
        assertThat(of("HK", Flow.IMPORT, "81041900", 2)).isEqualTo("gacc/HK/import/USD/81041900 2025-02");
        assertThat(of("CN", Flow.EXPORT, "81041100", 1)).isEqualTo("gacc/CN/export/USD/81041100 2025-01");
    }

    /** More combinations than there are places for: some of them share one, and each is met twice. */
    @Test
    void each_combination_of_codes_is_its_own_however_many_there_are() {
        for (int pass = 0; pass < 2; pass++) {
            for (int regime = 10; regime < 90; regime++) {
                for (int province = 10; province < 60; province++) {
                    begin("CN", Flow.EXPORT, "81041100", 1)
                            .dimension(0, Code.of("" + regime))
                            .dimension(1, Code.of("" + province));
                    assertThat(records.of(row).dimensions())
                            .isEqualTo(Map.of("regime", "" + regime, "province", "" + province));
                }
            }
        }
    }

    @Test
    void a_dimension_without_a_code_is_none() {
        begin("CN", Flow.EXPORT, "81041100", 1).dimension(1, Code.of("11"));
        assertThat(records.of(row).dimensions()).isEqualTo(Map.of("province", "11"));
        begin("CN", Flow.EXPORT, "81041100", 1).dimension(0, Code.of("11"));
        assertThat(records.of(row).dimensions()).isEqualTo(Map.of("regime", "11"));
        begin("CN", Flow.EXPORT, "81041100", 1);
        assertThat(records.of(row).dimensions()).isEmpty();
    }

    @Test
    void what_a_row_has_its_record_has_and_nothing_else() {
        begin("CN", Flow.EXPORT, "81041100", 1)
                .netWeight(2, true)
                .netWeightRemainder(500_000_000)
                .valuation(Valuation.FOB)
                .quantity(7, "Carat")
                .supplementaryQuantity(8, "piece");
        CustomsRecord full = records.of(row);
        begin("CN", Flow.EXPORT, "81041100", 1);
        CustomsRecord bare = records.of(row);

        assertThat(full.line()).isEqualTo(5);
        assertThat(full.partner()).isEqualTo("116");
        assertThat(full.valueThousandths()).isEqualTo(9);
        assertThat(full.netWeightGrams()).isEqualTo(OptionalLong.of(3));
        assertThat(full.netWeightEstimated()).isTrue();
        assertThat(full.valuation()).contains(Valuation.FOB);
        assertThat(full.quantity()).contains(new Quantity(7, "Carat"));
        assertThat(full.supplementaryQuantity()).contains(new Quantity(8, "piece"));
        assertThat(bare.netWeightGrams()).isEmpty();
        assertThat(bare.netWeightEstimated()).isFalse();
        assertThat(bare.valuation()).isEmpty();
        assertThat(bare.quantity()).isEmpty();
        assertThat(bare.supplementaryQuantity()).isEmpty();
    }

    private String of(String reporter, Flow flow, String commodity, int month) {
        begin(reporter, flow, commodity, month);
        CustomsRecord made = records.of(row);
        assertThat(made.period()).isEqualTo(YearMonth.of(2025, month));
        return made.series().key() + " " + made.period();
    }

    private Row begin(String reporter, Flow flow, String commodity, int month) {
        return row.begin(5)
                .reporter(Code.of(reporter))
                .flow(flow)
                .month(Months.number(2025, month))
                .commodity(Code.of(commodity))
                .partner(Code.of("116"))
                .value(9);
    }
}
