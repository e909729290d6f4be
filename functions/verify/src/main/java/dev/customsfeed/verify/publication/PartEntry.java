package dev.customsfeed.verify.publication;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.customsfeed.verify.comparison.Clock;
import dev.customsfeed.verify.comparison.Part;
import dev.customsfeed.verify.report.ReportJson;
import dev.customsfeed.verify.rules.Finding;
import dev.customsfeed.verify.rules.Level;
import dev.customsfeed.verify.rules.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the state of the last publication knows of one part.
 *
 * @param keys of all objects that were written for it, the part itself first
 * @param counts by the names that reports use
 * @param days on which the part changes though no row does
 */
record PartEntry(List<String> keys, SortedMap<String, Long> counts, Map<Clock, SortedSet<LocalDate>> days) {

    static final String FINDINGS = "findings";
    static final String BALANCES = "items";
    static final String CERTIFICATES = "certificates";

    /** The names of all counts, in the order of reports. */
    static List<String> names() {
        List<String> names = new ArrayList<>(List.of(BALANCES, CERTIFICATES));
        for (Verdict verdict : Verdict.values()) {
            names.add(id(verdict));
        }
        names.add(FINDINGS);
        for (Level level : Level.values()) {
            names.add(id(level));
        }
        return names;
    }

    static String id(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }

    /** Findings that pend are not counted as certificates that do. */
    private static String id(Level level) {
        return switch (level) {
            case ERROR -> "errors";
            case CHECK -> "checks";
            case INFO -> "infos";
            case PENDING -> "pendingFindings";
        };
    }

    static PartEntry of(Part part, List<String> keys) {
        SortedMap<String, Long> counts = new TreeMap<>();
        counts.put(BALANCES, (long) part.balances().size());
        counts.put(CERTIFICATES, (long) part.verdicts().size());
        for (Verdict verdict : part.verdicts().values()) {
            counts.merge(id(verdict), 1L, Long::sum);
        }
        for (Finding finding : part.findings()) {
            counts.merge(id(finding.level()), 1L, Long::sum);
            counts.merge(FINDINGS, 1L, Long::sum);
        }
        return new PartEntry(keys, counts, part.days());
    }

    long count(String name) {
        return counts.getOrDefault(name, 0L);
    }

    String key() {
        return keys.get(0);
    }

    ObjectNode json() {
        ObjectNode json = ReportJson.JSON.createObjectNode();
        keys.forEach(json.putArray("keys")::add);
        ObjectNode numbers = json.putObject("counts");
        counts.forEach(numbers::put);
        ObjectNode clocks = json.putObject("days");
        days.forEach((clock, some) ->
                some.forEach(day -> clocks.withArray(clock.id()).add(day.toEpochDay())));
        return json;
    }

    static PartEntry parse(JsonNode json) {
        List<String> keys = new ArrayList<>();
        json.path("keys").forEach(key -> keys.add(key.asText()));
        SortedMap<String, Long> counts = new TreeMap<>();
        json.path("counts")
                .properties()
                .forEach(count -> counts.put(count.getKey(), count.getValue().asLong()));
        Map<Clock, SortedSet<LocalDate>> days = new EnumMap<>(Clock.class);
        for (Clock clock : Clock.values()) {
            SortedSet<LocalDate> some = new TreeSet<>();
            json.path("days").path(clock.id()).forEach(day -> some.add(LocalDate.ofEpochDay(day.asLong())));
            days.put(clock, some);
        }
        return new PartEntry(keys, counts, days);
    }
}
