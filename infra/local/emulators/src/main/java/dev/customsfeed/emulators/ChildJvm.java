package dev.customsfeed.emulators;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A Java program that runs beside this one, and never outlives it. */
final class ChildJvm implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(90);

    // Linux hands out those from 32768, other systems those from 49152.
    private static final int FIRST_PORT = 10_000;
    private static final int LAST_PORT = 32_767;
    private static final int PORT_TRIES = 1000;
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private static final Set<Process> STARTED = new HashSet<>();
    private static boolean ended;

    private final String name;
    private final Process process;
    private final Path log;

    private ChildJvm(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /**
     * Starts a program on this JVM's own JDK.
     *
     * @param name names its log file and its errors
     * @param workFolder where it runs and where its log is written
     * @param arguments what follows {@code java}
     */
    static ChildJvm start(String name, Path workFolder, List<String> arguments) throws IOException {
        // Its folder too: whoever ends all deletes it next, and nothing may come into it any more.
        synchronized (STARTED) {
            if (ended) {
                throw new IOException("found this program ending, expected to start another: none is started any more");
            }
            ChildJvm child = startNow(name, workFolder, arguments);
            STARTED.removeIf(one -> !one.isAlive());
            STARTED.add(child.process);
            return child;
        }
    }

    private static ChildJvm startNow(String name, Path workFolder, List<String> arguments) throws IOException {
        Files.createDirectories(workFolder);
        Path log = workFolder.resolve(name + ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-javaagent:" + leash(workFolder),
                // A short life: start fast rather than run fast.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                // Theirs whatever the user's are: DynamoDB Local reads its own numbers by the default locale.
                "-Duser.language=en",
                "-Duser.country=US",
                "-Duser.script=",
                "-Duser.variant=",
                "-Duser.extensions=",
                "-Dfile.encoding=UTF-8",
                "-Duser.timezone=UTC"));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .directory(workFolder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new ChildJvm(name, process, log);
    }

    /** Ends all programs that were started, waits until they are gone, and lets none be started any more. */
    static void endAll() {
        synchronized (STARTED) {
            ended = true;
            STARTED.forEach(Process::destroyForcibly);
            STARTED.forEach(ChildJvm::awaitEnd);
        }
    }

    private static Path leash(Path workFolder) throws IOException {
        Path jar = Files.createTempFile(workFolder, "leash", ".jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(new Attributes.Name("Premain-Class"), Leash.class.getName());
        String classFile = Leash.class.getName().replace('.', '/') + ".class";
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, manifest);
                InputStream bytes = Leash.class.getResourceAsStream("/" + classFile)) {
            entries.putNextEntry(new JarEntry(classFile));
            bytes.transferTo(entries);
            entries.closeEntry();
        }
        return jar;
    }

    /**
     * Waits until the program answers.
     *
     * @throws IOException if it ends or does not answer in time; says what it wrote last
     */
    void await(BooleanSupplier answers) throws IOException, InterruptedException {
        long limit = System.nanoTime() + START_LIMIT.toNanos();
        while (!answers.getAsBoolean()) {
            if (!process.isAlive()) {
                throw new IOException(
                        name + " ended with status " + process.exitValue() + " instead of starting.\n" + tail());
            }
            if (System.nanoTime() > limit) {
                close();
                throw new IOException(name + " did not answer within " + START_LIMIT.toSeconds() + " s.\n" + tail());
            }
            process.waitFor(50, TimeUnit.MILLISECONDS);
        }
    }

    private String tail() throws IOException {
        List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                .lines()
                .toList();
        return log + " ends with:\n" + String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    }

    /**
     * A port on loopback that is free now and, most likely, until the program binds it: it is none of those that systems hand out to
     * whoever asks for any, and is given once.
     *
     * @throws IOException if none is found
     */
    static int freePort() throws IOException {
        for (int tries = 0; tries < PORT_TRIES; tries++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST_PORT, LAST_PORT + 1);
            if (GIVEN.add(port) && isFree(port)) {
                return port;
            }
        }
        throw new IOException(
                "found no free port among " + PORT_TRIES + " tried from " + FIRST_PORT + " to " + LAST_PORT);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /**
     * A folder that the build puts beside this module's classes.
     *
     * @throws IOException if it is not there; says how to make it
     */
    static Path builtFolder(String relativeToTarget) throws IOException {
        Path folder = Objects.requireNonNull(ownClasses().getParent())
                .resolve(relativeToTarget)
                .normalize();
        if (!Files.isDirectory(folder)) {
            throw new IOException(
                    "found no " + folder + "; expected what the build puts there: run ./mvnw -DskipTests package");
        }
        return folder;
    }

    /** The folder or jar of this module's classes, which a child may need too. */
    static Path ownClasses() throws IOException {
        try {
            return Path.of(ChildJvm.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IOException("the place of this program's classes is not a file", e);
        }
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        awaitEnd(process);
    }

    private static void awaitEnd(Process process) {
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
