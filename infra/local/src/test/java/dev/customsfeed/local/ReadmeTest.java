package dev.customsfeed.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.customsfeed.emulators.SharedEmulators;
import dev.customsfeed.emulators.SourceTree;
import dev.customsfeed.emulators.TemplateResources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows a newcomer is so. */
class ReadmeTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
    /** A class, resource, parameter or metric that a document names by itself, after its package or before its member. */
    private static final Pattern NAMED = Pattern.compile("`(?:[a-z.]+\\.)?([A-Z][a-z0-9]+(?:[A-Z][a-z0-9]+)+)[^`\n]*`");

    private static final Pattern NAME = Pattern.compile("\\b[A-Z][A-Za-z0-9]*");

    @TempDir
    Path folder;

    /** The lines of the README from the one that begins with {@code first} to the one that begins with {@code last}. */
    private static String block(String first, String last) throws IOException {
        List<String> lines = Files.readAllLines(Project.ROOT.resolve("README.md"));
        List<String> block = new ArrayList<>();
        for (String line : lines) {
            if (!block.isEmpty() || line.startsWith(first)) {
                block.add(line.strip());
                if (line.startsWith(last)) {
                    return String.join("\n", block) + "\n";
                }
            }
        }
        throw new AssertionError("found no lines from " + first + " to " + last);
    }

    @Test
    void five_steps_lead_to_a_feed_of_another_commodity() throws IOException {
        Path file = Files.writeString(
                folder.resolve("antimony-2025-12.csv"),
                block("       \"Date of data\"", "       \"202512\",\"81101010\",\"502\""));
        Path definition = Files.writeString(folder.resolve("antimony.json"), block("       {", "       }"));
        String suffix = "-" + UUID.randomUUID();
        try (LocalSystem system = LocalSystem.on(
                SharedEmulators.get(),
                Project.ROOT.resolve("infra/template.yaml"),
                id -> TemplateResources.plainName(id) + suffix)) {
            system.upload("incoming/gacc/flow=export/hs=8110/antimony-2025-12.csv", file);
            system.publish();
            assertThat(system.rejected()).isEmpty();
            assertThat(system.feedBucket().read("antimony/feed.json")).isEmpty();

            system.upload("feeds/antimony.json", definition);
            system.publish();
            JsonNode report = new JsonMapper()
                    .readTree(system.feedBucket()
                            .read("antimony/reports/2025-12.json")
                            .orElseThrow());
            assertThat(report.at("/total/month/netWeightKg").asLong()).isEqualTo(150_000);
            assertThat(system.feedBucket().read("antimony/index.html")).isPresent();
        }
    }

    @Test
    void each_link_within_the_project_leads_somewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        List<Path> pages = SourceTree.files(Project.ROOT).stream()
                .filter(path -> path.toString().endsWith(".md"))
                .toList();
        for (Path page : pages) {
            for (String link : LINK.matcher(Files.readString(page))
                    .results()
                    .map(found -> found.group(1))
                    .filter(target -> !target.matches("[a-z]+:.*"))
                    .toList()) {
                int hash = link.indexOf('#');
                Path target = hash == 0
                        ? page
                        : page.resolveSibling(hash < 0 ? link : link.substring(0, hash))
                                .normalize();
                if (Files.notExists(target)
                        || hash >= 0 && !headings(Files.readString(target)).contains(link.substring(hash + 1))) {
                    broken.add(Project.ROOT.relativize(page) + ": " + link);
                }
            }
        }
        assertThat(pages).hasSizeGreaterThan(10);
        assertThat(broken).isEmpty();
    }

    @Test
    void each_name_that_a_document_gives_is_one_of_the_project() throws IOException {
        Set<String> names = new HashSet<>();
        Map<Path, String> pages = new TreeMap<>();
        for (Path file : SourceTree.files(Project.ROOT)) {
            String name = String.valueOf(file.getFileName());
            if (name.matches(".*\\.(java|yaml|xml|py|js|mjs)")) {
                NAME.matcher(Files.readString(file))
                        .results()
                        .map(MatchResult::group)
                        .forEach(names::add);
            } else if (name.endsWith(".md") && !name.equals("CHANGELOG.md")) {
                pages.put(Project.ROOT.relativize(file), Files.readString(file));
            }
        }
        List<String> found = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        pages.forEach((page, text) -> NAMED.matcher(text).results().forEach(named -> {
            found.add(named.group(1));
            if (!names.contains(named.group(1))) {
                unknown.add(page + ": " + named.group());
            }
        }));
        assertThat(found).hasSizeGreaterThan(50);
        assertThat(unknown).isEmpty();
    }

    /** What headings are called in links. */
    private static List<String> headings(String page) {
        return HEADING.matcher(page)
                .results()
                .map((MatchResult found) -> found.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }
}
