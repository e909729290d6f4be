package dev.customsfeed.sources.gacc;

/** Numbers of things in sentences. */
final class Count {

    private Count() {}

    /** E.g. {@code 1 row} or {@code 2 rows}. */
    static String of(long number, String one, String several) {
        return number + " " + (number == 1 ? one : several);
    }

    /** E.g. {@code 1 row gives} or {@code 2 rows give}. */
    static String rows(long number, String one, String several) {
        return number == 1 ? "1 row " + one : number + " rows " + several;
    }
}
