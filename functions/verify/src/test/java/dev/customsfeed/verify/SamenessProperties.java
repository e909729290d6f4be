package dev.customsfeed.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.customsfeed.verify.Cases.Case;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/** What must not change what is found, and what is found beside a second, naive statement of the rules. */
@Tag("any-jdk")
class SamenessProperties {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);

    @Property(tries = 400)
    void what_is_found_is_what_the_naive_rules_find(@ForAll long seed) {
        Case all = Cases.random(new Random(seed));
        Desk desk = new Desk();
        upload(desk, all, List.of(0, 1, 2, 3));
        assertThat(withFigures(desk.report())).isEqualTo(NaiveRules.of(all, DAY));
    }

    @Property(tries = 60)
    void the_order_of_files_of_different_kinds_does_not_matter(@ForAll long seed) {
        Random random = new Random(seed);
        Case all = Cases.random(random);
        List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3));
        Desk one = new Desk();
        upload(one, all, order);
        Collections.shuffle(order, random);
        Desk other = new Desk();
        order.forEach(kind -> {
            upload(other, all, List.of(kind));
            // Published after each file, and once more for nothing: what is taken over must be right.
            other.publish();
            other.publish();
        });
        assertThat(withFigures(other.report())).isEqualTo(withFigures(one.report()));
    }

    @Property(tries = 60)
    void all_quantities_times_ten_give_the_same_codes(@ForAll long seed) {
        Case all = Cases.random(new Random(seed));
        Desk one = new Desk();
        upload(one, all, List.of(0, 1, 2, 3));
        Desk ten = new Desk();
        upload(ten, all.times(BigDecimal.TEN), List.of(0, 1, 2, 3));
        assertThat(Desk.shortly(ten.report())).isEqualTo(Desk.shortly(one.report()));
    }

    @Property(tries = 60)
    void a_file_that_is_cut_in_two_gives_the_same(@ForAll long seed) {
        Random random = new Random(seed);
        Case all = Cases.random(random);
        Desk whole = new Desk();
        upload(whole, all, List.of(0, 1, 2, 3));
        Desk cut = new Desk();
        int declarations = random.nextInt(all.declarations().size() + 1);
        int uses = random.nextInt(all.uses().size() + 1);
        cut.put(Desk.DECLARATIONS, Cases.declarations(all.declarations().subList(0, declarations)), DAY);
        cut.put(
                Desk.DECLARATIONS.replace(".csv", "-2.csv"),
                Cases.declarations(all.declarations()
                        .subList(declarations, all.declarations().size())),
                DAY);
        cut.put(Desk.USES, Cases.uses(all.uses().subList(0, uses)), DAY);
        cut.put(
                Desk.USES.replace(".csv", "-2.csv"),
                Cases.uses(all.uses().subList(uses, all.uses().size())),
                DAY);
        // Of a certificate and of an item's refunds one file says all: the cut is between them.
        boolean first = random.nextBoolean();
        for (int half = 0; half < 2; half++) {
            int rest = half;
            String name = half == 0 ? ".csv" : "-2.csv";
            cut.put(
                    Desk.CERTIFICATES.replace(".csv", name),
                    Cases.certificates(all.certificates().stream()
                            .filter(one -> (one.no().hashCode() & 1) == rest)
                            .toList()),
                    DAY);
            cut.put(
                    Desk.REFUNDS.replace(".csv", name),
                    Cases.refunds(all.refunds().stream()
                            .filter(one -> (one.item().hashCode() & 1) == (first ? rest : 1 - rest))
                            .toList()),
                    DAY);
        }
        assertThat(withFigures(cut.report())).isEqualTo(withFigures(whole.report()));
    }

    @Property(tries = 60)
    void without_refunds_exactly_what_refunds_are_needed_for_is_not_found(@ForAll long seed) {
        Desk desk = new Desk();
        upload(desk, Cases.random(new Random(seed)), List.of(0, 1, 2, 3));
        List<String> wanted = new ArrayList<>(withFigures(desk.report()));
        wanted.removeIf(
                finding -> finding.matches(
                        "(not-refunded-but-paid|repaid-too-little|refund-|declaration-cancelled|declaration-unknown error refund).*"));
        desk.delete(Desk.REFUNDS);
        assertThat(withFigures(desk.report())).isEqualTo(wanted);
    }

    @Property(tries = 80)
    void whatever_happens_to_files_the_report_is_that_of_the_files_that_stand(@ForAll long seed) {
        Random random = new Random(seed);
        Desk desk = new Desk().keptFor(300 + random.nextInt(500)).showing(1 + random.nextInt(12));
        for (int step = 0; step < 10; step++) {
            Case all = Cases.random(random);
            int kind = random.nextInt(4);
            String suffix = random.nextInt(3) == 0 ? "-2.csv" : ".csv";
            String key = List.of(Desk.DECLARATIONS, Desk.REFUNDS, Desk.CERTIFICATES, Desk.USES)
                    .get(kind)
                    .replace(".csv", suffix);
            int what = random.nextInt(7);
            // Not before what the file says: declarations are of January, all else of the months until June.
            LocalDate first = kind == 0 ? LocalDate.of(2026, 1, 25) : LocalDate.of(2026, 6, 15);
            LocalDate day = first.plusDays(random.nextInt(200));
            if (what == 0) {
                desk.delete(key);
            } else if (what == 1) {
                desk.undo(key);
            } else if (what == 2) {
                desk.put("verification/rates/office=tax/rates.csv", rates(random), day);
            } else {
                desk.put(key, text(all, kind), day);
            }
            if (random.nextInt(3) > 0) {
                desk.publish();
            }
        }
        desk.publish();
        ReportsInMemory fresh = desk.published();
        assertThat(texts(desk.reports)).isEqualTo(texts(fresh));
    }

    private static String rates(Random random) {
        return "hs,rate,valid_from,valid_to\n8104," + random.nextInt(2) + ",2020-01-01,\n";
    }

    /** What readers see: the parts that a report names, and the report but for the key of its state. */
    private static SortedMap<String, String> texts(ReportsInMemory reports) {
        SortedMap<String, String> texts = new TreeMap<>();
        String report = new String(reports.objects.get("report/report.json"), StandardCharsets.UTF_8);
        texts.put("report/report.json", report.replaceAll("\"state\" : \"[^\"]*\"", ""));
        reports.objects.forEach((key, bytes) -> {
            if (report.contains("\"" + key + "\"") && !key.startsWith("report/state/")) {
                texts.put(key, new String(bytes, StandardCharsets.UTF_8));
            }
        });
        texts.put("page", new String(reports.objects.get("report/index.html"), StandardCharsets.UTF_8));
        return texts;
    }

    private static void upload(Desk desk, Case all, List<Integer> kinds) {
        for (int kind : kinds) {
            String key = List.of(Desk.DECLARATIONS, Desk.REFUNDS, Desk.CERTIFICATES, Desk.USES)
                    .get(kind);
            desk.put(key, text(all, kind), DAY);
        }
    }

    private static String text(Case all, int kind) {
        return switch (kind) {
            case 0 -> Cases.declarations(all.declarations());
            case 1 -> Cases.refunds(all.refunds());
            case 2 -> Cases.certificates(all.certificates());
            default -> Cases.uses(all.uses());
        };
    }

    /** Findings in short, with what is due, short or too much. */
    private static List<String> withFigures(JsonNode report) {
        TreeSet<String> all = new TreeSet<>();
        for (JsonNode finding : report.path("findings")) {
            String code = finding.path("code").asText();
            String figure =
                    switch (code) {
                        case "not-refunded-but-paid" -> finding.path("due").asText();
                        case "repaid-too-little" -> finding.path("short").asText();
                        default -> finding.path("excess").asText();
                    };
            all.add(code + " " + finding.path("level").asText() + " " + Desk.subject(finding) + " " + figure);
        }
        return List.copyOf(all);
    }
}
