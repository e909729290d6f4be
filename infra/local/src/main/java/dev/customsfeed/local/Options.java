package dev.customsfeed.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param input a folder that looks like the upload bucket
 * @param output where the feed bucket is mirrored
 * @param once whether to end after the first complete publication
 * @param port where the feed is served; 0 for any that is free
 * @param help whether only to say how to call
 */
record Options(Path input, Path output, boolean once, int port, boolean help) {

    static final String USAGE = """
            Usage: infra/local/run [--input DIR] [--output DIR] [--once] [--port N] [--help]

            Takes the files of a folder that looks like the upload bucket, publishes the feed and serves it.
            It follows the folder: a file added to it, changed in it or removed from it is in the feed seconds later.
            A file that is wrong is refused as a whole: the first ten things that are wrong with it are printed, the
            report on it is in a folder beside the output's.

              --input DIR   the folder: DIR/incoming/<source>/flow=export/... and DIR/feeds/<id>.json
                            (default: the samples in events/files)
              --output DIR  where the feed is written (default: infra/local/output);
                            DIR-rejected/<key>.json are the reports on the files that are refused now
              --once        end after the first complete publication; exit status 0 if every file was taken,
                            1 if some were refused
              --port N      where the feed is served on this machine (default: any free port)
              --help        say this

            Exit status: 0 done, 1 files were refused (--once), 2 wrong call, 3 something failed.
            """;

    /**
     * Reads the arguments.
     *
     * @param root the project's folder, which the defaults lie in
     * @throws UsageException if they cannot be used; says what was found and what was expected
     */
    static Options parse(List<String> arguments, Path root) throws UsageException {
        Path input = root.resolve("events/files");
        Path output = root.resolve("infra/local/output");
        boolean once = false;
        boolean help = false;
        int port = 0;
        Deque<String> left = new ArrayDeque<>(arguments);
        while (!left.isEmpty()) {
            String option = left.pop();
            switch (option) {
                case "--input" -> input = Path.of(value(option, left));
                case "--output" -> output = Path.of(value(option, left));
                case "--once" -> once = true;
                case "--port" -> port = port(value(option, left));
                case "--help", "-h" -> help = true;
                default -> throw new UsageException("found '" + option + "', expected one of the options below");
            }
        }
        input = input.toAbsolutePath().normalize();
        output = output.toAbsolutePath().normalize();
        if (!help && !Files.isDirectory(input)) {
            throw new UsageException("found no folder " + input + ", expected one that looks like the upload bucket");
        }
        Options options = new Options(input, output, once, port, help);
        for (Path written : List.of(output, options.rejected())) {
            if (written.startsWith(input) || input.startsWith(written)) {
                throw new UsageException("found " + written + " to write to and " + input
                        + " for the input, expected two folders apart: one would feed the other");
            }
        }
        return options;
    }

    /** Where the reports on refused files are written: beside the output folder, which is served. */
    Path rejected() {
        return output.resolveSibling(output.getFileName() + "-rejected");
    }

    private static String value(String option, Deque<String> left) throws UsageException {
        if (left.isEmpty() || left.peek().startsWith("--")) {
            throw new UsageException("found nothing after " + option + ", expected its value");
        }
        return left.pop();
    }

    private static int port(String text) throws UsageException {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new UsageException("found '" + text + "' for the port, expected a number from 0 to 65535");
    }

    /** A call that cannot be understood. */
    static final class UsageException extends Exception {
        UsageException(String message) {
            super(message);
        }
    }
}
