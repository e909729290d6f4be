package dev.customsfeed.sources.comext;

import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.Valuation;
import dev.customsfeed.sources.codes.PartnerList;
import dev.customsfeed.sources.csv.DataLines;
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

/** Eurostat Comext: the trade in goods of the European Union's members, with the world and with each other. */
public final class Comext {

    static final String DOWNLOAD = "ec.europa.eu/eurostat (Comext)";

    static final String KEEP_AS_IT_IS =
            "Upload the file as Eurostat gave it: spreadsheets change codes and numbers when they save.";

    /** Imports are CIF at the border of the member state, exports FOB there (Regulation (EU) 2020/1197, annex V). */
    static final Map<Flow, Valuation> VALUATIONS = Map.of(Flow.EXPORT, Valuation.FOB, Flow.IMPORT, Valuation.CIF);

    static final String CURRENCY = "EUR";

    /** Eurostat Comext as a source. */
    public static final Source SOURCE = new Source(
            "comext",
            new TreeMap<>(Map.of("en", "Eurostat Comext", "zh", "欧盟统计局 Comext")),
            new KeyRules(
                    "comext",
                    Optional.empty(),
                    Set.of(),
                    Set.of(
                            Declaration.HS,
                            Declaration.KEEP,
                            Declaration.REPORTERS,
                            Declaration.VINTAGE,
                            Declaration.PARTNER),
                    new TreeMap<>(Map.of(
                            ".csv", Packing.PLAIN,
                            ".csv.gz", Packing.GZIP,
                            ".dat", Packing.PLAIN,
                            ".dat.gz", Packing.GZIP,
                            ".7z", Packing.SEVEN_ZIP)),
                    8),
            List.of(new FullV2Layout(), new SdmxCsvLayout()),
            PartnerList.of(Comext.class),
            new TreeSet<>(List.of(2, 4, 6, 8)),
            Optional.empty(),
            new TreeSet<>(List.of(CURRENCY)),
            VALUATIONS,
            new TreeSet<>(),
            DOWNLOAD,
            true);

    private Comext() {}

    /** The flow whose code the column {@code index} has; exports where it has none, which {@code lines} tells. */
    static Flow flow(DataLines lines, int index) {
        if (lines.line().is(index, "1")) {
            return Flow.IMPORT;
        }
        if (!lines.line().is(index, "2")) {
            lines.wrong("bad-flow", index, "1 (import) or 2 (export)");
        }
        return Flow.EXPORT;
    }
}
