package dev.customsfeed.sources.csv;

import dev.customsfeed.sources.file.CustomsFile;
import dev.customsfeed.sources.layout.Reading;
import dev.customsfeed.sources.rejection.Problems;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What tells the header of a table, in which people may have changed the separator, and above which they may have put titles.
 *
 * @param separators that may part its columns, the office's own first
 * @param commasPartThousands whether a comma within a number is taken to part thousands
 * @param columns the column with a name; empty where there is none
 */
public record TableForm(String separators, boolean commasPartThousands, Function<String, Optional<String>> columns) {

    /** Parts columns as the office writes them. */
    char separator() {
        return separators.charAt(0);
    }

    Optional<String> column(String name) {
        return columns.apply(name);
    }

    /**
     * Opens a table and passes over what stands above its header, which a warning says; closes it if it cannot be read on. Where no
     * line looks like the header, the first is read as one.
     *
     * @return what {@code beginning} made of its lines, of which the header is the next
     */
    public <T> Optional<T> open(CustomsFile file, Reading reading, Lines.Beginning<CsvLines, T> beginning)
            throws IOException {
        Optional<HeaderPlace> place = HeaderPlace.find(file, this, reading.limits());
        char between = place.map(HeaderPlace::separator).orElse(separator());
        Titles titles = new Titles(place.map(HeaderPlace::above).orElse(List.of()));
        Problems problems = reading.problems();
        return Lines.begin(CsvLines.of(file, between, reading.limits(), problems), lines -> {
            if (!titles.isRight(reading)) {
                return Optional.empty();
            }
            for (int i = 0; i < titles.count(); i++) {
                if (!lines.next()) {
                    return Optional.empty();
                }
            }
            lines.assume(assumed(file, titles, between), titles);
            if (!commasPartThousands) {
                lines.line().nameReadings();
                // Who parts thousands by points separates columns otherwise.
                if (between != separator()) {
                    lines.line().doubtPoints();
                }
            }
            return beginning.begin(lines);
        });
    }

    /** Whether a line of the file looks like the header. */
    public boolean isFound(CustomsFile file, Reading reading) throws IOException {
        return HeaderPlace.find(file, this, reading.limits()).isPresent();
    }

    private List<String> assumed(CustomsFile file, Titles titles, char between) {
        List<String> assumed = new ArrayList<>();
        if (file.isTranscoded()) {
            assumed.add("The text is in " + file.encodingLabel() + ", and is read that way.");
        }
        assumed.addAll(titles.warnings());
        if (between != separator()) {
            assumed.add("Columns are separated by " + name(between) + " rather than " + name(separator())
                    + ", and are read that way"
                    + (between == ';' && commasPartThousands
                            ? "; commas within numbers are taken for thousands separators."
                            : "."));
        }
        return assumed;
    }

    private static String name(char separator) {
        return switch (separator) {
            case ',' -> "commas";
            case ';' -> "semicolons";
            case '\t' -> "tabs";
            case '|' -> "bars (|)";
            default -> throw new IllegalArgumentException("no separator of tables: " + separator);
        };
    }
}
