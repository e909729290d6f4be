package dev.customsfeed.emulators;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One pair of emulators for all tests of a JVM, started when first asked for and ended with it. */
public final class SharedEmulators {

    private SharedEmulators() {}

    /** The pair; the first call takes some seconds. */
    public static Emulators get() {
        return Holder.STARTED;
    }

    /** What the project's template has, read once; for modules two folders below the project. */
    public static TemplateResources template() {
        return Template.READ;
    }

    private static final class Template {
        static final TemplateResources READ = read();

        private static TemplateResources read() {
            try {
                return TemplateResources.read(Path.of("../../infra/template.yaml"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class Holder {
        static final Emulators STARTED = start();

        /** What they write goes with the rest of what the build writes: some hundred megabytes. */
        private static Path folder() throws IOException {
            return Files.createDirectories(Path.of("target").toAbsolutePath());
        }

        private static Emulators start() {
            try {
                // The leash ends them: a hook would race with the test runner's own.
                return Emulators.start(Files.createTempDirectory(folder(), "emulators"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while the emulators were starting", e);
            }
        }
    }
}
