package dev.customsfeed.sources.codes;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A country or territory.
 *
 * @param iso2 ISO 3166-1 alpha-2, or {@code XK} for Kosovo, which has none
 * @param nameEn in English
 * @param nameZh in Chinese
 * @param region its region by UN M49 ({@code Africa}, {@code Americas}, {@code Asia}, {@code Europe}, {@code Oceania}); empty for
 *     the Antarctic
 */
public record Country(String iso2, String nameEn, String nameZh, Optional<String> region) {

    private static final SortedMap<String, Country> BY_ISO2 = read();

    private static SortedMap<String, Country> read() {
        SortedMap<String, Country> countries = new TreeMap<>();
        for (List<String> row :
                CodeTable.read(Country.class, "countries.csv", "iso2", "name_en", "name_zh", "region")) {
            countries.put(
                    row.get(0),
                    new Country(
                            row.get(0),
                            row.get(1),
                            row.get(2),
                            Optional.of(row.get(3)).filter(region -> !region.isEmpty())));
        }
        return Collections.unmodifiableSortedMap(countries);
    }

    /** The country of this ISO code; empty where there is none. */
    public static Optional<Country> find(String iso2) {
        return Optional.ofNullable(BY_ISO2.get(iso2));
    }
}
