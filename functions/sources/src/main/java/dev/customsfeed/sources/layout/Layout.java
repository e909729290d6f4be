package dev.customsfeed.sources.layout;

import dev.customsfeed.sources.file.CustomsFile;
import dev.customsfeed.sources.file.Encoding;
import dev.customsfeed.sources.file.FileStart;
import dev.customsfeed.sources.key.Declaration;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One way in which a statistical office writes a file. It holds nothing of any file, and may read several at once. */
public interface Layout {

    /** Its name, e.g. {@code comext-full-v2}: reports and answers show it. */
    String name();

    /**
     * What a file in it is, in a few words, e.g. {@code a CSV file}: whoever uploaded something else, such as a web page, reads that it
     * was expected.
     */
    String fileKind();

    /** Whether a file is written so, by its header or first bytes and never by its name. */
    boolean recognises(FileStart start);

    /** The encodings that it comes in, the likeliest first. The first in which all bytes are text is taken. */
    List<Encoding> encodings();

    /** Whether keys must say which commodities to store ({@code keep=}): a file has all of them, by the million. */
    default boolean mustKeep() {
        return false;
    }

    /** What keys of files in this layout may not declare, though those of other layouts of the source may. */
    default Set<Declaration> mayNotDeclare() {
        return Set.of();
    }

    /** What tells its rows apart, beside reporter, flow, month, commodity and partner. */
    List<Dimension> dimensions();

    /**
     * What its totals are the sum over: each an or of the {@code OVER} bits of {@link Row}. Their rows are summed while they are read;
     * for totals over anything else a file is read once more. The values and net weights of totals are compared, quantities are not;
     * nor are totals of rows outside {@code keep=}, unless they are over commodities.
     */
    default List<Integer> totals() {
        return List.of();
    }

    /** Whether rows may {@linkplain Row#breakDown break others down}. */
    default boolean breaksDown() {
        return true;
    }

    /**
     * Whether its rows are kept on disk between the two readings of a file, some 40 bytes each: for layouts of which reading them
     * once more would take longer. Rows out of a file that has everything are always kept.
     */
    default boolean keepsRows() {
        return false;
    }

    /** Whether the source cuts such files after its {@linkplain Source#rowCaps caps}. */
    default boolean capped() {
        return true;
    }

    /** What the engine makes of a total that differs from its rows by more than rounding. */
    default DifferingTotal differingTotal() {
        return DifferingTotal.REJECT;
    }

    /**
     * Whether totals are made from the rows' own figures, as those that people add, so that they must be equal to the rows' sum to the
     * last unit; other than totals of an office, which rounds each figure by itself.
     */
    default boolean totalsAreSumsOfRows() {
        return false;
    }

    /**
     * To what the office rounds the value of a row, in thousandths of the currency: 100,000 where it writes thousands with one decimal.
     * A total may differ from the sum of its rows by half of it for each row, unless {@linkplain #totalsAreSumsOfRows it is their sum}.
     */
    default long valuesRoundedTo() {
        return 1_000;
    }

    /** To what the office rounds the net weight of a row, in grams: 1,000,000 where it writes whole tonnes. */
    default long netWeightsRoundedTo() {
        return 1_000;
    }

    /** Whether a warning tells of rows that no total stands beside: some of them may be missing, which nothing else shows. */
    default boolean expectsTotals() {
        return false;
    }

    /**
     * Whether what is absent from a file may be zero even if rows of it have no total beside them. It may not where each download for
     * all partners has their total: without it, the download was for some.
     */
    default boolean answersWithoutTotals() {
        return true;
    }

    /** Whether two rows with the same key are taken and summed, with a warning, rather than rejected. */
    default boolean takesRepeatedRows() {
        return false;
    }

    /**
     * Whether a weight of 0 beside a value is what the office reported, since it rounds, e.g. to whole kilograms. Such rows are taken,
     * and a warning tells how many they are.
     */
    default boolean roundsWeights() {
        return false;
    }

    /** Whether the file has everything of the reporters, flows and months that it has rows of, so that absent is zero. */
    default boolean hasEverything() {
        return false;
    }

    /** Whether the source's code list of a dimension has a code; without a list, all codes are as good as known. */
    default boolean knows(Dimension dimension, String code) {
        return true;
    }

    /**
     * What the source's code list of a dimension calls a code, by language ({@code en}, {@code zh}); empty where it has no list, or
     * not the code.
     */
    default Map<String, String> names(Dimension dimension, String code) {
        return Map.of();
    }

    /**
     * Begins to read a file.
     *
     * @return empty if the header is wrong, which the problems tell
     * @throws IOException if the file cannot be read from disk
     */
    Optional<Rows> open(CustomsFile file, Reading reading) throws IOException;

    /** What becomes of a file with a total that differs from its rows. */
    enum DifferingTotal {
        /** It is rejected. */
        REJECT,
        /** It is taken, and a warning tells the size of the difference. */
        WARN
    }
}
