package dev.customsfeed.ingest.answer;

import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.Series;
import dev.customsfeed.ledger.Totals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Words of the sentences in answers. */
final class Words {

    /** Of a list, as many are named as somebody reads; the rest is counted. */
    private static final int NAMED = 10;

    private Words() {}

    /** {@code 900 t}, {@code 0.5 kg}: tonnes from one tonne on, with at most three decimals. */
    static String weight(long grams) {
        boolean tonnes = Math.abs(grams) >= Totals.THOUSAND * Totals.THOUSAND;
        return number(BigDecimal.valueOf(grams, tonnes ? 6 : 3)) + (tonnes ? " t" : " kg");
    }

    /** What a sentence on a commodity's month begins with: {@code 2025-03, 81041100: }, with the reporter where there are several. */
    static String month(Series series, YearMonth month, boolean severalReporters) {
        return month + ", " + series.commodity()
                + (severalReporters
                        ? " of " + series.tradeFlow().reporter() + " ("
                                + flow(series.tradeFlow().flow()) + ")"
                        : "")
                + ": ";
    }

    static String value(long thousandths, String currency) {
        return number(BigDecimal.valueOf(thousandths, 3)) + " " + currency;
    }

    private static String number(BigDecimal exact) {
        BigDecimal rounded = exact.setScale(3, RoundingMode.HALF_UP).stripTrailingZeros();
        return String.format(Locale.ROOT, "%,." + Math.max(0, rounded.scale()) + "f", rounded);
    }

    /** The weight, or the value where the weight is not known. */
    static String amount(Totals totals, String currency) {
        return totals.netWeightGrams().isPresent()
                ? weight(totals.reportedNetWeightGrams())
                : "an unknown weight worth " + value(totals.valueThousandths(), currency);
    }

    /** {@code exports}, {@code imports}. */
    static String flow(Flow flow) {
        return flow.id() + "s";
    }

    /** {@code a, b and c}, or {@code a, b ... and 7 more}. */
    static String list(Collection<?> some) {
        List<String> texts = some.stream().map(Object::toString).toList();
        if (texts.size() > NAMED) {
            return String.join(", ", texts.subList(0, NAMED)) + " and " + (texts.size() - NAMED) + " more";
        }
        return texts.size() < 2
                ? String.join("", texts)
                : String.join(", ", texts.subList(0, texts.size() - 1)) + " and " + texts.get(texts.size() - 1);
    }

    /** {@code 1 month}, {@code 3 months}. */
    static String count(long count, String one) {
        return count + " " + one + (count == 1 ? "" : "s");
    }

    /** The months, those that follow each other as {@code 2025-01 to 2025-12}. */
    static String months(Collection<YearMonth> some) {
        SortedSet<YearMonth> months = new TreeSet<>(some);
        List<String> spans = new ArrayList<>();
        Optional<YearMonth> first = Optional.empty();
        for (YearMonth month : months) {
            if (first.isEmpty()) {
                first = Optional.of(month);
            }
            if (!months.contains(month.plusMonths(1))) {
                spans.add(first.get().equals(month) ? month.toString() : first.get() + " to " + month);
                first = Optional.empty();
            }
        }
        return list(spans);
    }
}
