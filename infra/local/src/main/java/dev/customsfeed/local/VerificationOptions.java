package dev.customsfeed.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
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
        Options.Arguments left = new Options.Arguments(arguments);
        while (left.next()) {
            switch (left.option()) {
                case "--output" -> output = Options.Arguments.path(left.value());
                case "--day" -> day = day(left.value(), today);
                case "--help", "-h" -> help = left.flag();
                default -> {
                    if (left.option().startsWith("-") || input.isPresent()) {
                        throw new Options.UsageException(
                                "found '" + left.text() + "', expected one folder, --output, --day or --help");
                    }
                    input = Optional.of(Options.Arguments.path(left.option()));
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
