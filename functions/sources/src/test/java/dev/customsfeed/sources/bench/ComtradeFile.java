package dev.customsfeed.sources.bench;

import dev.customsfeed.sources.key.BegunMonths;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * A file of UN Comtrade of any number of rows, with all 47 columns: of each reporter, commodity and month a row of the total over
 * partners, then its partners.
 */
public final class ComtradeFile {

    /** It was uploaded after the last of its months. */
    public static final BegunMonths BEGUN = new BegunMonths(Instant.parse("2026-11-25T00:00:00Z"));

    /** The number of partners of each total, and one for the total itself. */
    private static final int GROUP = 10;

    private static final int MONTHS = 12;
    private static final int REPORTERS = 5;
    private static final int[] REPORTER_CODES = {699, 842, 251, 276, 156};
    private static final int[] PARTNER_CODES = {0, 156, 392, 410, 490, 528, 579, 643, 757, 792};

    private static final String[] NAMES =
            ("typeCode,freqCode,refPeriodId,refYear,refMonth,period,reporterCode,reporterISO,reporterDesc,flowCode,flowDesc,"
                            + "partnerCode,partnerISO,partnerDesc,partner2Code,partner2ISO,partner2Desc,classificationCode,"
                            + "classificationSearchCode,isOriginalClassification,cmdCode,cmdDesc,aggrLevel,isLeaf,customsCode,"
                            + "customsDesc,mosCode,motCode,motDesc,qtyUnitCode,qtyUnitAbbr,qty,isQtyEstimated,altQtyUnitCode,"
                            + "altQtyUnitAbbr,altQty,isAltQtyEstimated,netWgt,isNetWgtEstimated,grossWgt,isGrossWgtEstimated,"
                            + "cifvalue,fobvalue,primaryValue,legacyEstimationFlag,isReported,isAggregate")
                    .split(",");

    private static final int SECOND_PARTNER = 14;
    private static final int NET_WEIGHT = 37;
    private static final int CIF_VALUE = 41;
    private static final int VALUE = 43;

    private ComtradeFile() {}

    /** The value of row {@code i} in cents; a total is the sum of the nine rows after it. */
    static long cents(long i) {
        if (i % GROUP > 0) {
            return i * 104_729 % 900_000_000;
        }
        long sum = 0;
        for (long partner = i + 1; partner < i + GROUP; partner++) {
            sum += cents(partner);
        }
        return sum;
    }

    /** The weight of row {@code i} in hectograms; a total is the sum of the nine rows after it. */
    static long hectograms(long i) {
        if (i % GROUP > 0) {
            return 1 + i * 7919 % 2_000_000;
        }
        long sum = 0;
        for (long partner = i + 1; partner < i + GROUP; partner++) {
            sum += hectograms(partner);
        }
        return sum;
    }

    /** The sum of the values of the rows that count, in cents. */
    public static long centsOfPartners(int rows) {
        long sum = 0;
        for (long i = 0; i < rows; i++) {
            sum += i % GROUP == 0 ? 0 : cents(i);
        }
        return sum;
    }

    /** The names of the columns: all 47, or those of the bulk files, which have no names of what codes stand for. */
    static List<String> columns(boolean bulk) {
        return Stream.of(NAMES).filter(name -> !bulk || !isName(name)).toList();
    }

    private static boolean isName(String column) {
        return column.endsWith("ISO") || column.endsWith("Desc") || column.endsWith("Abbr");
    }

    /**
     * Writes a table.
     *
     * @param rows a multiple of ten
     * @param bulk whether in the layout of the bulk files, rather than the CSV of the web site
     */
    static void writeTable(Path file, int rows, boolean bulk) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(String.join(bulk ? "\t" : ",", columns(bulk)) + "\n");
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < rows; i++) {
                line.setLength(0);
                String[] values = values(i);
                for (int column = 0; column < values.length; column++) {
                    if (bulk && !isName(NAMES[column])) {
                        line.append(line.isEmpty() ? "" : "\t").append(values[column]);
                    } else if (!bulk && values[column].isEmpty()) {
                        line.append(',');
                    } else if (!bulk) {
                        line.append('"').append(values[column]).append("\",");
                    }
                }
                out.append(line.append('\n'));
            }
        }
    }

    /**
     * Writes an answer of the API.
     *
     * @param rows a multiple of ten
     */
    public static void writeJson(Path file, int rows) throws IOException {
        writeJson(file, rows, ComtradeFile::values);
    }

    /** Writes an answer of the API: a total over partners, two partners, and break-downs of the second. */
    public static void writeJsonOfBreakDowns(Path file, int rows) throws IOException {
        writeJson(file, rows, i -> {
            String[] values = values(Math.min(i, 2));
            if (i == 0) {
                values[VALUE] = dollars(cents(1) + cents(2));
                values[CIF_VALUE] = values[VALUE];
                values[NET_WEIGHT] = "";
            } else if (i > 2) {
                values[SECOND_PARTNER] = Integer.toString(1 + i % 9_999);
            }
            return values;
        });
    }

    private static void writeJson(Path file, int rows, IntFunction<String[]> row) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("{\"elapsedTime\":\"9.99 secs\",\"count\":" + rows + ",\"data\":[");
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < rows; i++) {
                line.setLength(0);
                String[] values = row.apply(i);
                for (int column = 0; column < NAMES.length; column++) {
                    line.append(column == 0 ? "{\"" : ",\"")
                            .append(NAMES[column])
                            .append("\":");
                    if (values[column].isEmpty()) {
                        line.append("null");
                    } else {
                        line.append('"').append(values[column]).append('"');
                    }
                }
                out.append(i == 0 ? "" : ",").append(line.append('}'));
            }
            out.write("],\"error\":\"\"}");
        }
    }

    private static String[] values(int i) {
        int group = i / GROUP;
        int month = 1 + group % MONTHS;
        int reporter = REPORTER_CODES[group / MONTHS % REPORTERS];
        String commodity = Integer.toString(100_000 + group / MONTHS / REPORTERS);
        String partner = Integer.toString(PARTNER_CODES[i % GROUP]);
        String yearMonth = "2025" + (month < 10 ? "0" : "") + month;
        long value = cents(i);
        String dollars = dollars(value);
        long weight = hectograms(i);
        String kilograms = weight / 10 + "." + weight % 10;
        return new String[] {
            "C",
            "M",
            yearMonth + "01",
            "2025",
            Integer.toString(month),
            yearMonth,
            Integer.toString(reporter),
            "XXX",
            "A reporter",
            "M",
            "Import",
            partner,
            "YYY",
            "A partner",
            "0",
            "W00",
            "World",
            "H6",
            "HS",
            "true",
            commodity,
            "Magnesium; unwrought, containing at least 99.8% by weight of magnesium",
            "6",
            "true",
            "C00",
            "TOTAL CPC",
            "0",
            "0",
            "TOTAL MOT",
            "8",
            "kg",
            kilograms,
            "false",
            "8",
            "kg",
            kilograms,
            "false",
            kilograms,
            "false",
            "0",
            "false",
            dollars,
            "",
            dollars,
            "0",
            "false",
            "true"
        };
    }

    private static String dollars(long cents) {
        return cents / 100 + "." + cents / 10 % 10 + cents % 10;
    }
}
