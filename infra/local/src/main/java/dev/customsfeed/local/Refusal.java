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
 * An upload that is refused now.
 *
 * @param key the object's key
 * @param file where the report on it lies in a folder of such reports
 * @param report the report, as it lies in the upload bucket
 * @param problemCount how many things are wrong with it
 * @param problems the first of them
 */
record Refusal(String key, String file, String report, long problemCount, List<Problem> problems) {

    /** Where the upload bucket has the reports. */
    static final String PREFIX = "rejected/";

    /** As many as fit a terminal besides what else is said there; the report has more. */
    private static final int TOLD = 10;

    /** What file systems take; the report's name is the upload's and a bit more. */
    private static final int LONGEST_NAME = 255;

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * Reads a report.
     *
     * @param bucket the upload bucket
     * @param reportKey the report's own key
     */
    static Refusal read(String bucket, String reportKey, byte[] report) throws IOException {
        JsonNode read = JSON.readTree(report);
        List<Problem> problems = new ArrayList<>();
        for (JsonNode problem : read.path("problems")) {
            problems.add(JSON.treeToValue(problem, Problem.class));
        }
        return new Refusal(
                read.path("object").asText().substring(bucket.length() + 1),
                file(reportKey.substring(PREFIX.length())),
                new String(report, StandardCharsets.UTF_8),
                read.path("problemCount").asLong(),
                List.copyOf(problems));
    }

    private static String file(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return bytes.length <= LONGEST_NAME
                ? path
                : path.substring(0, path.length() - name.length()) + UUID.nameUUIDFromBytes(bytes) + ".json";
    }

    /** The reports, as they are to be mirrored. */
    static FolderMirror.Source reports(List<Refusal> refusals) {
        Map<String, Refusal> byFile = refusals.stream().collect(Collectors.toMap(Refusal::file, Function.identity()));
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
     * The lines that a terminal shows.
     *
     * @param folder where the reports are mirrored
     */
    List<String> told(Path folder) {
        List<String> lines = new ArrayList<>();
        lines.add("refused: " + printable(key));
        List<Problem> first = problems.subList(0, Math.min(TOLD, problems.size()));
        for (int i = 0; i < first.size(); i++) {
            Problem problem = first.get(i);
            lines.add(printable(
                    "    " + where(problem) + "found " + problem.found() + ", expected " + problem.expected()));
            boolean adviceFollows =
                    i + 1 < first.size() && first.get(i + 1).advice().equals(problem.advice());
            if (!adviceFollows) {
                lines.add(printable("      " + problem.advice()));
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

    /** Without what would move the cursor of a terminal. */
    static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
