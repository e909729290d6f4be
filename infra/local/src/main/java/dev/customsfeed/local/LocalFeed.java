package dev.customsfeed.local;

import dev.customsfeed.emulators.Emulators;
import dev.customsfeed.local.InputFolder.Change;
import dev.customsfeed.runtime.SuppressForbidden;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The command: a folder in, a folder out, with nothing but a JDK. */
public final class LocalFeed {

    private static final int DONE = 0;
    private static final int NOT_ALL = 1;
    private static final int FAILED = 3;

    private static final String LOCK = ".customs-feed-lock";
    private static final String KEPT_LOG = ".customs-feed-functions.log";

    private static final long LOOK_EVERY_MILLIS = 700;
    private static final long TELL_EVERY_NANOS = 1_000_000_000;

    /** What is begun is ended in less; the emulators are gone already then. */
    private static final long ENDING_MILLIS = 5000;

    private static final long CTRL_C_MILLIS = 300;

    private final Options options;
    private final Systems systems;
    private final Terminal terminal;
    private final Answers answers;
    private final InputFolder input;
    private final FolderMirror mirror;
    private final FolderMirror taken;
    private final FolderMirror reports;
    private final UploadSeconds seconds;
    private final SortedSet<String> defined = new TreeSet<>();
    private boolean failedUploads;

