package dev.customsfeed.sources.codes;

import dev.customsfeed.sources.codes.PartnerList.Kind;
import dev.customsfeed.sources.codes.PartnerList.Listed;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The names that a code list has for its partners, by which a code is told that stands beside the name of another partner. Offices
 * rename and abbreviate partners as they like: only a name that is wholly that of another partner, and neither holds nor is held by
 * one of the code's own, says so.
 */
public final class PartnerNames {

    private final PartnerList list;
    private final Map<String, Listed> byName = new HashMap<>();

    /** Those of {@code list}. */
    public PartnerNames(PartnerList list) {
        this.list = list;
        list.entries().values().forEach(partner -> namesOf(partner).forEach(name -> byName.putIfAbsent(name, partner)));
    }

    /**
     * The partner whose name stands beside the code of another.
     *
     * @param name as the file has it, in English or Chinese
     * @return empty where it is the code's own, may be a spelling of it, or is nobody's
     */
    public Optional<Listed> otherThan(String code, String name) {
        String plain = plain(name);
        Optional<Listed> own = list.find(code);
        Optional<Listed> other = Optional.ofNullable(byName.get(plain));
        if (own.isEmpty() || other.isEmpty() || isSame(own.get(), other.get())) {
            return Optional.empty();
        }
        boolean mayBeOwn = namesOf(own.get()).stream().anyMatch(mine -> mine.contains(plain) || plain.contains(mine));
        // Of a country that is no more, who took its place may go under either name.
        boolean former = own.get().kind() == Kind.FORMER || other.get().kind() == Kind.FORMER;
        return mayBeOwn || former ? Optional.empty() : other;
    }

    private static boolean isSame(Listed one, Listed other) {
        return one.code().equals(other.code())
                || one.iso2().isPresent() && one.iso2().equals(other.iso2());
    }

    private static List<String> namesOf(Listed partner) {
        return List.of(plain(partner.nameEn()), plain(partner.nameZh()));
    }

    /** The letters and digits of a name, in lower case and of one width. */
    public static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
