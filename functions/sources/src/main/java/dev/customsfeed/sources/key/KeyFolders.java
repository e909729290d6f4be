package dev.customsfeed.sources.key;

import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.Problems;
import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The folders of a key: {@code name=value} declares something, in any order, and a folder without {@code =} means nothing. One that looks like
 * a declaration and is none is a problem: whoever wrote it meant something.
 */
public final class KeyFolders {

    /** Advice where a declaration stands twice that takes one value. */
    public static final String LEAVE_ONE = "Leave only the declaration that is right.";

    /** What people and programs put in place of {@code =}: another sign, an escape, or nothing before a digit. */
    private static final Pattern LIKE_DECLARATION =
            Pattern.compile("\\s*(\\p{L}+?)(?:\\s*(?:=|%3d|[-_:.~]+|\\s)\\s*|(?=\\d))(\\S.*)");

    /** What a value looks like, of any declaration: codes, a month or day, a page, a word that one of them takes. */
    private static final Pattern LIKE_VALUE = Pattern.compile("\\d.*|exports?|imports?|complete");

    /** Editions of the nomenclature and levels of its codes, which folders are called by: no commodity is meant. */
    private static final Pattern NOMENCLATURE =
            Pattern.compile("hs[\\s_-]*(?:19(?:88|92|96)|20(?:02|07|12|17|22|28)|(?:[2468]|10)(?:[\\s_-]*digits?)?)");

    /** Declarations of countries, and what their codes look like. */
    private static final Pattern LIKE_COUNTRIES = Pattern.compile("(partner|reporters) [a-z]{2}([+,;& ][a-z]{2})*");

    private KeyFolders() {}

    /**
     * Reads them.
     *
     * @param folders between what the key begins with and the file's name
     * @param known the declarations that there are, in the order in which messages name them
     * @param adviceOnRepeated what to do about one that stands twice, by its name
     * @param problems takes what is unknown or stands twice
     * @return values by name, of those that are known; of one that stands twice the first
     */
    public static Map<String, String> read(
            Collection<String> folders,
            Collection<String> known,
            UnaryOperator<String> adviceOnRepeated,
            Problems problems) {
        Map<String, String> declared = new LinkedHashMap<>();
        for (String folder : folders) {
            int equals = folder.indexOf('=');
            if (equals < 0) {
                likeDeclaration(folder, known).ifPresent(problems::add);
                continue;
            }
            String name = folder.substring(0, equals);
            if (!known.contains(name)) {
                problems.add(Problem.ofFile(
                        "key-unknown-declaration",
                        "the declaration " + Problem.quote(folder),
                        "only " + known.stream().map(one -> one + "=").collect(Collectors.joining(", ")),
                        "Correct the declaration's name, or take the folder out of the key."));
            } else if (declared.putIfAbsent(name, folder.substring(equals + 1)) != null) {
                problems.add(Problem.ofFile(
                        "key-repeated-declaration",
                        name + "= more than once",
                        "each declaration at most once",
                        adviceOnRepeated.apply(name)));
            }
        }
        return declared;
    }

    private static Optional<Problem> likeDeclaration(String folder, Collection<String> known) {
        String plain = Normalizer.normalize(folder, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        Matcher like = LIKE_DECLARATION.matcher(plain);
        if (NOMENCLATURE.matcher(plain.strip()).matches()
                || !like.matches()
                || !known.contains(like.group(1))
                        && Declaration.of(like.group(1)).isEmpty()
                || !LIKE_VALUE.matcher(like.group(2)).matches()
                        && !LIKE_COUNTRIES
                                .matcher(like.group(1) + " " + like.group(2))
                                .matches()) {
            return Optional.empty();
        }
        String name = like.group(1);
        return Optional.of(Problem.ofFile(
                "key-unclear-declaration",
                "the folder " + Problem.quote(folder) + ", which has no = and so declares nothing",
                name + "= and a value if it is to declare something, or a name that does not begin with " + name,
                "Put = behind " + name + " if the folder is to declare something, or rename it."));
    }

    /**
     * Holds that no declaration was put into the name of the file.
     *
     * @param advice what to do about it
     * @param problems takes each that was
     */
    public static void checkName(String name, Collection<String> known, String advice, Problems problems) {
        for (String one : known) {
            if (name.startsWith(one + "=")) {
                problems.add(Problem.ofFile(
                        "key-declaration-in-name",
                        "the declaration " + one + "= in the file name " + Problem.quote(name),
                        "declarations as folders before the file name",
                        advice));
            }
        }
    }
}
