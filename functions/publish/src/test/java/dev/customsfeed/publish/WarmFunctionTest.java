package dev.customsfeed.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.ledger.Quoted;
import dev.customsfeed.ledger.WeightUnit;
import dev.customsfeed.publish.FeedSystem.Loading;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/** What a function keeps from one event to the next never shows in what it publishes. */
@Tag("any-jdk")
class WarmFunctionTest {

    private static final List<String> COMMODITIES = List.of("81041100", "81041900", "81042000");
    private static final int EVENTS = 14;
    private static final Quoted USDCNY = new Quoted.Rate("USD", "CNY");
    private static final Quoted PRICE =
            new Quoted.Price("mg", "CNY", WeightUnit.T, new BigDecimal("13"), Optional.empty(), Quoted.License.OPEN);

    private final FeedSystem system = FeedSystem.inMemory();
    private final List<Loading> loading = new ArrayList<>();

    /** Not shrunk: each try takes seconds, and {@code happened} tells all that led to it. */
    @Property(tries = 4, shrinking = ShrinkingMode.OFF)
    void a_function_that_knows_nothing_finds_nothing_to_change(@ForAll Random random) throws Exception {
        system.definePriced("magnesium", "Magnesium", "mg", COMMODITIES.get(0), COMMODITIES.get(1));
        system.define("scrap", "Scrap", COMMODITIES.get(1), COMMODITIES.get(2));
        // Whatever happens: a feed without any month would show nothing.
        system.upload("first", COMMODITIES.get(0), Map.of("2023-01", 1000L));
        system.publish();
        List<String> happened = new ArrayList<>();
        for (int event = 0; event < EVENTS; event++) {
            happened.add(happen(random));
            system.publish();
            SortedMap<String, String> warm = system.etags();

            FeedSystem.Function warmFunction = system.function();
            system.restart();
            system.calls().take();
            system.publish();
            assertThat(system.calls().take())
                    .as("after %s", happened)
                    .noneMatch(call -> call.startsWith("Put") || call.startsWith("Delete"));
            system.check();

            assertThat(system.calls().take())
                    .as("made from the beginning, after %s", happened)
                    .filteredOn(call -> !call.startsWith("PutObject checkpoints/"))
                    .noneMatch(call -> call.startsWith("Put") || call.startsWith("Delete"));
            assertThat(system.etags()).isEqualTo(warm);
            system.resume(warmFunction);
        }
        assertThat(system.logged()).contains("feed published").doesNotContain("publication failed");
    }

    private String happen(Random random) {
        String name = "file" + random.nextInt(4);
        String commodity = COMMODITIES.get(random.nextInt(COMMODITIES.size()));
        switch (random.nextInt(13)) {
            case 0 -> {
                system.withdraw(name);
                return "withdraw " + name;
            }
            case 1 -> {
                loading.add(system.load(name, commodity, figures(random)));
                return "load " + name;
            }
            case 2 -> {
                if (!loading.isEmpty()) {
                    loading.remove(0).commit().run();
                }
                return "commit";
            }
            case 3 -> {
                system.define("scrap", "Scrap " + random.nextInt(3), commodity);
                return "define scrap by " + commodity;
            }
            case 4 -> {
                system.undefine("scrap");
                return "undefine scrap";
            }
            case 5, 6 -> {
                Map<String, String> days = new HashMap<>();
                figures(random).forEach((month, value) -> days.put(month + "-15", value.toString()));
                Quoted quoted = random.nextInt(3) == 0 ? USDCNY : PRICE;
                system.quote(name, quoted, days);
                return "quote " + quoted.name() + " by " + name;
            }
            case 7 -> {
                system.withdraw(name, PRICE);
                return "withdraw the price " + name;
            }
            default -> {
                system.upload(name, commodity, figures(random));
                return "upload " + name + " of " + commodity;
            }
        }
    }

    /** One to four months out of three years. */
    private static Map<String, Long> figures(Random random) {
        Map<String, Long> figures = new HashMap<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            figures.put(YearMonth.of(2023, 1).plusMonths(random.nextInt(36)).toString(), 1000L + random.nextInt(3));
        }
        return figures;
    }
}
