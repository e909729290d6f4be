package dev.customsfeed.local;

import java.nio.file.Path;

/** Where the project's files are, seen from this module's tests. */
final class Project {

    static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    static final Path SAMPLES = ROOT.resolve("events/files");
    static final Path SAMPLE_FILES = SAMPLES.resolve("incoming/gacc/flow=export/hs=8104");

    private Project() {}
}
