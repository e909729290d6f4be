package dev.customsfeed.sources.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A table of the Census Bureau about imports: of each commodity and month the row of all countries, then the countries. */
final class CensusAnswer implements GeneratedFile {

    /** How many countries each total has, and one for the total itself. */
    private static final int GROUP = 10;

    private static final int MONTHS = 12;

    private static final String[] HEADER = {
        "I_COMMODITY",
        "CTY_CODE",
        "CTY_NAME",
        "GEN_VAL_MO",
        "GEN_QY1_MO",
        "UNIT_QY1",
        "SUMMARY_LVL",
        "COMM_LVL",
        "YEAR",
        "MONTH",
        "I_COMMODITY"
    };

    private static final String[] COUNTRIES = {
        "-", "1220", "2010", "3510", "4280", "4210", "5700", "5880", "7660", "7920"
    };

    private static final String[] NAMES = {
        "TOTAL FOR ALL COUNTRIES",
        "CANADA",
        "MEXICO",
        "BRAZIL",
        "GERMANY",
        "NETHERLANDS",
        "CHINA",
        "JAPAN",
        "CONGO (KINSHASA)",
        "NAMIBIA"
    };

    @Override
    public String label() {
        return "uscensus, CSV";
    }

    @Override
    public String key() {
        return "incoming/uscensus/large.csv";
    }

    @Override
    public Charset charset() {
        return StandardCharsets.UTF_8;
    }

    @Override
    public char separator() {
        return ',';
    }

    @Override
    public int fields() {
        return HEADER.length;
    }

    /** The value of row {@code i} in dollars; a total is the sum of the nine rows after it. */
    static long dollars(long i) {
        return figure(i, 104_729, 9_000_000);
    }

    /** The weight of row {@code i} in kilograms; a total is the sum of the nine rows after it. */
    static long kilograms(long i) {
        return figure(i, 7_919, 2_000_000);
    }

    private static long figure(long i, long step, long below) {
        if (i % GROUP > 0) {
            return 1 + i * step % below;
        }
        long sum = 0;
        for (long country = i + 1; country < i + GROUP; country++) {
            sum += figure(country, step, below);
        }
        return sum;
    }

    /** Writes a header and {@code rows} rows, a multiple of 10. */
    @Override
    public void write(Path file, int rows) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            // Not formatted: that would take longer than reading the file.
            StringBuilder line = new StringBuilder(String.join(",", HEADER)).append('\n');
            out.append(line);
            for (int i = 0; i < rows; i++) {
                line.setLength(0);
                for (int field = 0; field < HEADER.length; field++) {
                    line.append(field == 0 ? "" : ",").append(field(i, field));
                }
                out.append(line.append('\n'));
            }
        }
    }

    private static String field(int i, int field) {
        int country = i % GROUP;
        int month = i / GROUP % MONTHS;
        int commodity = i / GROUP / MONTHS;
        return switch (field) {
            case 0, 10 -> Long.toString(8_100_000_000L + commodity * 1_001L);
            case 1 -> COUNTRIES[country];
            case 2 -> NAMES[country];
            case 3 -> Long.toString(dollars(i));
            case 4 -> Long.toString(kilograms(i));
            case 5 -> "KG";
            case 6 -> "DET";
            case 7 -> "HS10";
            case 8 -> "2025";
            default -> month < 9 ? "0" + (month + 1) : Integer.toString(month + 1);
        };
    }
}
