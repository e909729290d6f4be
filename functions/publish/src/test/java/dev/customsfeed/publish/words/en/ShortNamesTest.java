package dev.customsfeed.publish.words.en;

import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.ledger.feed.LocalizedText;
import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.figures.report.Feeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShortNamesTest {

    private static List<String> shortened(List<Product> products) {
        ShortNames names = new ShortNames(products);
        return products.stream().map(names::of).toList();
    }

    private static List<String> shortened(String... names) {
        return shortened(IntStream.range(0, names.length)
                .mapToObj(i -> new Product(
                        "p" + i, List.of("1000000" + i), new LocalizedText(new TreeMap<>(Map.of("en", names[i])))))
                .toList());
    }

    @Test
    void the_word_that_most_magnesium_products_begin_with_goes() {
        assertThat(shortened(Feeds.magnesium().products()))
                .containsExactly("ingot", "alloy", "powder", "scrap", "wrought magnesium", "articles");
    }

    @Test
    void the_noun_that_graphite_products_end_with_stays() throws IOException {
        String graphite = Files.readString(Path.of("..", "..", "events", "graphite", "feeds", "graphite.json"));
        assertThat(shortened(Feeds.read("graphite", graphite).products()))
                .containsExactly("flake graphite", "spherical graphite", "artificial graphite");
    }

    @Test
    void names_of_one_word_and_names_that_share_none_stay() {
        assertThat(shortened("Bar", "Rod")).containsExactly("bar", "rod");
        assertThat(shortened("Copper ore")).containsExactly("copper ore");
        assertThat(shortened("Copper ore", "Zinc ore")).containsExactly("copper ore", "zinc ore");
        assertThat(shortened("Tin", "Tin bar", "Tin foil")).containsExactly("tin", "bar", "foil");
    }

    @Test
    void a_word_that_only_half_of_them_share_stays() {
        assertThat(shortened("Tin bar", "Tin foil", "Zinc bar", "Zinc foil"))
                .containsExactly("tin bar", "tin foil", "zinc bar", "zinc foil");
    }

    @Test
    void what_would_be_left_without_a_name_of_its_own_keeps_the_word() {
        assertThat(shortened("Tin and tin alloys", "Tin of 99.9%", "Tin (refined)", "Tin bar"))
                .containsExactly("tin and tin alloys", "tin of 99.9%", "tin (refined)", "bar");
    }

    @Test
    void two_products_never_get_the_same_name() {
        assertThat(shortened("Tin powder", "Tin bar", "Powder")).containsExactly("tin powder", "tin bar", "powder");
    }

    @Test
    void abbreviations_keep_their_capitals() {
        assertThat(shortened("PVC rod", "Tin bar")).containsExactly("PVC rod", "tin bar");
        assertThat(shortened("Tin PVD target", "Tin Bar")).containsExactly("PVD target", "bar");
    }
}
