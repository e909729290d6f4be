package dev.customsfeed.sources.gacc;

import dev.customsfeed.sources.csv.CsvLine;
import dev.customsfeed.sources.csv.DataLines;
import dev.customsfeed.sources.key.Months;
import dev.customsfeed.sources.rejection.Problem;
import java.io.IOException;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The months of rows: YYYYMM, as the portal writes them, or what spreadsheets and programs make of it where that can mean one month
 * only.
 */
final class Dates {

    /** What {@link #month} answers where a field is no month. */
    static final int NONE = 0;

    private static final String EXPECTED = "year and month as YYYYMM, from " + Months.FIRST_YEAR + " on";

    /** 2025-03, 2025/3/1, 2025-03-01 00:00:00. */
    private static final Pattern NUMBERS =
            Pattern.compile("(\\d{4})([/-])(\\d{1,2})(?:\\2(\\d{1,2})(?:[ T]0?0:00(?::00(?:\\.0+)?)?)?)?");

    /** 2025年3月, 2025年03月01日. */
    private static final Pattern CHINESE = Pattern.compile("(\\d{4})年(\\d{1,2})月(?:(\\d{1,2})日)?");

    /** Mar-25, Mar-2025, 25-Mar. */
    private static final Pattern WORD_FIRST = Pattern.compile("([A-Za-z]{3,9})[- /.]+'?(\\d{4}|\\d{2})");

    private static final Pattern WORD_LAST = Pattern.compile("(\\d{4}|\\d{2})[- /.]+([A-Za-z]{3,9})");

