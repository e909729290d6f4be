package dev.customsfeed.sources.quotation;

import dev.customsfeed.sources.csv.DataLines;
import dev.customsfeed.sources.csv.Days;
import dev.customsfeed.sources.key.BegunMonths;
import dev.customsfeed.sources.key.Months;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.Problems;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of a file of prices or rates: each a day and what was quoted. */
final class QuotationLines {

    /** From one day to the next that is there, nothing becomes so many times as dear: somebody changed the unit or lost a digit. */
    private static final BigDecimal OTHER_MAGNITUDE = BigDecimal.TEN;

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,12}(?:\\.(\\d{1,8}))?");

    /** Three digits behind a point are a fraction, or thousands as much of Europe writes them. */
    private static final Pattern TWO_READINGS = Pattern.compile("([1-9]\\d{0,2})\\.(\\d{3})");

    /** 15,820 and 15,820.5; 15.820,5 and 15820,5. */
    private static final Pattern THOUSANDS_COMMA = Pattern.compile("[1-9]\\d{0,2}(,\\d{3})+(\\.\\d+)?");

    private static final Pattern DECIMAL_COMMA = Pattern.compile("(\\d{1,3}(\\.\\d{3})+|\\d+),\\d+");

    /** 3/1/2025, 1.3.2025: the year last, day and month in an order that is not told. */
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})");

    private static final Pattern MIDNIGHT = Pattern.compile("[ T]0?0:00(:00(\\.0+)?)?$");

    private static final String EXPECTED_DAY = "a day that exists, as in 2026-01-05, 20260105 or 2026/1/5";
    private static final String EXPECTED_NUMBER =
            "a number above zero with a point before its decimals, as in 15820 or 7.0432";
    private static final String ADVICE = "Write the number with a point before decimals and nothing between thousands.";

    private final DataLines lines;
    private final Map<Column, Integer> columns;
    private final BegunMonths begun;
    private final Problems problems;
    private final NavigableMap<LocalDate, BigDecimal> observations = new TreeMap<>();
    private final Map<LocalDate, Long> lineOf = new HashMap<>();
    private final List<Problem> ofTwoReadings = new ArrayList<>();
    private boolean saysWhatAPointIs;

    QuotationLines(DataLines lines, Map<Column, Integer> columns, BegunMonths begun, Problems problems) {
        this.lines = lines;
        this.columns = columns;
        this.begun = begun;
        this.problems = problems;
    }

    /** Takes the line that was moved to. */
    void take() {
        Optional<LocalDate> day = day();
        Optional<BigDecimal> value = value();
        if (day.isEmpty()) {
            return;
        }
        Long first = lineOf.putIfAbsent(day.get(), lines.line().line());
        if (first != null) {
            wrong(
                    Column.DATE,
                    "day-repeated",
                    "the day " + day.get() + ", which also stands on line " + first,
                    "each day once",
                    "Leave the line that is right and take the other out.");
        } else {
            value.ifPresent(known -> observations.put(day.get(), known));
        }
    }

    /** What all lines say together. */
    NavigableMap<LocalDate, BigDecimal> all() {
        if (!saysWhatAPointIs) {
            ofTwoReadings.forEach(problems::add);
        }
        if (problems.isEmpty()) {
            checkMagnitudes();
        }
        return observations;
    }

    private void checkMagnitudes() {
        Map.Entry<LocalDate, BigDecimal> before = null;
        for (Map.Entry<LocalDate, BigDecimal> now : observations.entrySet()) {
            if (before != null
                    && now.getValue()
                                    .max(before.getValue())
                                    .compareTo(now.getValue()
                                            .min(before.getValue())
                                            .multiply(OTHER_MAGNITUDE))
                            >= 0) {
                problems.add(Problem.ofLine(
                        "other-magnitude",
                        lineOf(now.getKey()),
                        now.getValue().toPlainString() + " on " + now.getKey(),
                        "less than ten times and more than a tenth of the quotation before, "
                                + before.getValue().toPlainString() + " on " + before.getKey() + " (line "
                                + lineOf(before.getKey()) + ")",
                        "Correct the wrong one of the two; where the unit changed, upload a file for each."));
            }
            before = now;
        }
    }

    private long lineOf(LocalDate day) {
        return Objects.requireNonNull(lineOf.get(day));
    }

    // Days.

    private Optional<LocalDate> day() {
        String text = MIDNIGHT.matcher(text(Column.DATE)).replaceFirst("");
        Optional<LocalDate> day = Days.read(text).or(() -> yearLast(text));
        if (day.isEmpty()) {
            Optional<String> two = twoDays(text);
            wrong(
                    Column.DATE,
                    "bad-date",
                    found(Column.DATE) + two.map(both -> ", which is " + both).orElse(""),
                    EXPECTED_DAY,
                    two.isPresent()
                            ? "Write the year first, as in 2026-01-05: days and months cannot be told apart here."
                            : "Correct the date; for a month, write one of its days.");
            return Optional.empty();
        }
        LocalDate last = begun.lastDay();
        if (day.get().isAfter(last) || !Months.hasYear(day.get().getYear())) {
            wrong(
                    Column.DATE,
                    day.get().isAfter(last) ? "date-not-begun" : "date-too-early",
                    found(Column.DATE),
                    "a day from " + Months.FIRST_YEAR + " to " + last + ", when the file was uploaded",
                    "Correct the date.");
            return Optional.empty();
        }
        return day;
    }

    /** A day that can be read in one way only: the other way there is no such month, or it is the same day. */
    private static Optional<LocalDate> yearLast(String text) {
        Optional<LocalDate> dayFirst = yearLast(text, true);
        Optional<LocalDate> monthFirst = yearLast(text, false);
        return dayFirst.isPresent() && monthFirst.isPresent() && !dayFirst.equals(monthFirst)
                ? Optional.empty()
                : dayFirst.or(() -> monthFirst);
    }

    private static Optional<LocalDate> yearLast(String text, boolean dayFirst) {
        Matcher parts = YEAR_LAST.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(parts.group(4)),
                    Integer.parseInt(parts.group(dayFirst ? 3 : 1)),
                    Integer.parseInt(parts.group(dayFirst ? 1 : 3))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<String> twoDays(String text) {
        return yearLast(text, true)
                .flatMap(one -> yearLast(text, false).map(other -> words(one) + " or " + words(other)));
    }

    private static String words(LocalDate day) {
        return day.getDayOfMonth() + " " + day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " "
                + day.getYear();
    }

    // Numbers.

    private Optional<BigDecimal> value() {
        if (!columns.containsKey(Column.LOW)) {
            return number(columns.containsKey(Column.PRICE) ? Column.PRICE : Column.RATE);
        }
        Optional<BigDecimal> low = number(Column.LOW);
        Optional<BigDecimal> high = number(Column.HIGH);
        if (low.isEmpty() || high.isEmpty()) {
            return Optional.empty();
        }
        if (low.get().compareTo(high.get()) > 0) {
            wrong(
                    Column.LOW,
                    "low-above-high",
                    text(Column.LOW) + ", which is above the high of " + text(Column.HIGH),
                    "a low that is not above the high",
                    "Swap the two, or correct the wrong one.");
            return Optional.empty();
        }
        return Optional.of(plain(low.get().add(high.get()).multiply(HALF)));
    }

    private Optional<BigDecimal> number(Column column) {
        String text = text(column);
        Matcher number = NUMBER.matcher(text);
        if (!number.matches()) {
            wrong(column, text);
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(text);
        if (value.signum() == 0) {
            wrong(
                    column,
                    "not-positive",
                    found(column),
                    EXPECTED_NUMBER,
                    "Take the line out if nothing was quoted on that day.");
            return Optional.empty();
        }
        Matcher two = TWO_READINGS.matcher(text);
        if (two.matches()) {
            ofTwoReadings.add(new Problem(
                    "bad-number",
                    lines.line().line(),
                    indexOf(column) + 1,
                    column.id(),
                    found(column) + ", which is " + plain(value).toPlainString() + " or " + two.group(1) + two.group(2),
                    EXPECTED_NUMBER,
                    "No other number of the file shows what its point means. Write " + two.group(1) + two.group(2)
                            + ", or " + text + "0 with one decimal more."));
        } else {
            // Other decimals than three, or thousands that nothing parts.
            saysWhatAPointIs |= number.group(1) != null || text.length() > 3;
        }
        return Optional.of(plain(value));
    }

    private void wrong(Column column, String text) {
        String found = found(column);
        if (text.startsWith("-") || text.startsWith("−") || text.startsWith("(")) {
            wrong(
                    column,
                    "not-positive",
                    found,
                    EXPECTED_NUMBER,
                    "Take the line out if nothing was quoted on that day.");
            return;
        }
        List<String> readings = new ArrayList<>();
        if (THOUSANDS_COMMA.matcher(text).matches()) {
            readings.add(text.replace(",", ""));
        }
        if (DECIMAL_COMMA.matcher(text).matches()) {
            readings.add(text.replace(".", "").replace(',', '.'));
        }
        wrong(
                column,
                "bad-number",
                readings.isEmpty() ? found : found + ", which is " + String.join(" or ", readings),
                EXPECTED_NUMBER,
                ADVICE);
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private int indexOf(Column column) {
        return Objects.requireNonNull(columns.get(column));
    }

    private String found(Column column) {
        return lines.found(indexOf(column));
    }

    private String text(Column column) {
        return lines.line().text(indexOf(column)).strip();
    }

    private void wrong(Column column, String code, String found, String expected, String advice) {
        lines.wrong(code, indexOf(column), found, expected, advice);
    }
}
