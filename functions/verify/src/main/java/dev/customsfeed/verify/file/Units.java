package dev.customsfeed.verify.file;

import dev.customsfeed.sources.codes.CodeTable;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The spellings of units: {@code 千克}, {@code kg} and customs' code {@code 035} are one. Nothing is converted: a tonne is another unit
 * than a kilogram.
 */
final class Units {

    private static final Map<String, String> NAMES = read();

    private Units() {}

    private static Map<String, String> read() {
        Map<String, String> names = new HashMap<>();
        for (List<String> row : CodeTable.read(Units.class, "units.csv", "unit", "name")) {
            names.put(row.get(0), row.get(1));
        }
        return names;
    }

    /** The name that all spellings of a unit share; one that is not known is its own. */
    static String name(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        return NAMES.getOrDefault(plain, plain);
    }
}
