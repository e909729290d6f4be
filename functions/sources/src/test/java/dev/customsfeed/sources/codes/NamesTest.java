package dev.customsfeed.sources.codes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.sources.Sources;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NamesTest {

    private static Map<String, String> names(String source, String dimension, String code) {
        return Sources.find(source).orElseThrow().names(dimension, code);
    }

    @Test
    void provinces_and_regimes_of_china_customs_have_names_in_both_languages() {
        assertThat(names("gacc", "province", "44")).isEqualTo(Map.of("en", "Guangdong", "zh", "广东省"));
        assertThat(names("gacc", "regime", "10")).isEqualTo(Map.of("en", "Ordinary Trade", "zh", "一般贸易"));
    }

    @Test
    void states_of_brazil_have_the_one_name_that_the_source_gives_them() {
        assertThat(names("comexstat", "state", "SP")).isEqualTo(Map.of("en", "São Paulo"));
    }

    @Test
    void codes_that_no_list_has_and_dimensions_that_a_source_has_not_have_none() {
        assertThat(names("gacc", "province", "00")).isEmpty();
        assertThat(names("gacc", "state", "SP")).isEmpty();
        assertThat(names("comexstat", "via", "01")).isEmpty();
    }
}
