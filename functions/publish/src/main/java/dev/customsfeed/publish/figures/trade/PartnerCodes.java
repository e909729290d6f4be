package dev.customsfeed.publish.figures.trade;

import dev.customsfeed.ledger.VisibleText;
import dev.customsfeed.ledger.feed.LocalizedText;
import dev.customsfeed.publish.figures.trade.Partner.NamedBy;
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
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/** Who a customs office's partner codes stand for: all codes of one country are one partner. */
public final class PartnerCodes {

    private static final Map<String, PartnerCodes> BY_SOURCE = new ConcurrentHashMap<>();
    private static final String EU27 = "EU27";

    private final SortedMap<String, Partner> byCode;
    private final BiFunction<String, String, Map<String, String>> otherNames;
    private final Map<String, String> namesInFiles;

    private PartnerCodes(
            SortedMap<String, Partner> byCode,
            BiFunction<String, String, Map<String, String>> otherNames,
            Map<String, String> namesInFiles) {
        this.byCode = byCode;
        this.otherNames = otherNames;
        this.namesInFiles = namesInFiles;
    }

    private static PartnerCodes read(PartnerList list, BiFunction<String, String, Map<String, String>> otherNames) {
        SortedMap<String, Partner> byCode = new TreeMap<>();
        SortedMap<String, List<Listed>> byId = new TreeMap<>();
        list.entries().values().forEach(listed -> byId.computeIfAbsent(
                        listed.iso2().orElse(listed.code()), id -> new ArrayList<>())
                .add(listed));
        byId.values().forEach(entries -> {
            Partner partner = partner(entries);
            partner.codes().forEach(code -> byCode.put(code, partner));
        });
        return new PartnerCodes(byCode, otherNames, Map.of());
    }

    /**
     * The same with what files call those whom the list does not have.
     *
     * @param namesInFiles names by code, in whatever language the files are; of codes that the list has, they change nothing
     */
    public PartnerCodes named(Map<String, String> namesInFiles) {
        return new PartnerCodes(byCode, otherNames, namesInFiles);
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
                first.iso2()
                        .filter(Objects.requireNonNull(ReporterGroups.ALL.get(EU27))::contains)
                        .isPresent(),
                kind,
                NamedBy.CODE_LIST);
    }

    /**
     * The codes of a statistical office.
     *
     * @param source its short name, e.g. {@code gacc}
     * @throws IllegalArgumentException if the project has no such source
     */
    public static PartnerCodes of(String source) {
        return BY_SOURCE.computeIfAbsent(source, id -> Sources.find(id)
                .map(found -> read(found.partners(), found::names))
                .orElseThrow(() -> new IllegalArgumentException("no partner codes of '" + id + "', expected one of "
                        + Sources.ALL.stream().map(Source::id).toList())));
    }

    /** The codes of {@code list}. */
    static PartnerCodes of(PartnerList list) {
        return read(list, (dimension, code) -> Map.of());
    }

    /**
     * The partner of a customs code. One that the list does not know is a partner of its own, called what files call it, or else by
     * its code.
     */
    public Partner partner(String code) {
        Partner listed = byCode.get(code);
        if (listed != null) {
            return listed;
        }
        Optional<String> inFiles = Optional.ofNullable(namesInFiles.get(code)).map(VisibleText::of);
        return new Partner(
                Optional.empty(),
                List.of(code),
                inFiles.map(name -> name(name, name)).orElseGet(() -> name("Unknown code " + code, "未知代码" + code)),
                Optional.empty(),
                false,
                Kind.OTHER,
                inFiles.isPresent() ? NamedBy.FILES : NamedBy.NOBODY);
    }

    /**
     * What the source's code lists call a code of another dimension than partners, such as {@code province}; the code itself where none
     * names it.
     *
     * @param language {@code en} or {@code zh}
     */
    public String name(String dimension, String code, String language) {
        Map<String, String> names = otherNames.apply(dimension, code);
        return names.getOrDefault(language, names.getOrDefault("en", code));
    }

    private static LocalizedText name(String en, String zh) {
        return new LocalizedText(new TreeMap<>(Map.of("en", en, "zh", zh)));
    }
}
