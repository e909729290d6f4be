package dev.customsfeed.sources.comexstat;

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

/** Brazil's foreign trade secretariat: the yearly files of Comex Stat. */
public final class ComexStat {

    /** The files of imports give freight and insurance apart, so that their values are FOB as well. */
    static final Valuation VALUATION = Valuation.FOB;

    static final String DOWNLOAD = "balanca.economia.gov.br/balanca/bd/comexstat-bd/ncm";

    /** Comex Stat as a source. */
    public static final Source SOURCE = new Source(
            "comexstat",
            new TreeMap<>(Map.of(
                    "en", "Comex Stat of the Brazilian foreign trade secretariat (MDIC/SECEX)",
                    "zh", "巴西外贸秘书处Comex Stat数据库")),
            new KeyRules(
                    "comexstat",
                    Optional.of("BR"),
                    Set.of(Declaration.KEEP),
                    Set.of(Declaration.FLOW, Declaration.VINTAGE),
                    new TreeMap<>(Map.of(".csv", Packing.PLAIN, ".csv.gz", Packing.GZIP)),
                    8),
            List.of(new ComexStatLayout()),
            PartnerList.of(ComexStat.class),
            new TreeSet<>(List.of(8)),
            Optional.of("BR"),
            new TreeSet<>(List.of("USD")),
            Map.of(Flow.EXPORT, VALUATION, Flow.IMPORT, VALUATION),
            new TreeSet<>(),
            DOWNLOAD,
            true);

    private ComexStat() {}
}
