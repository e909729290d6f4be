package dev.customsfeed.sources.comtrade;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which column stands where: for all lines of a table, or for one element of an array, whose fields bring their names. From 0. */
final class Columns {

    private final int[] indexes = new int[Column.values().length];
    private final List<String> names = new ArrayList<>();

    /** No column yet. */
    Columns() {
        Arrays.fill(indexes, -1);
    }

    /** The columns of a table. */
    Columns(List<String> names) {
        this();
        names.forEach(this::add);
    }

    /** Forgets the columns from the {@code size}th on. */
    void truncate(int size) {
        for (int i = 0; i < indexes.length; i++) {
            indexes[i] = indexes[i] < size ? indexes[i] : -1;
        }
        names.subList(size, names.size()).clear();
    }

    /** Whether the column that stands at {@code index} has this name. */
    boolean has(int index, String name) {
        return index < names.size() && names.get(index).equals(name);
    }

    /** How many columns there are. */
    int count() {
        return names.size();
    }

    /** Adds the next column; whether its name was not there before. */
    boolean add(String name) {
        if (names.contains(name)) {
            return false;
        }
        Column.of(name).ifPresent(column -> indexes[column.ordinal()] = names.size());
        names.add(name);
        return true;
    }

    /** Where the column stands; -1 if it is not there. */
    int index(Column column) {
        return indexes[column.ordinal()];
    }

    /** The names of the columns in their order. */
    List<String> names() {
        return names;
    }

    /** The names of required columns that are not there. */
    List<String> missing() {
        return Column.required().stream().filter(name -> !names.contains(name)).toList();
    }
}
