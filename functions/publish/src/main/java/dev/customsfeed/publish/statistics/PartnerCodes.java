package dev.customsfeed.publish.statistics;

import dev.customsfeed.ledger.feed.LocalizedText;
import dev.customsfeed.sources.Sources;
import dev.customsfeed.sources.codes.PartnerList;
import dev.customsfeed.sources.codes.PartnerList.Kind;
import dev.customsfeed.sources.codes.PartnerList.Listed;
import dev.customsfeed.sources.codes.ReporterGroups;
import dev.customsfeed.sources.layout.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Who a customs office's partner codes stand for: all codes of one country are one partner. */
public final class PartnerCodes {

    private static final Map<String, PartnerCodes> BY_SOURCE = new ConcurrentHashMap<>();
    private static final String EU27 = "EU27";

    private final SortedMap<String, Partner> byCode = new TreeMap<>();

    private PartnerCodes(PartnerList list) {
        SortedMap<String, List<Listed>> byId = new TreeMap<>();
        list.entries().values().forEach(listed -> byId.computeIfAbsent(
                        listed.iso2().orElse(listed.code()), id -> new ArrayList<>())
                .add(listed));
        byId.values().forEach(entries -> {
            Partner partner = partner(entries);
            partner.codes().forEach(code -> byCode.put(code, partner));
        });
    }

    private static Partner partner(List<Listed> entries) {
        Listed first = entries.get(0);
        // A country that goes on under another of its codes is one of today.
        Kind kind = entries.stream().map(Listed::kind).anyMatch(Kind.COUNTRY::equals) ? Kind.COUNTRY : first.kind();
        return new Partner(
                first.iso2(),
                entries.stream().map(Listed::code).sorted().toList(),
                name(first.nameEn(), first.nameZh()),
                first.region().map(region -> Region.valueOf(region.toUpperCase(Locale.ROOT))),
                first.iso2().filter(ReporterGroups.ALL.get(EU27)::contains).isPresent(),
                kind,
                true);
    }

    /**
     * The codes of a statistical office.
     *
     * @param source its short name, e.g. {@code gacc}
     * @throws IllegalArgumentException if the project has no such source
     */
    public static PartnerCodes of(String source) {
        return BY_SOURCE.computeIfAbsent(
                source,
                id -> new PartnerCodes(Sources.find(id)
                        .map(Source::partners)
                        .orElseThrow(
                                () -> new IllegalArgumentException("no partner codes of '" + id + "', expected one of "
                                        + Sources.ALL.stream().map(Source::id).toList()))));
    }

    /** The codes of {@code list}. */
    static PartnerCodes of(PartnerList list) {
        return new PartnerCodes(list);
    }

    /** The partner of a customs code; one that the list does not know is a partner of its own, named by its code. */
    public Partner partner(String code) {
        Partner listed = byCode.get(code);
        return listed != null
                ? listed
                : new Partner(
                        Optional.empty(),
                        List.of(code),
                        name("Unknown code " + code, "未知代码" + code),
                        Optional.empty(),
                        false,
                        Kind.OTHER,
                        false);
    }

    private static LocalizedText name(String en, String zh) {
        return new LocalizedText(new TreeMap<>(Map.of("en", en, "zh", zh)));
    }
}
