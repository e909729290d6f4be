package dev.customsfeed.sources.gacc;

import dev.customsfeed.sources.csv.CsvLine;
import dev.customsfeed.sources.csv.DataLines;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers of China Customs' files, all of which are whole. */
final class Numbers {

    /** What to do about a field that customs does not write so. */
    static final String KEEP_AS_IT_IS =
            "Upload the file as customs gave it: spreadsheets change codes and numbers when they save.";

    private static final String EXPECTED =
            "a whole number of at most " + CsvLine.LARGEST + " and not below zero, with or without thousands commas";

    /** Three digits behind a point are a fraction, or thousands as much of Europe writes them. */
    private static final Pattern TWO_READINGS = Pattern.compile("([1-9]\\d{0,2})\\.(\\d{3})");

    private final DataLines lines;
    private final CsvLine line;

    Numbers(DataLines lines) {
        this.lines = lines;
        this.line = lines.line();
    }

    /** The number in a field, in thousandths; -1 if it is none, which the problems tell. */
    long whole(int index) {
        long number = line.whole(index);
        if (number < 0) {
            wrong(index);
        }
        return number;
    }

    /** Says that a field is no such number. */
    void wrong(int index) {
        Matcher two = TWO_READINGS.matcher(line.text(index));
        if (two.matches()) {
            String fraction = two.group(2).replaceAll("0+$", "");
            String small = two.group(1) + (fraction.isEmpty() ? "" : "." + fraction);
            lines.wrong(
                    "bad-number",
                    index,
                    lines.found(index) + ", which is " + small + " or " + two.group(1) + "," + two.group(2),
                    EXPECTED,
                    "Upload the file as customs gave it, or write the number without a point.");
        } else {
            lines.wrong("bad-number", index, lines.found(index), EXPECTED, KEEP_AS_IT_IS);
        }
    }
}
