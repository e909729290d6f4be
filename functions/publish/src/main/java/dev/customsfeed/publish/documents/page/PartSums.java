package dev.customsfeed.publish.documents.page;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.customsfeed.publish.figures.trade.Amount;
import java.io.IOException;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * What a part of the trade adds up to at each of months in a row: in the year so far, and in twelve months. Nothing is known of a sum over
 * months of which one is not known, or of another coverage than the last, or where what the part is of has no total since its own parts
 * are of unlike coverage.
 */
final class PartSums {

    private static final int YEAR = 12;

    private final PlainMonths part;
    private final Whole whole;
    private final List<Amount> yearsToDate = new ArrayList<>();
    private final List<Amount> twelveMonths = new ArrayList<>();

    PartSums(PlainMonths part, Whole whole) {
        this.part = part;
        this.whole = whole;
        Sum year = new Sum();
        Sum twelve = new Sum();
        for (int at = 0; at < part.count(); at++) {
            boolean known = part.isKnown(at) && whole.coverage().get(at).isPresent();
            boolean goesOn = at > 0
                    && known
                    && whole.coverage().get(at).equals(whole.coverage().get(at - 1));
            if (!goesOn) {
                twelve = new Sum();
            }
            if (!goesOn || whole.months().get(at).getMonth() == Month.JANUARY) {
                year = new Sum();
            }
            if (known) {
                // The oldest first, so that no sum is of more than it is shown of: it need not fit.
                if (twelve.months == YEAR) {
                    twelve.remove(at - YEAR);
                }
                twelve.add(at);
                year.add(at);
            }
            yearsToDate.add(year.of(whole.months().get(at).getMonthValue()));
            twelveMonths.add(twelve.of(YEAR));
        }
    }

    /** The sum over some months in a row, all known and of one coverage. */
    private final class Sum {

        private long grams;
        private long thousandths;
        private int months;
        private int unweighed;
        private int imputed;

        void add(int at) {
            if (part.isWeighed(at)) {
                grams = Math.addExact(grams, part.grams(at));
            } else {
                unweighed++;
            }
            thousandths = Math.addExact(thousandths, part.thousandths(at));
            months++;
            imputed += whole.unpriced().get(at) ? 1 : 0;
        }

        void remove(int at) {
            if (part.isWeighed(at)) {
                grams -= part.grams(at);
            } else {
                unweighed--;
            }
            thousandths -= part.thousandths(at);
            months--;
            imputed -= whole.unpriced().get(at) ? 1 : 0;
        }

        /** What it is, if it is that of {@code all} months. */
        Amount of(int all) {
            return months == all
                    ? new Amount(
                            unweighed == 0 ? OptionalLong.of(grams) : OptionalLong.empty(),
                            OptionalLong.of(thousandths),
                            imputed > 0)
                    : Amount.UNKNOWN;
        }
    }

    /** At each month, the sum of its year up to it. */
    List<Amount> yearsToDate() {
        return yearsToDate;
    }

    /** At each month, the sum of the twelve that end with it. */
    List<Amount> twelveMonths() {
        return twelveMonths;
    }

    /** Writes both of the months from {@code first} on, and what shares the part has in the whole in each. */
    void write(JsonGenerator json, int first) throws IOException {
        MonthLists lists = new MonthLists(json);
        sums(json, lists, "ytd", yearsToDate.subList(first, part.count()));
        sums(json, lists, "twelveMonths", twelveMonths.subList(first, part.count()));
        List<Integer> places = IntStream.range(first, part.count()).boxed().toList();
        lists.percents("netWeightSharePct", places, at -> part.amount(at)
                .sharePct(whole.amounts().get(at)));
        lists.percents("valueSharePct", places, at -> part.amount(at)
                .valueSharePct(whole.amounts().get(at)));
    }

    private static void sums(JsonGenerator json, MonthLists lists, String field, List<Amount> sums) throws IOException {
        json.writeObjectFieldStart(field);
        lists.wholes("netWeightKg", sums.stream().map(Amount::netWeightKg));
        lists.wholes("value", sums.stream().map(Amount::value));
        lists.wholes("unitValuePerTonne", sums.stream().map(Amount::unitValuePerTonne));
        json.writeEndObject();
    }
}
