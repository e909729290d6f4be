package dev.customsfeed.sources.comtrade;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** What holds for each layout, of the bulk files: tabs, codes without their names, all levels of the Harmonized System. */
class BulkContractProperties extends ComtradeContract {

    @Override
    String key(Random random) {
        return random.nextBoolean() ? "incoming/comtrade/f.txt" : "incoming/comtrade/keep=8104/f.txt";
    }

    @Override
    List<String> columns() {
        return COLUMNS.stream()
                .filter(name -> !name.endsWith("ISO") && !name.endsWith("Desc") && !name.endsWith("Abbr"))
                .toList();
    }

    @Override
    boolean hasAllLevels() {
        return true;
    }

    @Override
    protected byte[] bytes(List<String> columns, List<List<String>> rows) {
        return rows.stream()
                .map(row -> String.join("\t", row) + "\n")
                .collect(Collectors.joining("", String.join("\t", columns) + "\n", ""))
                .getBytes(StandardCharsets.UTF_8);
    }
}
