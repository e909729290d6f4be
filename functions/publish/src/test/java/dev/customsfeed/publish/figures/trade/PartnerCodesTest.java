package dev.customsfeed.publish.figures.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.customsfeed.sources.codes.PartnerList.Kind;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartnerCodesTest {

    private final PartnerCodes gacc = PartnerCodes.of("gacc");

    @Test
    void the_codes_of_one_country_are_one_partner() {
        Partner spain = gacc.partner("312");
        assertThat(gacc.partner("207")).isEqualTo(spain);
        assertThat(spain.codes()).containsExactly("207", "210", "256", "312");
        assertThat(spain.name().in("en")).isEqualTo("Spain");
        assertThat(spain.name().in("zh")).isEqualTo("西班牙");
    }

    @ParameterizedTest
    @CsvSource({
        "137, TR, ASIA, false",
        "108, CY, ASIA, true",
        "337, GE, ASIA, false",
        "429, MX, AMERICAS, false",
        "303, GB, EUROPE, false",
        "304, DE, EUROPE, true"
    })
    void regions_are_those_of_the_un_and_not_the_blocks_of_the_codes(
            String code, String iso2, Region region, boolean eu27) {
        Partner partner = gacc.partner(code);
        assertThat(partner.iso2()).contains(iso2);
        assertThat(partner.region()).contains(region);
        assertThat(partner.eu27()).isEqualTo(eu27);
    }

    @Test
    void the_union_has_twenty_seven_members() {
        long members = IntStream.range(100, 1000)
                .mapToObj(code -> gacc.partner(Integer.toString(code)))
                .filter(Partner::eu27)
                .map(Partner::id)
                .distinct()
                .count();
        assertThat(members).isEqualTo(27);
    }

    @ParameterizedTest
    @CsvSource({"701", "702", "199", "299", "399", "499", "599", "699"})
    void partners_that_nobody_named_are_unspecified(String code) {
        assertThat(gacc.partner(code).kind()).isEqualTo(Kind.UNSPECIFIED);
        assertThat(gacc.partner(code).isSomebody()).isFalse();
        assertThat(gacc.partner(code).id()).isEqualTo(code);
    }

    @Test
    void a_code_that_the_list_does_not_have_is_kept_as_unknown() {
        Partner unknown = gacc.partner("987");
        assertThat(unknown.listed()).isFalse();
        assertThat(unknown.isSomebody()).isTrue();
        assertThat(unknown.id()).isEqualTo("987");
        assertThat(unknown.region()).isEmpty();
    }

    @Test
    void an_office_without_a_list_is_an_error_that_names_what_is_expected() {
        assertThatThrownBy(() -> PartnerCodes.of("nowhere"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nowhere")
                .hasMessageContaining("gacc");
    }

    @ParameterizedTest
    @CsvSource({
        "comext, QX, CONFIDENTIAL",
        "comext, QQ, STORES",
        "comext, QU, UNSPECIFIED",
        "comtrade, 839, CONFIDENTIAL",
        "comtrade, 837, STORES",
        "comtrade, 490, UNSPECIFIED",
        "comexstat, 990, STORES"
    })
    void who_is_secret_what_is_stores_and_whom_nobody_named_are_told_apart(String source, String code, Kind kind) {
        Partner partner = PartnerCodes.of(source).partner(code);
        assertThat(partner.kind()).isEqualTo(kind);
        assertThat(partner.isSomebody()).isFalse();
        assertThat(partner.iso2()).isEmpty();
        assertThat(partner.listed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"comtrade, 251, FR", "comtrade, 842, US", "comtrade, 516, NA", "comext, GR, GR", "comexstat, 025, DE"})
    void codes_of_all_sources_lead_to_todays_countries(String source, String code, String iso2) {
        Partner partner = PartnerCodes.of(source).partner(code);
        assertThat(partner.iso2()).contains(iso2);
        assertThat(partner.isSomebody()).isTrue();
    }
}
