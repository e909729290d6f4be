package dev.customsfeed.sources.codes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.sources.Sources;
import dev.customsfeed.sources.codes.PartnerList.Listed;
import dev.customsfeed.sources.layout.Source;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PartnerNamesTest {

    private final PartnerNames gacc =
            new PartnerNames(Sources.find("gacc").orElseThrow().partners());

    static List<Named<Source>> sources() {
        return Sources.ALL.stream().map(source -> Named.of(source.id(), source)).toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sources")
    void no_code_has_another_name_in_its_own_list(Source source) {
        PartnerNames names = new PartnerNames(source.partners());

        assertThat(source.partners().entries().values()).allSatisfy(listed -> {
            assertThat(names.otherThan(listed.code(), listed.nameEn())).isEmpty();
            assertThat(names.otherThan(listed.code(), listed.nameZh())).isEmpty();
            assertThat(names.otherThan(listed.code(), " " + listed.nameEn().toUpperCase(Locale.ROOT) + "."))
                    .isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "110, 日本, 116",
        "110, JAPAN, 116",
        "110, ' Japan ', 116",
        "304, France, 305",
        "133, 朝鲜, 109",
    })
    void the_name_of_another_partner_tells_of_which(String code, String name, String other) {
        assertThat(gacc.otherThan(code, name).map(Listed::code)).contains(other);
    }

    /** Spelt otherwise, abbreviated, of old, or held by a longer name: nothing says that it is another partner. */
    @ParameterizedTest
    @CsvSource({
        "110, 'Hong Kong，China'",
        "133, Republic of Korea",
        "133, Korea Rep.",
        "112, 印度",
        "111, 印度",
        "304, Federal Republic of Germany",
        "309, Holland",
        "116, ''",
        "116, Nippon",
        "990, Japan",
    })
    void a_name_that_may_be_the_code_s_own_tells_of_no_other(String code, String name) {
        assertThat(gacc.otherThan(code, name)).isEqualTo(Optional.empty());
    }

    @Test
    void codes_of_one_country_may_share_its_name() {
        PartnerNames brazil =
                new PartnerNames(Sources.find("comexstat").orElseThrow().partners());

        assertThat(brazil.otherThan("249", "United States")).isEmpty();
        assertThat(brazil.otherThan("396", "United States")).isEmpty();
        assertThat(brazil.otherThan("249", "China").map(Listed::code)).contains("160");
    }
}
