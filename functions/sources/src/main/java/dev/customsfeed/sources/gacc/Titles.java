package dev.customsfeed.sources.gacc;

import dev.customsfeed.ledger.Flow;
import dev.customsfeed.sources.layout.Reading;
import dev.customsfeed.sources.rejection.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The lines above a header. They mean nothing, and are passed over; but for those that say that values are not in whole units of the
 * currency, or of which flow they are, if the key says otherwise.
 *
 * @param lines as text, blank ones among them
 */
record Titles(List<String> lines) {

    private static final Pattern SEPARATOR_LINE = Pattern.compile("(?i)sep=.?");

    /** Of the currency: 千美元, 万元, "thousand US dollars", USD 1,000. */
    private static final Pattern SCALE = Pattern.compile(
            "(?i)[十百千万亿][十百千万亿]?(?:美元|人民币|元)|\\b(?:thousand|million|billion)s?\\b|(?:usd|cny|rmb|us\\$)\\s*1?0?0?[,']?000\\b|\\b1?0?0?[,']?000\\s*(?:usd|cny|rmb|us\\$|us dollar|yuan)");

    /** How many lines stand above the header. */
    int count() {
        return lines.size();
    }

    /** Whether nothing in them contradicts how the rows will be read, or else a problem. */
    boolean isRight(Reading reading) {
        for (int i = 0; i < lines.size(); i++) {
            String text = lines.get(i);
            if (SCALE.matcher(text).find()) {
                reading.problems()
                        .add(Problem.ofLine(
                                "title-unit",
                                i + 1L,
                                "a title that says that values are in a multiple of the currency: "
                                        + Problem.quote(text),
                                "values in whole US dollars or yuan, as customs gives them",
                                "Upload the file as customs gave it."));
                return false;
            }
            Optional<Flow> said = flow(text);
            if (said.isPresent() && !said.equals(reading.key().flow())) {
                reading.problems()
                        .add(Problem.ofLine(
                                "flow-contradiction",
                                i + 1L,
                                "a title that says " + said.get().id() + "s: " + Problem.quote(text),
                                "what the key declares, flow="
                                        + reading.key().flow().map(Flow::id).orElse(""),
                                "Correct the flow= in the path, or take the title out if it is wrong."));
                return false;
            }
        }
        return true;
    }

    private static Optional<Flow> flow(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        boolean both = lower.contains("进出口");
        boolean exports = lower.contains("出口") || lower.contains("export");
        boolean imports = lower.contains("进口") || lower.contains("import");
        if (both || exports == imports) {
            return Optional.empty();
        }
        return Optional.of(exports ? Flow.EXPORT : Flow.IMPORT);
    }

    /** What was passed over, as sentences. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        List<String> texts = lines.stream().filter(line -> !line.isEmpty()).toList();
        long blank = lines.size() - texts.size();
        if (!texts.isEmpty()) {
            boolean separator =
                    texts.size() == 1 && SEPARATOR_LINE.matcher(texts.get(0)).matches();
            warnings.add((separator
                            ? "The line "
                            : Count.of(texts.size(), "line", "lines") + " above the header "
                                    + (texts.size() == 1 ? "is" : "are") + " passed over as no part of the table: ")
                    + String.join(", ", texts.stream().map(Problem::quote).toList())
                    + (separator ? " above the header is passed over." : "."));
        }
        if (blank > 0) {
            warnings.add(Count.of(blank, "blank line", "blank lines") + " above the header "
                    + (blank == 1 ? "is" : "are") + " passed over.");
        }
        return warnings;
    }
}
