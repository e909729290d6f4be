package dev.customsfeed.local;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The command: a folder in, a folder out, with nothing but a JDK. */
public final class LocalFeed {

    private static final int TAKEN = 0;
    private static final int SOME_REFUSED = 1;
    private static final int WRONG_CALL = 2;
    private static final int FAILED = 3;

    private static final long LOOK_EVERY_MILLIS = 700;
    private static final long TELL_EVERY_NANOS = 1_000_000_000;

    private final Options options;
    private final PrintStream out;
    private final InputFolder input;
    private final FolderMirror mirror;
    private final FolderMirror reports;

    private LocalFeed(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
        this.input = new InputFolder(options.input());
        this.mirror = new FolderMirror(options.output());
        this.reports = new FolderMirror(options.rejected());
    }

    /** Called by {@code infra/local/run}, with the project's folder as the first argument. */
    public static void main(String[] arguments) {
        Path root = Path.of(arguments[0]);
        PrintStream out = System.out;
        int status = run(List.of(arguments).subList(1, arguments.length), root, out);
        out.flush();
        System.exit(status);
    }

    static int run(List<String> arguments, Path root, PrintStream out) {
        Options options;
        try {
            options = Options.parse(arguments, root);
        } catch (Options.UsageException e) {
            out.println(e.getMessage() + "\n\n" + Options.USAGE);
            return WRONG_CALL;
        }
        if (options.help()) {
            out.print(Options.USAGE);
            return TAKEN;
        }
        try {
            return new LocalFeed(options, out).run(root);
        } catch (IOException | RuntimeException e) {
            out.println("failed: " + e.getMessage());
            return FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private int run(Path root) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Path work = Files.createTempDirectory("customs-feed-");
        Path log = work.resolve("functions.log");
        Thread cleaner = new Thread(() -> delete(work), "cleaner");
        Runtime.getRuntime().addShutdownHook(cleaner);
        PrintStream standardOutput = System.out;
        // The functions' logs are for machines; they are kept where a failure's message can point to.
        try (PrintStream functions = new PrintStream(Files.newOutputStream(log), true, StandardCharsets.UTF_8)) {
            System.setOut(functions);
            say("starting DynamoDB Local and S3Mock ...");
            try (LocalSystem system = LocalSystem.start(
                    work,
                    root.resolve("infra/template.yaml"),
                    emulator -> say(emulator + " answers after " + seconds(start) + " s"))) {
                return work(system, start);
            }
        } catch (IOException | RuntimeException e) {
            Path kept = options.output().resolve("functions.log");
            Files.createDirectories(options.output());
            Files.copy(log, kept, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            throw new IOException(e.getMessage() + " (the functions' log: " + kept + ")", e);
        } finally {
            System.setOut(standardOutput);
        }
    }

    private int work(LocalSystem system, long start) throws IOException, InterruptedException {
        List<InputFolder.Change> files = input.takeAll();
        int read = 0;
        long told = start;
        for (InputFolder.Change file : files) {
            take(system, file);
            read++;
            if (System.nanoTime() - told > TELL_EVERY_NANOS || read == files.size()) {
                told = System.nanoTime();
                say("read " + read + " of " + files.size() + " files after " + seconds(start) + " s");
            }
        }
        if (files.isEmpty()) {
            say("found no file under " + options.input() + "/incoming or " + options.input() + "/feeds");
        }
        List<Refusal> refused = publish(system);
        say("published after " + seconds(start) + " s");
        out.print(NewestMonth.tables(options.output()));
        out.println();
        refused.forEach(this::tell);
        say("the feed is in " + options.output());
        if (options.once()) {
            return refused.isEmpty() ? TAKEN : SOME_REFUSED;
        }
        try (FeedServer server = FeedServer.start(options.output(), options.port())) {
            say("look at " + server.address());
            for (Path feed : feeds()) {
                say("look at " + server.address()
                        + options.output().relativize(feed).toString().replace('\\', '/'));
            }
            say("following " + options.input() + " (Ctrl-C ends it)");
            follow(system);
        }
        return TAKEN;
    }

    private void take(LocalSystem system, InputFolder.Change change) throws IOException {
        if (change.removed()) {
            system.delete(change.key());
        } else {
            system.upload(change.key(), input.file(change.key()));
        }
    }

    /** Brings both folders up to date; the uploads that are refused. */
    private List<Refusal> publish(LocalSystem system) throws IOException {
        system.publish();
        Files.createDirectories(options.output());
        mirror.update(system.feedBucket());
        List<Refusal> refused = system.refused();
        reports.update(Refusal.reports(refused));
        return refused;
    }

    private void tell(Refusal refusal) {
        refusal.told(options.rejected()).forEach(this::say);
    }

    private List<Path> feeds() throws IOException {
        try (Stream<Path> folders = Files.list(options.output())) {
            return folders.map(folder -> folder.resolve("feed.json"))
                    .filter(Files::exists)
                    .map(feed ->
                            Files.exists(feed.resolveSibling("index.html")) ? feed.resolveSibling("index.html") : feed)
                    .sorted()
                    .toList();
        }
    }

    private void follow(LocalSystem system) throws IOException, InterruptedException {
        while (true) {
            Thread.sleep(LOOK_EVERY_MILLIS);
            List<InputFolder.Change> changes = input.takeChanges();
            List<InputFolder.Change> done = new ArrayList<>();
            for (InputFolder.Change change : changes) {
                try {
                    take(system, change);
                    done.add(change);
                } catch (IOException | RuntimeException e) {
                    // It may be gone again, or be gone in a moment: the next look tells.
                    input.takeAgain(change);
                    say("not taken, will try again: " + change.key() + ": " + e.getMessage());
                }
            }
            if (!done.isEmpty()) {
                tell(done, publish(system));
            }
        }
    }

    private void tell(List<InputFolder.Change> changes, List<Refusal> refused) {
        SortedMap<String, Refusal> others = new TreeMap<>();
        refused.forEach(refusal -> others.put(refusal.key(), refusal));
        for (InputFolder.Change change : changes) {
            Optional<Refusal> refusal = Optional.ofNullable(others.remove(change.key()));
            refusal.ifPresentOrElse(
                    this::tell,
                    () -> say((change.removed() ? "removed: " : "took: ") + Refusal.printable(change.key())));
        }
        others.keySet().forEach(key -> say("still refused: " + Refusal.printable(key)));
    }

    private synchronized void say(String line) {
        out.println(line);
    }

    private static String seconds(long start) {
        return String.format(java.util.Locale.ROOT, "%.1f", (System.nanoTime() - start) / 1e9);
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            // The emulators may still be writing while the machine goes down; the system's own cleaning takes the rest.
        }
    }
}
