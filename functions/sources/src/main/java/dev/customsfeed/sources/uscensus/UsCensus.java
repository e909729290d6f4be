package dev.customsfeed.sources.uscensus;

import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.Valuation;
import dev.customsfeed.sources.codes.PartnerList;
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

/** The United States Census Bureau: answers of its international trade API. */
public final class UsCensus {

    /** Exports are valued free alongside ship, imports as customs assess them, without freight and insurance. */
    static final Map<Flow, Valuation> VALUATIONS =
            Map.of(Flow.EXPORT, Valuation.FAS, Flow.IMPORT, Valuation.CUSTOMS_VALUE);

    /** The Census Bureau as a source. */
    public static final Source SOURCE = new Source(
            "uscensus",
            new TreeMap<>(Map.of(
                    "en", "United States Census Bureau, international trade",
                    "zh", "美国人口普查局国际贸易统计")),
            new KeyRules(
                    "uscensus",
                    Optional.of("US"),
                    Set.of(),
                    Set.of(Declaration.HS, Declaration.FLOW, Declaration.PERIOD, Declaration.PARTNER),
                    new TreeMap<>(Map.of(
                            ".json", Packing.PLAIN,
                            ".json.gz", Packing.GZIP,
                            ".csv", Packing.PLAIN,
                            ".csv.gz", Packing.GZIP)),
                    10),
            List.of(new CensusLayout(CensusLayout.Form.JSON), new CensusLayout(CensusLayout.Form.CSV)),
            PartnerList.of(UsCensus.class),
            new TreeSet<>(List.of(2, 4, 6, 10)),
            Optional.of("US"),
            new TreeSet<>(List.of("USD")),
            VALUATIONS,
            new TreeSet<>(),
            "api.census.gov/data/timeseries/intltrade with an API key that is valid",
            true);

    private UsCensus() {}
}
