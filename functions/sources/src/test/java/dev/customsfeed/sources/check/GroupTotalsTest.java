package dev.customsfeed.sources.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.customsfeed.sources.check.GroupTotals.Rounding;
import dev.customsfeed.sources.check.GroupTotals.Stated;
import dev.customsfeed.sources.layout.Row;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Totals that a file states beside the sums of its rows. */
class GroupTotalsTest {

    private final GroupTotals totals = new GroupTotals();
    private final Fingerprint fingerprint = new Fingerprint();

    @Test
    void each_of_many_groups_has_its_own_rows_and_its_own_total() {
        int groups = 3_000;
        long small = totals.bytes();
        // Twice over, so that rows of one group do not follow each other.
        for (int pass = 1; pass <= 2; pass++) {
            for (int group = 0; group < groups; group++) {
                totals.addRow(key(group), row(pass).value(group).netWeight(2L * group, false));
            }
        }
        assertThat(totals.countUnstated()).isEqualTo(groups);
        assertThat(stated()).isEmpty();
        for (int group = 0; group < groups; group += 3) {
            totals.state(key(group), row(10 + group).value(2L * group).netWeight(4L * group, false));
        }

        List<Stated> expected = new ArrayList<>();
        for (int group = 0; group < groups; group += 3) {
            expected.add(new Stated(10 + group, 2, 2L * group, 2L * group, 4L * group, 4L * group));
        }
        assertThat(stated()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(totals.countUnstated()).isEqualTo(groups - groups / 3);
        // Nine figures of eight bytes a group, and more while they grow.
        assertThat(totals.bytes()).isGreaterThan(small).isBetween(groups * 72L, groups * 72L * 8);
    }

    @Test
    void a_total_in_several_rows_is_their_sum_and_stands_in_the_first_line() {
        totals.state(key(1), row(7).value(5).netWeight(50, false));
        totals.state(key(1), row(9).value(6).netWeight(60, false));

        assertThat(stated()).containsExactly(new Stated(7, 0, 11, 0, 110, 0));
    }

    @Test
    void a_weight_is_not_compared_where_the_total_or_one_of_the_rows_has_none() {
        totals.state(key(1), row(2).value(1).netWeight(1, false));
        totals.state(key(1), row(3).value(1));
        totals.state(key(1), row(4).value(1).netWeight(1, false));
        totals.addRow(key(2), row(5).value(8).netWeight(3, false));
        totals.addRow(key(2), row(6).value(8));
        totals.state(key(2), row(7).value(16).netWeight(3, false));

        assertThat(stated())
                .containsExactly(new Stated(2, 0, 3, 0, Row.UNKNOWN, 0), new Stated(7, 2, 16, 16, Row.UNKNOWN, 3));
        assertThat(stated()).noneMatch(one -> one.netWeightDiffers(SUMS_OF_ROWS) || one.netWeightDiffers(ROUNDED));
    }

    @Test
    void sums_that_do_not_fit_are_no_sums() {
        totals.addRow(key(1), row(2).value(Long.MAX_VALUE).netWeight(Long.MAX_VALUE, false));
        totals.state(key(2), row(3).value(Long.MAX_VALUE).netWeight(Long.MAX_VALUE, false));

        assertThatThrownBy(() -> totals.addRow(key(1), row(4).value(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> totals.addRow(key(1), row(4).value(0).netWeight(1, false)))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> totals.state(key(2), row(4).value(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> totals.state(key(2), row(4).value(0).netWeight(1, false)))
                .isInstanceOf(ArithmeticException.class);
    }

    /** Half a unit and half a kilogram a row, both in thousandths; of a total without rows as of one. */
    @Test
    void a_total_may_differ_by_what_rounding_each_row_makes_of_it() {
        assertThat(of(3, 1_500, 0).valueDiffers(ROUNDED)).isFalse();
        assertThat(of(3, 1_501, 0).valueDiffers(ROUNDED)).isTrue();
        assertThat(of(3, -1_500, 0).valueDiffers(ROUNDED)).isFalse();
        assertThat(of(3, -1_501, 0).valueDiffers(ROUNDED)).isTrue();
        assertThat(of(0, 500, 0).valueDiffers(ROUNDED)).isFalse();
        assertThat(of(0, 501, 0).valueDiffers(ROUNDED)).isTrue();
        assertThat(of(3, 0, 1_500).netWeightDiffers(ROUNDED)).isFalse();
        assertThat(of(3, 0, 1_501).netWeightDiffers(ROUNDED)).isTrue();
    }

    @Test
    void a_total_that_was_made_from_the_rows_has_their_value_and_their_weight_to_a_gram_a_row() {
        assertThat(of(3, 0, 0).valueDiffers(SUMS_OF_ROWS)).isFalse();
        assertThat(of(3, 1, 0).valueDiffers(SUMS_OF_ROWS)).isTrue();
        assertThat(of(3, -1, 0).valueDiffers(SUMS_OF_ROWS)).isTrue();
        assertThat(of(3, 0, 3).netWeightDiffers(SUMS_OF_ROWS)).isFalse();
        assertThat(of(3, 0, 4).netWeightDiffers(SUMS_OF_ROWS)).isTrue();
        assertThat(of(3, 0, -4).netWeightDiffers(SUMS_OF_ROWS)).isTrue();
    }

    private static final Rounding ROUNDED = new Rounding(false, 1_000, 1_000);
    private static final Rounding SUMS_OF_ROWS = new Rounding(true, 1_000, 1_000);

    /** A total that is larger than its rows by so much. */
    private static Stated of(long rows, long moreValue, long moreWeight) {
        return new Stated(2, rows, 10_000 + moreValue, 10_000, 20_000 + moreWeight, 20_000);
    }

    private List<Stated> stated() {
        List<Stated> found = new ArrayList<>();
        totals.forEachStated(found::add);
        return found;
    }

    private Fingerprint key(int group) {
        return fingerprint.begin(1).with(group);
    }

    private static Row row(long line) {
        return new Row(0).begin(line);
    }
}
