package dev.customsfeed.sources.bench;

import dev.customsfeed.sources.codes.PartnerList;
import dev.customsfeed.sources.codes.ReporterGroups;
import dev.customsfeed.sources.comext.Comext;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A month of {@code full_v2}: 27 reporters, 200 partners, 9,506 commodities in 97 chapters, both flows, four procedures, residuals and
 * totals, sorted as Eurostat sorts. Figures are made up; the same each time.
 */
final class ComextMonth implements GeneratedFile {

    private static final String HEADER =
            "REPORTER,PARTNER,TRADE_TYPE,PRODUCT_NC,PRODUCT_SITC,PRODUCT_CPA21,PRODUCT_CPA22,PRODUCT_BEC,PRODUCT_BEC5,"
                    + "PRODUCT_SECTION,FLOW,STAT_PROCEDURE,SUPPL_UNIT,PERIOD,VALUE_EUR,VALUE_NAC,QUANTITY_KG,"
                    + "QUANTITY_SUPPL_UNIT\n";

    private static final int FIELDS = 18;
    private static final int CHAPTERS = 97;
    private static final int COMMODITIES_OF_CHAPTER = 98;
    private static final int PARTNERS = 200;

    /** One of so many combinations of reporter, partner, commodity and flow is traded. */
    private static final int TRADED = 21;

    /** The whole month: so many rows has a month of Eurostat's. */
    static final int WHOLE = 4_900_000;

    /** Their national currency is not the euro, and their values have fractions. */
    private static final Set<String> WITHOUT_EURO = Set.of("CZ", "DK", "HU", "PL", "RO", "SE");

    /** They come in another file. */
    private static final Set<String> PARTS_OF_UNITED_KINGDOM = Set.of("XI", "XU");

    private static final String[] PROCEDURES = {"1", "2", "3", "9"};

    private final List<String> reporters = List.copyOf(ReporterGroups.ALL.get("EU27"));
    private final List<String> partners = partners();

    /** What the rows of the file add up to. */
    record Sums(long rows, long keptRows, long keptValueThousandths, long keptKilograms) {}

    @Override
    public String label() {
        return "comext-full-v2, two chapters kept";
    }

    @Override
    public String key() {
        return "incoming/comext/keep=25+81/f.dat";
    }

    @Override
    public Charset charset() {
        return StandardCharsets.US_ASCII;
    }

    @Override
    public char separator() {
        return ',';
    }

    @Override
    public int fields() {
        return FIELDS;
    }

