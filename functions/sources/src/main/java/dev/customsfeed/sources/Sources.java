package dev.customsfeed.sources;

import dev.customsfeed.ledger.Declared;
import dev.customsfeed.ledger.SourceRules;
import dev.customsfeed.sources.check.CheckedFile;
import dev.customsfeed.sources.comexstat.ComexStat;
import dev.customsfeed.sources.comext.Comext;
import dev.customsfeed.sources.comtrade.Comtrade;
import dev.customsfeed.sources.file.FileLimits;
import dev.customsfeed.sources.gacc.Gacc;
import dev.customsfeed.sources.key.BegunMonths;
import dev.customsfeed.sources.key.KeyDeclarations;
import dev.customsfeed.sources.layout.Source;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.Problems;
import dev.customsfeed.sources.rejection.RejectedFileException;
import dev.customsfeed.sources.uscensus.UsCensus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All sources: a new one is a package of its own and a line here. */
public final class Sources {

    /** All of them, in the order in which messages name them. */
    public static final List<Source> ALL =
            List.of(Gacc.SOURCE, Comext.SOURCE, Comtrade.SOURCE, UsCensus.SOURCE, ComexStat.SOURCE);

    private static final Map<String, Source> BY_ID =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Source::id, Function.identity()));

    private static final Map<String, SourceRules> RULES =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Source::id, Source::rules));

    private Sources() {}

    /** The source of this id; empty where there is none. */
    public static Optional<Source> find(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    /** What the ledger has to know of each source, by id. */
    public static Map<String, SourceRules> rules() {
        return RULES;
    }

    /**
     * Reads the key of a customs file.
     *
     * @param key the object's key, decoded: {@code incoming/<source>/...}
     * @throws RejectedFileException if it does not say what it must, or says it wrongly
     */
    public static KeyDeclarations key(String key) throws RejectedFileException {
        String[] parts = key.split("/", -1);
        Optional<Source> source = parts.length > 2 && parts[0].equals("incoming") ? find(parts[1]) : Optional.empty();
        if (source.isPresent()) {
            return KeyDeclarations.parse(key, source.get().keys());
        }
        Problems problems = new Problems();
        KeyDeclarations.checkSigns(key, problems);
        problems.add(Problem.ofFile(
                "key-unknown-source",
                "the key " + Problem.quote(key),
                "incoming/ and then a source that is known: "
                        + ALL.stream().map(Source::id).collect(Collectors.joining(", ")) + "; or price, or rate",
                "Upload the file under a key of the form incoming/<source>/<declarations>/<name>."));
        throw new RejectedFileException(problems, Declared.NOTHING);
    }

    /**
     * Checks a customs file as a whole.
     *
     * @param path the object's bytes as they were uploaded
     * @param key what its key declares
     * @param begun the months that it can be about
     * @throws RejectedFileException if anything is wrong; names the first 100 problems and counts all
     * @throws IOException if the file cannot be read from disk
     */
    public static CheckedFile check(Path path, KeyDeclarations key, BegunMonths begun, FileLimits limits)
            throws RejectedFileException, IOException {
        return CheckedFile.check(path, find(key.source()).orElseThrow(), key, begun, limits);
    }
}
