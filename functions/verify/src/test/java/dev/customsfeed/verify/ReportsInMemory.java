package dev.customsfeed.verify;

import dev.customsfeed.verify.publication.ReportStore;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A report in memory, which counts what is asked of it. */
public final class ReportsInMemory implements ReportStore {

    public final SortedMap<String, byte[]> objects = new TreeMap<>();
    public int reads;
    public int writes;

    @Override
    public Optional<Stored> get(String key) {
        reads++;
        return Optional.ofNullable(objects.get(key)).map(bytes -> new Stored(bytes, tag(bytes)));
    }

    private static String tag(byte[] bytes) {
        return Integer.toHexString(Arrays.hashCode(bytes));
    }

    @Override
    public void putAll(Collection<Document> documents) {
        documents.forEach(document -> objects.put(document.key(), document.bytes()));
        writes += documents.size();
    }

    @Override
    public boolean replace(Document document, Optional<String> replaced) {
        Optional<String> there =
                Optional.ofNullable(objects.get(document.key())).map(ReportsInMemory::tag);
        if (!there.equals(replaced)) {
            return false;
        }
        objects.put(document.key(), document.bytes());
        writes++;
        return true;
    }

    @Override
    public void deleteAll(Collection<String> keys) {
        keys.forEach(objects::remove);
    }
}
