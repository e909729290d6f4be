package dev.customsfeed.publish.figures.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.ledger.Totals;
import dev.customsfeed.publish.figures.report.TradeFiles.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;

/** Of any files, customs regimes are what one gets who adds up the rows one by one. */
@Tag("any-jdk")
class DimensionSplitProperties {

    private static final YearMonth FIRST = YearMonth.of(2023, 6);
    private static final int MONTHS = 20;

    @Provide
    Arbitrary<List<Row>> rows() {
        return Combinators.combine(
                        AnyTradeFiles.rows(MONTHS, 60).filter(rows -> !rows.isEmpty()),
                        Arbitraries.frequencyOf(
                                        Tuple.of(30, Arbitraries.of("10", "14", "15", "33")),
                                        Tuple.of(1, Arbitraries.just("")))
                                .list()
                                .ofSize(60))
                .as((rows, codes) -> {
                    List<Row> told = new ArrayList<>();
                    for (int i = 0; i < rows.size(); i++) {
                        told.add(
                                codes.get(i).isEmpty()
                                        ? rows.get(i)
                                        : rows.get(i).with(Map.of("regime", codes.get(i))));
                    }
                    return told;
                });
    }

    @Property(tries = 60)
    void regimes_are_sums_of_rows(@ForAll("rows") List<Row> rows) {
        TradeFiles files = new TradeFiles(Feeds.metals());
        for (YearMonth month = FIRST; month.isBefore(FIRST.plusMonths(MONTHS)); month = month.plusMonths(1)) {
            YearMonth of = month;
            files.put(
                    "incoming/gacc/flow=export/hs=1000+2000/period=" + month + "/a.csv",
                    rows.stream().filter(row -> row.month().equals(of)).toList());
        }
        for (MonthReport report : Reports.of(files.data())) {
            YearMonth period = report.period();
            Set<YearMonth> untold = new TreeSet<>();
            rows.stream()
                    .filter(row -> row.dimensions().isEmpty()
                            && !row.month().isBefore(period.minusYears(1).withMonth(1))
                            && !row.month().isAfter(period))
                    .forEach(row -> untold.add(row.month()));
            DimensionSplit regimes = report.splits().get(0);
            assertThat(regimes.untold()).isEqualTo(untold);
            if (untold.contains(period)) {
                assertThat(regimes.figures()).isEmpty();
                continue;
            }
            Totals whole = sum(rows, row -> row.month().equals(period));
            for (DimensionFigure figure : regimes.figures()) {
                Predicate<Row> mine = row -> row.dimensions().get("regime").equals(figure.code());
                Totals month = sum(rows, row -> row.month().equals(period) && mine.test(row));
                assertThat(figure.month().amount().netWeightGrams()).isEqualTo(month.netWeightGrams());
                assertThat(figure.valueSharePct())
                        .isEqualTo(
                                whole.valueThousandths() == 0
                                        ? Optional.empty()
                                        : Optional.of(percent(month.valueThousandths(), whole.valueThousandths())));
                boolean known = untold.stream().noneMatch(other -> other.getYear() == period.getYear())
                        && !FIRST.isAfter(period.withMonth(1));
                assertThat(figure.ytd().amount().valueThousandths().isPresent()).isEqualTo(known);
                if (known) {
                    Totals ytd = sum(
                            rows,
                            row -> row.month().getYear() == period.getYear()
                                    && !row.month().isAfter(period)
                                    && mine.test(row));
                    assertThat(figure.ytd().amount().valueThousandths()).hasValue(ytd.valueThousandths());
                }
            }
            assertThat(regimes.figures().stream()
                            .mapToLong(figure ->
                                    figure.month().amount().valueThousandths().orElseThrow())
                            .sum())
                    .as("they add up to the month")
                    .isEqualTo(whole.valueThousandths());
        }
    }

    private static Totals sum(List<Row> rows, Predicate<Row> which) {
        return rows.stream().filter(which).map(Row::totals).reduce(Totals.NONE, Totals::plus);
    }

    private static BigDecimal percent(long part, long whole) {
        return BigDecimal.valueOf(part)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP);
    }
}
