package dev.customsfeed.verify.file;

import dev.customsfeed.sources.csv.DataLines;
import dev.customsfeed.sources.csv.Days;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.Problems;
import dev.customsfeed.verify.model.DeclarationItem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The cells of one line after the other, by their columns. What is wrong with a cell is a problem, and something that is right stands
 * in for it: whoever makes a row of the cells looks first whether there were problems.
 */
final class Cells {

    static final String AS_IT_IS = "Upload the file as its office gave it, or correct the cell.";

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,6})?");
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,2}(0{0,4}))?");
    private static final Pattern ENTERPRISE = Pattern.compile("[0-9A-Z]{9,18}");
    private static final Pattern CERTIFICATE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._/()-]{0,63}");

    private static final DeclarationItem ANY_ITEM = new DeclarationItem("", "");

    private final DataLines lines;
    private final Map<Column, Integer> columns;
    private final LocalDate lastDay;
    private final Problems problems;

    /**
     * @param lines below the header
     * @param columns where each stands, from 0
     * @param lastDay the day of the upload where it is latest: no date of a file is later
     */
    Cells(DataLines lines, Map<Column, Integer> columns, LocalDate lastDay, Problems problems) {
        this.lines = lines;
        this.columns = columns;
        this.lastDay = lastDay;
        this.problems = problems;
    }

    long line() {
        return lines.line().line();
    }

    long problemCount() {
        return problems.count();
    }

    boolean has(Column column) {
        return columns.containsKey(column);
    }

    /** The cell as text; empty where it is, or the file has no such column. */
    String text(Column column) {
        Integer index = columns.get(column);
        return index == null ? "" : lines.line().text(index);
    }

    void wrong(Column column, String code, String expected, String advice) {
        problems.add(lines.problem(columns.getOrDefault(column, -1), column.label(), code, expected, advice));
    }

    /** Says that a line contradicts another. */
    void contradicts(String code, long other, String found, String expected, String advice) {
        problems.add(Problem.ofLine(code, line(), found + " also stands on line " + other, expected, advice));
    }

    private String required(Column column) {
        String text = text(column);
        if (text.isEmpty()) {
            wrong(column, "cell-empty", "a value in each row", AS_IT_IS);
        }
        return text;
    }

    /** A quantity: a decimal number greater than zero. */
    BigDecimal quantity() {
        String text = required(Column.QUANTITY);
        return text.isEmpty() ? BigDecimal.ONE : number(Column.QUANTITY, text, NUMBER, true);
    }

    /** An amount of money, to the cent; zero where it may be left out and is. */
    BigDecimal amount(Column column, boolean mayBeEmpty) {
        String text = mayBeEmpty ? text(column) : required(column);
        return text.isEmpty() ? BigDecimal.ZERO : number(column, text, AMOUNT, !mayBeEmpty);
    }

    /** A number that may be zero. */
    BigDecimal number(Column column) {
        String text = required(column);
        return text.isEmpty() ? BigDecimal.ZERO : number(column, text, NUMBER, false);
    }

    private BigDecimal number(Column column, String text, Pattern form, boolean positive) {
        if (!form.matcher(text).matches()) {
            wrong(
                    column,
                    "bad-number",
                    form == AMOUNT
                            ? "a decimal number with at most two places, without signs and commas, as in 3900.00"
                            : "a decimal number without signs and commas, as in 20000 or 19.5",
                    "Write the number with a point and without separators between thousands; a minus is no quantity.");
            return BigDecimal.ONE;
        }
        BigDecimal number = new BigDecimal(text);
        if (positive && number.signum() == 0) {
            wrong(column, "not-positive", "a number greater than zero", AS_IT_IS);
            return BigDecimal.ONE;
        }
        return number;
    }

    /** A day that exists and had begun when the file was uploaded. */
    LocalDate day(Column column) {
        String text = required(column);
        return text.isEmpty() ? LocalDate.EPOCH : day(column, text);
    }

    /** The same where the cell may be empty. */
    Optional<LocalDate> dayIfAny(Column column) {
        String text = text(column);
        return text.isEmpty() ? Optional.empty() : Optional.of(day(column, text));
    }

    private LocalDate day(Column column, String text) {
        Optional<LocalDate> day = Days.read(text);
        if (day.isEmpty()) {
            wrong(
                    column,
                    "bad-date",
                    "a day that exists, as in 2026-01-05, 20260105 or 2026/1/5",
                    "Correct the date; a time of day does not belong to it.");
            return LocalDate.EPOCH;
        }
        boolean open = column == Column.VALID_FROM || column == Column.VALID_TO;
        if (!open && day.get().isAfter(lastDay)) {
            wrong(
                    column,
                    "date-not-begun",
                    "a day not later than " + lastDay + ", when the file was uploaded",
                    AS_IT_IS);
        }
        return day.get();
    }

    /** The declaration item that the row names, in one column or in two. */
    DeclarationItem item() {
        if (!has(Column.DECLARATION_ITEM)) {
            return item(Column.DECLARATION_NO, true);
        }
        String text = required(Column.DECLARATION_ITEM);
        if (text.isEmpty()) {
            return ANY_ITEM;
        }
        boolean formed = text.matches("[0-9]{18}0[0-9]{2}");
        Optional<String> wrong = formed
                ? DeclarationNumbers.wrong(text.substring(0, DeclarationNumbers.LENGTH), true, lastDay.getYear())
                : Optional.of("21 digits: the declaration's 18, 0, and two of the item");
        if (wrong.isEmpty() && text.endsWith("00")) {
            wrong = Optional.of("an item from 01 to 99 as the last two digits");
        }
        if (wrong.isPresent()) {
            wrong(Column.DECLARATION_ITEM, "bad-declaration-number", wrong.get(), advice(text));
            return ANY_ITEM;
        }
        return new DeclarationItem(
                text.substring(0, DeclarationNumbers.LENGTH), text.substring(DeclarationNumbers.LENGTH_WITH_ITEM - 2));
    }

    /** The declaration item that a number and the item's column name. */
    DeclarationItem item(Column numberColumn, boolean export) {
        String number = required(numberColumn);
        String item = required(Column.ITEM_NO);
        if (number.isEmpty() || item.isEmpty()) {
            return ANY_ITEM;
        }
        Optional<String> wrong = DeclarationNumbers.wrong(number, export, lastDay.getYear());
        if (wrong.isPresent()) {
            wrong(numberColumn, "bad-declaration-number", wrong.get(), advice(number));
        }
        if (!item.matches("0?[1-9]|[1-9][0-9]")) {
            wrong(Column.ITEM_NO, "bad-item-number", "a number from 1 to 99", AS_IT_IS);
        }
        return new DeclarationItem(number, item.length() == 1 ? "0" + item : item);
    }

    private static String advice(String number) {
        return number.matches("[0-9.]+E\\+?[0-9]+")
                ? "A spreadsheet has cut the number: format the column as text before you save it."
                : number.length() == DeclarationNumbers.LENGTH_WITH_ITEM
                        ? "A number of 21 digits has the item in it: call the column declaration_item (出口报关单号)."
                        : "Correct the number: a digit is missing, wrong or too many.";
    }

    /** A social credit code, or the code that customs gave, in capitals. */
    String enterprise() {
        String text = required(Column.ENTERPRISE).toUpperCase(Locale.ROOT);
        if (!text.isEmpty() && !ENTERPRISE.matcher(text).matches()) {
            wrong(Column.ENTERPRISE, "bad-enterprise", "a code of 9 to 18 digits and letters", AS_IT_IS);
        }
        return text;
    }

    String certificateNumber() {
        String text = required(Column.CERTIFICATE_NO);
        if (!text.isEmpty() && !CERTIFICATE.matcher(text).matches()) {
            wrong(
                    Column.CERTIFICATE_NO,
                    "bad-certificate-number",
                    "up to 64 letters, digits and . _ / ( ) -",
                    AS_IT_IS);
        }
        return text;
    }

    /** A commodity code of 10 digits. */
    String hs() {
        return digits(Column.HS, 10, 10);
    }

    /** Digits, so many of them. */
    String digits(Column column, int fewest, int most) {
        String text = required(column);
        if (!text.isEmpty() && !text.matches("[0-9]{" + fewest + "," + most + "}")) {
            wrong(
                    column,
                    "bad-code",
                    fewest == most ? most + " digits" : fewest + " to " + most + " digits",
                    "Format the column as text before you save it, so that codes keep their zeros; take points out of codes.");
        }
        return text;
    }

    /** Four digits, or nothing. */
    String regime() {
        return text(Column.REGIME).isEmpty() ? "" : digits(Column.REGIME, 4, 4);
    }

    String unit() {
        return Units.name(required(Column.UNIT));
    }

    String currency() {
        String text = required(Column.CURRENCY).toUpperCase(Locale.ROOT);
        if (!text.isEmpty() && !text.matches("[A-Z]{3}")) {
            wrong(Column.CURRENCY, "bad-currency", "a currency of three letters, as in USD", AS_IT_IS);
        }
        return text;
    }

    /** Text that must be there. */
    String some(Column column) {
        return required(column);
    }

    /** Several texts in one cell, with {@code |} or {@code ;} between them. */
    List<String> several(Column column) {
        String text = text(column);
        return text.isEmpty()
                ? List.of()
                : List.of(text.split("[|;；]")).stream()
                        .map(String::strip)
                        .filter(one -> !one.isEmpty())
                        .collect(Collectors.toList());
    }

    /** The word that stands in a cell, of those that are known. */
    <T> T word(Column column, Map<String, T> words, T otherwise) {
        String text = required(column).toLowerCase(Locale.ROOT);
        T word = words.get(text);
        if (word == null && !text.isEmpty()) {
            wrong(
                    column,
                    "unknown-word",
                    "one of " + words.keySet().stream().sorted().collect(Collectors.joining(", ")),
                    AS_IT_IS);
        }
        return word == null ? otherwise : word;
    }
}
