package dev.customsfeed.verify.publication;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.customsfeed.verify.comparison.Clock;
import dev.customsfeed.verify.report.ReportJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a publication must know of the one before it, to compare no more than what changed.
 *
 * @param rules the version of the rules, the retention in it
 * @param files ids of the files that stood
 * @param clocks what each clock showed
 * @param parts by their names
 * @param former keys of what the publication before that one had and this one has not: readers may still be at them
 */
record PublicationState(
        String rules,
        SortedSet<String> files,
        Map<Clock, LocalDate> clocks,
        SortedMap<String, PartEntry> parts,
        List<String> former) {

    static final PublicationState NONE =
            new PublicationState("", new TreeSet<>(), Map.of(), new TreeMap<>(), List.of());

    /** What a clock showed. */
    Optional<LocalDate> clock(Clock clock) {
        return Optional.ofNullable(clocks.get(clock));
    }

    byte[] bytes() {
        ObjectNode json = ReportJson.JSON.createObjectNode();
        json.put("rules", rules);
        files.forEach(json.putArray("files")::add);
        ObjectNode days = json.putObject("clocks");
        clocks.forEach((clock, day) -> days.put(clock.id(), day.toString()));
        ObjectNode all = json.putObject("parts");
        parts.forEach((name, part) -> all.set(name, part.json()));
        former.forEach(json.putArray("former")::add);
        try {
            return ReportJson.JSON.writeValueAsBytes(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PublicationState parse(byte[] bytes) {
        try {
            JsonNode json = ReportJson.JSON.readTree(bytes);
            SortedSet<String> files = new TreeSet<>();
            json.path("files").forEach(file -> files.add(file.asText()));
            Map<Clock, LocalDate> clocks = new EnumMap<>(Clock.class);
            for (Clock clock : Clock.values()) {
                if (json.path("clocks").has(clock.id())) {
                    clocks.put(
                            clock,
                            LocalDate.parse(json.path("clocks").get(clock.id()).asText()));
                }
            }
            SortedMap<String, PartEntry> parts = new TreeMap<>();
            json.path("parts").properties().forEach(part -> parts.put(part.getKey(), PartEntry.parse(part.getValue())));
            List<String> former = new ArrayList<>();
            json.path("former").forEach(key -> former.add(key.asText()));
            return new PublicationState(json.path("rules").asText(), files, clocks, parts, former);
        } catch (IOException e) {
            throw new UncheckedIOException("the state of the last publication cannot be read", e);
        }
    }
}
