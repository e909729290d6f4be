package dev.customsfeed.sources.gacc;

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

/** China Customs: the downloads of stats.customs.gov.cn. */
public final class Gacc {

    /** Exports are FOB and imports CIF, as the portal's notes say; files do not. */
    static final Map<Flow, Valuation> VALUATIONS = Map.of(Flow.EXPORT, Valuation.FOB, Flow.IMPORT, Valuation.CIF);

    /** Where files come from. */
    static final String DOWNLOAD = "stats.customs.gov.cn";

    /** China Customs as a source. */
    public static final Source SOURCE = new Source(
            "gacc",
            new TreeMap<>(Map.of(
                    "en", "General Administration of Customs of China (GACC)",
                    "zh", "中华人民共和国海关总署")),
            new KeyRules(
                    "gacc",
                    Optional.of("CN"),
                    Set.of(Declaration.FLOW),
                    Set.of(
                            Declaration.PERIOD,
                            Declaration.HS,
                            Declaration.ROWS,
                            Declaration.PARTNER,
                            Declaration.PROVINCE,
                            Declaration.REGIME,
                            Declaration.PAGE),
                    new TreeMap<>(Map.of(".csv", Packing.PLAIN, ".csv.gz", Packing.GZIP)),
                    8),
            List.of(new GaccLayout()),
            PartnerList.of(Gacc.class),
            new TreeSet<>(List.of(2, 4, 6, 8)),
            Optional.of("CN"),
            new TreeSet<>(List.of("CNY", "USD")),
            CodeList.PROVINCES.codes(),
            VALUATIONS,
            new TreeSet<>(List.of(10_000L)),
            DOWNLOAD,
            true);

    private Gacc() {}
}
