package dev.customsfeed.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the project's files are, seen from this module's tests. */
final class Project {

    static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    static final Path SAMPLES = ROOT.resolve("events/files");
    static final Path SAMPLE_FILES = SAMPLES.resolve("incoming/gacc/flow=export/hs=8104");

    private Project() {}

    /** The names of the sample buckets, of one source each: folders of {@code events} in which feeds are defined. */
    static List<String> sampleBuckets() throws IOException {
        try (Stream<Path> events = Files.list(ROOT.resolve("events"))) {
            return events.filter(folder -> Files.isDirectory(folder.resolve("feeds")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}
