package dev.customsfeed.uploads;

import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.SchemaVersion;
import dev.customsfeed.sources.rejection.Problems;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The report that lies under {@code rejected/} and tells why a file was not taken, as {@code upload-rejection.schema.json} describes it. */
public final class RejectionReport {

    private RejectionReport() {}

    /**
     * The report as JSON in UTF-8; the same rejection gives the same bytes.
     *
     * @param object the file version
     * @param problems what is wrong; the first 100 are listed, all are counted
     * @param layout the layout, if it was recognised
     * @param encoding the encoding, if it was found
     */
    public static byte[] json(
            ObjectVersion object, Problems problems, Optional<String> layout, Optional<String> encoding) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put(SchemaVersion.MEMBER, SchemaVersion.NUMBER);
        report.put("object", object.object());
        report.put("version", object.versionId());
        encoding.ifPresent(name -> report.put("encoding", name));
        layout.ifPresent(name -> report.put("layout", name));
        report.put("whatToDo", whatToDo(problems));
        report.put("problemCount", problems.toTell());
        report.put("problems", problems.first());
        return AnswerBytes.of(report);
    }

    private static String whatToDo(Problems problems) {
        String taken = "Nothing of this file was stored. ";
        boolean keyIsWrong =
                problems.first().stream().anyMatch(problem -> problem.code().startsWith("key-"));
        String cure = keyIsWrong
                ? "Upload it again under a key that is right, and delete it under this one."
                : "Correct what is listed under problems and upload it again under the same key.";
        return problems.toTell() > Problems.KEPT
                ? taken + cure + " Only the first " + Problems.KEPT + " of " + problems.toTell()
                        + " problems are listed."
                : taken + cure;
    }
}
