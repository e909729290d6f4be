package dev.customsfeed.verify;

import dev.customsfeed.ledger.SchemaVersion;
import dev.customsfeed.uploads.AnswerBytes;
import dev.customsfeed.verify.comparison.KnownFile;
import dev.customsfeed.verify.file.VerificationFile;
import java.util.LinkedHashMap;
import java.util.Map;

/** The answer to a file that is taken, as {@code verification-answer.schema.json} describes it. */
final class TakenReport {

    private TakenReport() {}

    /** As JSON in UTF-8; the same file gives the same bytes. */
    static byte[] json(VerificationFile file, KnownFile known) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(SchemaVersion.MEMBER, SchemaVersion.NUMBER);
        answer.put("object", known.upload().object().object());
        answer.put("version", known.version());
        answer.put("kind", known.kind().folder());
        answer.put("encoding", file.encoding());
        answer.put("rows", known.rows());
        answer.put("assumed", file.warnings());
        answer.put(
                "counts",
                "The newest file that has "
                        + switch (known.kind()) {
                            case DECLARATIONS -> "a declaration item";
                            case REFUNDS -> "a declaration item's refunds";
                            case CERTIFICATES -> "a certificate";
                            case USES -> "a certificate's use for an import";
                            case RATES -> "a rate";
                            case LISTS, CONTROLS -> "an entry";
                        }
                        + " is the one that counts for it. What does not fit is in report/report.json.");
        return AnswerBytes.of(answer);
    }
}
