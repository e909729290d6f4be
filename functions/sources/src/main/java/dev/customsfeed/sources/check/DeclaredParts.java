package dev.customsfeed.sources.check;

import dev.customsfeed.ledger.Part;
import dev.customsfeed.sources.codes.Code;
import dev.customsfeed.sources.codes.CodeTexts;
import dev.customsfeed.sources.key.KeyDeclarations;
import dev.customsfeed.sources.layout.Field;
import dev.customsfeed.sources.layout.Layout;
import dev.customsfeed.sources.layout.Row;
import dev.customsfeed.sources.layout.Rows;
import dev.customsfeed.sources.layout.Source;
import dev.customsfeed.sources.rejection.Problem;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;

/** The parts of the key (partners, provinces, customs regimes or pages that the file was limited to), held against its rows. */
final class DeclaredParts {

    /** Of a row that is in none of the declared parts. */
    static final int OUTSIDE = -2;

    private static final int WHOLE = -1;

    private final List<Part> parts;
    private final Source source;
    private final Layout layout;

    /** The dimension of the layout that the parts are values of; empty for partners, pages and the whole. */
    private final OptionalInt inLayout;

    private final CodeTexts texts = new CodeTexts();

    DeclaredParts(KeyDeclarations key, Source source, Layout layout) {
        this.parts = List.copyOf(key.parts());
        this.source = source;
        this.layout = layout;
        this.inLayout = dimensionOf(parts, layout);
    }

    private static OptionalInt dimensionOf(List<Part> parts, Layout layout) {
        for (int i = 0; i < layout.dimensions().size() && !parts.isEmpty(); i++) {
            if (layout.dimensions()
                    .get(i)
                    .name()
                    .equals(parts.get(0).dimension().id())) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** The number of the part that a row belongs to; -1 for the whole, {@link #OUTSIDE} for none. */
    int partOf(Row row) {
        if (parts.isEmpty()) {
            return WHOLE;
        }
        Part first = parts.get(0);
        if (first.dimension() == Part.Dimension.PAGE) {
            return 0;
        }
        long code = inLayout.isPresent()
                ? row.dimension(inLayout.getAsInt())
                : first.dimension() == Part.Dimension.PARTNER ? row.partner() : Code.NONE;
        if (code == Code.NONE) {
            // A file without the column is about the one value that it was limited to.
            return parts.size() == 1 ? 0 : OUTSIDE;
        }
        String text = texts.text(code);
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).value().equals(text)) {
                return i;
            }
        }
        return OUTSIDE;
    }

    /** What is wrong with the row that was read last, which is outside of them. */
    Problem contradiction(Rows rows) {
        Part.Dimension dimension = parts.get(0).dimension();
        String declared = dimension.id() + "="
                + String.join("+", parts.stream().map(Part::value).toList());
        return rows.problem(
                switch (dimension) {
                    case PARTNER -> Field.PARTNER;
                    case PROVINCE -> Field.PROVINCE;
                    case REGIME -> Field.REGIME;
                    case PAGE -> Field.MONTH;
                },
                "part-contradiction",
                "one of the codes that the key declares with " + declared,
                "Add the code to the path if the file was limited to it too, or take " + dimension.id()
                        + "= out if the file is about all.");
    }

    /**
     * Where no row names its partner, province or regime, the key alone says it: a code that nobody knows would be one more of them, and the
     * code of all of them would count them twice.
     *
     * @param sums of all rows, of which there is one at least
     */
    Optional<Problem> unknownCodes(MonthSums sums) {
        if (parts.isEmpty() || parts.get(0).dimension() == Part.Dimension.PAGE) {
            return Optional.empty();
        }
        Part.Dimension dimension = parts.get(0).dimension();
        if (dimension != Part.Dimension.PARTNER && inLayout.isEmpty()
                || !codesOfRows(sums).isEmpty()) {
            return Optional.empty();
        }
        List<String> unknown =
                parts.stream().map(Part::value).filter(code -> !isKnown(code)).toList();
        if (unknown.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Problem.ofFile(
                "key-" + dimension.id(),
                Problem.quote(dimension.id() + "=" + String.join("+", unknown))
                        + " in the path of a file whose rows do not say their " + dimension.id(),
                "codes of the list that " + source.names().get("en") + " writes them by",
                "Correct the code in the path, or upload the file with its column of codes. Without " + dimension.id()
                        + "= the file is about all."));
    }

    private SortedSet<String> codesOfRows(MonthSums sums) {
        return inLayout.isPresent() ? sums.codes(inLayout.getAsInt()) : sums.partners();
    }

    private boolean isKnown(String code) {
        return inLayout.isPresent()
                ? layout.knows(layout.dimensions().get(inLayout.getAsInt()), code)
                : source.partners().find(code).isPresent();
    }
}
