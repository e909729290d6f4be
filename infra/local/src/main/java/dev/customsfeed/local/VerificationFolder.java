package dev.customsfeed.local;

import dev.customsfeed.emulators.LiveFolderVisitor;
import dev.customsfeed.verify.file.UploadKey;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of a folder by the keys that they would be uploaded under.
 *
 * @param files by their keys, in the order of names, digits as numbers
 * @param assumed sentences that say which files were taken for what by their names alone
 * @param passedOver what is none of them
 */
record VerificationFolder(SortedMap<String, Path> files, List<String> assumed, SortedSet<String> passedOver) {

    private static final Pattern BY_NAME =
            Pattern.compile("(declarations|refunds|certificates|uses|rates)([-_. ].*)?\\.csv(\\.gz)?");

    /** Looks at a folder; links are not followed. */
    static VerificationFolder of(Path folder) throws IOException {
        SortedMap<String, Path> files = new TreeMap<>(NaturalOrder.OF_NAMES);
        List<String> assumed = new ArrayList<>();
        SortedSet<String> passedOver = new TreeSet<>();
        List<Path> all = new ArrayList<>();
        Files.walkFileTree(folder, new LiveFolderVisitor() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (Files.isRegularFile(file)) {
                    all.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        all.sort(null);
        for (Path file : all) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            if (SystemFiles.isOne(file.getFileName().toString())) {
                continue;
            }
            if (name.startsWith(UploadKey.FOLDER)) {
                files.put(name, file);
                continue;
            }
            Optional<String> key = byName(name);
            if (key.isPresent()) {
                files.put(key.get(), file);
                assumed.add(name + " is taken as " + key.get());
            } else if (!name.endsWith(".md")) {
                passedOver.add(name);
            }
        }
        return new VerificationFolder(files, List.copyOf(assumed), passedOver);
    }

    private static Optional<String> byName(String name) {
        Matcher matcher = BY_NAME.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String declarations =
                switch (matcher.group(1)) {
                    case "declarations", "uses" -> "office=customs/";
                    case "rates" -> "office=tax/";
                    default -> "office=tax/currency=CNY/";
                };
        return Optional.of(UploadKey.FOLDER + matcher.group(1) + "/" + declarations + name);
    }
}
