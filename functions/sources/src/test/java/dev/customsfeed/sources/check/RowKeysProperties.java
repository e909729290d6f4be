package dev.customsfeed.sources.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RowKeysProperties {

    private final Fingerprint fingerprint = new Fingerprint();

    @Property(tries = 200)
    void each_key_that_comes_again_is_told_with_its_first_line(
            @ForAll @IntRange(max = 20_000) int count,
            @ForAll @IntRange(min = 1, max = 20_000) int among,
            @ForAll long seed) {
        RowKeys keys = RowKeys.ofEachRow();
        Map<Integer, Integer> firstLines = new HashMap<>();
        List<Long> repeated = new ArrayList<>();
        Random random = new Random(seed);
        for (int line = 1; line <= count; line++) {
            int key = random.nextInt(among);
            keys.add(fingerprint.begin(0).with(key), line);
            Integer first = firstLines.putIfAbsent(key, line);
            if (first != null) {
                repeated.add((long) line << 32 | first);
            }
        }

        assertThat(keys.repeated())
                .containsExactly(repeated.stream().mapToLong(Long::longValue).toArray());
    }

    @Property(tries = 200)
    void the_first_line_is_found_whose_key_all_others_lack(
            @ForAll @IntRange(max = 5_000) int count,
            @ForAll @IntRange(min = 1, max = 5_000) int among,
            @ForAll @IntRange(max = 20_000) int others,
            @ForAll boolean distinct,
            @ForAll long seed) {
        RowKeys keys = distinct ? RowKeys.distinct() : RowKeys.ofEachRow();
        RowKeys one = RowKeys.distinct();
        RowKeys two = RowKeys.ofEachRow();
        boolean[] there = new boolean[among];
        Random random = new Random(seed);
        for (int line = 1; line <= others; line++) {
            int key = random.nextInt(among);
            (line % 3 == 0 ? one : two).add(fingerprint.begin(0).with(key), line);
            there[key] = true;
        }
        int first = 0;
        for (int line = 1; line <= count; line++) {
            int key = random.nextInt(among);
            keys.add(fingerprint.begin(0).with(key), line);
            first = first == 0 && !there[key] ? line : first;
        }

        assertThat(keys.firstLineMissingIn(one, two)).isEqualTo(first);
    }
}
