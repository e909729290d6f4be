package dev.customsfeed.local;

import dev.customsfeed.verify.publication.ReportStore;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A report that is to be mirrored into a folder. For one thread. */
final class ReportInMemory implements ReportStore, FolderMirror.Source {

    /** All that a report is made of lies under it in a bucket. */
    private static final String PREFIX = "report/";

    private static final String STATE = "report/state/";

    private final SortedMap<String, byte[]> objects = new TreeMap<>();

    @Override
    public Optional<Stored> get(String key) {
        return Optional.ofNullable(objects.get(key)).map(bytes -> new Stored(bytes, ""));
    }

    @Override
    public void putAll(Collection<Document> documents) {
        documents.forEach(document -> objects.put(document.key(), document.bytes()));
    }

    @Override
    public boolean replace(Document document, Optional<String> replaced) {
        objects.put(document.key(), document.bytes());
        return true;
    }

    @Override
    public void deleteAll(Collection<String> keys) {
        keys.forEach(objects::remove);
    }

    /** The state is of use to the next publication alone, and there is none. */
    @Override
    public List<String> keys() {
        return objects.keySet().stream()
                .filter(key -> !key.startsWith(STATE))
                .map(key -> key.substring(PREFIX.length()))
                .toList();
    }

    @Override
    public Optional<byte[]> read(String key) {
        return Optional.ofNullable(objects.get(PREFIX + key));
    }
}
