package dev.customsfeed.sources.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class BytesProperties {

    /** The bytes next to which something changes. */
    @Provide
    Arbitrary<List<Byte>> texts() {
        return Arbitraries.of(
                        (byte) 1, (byte) 1, (byte) 'a', (byte) 0x7F, (byte) 0, (byte) 0x80, (byte) 0x81, (byte) 0xFF)
                .list()
                .ofMaxSize(40);
    }

    @Property
    void eight_at_a_time_are_found_what_one_by_one_are(
            @ForAll("texts") List<Byte> text, @ForAll @IntRange(max = 10) int before) {
        byte[] bytes = new byte[before + text.size() + 1];
        boolean zero = false;
        int beyond = -1;
        for (int i = 0; i < text.size(); i++) {
            bytes[before + i] = text.get(i);
            zero |= text.get(i) == 0;
            beyond = beyond < 0 && text.get(i) < 0 ? before + i : beyond;
        }
        int to = before + text.size();

        assertThat(Bytes.hasZero(bytes, before, to)).isEqualTo(zero);
        assertThat(Bytes.areAscii(bytes, before, to)).isEqualTo(!zero && beyond < 0);
        assertThat(Bytes.firstBeyondAscii(bytes, before, to)).isEqualTo(beyond < 0 ? to : beyond);
    }
}
