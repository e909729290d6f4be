package dev.customsfeed.sources.comext;

import dev.customsfeed.ledger.Flow;
import dev.customsfeed.sources.codes.Code;
import dev.customsfeed.sources.csv.CsvLine;
import dev.customsfeed.sources.layout.Row;
import dev.customsfeed.sources.rejection.Figure;
import dev.customsfeed.sources.rejection.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Codes of SDMX-CSV that stand for several partners or reporters: {@code WORLD}, {@code EXT_EU27_2020}, {@code EU27_2020},
 * {@code EA} ... They have names longer than codes, and numbers below all codes.
 */
final class Aggregates {

    static final String WORLD = "WORLD";
    private static final String INSIDE = "INT_";
    private static final String OUTSIDE = "EXT_";

    /** The two that have the length of a country's code. */
    private static final List<String> SHORT = List.of("EU", "EA");

    private static final String SIGNS = "[A-Z0-9_]{2,40}";
    private static final long FIRST = -2;

    /** What is inside and outside a union is added up for so many sums over partners, and no more. */
    private static final int COMPARED_AT_MOST = 100_000;

    /** Half a euro or kilogram for each of three figures, in thousandths, rounded up. */
    private static final long TOLERANCE = 1_500;

    private final List<String> names = new ArrayList<>();
    private final Map<Key, Figures> figures = new HashMap<>();
    private boolean allCompared = true;

    /** A sum over the partners that an aggregate stands for. */
    private record Key(long reporter, Flow flow, int month, long product, String aggregate) {}

    private record Figures(long line, long value, long netWeight) {}

    /** The number of the aggregate that a field names; {@link Code#INVALID} if it is none. */
    long number(CsvLine line, int field) {
        for (int i = 0; i < names.size(); i++) {
            if (line.is(field, names.get(i))) {
                return FIRST - i;
            }
        }
        String name = line.raw(field);
        if (!name.matches(SIGNS) || name.length() == 2 && !SHORT.contains(name)) {
            return Code.INVALID;
        }
        names.add(name);
        return FIRST - names.size() + 1;
    }

    /** Whether a number is that of an aggregate. */
    static boolean isOne(long code) {
        return code <= FIRST;
    }

    boolean isWorld(long code) {
        return isOne(code) && name(code).equals(WORLD);
    }

    private String name(long code) {
        return names.get((int) (FIRST - code));
    }

    /** Notes the figures of an aggregate of partners. */
    void note(Row row) {
        String name = name(row.partner());
        if (!name.equals(WORLD) && !name.startsWith(INSIDE) && !name.startsWith(OUTSIDE)) {
            return;
        }
        if (figures.size() >= COMPARED_AT_MOST) {
            allCompared = false;
            return;
        }
        figures.put(
                new Key(row.reporter(), row.flow(), row.month(), row.commodity(), name),
                new Figures(row.line(), row.valueThousandths(), row.netWeightGrams()));
    }

    /** What is wrong where trade with all the world is not the sum of trade inside and outside a union. */
    List<Problem> differing() {
        List<Problem> problems = new ArrayList<>();
        figures.forEach((key, inside) -> {
            if (key.aggregate().startsWith(INSIDE)) {
                String union = key.aggregate().substring(INSIDE.length());
                Figures outside = figures.get(beside(key, OUTSIDE + union));
                Figures world = figures.get(beside(key, WORLD));
                if (outside != null && world != null) {
                    differing(union, inside, outside, world).ifPresent(problems::add);
                }
            }
        });
        problems.sort(java.util.Comparator.comparing(Problem::line));
        return problems;
    }

    /** A sentence, if there were too many to compare them all. */
    Optional<String> notCompared() {
        return allCompared
                ? Optional.empty()
                : Optional.of("Whether WORLD is the sum of INT_ and EXT_ was not checked: there are more than "
                        + COMPARED_AT_MOST + " totals over partners.");
    }

    private static Key beside(Key key, String aggregate) {
        return new Key(key.reporter(), key.flow(), key.month(), key.product(), aggregate);
    }

    private static Optional<Problem> differing(String union, Figures inside, Figures outside, Figures world) {
        boolean weighed = inside.netWeight() != Row.UNKNOWN
                && outside.netWeight() != Row.UNKNOWN
                && world.netWeight() != Row.UNKNOWN;
        boolean value = differs(inside.value(), outside.value(), world.value());
        if (!value && !(weighed && differs(inside.netWeight(), outside.netWeight(), world.netWeight()))) {
            return Optional.empty();
        }
        String unit = value ? " EUR" : " kg";
        return Optional.of(Problem.ofLine(
                "total-differs",
                world.line(),
                "WORLD of " + Figure.ofThousandths(value ? world.value() : world.netWeight()) + unit + ", where INT_"
                        + union
                        + " has "
                        + Figure.ofThousandths(value ? inside.value() : inside.netWeight()) + unit + " and EXT_" + union
                        + " "
                        + Figure.ofThousandths(value ? outside.value() : outside.netWeight()) + unit,
                "a WORLD that is the sum of both",
                "Download the file again."));
    }

    private static boolean differs(long inside, long outside, long world) {
        return Math.abs(Math.subtractExact(world, Math.addExact(inside, outside))) > TOLERANCE;
    }
}
