package dev.customsfeed.verify.file;

import java.util.Optional;
import java.util.Set;

/**
 * The form of customs declaration numbers: 18 digits, of which the first four are the district, then four the year, one the direction
 * (0 for exports, 1 for imports), nine the serial. Files of the tax authority have 21: those, {@code 0} and two of the item.
 */
final class DeclarationNumbers {

    static final int LENGTH = 18;
    static final int LENGTH_WITH_ITEM = 21;

    private static final int FIRST_YEAR = 2000;

    /** The 42 customs districts that report to the General Administration, by the first two digits of their offices' codes. */
    private static final Set<String> DISTRICTS = Set.of(
            "01", "02", "04", "05", "06", "07", "08", "09", "15", "19", "22", "23", "29", "31", "33", "35", "37", "40",
            "42", "43", "46", "47", "49", "51", "52", "53", "57", "60", "64", "67", "68", "72", "79", "80", "83", "86",
            "88", "90", "94", "95", "96", "97");

    private DeclarationNumbers() {}

    /**
     * What is expected of a number and not so; empty if it is right.
     *
     * @param export whether it is one of an export declaration
     * @param lastYear the year of the upload
     */
    static Optional<String> wrong(String number, boolean export, int lastYear) {
        if (!number.matches("[0-9]{18}")) {
            return Optional.of("18 digits: district (4), year (4), " + flag(export) + ", serial (9)");
        }
        if (!DISTRICTS.contains(number.substring(0, 2))) {
            return Optional.of("a number whose first two digits are those of a customs district, as 02 are Tianjin's");
        }
        int year = Integer.parseInt(number.substring(4, 8));
        if (year < FIRST_YEAR || year > lastYear) {
            return Optional.of("a year from " + FIRST_YEAR + " to " + lastYear + " as the fifth to eighth digit");
        }
        if (number.charAt(8) != (export ? '0' : '1')) {
            return Optional.of(flag(export) + " as the ninth digit");
        }
        return Optional.empty();
    }

    private static String flag(boolean export) {
        return export ? "0 for an export declaration" : "1 for an import declaration";
    }
}
