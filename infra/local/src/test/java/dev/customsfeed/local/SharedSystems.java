package dev.customsfeed.local;

import dev.customsfeed.emulators.SharedEmulators;
import dev.customsfeed.emulators.TemplateResources;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Systems on the emulators that all tests of a JVM share, each with tables and buckets of its own. */
final class SharedSystems {

    private SharedSystems() {}

    /** As {@link LocalFeed.Systems} has it; nothing is started, so nothing is told to {@code progress}. */
    static LocalSystem start(Path workFolder, Optional<URI> address, Consumer<String> progress) throws IOException {
        String suffix = "-" + UUID.randomUUID();
        return LocalSystem.on(
                SharedEmulators.get(),
                Project.ROOT.resolve("infra/template.yaml"),
                id -> TemplateResources.plainName(id) + suffix,
                address);
    }
}
