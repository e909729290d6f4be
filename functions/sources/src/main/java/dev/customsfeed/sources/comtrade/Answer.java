package dev.customsfeed.sources.comtrade;

import dev.customsfeed.sources.rejection.Problem;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an answer of the API says beside its rows. */
final class Answer {

    private static final Set<String> STATUS = Set.of("statuscode", "status");
    private static final Set<String> MESSAGE = Set.of("message", "error", "title", "detail");
    private static final String COUNT = "count";

    private final Map<String, String> fields = new LinkedHashMap<>();

    /** Whether a field means something. */
    static boolean reads(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.equals(COUNT) || STATUS.contains(lower) || MESSAGE.contains(lower);
    }

    /** @param value empty text for null */
    void put(String name, String value) {
        if (!value.isEmpty()) {
            fields.put(name.toLowerCase(Locale.ROOT), value);
        }
    }

    /** Whether it says how many rows it has. */
    boolean hasCount() {
        return fields.containsKey(COUNT);
    }

    /** What an answer without rows is. */
    Problem problemWithoutData() {
        String said = said();
        if (said.isEmpty()) {
            return Problem.ofFile(
                    "json-without-data",
                    "an object without data",
                    "an answer of UN Comtrade's API: an object with count and data",
                    "Download the file again from comtradeplus.un.org, or upload it under the source that it is of.");
        }
        return error(said);
    }

    private static Problem error(String said) {
        return Problem.ofFile(
                "api-error",
                "an error of UN Comtrade's API: " + said,
                "an answer with rows",
                "Correct what the error names (a missing or wrong key, a quota that is used up, a wrong parameter), and download"
                        + " again.");
    }

    /** The status and the messages, each quoted. */
    private String said() {
        return Stream.concat(
                        fields.entrySet().stream()
                                .filter(field -> STATUS.contains(field.getKey()))
                                .map(field -> "status " + Problem.quote(field.getValue())),
                        fields.entrySet().stream()
                                .filter(field -> MESSAGE.contains(field.getKey()))
                                .map(field -> Problem.quote(field.getValue())))
                .collect(Collectors.joining(", "));
    }

    /**
     * What is wrong with an answer that has {@code rows} rows.
     *
     * @return empty if it is as it says
     */
    Optional<Problem> problem(long rows) {
        String said = said();
        if (!said.isEmpty()) {
            return Optional.of(error(said));
        }
        String count = fields.get(COUNT);
        if (count != null && !count.equals(Long.toString(rows))) {
            return Optional.of(Problem.ofFile(
                    "count-differs",
                    "a count of " + Problem.quote(count) + " and " + rows + " rows",
                    "as many rows as count says",
                    "Rows were lost or added: download the answer again."));
        }
        if (rows == 0) {
            return Optional.of(Problem.ofFile(
                    "answer-empty",
                    "an answer without rows",
                    "at least one row",
                    "UN Comtrade answers so where a parameter is wrong, and where nothing was reported: check the parameters, and ask"
                            + " for partner World (0) as well, whose row says 0 where nothing was traded."));
        }
        return Optional.empty();
    }
}
