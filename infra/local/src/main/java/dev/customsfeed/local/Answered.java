package dev.customsfeed.local;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An upload with the answer to it that lies in the upload bucket now. */
sealed interface Answered permits Rejection, Taken {

    /** The upload's object key. */
    String key();

    /** Where the answer lies in a folder of such answers. */
    String file();

    /** The answer, as it lies in the upload bucket. */
    String answer();

    /**
     * A path for an answer that file systems take: the one that it has in the bucket, or a shorter or plainer one in its place.
     *
     * @param path the answer's key without the folder that such answers lie in
     */
    static String file(String path) {
        if (FolderKey.isPlain(path)) {
            return path;
        }
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        String name = path.substring(folder.length());
        String named = folder + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)) + ".json";
        return FolderKey.isPlain(named)
                ? named
                : UUID.nameUUIDFromBytes(path.getBytes(StandardCharsets.UTF_8)) + ".json";
    }

    /** The answers, as they are to be mirrored. */
    static FolderMirror.Source mirrored(Collection<? extends Answered> uploads) {
        Map<String, Answered> byFile =
                uploads.stream().collect(Collectors.toMap(Answered::file, Function.<Answered>identity()));
        return new FolderMirror.Source() {
            @Override
            public List<String> keys() {
                return List.copyOf(byFile.keySet());
            }

            @Override
            public Optional<byte[]> read(String key) {
                return Optional.of(
                        Objects.requireNonNull(byFile.get(key)).answer().getBytes(StandardCharsets.UTF_8));
            }
        };
    }
}
