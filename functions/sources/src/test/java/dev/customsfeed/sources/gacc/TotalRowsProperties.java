package dev.customsfeed.sources.gacc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.customsfeed.ledger.Totals;
import dev.customsfeed.sources.Sources;
import dev.customsfeed.sources.check.CheckedFile;
import dev.customsfeed.sources.file.FileLimits;
import dev.customsfeed.sources.key.BegunMonths;
import dev.customsfeed.sources.rejection.RejectedFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Sums that stand in a file beside what they are the sum of are never added to it. */
class TotalRowsProperties {

    private static final BegunMonths BEGUN = new BegunMonths(Instant.parse("2026-01-31T10:00:00Z"));
    private static final String HEADER =
            "Date of data,Commodity code,Trading partner code,Customs Regime code,Quantity,Unit,US dollar\n";

    /** The bits of what a sum is over, in the order of {@link Fact#codes}. */
    private static final int COMMODITY = 0b0010;

    private static final int PARTNER = 0b0100;
    private static final int REGIME = 0b1000;

    /** Month, commodity, partner and regime, which a sum can leave empty each; a quantity and a value. */
    record Fact(List<String> codes, long quantity, long value) {

        String line() {
            return String.join(",", codes) + "," + quantity + ",Kilogram," + value + "\n";
        }

        /** What is left of the codes where it is the sum over those whose bit is set. */
        List<String> without(int over) {
            List<String> left = new ArrayList<>(codes);
            for (int i = 0; i < left.size(); i++) {
                if ((over & 1 << i) != 0) {
                    left.set(i, "");
                }
            }
            return left;
        }
    }

    @Provide
    Arbitrary<List<Fact>> facts() {
        return Combinators.combine(
                        Arbitraries.of("202510", "202511", "202512"),
                        Arbitraries.of("28046190", "81041100", "81041900"),
                        Arbitraries.of("110", "116", "309", "502"),
                        Arbitraries.of("10", "15"),
                        Arbitraries.longs().between(0, 1_000_000),
                        Arbitraries.longs().between(0, 1_000_000))
                .as((month, commodity, partner, regime, quantity, value) ->
                        new Fact(List.of(month, commodity, partner, regime), quantity, value))
                .list()
                .ofMinSize(1)
                .ofMaxSize(30)
                .uniqueElements(Fact::codes);
    }

    /** Over commodities or partners, and anything else besides. */
    @Provide
    Arbitrary<Integer> over() {
        return Arbitraries.integers().between(1, 15).filter(bits -> (bits & (COMMODITY | PARTNER)) != 0);
    }

    @Property(tries = 150)
    void sums_over_anything_at_any_place_are_excluded_and_counted(
            @ForAll("facts") List<Fact> facts, @ForAll("over") int over, @ForAll long order) throws Exception {
        List<Fact> sums = sums(facts, over);
        List<String> lines = new ArrayList<>();
        facts.forEach(fact -> lines.add(fact.line()));
        sums.forEach(sum -> lines.add(sum.line()));
        Collections.shuffle(lines, new Random(order));

        try (Checked checked = new Checked(lines)) {
            assertThat(checked.file.totals())
                    .isEqualTo(Totals.ofWhole(
                            facts.size(),
                            facts.stream().mapToLong(Fact::quantity).sum(),
                            facts.stream().mapToLong(Fact::value).sum()));
            assertThat(checked.file.excluded()).containsExactly(Map.entry("totals", (long) sums.size()));
        }
    }

    @Property(tries = 100)
    void a_sum_that_is_none_rejects_the_file(
            @ForAll("facts") List<Fact> facts, @ForAll("over") int over, @ForAll @IntRange(max = 1) int which)
            throws Exception {
        List<String> lines = new ArrayList<>();
        facts.forEach(fact -> lines.add(fact.line()));
        Fact sum = sums(facts, over).get(0);
        // A kilogram, or a dollar: such sums are made from the rows themselves.
        long tooMuch = 1;
        Fact differing = new Fact(
                sum.codes(), sum.quantity() + (which == 0 ? tooMuch : 0), sum.value() + (which == 1 ? tooMuch : 0));
        Assume.that(!isSumOfAllRegimes(differing, facts, over));
        lines.add(differing.line());

        assertThatThrownBy(() -> new Checked(lines).close())
                .isInstanceOfSatisfying(RejectedFileException.class, rejection -> assertThat(
                                rejection.problems().first())
                        .extracting(problem -> problem.code())
                        .containsExactly("total-differs"));
    }

    /** A sum over partners may name the regime of any row and be the sum of all regimes: by chance that may be what it comes to. */
    private static boolean isSumOfAllRegimes(Fact stated, List<Fact> facts, int over) {
        Fact ofAllRegimes = new Fact(stated.without(REGIME), stated.quantity(), stated.value());
        return (over & PARTNER) != 0 && sums(facts, over | REGIME).contains(ofAllRegimes);
    }

    private static List<Fact> sums(List<Fact> facts, int over) {
        Map<List<String>, Fact> sums = new LinkedHashMap<>();
        for (Fact fact : facts) {
            List<String> codes = fact.without(over);
            sums.merge(
                    codes,
                    new Fact(codes, fact.quantity(), fact.value()),
                    (one, other) -> new Fact(codes, one.quantity() + other.quantity(), one.value() + other.value()));
        }
        return List.copyOf(sums.values());
    }

    private static final class Checked implements AutoCloseable {
        private final Path path = Files.createTempFile("totals", ".csv");
        private final CheckedFile file;

        Checked(List<String> lines) throws IOException, RejectedFileException {
            Files.writeString(path, HEADER + String.join("", lines));
            try {
                file = Sources.check(path, Sources.key("incoming/gacc/flow=export/f.csv"), BEGUN, FileLimits.DEFAULTS);
            } catch (RejectedFileException e) {
                Files.delete(path);
                throw e;
            }
        }

        @Override
        public void close() throws IOException {
            file.close();
            Files.delete(path);
        }
    }
}
