package dev.customsfeed.sources.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.ledger.UnknownWeight;
import dev.customsfeed.ledger.UnknownWeight.Reason;
import dev.customsfeed.sources.codes.Code;
import dev.customsfeed.sources.layout.Row;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class UnknownWeightsTest {

    private final UnknownWeights weights = new UnknownWeights();

    @Test
    void reasons_are_sorted_by_id_and_unit_and_each_commodity_is_listed_once() {
        add(Reason.UNIT_UNKNOWN, "Bushel", "81042000");
        add(Reason.NOT_GIVEN, "", "81041100");
        add(Reason.UNIT_UNKNOWN, "Acre", "81041100");
        add(Reason.UNIT_UNKNOWN, "Bushel", "81041100");
        add(Reason.UNIT_UNKNOWN, "Bushel", "81041100");
        add(Reason.UNIT_UNKNOWN, "Bushel", "81042000");
        add(Reason.UNIT_NOT_OF_WEIGHT, "Bushel", "81042000");

        assertThat(weights.reasons())
                .containsExactly(
                        expected(Reason.NOT_GIVEN, "", "81041100"),
                        expected(Reason.UNIT_NOT_OF_WEIGHT, "Bushel", "81042000"),
                        expected(Reason.UNIT_UNKNOWN, "Acre", "81041100"),
                        expected(Reason.UNIT_UNKNOWN, "Bushel", "81041100", "81042000"));
    }

    @Test
    void as_many_commodities_as_may_be_listed_are_and_of_one_more_none() {
        for (int i = 0; i < UnknownWeight.MOST_COMMODITIES; i++) {
            add(Reason.NOT_GIVEN, "", "81" + (100_000 + i));
        }
        assertThat(weights.reasons().get(0).commodities()).hasSize(UnknownWeight.MOST_COMMODITIES);

        add(Reason.NOT_GIVEN, "", "04041100");
        assertThat(weights.reasons()).containsExactly(expected(Reason.NOT_GIVEN, ""));
    }

    @Test
    void of_more_units_than_anybody_can_list_the_further_ones_are_one_without_a_name() {
        for (int i = 0; i < 102; i++) {
            add(Reason.UNIT_UNKNOWN, "unit " + (100 + i), "81041100");
        }
        add(Reason.UNIT_UNKNOWN, "unit 100", "81042000");

        assertThat(weights.reasons())
                .hasSize(101)
                .contains(expected(Reason.UNIT_UNKNOWN, "", "81041100"))
                .contains(expected(Reason.UNIT_UNKNOWN, "unit 100", "81041100", "81042000"))
                .contains(expected(Reason.UNIT_UNKNOWN, "unit 199", "81041100"));
    }

    private void add(Reason reason, String unit, String commodity) {
        weights.add(new Row(0).begin(2).commodity(Code.of(commodity)).netWeightUnknown(reason, unit));
    }

    private static UnknownWeight expected(Reason reason, String unit, String... commodities) {
        return new UnknownWeight(reason, unit, new TreeSet<>(List.of(commodities)));
    }
}
