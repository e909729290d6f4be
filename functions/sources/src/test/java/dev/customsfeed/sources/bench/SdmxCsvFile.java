package dev.customsfeed.sources.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** SDMX-CSV of DS-045409, as Eurostat sorts it: of each series 24 months of weights, and then 24 months of values. */
final class SdmxCsvFile implements GeneratedFile {

    private static final String HEADER =
            "DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE\n";

    private static final int FIELDS = 10;
    private static final int MONTHS = 24;
    private static final String[] REPORTERS = {"AT", "BE", "DE", "ES", "FR", "GR", "IT", "NL", "PL", "SE"};
    private static final String[] PARTNERS = {"CA", "CN", "GB", "IL", "JP", "KR", "NA", "NO", "RU", "TR", "TW", "US"};

    @Override
    public String label() {
        return "comext-sdmx-csv";
    }

    @Override
    public String key() {
        return "incoming/comext/f.csv";
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
        if (rows % 2 > 0) {
            throw new IllegalArgumentException("a weight beside each value makes an even number of rows, not " + rows);
        }
        try (BufferedWriter out = Files.newBufferedWriter(file, charset())) {
            out.write(HEADER);
            StringBuilder series = new StringBuilder();
            for (int left = rows / 2, i = 0; left > 0; left -= MONTHS, i++) {
                series.setLength(0);
                int months = Math.min(left, MONTHS);
                rows(series, i, months, "QUANTITY_IN_100KG");
                rows(series, i, months, "VALUE_IN_EUROS");
                out.append(series);
            }
        }
    }

    private static void rows(StringBuilder out, int series, int months, String indicator) {
        for (int month = 0; month < months; month++) {
            int partner = series % PARTNERS.length;
            int reporter = series / PARTNERS.length % REPORTERS.length;
            int flow = series / PARTNERS.length / REPORTERS.length % 2;
            int product = series / PARTNERS.length / REPORTERS.length / 2;
            out.append("ESTAT:DS-045409(1.0),15/09/26 11:00:00,M,")
                    .append(REPORTERS[reporter])
                    .append(',');
            out.append(PARTNERS[partner])
                    .append(',')
                    .append(28_000_000 + product * 1_001)
                    .append(',');
            out.append(flow + 1).append(',').append(indicator).append(',');
            out.append(2024 + month / 12)
                    .append(month % 12 < 9 ? "-0" : "-")
                    .append(1 + month % 12)
                    .append(',');
            out.append(series * 7_919L % 2_000_000 + month);
            out.append(indicator.startsWith("Q") ? "." + (10 + series % 90) : "")
                    .append('\n');
        }
    }
}
