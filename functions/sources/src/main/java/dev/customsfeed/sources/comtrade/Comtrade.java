package dev.customsfeed.sources.comtrade;

import dev.customsfeed.sources.key.Declaration;
import dev.customsfeed.sources.key.KeyRules;
import dev.customsfeed.sources.key.Packing;
import dev.customsfeed.sources.layout.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** UN Comtrade: what some 200 reporters send to the United Nations Statistics Division. */
public final class Comtrade {

    /** UN Comtrade as a source. */
    public static final Source SOURCE = new Source(
            "comtrade",
            new TreeMap<>(Map.of("en", "UN Comtrade", "zh", "联合国商品贸易统计数据库")),
            new KeyRules(
                    "comtrade",
                    Optional.empty(),
                    Set.of(),
                    Set.of(Declaration.PERIOD, Declaration.HS, Declaration.KEEP, Declaration.ROWS, Declaration.VINTAGE),
                    new TreeMap<>(Map.of(
                            ".csv", Packing.PLAIN,
                            ".csv.gz", Packing.GZIP,
                            ".json", Packing.PLAIN,
                            ".json.gz", Packing.GZIP,
                            ".txt", Packing.PLAIN,
                            ".txt.gz", Packing.GZIP)),
                    6),
            List.of(new JsonLayout(), TableLayout.csv(), TableLayout.bulk()),
            Codes.PARTNERS,
            new TreeSet<>(List.of(2, 4, 6)),
            Optional.empty(),
            new TreeSet<>(List.of("USD")),
            // Imports of some reporters are FOB: each row says itself what its value is.
            Map.of(),
            new TreeSet<>(List.of(500L, 100_000L, 250_000L)),
            "comtradeplus.un.org",
            false);

    private Comtrade() {}
}
