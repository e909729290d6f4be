package dev.customsfeed.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What the command line asks for. {@code infra/local/run} runs this one file from its source before it builds, so that a wrong call
 * does not have to wait for that: it needs nothing but the JDK.
 *
 * @param inputs folders that look like the upload bucket, together
 * @param output where the feed bucket is mirrored
 * @param once whether to end after the first complete publication
 * @param port where the feed is served; 0 for any that is free
 * @param help whether only to say how to call
 */
record Options(List<Path> inputs, Path output, boolean once, int port, boolean help) {

    /** The exit status of a wrong call. */
    static final int WRONG_CALL = 2;

    private static final int LAST_PORT = 65_535;

    /** Checks a call; its arguments are the project's folder and what follows {@code infra/local/run}. */
    public static void main(String[] arguments) {
        try {
            parse(List.of(arguments).subList(1, arguments.length), Path.of(arguments[0]))
                    .check();
        } catch (UsageException e) {
            System.err.println(Objects.requireNonNull(e.getMessage()).replaceAll("\\p{Cntrl}", "?"));
            System.exit(WRONG_CALL);
        }
    }

    /**
     * Reads the arguments.
     *
     * @param root the project's folder, which the defaults lie in
     * @throws UsageException if they cannot be understood; says what was found and what was expected
     */
    static Options parse(List<String> arguments, Path root) throws UsageException {
        List<Path> inputs = new ArrayList<>();
        Path output = root.resolve("infra/local/output");
        boolean once = false;
        boolean help = false;
        int port = 0;
        Arguments left = new Arguments(arguments);
        while (left.next()) {
            switch (left.option()) {
                case "--input" ->
                    inputs.add(Arguments.path(left.value()).toAbsolutePath().normalize());
                case "--output" -> output = Arguments.path(left.value());
                case "--port" -> port = port(left.value());
                case "--once" -> once = left.flag();
                case "--help", "-h" -> help = left.flag();
                default ->
                    throw new UsageException(
                            "found '" + left.text() + "', expected --input, --output, --once, --port or --help");
            }
        }
        if (inputs.isEmpty()) {
            // Two feeds: what the list of feeds is for, shows with more than one.
            inputs.add(root.resolve("events/files").toAbsolutePath().normalize());
            inputs.add(root.resolve("events/graphite").toAbsolutePath().normalize());
        }
        return new Options(List.copyOf(inputs), output.toAbsolutePath().normalize(), once, port, help);
    }

    /**
     * Looks whether the call can be done, and changes nothing.
     *
     * @throws UsageException if it cannot; says what was found and what was expected
     */
    void check() throws UsageException {
        if (help) {
            return;
        }
        for (Path input : inputs) {
            checkInput(input);
            checkOutput(input);
        }
        if (!once && port != 0) {
            checkPort();
        }
    }

    private static void checkInput(Path input) throws UsageException {
        if (!Files.isDirectory(input)) {
            throw new UsageException("found " + (Files.exists(input) ? "a file, no folder, " : "no folder ") + input
                    + ", expected one that looks like the upload bucket");
        }
        if (!Files.isReadable(input) || !Files.isExecutable(input)) {
            throw new UsageException("found " + input + ", which cannot be read, expected a folder that can");
        }
    }

    private void checkOutput(Path input) throws UsageException {
        if (output.getFileName() == null) {
            throw new UsageException("found " + output + " to write to, expected a folder within it");
        }
        for (Path written : List.of(output, taken(), rejected())) {
            Path real = real(written);
            if (real.startsWith(real(input)) || real(input).startsWith(real)) {
                throw new UsageException("found " + written + " to write to and " + input
                        + " for the input, expected two folders apart: one would feed the other");
            }
        }
        Path there = existing(output);
        if (!Files.isDirectory(there)) {
            throw new UsageException(
                    "found " + there + ", which is no folder, expected one to write " + output + " in");
        }
        if (!Files.isWritable(there) || !Files.isExecutable(there)) {
            throw new UsageException("found " + there
                    + ", which cannot be written to, expected a folder for the feed: name another by" + " --output");
        }
    }

    private void checkPort() throws UsageException {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            if (!socket.isBound()) {
                throw new IOException("not bound");
            }
        } catch (IOException e) {
            throw portInUse(port);
        }
    }

    /** The port cannot be had. */
    static UsageException portInUse(int port) {
        return new UsageException("found port " + port
                + " in use or not for this user, expected one that is free: name another by --port, or leave it out");
    }

    private static Path existing(Path path) {
        Path there = path;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there;
    }

    /** Where a path leads if links are followed as far as it exists. */
    private static Path real(Path path) {
        Path there = existing(path);
        try {
            return there.toRealPath().resolve(there.relativize(path)).normalize();
        } catch (IOException e) {
            return path;
        }
    }

    /** The input folders, to be named to people. */
    String inputNames() {
        return inputs.stream().map(Path::toString).collect(Collectors.joining(" and "));
    }

    /** Where the answers to files that are taken are written: beside the output folder, which is served. */
    Path taken() {
        return output.resolveSibling(output.getFileName() + "-taken");
    }

    /** Where the reports on rejected files are written: beside the output folder, which is served. */
    Path rejected() {
        return output.resolveSibling(output.getFileName() + "-rejected");
    }

    private static int port(String text) throws UsageException {
        if (text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= LAST_PORT) {
            return Integer.parseInt(text);
        }
        throw new UsageException("found '" + text + "' for the port, expected a number from 0 to " + LAST_PORT);
    }

    /** A call that cannot be understood, or not be done; its message is one line. */
    static final class UsageException extends Exception {
        UsageException(String message) {
            super(message + " (--help says how to call)");
        }
    }

    /** A command's arguments, one after the other: options with {@code =value} or the value behind them, options alone, and others. */
    static final class Arguments {

        private final Deque<String> left;
        private String text = "";
        private String option = "";
        private boolean given;

        Arguments(List<String> arguments) {
            left = new ArrayDeque<>(arguments);
        }

        /** Goes on to the next; false where there is none. */
        boolean next() {
            if (left.isEmpty()) {
                return false;
            }
            text = left.pop();
            int equals = text.startsWith("--") ? text.indexOf('=') : -1;
            given = equals >= 0;
            option = given ? text.substring(0, equals) : text;
            if (given) {
                left.push(text.substring(equals + 1));
            }
            return true;
        }

        /** The argument as it was typed. */
        String text() {
            return text;
        }

        /** The option's name with its dashes, or the argument where it is none. */
        String option() {
            return option;
        }

        /** The option's value. */
        String value() throws UsageException {
            boolean none = left.isEmpty()
                    || left.peek().isEmpty()
                    || !given && left.peek().startsWith("--");
            if (none) {
                throw new UsageException("found nothing after " + option + ", expected its value");
            }
            return left.pop();
        }

        /** True, of an option that has no value. */
        boolean flag() throws UsageException {
            if (given) {
                throw new UsageException(
                        "found '" + left.peek() + "' after " + option + "=, expected " + option + " alone");
            }
            return true;
        }

        /** The folder that {@code text} names. */
        static Path path(String text) throws UsageException {
            try {
                return Path.of(text);
            } catch (InvalidPathException e) {
                throw new UsageException("found '" + text + "', expected the name of a folder: " + e.getReason());
            }
        }
    }
}
