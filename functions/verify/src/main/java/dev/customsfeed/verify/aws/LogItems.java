package dev.customsfeed.verify.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.customsfeed.ledger.Declared;
import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.Upload;
import dev.customsfeed.ledger.UploadLogEntry;
import dev.customsfeed.ledger.UploadOrder;
import dev.customsfeed.verify.comparison.KnownFile;
import dev.customsfeed.verify.comparison.Shards;
import dev.customsfeed.verify.file.FileKind;
import dev.customsfeed.verify.report.ReportJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/** Entries of the upload log as items of the table. */
final class LogItems {

    private LogItems() {}

    /** The end of an entry's key: what a version is and what became of it are two entries. */
    static String suffix(UploadLogEntry entry) {
        if (entry instanceof UploadLogEntry.Deleted) {
            return "#deleted";
        }
        return entry instanceof UploadLogEntry.Removed ? "#removed" : "";
    }

    static String text(UploadLogEntry entry) {
        ObjectNode json = ReportJson.JSON.createObjectNode();
        json.put("is", is(entry));
        json.put("bucket", entry.object().bucket());
        json.put("key", entry.object().key());
        json.put("version", entry.object().versionId());
        UploadOrder order = entry.upload().order();
        json.put("lastModified", order.lastModified().toString());
        json.put("sequencer", order.sequencer());
        json.put("announcedAt", order.announcedAt().toString());
        if (entry instanceof TakenFile taken) {
            json.put("kind", taken.file().kind().name());
            json.put("rows", taken.file().rows());
            json.put("items", Shards.text(taken.file().items()));
            json.put("certificates", Shards.text(taken.file().certificates()));
        }
        return json.toString();
    }

    private static String is(UploadLogEntry entry) {
        if (entry instanceof TakenFile) {
            return "taken";
        }
        if (entry instanceof UploadLogEntry.Rejected) {
            return "rejected";
        }
        return entry instanceof UploadLogEntry.Deleted ? "deleted" : "removed";
    }

    static UploadLogEntry entry(String text) {
        JsonNode json;
        try {
            json = ReportJson.JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException("found an entry of the upload log that is no JSON", e);
        }
        Upload upload = new Upload(
                new ObjectVersion(
                        json.path("bucket").asText(),
                        json.path("key").asText(),
                        json.path("version").asText()),
                new UploadOrder(
                        Instant.parse(json.path("lastModified").asText()),
                        json.path("sequencer").asText(),
                        Instant.parse(json.path("announcedAt").asText())));
        String log = VerificationTable.LOG;
        return switch (json.path("is").asText()) {
            case "taken" ->
                new TakenFile(new KnownFile(
                        upload,
                        FileKind.valueOf(json.path("kind").asText()),
                        json.path("rows").asLong(),
                        Shards.parse(json.path("items").asText()),
                        Shards.parse(json.path("certificates").asText())));
            case "rejected" -> new UploadLogEntry.Rejected(log, upload, "", Declared.NOTHING);
            case "deleted" -> new UploadLogEntry.Deleted(log, upload);
            default -> new UploadLogEntry.Removed(log, upload);
        };
    }
}
