package dev.customsfeed.local;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What the command line of {@code infra/local/verify} asks for.
 *
 * @param input the folder of files
 * @param output where the report is written
 * @param day the day that files are taken as uploaded on
 * @param help whether only to say how to call
 */
record VerificationOptions(Path input, Path output, LocalDate day, boolean help) {

    /**
     * Reads the arguments.
     *
     * @param root the project's folder, which the default output lies in
     * @param today the day where none is named
     * @throws Options.UsageException if they cannot be understood or done; says what was found and what was expected
     */
    static VerificationOptions parse(List<String> arguments, Path root, LocalDate today) throws Options.UsageException {
        Optional<Path> input = Optional.empty();
        Path output = root.resolve("infra/local/output-verification");
        LocalDate day = today;
        boolean help = false;
        Deque<String> left = new ArrayDeque<>(arguments);
        while (!left.isEmpty()) {
            String argument = left.pop();
            int equals = argument.startsWith("--") ? argument.indexOf('=') : -1;
            String option = equals < 0 ? argument : argument.substring(0, equals);
            if (equals >= 0) {
                left.push(argument.substring(equals + 1));
            }
            switch (option) {
                case "--output" -> output = path(value(option, left));
                case "--day" -> day = day(value(option, left), today);
                case "--help", "-h" -> help = true;
                default -> {
                    if (option.startsWith("-") || input.isPresent()) {
                        throw new Options.UsageException(
                                "found '" + argument + "', expected one folder, --output, --day or --help");
                    }
                    input = Optional.of(path(option));
                }
            }
        }
        if (help) {
            return new VerificationOptions(root, output, day, true);
        }
        if (input.isEmpty() || !Files.isDirectory(input.get())) {
            throw new Options.UsageException(
                    "found " + input.map(Path::toString).orElse("no folder")
                            + ", expected a folder with files of declarations, refunds, certificates or uses");
        }
        Path in = input.get().toAbsolutePath().normalize();
        Path out = output.toAbsolutePath().normalize();
        if (out.startsWith(in)) {
            throw new Options.UsageException(
                    "found the output folder " + out + " within the input folder, expected it elsewhere");
        }
        return new VerificationOptions(in, out, day, false);
    }

    private static String value(String option, Deque<String> left) throws Options.UsageException {
        if (left.isEmpty() || left.peek().isEmpty()) {
            throw new Options.UsageException("found " + option + " without a value, expected one after it");
        }
        return left.pop();
    }

    private static Path path(String text) throws Options.UsageException {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new Options.UsageException("found '" + text + "', expected the name of a folder");
        }
    }

    private static LocalDate day(String text, LocalDate today) throws Options.UsageException {
        LocalDate day;
        try {
            day = LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new Options.UsageException("found --day " + text + ", expected a day as in 2026-03-10");
        }
        if (day.isAfter(today)) {
            throw new Options.UsageException("found --day " + text + ", expected a day that has begun");
        }
        return day;
    }
}
