package dev.customsfeed.verify.file;

import dev.customsfeed.sources.key.Packing;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.Problems;
import dev.customsfeed.sources.rejection.RejectedFileException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the key of an upload says: {@code verification/certificates/office=tax/currency=CNY/<name>.csv}. Folders without {@code =}
 * mean nothing; declarations stand in any order.
 *
 * @param kind of the file
 * @param declared what the key declares
 * @param packing how the name says that the file is packed
 */
public record UploadKey(FileKind kind, SortedMap<String, String> declared, Packing packing) {

    /** Where all uploads lie. */
    public static final String FOLDER = "verification/";

    /** The key becomes part of sort keys in the table, which take 1,024 bytes. */
    private static final int MAX_BYTES = 700;

    /**
     * Reads a key.
     *
     * @throws RejectedFileException if it does not say what it must, or says it wrongly; names all that is wrong
     */
    public static UploadKey parse(String key) throws RejectedFileException {
        List<String> parts = List.of(key.split("/", -1));
        String folder = parts.size() > 2 ? parts.get(1) : "";
        Optional<FileKind> kind = key.startsWith(FOLDER) ? FileKind.of(folder) : Optional.empty();
        if (kind.isEmpty()) {
            throw new RejectedFileException(Problems.of(Problem.ofFile(
                    "key-folder",
                    "the key " + Problem.quote(key),
                    "one of "
                            + Arrays.stream(FileKind.values())
                                    .map(FileKind::form)
                                    .collect(Collectors.joining(", ")),
                    "Upload the file into the folder of its kind.")));
        }
        Problems problems = new Problems();
        SortedMap<String, String> declared = new TreeMap<>();
        for (String part : parts.subList(2, parts.size() - 1)) {
            int equals = part.indexOf('=');
            if (equals >= 0) {
                declare(kind.get(), part.substring(0, equals), part.substring(equals + 1), declared, problems);
            }
        }
        for (Map.Entry<String, Set<String>> one : kind.get().declarations().entrySet()) {
            if (!declared.containsKey(one.getKey())) {
                problems.add(Problem.ofFile(
                        "key-declaration-missing",
                        "no " + one.getKey() + "= in the path",
                        kind.get().form(),
                        "Add " + one.getKey() + "= to the path: the file does not say it."));
            }
        }
        String name = parts.get(parts.size() - 1).toLowerCase(Locale.ROOT);
        if (!name.endsWith(".csv") && !name.endsWith(".csv.gz")) {
            problems.add(Problem.ofFile(
                    "key-ending",
                    "the name " + Problem.quote(parts.get(parts.size() - 1)),
                    "a name that ends in .csv or .csv.gz",
                    "Save the table as CSV and upload that."));
        }
        int bytes = key.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_BYTES) {
            problems.add(Problem.ofFile(
                    "key-too-long",
                    bytes + " bytes",
                    "at most " + MAX_BYTES + " bytes",
                    "Give the file a shorter name."));
        }
        if (!problems.isEmpty()) {
            throw new RejectedFileException(problems);
        }
        return new UploadKey(kind.get(), declared, name.endsWith(".gz") ? Packing.GZIP : Packing.PLAIN);
    }

    private static void declare(
            FileKind kind, String name, String value, SortedMap<String, String> declared, Problems problems) {
        Set<String> values = kind.declarations().get(name);
        String found = Problem.quote(name + "=" + value);
        if (values == null) {
            problems.add(Problem.ofFile(
                    "key-unknown-declaration",
                    found,
                    kind.form(),
                    "Take it out of the path, or write it as it is expected."));
        } else if (declared.putIfAbsent(name, value) != null) {
            problems.add(Problem.ofFile(
                    "key-declared-twice", found + " beside another " + name + "=", "it once", "Leave one of the two."));
        } else if (!values.contains(value)) {
            problems.add(Problem.ofFile(
                    "key-" + name,
                    found,
                    values.stream().sorted().map(one -> name + "=" + one).collect(Collectors.joining(" or ")),
                    "Correct the path, or upload the file into the folder of its kind."));
        }
    }
}
