package dev.customsfeed.sources.comtrade;

import dev.customsfeed.sources.codes.Code;
import dev.customsfeed.sources.codes.CodeTable;
import dev.customsfeed.sources.codes.PartnerList;
import dev.customsfeed.sources.csv.CsvLine;
import java.util.Arrays;

/** UN Comtrade's code lists by number, for rows come by the hundred thousand. Codes have one to four digits. */
final class Codes {

    /** The partner code of all partners together. */
    static final long WORLD = Code.of("0");

    static final PartnerList PARTNERS = PartnerList.of(Codes.class);

    private static final int CODES = 10_000;
    private static final long[] TEXTS = new long[CODES];
    private static final long[] COUNTRIES = new long[CODES];
    private static final String[] UNITS = new String[CODES];

    static {
        for (int code = 0; code < CODES; code++) {
            TEXTS[code] = Code.of(Integer.toString(code));
        }
        PARTNERS.entries()
                .forEach((code, partner) -> COUNTRIES[Integer.parseInt(code)] =
                        Code.of(partner.iso2().orElse(code)));
        Arrays.setAll(UNITS, code -> "unit " + code);
        CodeTable.read(Codes.class, "units.csv", "code", "name")
                .forEach(unit -> UNITS[Integer.parseInt(unit.get(0))] = unit.get(1));
    }

    private Codes() {}

    /** The code's number, see {@link Code}. */
    static long text(int code) {
        return TEXTS[code];
    }

    /** The ISO 3166-1 alpha-2 code of a reporter; where it has none, or is not listed, UN Comtrade's own. */
    static long country(int reporter) {
        return isListed(reporter) ? COUNTRIES[reporter] : TEXTS[reporter];
    }

    /** Whether the code list has a reporter. */
    static boolean isListed(int reporter) {
        return COUNTRIES[reporter] != Code.NONE;
    }

    /** UN Comtrade's abbreviation of a unit. */
    static String unit(int code) {
        return UNITS[code];
    }

    /** Whether the field is a code of the sixth level: six digits, of which the last two may be letters in codes that begin with 9999. */
    static boolean isSixDigits(CsvLine line, int field) {
        return line.isDigits(field, 6) || isNotSpecified(line, field) && Code.length(line.code(field)) == 6;
    }

    /**
     * Whether the field is the code of commodities not specified according to kind, 9999 and what is below it. UN Comtrade books
     * under it what a reporter keeps secret, so that its codes add up to the total ("Read me first", section limitations).
     */
    static boolean isNotSpecified(CsvLine line, int field) {
        return line.startsWith(field, "9999") || line.is(field, "99");
    }
}
