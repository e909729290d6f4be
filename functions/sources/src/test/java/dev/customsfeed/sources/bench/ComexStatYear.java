package dev.customsfeed.sources.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A year of Brazil's exports by commodity, partner, state, transport and office.
 *
 * @param keep the commodities to store: 81 is all of them, 8104 one in a hundred
 */
record ComexStatYear(String keep) implements GeneratedFile {

    private static final String HEADER =
            "\"CO_ANO\";\"CO_MES\";\"CO_NCM\";\"CO_UNID\";\"CO_PAIS\";\"SG_UF_NCM\";\"CO_VIA\";"
                    + "\"CO_URF\";\"QT_ESTAT\";\"KG_LIQUIDO\";\"VL_FOB\"\n";

    private static final int FIELDS = 11;
    private static final String[] PARTNERS = {"249", "396", "160", "023", "245", "399", "538", "776", "858", "507"};
    private static final String[] STATES = {"SP", "MG", "MT", "SC", "RS", "PR", "GO", "BA", "TO", "RE"};
    private static final String[] OFFICES = {"0817800", "0917800", "1017700", "0227600", "0817600"};

    /** The commodities go from 81000000 to 81990000, as many of each. */
    private static final int COMMODITIES = 100;

    private static final int MONTHS = 12;

    @Override
    public String label() {
        return "comexstat, keep=" + keep;
    }

    @Override
    public String key() {
        return "incoming/comexstat/keep=" + keep + "/large.csv";
    }

    @Override
    public Charset charset() {
        return StandardCharsets.US_ASCII;
    }

    @Override
    public char separator() {
        return ';';
    }

    @Override
    public int fields() {
        return FIELDS;
    }

    @Override
    public void write(Path file, int rows) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
            out.write(HEADER);
            // Not formatted: that would take longer than reading the file.
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < rows; i++) {
                int left = i;
                int commodity = left % COMMODITIES;
                left /= COMMODITIES;
                int partner = left % PARTNERS.length;
                left /= PARTNERS.length;
                int state = left % STATES.length;
                left /= STATES.length;
                int month = left % MONTHS + 1;
                left /= MONTHS;
                line.setLength(0);
                line.append("\"2025\";\"").append(month < 10 ? "0" : "").append(month);
                line.append("\";\"").append(81_000_000 + commodity * 10_000).append("\";\"10\";\"");
                line.append(PARTNERS[partner])
                        .append("\";\"")
                        .append(STATES[state])
                        .append("\";\"");
                line.append(left % 2 == 0 ? "01" : "04").append("\";\"").append(OFFICES[left / 2 % OFFICES.length]);
                line.append("\";").append(i * 7_919L % 2_000_000).append(';').append(i * 7_919L % 2_000_000);
                line.append(';').append(i * 104_729L % 9_000_000).append('\n');
                out.append(line);
            }
        }
    }
}
