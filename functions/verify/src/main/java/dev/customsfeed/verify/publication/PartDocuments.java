package dev.customsfeed.verify.publication;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.customsfeed.ledger.SchemaVersion;
import dev.customsfeed.verify.comparison.Part;
import dev.customsfeed.verify.model.DeclarationItem;
import dev.customsfeed.verify.publication.ReportStore.Document;
import dev.customsfeed.verify.report.FindingsCsv;
import dev.customsfeed.verify.report.ReportJson;
import dev.customsfeed.verify.rules.Balance;
import dev.customsfeed.verify.rules.Finding;
import dev.customsfeed.verify.rules.Level;
import dev.customsfeed.verify.rules.Subject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The objects of one part: the part, its findings as CSV, and a document for each certificate and item that has a finding. */
final class PartDocuments {

    static final String JSON = "application/json";
    static final String CSV = "text/csv; charset=utf-8";

    private static final int HASH_DIGITS = 16;

    private final List<Document> documents = new ArrayList<>();

    private PartDocuments() {}

    /** Writes them, the part itself first; each key has a hash of the content, so that no object ever changes. */
    static List<Document> of(Part part) {
        PartDocuments made = new PartDocuments();
        Map<Subject, String> keys = made.subjects(part);
        ObjectNode json = ReportJson.JSON.createObjectNode();
        json.put(SchemaVersion.MEMBER, SchemaVersion.NUMBER);
        json.put("part", part.name());
        ArrayNode findings = json.putArray("findings");
        ArrayNode pending = json.putArray("pending");
        for (Finding finding : part.findings()) {
            ObjectNode one = ReportJson.finding(finding);
            one.put("document", keys.get(finding.subject()));
            (finding.level() == Level.PENDING ? pending : findings).add(one);
        }
        ArrayNode balances = json.putArray("balances");
        part.balances().forEach(balance -> balances.add(ReportJson.balance(balance)));
        ArrayNode certificates = json.putArray("certificates");
        part.verdicts().forEach((number, verdict) -> {
            DeclarationItem item =
                    Objects.requireNonNull(part.certificateItems().get(number));
            certificates
                    .addObject()
                    .put("number", number)
                    .put("declaration", item.declaration())
                    .put("item", item.item())
                    .put("verdict", PartEntry.id(verdict));
        });
        List<Document> all = new ArrayList<>();
        all.add(document("report/parts/" + part.name(), ".json", JSON, ReportJson.bytes(json)));
        if (!part.findings().isEmpty()) {
            List<JsonNode> rows = new ArrayList<>();
            findings.forEach(rows::add);
            pending.forEach(rows::add);
            all.add(document("report/parts/" + part.name(), ".csv", CSV, FindingsCsv.bytes(rows)));
        }
        all.addAll(made.documents);
        return all;
    }

    private Map<Subject, String> subjects(Part part) {
        Map<Subject, List<Finding>> bySubject = new TreeMap<>();
        part.findings().forEach(finding -> bySubject
                .computeIfAbsent(finding.subject(), subject -> new ArrayList<>())
                .add(finding));
        Map<DeclarationItem, Balance> balances = new LinkedHashMap<>();
        part.balances().forEach(balance -> balances.put(balance.item(), balance));
        Map<Subject, String> keys = new LinkedHashMap<>();
        bySubject.forEach((subject, findings) -> {
            ObjectNode json = ReportJson.JSON.createObjectNode();
            json.put(SchemaVersion.MEMBER, SchemaVersion.NUMBER);
            json.putObject("subject").put("kind", subject.kind().id()).put("id", subject.id());
            ArrayNode all = json.putArray("findings");
            findings.forEach(finding -> all.add(ReportJson.finding(finding)));
            findings.stream()
                    .flatMap(finding -> finding.item().stream())
                    .map(balances::get)
                    .filter(balance -> balance != null)
                    .findFirst()
                    .ifPresent(balance -> json.set("balance", ReportJson.balance(balance)));
            Document document = document(
                    "report/documents/" + subject.kind().id() + "-"
                            + subject.id().replaceAll("[^0-9A-Za-z.-]", "_"),
                    ".json",
                    JSON,
                    ReportJson.bytes(json));
            documents.add(document);
            keys.put(subject, document.key());
        });
        return keys;
    }

    static Document document(String name, String ending, String contentType, byte[] bytes) {
        return new Document(name + "-" + hash(bytes) + ending, contentType, bytes);
    }

    static String hash(byte[] bytes) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
                    .substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String hash(String text) {
        return hash(text.getBytes(StandardCharsets.UTF_8));
    }
}
