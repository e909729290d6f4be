package dev.customsfeed.sources.codes;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A source's code list of partners. */
public final class PartnerList {

    private final SortedMap<String, Listed> byCode;

    /** What a partner code stands for. */
    public enum Kind {
        /** A country or territory. */
        COUNTRY,
        /** A country of the past. */
        FORMER,
        /** Somebody whom the source does not name. */
        UNSPECIFIED,
        /** Somebody whom the source keeps secret. */
        CONFIDENTIAL,
        /** Stores and provisions of ships and aircraft, free zones, the high seas. */
        STORES,
        /** What is none of the others, such as international organisations. */
        OTHER,
        /** Several countries together, each of which has a code of its own. */
        AGGREGATE,
        /** All partners together. */
        TOTAL
    }

    /**
     * One entry.
     *
     * @param code the source's own code
     * @param iso2 ISO 3166-1 alpha-2; empty where it is no country
     * @param nameEn in English: the country's, where it is one
     * @param nameZh in Chinese; the English name where the list has none
     * @param region by UN M49; empty where it has none
     * @param kind what it stands for
     */
    public record Listed(
            String code, Optional<String> iso2, String nameEn, String nameZh, Optional<String> region, Kind kind) {

        private static Listed of(List<String> row, Class<?> beside) {
            Kind kind = Kind.valueOf(row.get(4).toUpperCase(Locale.ROOT));
            if (row.get(1).isEmpty()) {
                String nameZh = row.get(3).isEmpty() ? row.get(2) : row.get(3);
                return new Listed(row.get(0), Optional.empty(), row.get(2), nameZh, Optional.empty(), kind);
            }
            Country country = Country.find(row.get(1))
                    .orElseThrow(() -> new IllegalStateException("no country has the ISO code '" + row.get(1)
                            + "' that the partner list beside " + beside.getName() + " gives to code " + row.get(0)));
            return new Listed(
                    row.get(0),
                    Optional.of(country.iso2()),
                    country.nameEn(),
                    country.nameZh(),
                    country.region(),
                    kind);
        }
    }

    private PartnerList(SortedMap<String, Listed> byCode) {
        this.byCode = byCode;
    }

    /**
     * Reads {@code partners.csv} ({@code code,iso2,name_en,name_zh,kind}) in the package of a source.
     *
     * @param beside a class of that package
     */
    public static PartnerList of(Class<?> beside) {
        SortedMap<String, Listed> byCode = new TreeMap<>();
        for (List<String> row : CodeTable.read(beside, "partners.csv", "code", "iso2", "name_en", "name_zh", "kind")) {
            Listed listed = Listed.of(row, beside);
            if (byCode.put(listed.code(), listed) != null) {
                throw new IllegalStateException(
                        "the code " + listed.code() + " is listed twice beside " + beside.getName());
            }
        }
        return new PartnerList(Collections.unmodifiableSortedMap(byCode));
    }

    /** The entry of a code; empty for one that the list does not have. */
    public Optional<Listed> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** All entries by code. */
    public SortedMap<String, Listed> entries() {
        return byCode;
    }
}
