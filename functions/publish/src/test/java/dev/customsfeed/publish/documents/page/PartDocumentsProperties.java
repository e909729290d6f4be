package dev.customsfeed.publish.documents.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.ledger.Totals;
import dev.customsfeed.publish.documents.json.Document;
import dev.customsfeed.publish.documents.json.Kept;
import dev.customsfeed.publish.figures.trade.Amount;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What the documents of parts are found by is all that they are made of. */
class PartDocumentsProperties {

    private static final int CHANGES = 12;

    /** Something that a feed's parts are, and may become. */
    private static final class Trade {

        private final Random random;
        private YearMonth first = YearMonth.of(2023, 4);
        private int count;
        private final List<String> products = new ArrayList<>(List.of("bar", "rod", Courses.ALL));
        private final List<String> parts = new ArrayList<>(List.of("IN", "IT", "IE"));
        private final Map<String, List<Optional<Totals>>> traded = new HashMap<>();
        private final Map<String, List<Optional<Integer>>> coverage = new HashMap<>();
        private final Map<String, List<Amount>> amounts = new HashMap<>();
        private final Map<String, List<Boolean>> unpriced = new HashMap<>();

        Trade(Random random) {
            this.random = random;
            for (int i = 0; i < 25; i++) {
                grow(i);
            }
        }

        private <T> void insert(Map<String, List<T>> lists, String name, int at, T value) {
            lists.computeIfAbsent(name, any -> new ArrayList<>()).add(at, value);
        }

        private void grow(int at) {
            count++;
            for (String product : List.of("bar", "rod", Courses.ALL)) {
                insert(coverage, product, at, Optional.of(0));
                insert(amounts, product, at, amount());
                insert(unpriced, product, at, false);
                for (String part : List.of("IN", "IT", "IE")) {
                    insert(traded, part + product, at, part.equals("IE") ? Optional.of(Totals.NONE) : totals());
                }
            }
        }

        private Optional<Totals> totals() {
            return switch (random.nextInt(8)) {
                case 0 -> Optional.empty();
                case 1 -> Optional.of(new Totals(1, 0, 1, 0, random.nextInt(9)));
                case 2, 3 -> Optional.of(Totals.NONE);
                default -> Optional.of(Totals.ofWhole(1, random.nextInt(3), random.nextInt(3)));
            };
        }

        private Amount amount() {
            return random.nextInt(8) == 0
                    ? Amount.UNKNOWN
                    : new Amount(OptionalLong.of(random.nextInt(90_000)), OptionalLong.of(random.nextInt(90_000)));
        }

        private <T> void set(Map<String, List<T>> lists, T value) {
            List<String> names = lists.keySet().stream().sorted().toList();
            lists.get(names.get(random.nextInt(names.size()))).set(random.nextInt(count), value);
        }

        String change() {
            int change = random.nextInt(10);
            switch (change) {
                case 0 -> grow(count);
                case 1 -> {
                    first = first.minusMonths(1);
                    grow(0);
                }
                case 2 -> set(coverage, random.nextBoolean() ? Optional.of(random.nextInt(3)) : Optional.empty());
                case 3 -> set(amounts, amount());
                case 4 -> set(unpriced, random.nextBoolean());
                case 5 -> products.add(products.remove(random.nextInt(2)));
                case 6 -> parts.add(parts.remove(0));
                case 7 -> first = first.plusMonths(1);
                default -> set(traded, totals());
            }
            return "change " + change;
        }

        Map<String, String> documents(Kept kept) {
            List<YearMonth> months =
                    IntStream.range(0, count).mapToObj(first::plusMonths).toList();
            Map<String, Whole> wholes = new LinkedHashMap<>();
            products.forEach(product -> wholes.put(
                    product,
                    new Whole(
                            months,
                            List.copyOf(coverage.get(product)),
                            List.copyOf(amounts.get(product)),
                            List.copyOf(unpriced.get(product)))));
            Map<String, Map<String, List<Optional<Totals>>>> some = new LinkedHashMap<>();
            for (String part : parts) {
                Map<String, List<Optional<Totals>>> byProduct = new LinkedHashMap<>();
                products.forEach(product -> byProduct.put(product, List.copyOf(traded.get(part + product))));
                some.put(part, byProduct);
            }
            Map<String, String> documents = new LinkedHashMap<>();
            new PartDocuments(months, wholes, kept)
                    .documents("destinations", "I", some)
                    .documents()
                    .forEach(document -> documents.put(document.path(), document.text()));
            return documents;
        }
    }

    @Property(tries = 200)
    void what_is_kept_is_what_would_be_made_now(@ForAll Random random) {
        Map<String, Map.Entry<Object, Document>> known = new HashMap<>();
        Kept kept = (name, madeOf, bytes, make) -> known.compute(
                        name,
                        (any, before) -> before != null && before.getKey().equals(madeOf)
                                ? before
                                : Map.entry(madeOf, make.get()))
                .getValue();
        Trade trade = new Trade(random);
        List<String> happened = new ArrayList<>();
        for (int i = 0; i < CHANGES; i++) {
            assertThat(trade.documents(kept))
                    .as("after %s", happened)
                    .isEqualTo(trade.documents((name, madeOf, bytes, make) -> make.get()));
            happened.add(trade.change());
        }
    }
}
