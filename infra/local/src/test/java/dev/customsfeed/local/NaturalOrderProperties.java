package dev.customsfeed.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

class NaturalOrderProperties {

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    @Property
    void it_is_the_order_of_the_names_with_all_numbers_written_equally_long(
            @ForAll @StringLength(max = 12) @Chars({' ', '(', 'a', 'Z', '-', '/', '٣'}) @CharRange(from = '0', to = '3')
                    String one,
            @ForAll @StringLength(max = 12) @Chars({' ', '(', 'a', 'Z', '-', '/', '٣'}) @CharRange(from = '0', to = '3')
                    String other) {
        int naive = Comparator.comparing(NaturalOrderProperties::padded)
                .thenComparing(Comparator.naturalOrder())
                .compare(one, other);

        assertThat(Integer.signum(NaturalOrder.OF_NAMES.compare(one, other))).isEqualTo(Integer.signum(naive));
    }

    private static String padded(String name) {
        return DIGITS.matcher(name)
                .replaceAll(number -> "0".repeat(12 - number.group().length()) + number.group());
    }
}
