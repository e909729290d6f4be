package dev.customsfeed.verify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.Upload;
import dev.customsfeed.ledger.UploadOrder;
import dev.customsfeed.sources.rejection.RejectedFileException;
import dev.customsfeed.verify.comparison.FileRows;
import dev.customsfeed.verify.comparison.KnownFile;
import dev.customsfeed.verify.comparison.RowsInMemory;
import dev.customsfeed.verify.comparison.Standing;
import dev.customsfeed.verify.file.UploadKey;
import dev.customsfeed.verify.file.VerificationFile;
import dev.customsfeed.verify.publication.Publication;
import dev.customsfeed.verify.publication.Publication.Published;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Files that are uploaded in order, and the report on those that stand; without AWS. */
public final class Desk {

    /** A day after everything that the acceptance case is about. */
    public static final LocalDate DAY = LocalDate.of(2026, 3, 10);

    public static final String DECLARATIONS = "verification/declarations/office=customs/declarations.csv";
    public static final String REFUNDS = "verification/refunds/office=tax/currency=CNY/refunds.csv";
    public static final String CERTIFICATES = "verification/certificates/office=tax/currency=CNY/certificates.csv";
    public static final String USES = "verification/uses/office=customs/uses.csv";

    public final ReportsInMemory reports = new ReportsInMemory();
    private final RowsInMemory rows = new RowsInMemory();
    private final Map<String, KnownFile> standing = new LinkedHashMap<>();
    private final List<KnownFile> retired = new ArrayList<>();
    private int uploads;
    private int retentionDays = 730;
    private int whole = 5_000;

    /** The four files of the acceptance case. */
    public static Desk ofAcceptance() {
        Desk desk = new Desk();
        desk.put(DECLARATIONS, acceptance("declarations.csv"));
        desk.put(REFUNDS, acceptance("refunds.csv"));
        desk.put(CERTIFICATES, acceptance("certificates.csv"));
        desk.put(USES, acceptance("uses.csv"));
        return desk;
    }

    public static String acceptance(String name) {
        return new String(resource("/acceptance/" + name), StandardCharsets.UTF_8);
    }

    public static byte[] resource(String name) {
        try (InputStream in = Desk.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Desk keptFor(int days) {
        retentionDays = days;
        return this;
    }

    /** So many findings, and so many items, are listed in the report itself. */
    public Desk showing(int most) {
        whole = most;
        return this;
    }

    public void put(String key, String text) {
        put(key, text, DAY);
    }

    public void put(String key, String text, LocalDate day) {
        try {
            put(key, text.getBytes(StandardCharsets.UTF_8), day);
        } catch (RejectedFileException e) {
            throw new AssertionError("rejected: " + e.problems().first(), e);
        }
    }

    /** Uploads a file, later than all before. */
    public void put(String key, byte[] bytes, LocalDate day) throws RejectedFileException {
        try {
            Path path = Files.createTempFile("verify-", ".upload");
            try {
                Files.write(path, bytes);
                uploads++;
                Instant at = day.atTime(1, 0).toInstant(ZoneOffset.UTC).plusSeconds(uploads);
                String version = "v" + uploads;
                VerificationFile file = VerificationFile.check(path, UploadKey.parse(key), key, version, at);
                Upload upload = new Upload(new ObjectVersion("sample", key, version), new UploadOrder(at, "", at));
                KnownFile known = FileRows.store(file, upload, rows);
                delete(key);
                standing.put(key, known);
            } finally {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void delete(String key) {
        KnownFile before = standing.remove(key);
        if (before != null) {
            retired.add(before);
        }
    }

    /** Lets the version before count again, as S3 does when a version is removed. */
    public void undo(String key) {
        KnownFile newest = standing.remove(key);
        if (newest == null) {
            return;
        }
        for (int i = retired.size() - 1; i >= 0; i--) {
            if (retired.get(i).key().equals(key)) {
                standing.put(key, retired.remove(i));
                break;
            }
        }
        retired.add(newest);
    }

    private Standing files() {
        return new Standing(standing.values(), retired, retentionDays);
    }

    /** Publishes on what was published before. */
    public Published publish() {
        return new Publication(rows, reports, whole).publish(files()).orElseThrow();
    }

    /** The report, published on what was published before. */
    public JsonNode report() {
        return publish().report();
    }

    /** All objects of a publication that knows nothing of those before, and of nothing that does not stand. */
    public ReportsInMemory published() {
        ReportsInMemory fresh = new ReportsInMemory();
        new Publication(rows, fresh, whole)
                .publish(new Standing(standing.values(), List.of(), retentionDays))
                .orElseThrow();
        return fresh;
    }

    /** Findings in short: {@code code level subject}, sorted. */
    public static List<String> shortly(JsonNode report) {
        TreeSet<String> all = new TreeSet<>();
        for (JsonNode finding : report.path("findings")) {
            all.add(finding.path("code").asText() + " " + finding.path("level").asText() + " " + subject(finding));
        }
        for (JsonNode finding : report.path("pending")) {
            all.add(finding.path("code").asText() + " pending " + subject(finding));
        }
        return List.copyOf(all);
    }

    /** Its subject as the acceptance case writes it. */
    public static String subject(JsonNode finding) {
        StringBuilder subject = new StringBuilder(finding.at("/subject/kind").asText());
        subject.append(finding.path("others").size() > 0 && subject.toString().equals("declaration") ? "s " : " ");
        subject.append(finding.at("/subject/id").asText());
        finding.path("others")
                .forEach(other -> subject.append(" ").append(other.path("id").asText()));
        return subject.toString();
    }
}
