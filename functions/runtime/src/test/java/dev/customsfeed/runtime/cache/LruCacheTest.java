package dev.customsfeed.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BoundedMemoryTest {

    private final LruCache<String, String> memory = new LruCache<>(10, String::length);

    @Test
    void what_fits_is_kept() {
        memory.put("a", "12345");
        memory.put("b", "67890");

        assertThat(memory.get("a")).contains("12345");
        assertThat(memory.get("b")).contains("67890");
        assertThat(memory.get("c")).isEmpty();
    }

    @Test
    void what_nobody_asked_for_the_longest_goes_first() {
        memory.put("a", "12345");
        memory.put("b", "67890");
        memory.get("a");

        memory.put("c", "1");

        assertThat(memory.get("a")).contains("12345");
        assertThat(memory.get("b")).isEmpty();
        assertThat(memory.get("c")).contains("1");
    }

    @Test
    void what_is_replaced_takes_no_room() {
        memory.put("a", "1234567890");
        memory.put("a", "12345");
        memory.put("b", "67890");

        assertThat(memory.get("a")).contains("12345");
        assertThat(memory.get("b")).contains("67890");
    }

    @Test
    void what_does_not_fit_at_all_is_not_kept() {
        memory.put("a", "12345678901");

        assertThat(memory.get("a")).isEmpty();
        memory.put("b", "1234567890");
        assertThat(memory.get("b")).isPresent();
    }
}