    @Override
    public void write(Path file, int rows) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            write(out, rows);
        }
    }

    /** Writes a header and {@code rows} rows; what those of chapters 25 and 81 add up to, residuals among them. */
    Sums write(OutputStream out, int rows) throws IOException {
        try (Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.US_ASCII), 1 << 16)) {
            text.write(HEADER);
            Month month = new Month(text, rows);
            for (String reporter : reporters) {
                for (String partner : partners) {
                    month.trade(reporter, partner);
                }
            }
            if (month.left > 0) {
                throw new IllegalStateException("the month lacks " + month.left + " rows");
            }
            return new Sums(rows, month.keptRows, month.keptValue, month.keptKilograms);
        }
    }

    /** The members among them. */
    private List<String> partners() {
        List<String> others = Comext.SOURCE.partners().entries().values().stream()
                .filter(partner -> partner.kind() == PartnerList.Kind.COUNTRY)
                .map(PartnerList.Listed::code)
                .filter(code -> !PARTS_OF_UNITED_KINGDOM.contains(code) && !reporters.contains(code))
                .limit(PARTNERS - reporters.size())
                .toList();
        return Stream.concat(reporters.stream(), others.stream()).sorted().toList();
    }

    /** Mixes numbers into one that looks like chance. */
    private static long mixed(long one, long other) {
        long mixed = (one ^ other) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ mixed >>> 32) * 0xC2B2AE3D27D4EB4FL;
        return (mixed ^ mixed >>> 29) & Long.MAX_VALUE;
    }

    /** Writes the rows. */
    private static final class Month {

        private final Writer out;
        private final StringBuilder rows = new StringBuilder();
        private final long[] values = new long[2 * PROCEDURES.length];
        private final long[] kilograms = new long[2 * PROCEDURES.length];
        private int left;
        private long keptRows;
        private long keptValue;
        private long keptKilograms;

        private Month(Writer out, int rows) {
            this.out = out;
            this.left = rows;
        }

        private void trade(String reporter, String partner) throws IOException {
            if (left == 0 || partner.equals(reporter)) {
                return;
            }
            rows.setLength(0);
            Arrays.fill(values, 0);
            Arrays.fill(kilograms, 0);
            long who = mixed(reporter.hashCode(), partner.hashCode());
            for (int chapter = 1; chapter <= CHAPTERS; chapter++) {
                for (int i = 0; i < COMMODITIES_OF_CHAPTER; i++) {
                    for (int flow = 1; flow <= 2; flow++) {
                        long chance = mixed(who, (chapter * COMMODITIES_OF_CHAPTER + i) * 2L + flow);
                        if (chance % TRADED == 0) {
                            row(reporter, partner, chapter, i, flow, chance / TRADED);
                        }
                    }
                }
            }
            totals(reporter, partner);
            out.append(rows);
        }

        private void row(String reporter, String partner, int chapter, int i, int flow, long chance) {
            int procedure = chance % 97 < 90 ? 0 : (int) (chance % 97 % PROCEDURES.length);
            int total = (flow - 1) * PROCEDURES.length + procedure;
            // Room for the row and the totals that follow: one for each that has a row.
            if (left <= 2 * values.length && left < room(total)) {
                return;
            }
            boolean secret = i == COMMODITIES_OF_CHAPTER - 1;
            long size = 1L << chance % 23;
            long value =
                    (size + chance / 97 % size) * 1_000 + (WITHOUT_EURO.contains(reporter) ? chance / 89 % 1_000 : 0);
            long weight = (size + chance / 83 % size) / 5;
            boolean pieces = i % 4 == 0;
            start(reporter, partner);
            if (chapter < 10) {
                rows.append('0');
            }
            rows.append(chapter);
            if (secret) {
                rows.append("XXXXXX");
            } else {
                rows.append(100_000 + i * 9_001);
            }
            rows.append(',')
                    .append(chapter % 10)
                    .append(1_000 + i * 7)
                    .append(",20")
                    .append(10 + i % 90);
            rows.append(",20")
                    .append(11 + i % 89)
                    .append(',')
                    .append(100 + i % 7 * 10)
                    .append(',');
            rows.append(211_110 + i % 9 * 100)
                    .append(',')
                    .append(10 + chapter % 12)
                    .append(',')
                    .append(flow);
            end(PROCEDURES[procedure], pieces ? "p/st" : "NO_SU", value, weight, pieces ? weight / 3 : 0);
            values[total] += value;
            kilograms[total] += weight;
            if (chapter == 25 || chapter == 81) {
                keptRows++;
                keptValue += value;
                keptKilograms += weight;
            }
        }

        private long room(int total) {
            return 1 + Arrays.stream(values).filter(value -> value > 0).count() + (values[total] == 0 ? 1 : 0);
        }

        private void totals(String reporter, String partner) {
            for (int i = 0; i < values.length; i++) {
                if (values[i] > 0 && left > 0) {
                    start(reporter, partner);
                    rows.append("000TOTAL,TOTAL,TOTAL,TOTAL,TOTAL,TOTAL,TOTAL,").append(1 + i / PROCEDURES.length);
                    end(PROCEDURES[i % PROCEDURES.length], "NO_SU", values[i], kilograms[i], 0);
                }
            }
        }

        private void start(String reporter, String partner) {
            left--;
            boolean inside = ReporterGroups.ALL.get("EU27").contains(partner);
            rows.append(reporter).append(',').append(partner).append(inside ? ",I," : ",E,");
        }

        private void end(String procedure, String unit, long value, long weight, long pieces) {
            rows.append(',').append(procedure).append(',').append(unit).append(",202512,");
            decimal(value);
            rows.append(',');
            decimal(value);
            rows.append(',').append(weight).append(',').append(pieces).append('\n');
        }

        private void decimal(long thousandths) {
            rows.append(thousandths / 1_000);
            long fraction = thousandths % 1_000;
            if (fraction > 0) {
                rows.append('.').append(Long.toString(1_000 + fraction), 1, 4);
            }
        }
    }
}