    /** 3/1/2025, 1.3.2025: the year last, day and month in an order that is not told. */
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})");

    private static final int FIRST_YEAR_OF_TWO_DIGITS = Months.FIRST_YEAR % 100;

    /** Gives the years that dates of other rows of the file have beyond doubt. */
    @FunctionalInterface
    interface OtherYears {
        Set<Integer> find() throws IOException;
    }

    private final DataLines lines;
    private final CsvLine line;
    private final int index;
    private final Optional<YearMonth> declared;
    private final OtherYears otherYears;
    private String lastRaw = "";
    private int lastMonth;
    private Optional<Set<Integer>> years = Optional.empty();
    private String firstOfOtherForm = "";
    private int monthOfOtherForm;

    /**
     * @param index of the column; -1 where the file has none
     * @param declared the month that the key declares
     */
    Dates(DataLines lines, int index, Optional<YearMonth> declared, OtherYears otherYears) {
        this.lines = lines;
        this.line = lines.line();
        this.index = index;
        this.declared = declared;
        this.otherYears = otherYears;
    }

    /** The number of the row's month; {@link #NONE} if it has none, which the problems tell. */
    int month() throws IOException {
        if (index < 0) {
            return declared.map(Months::number).orElse(NONE);
        }
        int date = line.code(index, 6);
        if (date >= 0) {
            int month = number(date / 100, date % 100);
            if (month == NONE) {
                wrong(lines.found(index));
            }
            return month;
        }
        if (lastMonth != NONE && line.is(index, lastRaw)) {
            return lastMonth;
        }
        int month = ofOtherForm();
        if (month != NONE) {
            lastRaw = line.raw(index);
            lastMonth = month;
            if (firstOfOtherForm.isEmpty()) {
                firstOfOtherForm = line.text(index);
                monthOfOtherForm = month;
            }
        }
        return month;
    }

    /** What was taken for months, as a sentence; empty where all dates were as the portal writes them. */
    Optional<String> warning() {
        return firstOfOtherForm.isEmpty()
                ? Optional.empty()
                : Optional.of("Dates such as " + Problem.quote(firstOfOtherForm) + " are taken for their month, "
                        + Months.of(monthOfOtherForm) + ".");
    }

    private int ofOtherForm() throws IOException {
        String text = line.text(index);
        int plain = withoutDoubt(text);
        if (plain != NONE) {
            return plain;
        }
        Optional<Worded> worded = Worded.of(text);
        if (worded.isEmpty()) {
            wrong(lines.found(index) + twoReadings(text));
            return NONE;
        }
        YearMonth asYear = worded.get().asYear();
        if (declared.map(asYear::equals).orElseGet(() -> false) || isYearOfOtherRows(asYear.getYear())) {
            return Months.number(asYear);
        }
        lines.wrong(
                "bad-date",
                index,
                lines.found(index) + ", which is " + asYear + " or day "
                        + worded.get().number() + " of a "
                        + worded.get().month().getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                        + " whose year is not told",
                EXPECTED,
                "Upload the file as customs gave it; or add period=" + asYear
                        + "/ to the path if that is the month of all rows.");
        return NONE;
    }

    /** {@code , which is 2025-01 or 2025-03}, where day and month may be either; nothing for any other text. */
    private static String twoReadings(String text) {
        Matcher date = YEAR_LAST.matcher(text);
        if (!date.matches()) {
            return "";
        }
        int year = Integer.parseInt(date.group(4));
        int one = number(year, Integer.parseInt(date.group(1)));
        int other = number(year, Integer.parseInt(date.group(3)));
        return one == NONE || other == NONE || one == other
                ? ""
                : ", which is " + Months.of(Math.min(one, other)) + " or " + Months.of(Math.max(one, other));
    }

    private boolean isYearOfOtherRows(int year) throws IOException {
        if (declared.isPresent()) {
            return false;
        }
        if (years.isEmpty()) {
            years = Optional.of(otherYears.find());
        }
        return years.get().equals(Set.of(year));
    }

    private void wrong(String found) {
        lines.wrong("bad-date", index, found, EXPECTED, Numbers.KEEP_AS_IT_IS);
    }

    /** The year of a date that means one month only; empty for any other text. */
    static Optional<Integer> yearWithoutDoubt(String text) {
        int month = withoutDoubt(text);
        return month == NONE ? Optional.empty() : Optional.of(Months.of(month).getYear());
    }

    private static int withoutDoubt(String date) {
        if (date.matches("[0-9]{6}")) {
            return number(Integer.parseInt(date.substring(0, 4)), Integer.parseInt(date.substring(4)));
        }
        Matcher numbers = NUMBERS.matcher(date);
        if (numbers.matches()) {
            return number(numbers.group(1), numbers.group(3), numbers.group(4));
        }
        Matcher chinese = CHINESE.matcher(date);
        if (chinese.matches()) {
            return number(chinese.group(1), chinese.group(2), chinese.group(3));
        }
        return Worded.of(date)
                .filter(worded -> !worded.mayBeDay())
                .map(Worded::asYear)
                .filter(month -> Months.hasYear(month.getYear()))
                .map(Months::number)
                .orElse(NONE);
    }

    /** A day must be the first or the last of its month: any other might be a month that stands behind the day. */
    private static int number(String year, String month, String day) {
        int number = number(Integer.parseInt(year), Integer.parseInt(month));
        if (number == NONE || day == null) {
            return number;
        }
        int ofMonth = Integer.parseInt(day);
        return ofMonth == 1 || ofMonth == Months.of(number).lengthOfMonth() ? number : NONE;
    }

    private static int number(int year, int month) {
        return Months.hasYear(year) && month >= 1 && month <= 12 ? Months.number(year, month) : NONE;
    }

    /**
     * A month in English words beside a number: its year, or a day of it.
     *
     * @param month in words
     * @param number beside it, of two or four digits
     */
    private record Worded(Month month, String number) {

        static Optional<Worded> of(String text) {
            Matcher first = WORD_FIRST.matcher(text);
            if (first.matches()) {
                return month(first.group(1)).map(month -> new Worded(month, first.group(2)));
            }
            Matcher last = WORD_LAST.matcher(text);
            return last.matches()
                    ? month(last.group(2)).map(month -> new Worded(month, last.group(1)))
                    : Optional.empty();
        }

        private static Optional<Month> month(String word) {
            String upper = word.toUpperCase(Locale.ROOT);
            for (Month month : Month.values()) {
                if (upper.equals(month.name()) || upper.equals(month.name().substring(0, 3))) {
                    return Optional.of(month);
                }
            }
            return Optional.empty();
        }

        boolean mayBeDay() {
            int day = Integer.parseInt(number);
            return number.length() == 2 && day >= 1 && day <= month.maxLength();
        }

        YearMonth asYear() {
            int year = Integer.parseInt(number);
            if (number.length() == 4) {
                return Year.of(year).atMonth(month);
            }
            int century = year >= FIRST_YEAR_OF_TWO_DIGITS ? 1900 : 2000;
            return Year.of(century + year).atMonth(month);
        }
    }
}
