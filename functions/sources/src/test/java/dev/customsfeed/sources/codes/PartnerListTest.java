package dev.customsfeed.sources.codes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.sources.Sources;
import dev.customsfeed.sources.codes.PartnerList.Kind;
import dev.customsfeed.sources.codes.PartnerList.Listed;
import dev.customsfeed.sources.layout.Source;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PartnerListTest {

    static List<Named<Source>> sources() {
        return Sources.ALL.stream().map(source -> Named.of(source.id(), source)).toList();
    }

    /** Its ISO code reads as "not available" to many programs, which cost others Namibia's trade. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("sources")
    void each_source_knows_namibia_by_its_iso_code(Source source) {
        assertThat(namesOf(source, "NA")).isNotEmpty().containsOnly("Namibia");
    }

    /** The official list of the Census Bureau breaks its line, which cost others its cobalt. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("sources")
    void each_source_knows_the_democratic_republic_of_the_congo(Source source) {
        assertThat(namesOf(source, "CD")).isNotEmpty().containsOnly("Democratic Republic of the Congo");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sources")
    void each_source_knows_china_the_united_states_and_germany(Source source) {
        assertThat(List.of("CN", "US", "DE"))
                .filteredOn(iso2 -> !source.soleReporter().equals(Optional.of(iso2)))
                .allSatisfy(iso2 -> assertThat(namesOf(source, iso2)).isNotEmpty());
    }

    @Test
    void the_census_bureau_numbers_the_democratic_republic_of_the_congo_7660_and_namibia_7920() {
        PartnerList partners = Sources.find("uscensus").orElseThrow().partners();

        assertThat(partners.find("7660").flatMap(Listed::iso2)).contains("CD");
        assertThat(partners.find("7920").flatMap(Listed::iso2)).contains("NA");
        assertThat(partners.find("-").map(Listed::kind)).contains(Kind.TOTAL);
        assertThat(partners.find("4XXX").map(Listed::kind)).contains(Kind.AGGREGATE);
    }

    @Test
    void comex_stat_has_several_codes_of_one_country() {
        PartnerList partners = Sources.find("comexstat").orElseThrow().partners();

        assertThat(List.of("249", "396", "873"))
                .allSatisfy(code ->
                        assertThat(partners.find(code).flatMap(Listed::iso2)).contains("US"));
        assertThat(partners.find("990").map(Listed::kind)).contains(Kind.STORES);
        assertThat(partners.find("994").map(Listed::kind)).contains(Kind.UNSPECIFIED);
    }

    private static List<String> namesOf(Source source, String iso2) {
        return source.partners().entries().values().stream()
                .filter(listed -> listed.iso2().equals(Optional.of(iso2)))
                .map(Listed::nameEn)
                .toList();
    }
}
