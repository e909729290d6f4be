package dev.customsfeed.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.customsfeed.sources.rejection.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An upload that is rejected now.
 *
 * @param key the object's key
 * @param file where the report on it lies in a folder of such reports
 * @param answer the report, as it lies in the upload bucket
 * @param problemCount how many things are wrong with it
 * @param problems the first of them
 */
record Rejection(String key, String file, String answer, long problemCount, List<Problem> problems)
        implements Answered {

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
                Answered.file(reportKey.substring(PREFIX.length())),
                new String(report, StandardCharsets.UTF_8),
                read.path("problemCount").asLong(),
                List.copyOf(problems));
    }

    /**
     * The lines that say so.
     *
     * @param folder where the reports are mirrored
     */
    List<String> told(Path folder) {
        return told(folder, TOLD);
    }

    /**
     * The lines that say so.
     *
     * @param folder where the reports are mirrored
     * @param most so many problems are told at most
     */
    List<String> told(Path folder, int most) {
        List<String> lines = new ArrayList<>();
        lines.add("rejected: " + key);
        List<Problem> first = problems.subList(0, Math.min(most, problems.size()));
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
            // Of a feed definition, the place within it.
            return problem.columnName().isEmpty() ? "" : "in " + problem.columnName() + ": ";
        }
        String column = problem.column() == 0 ? "" : ", column " + problem.column();
        String name = problem.columnName().isEmpty() ? "" : " (" + problem.columnName() + ")";
        return "line " + problem.line() + column + name + ": ";
    }
}
