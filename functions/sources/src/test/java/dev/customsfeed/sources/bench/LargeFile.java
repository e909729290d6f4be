package dev.customsfeed.sources.bench;

import dev.customsfeed.sources.key.BegunMonths;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** A customs file of any number of rows, in the English layout with all columns, as the portal writes and
 * sorts it. */
final class LargeFile {

    private static final String HEADER =
            "\"Date of data\",\"Commodity code\",\"Commodity\",\"Trading partner code\",\"Trading partner\","
                    + "\"Customs Regime code\",\"Customs Regime\",\"Locations of importers and exporters code\","
                    + "\"Locations of importers and exporters\",\"Quantity\",\"Unit\",\"Supplementary Quantity\","
                    + "\"Supplementary Unit\",\"US dollar\",\n";

    private static final String[] PARTNERS = {"110", "111", "116", "133", "137", "304", "309", "326", "501", "502"};
    private static final String[] PARTNER_NAMES = {
        "Hong Kong，China",
        "India",
        "Japan",
        "Republic of Korea",
        "Turkey",
        "Germany",
        "Netherlands",
        "Norway",
        "Canada",
        "United States"
    };
    private static final String[] REGIMES = {"10", "14", "15", "33", "39"};
    private static final String[] REGIME_NAMES = {
        "Ordinary Trade",
        "Processing with Supplied Materials",
        "Processing with Imported Materials",
        "Bonded Warehouse",
        "Others"
    };
    private static final String[] PROVINCES = {"14", "31", "33", "44", "61", "64", "65", "32", "12", "37"};
    private static final String[] PROVINCE_NAMES = {
        "Shanxi Province", "Shanghai Province", "Zhejiang Province", "Guangdong Province", "Shaanxi Province",
        "Ningxia", "Xinjiang", "Jiangsu Province", "Tianjin", "Shandong Province"
    };

    private static final int COMMODITIES = 250;

    /** It was uploaded after the last of its months. */
    static final BegunMonths BEGUN = new BegunMonths(Instant.parse("2026-11-25T00:00:00Z"));

    private LargeFile() {}

    /** How many kilograms row {@code i} has. */
    static long kilograms(long i) {
        return i * 7919 % 2_000_000;
    }

    /** The value of row {@code i} in dollars. */
    static long dollars(long i) {
        return i * 104_729 % 9_000_000;
    }

    static void write(Path file, Charset charset, int rows) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, charset)) {
            out.write(HEADER);
            for (int i = 0; i < rows; i++) {
                int province = i % PROVINCES.length;
                int regime = i / PROVINCES.length % REGIMES.length;
                int partner = i / PROVINCES.length / REGIMES.length % PARTNERS.length;
                int commodityMonth = i / PROVINCES.length / REGIMES.length / PARTNERS.length;
                out.append(line(
                        i,
                        202501 + commodityMonth / COMMODITIES,
                        commodityMonth % COMMODITIES,
                        partner,
                        regime,
                        province));
            }
        }
    }

    /** As many sums as there can be: in each commodity's month ten rows with as many partners and provinces, and five regimes. */
    static void writeOfManySums(Path file, int rows) throws IOException {
        int commodities = 10 * COMMODITIES;
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(HEADER);
            for (int i = 0; i < rows; i++) {
                int month = i / PARTNERS.length / commodities;
                out.append(line(
                        i,
                        (2010 + month / 12) * 100 + month % 12 + 1,
                        i / PARTNERS.length % commodities,
                        i % PARTNERS.length,
                        i % REGIMES.length,
                        i % PROVINCES.length));
            }
        }
    }

    /** Not formatted: that would take longer than reading the file. */
    private static StringBuilder line(int i, int month, int commodity, int partner, int regime, int province) {
        StringBuilder line = new StringBuilder();
        line.append('"').append(month);
        line.append("\",\"").append(28_000_000 + commodity * 1_001);
        line.append("\",\"Magnesium unwrought containg ≥ 99.8% of magnesium\",\"");
        line.append(PARTNERS[partner]).append("\",\"").append(PARTNER_NAMES[partner]);
        line.append("\",\"").append(REGIMES[regime]).append("\",\"").append(REGIME_NAMES[regime]);
        line.append("\",\"").append(PROVINCES[province]).append("\",\"").append(PROVINCE_NAMES[province]);
        line.append("\",\"").append(kilograms(i)).append("\",\"Kilogram\",\"0\",\"?\",\"");
        appendWithThousands(line, dollars(i));
        return line.append("\",\n");
    }

    private static void appendWithThousands(StringBuilder line, long number) {
        int start = line.length();
        line.append(number);
        for (int comma = line.length() - 3; comma > start; comma -= 3) {
            line.insert(comma, ',');
        }
    }
}
