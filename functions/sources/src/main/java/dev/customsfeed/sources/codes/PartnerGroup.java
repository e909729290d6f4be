package dev.customsfeed.sources.codes;

import dev.customsfeed.sources.codes.PartnerList.Listed;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Groups of countries that tables have rows of beside those of their members. */
public enum PartnerGroup {
    EUROPEAN_UNION(
            Set.of(),
            "欧盟",
            "欧洲联盟",
            "欧元区",
            "europeanunion",
            "eu",
            "eu15",
            "eu25",
            "eu27",
            "eu272020",
            "eu28",
            "euroarea") {
        @Override
        public boolean mayHave(Listed partner) {
            // The United Kingdom was a member in months that files are about.
            return partner.iso2()
                    .filter(iso2 -> iso2.equals("GB")
                            || Objects.requireNonNull(ReporterGroups.ALL.get("EU27"))
                                    .contains(iso2))
                    .isPresent();
        }
    },
    ASIA(Set.of("Asia"), "亚洲", "asia", "东盟", "东南亚国家联盟", "asean"),
    AFRICA(Set.of("Africa"), "非洲", "africa"),
    EUROPE(Set.of("Europe"), "欧洲", "europe"),
    AMERICAS(Set.of("Americas"), "拉丁美洲", "南美洲", "北美洲", "北美自由贸易区", "latinamerica", "southamerica", "northamerica"),
    OCEANIA(Set.of("Oceania"), "大洋洲", "oceania"),
    MIDDLE_EAST(Set.of("Asia", "Africa"), "中东", "middleeast"),
    INDEPENDENT_STATES(Set.of("Asia", "Europe"), "独联体", "cis"),
    OF_SEVERAL_CONTINENTS(
            Set.of("Asia", "Africa", "Europe", "Americas", "Oceania"),
            "金砖国家",
            "一带一路",
            "亚太经济合作组织",
            "brics",
            "beltandroad",
            "apec",
            "rcep"),
    WORLD(Set.of("Asia", "Africa", "Europe", "Americas", "Oceania")) {
        @Override
        boolean isCalled(String name) {
            return TotalWords.isOne(name);
        }

        @Override
        public boolean mayHave(Listed partner) {
            return true;
        }
    };

    private final Set<String> regions;
    private final Set<String> names;

    /**
     * @param regions that all of its members are of
     * @param names in lower case and without signs
     */
    PartnerGroup(Set<String> regions, String... names) {
        this.regions = regions;
        this.names = Set.of(names);
    }

    /** The group with this name; empty where it is the name of none. */
    public static Optional<PartnerGroup> of(String name) {
        return Arrays.stream(values()).filter(group -> group.isCalled(name)).findFirst();
    }

    /** Whether a partner may be a member. */
    public boolean mayHave(Listed partner) {
        return partner.region().filter(regions::contains).isPresent();
    }

    /** What follows in brackets counts the members, or abbreviates the name. */
    boolean isCalled(String name) {
        return names.contains(PartnerNames.plain(name.replaceAll("[(（].*", "")));
    }
}
