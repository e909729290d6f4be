package dev.customsfeed.publish.statistics;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.customsfeed.ledger.feed.LocalizedText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** A customs office's code list of trading partners, with the regions they belong to. */
public final class PartnerCodes {

    private static final Map<String, PartnerCodes> BY_SOURCE = new ConcurrentHashMap<>();

    private final SortedMap<String, Partner> byCode = new TreeMap<>();

    private PartnerCodes(String csv, Map<String, SortedMap<String, String>> mergedNames) {
        Map<String, List<String[]>> rowsById = new TreeMap<>();
        csv.lines().skip(1).forEach(line -> {
            String[] row = line.split(",", -1);
            if (row.length != 6) {
                throw new IllegalStateException(
                        "partner code list: found '" + line + "', expected six fields without commas in them");
            }
            rowsById.computeIfAbsent(row[1].isEmpty() ? row[0] : row[1], id -> new ArrayList<>())
                    .add(row);
        });
        rowsById.forEach((id, rows) -> add(id, rows, mergedNames));
    }

    private void add(String id, List<String[]> rows, Map<String, SortedMap<String, String>> mergedNames) {
        String[] first = rows.get(0);
        for (String[] row : rows) {
            if (!row[4].equals(first[4]) || !row[5].equals(first[5])) {
                throw new IllegalStateException("partner code list: the codes of " + id + " lie in different regions");
            }
        }
        SortedMap<String, String> name = new TreeMap<>(Map.of("en", first[2], "zh", first[3]));
        if (rows.size() > 1) {
            name = Optional.ofNullable(mergedNames.get(id))
                    .orElseThrow(() -> new IllegalStateException(
                            id + " has several codes: merged-countries.json must say what they are called together"));
        }
        Partner partner = new Partner(
                first[1].isEmpty() ? Optional.empty() : Optional.of(first[1]),
                rows.stream().map(row -> row[0]).sorted().toList(),
                new LocalizedText(name),
                first[4].isEmpty() ? Optional.empty() : Optional.of(Region.valueOf(first[4].toUpperCase(Locale.ROOT))),
                first[5].equals("yes"),
                true);
        partner.codes().forEach(code -> byCode.put(code, partner));
    }

    /**
     * The code list of a statistical office.
     *
     * @param source its short name, e.g. {@code gacc}
     * @throws IllegalArgumentException if the project has no list of it
     */
    public static PartnerCodes of(String source) {
        return BY_SOURCE.computeIfAbsent(source, PartnerCodes::read);
    }

    private static PartnerCodes read(String source) {
        String list = "/dev/customsfeed/sources/" + source + "/partners.csv";
        try (InputStream codes = PartnerCodes.class.getResourceAsStream(list);
                InputStream merged = PartnerCodes.class.getResourceAsStream("merged-countries.json")) {
            if (codes == null) {
                throw new IllegalArgumentException(
                        "no partner codes of '" + source + "': expected them in the resource " + list);
            }
            return new PartnerCodes(
                    new String(codes.readAllBytes(), StandardCharsets.UTF_8),
                    new ObjectMapper()
                            .readValue(merged, new TypeReference<Map<String, SortedMap<String, String>>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The partner of a customs code; one that the list does not know is a partner of its own, named by its code. */
    public Partner partner(String code) {
        Partner listed = byCode.get(code);
        if (listed != null) {
            return listed;
        }
        SortedMap<String, String> name = new TreeMap<>(Map.of("en", "Unknown code " + code, "zh", "未知代码" + code));
        return new Partner(Optional.empty(), List.of(code), new LocalizedText(name), Optional.empty(), false, false);
    }
}
