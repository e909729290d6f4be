package dev.customsfeed.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.customsfeed.sources.rejection.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An upload that is rejected now.
 *
 * @param key the object's key
 * @param file where the report on it lies in a folder of such reports
 * @param report the report, as it lies in the upload bucket
 * @param problemCount how many things are wrong with it
 * @param problems the first of them
 */
record Rejection(String key, String file, String report, long problemCount, List<Problem> problems) {

    /** Where the upload bucket has the reports. */
    static final String PREFIX = "rejected/";

    /** As many as fit a terminal besides what else is said there; the report has more. */
    private static final int TOLD = 10;

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * Reads a report.
     *
     * @param bucket the upload bucket
     * @param reportKey the report's own key
     */
    static Rejection read(String bucket, String reportKey, byte[] report) throws IOException {
        JsonNode read = JSON.readTree(report);
        List<Problem> problems = new ArrayList<>();
        for (JsonNode problem : read.path("problems")) {
            problems.add(JSON.treeToValue(problem, Problem.class));
        }
        return new Rejection(
                read.path("object").asText().substring(bucket.length() + 1),
                file(reportKey.substring(PREFIX.length())),
                new String(report, StandardCharsets.UTF_8),
                read.path("problemCount").asLong(),
                List.copyOf(problems));
    }

    private static String file(String path) {
        if (FolderKey.isPlain(path)) {
            return path;
        }
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        String name = path.substring(folder.length());
        String named = folder + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)) + ".json";
        return FolderKey.isPlain(named)
                ? named
                : UUID.nameUUIDFromBytes(path.getBytes(StandardCharsets.UTF_8)) + ".json";
    }

    /** The reports, as they are to be mirrored. */
    static FolderMirror.Source reports(List<Rejection> rejections) {
        Map<String, Rejection> byFile =
                rejections.stream().collect(Collectors.toMap(Rejection::file, Function.identity()));
        return new FolderMirror.Source() {
            @Override
            public List<String> keys() {
                return List.copyOf(byFile.keySet());
            }

            @Override
            public Optional<byte[]> read(String key) {
                return Optional.of(byFile.get(key).report().getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    /**
     * The lines that say so.
     *
     * @param folder where the reports are mirrored
     */
    List<String> told(Path folder) {
        List<String> lines = new ArrayList<>();
        lines.add("rejected: " + key);
        List<Problem> first = problems.subList(0, Math.min(TOLD, problems.size()));
        for (int i = 0; i < first.size(); i++) {
            Problem problem = first.get(i);
            lines.add("    " + where(problem) + "found " + problem.found() + ", expected " + problem.expected());
            boolean adviceFollows =
                    i + 1 < first.size() && first.get(i + 1).advice().equals(problem.advice());
            if (!adviceFollows) {
                lines.add("      " + problem.advice());
            }
        }
        String more = problemCount > first.size() ? "and " + (problemCount - first.size()) + " more; " : "";
        lines.add("    " + more + "the report: " + folder.resolve(file));
        return List.copyOf(lines);
    }

    private static String where(Problem problem) {
        if (problem.line() == 0) {
            return "";
        }
        String column = problem.column() == 0 ? "" : ", column " + problem.column();
        String name = problem.columnName().isEmpty() ? "" : " (" + problem.columnName() + ")";
        return "line " + problem.line() + column + name + ": ";
    }
}
