package dev.customsfeed.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The published reports, for comparing two systems. */
final class Reports {

    /** Notes that tell what happened on the way; all others are of what lies in the bucket. */
    private static final Set<String> OF_HISTORY =
            Set.of("revised", "withdrawn", "upload-rejected", "suspected-part", "figures-lost", "suspected-mistake");

    private Reports() {}

    /** Every month's report, without what differs between two lives of the same bucket: versions, times and the history. */
    static Map<String, Object> figures(FolderMirror.Source bucket) throws IOException {
        Map<String, Object> reports = new TreeMap<>();
        for (String key : bucket.keys()) {
            if (key.startsWith("magnesium/reports/")) {
                var content = bucket.read(key);
                if (content.isPresent()) {
                    reports.put(key, figures(new JsonMapper().readTree(content.get())));
                }
            }
        }
        return reports;
    }

    private static JsonNode figures(JsonNode report) {
        ObjectNode figures = report.deepCopy();
        figures.remove(List.of("generation", "files", "revisions"));
        keepCodes(figures);
        figures.path("products").forEach(product -> keepCodes((ObjectNode) product));
        return figures;
    }

    private static void keepCodes(ObjectNode holder) {
        ArrayNode kept = new JsonMapper().createArrayNode();
        holder.path("notes").forEach(note -> {
            String code = note.path("code").asText();
            if (!OF_HISTORY.contains(code)) {
                kept.add(note);
            }
        });
        holder.set("notes", kept);
    }
}
