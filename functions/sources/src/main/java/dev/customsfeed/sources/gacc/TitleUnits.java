package dev.customsfeed.sources.gacc;

import dev.customsfeed.sources.rejection.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Units of weight that the lines above a header say quantities are in: 数量单位：吨, Quantity in metric tons.
 *
 * @param title the line that says so first; empty if none does
 * @param units all of them
 */
record TitleUnits(String title, List<UnitOfWeight> units) {

    /** What speaks of quantities, and what it says; not of unit values and prices, which are per unit. */
    private static final Pattern OF_QUANTITIES = Pattern.compile(
            "(?i)(?:[单單]位(?![价價])|数量|數量|重量|净重|\\b(?:units?(?!\\s*(?:value|price))|quantit(?:y|ies)|weights?)\\b)(.*)");

    /** What is spelt like a unit of quantities and is none: what prices are per, what stands behind a number, the sign of magnesium. */
    private static final Pattern OTHERWISE =
            Pattern.compile("(?:(?i:人民币|元|usd|us\\$|\\$|cny|rmb|dollars?)\\s*[/／]\\s*|(?i:\\bper\\s+)|每|\\d\\s*)"
                    + "(?i:(?:metric|short|long)\\s+)?\\p{L}+|\\bMg\\b");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\\p{Z},，、/;；:：|()（）\\[\\]]+");

    static TitleUnits of(List<String> above) {
        String title = "";
        List<UnitOfWeight> units = new ArrayList<>();
        for (String text : above) {
            Matcher said = OF_QUANTITIES.matcher(text);
            if (said.find()) {
                units.addAll(named(
                        BETWEEN_WORDS.split(OTHERWISE.matcher(said.group(1)).replaceAll(" "))));
                if (title.isEmpty() && !units.isEmpty()) {
                    title = text;
                }
            }
        }
        return new TitleUnits(title, List.copyOf(units));
    }

    private static List<UnitOfWeight> named(String[] words) {
        List<UnitOfWeight> units = new ArrayList<>();
        int i = 0;
        while (i < words.length) {
            String word = words[i];
            // Short tons are no tons.
            Optional<UnitOfWeight> ofTwo =
                    i + 1 < words.length ? UnitOfWeight.find(words[i] + words[i + 1]) : Optional.empty();
            ofTwo.or(() -> UnitOfWeight.find(word)).ifPresent(units::add);
            i += ofTwo.isPresent() ? 2 : 1;
        }
        return units;
    }

    /** Whether a row whose quantity is in {@code unit} says otherwise. */
    boolean contradict(Optional<UnitOfWeight> unit) {
        return !units.isEmpty() && unit.filter(units::contains).isEmpty();
    }

    /** What a contradicted title is, in the words of a problem. */
    String quoted() {
        return Problem.quote(title);
    }
}