    @SuppressForbidden(reason = "S3Mock stamps uploads by the machine's clock")
    private LocalFeed(Options options, Systems systems, Terminal terminal) {
        this.seconds = new UploadSeconds(
                Clock.systemUTC(), millis -> LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis)));
        this.options = options;
        this.systems = systems;
        this.terminal = terminal;
        this.answers = new Answers(terminal, options.taken(), options.rejected());
        this.input = new InputFolder(options.inputs());
        this.mirror = FolderMirror.wholly(options.output());
        this.taken = FolderMirror.each(options.taken());
        this.reports = FolderMirror.each(options.rejected());
    }

    /** What the functions work on, ready to be worked on. */
    @FunctionalInterface
    interface Systems {

        /**
         * Starts one, or finds one that runs.
         *
         * @param workFolder where what is started keeps its files
         * @param address of the feeds, where they are served
         * @param progress is told the name of each emulator as soon as it answers
         */
        LocalSystem start(Path workFolder, Optional<URI> address, Consumer<String> progress)
                throws IOException, InterruptedException;
    }

    /** Called by {@code infra/local/run}, with the project's folder and the one for what is temporary before its own arguments. */
    public static void main(String[] arguments) {
        // Whatever the user's are: the functions are made for Lambda, which has these.
        Locale.setDefault(Locale.US);
        TimeZone.setDefault(TimeZone.getTimeZone(ZoneOffset.UTC));
        // Whatever the user's charset: names and titles come in all scripts.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        int status =
                run(List.of(arguments).subList(2, arguments.length), Path.of(arguments[0]), Path.of(arguments[1]), out);
        out.flush();
        System.exit(status);
    }

    /**
     * Does what {@code arguments} ask for.
     *
     * @param root the project's folder
     * @param temporary where this and other runs make folders of their own, and nobody else does anything
     * @return the exit status
     */
    static int run(List<String> arguments, Path root, Path temporary, PrintStream out) {
        Path template = root.resolve("infra/template.yaml");
        return run(
                arguments,
                root,
                temporary,
                out,
                (workFolder, address, progress) -> LocalSystem.start(workFolder, template, address, progress));
    }

    /** The same on {@code systems}, of which one is started and closed. */
    static int run(List<String> arguments, Path root, Path temporary, PrintStream out, Systems systems) {
        Terminal terminal = new Terminal(out);
        try {
            Options options = Options.parse(arguments, root);
            if (options.help()) {
                terminal.say(usage().lines().toList());
                return DONE;
            }
            options.check();
            return new LocalFeed(options, systems, terminal).lockAndRun(temporary);
        } catch (Options.UsageException e) {
            terminal.say(Objects.requireNonNull(e.getMessage()));
            return Options.WRONG_CALL;
        } catch (IOException | RuntimeException e) {
            terminal.say("failed: " + e.getMessage());
            return FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private static String usage() throws IOException {
        try (InputStream text = LocalFeed.class.getResourceAsStream("usage.txt")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private int lockAndRun(Path temporary) throws IOException, InterruptedException, Options.UsageException {
        Optional<FolderLock> lock;
        try {
            Files.createDirectories(options.output());
            lock = FolderLock.of(options.output(), LOCK);
        } catch (IOException e) {
            throw new Options.UsageException("found " + options.output() + ", which cannot be written to ("
                    + FullDisk.named(e, options.output()).getMessage() + "), expected a folder for the feed");
        }
        if (lock.isEmpty()) {
            throw new Options.UsageException("found another run that writes to " + options.output()
                    + ", expected none: end it, or name another folder by --output");
        }
        try {
            checkFolders();
            if (options.once()) {
                return runUntilEnded(temporary, Optional.empty());
            }
            try (FeedServer server = bind()) {
                return runUntilEnded(temporary, Optional.of(server));
            }
        } finally {
            lock.get().close();
        }
    }

    private FeedServer bind() throws Options.UsageException {
        try {
            return FeedServer.bind(options.output(), options.port(), mirror::has);
        } catch (IOException e) {
            throw Options.portInUse(options.port());
        }
    }

    /** What can be told of the folders before anything is started. */
    private void checkFolders() throws IOException, Options.UsageException {
        List<String> certain = new ArrayList<>(List.of("index.html", "feeds.json"));
        input.feeds().forEach(feed -> certain.add(feed + "/feed.json"));
        Optional<Path> foreign = mirror.foreign(certain);
        if (foreign.isPresent()) {
            throw new Options.UsageException("found " + foreign.get()
                    + ", which this command did not write, expected an output folder without it: move it away, or name"
                    + " another folder by --output");
        }
        terminal.say(input.passedOver());
        if (options.once() && input.isEmpty()) {
            throw new Options.UsageException("found no file under incoming/ or feeds/ of " + options.inputNames()
                    + ", expected customs files in the one and feed definitions in the other");
        }
    }

    /** Runs, and leaves neither process nor temporary folder behind, whenever and however it is ended. */
    private int runUntilEnded(Path temporary, Optional<FeedServer> server) throws IOException, InterruptedException {
        WorkFolder work = new WorkFolder(temporary);
        Thread worker = Thread.currentThread();
        CountDownLatch ending = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Thread cleaner = new Thread(
                () -> {
                    ending.countDown();
                    worker.interrupt();
                    Emulators.endAll();
                    awaitSome(ended, ENDING_MILLIS);
                    work.close();
                },
                "cleaner");
        Runtime.getRuntime().addShutdownHook(cleaner);
        try {
            return run(work, server);
        } catch (IOException | RuntimeException e) {
            // Ctrl-C reaches the emulators, too: what fails then, fails because all ends.
            if (awaitSome(ending, CTRL_C_MILLIS)) {
                return FAILED;
            }
            throw e;
        } finally {
            ended.countDown();
            work.close();
            try {
                Runtime.getRuntime().removeShutdownHook(cleaner);
            } catch (IllegalStateException endsAlready) {
                // It closes what is closed.
            }
        }
    }

    private static boolean awaitSome(CountDownLatch latch, long millis) {
        try {
            return latch.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return latch.getCount() == 0;
        }
    }

    private int run(WorkFolder work, Optional<FeedServer> server) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Path folder = work.create();
        Path log = folder.resolve("functions.log");
        PrintStream standardOutput = System.out;
        try (OutputStream file = Files.newOutputStream(log);
                FunctionLog functions = new FunctionLog(file);
                PrintStream logged = functions.stream()) {
            System.setOut(logged);
            terminal.say("starting DynamoDB Local and S3Mock ...");
            try (LocalSystem system = systems.start(
                    folder,
                    server.map(FeedServer::address),
                    emulator -> terminal.say(emulator + " answers after " + since(start) + " s"))) {
                int status = publishAll(system, functions, start);
                if (server.isPresent()) {
                    serve(server.get());
                    follow(system, functions);
                }
                return status;
            }
        } catch (IOException | RuntimeException e) {
            throw explained(e, folder, log);
        } finally {
            System.setOut(standardOutput);
        }
    }

    /** A failure with all that helps to mend it. */
    private IOException explained(Exception failure, Path work, Path log) {
        Optional<String> full = FullDisk.sentence(List.of(work, options.output()));
        if (full.isPresent()) {
            String said = failure.getMessage();
            boolean saidAlready = full.get().equals(said);
            return new IOException(saidAlready ? said : full.get() + "; " + said, failure);
        }
        Path kept = options.output().resolve(KEPT_LOG);
        try {
            Files.copy(log, kept, StandardCopyOption.REPLACE_EXISTING, LinkOption.NOFOLLOW_LINKS);
            return new IOException(failure.getMessage() + " (the functions' log: " + kept + ")", failure);
        } catch (IOException e) {
            failure.addSuppressed(e);
            return new IOException(failure.getMessage(), failure);
        }
    }

    private int publishAll(LocalSystem system, FunctionLog functions, long start) throws IOException {
        List<Change> files = input.takeAll();
        terminal.say(input.passedOver());
        int read = 0;
        long told = start;
        for (Change file : files) {
            takeOrTell(system, file);
            read++;
            if (System.nanoTime() - told > TELL_EVERY_NANOS || read == files.size()) {
                told = System.nanoTime();
                terminal.say("read " + read + " of " + files.size() + " files after " + since(start) + " s");
            }
        }
        if (files.isEmpty()) {
            terminal.say("found no file under incoming/ or feeds/ of " + options.inputNames());
        }
        Published published = publish(system, functions);
        terminal.say("recomputed after " + since(start) + " s");
        answers.ofTaken(files, published.taken());
        terminal.say(NewestMonth.tables(options.output()));
        terminal.say("");
        answers.ofRejected(published.rejected());
        published.tell(answers);
        if (defined.isEmpty()) {
            terminal.say("not published: found no feed definition under feeds/ of " + options.inputNames()
                    + ", expected one that says what the feed is about"
                    + (feeds().isEmpty() ? "" : "; what an earlier run published stays"));
        }
        if (!feeds().isEmpty()) {
            terminal.say("the feed is in " + options.output());
        }
        if (failedUploads) {
            return FAILED;
        }
        return published.all() && !defined.isEmpty() && !input.hasUnusable() ? DONE : NOT_ALL;
    }

    /** Uploads or deletes; what the function cannot take is named, and keeps the others from nothing. */
    private void takeOrTell(LocalSystem system, Change change) throws IOException {
        try {
            take(system, change);
        } catch (LocalSystem.FailedInvocationException e) {
            system.checkEmulators();
            failedUploads = true;
            String full = FullDisk.sentence(List.of(Path.of(System.getProperty("java.io.tmpdir")), options.output()))
                    .map(sentence -> sentence + "; ")
                    .orElse("");
            answers.notTaken(change.key(), full + e.getMessage());
        }
    }

    private void take(LocalSystem system, Change change) throws IOException {
        seconds.before(change.key());
        if (change.removed()) {
            system.delete(change.key());
        } else {
            system.upload(change.key(), input.file(change.key()));
        }
        seconds.after(change.key());
    }

    /**
     * What a publication came to.
     *
     * @param changed the lines on the feeds that changed
     * @param taken the uploads that are taken now
     * @param rejected the uploads that are rejected now
     * @param reasons why feeds were not published, by their names
     * @param standing the feeds of which an earlier run's publication stays
     */
    private record Published(
            List<String> changed,
            List<Taken> taken,
            List<Rejection> rejected,
            SortedMap<String, String> reasons,
            SortedSet<String> standing) {

        boolean all() {
            return rejected.isEmpty() && reasons.isEmpty() && standing.isEmpty();
        }

        void tell(Answers answers) {
            answers.notPublished(reasons, standing);
        }
    }

    /** Brings both folders up to date. */
    private Published publish(LocalSystem system, FunctionLog functions) throws IOException {
        functions.begin();
        system.publish();
        SortedSet<String> feeds = input.feeds();
        defined.addAll(feeds);
        SortedSet<String> standing = new TreeSet<>();
        List<String> changed = List.of();
        if (!defined.isEmpty()) {
            // Without any definition ever, this run knows nothing that could replace what is there.
            StandingFeeds source = StandingFeeds.of(system.feedBucket(), mirror, feeds);
            FolderMirror.Update update = mirror.update(source);
            terminal.say(update.passedOver());
            changed = PublishedLines.of(mirror, update.changed());
            standing.addAll(source.names());
        }
        List<Taken> all = system.taken();
        terminal.say(taken.update(Answered.mirrored(all)).passedOver());
        List<Rejection> rejected = system.rejected();
        terminal.say(reports.update(Answered.mirrored(rejected)).passedOver());
        return new Published(changed, all, rejected, functions.unpublished(), standing);
    }

    private void serve(FeedServer server) throws IOException {
        server.start();
        terminal.say("look at " + server.address());
        for (Path feed : feeds()) {
            terminal.say("look at " + server.address()
                    + options.output().relativize(feed).toString().replace('\\', '/'));
        }
        terminal.say("following " + options.inputNames() + " (Ctrl-C ends it)");
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

    private void follow(LocalSystem system, FunctionLog functions) throws IOException, InterruptedException {
        while (true) {
            Thread.sleep(LOOK_EVERY_MILLIS);
            List<Change> changes = input.takeChanges();
            terminal.say(input.passedOver());
            List<Change> done = new ArrayList<>();
            for (Change change : changes) {
                try {
                    take(system, change);
                    done.add(change);
                } catch (LocalSystem.FailedInvocationException e) {
                    system.checkEmulators();
                    answers.notTaken(change.key(), Objects.requireNonNull(e.getMessage()));
                } catch (IOException | RuntimeException e) {
                    // It may be gone again, or be gone in a moment: the next look tells.
                    input.takeAgain(change);
                    answers.notTaken(change.key(), "will try again: " + e.getMessage());
                }
            }
            if (!done.isEmpty()) {
                Published published = publish(system, functions);
                answers.ofChanges(done, published.taken(), published.rejected());
                answers.published(published.changed());
                published.tell(answers);
            }
        }
    }

    private static String since(long start) {
        return String.format(Locale.ROOT, "%.1f", (System.nanoTime() - start) / 1e9);
    }
}
