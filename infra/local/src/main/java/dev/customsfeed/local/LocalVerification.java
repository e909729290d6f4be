package dev.customsfeed.local;

import com.fasterxml.jackson.databind.JsonNode;
import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.Upload;
import dev.customsfeed.ledger.UploadOrder;
import dev.customsfeed.runtime.SuppressForbidden;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.Problems;
import dev.customsfeed.sources.rejection.RejectedFileException;
import dev.customsfeed.verify.comparison.FileRows;
import dev.customsfeed.verify.comparison.KnownFile;
import dev.customsfeed.verify.comparison.RowsInMemory;
import dev.customsfeed.verify.comparison.Standing;
import dev.customsfeed.verify.file.UploadKey;
import dev.customsfeed.verify.file.VerificationFile;
import dev.customsfeed.verify.publication.Publication;
import dev.customsfeed.verify.rules.AsOf;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The command {@code infra/local/verify}: a folder of files in, a report out, with nothing but a JDK. */
public final class LocalVerification {

    private static final int DONE = 0;
    private static final int ERRORS = 1;
    private static final int FAILED = 3;
    private static final int REJECTED = 4;

    private static final int TOLD_FINDINGS = 200;
    private static final int TOLD_PROBLEMS = 10;
    private static final String LOCK = ".customs-feed-lock";

    private final VerificationOptions options;
    private final Terminal terminal;
    private final RowsInMemory rows = new RowsInMemory();
    private final List<KnownFile> taken = new ArrayList<>();
    private boolean rejected;

    private LocalVerification(VerificationOptions options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
    }

    /** Called by {@code infra/local/verify}, with the project's folder before its own arguments. */
    @SuppressForbidden(reason = "files are taken as uploaded today where nothing else is said")
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        LocalDate today = LocalDate.now(Clock.systemUTC());
        int status = run(List.of(arguments).subList(1, arguments.length), Path.of(arguments[0]), today, out);
        out.flush();
        System.exit(status);
    }

    /**
     * Does what {@code arguments} ask for.
     *
     * @param root the project's folder
     * @param today the day that files are taken as uploaded on where no other is named
     * @return the exit status
     */
    static int run(List<String> arguments, Path root, LocalDate today, PrintStream out) {
        Terminal terminal = new Terminal(out);
        try {
            VerificationOptions options = VerificationOptions.parse(arguments, root, today);
            if (options.help()) {
                terminal.say(usage().lines().toList());
                return DONE;
            }
            return new LocalVerification(options, terminal).run();
        } catch (Options.UsageException e) {
            terminal.say(Objects.requireNonNull(e.getMessage()));
            return Options.WRONG_CALL;
        } catch (IOException | RuntimeException e) {
            terminal.say("failed: " + e.getMessage());
            return FAILED;
        }
    }

    private static String usage() throws IOException {
        try (InputStream text = LocalVerification.class.getResourceAsStream("verify-usage.txt")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private int run() throws IOException, Options.UsageException {
        VerificationFolder folder = VerificationFolder.of(options.input());
        terminal.say(folder.assumed());
        folder.passedOver().forEach(name -> terminal.say("passed over: " + name));
        if (folder.files().isEmpty()) {
            throw new Options.UsageException(
                    "found no file in " + options.input()
                            + ", expected verification/<kind>/..., or declarations.csv, refunds.csv, certificates.csv, uses.csv");
        }
        for (Map.Entry<String, Path> file : folder.files().entrySet()) {
            take(file.getKey(), file.getValue());
        }
        ReportInMemory report = new ReportInMemory();
        Standing standing = new Standing(taken, List.of(), AsOf.DEFAULT_RETENTION_DAYS);
        JsonNode published =
                new Publication(rows, report).publish(standing).orElseThrow().report();
        Files.createDirectories(options.output());
        FolderLock lock = FolderLock.of(options.output(), LOCK)
                .orElseThrow(() -> new IOException("found another run that writes to " + options.output()));
        try {
            FolderMirror.wholly(options.output()).update(report);
        } finally {
            lock.close();
        }
        tell(published);
        if (rejected) {
            return REJECTED;
        }
        return published.at("/counts/errors").asLong() > 0 ? ERRORS : DONE;
    }

    private void take(String key, Path path) throws IOException {
        Instant uploaded =
                options.day().atStartOfDay().toInstant(ZoneOffset.UTC).plusSeconds(taken.size());
        String version = String.valueOf(taken.size() + 1);
        try {
            VerificationFile file = VerificationFile.check(path, UploadKey.parse(key), key, version, uploaded);
            file.warnings().forEach(warning -> terminal.say(key + ": " + warning));
            Upload upload =
                    new Upload(new ObjectVersion("folder", key, version), new UploadOrder(uploaded, "", uploaded));
            taken.add(FileRows.store(file, upload, rows));
        } catch (RejectedFileException e) {
            rejected = true;
            terminal.say("rejected: " + key);
            Problems problems = e.problems();
            List<Problem> first = problems.first();
            for (Problem problem : first.subList(0, Math.min(TOLD_PROBLEMS, first.size()))) {
                terminal.say("    " + problem);
                terminal.say("      " + problem.advice());
            }
            if (problems.count() > TOLD_PROBLEMS) {
                terminal.say("    and " + (problems.count() - TOLD_PROBLEMS) + " more");
            }
        }
    }

    private void tell(JsonNode report) {
        StringBuilder asOf = new StringBuilder("as of");
        report.path("asOf").properties().forEach(day -> asOf.append(' ')
                .append(day.getKey())
                .append(' ')
                .append(day.getValue().asText()));
        terminal.say(asOf.toString());
        int told = 0;
        for (JsonNode finding : report.path("findings")) {
            if (told++ == TOLD_FINDINGS) {
                terminal.say("... the rest is in " + options.output().resolve("findings.csv"));
                break;
            }
            terminal.say(String.format(
                    Locale.ROOT,
                    "%-5s  %-28s  %-42s  %s",
                    finding.path("level").asText(),
                    finding.path("code").asText(),
                    finding.at("/subject/kind").asText() + " "
                            + finding.at("/subject/id").asText(),
                    finding.path("whoActs").asText()));
            terminal.say("         " + finding.at("/text/en").asText());
        }
        JsonNode counts = report.path("counts");
        terminal.say(counts.path("errors").asText() + " errors, "
                + counts.path("checks").asText() + " to check, "
                + counts.path("infos").asText() + " for information, "
                + counts.path("pendingFindings").asText() + " pending; of "
                + counts.path("certificates").asText() + " certificates "
                + counts.path("verified").asText() + " without an error, "
                + counts.path("different").asText() + " with one, "
                + counts.path("unknown").asText() + " of an unknown declaration, "
                + counts.path("pending").asText() + " pending");
        terminal.say("the report: " + options.output().resolve("index.html"));
    }
}
