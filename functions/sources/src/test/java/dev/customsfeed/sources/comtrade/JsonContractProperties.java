package dev.customsfeed.sources.comtrade;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What holds for each layout, of the answers of the API: numbers bare, nothing as null, and the number of rows beside them. */
class JsonContractProperties extends ComtradeContract {

    @Override
    String key(Random random) {
        return "incoming/comtrade/f.json";
    }

    @Override
    List<String> columns() {
        return COLUMNS;
    }

    @Override
    protected byte[] bytes(List<String> columns, List<List<String>> rows) {
        return rows.stream()
                .map(row -> IntStream.range(0, columns.size())
                        .mapToObj(i -> "\"" + columns.get(i) + "\":" + value(columns.get(i), row.get(i)))
                        .collect(Collectors.joining(",", "{", "}")))
                .collect(Collectors.joining(
                        ",",
                        "{\"elapsedTime\":\"0.1 secs\",\"count\":" + rows.size() + ",\"data\":[",
                        "],\"error\":\"\"}"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String value(String column, String text) {
        boolean textColumn = column.equals("cmdCode") || column.equals("period") || column.equals("mosCode");
        boolean bare = !textColumn && text.matches("-?\\d+(\\.\\d+)?|true|false");
        return text.isEmpty() ? "null" : bare ? text : "\"" + text.replace("\"", "\\\"") + "\"";
    }
}
