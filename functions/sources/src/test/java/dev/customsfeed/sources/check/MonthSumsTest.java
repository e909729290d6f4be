package dev.customsfeed.sources.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.Totals;
import dev.customsfeed.ledger.Valuation;
import dev.customsfeed.sources.codes.Code;
import dev.customsfeed.sources.key.Months;
import dev.customsfeed.sources.layout.Dimension;
import dev.customsfeed.sources.layout.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MonthSumsTest {

    private final MonthSums sums = new MonthSums(List.of(Dimension.splitting("regime"), Dimension.telling("mode")));
    private final Row row = new Row(2);

    @Test
    void values_of_a_month_include_what_each_of_its_rows_says_and_nothing_where_one_says_nothing() throws Exception {
        add("81041100", Valuation.CIF);
        add("81041100", Valuation.CIF);
        add("81041900", Valuation.FOB);
        add("81041900", Valuation.CIF);
        add("81042000", Valuation.CIF);
        begin("81042000");
        sums.add(row, -1);
        add("81042000", Valuation.FOB);

        List<SortedSet<Valuation>> found = new ArrayList<>();
        sums.forEach(
                "gacc",
                "USD",
                List.of(),
                (series, period, part, totals, partners, splits, valuations) -> found.add(valuations));
        assertThat(found.get(0)).containsExactly(Valuation.CIF);
        assertThat(found.get(1)).containsExactlyInAnyOrder(Valuation.FOB, Valuation.CIF);
        assertThat(found.get(2)).isEmpty();
    }

    @Test
    void months_are_sorted_whatever_the_order_of_the_rows_and_a_dimension_that_is_not_split_has_no_sums()
            throws Exception {
        for (String commodity : List.of("81041900", "81041100")) {
            for (int month : List.of(3, 2)) {
                for (Flow flow : List.of(Flow.IMPORT, Flow.EXPORT)) {
                    for (String reporter : List.of("HK", "CN")) {
                        begin(commodity)
                                .month(Months.number(2020, month))
                                .flow(flow)
                                .reporter(Code.of(reporter));
                        row.dimension(0, Code.of("10")).dimension(1, Code.of("5"));
                        sums.add(row, -1);
                    }
                }
            }
        }

        List<String> found = new ArrayList<>();
        sums.forEach("gacc", "USD", List.of(), (series, period, part, totals, partners, splits, valuations) -> {
            found.add(series.key() + " " + period);
            assertThat(splits).containsOnlyKeys("regime");
        });
        List<String> expected = new ArrayList<>();
        for (String reporter : List.of("CN", "HK")) {
            for (String flow : List.of("export", "import")) {
                for (String commodity : List.of("81041100", "81041900")) {
                    for (int month : List.of(2, 3)) {
                        expected.add("gacc/" + reporter + "/" + flow + "/USD/" + commodity + " 2020-0" + month);
                    }
                }
            }
        }
        assertThat(found).containsExactlyElementsOf(expected);
    }

    /** More sums than memory is taken for at the start, in groups that are searched one by one and in groups that have slots. */
    @Test
    void sums_are_right_however_many_there_are() throws Exception {
        int commodities = 700;
        for (int pass = 1; pass <= 2; pass++) {
            for (int commodity = 0; commodity < commodities; commodity++) {
                for (int partner = 0; partner < partnersOf(commodity); partner++) {
                    begin("8" + (1_000 + commodity))
                            .partner(Code.of("P" + partner))
                            .value(commodity + partner)
                            .netWeight(pass, false)
                            .netWeightRemainder(500_000_000);
                    sums.add(row, -1);
                }
            }
        }

        TreeMap<String, TreeMap<String, Totals>> found = new TreeMap<>();
        sums.forEach("gacc", "USD", List.of(), (series, period, part, totals, partners, splits, valuations) -> {
            found.put(series.commodity(), new TreeMap<>(partners));
            assertThat(totals.rows()).isEqualTo(2L * partners.size());
            assertThat(totals.reportedNetWeightGrams()).isEqualTo(4L * partners.size());
        });
        int expected = 0;
        for (int commodity = 0; commodity < commodities; commodity++) {
            TreeMap<String, Totals> partners = new TreeMap<>();
            for (int partner = 0; partner < partnersOf(commodity); partner++) {
                partners.put("P" + partner, new Totals(2, 4, 0, 0, 2L * (commodity + partner)));
                expected++;
            }
            assertThat(found.get("8" + (1_000 + commodity))).isEqualTo(partners);
        }
        assertThat(found).hasSize(commodities);
        assertThat(sums.size()).isEqualTo(expected).isGreaterThan(1 << 14);
        // Eight figures and the nanograms of a sum, and an object of a month, of eight bytes each.
        assertThat(sums.bytes()).isBetween(expected * 72L + commodities * 80L, expected * 72L * 3);
    }

    private static int partnersOf(int commodity) {
        return commodity % 2 == 0 ? 7 : 50;
    }

    @Test
    void codes_are_those_that_rows_have() {
        for (String commodity : List.of("81041100", "81041900", "81042000")) {
            begin(commodity).partner(Code.of("309")).dimension(0, Code.of("10"));
            sums.add(row, -1);
        }

        assertThat(sums.partners()).containsExactly("309");
        assertThat(sums.codes(0)).containsExactly("10");
        assertThat(sums.codes(1)).isEmpty();
        assertThat(sums.commodities(3)).containsExactly("81041100", "81041900", "81042000");
        assertThat(sums.commodities(2)).isEmpty();
    }

    @Test
    void a_layout_has_seven_dimensions_at_most() {
        Dimension dimension = Dimension.splitting("regime");
        assertThat(new MonthSums(Collections.nCopies(7, dimension)).size()).isZero();
        assertThatThrownBy(() -> new MonthSums(Collections.nCopies(8, dimension)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a layout can have 7 dimensions");
    }

    private void add(String commodity, Valuation valuation) {
        begin(commodity).valuation(valuation);
        sums.add(row, -1);
    }

    private Row begin(String commodity) {
        return row.begin(2)
                .reporter(Code.of("CN"))
                .flow(Flow.EXPORT)
                .month(500)
                .commodity(Code.of(commodity))
                .partner(Code.of("309"))
                .value(1);
    }
}
