package dev.customsfeed.publish.words.en;

import dev.customsfeed.ledger.feed.Product;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * English product names as they stand in an enumeration: in lower case, and without the word that most of them begin with, which goes
 * without saying there. A word that they end with stays: English says last what a thing is. Products are common nouns; a first word
 * with capitals within is an abbreviation and stays as it is.
 */
final class ShortNames {

    /** A name that begins with one of them is half a name. */
    private static final Set<String> CONNECTIVES =
            Set.of("and", "or", "of", "with", "without", "for", "from", "in", "on", "under", "over", "other", "not");

    private final Map<String, String> byProduct = new HashMap<>();

    /** The names of {@code products}. */
    ShortNames(List<Product> products) {
        Map<String, String> shorter = shortened(products);
        boolean distinct = new HashSet<>(shorter.values()).size() == products.size();
        products.forEach(product ->
                byProduct.put(product.id(), distinct ? shorter.get(product.id()) : lowerCase(name(product))));
    }

    String of(Product product) {
        return Objects.requireNonNull(byProduct.get(product.id()));
    }

    private static Map<String, String> shortened(List<Product> products) {
        Optional<String> common = products.stream()
                .map(product -> firstWord(name(product)))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .filter(count -> count.getValue() > 1 && count.getValue() * 2 > products.size())
                .map(Map.Entry::getKey)
                .findFirst();
        return products.stream()
                .collect(Collectors.toMap(
                        Product::id,
                        product -> lowerCase(
                                common.map(word -> without(word, name(product))).orElse(name(product)))));
    }

    /** {@code name} without its first word, if that is {@code common} and a name is left. */
    private static String without(String common, String name) {
        if (!firstWord(name).equals(common)) {
            return name;
        }
        String rest = name.substring(common.length()).strip();
        boolean isName = Character.isLetter(rest.codePointAt(0)) && !CONNECTIVES.contains(rest.split("[ ,]", 2)[0]);
        return isName ? rest : name;
    }

    private static String lowerCase(String name) {
        String begin = name.split(" ", 2)[0];
        return begin.length() > 1
                        && begin.substring(1).equals(begin.substring(1).toLowerCase(Locale.ROOT))
                ? name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1)
                : name;
    }

    /** Of a name of several words. */
    private static String firstWord(String name) {
        return name.contains(" ") ? name.substring(0, name.indexOf(' ')) : "";
    }

    private static String name(Product product) {
        return product.name().in("en").strip();
    }
}
