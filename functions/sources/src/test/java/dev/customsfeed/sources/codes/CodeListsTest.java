package dev.customsfeed.sources.codes;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What this module's README says of the code lists. */
class CodeListsTest {

    private static final Path LISTS = Path.of("src/main/resources/dev/customsfeed/sources");
    private static final Pattern ROW =
            Pattern.compile("^\\| `(\\w+/[\\w-]+\\.csv)` \\| (\\d+) \\| [^|]+ \\| [^|]*\\|$", Pattern.MULTILINE);

    @Test
    void the_readme_says_of_each_list_how_many_codes_it_has_and_where_they_are_from() throws IOException {
        Map<String, Long> said = new TreeMap<>();
        Matcher rows = ROW.matcher(Files.readString(Path.of("README.md")));
        while (rows.find()) {
            said.put(rows.group(1), Long.valueOf(rows.group(2)));
        }

        Map<String, Long> found = new TreeMap<>();
        try (var files = Files.walk(LISTS)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".csv")).toList()) {
                String name = LISTS.relativize(file).toString().replace('\\', '/');
                try (var records = CsvReader.builder().ofNamedCsvRecord(file)) {
                    found.put(name, records.stream().count());
                }
            }
        }
        assertThat(said).isNotEmpty().isEqualTo(found);
    }
}
