package dev.customsfeed.verify.publication;

import dev.customsfeed.ledger.SchemaVersion;
import dev.customsfeed.verify.publication.ReportStore.Document;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The JSON Schemas of reports, parts and documents, beside them under {@code report/schemas/}, and of the answers to what is uploaded. */
final class SchemaDocuments {

    private SchemaDocuments() {}

    static List<Document> all() {
        List<Document> schemas = new ArrayList<>();
        for (String name : List.of(
                "verification-report",
                "verification-part",
                "verification-document",
                "verification-answer",
                "upload-rejection")) {
            String file = SchemaVersion.path(name);
            try (InputStream in = SchemaDocuments.class.getResourceAsStream("/" + file)) {
                if (in == null) {
                    throw new IllegalStateException("found no schema " + file + ", expected it among the resources");
                }
                schemas.add(new Document("report/" + file, PartDocuments.JSON, in.readAllBytes()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return schemas;
    }
}
