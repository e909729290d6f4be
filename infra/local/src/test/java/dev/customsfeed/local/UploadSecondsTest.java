package dev.customsfeed.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UploadSecondsTest {

    private long now = 5_300;
    private long waited;

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(now);
        }
    };

    private final UploadSeconds seconds = new UploadSeconds(clock, millis -> {
        now += millis;
        waited += millis;
    });

    private record Stored(long second, String key) {}

    @Test
    void as_stored_by_second_and_key_uploads_have_the_order_in_which_they_were_made() {
        List<Stored> stored = new ArrayList<>();
        for (String key : IntStream.rangeClosed(1, 25)
                .mapToObj(number -> "download (" + number + ").csv")
                .toList()) {
            seconds.before(key);
            // It is stored at some time between.
            now += 7;
            stored.add(new Stored(now / 1000, key));
            now += 7;
            seconds.after(key);
        }

        assertThat(stored)
                .isSortedAccordingTo(Comparator.comparing(Stored::second).thenComparing(Stored::key));
        assertThat(waited).as("once, from 9 to 10").isBetween(1L, 1000L);
    }

    @Test
    void one_that_may_have_been_stored_in_the_next_second_counts_as_of_that() {
        now = 5_990;
        seconds.before("b");
        now = 6_010;
        seconds.after("b");

        seconds.before("a");

        assertThat(now).isEqualTo(7_000);
    }

    @Test
    void whoever_comes_in_order_never_waits() {
        for (String key : List.of("a", "b", "b", "c")) {
            seconds.before(key);
            seconds.after(key);
        }
        now += 1000;
        seconds.before("a");

        assertThat(waited).isZero();
    }
}
