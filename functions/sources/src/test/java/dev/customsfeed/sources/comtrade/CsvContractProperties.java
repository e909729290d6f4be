package dev.customsfeed.sources.comtrade;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** What holds for each layout, of the CSV of comtradeplus.un.org: all values in quotes, a comma at the end of all rows. */
class CsvContractProperties extends ComtradeContract {

    @Override
    String key(Random random) {
        return "incoming/comtrade/f.csv";
    }

    @Override
    List<String> columns() {
        return COLUMNS;
    }

    @Override
    protected byte[] bytes(List<String> columns, List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(CsvContractProperties::field).collect(Collectors.joining(",", "", ",\n")))
                .collect(Collectors.joining("", String.join(",", columns) + "\n", ""))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String field(String text) {
        return text.isEmpty() ? "" : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
